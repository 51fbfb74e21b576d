/** What a confirmation's mail says. */
export interface MailWords {
  subject(code: string, shop: string): string;
  heading(campaign: string, shop: string): string;
  code: string;
  link: string;
  button: string;
  /** `time`: how long, such as "30 minutes". */
  lifetime(time: string): string;
  notYou: string;
}

/** A heading and a sentence. */
export interface Notice {
  readonly title: string;
  readonly text: string;
}

/** What the page behind a mailed link says. */
export interface PageWords {
  readonly ask: Notice;
  readonly button: string;
  readonly notYou: string;
  /** Proved, and there is nothing more to show here. */
  readonly confirmed: Notice;
  /** Proved, but the campaign lets nobody in now. */
  readonly notOpen: Notice;
  /** No such link, or no longer. */
  readonly over: Notice;
  /** We failed. */
  readonly failed: Notice;
}

/** All of it, in one language. */
export interface Words {
  readonly mail: MailWords;
  readonly page: PageWords;
}
