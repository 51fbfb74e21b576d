import { connect, type Socket } from 'node:net';

/** What came back for one request. */
export interface Answer {
  readonly status: number;
  /** Seconds that the server asks to wait; null when it says nothing. */
  readonly retryAfter: number | null;
  /** The server says that it closes this connection. */
  readonly isLast: boolean;
  /** Bytes as characters: to be searched, not shown. */
  readonly body: string;
}

/** One visitor's connection, kept alive, one request at a time. Written by hand, for a library's client costs as much as the server that it measures. */
export class Connection {
  readonly #place: { readonly host: string; readonly port: number };
  #socket: Socket | null = null;
  #received = '';
  #waiting: { resolve(answer: Answer): void; reject(fault: Error): void } | null = null;

  constructor(url: string) {
    const { hostname, port } = new URL(url);
    this.#place = { host: hostname, port: Number(port) };
  }

  /** Sends the whole text of a request. Rejects when the connection ends before the answer. */
  ask(request: string): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
      this.#open().write(request);
    });
  }

  close(): void {
    this.#socket?.destroy();
  }

  #open(): Socket {
    if (this.#socket) return this.#socket;
    const socket = connect({ ...this.#place, noDelay: true });
    socket.setEncoding('latin1');
    // One that was left for another is heard no more.
    const heard = (what: () => void) => this.#socket === socket && what();
    socket.on('data', (text: string) => heard(() => this.#receive(text)));
    socket.on('error', (fault) => heard(() => this.#end(fault)));
    socket.on('close', () => heard(() => this.#end(new Error('closed'))));
    this.#socket = socket;
    return socket;
  }

  #receive(text: string): void {
    this.#received += text;
    const answer = answerIn(this.#received);
    if (answer === null) return;
    this.#received = '';
    if (answer.isLast) this.#leave();
    const waiting = this.#waiting;
    this.#waiting = null;
    waiting?.resolve(answer);
  }

  /** The next request goes over another. */
  #leave(): void {
    this.#socket?.end();
    this.#socket = null;
  }

  #end(fault: Error): void {
    this.#socket = null;
    this.#received = '';
    this.#waiting?.reject(fault);
    this.#waiting = null;
  }
}

/** Null: it is not complete yet. */
function answerIn(text: string): Answer | null {
  const end = text.indexOf('\r\n\r\n');
  if (end < 0) return null;
  const head = text.slice(0, end).toLowerCase();
  const length = /\r\ncontent-length: (\d+)/.exec(head)?.[1];
  const body = text.slice(end + 4);
  const isComplete =
    length === undefined ? !head.includes('chunked') || body.endsWith('0\r\n\r\n') : body.length >= Number(length);
  if (!isComplete) return null;
  const seconds = /\r\nretry-after: (\d+)/.exec(head)?.[1];
  const isLast = head.includes('\r\nconnection: close');
  return {
    status: Number(text.slice(9, 12)),
    retryAfter: seconds === undefined ? null : Number(seconds),
    isLast,
    body,
  };
}
