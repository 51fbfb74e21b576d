/** Work that a vendor accepted and does a moment later. */
export interface PendingWork<Work> {
  /** Milliseconds since 1970, by the stand-in's clock. */
  readonly dueAt: number;
  readonly work: Work;
}

/** What every vendor's account has. */
export interface VendorAccount<Work> {
  readonly id: string;
  readonly name: string;
  /** Scopes by key; `*` is all of them. */
  readonly keys: Map<string, readonly string[]>;
  pending: PendingWork<Work>[];
  /** How long accepted work waits before it is done. */
  delayMs: number;
  /** Ids are counted, so that the same calls give the same ids. */
  nextId: number;
}

/** Somebody named an account that nobody made. */
class UnknownAccountError extends Error {
  readonly statusCode = 404;

  constructor(id: string) {
    super(`There is no account ${id}.`);
  }
}

/** The accounts of one vendor. */
export class VendorAccounts<Account extends VendorAccount<unknown>> {
  readonly byId = new Map<string, Account>();

  /** What a key opens; null: nothing. */
  open(key: string): { readonly account: Account; readonly scopes: readonly string[] } | null {
    for (const account of this.byId.values()) {
      const scopes = account.keys.get(key);
      if (scopes) return { account, scopes };
    }
    return null;
  }

  /** The account, which must exist. */
  get(id: string): Account {
    const account = this.byId.get(id);
    if (!account) throw new UnknownAccountError(id);
    return account;
  }
}

/** Whether scopes of a key cover all that an operation needs. */
export function missingScope(held: readonly string[], needed: readonly string[]): string | null {
  if (held.includes('*')) return null;
  return needed.find((scope) => !held.includes(scope)) ?? null;
}

/** Accepts work; a call that is to be forgotten never leads to any. */
export function doLater<Work>(
  account: VendorAccount<Work>,
  call: { readonly now: number; readonly isForgotten: boolean },
  work: Work,
): void {
  if (!call.isForgotten) account.pending.push({ dueAt: call.now + account.delayMs, work });
}

/** Takes what is due out of the account, in the order in which it is due. */
export function takeDue<Work>(account: VendorAccount<Work>, now: number): PendingWork<Work>[] {
  if (!account.pending.some(({ dueAt }) => dueAt <= now)) return [];
  const due = account.pending.filter(({ dueAt }) => dueAt <= now).sort((a, b) => a.dueAt - b.dueAt);
  account.pending = account.pending.filter(({ dueAt }) => dueAt > now);
  return due;
}
