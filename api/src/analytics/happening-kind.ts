import { registerEnumType } from 'type-graphql';

/** What is counted, as the admin asks for it. */
export enum HappeningKind {
  VIEW = 'VIEW',
  UNIQUE_VISITOR = 'UNIQUE_VISITOR',
  GATE_SHOWN = 'GATE_SHOWN',
  ATTEMPT = 'ATTEMPT',
  DENIED = 'DENIED',
  PASS = 'PASS',
  SIGNUP = 'SIGNUP',
  PRODUCT_OPENED = 'PRODUCT_OPENED',
  SENT_TO_CART = 'SENT_TO_CART',
}

registerEnumType(HappeningKind, {
  name: 'HappeningKind',
  description: 'What is counted at a gate; each is a number of `AnalyticsCounts`.',
  valuesConfig: {
    VIEW: { description: '`views`' },
    UNIQUE_VISITOR: { description: '`uniqueVisitors`: the first view of somebody’s on a day in UTC.' },
    GATE_SHOWN: { description: '`gateShown`' },
    ATTEMPT: { description: '`attempts`' },
    DENIED: { description: '`denied`' },
    PASS: { description: '`passes`' },
    SIGNUP: { description: '`signups`' },
    PRODUCT_OPENED: { description: '`productsOpened`' },
    SENT_TO_CART: { description: '`sentToCart`' },
  },
});

/** By what numbers are told apart. */
export enum HappeningDimension {
  SOURCE = 'SOURCE',
  CODE = 'CODE',
  LINK = 'LINK',
  DEVICE = 'DEVICE',
  COUNTRY = 'COUNTRY',
  REASON = 'REASON',
}

registerEnumType(HappeningDimension, {
  name: 'HappeningDimension',
  description: 'By what the numbers of `Analytics` are told apart.',
  valuesConfig: {
    SOURCE: { description: '`sources`' },
    CODE: { description: '`codes`: the value is the access code’s id.' },
    LINK: { description: '`links`: the value is the secret link’s id.' },
    DEVICE: { description: '`devices`' },
    COUNTRY: { description: '`countries`' },
    REASON: { description: '`denials`: the value is a `DenialReason`.' },
  },
});
