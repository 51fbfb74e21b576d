import { type GateStep, isTrying, type Refusal } from './gate-step.ts';

/** Keeps the keyboard's place while the element is drawn anew: `before` and `after` stand around each drawing. */
export class GateFocus {
  readonly #element: HTMLElement;
  #wasHere = false;
  #shownRefusal: Refusal | null = null;

  constructor(element: HTMLElement) {
    this.#element = element;
  }

  before(): void {
    this.#wasHere = this.#isHere;
  }

  /** The focus goes to the field that was refused; where its place has vanished, to the next field, or to what has opened. */
  after(step: GateStep): void {
    if (!this.#wasHere) return;
    const refusal = isTrying(step) ? step.refusal : null;
    const find = (selector: string) => this.#element.querySelector<HTMLElement>(selector);
    if (refusal && refusal !== this.#shownRefusal) find('[aria-invalid=true]')?.focus();
    else if (!this.#isHere) {
      const field = step.name === 'open' ? null : find('[enterkeyhint]');
      (field ?? this.#element.shadowRoot?.querySelector('h2'))?.focus();
    }
    this.#shownRefusal = refusal;
  }

  /** Not by `:focus-within`, which in Chromium outlives a focused child whose slot goes before it. */
  get #isHere(): boolean {
    const root = this.#element.getRootNode();
    return (root instanceof Document || root instanceof ShadowRoot) && this.#element.contains(root.activeElement);
  }
}
