import { signupTexts } from '../texts/signup-texts.ts';

/** A page as one recognises it: its host and path; our own hosted page by its name. */
export function shortPage(page: string | null | undefined): string {
  if (!page || !URL.canParse(page)) return signupTexts.signups.unknownPage;
  const { host, pathname } = new URL(page);
  if (/^\/(?:apps\/vip\/)?c\/$/.test(pathname)) return `${signupTexts.signups.hostedPage} (${host})`;
  return pathname === '/' ? host : `${host}${pathname}`;
}
