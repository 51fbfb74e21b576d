import type { homeTexts } from '../texts/home-texts.ts';
import { keepText, keptText } from '../ui/kept-text.ts';
import type { Home } from './home.ts';

type StepName = keyof typeof homeTexts.setUp.steps;

/** One step of the guide for a new shop. */
export interface SetUpStep {
  readonly name: StepName;
  readonly state: 'done' | 'skipped' | 'open';
  /** Where it is done; null where a campaign is created. */
  readonly url: string | null;
}

/** What a merchant said about the guide, in this browser. */
export interface GuideWish {
  readonly isDismissed: boolean;
  readonly skipsConnection: boolean;
}

/** The steps in their order, each as far as the shop has come. */
export function setUpSteps(setUp: Home['setUp'], { skipsConnection }: GuideWish): readonly SetUpStep[] {
  const campaign = setUp.campaignId ? `/campaigns/${setUp.campaignId}` : null;
  const step = (name: StepName, isDone: boolean, url: string | null): SetUpStep => {
    return { name, state: isDone ? 'done' : 'open', url };
  };
  const connection = step('connection', setUp.hasConnection, '/settings');
  return [
    step('catalog', setUp.hasCatalog, '/catalog'),
    step('campaign', setUp.hasCampaign, null),
    step('products', setUp.hasProducts, campaign),
    connection.state === 'open' && skipsConnection ? { ...connection, state: 'skipped' } : connection,
    step('activation', setUp.hasActivated, campaign),
    step('people', setUp.hasPeople, campaign),
  ];
}

/** What is asked for once, and remembered by this browser for each shop apart. */
const keyOf = (shop: string, wish: keyof GuideWish): string => `vip:set-up:${wish}:${shop}`;

/** The merchant's wishes about the guide. */
export function keptWish(shop: string): GuideWish {
  return {
    isDismissed: keptText(keyOf(shop, 'isDismissed')) !== null,
    skipsConnection: keptText(keyOf(shop, 'skipsConnection')) !== null,
  };
}

/** Remembers a wish, as far as the browser remembers anything: what it forgets it asks again. */
export function keepWish(shop: string, wish: keyof GuideWish): void {
  keepText(keyOf(shop, wish), 'yes');
}
