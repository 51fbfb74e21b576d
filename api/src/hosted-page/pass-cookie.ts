/** The cookie in which a browser without scripts keeps an access pass. */
const NAME = 'vip-pass';

/** What an opened gate gives for the cookie. */
export interface CookiePass {
  readonly pass: string;
  readonly expiresAt: Date;
}

/** Where the cookie is sent to, and how. */
export interface CookieScope {
  /** The path under which it is sent; without a slash at its end. */
  readonly path: string;
  /** Whether people reach this server by https. */
  readonly secure: boolean;
}

/** The value of `Set-Cookie` that keeps a pass until it expires, away from scripts and from other sites' forms. */
export function passCookie({ pass, expiresAt }: CookiePass, { path, secure }: CookieScope): string {
  const parts = [`${NAME}=${pass}`, `Path=${path}`, `Expires=${expiresAt.toUTCString()}`, 'HttpOnly', 'SameSite=Lax'];
  return [...parts, ...(secure ? ['Secure'] : [])].join('; ');
}

/** The path of the pass page that needs no secret link: whoever confirms by mail comes here. */
export function passPath(campaignId: string): string {
  return `/pass/${campaignId}`;
}

/** The pass that a request carries; empty when it carries none. */
export function passInCookie(header: string | undefined): string {
  for (const part of (header ?? '').split(';')) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at).trim() === NAME) return part.slice(at + 1).trim();
  }
  return '';
}
