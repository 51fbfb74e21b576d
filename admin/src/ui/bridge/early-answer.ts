/** A `fetch` whose first answer is the one that was asked for while the scripts were still on their way, if it was. */
export function withEarlyAnswer(early: Promise<Response> | undefined, ask: typeof fetch): typeof fetch {
  let waiting = early;
  return (...request) => {
    const answer = waiting ?? ask(...request);
    waiting = undefined;
    return answer;
  };
}
