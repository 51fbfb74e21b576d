/**
 * Does a piece of work once for each object, however many ask, and forgets what came of it with the object. A failure is not kept: who
 * asks next tries again.
 */
export function onceFor<Of extends object, Result>(work: (of: Of) => Promise<Result>): (of: Of) => Promise<Result> {
  const done = new WeakMap<Of, Promise<Result>>();
  return (of) => {
    const known = done.get(of);
    if (known) return known;
    const result = work(of);
    done.set(of, result);
    result.catch(() => done.delete(of));
    return result;
  };
}
