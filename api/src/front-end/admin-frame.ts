/** Somebody's admin that shows ours in a frame. */
export interface AdminFrame {
  /** What a document begins its head with: the script by which the two speak. */
  readonly head: string;
  /** Origins of that script's doing, by the directive of the policy that must allow them. */
  readonly sources: { readonly script: readonly string[]; readonly connect: readonly string[] };
  /** Origins within which a page may be shown that holds nothing of any shop. */
  readonly ancestors: readonly string[];
  /** Whether a document may be shown. `address`: the document's path with its query. */
  visit(address: string): Promise<FrameVisit>;
}

/** The document may be shown within these origins and no others; or the browser has to go elsewhere first. */
export type FrameVisit =
  | { readonly kind: 'SHOWN'; readonly ancestors: readonly string[] }
  | { readonly kind: 'ELSEWHERE'; readonly address: string };
