import type { CampaignPreviewQuery, GateWay } from '../../gql/graphql.ts';

type Preview = NonNullable<CampaignPreviewQuery['campaignPreview']>;

/** What the API says of the gate as it would be. */
export type PreviewedGate = Pick<Preview, 'gate' | 'entries'> & { products: NonNullable<Preview['products']> };

/** What a visitor has done at the gate so far. */
export type VisitorAct = 'look' | 'enter' | 'enterWrong' | 'enterTooOften' | 'join' | 'losesNetwork';

/** One gate, for the page in the frame to show. Nothing of it is secret: it is what visitors see. */
export interface ShownGate extends PreviewedGate {
  act: VisitorAct;
  /** By which way the visitor acts. */
  way: GateWay;
  /** What the page around the gate is written in, BCP 47. */
  language: string;
  isDark: boolean;
}

/** What the page in the frame tells: it is ready to show something; a link was pressed, which leads nowhere there. */
export type StageNews = 'gate-preview-ready' | 'gate-preview-link';
