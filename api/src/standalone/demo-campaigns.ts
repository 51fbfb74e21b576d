import { AccessType } from '../campaign/access-type.ts';

/** A campaign of the demo shop as it is first made; the products are named by their handles. */
export interface DemoCampaign {
  name: string;
  description: string | null;
  accessType: AccessType;
  password: string | null;
  /** How many people get in; left out: as many as come. */
  capacity?: number;
  /** Further access codes, beside the password. */
  furtherCodes?: readonly { name: string; code: string; maxUses: number }[];
  /** In the order in which visitors see them. */
  handles: readonly string[];
}

/** One campaign per access type, so that whoever tries the app meets every gate. */
export const demoCampaigns: readonly DemoCampaign[] = [
  {
    name: 'First look for regulars',
    description: 'The new pieces, two days before anybody else. The password is on the card in your last parcel.',
    accessType: AccessType.PASSWORD,
    password: 'first light',
    furtherCodes: [{ name: 'For the press', code: 'wet clay', maxUses: 25 }],
    handles: ['first-firing-cup', 'lantern-teapot', 'storm-jug', 'tide-bowl', 'net-float-vase', 'gull-candlesticks'],
  },
  {
    name: 'Friends of the workshop',
    description: null,
    accessType: AccessType.SECRET_LINK,
    password: null,
    handles: ['herring-dish', 'harbour-mug', 'morning-plate', 'pebble-salt-cellar'],
  },
  {
    name: 'Letter list preview',
    description: 'Leave your e-mail and step in. We write four times a year, and only when there is something to show.',
    accessType: AccessType.EMAIL_SIGNUP,
    password: null,
    handles: ['workshop-apron', 'tide-line-napkins', 'rope-trivet', 'driftwood-spoon'],
  },
  {
    name: 'Winter sale, early',
    description: 'One evening of quiet before the sale begins. Come in with the password, or with your e-mail.',
    accessType: AccessType.PASSWORD_OR_EMAIL,
    password: 'warm hands',
    capacity: 200,
    handles: [
      'lighthouse-vase',
      'beeswax-tapers',
      'tide-bowl',
      'lantern-teapot',
      'gull-candlesticks',
      'driftwood-spoon',
    ],
  },
];
