import { ApolloLink, Observable } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { Writable } from 'node:stream';
import { renderToPipeableStream } from 'react-dom/server';
import { StaticRouter } from 'react-router';
import { App } from './App.tsx';
import { createApolloClient } from './apollo.ts';

/** What the admin shows at an address while no answer has come yet, as HTML. The builder puts it into documents. */
export function snapshotAt(address: string): Promise<string> {
  const silent = new ApolloLink(() => new Observable(() => undefined));
  const getSessionToken = (): Promise<string> => new Promise(() => undefined);
  const page = (
    <ApolloProvider client={createApolloClient(getSessionToken, silent)}>
      <StaticRouter basename="/admin" location={`/admin${address}`}>
        <App getSessionToken={getSessionToken} />
      </StaticRouter>
    </ApolloProvider>
  );
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
