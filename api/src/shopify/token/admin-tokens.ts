import type { Session } from '@shopify/shopify-api';
import type { Prisma, PrismaClient } from '../../../../prisma/client/client.ts';
import type { Seal } from '../../platform/seal.ts';
import { AdminApiProblem } from '../admin-api.ts';
import type { IdToken } from '../identity/id-tokens.ts';
import { SessionStore } from './session.store.ts';
import { type TokenEndpoint, TokenRefusedError } from './token-endpoint.ts';
import { type LockedTokens, TokenLock } from './token-lock.ts';

/** A token is renewed when it has less than this left, as Shopify's own packages do. */
const RENEW_WITHIN_MS = 5 * 60_000;
/** While Shopify cannot be reached, a token that has this much left still serves. */
const STILL_GOOD_MS = 15_000;

/** What the tokens are made from. */
export interface AdminTokensParts {
  readonly prisma: PrismaClient;
  readonly seal: Seal;
  readonly endpoint: TokenEndpoint;
}

/**
 * The offline access token of each shop: asked for once however many need it at the same time, in whichever process, and renewed
 * before it expires. The refresh token that was used is kept until its successor has worked, so that nothing is lost
 * with an answer that was never kept: asked again with the old one, Shopify gives another.
 */
export class AdminTokens {
  readonly #parts: AdminTokensParts;
  readonly #lock: TokenLock;
  readonly #renewals = new Map<string, Promise<string | null>>();

  constructor(parts: AdminTokensParts) {
    this.#parts = parts;
    this.#lock = new TokenLock(parts.prisma);
  }

  /** A token that is good for some minutes. Throws `AdminApiProblem`: NOT_INSTALLED where there is none and none to be had. */
  async tokenOf(shop: string): Promise<string> {
    const session = await this.#store().loadSession(idOf(shop));
    if (session === undefined) throw notInstalled(shop);
    // This process's clock may be wrong: too early, and the renewal finds it out by the database's; too late, and Shopify does.
    return isGoodFor(session, RENEW_WITHIN_MS, Date.now()) ? accessTokenOf(session) : this.#renewed(shop, null);
  }

  /** Another token than the one that Shopify refused, although it looked good. Throws as `tokenOf` does. */
  async insteadOf(shop: string, refused: string): Promise<string> {
    const token = await this.#renewed(shop, refused);
    return token === refused ? this.#renewed(shop, refused) : token;
  }

  /** Whether the shop has a token, good or not. */
  async has(shop: string): Promise<boolean> {
    return (await this.#parts.prisma.session.count({ where: { id: idOf(shop) } })) > 0;
  }

  /** Gives the shop a token for its merchant's ID token; false: it has one. Throws `TokenRefusedError`, `AdminApiProblem`. */
  exchange(idToken: IdToken): Promise<boolean> {
    return this.#lock.hold(idToken.shop, async ({ transaction, now }) => {
      const store = this.#store(transaction);
      if ((await store.loadSession(idOf(idToken.shop))) !== undefined) return false;
      return store.storeSession(byClock(now, await this.#parts.endpoint.exchange(idToken)));
    });
  }

  /** Forgets every token of the shop when `decide` says so, within the same transaction. */
  async forgetAll(shop: string, decide: (transaction: Prisma.TransactionClient) => Promise<boolean>): Promise<void> {
    await this.#lock.hold(shop, async ({ transaction }) => {
      if (await decide(transaction)) await transaction.session.deleteMany({ where: { shop } });
    });
  }

  /** Forgets a token that Shopify refuses and does not replace: the merchant's next ID token is exchanged for another. */
  async forget(shop: string, refused: string): Promise<void> {
    await this.#lock.hold(shop, async ({ transaction }) => {
      const store = this.#store(transaction);
      const session = await store.loadSession(idOf(shop));
      if (session?.accessToken === refused) await store.deleteSession(session.id);
    });
  }

  /** All who need the shop's token in this process wait for one renewal. */
  async #renewed(shop: string, refused: string | null): Promise<string> {
    const running = this.#renewals.get(shop);
    const renewal = running ?? this.#lock.hold(shop, (tokens) => this.#renew(shop, refused, tokens));
    if (running === undefined) {
      this.#renewals.set(shop, renewal);
      // Whoever waits for it is told how it ended; this only makes room for the next.
      const forget = () => this.#renewals.delete(shop);
      renewal.then(forget, forget);
    }
    const token = await renewal;
    if (token === null) throw notInstalled(shop);
    return token;
  }

  /** Null: there is no token and none to be had. That a session came to its end is kept, hence no error. */
  async #renew(shop: string, refused: string | null, { transaction, now }: LockedTokens): Promise<string | null> {
    const store = this.#store(transaction);
    const session = await store.loadSession(idOf(shop));
    if (session === undefined) return null;
    const isRefused = session.accessToken === refused;
    if (!isRefused && isGoodFor(session, RENEW_WITHIN_MS, now())) return accessTokenOf(session);
    try {
      const renewed = byClock(now, await this.#refreshed(session, await store.previousRefreshToken(session.id)));
      await store.storeSession(renewed);
      return accessTokenOf(renewed);
    } catch (fault) {
      if (fault instanceof TokenRefusedError) {
        await store.deleteSession(session.id);
        return null;
      }
      const serves = !isRefused && isGoodFor(session, STILL_GOOD_MS, now());
      if (fault instanceof AdminApiProblem && serves) return accessTokenOf(session);
      throw fault;
    }
  }

  /** With the session's refresh token; where Shopify does not know it, with the one before it. */
  async #refreshed({ shop, refreshToken }: Session, previous: string | null): Promise<Session> {
    if (refreshToken === undefined) throw new TokenRefusedError();
    try {
      return await this.#parts.endpoint.refresh(shop, refreshToken);
    } catch (fault) {
      if (!(fault instanceof TokenRefusedError) || previous === null) throw fault;
      return this.#parts.endpoint.refresh(shop, previous);
    }
  }

  #store(transaction?: LockedTokens['transaction']): SessionStore {
    return new SessionStore(transaction ?? this.#parts.prisma, this.#parts.seal);
  }
}

/** As Shopify's library names a shop's offline session. */
function idOf(shop: string): string {
  return `offline_${shop}`;
}

/** Shopify says for how long tokens are good, and the library makes moments of it by this process's clock. */
function byClock(now: LockedTokens['now'], session: Session): Session {
  const aheadMs = now() - Date.now();
  const { expires, refreshTokenExpires } = session;
  if (expires) session.expires = new Date(expires.getTime() + aheadMs);
  if (refreshTokenExpires) session.refreshTokenExpires = new Date(refreshTokenExpires.getTime() + aheadMs);
  return session;
}

/** A token without an end never expires. */
function isGoodFor({ expires }: Session, leftMs: number, now: number): boolean {
  return expires === undefined || expires.getTime() - leftMs > now;
}

function accessTokenOf({ accessToken }: Session): string {
  if (accessToken === undefined) throw new Error('A session of Shopify has no access token.');
  return accessToken;
}

function notInstalled(shop: string): AdminApiProblem {
  return new AdminApiProblem('NOT_INSTALLED', `${shop} has not installed the app, or not opened it since.`);
}
