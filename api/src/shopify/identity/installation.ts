import type { ShopService } from '../../shop/shop.service.ts';
import { type AdminApi, AdminApiProblem } from '../admin-api.ts';
import type { AdminTokens } from '../token/admin-tokens.ts';
import { TokenRefusedError } from '../token/token-endpoint.ts';
import type { IdToken } from './id-tokens.ts';
import { SHOP_DETAILS } from './shop-details.operation.ts';

/** What installing needs. */
export interface InstallationParts {
  readonly shops: ShopService;
  readonly tokens: AdminTokens;
  readonly adminApi: AdminApi;
}

/**
 * Shopify installs the app without calling it (managed install): a shop becomes known by the first ID token of its merchant, which is
 * exchanged for an offline token. The same brings back a shop that had uninstalled the app, and a token that was revoked.
 */
export class Installation {
  readonly #parts: InstallationParts;

  constructor(parts: InstallationParts) {
    this.#parts = parts;
  }

  /**
   * Makes sure that the shop is known and has a token. False: Shopify refuses the ID token, or it is from before an uninstall.
   * Throws `AdminApiProblem` when a new shop cannot be made known now; a known one is let in without Shopify.
   */
  async admit(idToken: IdToken): Promise<boolean> {
    const { shops, tokens } = this.#parts;
    const { shop, issuedAt } = idToken;
    const [standing, hasToken] = await Promise.all([shops.standing(shop), tokens.has(shop)]);
    if (standing?.uninstalledAt && issuedAt <= standing.uninstalledAt) return false;
    const isAlive = standing !== null && standing.uninstalledAt === null;
    try {
      const isExchanged = !hasToken && (await tokens.exchange(idToken));
      if (!isAlive) await shops.install(await this.#detailsOf(shop), issuedAt);
      // Shopify gave a token: word of an uninstall before this is history.
      else if (isExchanged) await shops.confirmInstalled(shop, issuedAt);
      // A token that is kept may be from before an uninstall that nobody told us of. That this merchant is here proves the installation as well.
      else await shops.seeInstalled(shop, standing, issuedAt);
      return true;
    } catch (fault) {
      if (fault instanceof TokenRefusedError) return false;
      if (isAlive && fault instanceof AdminApiProblem) return true;
      throw fault;
    }
  }

  /** Asks Shopify again what it tells about the shop: after a change of its settings, or of what the merchant granted. */
  async refreshDetails(shop: string): Promise<void> {
    await this.#parts.shops.saveDetails(await this.#detailsOf(shop));
  }

  /**
   * The merchant uninstalled the app at this time, by Shopify's clock. From now on nothing opens the shop, and its tokens are gone; unless it
   * was installed again since. May be called any number of times and late.
   */
  async uninstall(shop: string, at: Date): Promise<void> {
    const { tokens, shops } = this.#parts;
    await tokens.forgetAll(shop, async (transaction) => {
      const isMarked = await shops.markUninstalled({ shop, at }, transaction);
      return isMarked || (await shops.standing(shop)) === null;
    });
  }

  async #detailsOf(domain: string) {
    const { shop, currentAppInstallation } = await this.#parts.adminApi.request(domain, SHOP_DETAILS, {});
    return {
      ...{ domain, name: shop.name, currencyCode: shop.currencyCode, timeZone: shop.ianaTimezone },
      planName: shop.plan.publicDisplayName,
      isPlus: shop.plan.shopifyPlus,
      isDevelopment: shop.plan.partnerDevelopment,
      grantedScopes: currentAppInstallation.accessScopes.map(({ handle }) => handle),
    };
  }
}
