import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/** A small embedded app, for the frame that the stand-in puts around apps. */
export interface EmbeddedApp {
  readonly url: string;
  /** Addresses that documents were loaded at. */
  readonly documents: readonly URL[];
  /** ID tokens that came with requests. */
  readonly tokens: readonly string[];
  close(): Promise<void>;
}

/** Starts it; the first request with a token is refused as stale, so that App Bridge has to come again. */
export async function startEmbeddedApp(shopifyUrl: string, port: number): Promise<EmbeddedApp> {
  const documents: URL[] = [];
  const tokens: string[] = [];
  const answer = (request: IncomingMessage, reply: ServerResponse) => {
    const address = new URL(request.url ?? '/', 'http://app');
    if (address.pathname === '/api') return answerApi(request, reply, tokens);
    documents.push(address);
    reply.setHeader('content-type', 'text/html; charset=utf-8').end(documentFor(shopifyUrl));
  };
  const server = createServer(answer);
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
  return {
    ...{ url: `http://127.0.0.1:${port}`, documents, tokens },
    close: () => new Promise((done) => server.close(() => done())),
  };
}

function answerApi(request: IncomingMessage, reply: ServerResponse, tokens: string[]): void {
  tokens.push(request.headers.authorization ?? '');
  if (tokens.length === 1) reply.writeHead(401, { 'x-shopify-retry-invalid-session-request': '1' }).end();
  else reply.end('The server knows me.');
}

function documentFor(shopifyUrl: string): string {
  return `<!doctype html>
<meta name="shopify-api-key" content="stand-in-api-key"><script src="${shopifyUrl}/app-bridge.js"></script><link rel="icon" href="data:,">
<title>App</title><h1>An embedded app</h1><s-app-nav><a href="/campaigns">Campaigns</a></s-app-nav>
<button id="ask">Ask the server</button><button id="toast">Toast</button><button id="edit">Edit</button>
<button id="leave">Leave</button><button id="pick">Pick</button><button id="scopes">Ask for orders</button><p id="said"></p>
<ui-save-bar id="bar"><button variant="primary" id="save">Save it</button><button>Discard</button></ui-save-bar>
<script>
const say = (text) => { document.getElementById('said').textContent = text; };
const on = (id, act) => document.getElementById(id).addEventListener('click', act);
let ids = [];
on('ask', async () => say(await (await fetch('/api')).text()));
on('toast', () => shopify.toast.show('It is done', { duration: 60_000, action: 'Undo', onAction: () => say('Undone.') }));
on('edit', () => shopify.saveBar.show('bar'));
on('save', () => say('Saved.'));
on('leave', () => shopify.saveBar.leaveConfirmation().then(() => say('Left.'), () => say('Stayed.')));
on('pick', async () => {
  const picked = await shopify.resourcePicker({ type: 'product', multiple: true, selectionIds: ids });
  if (picked) { ids = picked.map(({ id }) => ({ id })); say('Picked ' + picked.map(({ title }) => title).join(', ') + '.'); }
});
on('scopes', async () => say((await shopify.scopes.request(['read_orders'])).result));
document.addEventListener('shopify:navigate', (event) => {
  event.preventDefault();
  history.pushState(null, '', event.target.getAttribute('href'));
  say('Went to ' + location.pathname + '.');
});
</script>`;
}
