/** The script of our GraphiQL page: joins React, GraphiQL and an endpoint, all from files of this server. */

type Fetcher = (operation: unknown, options?: unknown) => unknown;

interface PageLibraries {
  React: { createElement(component: unknown, properties: object): unknown };
  ReactDOM: { createRoot(element: Element): { render(content: unknown): void } };
  GraphiQL: { createFetcher(options: { url: string; headers: Record<string, string> }): Fetcher };
}

const EXAMPLE = '# Ctrl-Enter runs the operation; the book icon shows every type with its description.\n\n';

async function tokenFrom(session: string): Promise<string | null> {
  const answer = await fetch(session, { method: 'POST', headers: { accept: 'application/json' } });
  if (!answer.ok) return null;
  const { token } = (await answer.json()) as { token?: unknown };
  return typeof token === 'string' ? token : null;
}

/** A token lives for minutes: each operation asks again when none is at hand or the last one was refused. */
function authorised(endpoint: string, session: string): Fetcher {
  const libraries = globalThis as unknown as PageLibraries;
  let token: string | null = null;
  let askedAt = 0;
  const lifetimeMs = 30_000;
  return async (operation, options) => {
    if (session && Date.now() - askedAt > lifetimeMs) {
      token = await tokenFrom(session);
      askedAt = Date.now();
    }
    const headers: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {};
    return libraries.GraphiQL.createFetcher({ url: endpoint, headers })(operation, options);
  };
}

function show(): void {
  const place = document.querySelector<HTMLElement>('#graphiql');
  const endpoint = place?.dataset.endpoint;
  if (!place || !endpoint) return;
  const { React, ReactDOM, GraphiQL } = globalThis as unknown as PageLibraries;
  const properties = {
    fetcher: authorised(endpoint, place.dataset.session ?? ''),
    defaultQuery: EXAMPLE,
    shouldPersistHeaders: false,
    storage: namespaced(endpoint),
  };
  ReactDOM.createRoot(place).render(React.createElement(GraphiQL, properties));
}

/** Each endpoint keeps its own tabs and history in this browser. */
function namespaced(endpoint: string) {
  const prefix = `${endpoint}:`;
  return {
    getItem: (key: string) => localStorage.getItem(prefix + key),
    setItem: (key: string, value: string) => localStorage.setItem(prefix + key, value),
    removeItem: (key: string) => localStorage.removeItem(prefix + key),
    clear: () => localStorage.clear(),
    get length() {
      return localStorage.length;
    },
  };
}

show();
