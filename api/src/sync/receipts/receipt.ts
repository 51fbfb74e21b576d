import type { ReceiptEvent, ReceiptReason, ReceiptState } from '../../../../prisma/client/client.ts';
import type { Account, DestinationName, Person } from '../../integrations/destination.ts';
import type { VendorProblem } from '../../integrations/vendor-problem.ts';

/** A receipt that this worker alone may work on, as long as its lease holds. */
export interface LeasedReceipt {
  readonly shop: string;
  readonly signupId: string;
  readonly destination: DestinationName;
  readonly campaignId: string;
  /** Id of the list or tag it is for. */
  readonly audience: string;
  /** As it was before the lease: sends are SENDING in the database meanwhile. */
  readonly state: ReceiptState;
  /** How often it was sent; the present attempt is not counted yet. */
  readonly attempts: number;
  /** How often it was looked for since it was accepted. */
  readonly looks: number;
  /** When an attempt began whose end is not known: the vendor is read before anything is sent again. */
  readonly attemptedAt: Date | null;
  /** When its present row of failures began; null: the last end was good, or there was none. */
  readonly failingSince: Date | null;
  readonly acceptedAt: Date | null;
  /** When it was last seen in its audience. */
  readonly seenAt: Date | null;
  /** When the consent was given that was sent; null: none was. */
  readonly consentAt: Date | null;
  readonly contactId: string | null;
  /** The vendor's id of the batch that carries it. */
  readonly job: string | null;
  readonly campaignName: string;
  /** By the database's clock, when the lease was taken: what "now" is for every decision about this receipt. */
  readonly now: Date;
  /** The sign-up; `consent` is the newest answer that counts, if it is a yes, `isConfirmed` whether the address was proved by mail since. */
  readonly person: Person;
}

/** The connection a batch goes through, with its key opened. */
export interface LeasedConnection {
  readonly shop: string;
  readonly id: string;
  readonly destination: DestinationName;
  readonly account: Account;
  readonly sendsWithoutConsent: boolean;
  readonly sendsEvent: boolean;
  readonly sendsWelcomeMessage: boolean;
}

/** Receipts under one lease, of one connection, one audience and one campaign. */
export interface Batch {
  /** The lease they are under: one that has run out settles nothing. */
  readonly lease: string;
  readonly connection: LeasedConnection;
  /** SEND: bring them there. LOOK: see whether what was accepted has arrived. */
  readonly purpose: 'SEND' | 'LOOK';
  readonly receipts: readonly LeasedReceipt[];
}

/** What came of one receipt of a batch. */
export interface ReceiptResult {
  readonly signupId: string;
  readonly state: ReceiptState;
  /** Null where nothing is wrong. */
  readonly reason: ReceiptReason | null;
  /** A few words without address and key. */
  readonly detail: string | null;
  /** What is written into its history; null: nothing that a merchant would want to read again. */
  readonly event: ReceiptEvent | null;
  /** When it is due again, in milliseconds from now by the database's clock; null: never by itself. */
  readonly dueInMs: number | null;
  /** Absent: stays as it is. */
  readonly contactId?: string | null;
  /** Absent: stays as it is. */
  readonly job?: string | null;
  /** When the consent that went out was given; null: none did. Absent: stays as it is. */
  readonly consentAt?: Date | null;
  /** Whether it was sent, or may have been. */
  readonly countsAsAttempt: boolean;
  /** An ambiguous end: `attemptedAt` stays, so that the next attempt reads first. */
  readonly keepsAttempted?: boolean;
  /** The end was none: `failingSince` begins now, or goes on; otherwise it is cleared. */
  readonly isFailing?: boolean;
}

/** What a worker lets an attempt do while it runs. */
export interface AttemptStore {
  /** Writes down, before the vendor hears of them, that these receipts are being sent. False: the lease is lost, send nothing. */
  markAttempted(signupIds: readonly string[]): Promise<boolean>;
}

/** What an attempt came to: a result for each receipt of its batch, and how the vendor did. */
export interface AttemptEnd {
  readonly results: readonly ReceiptResult[];
  readonly health: VendorProblem | 'GOOD';
}

/** What happens to a claimed batch. */
export interface AttemptRunner {
  /** The most people that one LOOK may hold, where that is less than a batch. */
  lookSize(destination: DestinationName): number;
  run(batch: Batch, store: AttemptStore): Promise<AttemptEnd>;
}
