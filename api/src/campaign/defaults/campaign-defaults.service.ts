import type { CampaignDefaults as CampaignDefaultsRow, PrismaClient } from '../../../../prisma/client/client.ts';
import { type CampaignLook, FIRST_SETTINGS, settingsAfter, settingsProblems } from '../campaign-settings.ts';
import { gateTextsOf } from '../campaign-texts.ts';
import type { CampaignDefaultsInput, CampaignDefaultsSavePayload } from './campaign-defaults.type.ts';

/** What new campaigns of a shop begin with, as its merchant sets it. Judged as a campaign's own texts and look are. */
export class CampaignDefaultsService {
  readonly #prisma: PrismaClient;

  constructor(prisma: PrismaClient) {
    this.#prisma = prisma;
  }

  /** The shop's defaults; our own where it has set none. */
  async of(shop: string): Promise<CampaignLook> {
    const row = await this.#prisma.campaignDefaults.findUnique({ where: { shop } });
    return row ? lookOf(row) : lookIn(FIRST_SETTINGS);
  }

  /** Changes what the input names. Campaigns that there are stay as they are. */
  async save(shop: string, input: CampaignDefaultsInput): Promise<CampaignDefaultsSavePayload> {
    const after = settingsAfter({ ...FIRST_SETTINGS, ...(await this.of(shop)) }, input);
    const userErrors = settingsProblems(after);
    if (userErrors.length > 0) return { campaignDefaults: null, userErrors };
    const data = rowOf(after);
    await this.#prisma.campaignDefaults.upsert({ where: { shop }, create: { shop, ...data }, update: data });
    return { campaignDefaults: lookIn(after), userErrors: [] };
  }
}

function lookIn({ consentText, texts, accentColor, pictureUrl }: CampaignLook): CampaignLook {
  return { consentText, texts, accentColor, pictureUrl };
}

function lookOf({ texts, ...row }: CampaignDefaultsRow): CampaignLook {
  const replaced = Object.entries(gateTextsOf(texts)).map(([name, text]) => ({ name, text }));
  return lookIn({ ...row, texts: replaced });
}

function rowOf({ texts, ...look }: CampaignLook) {
  const { consentText, accentColor, pictureUrl } = look;
  const replaced = Object.fromEntries(texts.map(({ name, text }) => [name, text]));
  return { consentText, accentColor, pictureUrl, texts: replaced };
}
