import { html, type TemplateResult } from 'lit';
import type { TextName, Wording } from './wording.ts';

/** A text's name as attributes and slots have it: `passwordIntro` is `text-password-intro`. */
export function slotOf(name: string): string {
  return `text-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** A text that a page may replace by markup of its own, in a slot of the text's name. */
export function slotted(wording: Wording, name: TextName, filling = ''): TemplateResult {
  return html`<slot name=${slotOf(name)}>${wording.text(name, filling)}</slot>`;
}
