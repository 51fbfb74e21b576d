import type { StandInShop } from '../world/stand-in-shop.ts';
import { bare } from './webhook-body.ts';

/** The body of `shop/update` and `app/uninstalled`. */
export function shopBody(shop: StandInShop): object {
  const { domain, name, plan, currencyCode, ianaTimezone } = shop;
  const email = `owner@${domain.replace('.myshopify.com', '.example')}`;
  return {
    ...{ id: bare(shop.id), name, email, domain, province: 'Leinster', country: 'IE', address1: '1 Quay Street' },
    ...{ zip: 'D01 X2P3', city: 'Dublin', source: null, phone: null, latitude: null, longitude: null },
    ...{ primary_locale: 'en', address2: null, created_at: null, updated_at: null, country_code: 'IE' },
    ...{ country_name: 'Ireland', currency: currencyCode, customer_email: email, timezone: ianaTimezone },
    ...{ iana_timezone: ianaTimezone, shop_owner: 'Maeve Byrne', money_format: '{{amount}}' },
    ...{ money_with_currency_format: `{{amount}} ${currencyCode}`, weight_unit: 'kg', province_code: 'L' },
    ...{ taxes_included: true, auto_configure_tax_inclusivity: null, tax_shipping: null, county_taxes: true },
    ...{ plan_display_name: plan.publicDisplayName, plan_name: plan.handle, has_discounts: false },
    ...{ has_gift_cards: false, myshopify_domain: domain, google_apps_domain: null, google_apps_login_enabled: null },
    ...{ money_in_emails_format: '{{amount}}', money_with_currency_in_emails_format: `{{amount}} ${currencyCode}` },
    ...{ eligible_for_payments: true, requires_extra_payments_agreement: false, password_enabled: false },
    ...{ has_storefront: true, finances: true, primary_location_id: 655441491, checkout_api_supported: true },
    ...{ multi_location_enabled: true, setup_required: false, pre_launch_enabled: false },
    ...{ enabled_presentment_currencies: [currencyCode], marketing_sms_consent_enabled_at_checkout: false },
    transactional_sms_disabled: false,
  };
}
