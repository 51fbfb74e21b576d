import { takeDue } from '../desk/vendor-account.ts';
import type { Observations } from '../observations.ts';
import {
  contactByEmail,
  emailIdentifierOf,
  newId,
  type OmnisendAccount,
  type OmnisendBatch,
} from './omnisend-account.ts';
import { addressIssues } from './omnisend-address.ts';
import { contactAnswer } from './omnisend-answers.ts';
import { upsertContact } from './omnisend-contacts.ts';
import { newContact } from './omnisend-schemas.ts';

/** Does everything that is due in the account. */
export function doOmnisendWork(account: OmnisendAccount, seen: Observations, now: number): void {
  for (const { work, dueAt } of takeDue(account, now)) {
    switch (work.kind) {
      case 'START_BATCH':
        startBatch(account, work.batchId, dueAt);
        break;
      case 'RUN_BATCH':
        runBatch(account, { batchId: work.batchId, seen }, dueAt);
        break;
      default:
        changeTags(account, work, dueAt);
    }
  }
  // A started batch may be due itself.
  if (account.pending.some(({ dueAt }) => dueAt <= now)) doOmnisendWork(account, seen, now);
}

function startBatch(account: OmnisendAccount, batchId: string, at: number): void {
  const batch = account.batches.get(batchId);
  if (!batch) return;
  batch.startedAt = at;
  account.pending.push({ dueAt: at + account.delayMs, work: { kind: 'RUN_BATCH', batchId } });
}

function runBatch(
  account: OmnisendAccount,
  { batchId, seen }: { batchId: string; seen: Observations },
  at: number,
): void {
  const batch = account.batches.get(batchId);
  if (!batch) return;
  for (const item of batch.items) runItem(account, { batch, item, seen }, at);
  batch.endedAt = at;
}

interface BatchItemRun {
  readonly batch: OmnisendBatch;
  readonly item: unknown;
  readonly seen: Observations;
}

function runItem(account: OmnisendAccount, { batch, item, seen }: BatchItemRun, at: number): void {
  const read = newContact.safeParse(item);
  const result = { itemID: newId(account), request: item, status: 'finished' };
  const issues = read.success ? addressIssues(read.data) : read.error.issues;
  if (!read.success || issues.length > 0) {
    const errors = issues.map(({ path, message }) => {
      return { field: path.map(String).join('.'), code: 'invalid_format', message };
    });
    const response = { title: 'Validation failed', status: 400, detail: 'Request contains invalid fields.', errors };
    batch.errors.push({ ...result, status: 'failed', response, responseCode: 400 });
    return;
  }
  const email = emailIdentifierOf(read.data)?.id ?? null;
  const responseCode = email !== null && contactByEmail(account, email) ? 200 : 201;
  const contact = upsertContact(account, { input: read.data, seen }, at);
  batch.responses.push({ ...result, itemID: contact.id, response: contactAnswer(contact), responseCode });
}

function changeTags(
  account: OmnisendAccount,
  work: { kind: 'TAG' | 'UNTAG'; contactIds: readonly string[]; tags: readonly string[] },
  at: number,
): void {
  for (const id of work.contactIds) {
    const contact = account.contacts.get(id);
    if (!contact) continue;
    const others = contact.tags.filter((tag) => !work.tags.includes(tag));
    contact.tags = work.kind === 'TAG' ? [...others, ...work.tags] : others;
    contact.updatedAt = at;
  }
}
