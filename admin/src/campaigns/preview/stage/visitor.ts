import type { ShownGate } from '../shown-gate.ts';

/** Looked for so often before anything is painted, and then at intervals: the gate may still be on its way. */
const looksBeforePaint = 200;
const looks = 400;
const pauseMs = 50;

/** What a visitor types; an address that can belong to nobody. */
const typed = { password: 'preview', email: 'visitor@example.com', waiting: 'visitor@example.com' } as const;

type Form = keyof typeof typed;

/** Does at the gate what the visitor did: types and presses the button, as people do. Given up once it is no longer wanted. */
export async function actAt(gate: HTMLElement, shown: ShownGate, isWanted: () => boolean): Promise<void> {
  const name = formOf(shown);
  if (name === null) return;
  const form = await freshForm(gate, name, isWanted);
  const field = gate.querySelector<HTMLInputElement>(`input[slot="${name}-field"]`);
  if (!form || !field || !isWanted()) return;
  field.value = typed[name];
  form.requestSubmit();
}

/** The form that the visitor fills in; null where there is nothing to fill in: whoever follows a link types nothing. */
function formOf({ act, way }: ShownGate): Form | null {
  if (act === 'join') return 'waiting';
  if (act === 'look' || act === 'losesNetwork' || way === 'LINK') return null;
  return way === 'PASSWORD' ? 'password' : 'email';
}

/** The form once the gate has drawn itself anew; the one that stood there before goes away first. */
async function freshForm(gate: HTMLElement, name: Form, isWanted: () => boolean): Promise<HTMLFormElement | null> {
  const find = () => gate.querySelector<HTMLFormElement>(`form[id$="-${name}"]`);
  const before = find();
  for (let look = 0; look < looks && isWanted(); look += 1) {
    const form = find();
    if (form && (form !== before || look >= looksBeforePaint)) return form;
    await (look < looksBeforePaint ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve, pauseMs)));
  }
  return null;
}
