import type { ShopDetails, ShopNews } from '../shop/shop-news.ts';
import { isTimeZone } from '../shop/time-zone.ts';
import type { WebhookEvent, WebhookHandlers } from './webhook-event.ts';
import { textAt } from './webhook-payload.ts';

/** What news of shops lead to. */
export interface ShopHandlersParts {
  readonly news: Pick<ShopNews, 'changed' | 'granted'>;
  /** Notes that a shop left at this time and forgets its tokens, unless it installed the app since. */
  readonly uninstall: (shop: string, at: Date) => Promise<unknown>;
}

/**
 * What a shop tells of itself. `app/uninstalled`: its tokens are forgotten and it counts as gone, which closes its gates and stops its sync;
 * everything else is kept until `shop/redact`. `app/scopes_update`, `shop/update`: the newest holds.
 */
export function shopHandlers(parts: ShopHandlersParts): WebhookHandlers {
  return {
    'app/uninstalled': [({ shop, triggeredAt }) => parts.uninstall(shop, triggeredAt)],
    'app/scopes_update': [(event) => parts.news.granted(event.shop, event.triggeredAt, scopesOf(event))],
    'shop/update': [(event) => parts.news.changed(event.shop, event.triggeredAt, detailsOf(event))],
  };
}

function scopesOf({ payload }: WebhookEvent): string[] {
  const { current } = payload;
  if (!Array.isArray(current)) throw new Error('app/scopes_update came without its list of scopes.');
  return current.filter((scope) => typeof scope === 'string');
}

/** Only what is fit to be shown and reckoned with; whatever else came leaves things as they were. */
function detailsOf({ payload }: WebhookEvent): ShopDetails {
  const name = textAt(payload, 'name')?.trim();
  const currencyCode = textAt(payload, 'currency');
  const timeZone = textAt(payload, 'iana_timezone');
  return {
    ...(name ? { name } : {}),
    ...(currencyCode && /^[A-Z]{3}$/.test(currencyCode) ? { currencyCode } : {}),
    ...(timeZone && isTimeZone(timeZone) ? { timeZone } : {}),
  };
}
