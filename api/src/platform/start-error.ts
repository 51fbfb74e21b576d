/**
 * The start cannot go on, and the operator can do something about it. Its message is one sentence that says what and
 * why; it never carries a secret, and it is all that the operator is shown.
 */
export class StartError extends Error {
  constructor(sentence: string, options?: ErrorOptions) {
    super(sentence, options);
    this.name = 'StartError';
  }
}
