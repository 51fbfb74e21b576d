const SHORT = 8;

/** A UUID in base64url: 22 signs. */
export function packedId(uuid: string): string {
  return Buffer.from(uuid.replaceAll('-', ''), 'hex').toString('base64url');
}

/** The end of a packed UUID, 44 of its random bits: tells the ids of one shop from each other. */
export function shortId(uuid: string): string {
  return packedId(uuid).slice(-SHORT);
}
