import type { GateApi } from './gate-api.ts';
import type { GateEventDetails } from './gate-event.ts';
import type { GateTries } from './gate-tries.ts';
import type { PassStore } from './pass-store.ts';

/** Which gate stands here: a campaign's id, a secret link, or both. Empty texts for none. */
export interface GatePlace {
  campaign: string;
  secretLink: string;
}

/** Who shows the gate. */
export interface GateHost {
  /** The step has changed: draw again. */
  requestUpdate(): void;
  /** Something that the page may want to hear. */
  announce<Name extends keyof GateEventDetails>(name: Name, detail: GateEventDetails[Name]): void;
  /** Calls back after so many milliseconds, however many; the answer takes it back. */
  later(callback: () => void, milliseconds: number): () => void;
}

/** What the controller works with. */
export interface GateParts {
  api: GateApi;
  /** What a visitor can try; it comes with the later screens, and throws while they cannot be reached. */
  tries(): Promise<GateTries>;
  passes: PassStore;
  /** What waits for an e-mail's confirmation in this tab; only the later screens can read what it holds. */
  pending: PassStore;
  host: GateHost;
}
