import { sendAroundRefusals } from '../around-refusals.ts';
import type { Account, Delivery, Person } from '../destination.ts';
import type { TakenSteps } from '../taken-steps.ts';
import type { VendorCalls } from '../vendor-calls.ts';
import { bulkEventsOf, eventOf } from './klaviyo-bodies.ts';
import { FEW, KLAVIYO } from './klaviyo-calls.ts';
import { isKnownEvent, rejectionOf } from './klaviyo-errors.ts';

/**
 * Sends the event that starts the merchant's flows. One that Klaviyo will not have keeps nobody from the list: whether
 * their address is good is for the subscription to say.
 */
export async function sendEvents(
  { calls, taken }: { calls: VendorCalls; taken: TakenSteps },
  account: Account,
  { people: all, delivery }: { people: readonly Person[]; delivery: Delivery },
): Promise<void> {
  const steps = taken.of(account, delivery);
  const people = steps.without('EVENT', all);
  if (people.length > FEW) {
    await sendAroundRefusals(people, async (part) => {
      const body = bulkEventsOf(part, delivery);
      const path = '/api/event-bulk-create-jobs';
      const answer = await calls.send(account, { method: 'POST', path, body, allowance: KLAVIYO.bulkEvents });
      const rejection = rejectionOf(answer, account.key);
      return rejection && !isKnownEvent(rejection) ? rejection : null;
    });
    steps.note('EVENT', people);
    return;
  }
  for (const person of people) {
    const body = eventOf(person, delivery);
    await calls.send(account, { method: 'POST', path: '/api/events', body, allowance: KLAVIYO.event });
    steps.note('EVENT', [person]);
  }
}
