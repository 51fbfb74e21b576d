import { createRequire } from 'node:module';
import type { getHttpOperationsFromSpec } from '@stoplight/prism-http';
import type route from '@stoplight/prism-http/dist/router/index.js';
import type * as validation from '@stoplight/prism-http/dist/validator/index.js';
import type { Exchange, Vendor } from '../src/stand-in/observations.ts';
import { CONTRACT_FILES } from './vendor-contract.ts';

// Prism is CommonJS, and gives its parts by `require` alone in a way that Node.js and Vitest agree on.
const load = createRequire(import.meta.url);
const prism: { getHttpOperationsFromSpec: typeof getHttpOperationsFromSpec } = load('@stoplight/prism-http');
const router: { default: typeof route.default } = load('@stoplight/prism-http/dist/router/index.js');
const validator: typeof validation = load('@stoplight/prism-http/dist/validator/index.js');

type Operations = Awaited<ReturnType<typeof getHttpOperationsFromSpec>>;

/** Answers of a service that stands in front of a vendor are outside of its document. */
const OUTSIDE = [502, 503, 504];

/** A second opinion on exchanges that nobody here wrote: Stoplight's Prism over the same documents. */
export class PrismOpinion {
  private readonly operations: Operations;
  private readonly server: string;

  private constructor(operations: Operations) {
    this.operations = operations;
    this.server = operations[0]?.servers?.[0]?.url ?? '';
  }

  static async of(vendor: Vendor): Promise<PrismOpinion> {
    return new PrismOpinion(await prism.getHttpOperationsFromSpec(CONTRACT_FILES[vendor]));
  }

  /** What Prism finds wrong with a request that the vendor took, and with its answer. */
  problems(exchange: Exchange): string[] {
    const url = new URL(exchange.path, 'http://vendor.example');
    const query = Object.fromEntries(url.searchParams);
    const method = exchange.method.toLowerCase() as 'get';
    const { headers, requestBody: body } = exchange;
    const request = { method, headers, url: { path: url.pathname, query, baseUrl: this.server }, body };
    const found = router.default({ resources: this.operations, input: request });
    if (found._tag === 'Left') return [found.left.message];
    const resource = found.right;
    const asked = validator.validateInput({ resource, element: request });
    const secured = validator.validateSecurity({ resource, element: request });
    const problems = [...problemsOf(asked), ...problemsOf(secured)];
    return OUTSIDE.includes(exchange.status)
      ? problems
      : [...problems, ...problemsOf(validator.validateOutput({ resource, element: answerOf(exchange) }))];
  }
}

function answerOf({ status, answerHeaders, answerBody }: Exchange) {
  return { statusCode: status, headers: { ...answerHeaders }, body: answerBody };
}

interface Finding {
  readonly message: string;
  readonly path?: readonly unknown[];
}

function problemsOf(
  verdict: { readonly _tag: 'Right' } | { readonly _tag: 'Left'; readonly left: readonly Finding[] },
): string[] {
  return verdict._tag === 'Right' ? [] : verdict.left.map(({ message, path }) => `${path?.join('.') ?? ''} ${message}`);
}
