import type { FrameLine } from './frame-line.ts';
import type { SaveBarState } from './messages.ts';

/** The app's save bars: elements `ui-save-bar` with two buttons, which the frame draws and presses. */
export class AppSaveBar {
  private readonly line: FrameLine;
  private shown: Element | null = null;
  private watch: MutationObserver | null = null;

  constructor(line: FrameLine) {
    this.line = line;
  }

  async show(id: string): Promise<void> {
    const bar = document.getElementById(id);
    if (bar === null) throw new Error(`There is no save bar ${id}.`);
    this.shown = bar;
    this.watch?.disconnect();
    this.watch = new MutationObserver(() => this.tell());
    this.watch.observe(bar, { childList: true, subtree: true, attributes: true });
    this.tell();
  }

  async hide(id: string): Promise<void> {
    if (this.shown?.id !== id) return;
    this.watch?.disconnect();
    this.shown = null;
    this.tell();
  }

  async toggle(id: string): Promise<void> {
    return this.shown?.id === id ? this.hide(id) : this.show(id);
  }

  /** Resolves when the merchant may leave; rejects when they want to stay. */
  async leaveConfirmation(): Promise<void> {
    if (this.shown === null) return;
    if (!(await this.line.ask('leave', null))) throw new Error('The merchant wants to stay.');
  }

  press(button: 'save' | 'discard'): void {
    this.buttonOf(button)?.click();
  }

  private tell(): void {
    this.line.tell({ name: 'saveBar', bar: this.shown === null ? null : this.state() });
  }

  private state(): SaveBarState {
    return { save: this.faceOf('save', 'Save'), discard: this.faceOf('discard', 'Discard') };
  }

  private faceOf(name: 'save' | 'discard', label: string) {
    const button = this.buttonOf(name);
    const isBusy = button?.hasAttribute('disabled') || button?.hasAttribute('loading');
    return { label: button?.textContent?.trim() || label, isDisabled: isBusy ?? true };
  }

  private buttonOf(name: 'save' | 'discard'): HTMLButtonElement | null {
    const selector = name === 'save' ? 'button[variant="primary"]' : 'button:not([variant="primary"])';
    return this.shown?.querySelector<HTMLButtonElement>(selector) ?? null;
  }
}
