import { readFileSync } from 'node:fs';
import type { Page, Request, Route } from 'playwright-core';

/** Every request of the gate. */
export const PUBLIC_API = '**/public/graphql*';

const DOCUMENTS = new URL('../../widget/documents.json', import.meta.url);
const documents: Record<string, string> = JSON.parse(readFileSync(DOCUMENTS, 'utf8'));

/** The document that the gate asks for, which it names by its identifier; empty for any other request. */
export function documentOf(request: Request): string {
  const question = new URL(request.url()).searchParams.get('documentId');
  const id = question ?? /"documentId":"([^"]+)"/.exec(request.postData() ?? '')?.[1] ?? '';
  return documents[id] ?? '';
}

/** One way in which a shop cannot be reached. */
export interface Outage {
  /** Continues “when …”. */
  readonly name: string;
  begin(page: Page): Promise<unknown>;
  end(page: Page): Promise<unknown>;
}

const routed = (name: string, handle: (route: Route) => unknown): Outage => ({
  name,
  begin: (page) => page.route(PUBLIC_API, handle),
  end: (page) => page.unroute(PUBLIC_API, handle),
});
const answering = (name: string, status: number, headers: Record<string, string>): Outage =>
  routed(name, (route) =>
    route.fulfill({ status, headers: { 'access-control-allow-origin': '*', ...headers }, body: '<h1>Busy</h1>' }),
  );

/** From the visitor's own line to a server that is there and cannot. */
export const outages: readonly Outage[] = [
  {
    name: 'the browser is offline',
    begin: (page) => page.context().setOffline(true),
    end: (page) => page.context().setOffline(false),
  },
  routed('the address has no name any more', (route) => route.abort('namenotresolved')),
  routed('a blocker of advertisements takes it', (route) => route.abort('blockedbyclient')),
  routed('the line breaks', (route) => route.abort('connectionreset')),
  routed('nothing is ever answered', () => undefined),
  answering('the server has too much to do', 503, { 'retry-after': '1', 'content-type': 'text/html' }),
  answering('a wall in front counts requests', 429, { 'retry-after': '1', 'content-type': 'text/html' }),
  routed('a portal of a hotel answers instead', (route) =>
    route.fulfill({ headers: { 'access-control-allow-origin': '*' }, contentType: 'text/html', body: '<p>Log in' }),
  ),
];
