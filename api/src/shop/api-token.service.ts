import { createHash, randomBytes } from 'node:crypto';
import type { ApiToken as ApiTokenRow, PrismaClient } from '../../../prisma/client/client.ts';
import { type Page, type PageRequest, readPage } from '../platform/graphql/connection.ts';
import { UserErrorCode, userError } from '../platform/graphql/user-error.type.ts';
import { isUuid } from '../platform/uuid.ts';
import type { ApiToken, ApiTokenCreateInput, ApiTokenCreatePayload, ApiTokenRevokePayload } from './api-token.type.ts';
import type { ApiTokenScope } from './api-token-scope.ts';
import type { Principal } from './principal.ts';

/** Every API token begins with it, so that scanners for leaked secrets know one when they see it. */
export const API_TOKEN_PREFIX = 'vip_';

const LONGEST_NAME = 100;
/** `lastUsedAt` is written at most this often per token: a use must not cost a write. */
const LAST_USED_RESOLUTION_MS = 60_000;

/** The API tokens of a shop. Tokens have 256 random bits and are kept as SHA-256 digests only. */
export class ApiTokenService {
  readonly #prisma: PrismaClient;

  constructor(prisma: PrismaClient) {
    this.#prisma = prisma;
  }

  /** Makes a token. Its text is in the answer and nowhere else. */
  async create(shop: string, input: ApiTokenCreateInput): Promise<ApiTokenCreatePayload> {
    const name = input.name.trim();
    const userErrors = problemsOf(name, input.scopes);
    if (userErrors.length > 0) return { apiToken: null, token: null, userErrors };
    const token = API_TOKEN_PREFIX + randomBytes(32).toString('base64url');
    const row = await this.#prisma.apiToken.create({
      data: { shop, name, scopes: [...new Set(input.scopes)], tokenDigest: digestOf(token) },
    });
    return { apiToken: apiTokenOf(row), token, userErrors: [] };
  }

  /** From now on the token opens nothing. Revoking twice keeps the first time. */
  async revoke(shop: string, id: string): Promise<ApiTokenRevokePayload> {
    const row = isUuid(id) ? await this.#prisma.apiToken.findUnique({ where: { shop_id: { shop, id } } }) : null;
    if (row === null) {
      const problem = userError(['id'], UserErrorCode.NOT_FOUND, 'There is no API token with this id.');
      return { apiToken: null, userErrors: [problem] };
    }
    const revokedAt = row.revokedAt ?? new Date();
    const revoked = await this.#prisma.apiToken.update({ where: { shop_id: { shop, id } }, data: { revokedAt } });
    return { apiToken: apiTokenOf(revoked), userErrors: [] };
  }

  /** The shop's tokens, newest first, revoked ones included. */
  async list(shop: string, request: PageRequest): Promise<Page<ApiToken>> {
    return readPage(
      request,
      { column: 'createdAt', direction: 'desc' },
      async ({ where, ...page }) => {
        const rows = await this.#prisma.apiToken.findMany({ where: { shop, ...where }, ...page });
        return rows.map(apiTokenOf);
      },
      () => this.#prisma.apiToken.count({ where: { shop } }),
    );
  }

  /** Who asks with this token; null when it is unknown or revoked, or its shop has uninstalled the app. */
  async principalOf(token: string): Promise<Principal | null> {
    const row = await this.#prisma.apiToken.findUnique({
      where: { tokenDigest: digestOf(token) },
      include: { owner: { select: { uninstalledAt: true } } },
    });
    if (row === null || row.revokedAt !== null || row.owner.uninstalledAt !== null) return null;
    await this.#noteUse(row);
    return {
      shop: row.shop,
      scopes: new Set(row.scopes as ApiTokenScope[]),
      kind: 'api-token',
      actor: `API token ${row.name}`,
    };
  }

  async #noteUse(row: ApiTokenRow): Promise<void> {
    if (row.lastUsedAt !== null && Date.now() - row.lastUsedAt.getTime() < LAST_USED_RESOLUTION_MS) return;
    await this.#prisma.apiToken.updateMany({
      where: { shop: row.shop, id: row.id },
      data: { lastUsedAt: new Date() },
    });
  }
}

function problemsOf(name: string, scopes: readonly ApiTokenScope[]) {
  const problems = [];
  if (name === '') problems.push(userError(['input', 'name'], UserErrorCode.BLANK, 'Give the token a name.'));
  if (name.length > LONGEST_NAME) {
    const message = `A name has at most ${LONGEST_NAME} characters.`;
    problems.push(userError(['input', 'name'], UserErrorCode.TOO_LONG, message));
  }
  if (scopes.length === 0) {
    problems.push(userError(['input', 'scopes'], UserErrorCode.REQUIRED, 'Choose at least one scope.'));
  }
  return problems;
}

function digestOf(token: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(token).digest());
}

function apiTokenOf(row: ApiTokenRow): ApiToken {
  return { ...row, scopes: row.scopes as ApiTokenScope[] };
}
