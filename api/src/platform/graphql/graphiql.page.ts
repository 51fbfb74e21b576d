import type { FastifyReply } from 'fastify';
import { html } from '../http/html.ts';

/** Where GraphiQL's own files are served. */
export const GRAPHIQL_FILES = '/graphiql';

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  // GraphiQL's editor and dialogs place themselves by inline styles; nothing on this page comes from a merchant.
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** What GraphiQL works on. */
export interface Explored {
  readonly path: string;
  readonly graphiqlSession?: string;
}

/** Answers with GraphiQL for an endpoint, with nothing from anywhere but this server. */
export function sendGraphiqlPage(reply: FastifyReply, { path, graphiqlSession }: Explored): FastifyReply {
  return reply
    .header('content-security-policy', POLICY)
    .header('vary', 'accept')
    .type('text/html; charset=utf-8')
    .send(pageOf(path, graphiqlSession ?? '').text);
}

function pageOf(path: string, session: string) {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>GraphiQL – ${path}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${GRAPHIQL_FILES}/graphiql.min.css">
<link rel="stylesheet" href="${GRAPHIQL_FILES}/graphiql-page.css">
<script defer src="${GRAPHIQL_FILES}/react.production.min.js"></script>
<script defer src="${GRAPHIQL_FILES}/react-dom.production.min.js"></script>
<script defer src="${GRAPHIQL_FILES}/graphiql.min.js"></script>
<script defer src="${GRAPHIQL_FILES}/graphiql-page.js"></script>
</head>
<body>
<div id="graphiql" data-endpoint="${path}" data-session="${session}">Loading GraphiQL…</div>
<noscript>GraphiQL needs JavaScript. The endpoint itself takes POST with application/json.</noscript>
</body>
</html>
`;
}
