import type { Destination, DestinationName } from './destination.ts';
import { KlaviyoDestination } from './klaviyo/klaviyo.destination.ts';
import { OmnisendDestination } from './omnisend/omnisend.destination.ts';
import type { VendorBudget } from './vendor-budget.ts';

/** Where the vendors are, by destination; without a slash at the end. Omnisend's ends in `/api`. */
export type VendorUrls = Readonly<Record<DestinationName, string>>;

/** Every destination there is: a third one is its own file, its name in `DestinationName`, and one line here. */
export function createDestinations(
  urls: VendorUrls,
  budget: VendorBudget,
): Readonly<Record<DestinationName, Destination>> {
  return {
    KLAVIYO: new KlaviyoDestination({ baseUrl: urls.KLAVIYO, budget }),
    OMNISEND: new OmnisendDestination({ baseUrl: urls.OMNISEND, budget }),
  };
}
