import type { CatalogPart, CatalogRunKind, CatalogSyncState } from '../../../prisma/client/client.ts';

/** A run over a shop's catalog that this process has for a while, as it stood when it was taken. */
export interface CatalogRun {
  readonly shop: string;
  readonly lease: string;
  readonly kind: CatalogRunKind;
  readonly state: CatalogSyncState;
  readonly part: CatalogPart;
  readonly exportId: string | null;
  /** When the export of this part was asked for, by the database's clock; null before. */
  readonly partAt: Date | null;
  readonly objects: number;
  /** Bytes of the file that are written. */
  readonly bytes: number;
  readonly failures: number;
}

/** What was written of an export's file with one transaction. */
export interface Progress {
  readonly lines: number;
  /** Where the file goes on, in bytes. */
  readonly bytes: number;
  readonly differences: number;
}

/** Somebody else has the run now, since this process was away too long: nothing of this transaction may stay. */
export class LeaseLost extends Error {}
