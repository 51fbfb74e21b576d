import { type Readable, Transform } from 'node:stream';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';

/** The most that one upload may bring, in bytes. */
const LARGEST_FILE = 200 * 1024 * 1024;

/** Why an upload was refused, in a sentence for the merchant. */
export class UploadRefused extends Error {
  readonly statusCode: number;
  /** Stable: tools switch on it. */
  readonly code: string;

  constructor([statusCode, code]: readonly [number, string], message: string, options?: ErrorOptions) {
    super(message, options);
    this.statusCode = statusCode;
    this.code = code;
  }
}

/** The file is not what it should be. */
export const BAD_CSV = [400, 'BAD_CSV'] as const;
const BROKEN_OFF = [400, 'UPLOAD_BROKEN_OFF'] as const;
const TOO_LARGE = [413, 'PAYLOAD_TOO_LARGE'] as const;

/** A door through which a CSV comes in. */
export interface CsvUpload<Caller extends object> {
  readonly url: string;
  /** Finds out who asks, before a byte of the file is read; throws an error with a `statusCode` for who may not. */
  readonly authorize: (request: FastifyRequest) => Promise<Caller>;
  /** Takes the file in as it arrives; what it returns is the answer. */
  readonly take: (source: Readable, caller: Caller, request: FastifyRequest) => Promise<object>;
}

/**
 * `POST url`: a CSV as the body, `text/csv`, at most 200 MB. The body is read no faster than it is taken in, so the
 * progress of the upload is that of the work. Refuses with 400, 413 or 415, and with what `authorize` and `take` throw.
 */
export function csvUploadRoutes<Caller extends object>(upload: CsvUpload<Caller>): FastifyPluginAsync {
  return async (http) => {
    http.removeAllContentTypeParsers();
    http.addContentTypeParser('text/csv', { bodyLimit: LARGEST_FILE }, (_request, body, done) => done(null, body));
    const callers = new WeakMap<FastifyRequest, Caller>();
    http.addHook('onRequest', async (request) => {
      callers.set(request, await upload.authorize(request));
      if (Number(request.headers['content-length'] ?? 0) > LARGEST_FILE) throw tooLarge();
    });
    http.post(upload.url, { bodyLimit: LARGEST_FILE }, async (request, reply) => {
      const caller = callers.get(request);
      if (caller === undefined || !request.body) throw new UploadRefused(BAD_CSV, 'Send the CSV file as the body.');
      return upload.take(sourceOf(request, reply), caller, request);
    });
  };
}

function sourceOf(request: FastifyRequest, reply: FastifyReply): Readable {
  const source = (request.body as Readable).pipe(atMost(LARGEST_FILE));
  request.raw.once(
    'close',
    () => request.raw.complete || source.destroy(new UploadRefused(BROKEN_OFF, 'The upload was broken off.')),
  );
  // A browser reads the answer only after it has sent all: what a refusal leaves unread is read and thrown away.
  reply.raw.once('finish', () => request.raw.unpipe().resume());
  return source;
}

function tooLarge(): UploadRefused {
  return new UploadRefused(TOO_LARGE, 'The file is larger than 200 MB; part it in two.');
}

function atMost(bytes: number): Transform {
  let seen = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      seen += chunk.length;
      if (seen > bytes) return done(tooLarge());
      done(null, chunk);
    },
  });
}
