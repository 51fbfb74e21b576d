import type { FrameLocator, Locator, Page } from 'playwright-core';

/** The gate on a page, as somebody in front of it uses it. */
export interface Gate {
  /** Types the password and presses the button. */
  enterPassword(password: string): Promise<void>;
  /** Types the e-mail and presses the button; consent is given only when asked for. */
  enterEmail(email: string, consent?: boolean): Promise<void>;
  /** Waits for this text at the gate. */
  says(text: string): Promise<void>;
  /** Waits until the gate is open and answers the titles of the products behind it. */
  products(): Promise<string[]>;
  /** Whether anything stands behind the gate that one could see now. */
  isOpen(): Promise<boolean>;
}

/** The one gate of this page or frame. */
export function gateOn(page: Page | FrameLocator): Gate {
  return gateAt(page.locator('vip-gate'));
}

/** This gate, where a page has several. */
export function gateAt(gate: Locator): Gate {
  const welcome = gate.getByRole('heading', { name: "You're in." });
  return {
    enterPassword: async (password) => {
      await gate.getByRole('textbox', { name: 'Password' }).fill(password);
      await gate.getByRole('button', { name: 'Unlock' }).click();
    },
    enterEmail: async (email, consent = false) => {
      await gate.getByRole('textbox', { name: 'E-mail' }).fill(email);
      if (consent) await gate.getByRole('checkbox').check();
      await gate.getByRole('button', { name: 'Get early access' }).click();
    },
    says: (text) => gate.getByText(text).filter({ visible: true }).last().waitFor(),
    products: async () => {
      await welcome.waitFor();
      return gate.getByRole('heading', { level: 3 }).allInnerTexts();
    },
    isOpen: () => welcome.isVisible(),
  };
}
