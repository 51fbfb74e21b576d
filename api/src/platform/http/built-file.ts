import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { knowsAnswer } from './entity-tag.ts';

/** A file of the build, held in memory with the compressed copies that the build made of it. */
export interface BuiltFile {
  body: Buffer;
  brotli: Buffer | null;
  gzip: Buffer | null;
  /** Strong, from the content: every process of every machine answers with the same. */
  etag: string;
}

/** How a built file is answered. */
export interface BuiltFileHeaders {
  contentType: string;
  cacheControl: string;
}

/** The file and its `.br` and `.gz` neighbours, or null when the build has not made it. */
export async function readBuiltFile(path: string): Promise<BuiltFile | null> {
  const [body, brotli, gzip] = await Promise.all([path, `${path}.br`, `${path}.gz`].map(readIfThere));
  if (!body) return null;
  const digest = createHash('sha256').update(body).digest('base64url').slice(0, 22);
  return { body, brotli: brotli ?? null, gzip: gzip ?? null, etag: digest };
}

/** Answers with the smallest copy that the browser takes, or with 304 when it has it already. */
export function sendBuiltFile(
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
  file: BuiltFile,
  headers: BuiltFileHeaders,
): FastifyReply {
  const copy = smallestCopy(file, String(request.headers['accept-encoding'] ?? ''));
  const etag = `"${file.etag}${copy.encoding ? `-${copy.encoding}` : ''}"`;
  reply.header('cache-control', headers.cacheControl).header('etag', etag).header('vary', 'accept-encoding');
  if (knowsAnswer(request.headers['if-none-match'], etag)) return reply.code(304).send();
  if (copy.encoding) reply.header('content-encoding', copy.encoding);
  return reply.type(headers.contentType).send(copy.body);
}

function smallestCopy(file: BuiltFile, accepted: string): { body: Buffer; encoding: 'br' | 'gzip' | null } {
  if (file.brotli && accepts(accepted, 'br')) return { body: file.brotli, encoding: 'br' };
  if (file.gzip && accepts(accepted, 'gzip')) return { body: file.gzip, encoding: 'gzip' };
  return { body: file.body, encoding: null };
}

function accepts(accepted: string, encoding: string): boolean {
  const offer = accepted.split(',').find((part) => part.split(';')[0]?.trim().toLowerCase() === encoding);
  return offer !== undefined && !/;\s*q=0(\.0*)?\s*$/.test(offer);
}

async function readIfThere(path: string): Promise<Buffer | null> {
  return readFile(path).catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === 'ENOENT') return null;
    throw fault;
  });
}
