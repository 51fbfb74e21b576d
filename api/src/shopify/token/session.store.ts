import { Session } from '@shopify/shopify-api';
import type { SessionStorage } from '@shopify/shopify-app-session-storage';
import type { Prisma, PrismaClient, Session as SessionRow } from '../../../../prisma/client/client.ts';
import type { Seal } from '../../platform/seal.ts';

/** The table of sessions, or the same within a transaction. */
export type SessionTable = Pick<PrismaClient | Prisma.TransactionClient, 'session'>;

/**
 * Shopify's sessions, behind the interface of Shopify's own stores. Access and refresh tokens lie sealed, each bound to its row
 * and column: in another row they do not open.
 */
export class SessionStore implements SessionStorage {
  readonly #table: SessionTable;
  readonly #seal: Seal;

  constructor(table: SessionTable, seal: Seal) {
    this.#table = table;
    this.#seal = seal;
  }

  /** Keeps the session, in place of the one with the same id. The refresh token that it replaces is kept beside it. */
  async storeSession(session: Session): Promise<boolean> {
    const { id } = session;
    const before = await this.#table.session.findUnique({ where: { id } });
    const row = { ...this.#rowOf(session), previousRefreshToken: this.#previousTokenOf(before, session) };
    await this.#table.session.upsert({ where: { id }, create: { id, ...row }, update: row });
    return true;
  }

  /** The session with its tokens opened. Throws `SealBrokenError` where a token was moved here from another row. */
  async loadSession(id: string): Promise<Session | undefined> {
    const row = await this.#table.session.findUnique({ where: { id } });
    return row ? this.#sessionOf(row) : undefined;
  }

  /** The refresh token before the session's own: Shopify takes it until the session's own was used. */
  async previousRefreshToken(id: string): Promise<string | null> {
    const row = await this.#table.session.findUnique({ where: { id } });
    if (!row?.previousRefreshToken) return null;
    return this.#seal.open(row.previousRefreshToken, placeOf(id, 'refreshToken'));
  }

  /** Deletes the session, if it is there. */
  deleteSession(id: string): Promise<boolean> {
    return this.deleteSessions([id]);
  }

  /** Deletes those of the sessions that are there. */
  async deleteSessions(ids: string[]): Promise<boolean> {
    await this.#table.session.deleteMany({ where: { id: { in: ids } } });
    return true;
  }

  /** Every session of the shop. */
  async findSessionsByShop(shop: string): Promise<Session[]> {
    const rows = await this.#table.session.findMany({ where: { shop }, orderBy: { id: 'asc' } });
    return rows.map((row) => this.#sessionOf(row));
  }

  #rowOf({ id, shop, state, isOnline, ...session }: Session) {
    const { scope = null, expires = null, refreshTokenExpires = null, accessToken = '', refreshToken } = session;
    const userId = session.onlineAccessInfo?.associated_user.id;
    return {
      ...{ shop, state, isOnline, scope, expires, refreshTokenExpires },
      accessToken: this.#seal.seal(accessToken, placeOf(id, 'accessToken')),
      refreshToken: refreshToken === undefined ? null : this.#seal.seal(refreshToken, placeOf(id, 'refreshToken')),
      userId: userId === undefined ? null : BigInt(userId),
    };
  }

  /** Storing a session once more as it is forgets nothing. */
  #previousTokenOf(before: SessionRow | null, { id, refreshToken }: Session) {
    if (!before?.refreshToken) return null;
    const isSame = this.#seal.open(before.refreshToken, placeOf(id, 'refreshToken')) === refreshToken;
    return isSame ? before.previousRefreshToken : before.refreshToken;
  }

  #sessionOf({ id, shop, state, isOnline, ...row }: SessionRow): Session {
    return new Session({
      ...{ id, shop, state, isOnline },
      ...(row.scope === null ? {} : { scope: row.scope }),
      ...(row.expires === null ? {} : { expires: row.expires }),
      ...(row.refreshTokenExpires === null ? {} : { refreshTokenExpires: row.refreshTokenExpires }),
      accessToken: this.#seal.open(row.accessToken, placeOf(id, 'accessToken')),
      ...(row.refreshToken ? { refreshToken: this.#seal.open(row.refreshToken, placeOf(id, 'refreshToken')) } : {}),
    });
  }
}

/** A refresh token keeps its place when it becomes the previous one: it stays in its row. */
function placeOf(id: string, column: 'accessToken' | 'refreshToken'): string {
  return `Session.${column}:${id}`;
}
