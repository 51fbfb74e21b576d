import type { z } from 'zod';
import type { CallLimit } from './call-windows.ts';
import type { RequestIssue, VendorAnswer } from './vendor-answer.ts';

/** A valid request to an endpoint. `Account` is the vendor's account that the key opens. */
export interface Call<Account, Query, Body> {
  readonly account: Account;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Query;
  /** The query as it was asked, without `?`. */
  readonly search: string;
  readonly body: Body;
  /** By the stand-in's clock, milliseconds since 1970. */
  readonly now: number;
  /** The vendor's address, for the links in its answers. */
  readonly base: string;
  /** Nothing asynchronous of this call ever happens, though it is accepted. */
  readonly isForgotten: boolean;
}

/** One operation of a vendor, as its documents describe it. */
export interface EndpointSpec<Account, Query, Body> {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** As the documents write it: `/api/lists/{id}`. */
  readonly pattern: string;
  readonly scopes: readonly string[];
  readonly limit: CallLimit;
  /** Writing calls are counted apart. */
  readonly isWriting: boolean;
  readonly query: z.ZodType<Query>;
  /** Absent: the request has no body. */
  readonly body?: z.ZodType<Body>;
  /** Largest body in bytes. */
  readonly bodyBytes?: number;
  answer(call: Call<Account, Query, Body>): VendorAnswer;
}

/** What stays of a call when its query and body have been read. */
export type Circumstances<Account> = Omit<Call<Account, never, never>, 'query' | 'body'>;

/** An endpoint whose query and body are nobody else's business. */
export interface Endpoint<Account>
  extends Pick<
    EndpointSpec<Account, never, never>,
    'method' | 'pattern' | 'scopes' | 'limit' | 'isWriting' | 'bodyBytes'
  > {
  readonly hasBody: boolean;
  /** Reads the request by closed schemas: what is wrong with it, or how it is answered. */
  read(query: unknown, body: unknown): ReadRequest<Account>;
}

/** A request after reading; `issues` is empty or `answer` stands. */
export type ReadRequest<Account> =
  | { readonly issues: readonly RequestIssue[] }
  | { readonly answer: (circumstances: Circumstances<Account>) => VendorAnswer };

/** Makes an endpoint of its description. */
export function endpoint<Account, Query, Body = undefined>(
  spec: EndpointSpec<Account, Query, Body>,
): Endpoint<Account> {
  const { method, pattern, scopes, limit, isWriting } = spec;
  return {
    ...{ method, pattern, scopes, limit, isWriting },
    bodyBytes: spec.bodyBytes ?? 1024 * 1024,
    hasBody: spec.body !== undefined,
    read(rawQuery, rawBody) {
      const query = spec.query.safeParse(rawQuery);
      const body = spec.body?.safeParse(rawBody);
      const issues = [...issuesOf('QUERY', query.error), ...issuesOf('BODY', body?.error)];
      if (issues.length > 0 || !query.success) return { issues };
      const accepted = body?.data as Body;
      return { answer: (circumstances) => spec.answer({ ...circumstances, query: query.data, body: accepted }) };
    },
  };
}

/** `GET /api/lists/{id}`: an endpoint's name in counts, faults and exchanges. */
export function endpointName({ method, pattern }: Pick<Endpoint<unknown>, 'method' | 'pattern'>): string {
  return `${method} ${pattern}`;
}

function issuesOf(place: RequestIssue['in'], fault: z.ZodError | undefined): RequestIssue[] {
  return (fault?.issues ?? []).flatMap((issue): RequestIssue[] => {
    if (issue.code !== 'unrecognized_keys') return [{ in: place, path: issue.path, message: issue.message }];
    return issue.keys.map((key) => ({
      in: place,
      path: [...issue.path, key],
      message: `'${key}' is not a known field.`,
    }));
  });
}
