/** A `fetch` whose first answer is the one that was asked for while the scripts were still on their way, if it was. */
export function withEarlyAnswer(early: Promise<Response> | undefined, ask: typeof fetch): typeof fetch {
  let waiting = early;
  return (...request) => {
    const answer = waiting ?? ask(...request);
    waiting = undefined;
    return answer;
  };
}

/** A `fetch` for which some questions have been asked already: each is answered so once, and anew from then on. */
export function withEarlyAnswers(early: Map<string, Promise<Response>>, ask: typeof fetch): typeof fetch {
  return (address, request) => {
    const question = typeof request?.body === 'string' ? request.body : '';
    const answer = early.get(question);
    early.delete(question);
    return answer ?? ask(address, request);
  };
}
