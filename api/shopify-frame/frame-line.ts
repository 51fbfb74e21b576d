import type { Message, Notice, Questions, Sign } from './messages.ts';

/** The app's line to the frame around it: nothing goes to, and nothing is heard from, any other origin. */
export class FrameLine {
  private readonly frameOrigin: string;
  private readonly waiting = new Map<number, { done(answer: unknown): void; failed(problem: Error): void }>();
  private last = 0;

  constructor(frameOrigin: string, onSign: (sign: Sign) => void) {
    this.frameOrigin = frameOrigin;
    window.addEventListener('message', ({ origin, source, data }: MessageEvent<Message>) => {
      if (origin !== frameOrigin || source !== window.parent || data?.from !== 'shopify-frame') return;
      if (data.kind === 'sign') onSign(data.sign);
      else this.settle(data.id, data);
    });
  }

  /** Asks, and waits for the answer as long as it takes: a person may be answering. */
  ask<Name extends keyof Questions>(name: Name, ask: Questions[Name]['ask']): Promise<Questions[Name]['answer']> {
    this.last += 1;
    const id = this.last;
    return new Promise((done, failed) => {
      this.waiting.set(id, { done: done as (answer: unknown) => void, failed });
      this.post({ from: 'shopify-app', kind: 'question', id, name, ask });
    });
  }

  tell(notice: Notice): void {
    this.post({ from: 'shopify-app', kind: 'notice', notice });
  }

  private settle(id: number, { answer, problem }: { answer: unknown; problem: string | null }): void {
    const asked = this.waiting.get(id);
    this.waiting.delete(id);
    if (problem === null) asked?.done(answer);
    else asked?.failed(new Error(problem));
  }

  private post(message: Message): void {
    window.parent.postMessage(message, this.frameOrigin);
  }
}
