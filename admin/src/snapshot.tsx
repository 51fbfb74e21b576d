import { Writable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { HttpLink } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { prerenderStatic } from '@apollo/client/react/ssr';
import type { ReactNode } from 'react';
import { renderToPipeableStream } from 'react-dom/server';
import { StaticRouter } from 'react-router';
import { App } from './App.tsx';
import { createApolloClient } from './apollo.ts';

/** A page before anything was answered. */
export interface Snapshot {
  /** What it shows. */
  readonly html: string;
  /** What it asks, as the bodies of its requests. */
  readonly questions: readonly string[];
}

/** Long enough for questions to come as far as the network. */
const onTheirWayMs = 20;

/** What the admin shows and asks at an address while no answer has come. The builder puts both into documents. */
export async function snapshotAt(address: string): Promise<Snapshot> {
  const asked: string[] = [];
  const network = (_address: unknown, request?: RequestInit): Promise<Response> => {
    asked.push(String(request?.body));
    return new Promise(() => undefined);
  };
  const client = createApolloClient(async () => 'token', new HttpLink({ uri: '/admin/graphql', fetch: network }));
  const hasAsked = new AbortController();
  const { result } = await prerenderStatic({
    tree: <AdminAt address={address} client={client} />,
    context: { client },
    signal: hasAsked.signal,
    // Once: there will be no answers to show.
    renderFunction: async (page: ReactNode) => {
      const html = await htmlOf(page);
      await wait(onTheirWayMs);
      hasAsked.abort();
      return html;
    },
  } as Parameters<typeof prerenderStatic>[0]);
  return { html: result, questions: asked.filter(isAlwaysTheSame) };
}

/** Questions about a time of now are others by the time that somebody asks. */
function isAlwaysTheSame(question: string): boolean {
  const { variables }: { variables?: object } = JSON.parse(question);
  return !/\d{4}-\d{2}-\d{2}T/.test(JSON.stringify(variables ?? {}));
}

function AdminAt({ address, client }: { address: string; client: ReturnType<typeof createApolloClient> }) {
  return (
    <ApolloProvider client={client}>
      <StaticRouter basename="/admin" location={`/admin${address}`}>
        <App getSessionToken={async () => 'token'} />
      </StaticRouter>
    </ApolloProvider>
  );
}

function htmlOf(page: ReactNode): Promise<string> {
  return new Promise((resolve, reject) => {
    const { pipe } = renderToPipeableStream(page, {
      // Not before its section's script is there, too.
      onAllReady: () => pipe(textInto(resolve)),
      onError: reject,
    });
  });
}

function textInto(done: (text: string) => void): Writable {
  const parts: Buffer[] = [];
  return new Writable({
    write: (part: Buffer, _encoding, next) => {
      parts.push(Buffer.from(part));
      next();
    },
    final: (end) => {
      done(Buffer.concat(parts).toString('utf8'));
      end();
    },
  });
}
