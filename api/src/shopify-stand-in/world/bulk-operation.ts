/** A bulk query of a shop's. */
export interface BulkOperation {
  readonly kind: 'BulkOperation';
  readonly id: string;
  readonly query: string;
  readonly groupsObjects: boolean;
  readonly createdAt: number;
  status: 'CREATED' | 'RUNNING' | 'COMPLETED' | 'FAILED' | 'CANCELED';
  errorCode: 'ACCESS_DENIED' | 'INTERNAL_SERVER_ERROR' | 'TIMEOUT' | null;
  completedAt: number | null;
  /** Lines written so far, and how many of them are of the outermost connection. */
  objectCount: number;
  rootObjectCount: number;
  /** The file that it writes, and its size in bytes so far. */
  readonly path: string;
  fileSize: number;
}

/** Whether it is still to end. */
export function isUnderway({ status }: BulkOperation): boolean {
  return status === 'CREATED' || status === 'RUNNING';
}
