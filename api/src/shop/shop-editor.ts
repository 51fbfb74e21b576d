import { type UserError, UserErrorCode, userError } from '../platform/graphql/user-error.type.ts';
import type { ShopService } from './shop.service.ts';
import type { Shop, ShopUpdateInput, ShopUpdatePayload } from './shop.type.ts';
import { isTimeZone } from './time-zone.ts';

const LONGEST_NAME = 100;

const FROM_SHOPIFY =
  'Name, currency and time zone come from Shopify. Change them there, under Settings and then General: they arrive here within seconds.';

/** A shop's details as its merchant writes them, where no Shopify tells them. */
export class ShopEditor {
  readonly #shops: Pick<ShopService, 'get' | 'save'>;
  /** False where Shopify tells the details of every shop. */
  readonly isAllowed: boolean;

  constructor(shops: Pick<ShopService, 'get' | 'save'>, { isAllowed }: { isAllowed: boolean }) {
    this.#shops = shops;
    this.isAllowed = isAllowed;
  }

  /** Changes what the input names; the new details hold for all that is shown or counted from now on. */
  async update(domain: string, input: ShopUpdateInput): Promise<ShopUpdatePayload> {
    if (!this.isAllowed) return refused([userError(null, UserErrorCode.INVALID, FROM_SHOPIFY)]);
    const after = shopAfter(await this.#shops.get(domain), input);
    const userErrors = problemsOf(after);
    return userErrors.length > 0 ? refused(userErrors) : { shop: await this.#shops.save(after), userErrors: [] };
  }
}

function refused(userErrors: UserError[]): ShopUpdatePayload {
  return { shop: null, userErrors };
}

function shopAfter({ domain, ...before }: Shop, input: ShopUpdateInput): Shop {
  return {
    domain,
    name: input.name?.trim() ?? before.name,
    currencyCode: input.currencyCode?.trim().toUpperCase() ?? before.currencyCode,
    timeZone: input.timeZone?.trim() ?? before.timeZone,
  };
}

function problemsOf({ name, currencyCode, timeZone }: Shop): UserError[] {
  return [
    ...nameProblems(name),
    ...(isCurrency(currencyCode)
      ? []
      : [problem('currencyCode', UserErrorCode.INVALID, 'This is no currency. Write its three letters, such as EUR.')]),
    ...(isTimeZone(timeZone)
      ? []
      : [problem('timeZone', UserErrorCode.INVALID, 'This is no time zone. Write it as Europe/Berlin.')]),
  ];
}

function nameProblems(name: string): UserError[] {
  if (name === '') return [problem('name', UserErrorCode.BLANK, 'Give the shop a name.')];
  if (/\p{Cc}/u.test(name)) return [problem('name', UserErrorCode.INVALID, 'A name is one line.')];
  if (name.length <= LONGEST_NAME) return [];
  return [problem('name', UserErrorCode.TOO_LONG, `A name has at most ${LONGEST_NAME} characters.`)];
}

function problem(field: keyof ShopUpdateInput, code: UserErrorCode, message: string): UserError {
  return userError(['input', field], code, message);
}

function isCurrency(code: string): boolean {
  return Intl.supportedValuesOf('currency').includes(code);
}
