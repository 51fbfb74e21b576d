/** Something that happened in a shop, with the body that tells of it. */
export interface StandInEvent {
  readonly shop: string;
  readonly topic: string;
  /** JSON as Shopify writes it, with 64-bit ids as bare numbers. */
  readonly body: string;
  readonly eventId: string;
  /** Milliseconds since 1970. */
  readonly triggeredAt: number;
}
