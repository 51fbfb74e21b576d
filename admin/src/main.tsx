import { ApolloProvider } from '@apollo/client/react';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { App } from './App.tsx';
import { createApolloClient } from './apollo.ts';
import { withEarlyAnswer } from './ui/bridge/early-answer.ts';
import { createSession } from './ui/bridge/merchant-session.ts';

const page = document.getElementById('admin');
if (page === null) throw new Error('The page has no place for the admin');

const getSessionToken = createSession({
  fetch: withEarlyAnswer(window.earlySignIn, (...request) => fetch(...request)),
  now: Date.now,
  isOnline: () => navigator.onLine,
});
const client = createApolloClient(getSessionToken);

createRoot(page).render(
  <StrictMode>
    <ApolloProvider client={client}>
      {/* Without react-router's data router, which would double its script: pages load their own data. */}
      <BrowserRouter basename="/admin">
        <App getSessionToken={getSessionToken} />
      </BrowserRouter>
    </ApolloProvider>
  </StrictMode>,
);
