import { createServer, type Server } from 'node:http';
import type { HostPage, Place } from './host-page.ts';

/** Serves host pages from an origin of their own, as a merchant's site would. */
export class PageHost {
  readonly #pages = new Map<string, { page: HostPage; place: Place }>();
  readonly #server: Server = createServer((request, response) => {
    const found = this.#pages.get(new URL(request.url ?? '/', 'http://host').pathname);
    if (!found) return response.writeHead(404).end();
    const { page, place } = found;
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...page.headers?.(place) });
    return response.end(page.html(place));
  });
  #origin = '';

  /** Begins to listen; nothing but this machine can reach it. */
  async open(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    const address = this.#server.address();
    // Another site than the product's, which calls itself by number.
    this.#origin = `http://localhost:${typeof address === 'object' && address ? address.port : 0}`;
  }

  /** Puts the page up and answers its address. */
  serve(page: HostPage, place: Place): string {
    const path = `/${encodeURIComponent(page.name)}/${place.campaign}`;
    this.#pages.set(path, { page, place });
    return `${this.#origin}${path}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
