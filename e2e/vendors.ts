import type { Page } from 'playwright-core';

/** What opens the stand-in's accounts; its page at `/demo/vendors` names them to everybody. */
export const VENDOR_KEYS = { klaviyo: 'pk_demo_klaviyo', omnisend: 'demo-omnisend-key' };

/** What can be switched on at the stand-in; more is in `api/src/stand-in/fault-plan.ts`. */
interface Fault {
  readonly kind: 'STATUS';
  readonly vendor: 'klaviyo' | 'omnisend';
  readonly status: number;
}

/** Klaviyo and Omnisend, as `/demo/vendors` of this product stands in for them. */
export class Vendors {
  readonly #page: Page;
  readonly #url: string;

  /** `url` is the product's, without a slash at its end. */
  constructor(page: Page, url: string) {
    this.#page = page;
    this.#url = `${url}/demo/vendors`;
  }

  /** Presses a person's button, such as `Unsubscribe: ADDRESS`, once the vendor knows of that person. */
  async press(button: string): Promise<void> {
    await this.#page.goto(this.#url);
    const act = this.#page.getByRole('button', { name: button }).first();
    await this.#lookUntil(30, () => act.isVisible());
    await act.click();
    await this.#page.waitForURL(this.#url);
  }

  /** Whether Klaviyo forgets somebody; what was accepted a moment ago is left a minute to arrive before it is deleted. */
  async forgetsAtKlaviyo(email: string): Promise<boolean> {
    await this.#page.goto(this.#url);
    const person = this.#page.getByRole('region', { name: 'Klaviyo' }).getByText(email);
    return this.#lookUntil(90, async () => (await person.count()) === 0);
  }

  /** From now on calls go wrong in this way, until it is `null`. */
  async switchFault(fault: Fault | null): Promise<void> {
    const headers = { 'content-type': 'application/json' };
    const wish = fault ? { method: 'POST', headers, body: JSON.stringify(fault) } : { method: 'DELETE' };
    const response = await fetch(`${this.#url}/control/faults`, wish);
    if (!response.ok) throw new Error(`The stand-in refused the fault with ${response.status}.`);
  }

  /** The page doesn't move by itself. */
  async #lookUntil(most: number, isSo: () => Promise<boolean>): Promise<boolean> {
    for (let looks = 0; looks < most && !(await isSo()); looks += 1) {
      await this.#page.waitForTimeout(1_000);
      await this.#page.reload();
    }
    return isSo();
  }
}
