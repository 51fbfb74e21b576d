import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a visitor may ask of a server under load. All requests are made here. */
export type RequestKind = keyof typeof MAKERS;

/** Where it is asked, and by whom. */
export interface Place {
  /** The server's address. */
  readonly url: string;
  readonly campaignId: string;
  /** Names this run, so that no two runs have a visitor in common. */
  readonly run: string;
}

/** The whole text of a request, and what the right answer has in it. */
export interface LoadRequest {
  readonly text: string;
  readonly expects: string;
}

/** The campaign's password in every load. */
export const PASSWORD = 'first light';

const PUBLIC = '/public/graphql';

const MAKERS = {
  hello: () => ({ method: 'GET', path: '/hello', expects: '"hello":"world"' }),
  typename: () => ({
    method: 'POST',
    path: PUBLIC,
    body: { query: '{ __typename }' },
    expects: '"__typename":"Query"',
  }),
  preflight: () => ({ method: 'OPTIONS', path: PUBLIC, expects: '' }),
  campaign: ({ campaignId: id }) => ({
    method: 'GET',
    path: `${PUBLIC}?${new URLSearchParams({ documentId: idOf('GateBefore'), variables: JSON.stringify({ id }) })}`,
    expects: '"accessType"',
  }),
  view: ({ campaignId }) => ({ ...asked('RecordView', { campaignId, source: 'widget' }), expects: '"__typename"' }),
  password: ({ campaignId }) => ({
    ...asked('UnlockWithPassword', { campaignId, password: PASSWORD }),
    expects: '"products":[{',
  }),
  signup: ({ campaignId, run }, visitor) => ({
    ...asked('UnlockWithEmail', {
      ...{ campaignId, email: `${run}-${visitor}@example.com`, language: 'en' },
      ...{ acceptsMarketing: true, consentText: 'Write to me about early access.' },
    }),
    expects: '"products":[{',
  }),
  naiveView: ({ campaignId }) => ({ ...naive('recordView', { campaignId }), expects: '"recordView":true' }),
  naiveSignup: ({ campaignId, run }, visitor) => ({
    ...naive('signUp', { campaignId, email: `${run}-${visitor}@example.com` }),
    expects: '"signUp":true',
  }),
} as const satisfies Record<string, (place: Place, visitor: number) => Wish>;

interface Wish {
  readonly method: 'GET' | 'POST' | 'OPTIONS';
  readonly path: string;
  readonly body?: unknown;
  readonly expects: string;
}

/** The request of the visitor with this number, from an address that no other visitor of the run has. */
export function requestOf(kind: RequestKind, place: Place, visitor: number): LoadRequest {
  const { method, path, body, expects }: Wish = MAKERS[kind](place, visitor);
  const { host } = new URL(place.url);
  const address = `10.${(visitor >> 16) & 255}.${(visitor >> 8) & 255}.${visitor & 255}`;
  const head = `${method} ${path} HTTP/1.1\r\nHost: ${host}\r\nX-Forwarded-For: ${address}\r\n`;
  if (method === 'OPTIONS') return { text: `${head}${PREFLIGHT}\r\n`, expects };
  if (body === undefined) return { text: `${head}\r\n`, expects };
  const json = JSON.stringify(body);
  return { text: `${head}Content-Type: application/json\r\nContent-Length: ${json.length}\r\n\r\n${json}`, expects };
}

const PREFLIGHT =
  'Origin: https://shop.example\r\nAccess-Control-Request-Method: POST\r\nAccess-Control-Request-Headers: content-type\r\n';

/** As the widget asks: one of its documents by its identifier. */
function asked(name: string, input: Readonly<Record<string, unknown>>) {
  return { method: 'POST', path: PUBLIC, body: { documentId: idOf(name), variables: { input } } } as const;
}

function naive(name: string, variables: Readonly<Record<string, string>>) {
  const names = Object.keys(variables);
  const declared = names.map((one) => `$${one}: String!`).join(', ');
  const query = `mutation (${declared}) { ${name}(${names.map((one) => `${one}: $${one}`).join(', ')}) }`;
  return { method: 'POST', path: PUBLIC, body: { query, variables } } as const;
}

const documents: Readonly<Record<string, string>> = JSON.parse(
  readFileSync(join(import.meta.dirname, '..', '..', 'widget', 'src', 'gql', 'persisted-documents.json'), 'utf8'),
);
const ids = new Map<string, string>();

/** The identifier of the widget's newest document with this name. */
function idOf(name: string): string {
  const known = ids.get(name);
  if (known) return known;
  const id = Object.keys(documents).find((one) => new RegExp(`(query|mutation) ${name}\\b`).test(documents[one] ?? ''));
  if (id === undefined) throw new Error(`The widget has no document ${name}.`);
  ids.set(name, id);
  return id;
}
