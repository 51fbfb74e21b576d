/** What a vendor answers, before it becomes HTTP. */
export interface VendorAnswer {
  readonly status: number;
  /** Absent: no body at all. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** One thing that is wrong with a request. */
export interface RequestIssue {
  readonly in: 'BODY' | 'QUERY' | 'HEADER';
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** Why a vendor refuses a request; its manner makes the answer of it. */
export class VendorRefusal extends Error {
  override readonly name = 'VendorRefusal';
  readonly status: number;
  readonly code: string;
  readonly issues: readonly RequestIssue[];
  /** Whether the vendor's documents forbid such a request, rather than this key, person or moment. */
  readonly isViolation: boolean;
  /** For 429: seconds to wait; null: the vendor does not say. */
  readonly retryAfter: { readonly seconds: number; readonly form: 'SECONDS' | 'DATE' } | null;

  constructor(status: number, message: string, details: Partial<VendorRefusalDetails> = {}) {
    super(message);
    this.status = status;
    this.code = details.code ?? 'invalid';
    this.issues = details.issues ?? [];
    this.isViolation = details.isViolation ?? false;
    this.retryAfter = details.retryAfter ?? null;
  }
}

/** What a refusal may say beside its status and message. */
export type VendorRefusalDetails = Pick<VendorRefusal, 'code' | 'issues' | 'isViolation' | 'retryAfter'>;

/** How a vendor speaks: what it wants in headers, and how its refusals look. */
export interface VendorManner {
  readonly authorizationScheme: string;
  readonly versionHeader: string;
  readonly version: string;
  /** Content types of bodies that it reads. */
  readonly reads: readonly string[];
  /** Content type of its answers. */
  readonly writes: string;
  refuse(refusal: VendorRefusal, now: number): VendorAnswer;
}
