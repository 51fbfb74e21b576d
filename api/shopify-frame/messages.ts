/** A product or collection as the picker gives it to the app; `id` is a gid. */
export interface PickedThing {
  readonly id: string;
  readonly title: string;
  readonly handle: string;
  /** Of a product. */
  readonly status?: string;
  readonly images: readonly { readonly id: string; readonly originalSrc: string; readonly altText: string | null }[];
  readonly image: { readonly originalSrc: string } | null;
  readonly variants: readonly { readonly id: string; readonly title: string; readonly price: string }[];
}

/** A link of the app that stands in the frame's navigation. */
export interface NavigationItem {
  readonly label: string;
  /** An address within the app. */
  readonly href: string;
}

/** What the picker is asked for. */
export interface PickerWish {
  readonly type: 'product' | 'collection';
  readonly multiple: boolean;
  readonly chosen: readonly string[];
}

/** What the app asks the frame around it; each has its answer. */
export interface Questions {
  idToken: { ask: null; answer: string };
  picker: { ask: PickerWish; answer: readonly PickedThing[] | null };
  leave: { ask: null; answer: boolean };
  scopes: { ask: null; answer: ScopeDetail };
  requestScopes: { ask: readonly string[]; answer: { isGranted: boolean; detail: ScopeDetail } };
}

/** Which scopes the shop granted, which every install grants, and which may be asked for later. */
export interface ScopeDetail {
  readonly granted: readonly string[];
  readonly required: readonly string[];
  readonly optional: readonly string[];
}

/** What the app tells the frame, without an answer. */
export type Notice =
  | {
      readonly name: 'toast';
      readonly id: string;
      readonly content: string;
      readonly isError: boolean;
      readonly ms: number;
      readonly action: string | null;
    }
  | { readonly name: 'hideToast'; readonly id: string }
  | { readonly name: 'saveBar'; readonly bar: SaveBarState | null }
  | { readonly name: 'navigation'; readonly items: readonly NavigationItem[] }
  | { readonly name: 'loading'; readonly isOn: boolean }
  | { readonly name: 'location'; readonly path: string; readonly title: string }
  | { readonly name: 'reload' };

/** The save bar as the frame draws it. */
export interface SaveBarState {
  readonly save: { readonly label: string; readonly isDisabled: boolean };
  readonly discard: { readonly label: string; readonly isDisabled: boolean };
}

/** What the frame tells the app. */
export type Sign =
  | { readonly name: 'navigate'; readonly href: string }
  | { readonly name: 'saveBarPress'; readonly button: 'save' | 'discard' }
  | { readonly name: 'toastAction'; readonly id: string }
  | { readonly name: 'toastGone'; readonly id: string };

/** Everything that goes between app and frame. Whoever receives one checks its sender's origin. */
export type Message =
  | {
      readonly from: 'shopify-app';
      readonly kind: 'question';
      readonly id: number;
      readonly name: keyof Questions;
      readonly ask: unknown;
    }
  | { readonly from: 'shopify-app'; readonly kind: 'notice'; readonly notice: Notice }
  | {
      readonly from: 'shopify-frame';
      readonly kind: 'answer';
      readonly id: number;
      readonly answer: unknown;
      readonly problem: string | null;
    }
  | { readonly from: 'shopify-frame'; readonly kind: 'sign'; readonly sign: Sign };
