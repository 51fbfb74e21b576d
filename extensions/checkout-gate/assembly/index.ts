import { Answer } from './answer';
import { readCheckout } from './checkout';
import { readConfig } from './config';
import { Judge } from './judgement';
import { readInput, writeOutput } from './wasi';
import { wordsFor } from './words';

/** Shopify calls this at the target `cart.validations.generate.run`. */
export function run(): void {
  const checkout = readCheckout(readInput());
  const answer = new Answer();
  // A cart can always be changed: what cannot be bought any more must not keep the rest from being bought. It is checkout that sells.
  if (!checkout.step.isText('CART_INTERACTION')) {
    const judge = new Judge(checkout, readConfig(checkout.config));
    for (let place = 0; place < checkout.lines.length; place += 1) {
      const refusal = judge.refusal(checkout.lines[place]);
      if (refusal === null) continue;
      const own = refusal.message;
      answer.add(own === null ? wordsFor(refusal.reason, refusal.limit, checkout.language) : own);
    }
  }
  writeOutput(answer.toJson());
}
