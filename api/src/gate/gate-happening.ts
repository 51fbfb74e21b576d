import { registerEnumType } from 'type-graphql';

/** What only the visitor's page can tell. */
export enum GateHappening {
  GATE_SHOWN = 'GATE_SHOWN',
  PRODUCT_OPENED = 'PRODUCT_OPENED',
  SENT_TO_CART = 'SENT_TO_CART',
}

registerEnumType(GateHappening, {
  name: 'GateHappening',
  description: 'What the page with the gate on it tells. Nothing but the number is kept.',
  valuesConfig: {
    GATE_SHOWN: { description: 'The visitor saw the gate’s form.' },
    PRODUCT_OPENED: { description: 'The visitor opened a product’s page from behind the gate.' },
    SENT_TO_CART: { description: 'The visitor followed a product’s link into the cart.' },
  },
});
