import type { FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError, type GraphQLSchema } from 'graphql';
import { knowsAnswer } from '../http/entity-tag.ts';
import type { WaitingRoom } from '../waiting-room.ts';
import type { AnswerMemory, SharedAnswer } from './answer-memory.ts';
import { SERVER_TIME_HEADER } from './cross-origin.ts';
import { type DocumentRequest, documentRequestOf } from './document-request.ts';
import { contextError } from './graphql-failure.ts';
import { answerTo, type Body, bodyOf } from './operation-answer.ts';
import type { PreparedOperation, Variables } from './prepared-operation.ts';
import type { TrustedDocument, TrustedDocuments } from './trusted-documents.ts';

/** What the lane needs of its endpoint. */
export interface TrustedLaneParts {
  readonly schema: GraphQLSchema;
  readonly documents: TrustedDocuments;
  readonly answers: AnswerMemory;
  readonly context: (request: FastifyRequest) => Promise<object>;
  /** Does the work when it is its turn. */
  readonly admit: WaitingRoom['admit'];
}

/**
 * The way of documents that are asked for by their identifiers. What only reads, by nothing that is a secret, may come by GET: such an answer is
 * the same for everybody, is made once and given to all, and caches may keep it.
 */
export class TrustedLane {
  readonly #parts: TrustedLaneParts;

  constructor(parts: TrustedLaneParts) {
    this.#parts = parts;
  }

  /** Answers by POST; null where no document is named. Throws BAD_REQUEST, BAD_USER_INPUT or PERSISTED_DOCUMENT_NOT_FOUND (400). */
  async post(request: FastifyRequest, reply: FastifyReply): Promise<Body | null> {
    const asked = documentRequestOf(request);
    if (asked === null) return null;
    const { prepared } = this.#find(asked);
    prepared.check(asked.variables);
    return bodyOf(reply, await this.#answer(request, { prepared, variables: asked.variables }));
  }

  /** Answers by GET; null where no document is named. Throws as `post` does, and METHOD_NOT_ALLOWED (405) for what may not be asked so. */
  async get(request: FastifyRequest, reply: FastifyReply): Promise<Body | null> {
    const kept = this.#parts.answers.find(request.url);
    // Where it went wrong for who came before, it is tried anew: an error names the request that met it.
    const answer = (kept && (await kept)) ?? (await this.#read(request, reply));
    if (answer === null || typeof answer === 'string' || answer instanceof Uint8Array) return answer;
    return sharedBody(request, reply, answer);
  }

  /** The answer for everybody; or, where it holds an error, the body of one for this request alone. */
  async #read(request: FastifyRequest, reply: FastifyReply): Promise<SharedAnswer | Body | null> {
    const asked = documentRequestOf(request);
    if (asked === null) return null;
    const { prepared, isOpenRead } = this.#find(asked);
    if (!isOpenRead) throw mustBePosted(reply);
    const { variables } = asked;
    prepared.check(variables);
    let failed: Body = '';
    const about = Object.values(variables).map(String);
    const answer = await this.#parts.answers.make(request.url, about, () =>
      this.#parts.admit(async () => {
        const made = await this.#answer(request, { prepared, variables });
        if (!made.errors) return `${JSON.stringify(made)}\n`;
        failed = bodyOf(reply, made);
        return null;
      }),
    );
    return answer ?? failed;
  }

  #find({ documentId }: DocumentRequest): TrustedDocument {
    const document = this.#parts.documents.find(documentId);
    if (document) return document;
    const extensions = { code: 'PERSISTED_DOCUMENT_NOT_FOUND', http: { status: 400 } };
    throw new GraphQLError('There is no document with this identifier.', { extensions });
  }

  async #answer(request: FastifyRequest, asked: { prepared: PreparedOperation; variables: Variables }) {
    const { schema, context } = this.#parts;
    const known = await context(request).catch((fault) => Promise.reject(contextError(fault)));
    return answerTo(request, schema, { ...asked, context: known });
  }
}

/**
 * A cache may give the answer for a second, and for two more while it asks anew: whoever waits for the start comes back spread over as
 * many. By what time it left a client learns the clock, since the answer itself is the same a second later.
 */
function sharedBody(request: FastifyRequest, reply: FastifyReply, { body, length, etag }: SharedAnswer): string {
  reply.headers({
    'cache-control': 'public, max-age=1, stale-while-revalidate=2',
    // Also without a body: a cache takes over what stands in the head.
    'content-type': 'application/json; charset=utf-8',
    etag,
    // To a browser that wants a page the same address is GraphiQL.
    vary: 'accept',
    [SERVER_TIME_HEADER]: new Date().toISOString(),
  });
  if (knowsAnswer(request.headers['if-none-match'], etag)) {
    reply.code(304);
    return '';
  }
  reply.header('content-length', length);
  return body;
}

function mustBePosted(reply: FastifyReply): GraphQLError {
  reply.header('allow', 'POST');
  const extensions = { code: 'METHOD_NOT_ALLOWED', http: { status: 405 } };
  return new GraphQLError('Ask this by POST: it changes something, or its variables are secrets.', { extensions });
}
