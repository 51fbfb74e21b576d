import { gid } from '../world/gid.ts';
import { type OrderLine, type StandInOrder, totalOf } from '../world/stand-in-order.ts';
import type { StandInShop } from '../world/stand-in-shop.ts';
import { bare, dateOf } from './webhook-body.ts';

/** What orders of the stand-in never have. */
const NEVER_HERE = {
  ...{ current_total_additional_fees_set: null, current_total_duties_set: null, merchant_of_record_app_id: null },
  ...{ original_total_additional_fees_set: null, original_total_duties_set: null },
  merchant_business_entity_id: 'MTU0ODM4MDAwOQ',
};

/** The body of `orders/paid`. Whoever bought is in it, as Shopify has it: an app must not keep more of that than it needs. */
export function orderBody(shop: StandInShop, order: StandInOrder): object {
  const { id, number, email, currency, createdAt } = order;
  const [total, at] = [totalOf(order), dateOf(createdAt)];
  return {
    ...{ id: bare(id), admin_graphql_api_id: gid('Order', id), app_id: null, browser_ip: null },
    ...{ buyer_accepts_marketing: false, cancel_reason: null, cancelled_at: null, cart_token: null },
    ...{ checkout_token: null, client_details: null, closed_at: null, confirmation_number: null, confirmed: true },
    ...{ contact_email: email, created_at: at, currency, customer_locale: 'en', device_id: null },
    ...moneyOf(total, currency),
    discount_codes: order.discountCodes.map((code) => ({ code, amount: '0.00', type: 'fixed_amount' })),
    ...NEVER_HERE,
    ...{ duties_included: false, email, estimated_taxes: false, financial_status: 'paid', fulfillment_status: null },
    ...{ landing_site: null, landing_site_ref: null, location_id: null, name: `#${number}`, note: null },
    ...{ note_attributes: order.attributes, number: number - 1000, order_number: number },
    order_status_url: `https://${shop.domain}/${shop.id}/orders/${id}/authenticate?key=stand-in`,
    ...{ payment_gateway_names: ['bogus'], phone: null, po_number: null, presentment_currency: currency },
    ...{ processed_at: at, reference: null, referring_site: null, source_identifier: null, source_name: 'web' },
    ...{ source_url: null, tags: '', tax_exempt: false, tax_lines: [], taxes_included: true, test: true, token: id },
    ...{ total_weight: 0, updated_at: at, user_id: null, billing_address: null, customer: customerOf(order) },
    ...{ discount_applications: [], fulfillments: [], line_items: order.lines.map((line) => lineBody(line, currency)) },
    ...{ payment_terms: null, refunds: [], shipping_address: null, shipping_lines: [], returns: [] },
    line_item_groups: [],
  };
}

function moneyOf(total: string, currency: string): object {
  return {
    ...{ current_subtotal_price: total, current_subtotal_price_set: bagOf(total, currency) },
    ...{ current_total_discounts: '0.00', current_total_discounts_set: bagOf('0.00', currency) },
    ...{ current_total_price: total, current_total_price_set: bagOf(total, currency) },
    ...{ current_total_tax: '0.00', current_total_tax_set: bagOf('0.00', currency) },
    ...{ subtotal_price: total, subtotal_price_set: bagOf(total, currency), total_outstanding: '0.00' },
    ...{ total_discounts: '0.00', total_discounts_set: bagOf('0.00', currency) },
    ...{ total_line_items_price: total, total_line_items_price_set: bagOf(total, currency) },
    ...{ total_price: total, total_price_set: bagOf(total, currency) },
    ...{ total_shipping_price_set: bagOf('0.00', currency), total_tax: '0.00', total_tax_set: bagOf('0.00', currency) },
    current_shipping_price_set: bagOf('0.00', currency),
    total_cash_rounding_payment_adjustment_set: bagOf('0.00', currency),
    total_cash_rounding_refund_adjustment_set: bagOf('0.00', currency),
    total_tip_received: '0.00',
  };
}

function bagOf(amount: string, currency_code: string): object {
  return { shop_money: { amount, currency_code }, presentment_money: { amount, currency_code } };
}

function customerOf({ customerId, email, currency }: StandInOrder): object {
  return {
    ...{ id: bare(customerId), created_at: null, updated_at: null, first_name: 'Ada', last_name: 'Byron' },
    ...{ state: 'disabled', note: null, verified_email: true, multipass_identifier: null, tax_exempt: false },
    ...{
      email,
      phone: null,
      currency,
      tax_exemptions: [],
      default_address: null,
      admin_graphql_api_id: `gid://shopify/Customer/${customerId}`,
    },
  };
}

function lineBody(line: OrderLine, currency: string): object {
  const { id, title, variantTitle, price, quantity, sku } = line;
  const name = variantTitle === 'Default Title' ? title : `${title} - ${variantTitle}`;
  return {
    ...{ id: bare(id), admin_graphql_api_id: gid('LineItem', id), attributed_staffs: [], current_quantity: quantity },
    ...{ fulfillable_quantity: quantity, fulfillment_service: 'manual', fulfillment_status: null, gift_card: false },
    ...{ grams: 0, name, price, price_set: bagOf(price, currency), product_exists: true },
    ...{ product_id: bare(line.productId), properties: line.properties, quantity, requires_shipping: true },
    ...{ sales_line_item_group_id: null, sku, taxable: true, title, total_discount: '0.00' },
    ...{ total_discount_set: bagOf('0.00', currency), variant_id: bare(line.variantId) },
    ...{ variant_inventory_management: 'shopify', variant_title: variantTitle, vendor: null, tax_lines: [] },
    ...{ duties: [], discount_allocations: [] },
  };
}
