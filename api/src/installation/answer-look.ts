import type { OutsidePage } from '../platform/http/outside-page.ts';
import { type Found, note, problem } from './finding.ts';
import { InstallationSeverity } from './installation.type.ts';

/** What the answer itself says, before anything on the page is looked at. */
export function answerFindings(page: OutsidePage): Found[] {
  const stop = obstacleOf(page);
  if (stop) return [stop];
  return [
    ...(page.isRedirected ? [note('REDIRECTED', page.url.href)] : []),
    ...(page.isWhole ? [] : [note('TOO_LONG')]),
  ];
}

/** Whether there is a page to look at. */
export function readsOn(findings: readonly Found[]): boolean {
  return findings.every(({ severity }) => severity !== InstallationSeverity.PROBLEM);
}

function obstacleOf(page: OutsidePage): Found | null {
  const { status } = page;
  if (status === 401 || isPasswordPage(page)) return problem('PASSWORD_PAGE');
  if (status === 404 || status === 410) return problem('NOT_FOUND');
  if (status >= 500) return problem('BROKEN', String(status));
  if (status < 200 || status >= 300) return problem('REFUSED', String(status));
  return /html/i.test(page.contentType) ? null : problem('NOT_HTML', page.contentType || 'nothing');
}

/** A store of Shopify's that is not open yet leads to `/password`, or shows its form there. */
function isPasswordPage({ url, body, isRedirected }: OutsidePage): boolean {
  const isThere = /^\/(?:[a-z]{2}(?:-[a-z]{2})?\/)?password\/?$/i.test(url.pathname);
  return isThere && (isRedirected || /<form\b[^<>]{0,2000}action=["']?[^"'<>]{0,200}\/password/i.test(body));
}
