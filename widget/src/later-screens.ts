import type { TemplateResult } from 'lit';
import type { FormWay } from './entry-form.ts';
import type { Ask } from './gate-api.ts';
import type { GateStep, Refusal } from './gate-step.ts';
import type { GateTries } from './gate-tries.ts';
import type { LaterMessages, Messages } from './messages.ts';
import type { Wording } from './wording.ts';

/** What comes in a file of its own, when the first screen is left: the countdown, the waiting list, the code, the products. */
export interface LaterScreens {
  /** Their rules, as the text of a style sheet. */
  rules: string;
  tries(ask: Ask): GateTries;
  /** These screens in English; another language brings its own. */
  english: LaterMessages;
  /** What stands in the shadow root. */
  face(face: Face): TemplateResult;
  /** The waiting list, where the step offers it. */
  waiting(face: Face): TemplateResult;
  /** The forms of these screens that the step has. */
  ways(step: GateStep): FormWay[];
  /** Why the last try did not get on. */
  refusal(wording: Wording, refusal: Refusal): string;
  /** What a screen reader hears. */
  spoken(face: Face): string;
}

/** Everything that one drawing of the gate needs. */
export interface Face {
  step: GateStep;
  wording: Wording;
  /** Unique on the page. */
  id: string;
  /** The API's own address, where relative addresses of products belong. */
  base: string;
  /** What the page's author knows of the gate beforehand; an empty text for nothing. */
  accessType: string;
  /** Milliseconds until the step changes by itself; null when it stays. */
  remaining: number | null;
  /** The screens that come after the first; null until they have come. */
  later: LaterScreens | null;
  press(way: FormWay): void;
  retry(): void;
  resend(): void;
  /** Somebody wants the form all the same: has a place of a campaign that is full, or another address. */
  insist(): void;
}

/** The files beside the script. */
export interface Shelves {
  screens(): Promise<LaterScreens>;
  /** One of `languages`. */
  language(code: string): Promise<Messages>;
}

/** The languages that have a file of their own; English needs none. */
export const languages: readonly string[] = ['de', 'fr', 'es', 'it', 'pt', 'nl', 'ja', 'ar'];
