import type { WebhookEvent, WebhookHandlers } from '../webhook/webhook-event.ts';
import { textAt, textsIn } from '../webhook/webhook-payload.ts';
import type { PersonalDataService, Subject } from './personal-data.service.ts';
import type { ShopErasure } from './shop-erasure.ts';

/** What the privacy topics lead to. */
export interface PrivacyHandlersParts {
  readonly personalData: Pick<PersonalDataService, 'answerShopify' | 'erase'>;
  readonly shopErasure: Pick<ShopErasure, 'run'>;
  /** Whether the shop is here at all: of one that was forgotten nothing is kept any more. */
  readonly isKnown: (shop: string) => Promise<boolean>;
}

/** The three topics that Shopify demands of every app. They are worked off within moments; Shopify allows 30 days. */
export function privacyHandlers(parts: PrivacyHandlersParts): WebhookHandlers {
  return {
    'customers/data_request': [(event) => answer(event, parts)],
    'customers/redact': [(event) => parts.personalData.erase(subjectOf(event, 'orders_to_redact'))],
    'shop/redact': [({ shop, triggeredAt }) => parts.shopErasure.run(shop, triggeredAt)],
  };
}

async function answer(event: WebhookEvent, { personalData, isKnown }: PrivacyHandlersParts): Promise<void> {
  if (!(await isKnown(event.shop))) return;
  const requestId = textAt(event.payload, 'data_request', 'id') ?? event.eventId;
  await personalData.answerShopify(subjectOf(event, 'orders_requested'), requestId);
}

/** The customer may be named by an address, by a number, or by both; which orders are theirs only Shopify can tell. */
function subjectOf({ shop, payload }: WebhookEvent, orders: 'orders_to_redact' | 'orders_requested'): Subject {
  const [email, customerId] = [textAt(payload, 'customer', 'email'), textAt(payload, 'customer', 'id')];
  return { shop, email, customerId, orderIds: textsIn(payload, orders) };
}
