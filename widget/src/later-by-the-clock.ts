/** A machine that sleeps stops its timers: so often, in milliseconds, it is looked whether the time has come meanwhile. */
const glanceMs = 15_000;

/** Calls back after so many milliseconds by the clock, also where the machine slept through most of them; the answer takes it back. */
export function laterByTheClock(callback: () => void, milliseconds: number): () => void {
  const due = Date.now() + milliseconds;
  const look = (): void => {
    const left = due - Date.now();
    if (left > 0) timer = setTimeout(look, Math.min(left, glanceMs));
    else callback();
  };
  let timer = setTimeout(look, Math.min(milliseconds, glanceMs));
  return () => clearTimeout(timer);
}
