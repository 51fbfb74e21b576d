/** Where the widget and the API behind it are, as pages reach them. */
export interface WidgetPlaces {
  /** Without a slash at its end. */
  readonly publicUrl: string;
  /** The hash of each release, by its version. */
  readonly releases: ReadonlyMap<string, string>;
}

/** What is looked for on a page. */
export interface Sought {
  readonly campaignId: string;
  readonly widget: WidgetPlaces;
  /** The name of another campaign of the same shop; null where it has none with this id. */
  readonly nameOf: (campaignId: string) => Promise<string | null>;
}
