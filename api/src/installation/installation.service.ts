import { UserErrorCode, userError } from '../platform/graphql/user-error.type.ts';
import { OutsideProblem, type OutsideRules, readOutsidePage } from '../platform/http/outside-page.ts';
import { Turns } from '../platform/turns.ts';
import {
  InstallationFindingCode,
  InstallationSeverity,
  type InstallationTest,
  type InstallationTestPayload,
} from './installation.type.ts';
import { lookAtPage } from './page-look.ts';
import type { WidgetPlaces } from './sought.ts';

const NO_CAMPAIGN = userError(['campaignId'], UserErrorCode.NOT_FOUND, 'There is no campaign with this id.');
const BUSY = userError(['url'], UserErrorCode.TOO_MANY, 'A test of this shop is under way. Wait until it is done.');
const OFTEN = userError(['url'], UserErrorCode.TOO_MANY, 'That were ten tests within a minute. Try again in a minute.');

const MOST_A_MINUTE = 10;
const MINUTE_MS = 60_000;

export interface InstallationParts {
  /** The campaigns of a shop; null for an id that it has not. */
  readonly campaigns: {
    find(shop: string, id: string): Promise<{ readonly id: string; readonly name: string } | null>;
  };
  readonly widget: WidgetPlaces;
  readonly rules: OutsideRules;
}

/** Looks whether merchants' pages have their gates. Tests are counted in this process: with several of them there are as many turns. */
export class InstallationService {
  readonly #parts: InstallationParts;
  readonly #turns = new Turns(1);
  readonly #begun = new Map<string, number[]>();

  constructor(parts: InstallationParts) {
    this.#parts = parts;
  }

  async test(shop: string, campaignId: string, address: string): Promise<InstallationTestPayload> {
    const campaign = await this.#parts.campaigns.find(shop, campaignId);
    if (campaign === null) return { installationTest: null, userErrors: [NO_CAMPAIGN] };
    const end = this.#turns.begin(shop);
    if (end === null) return { installationTest: null, userErrors: [BUSY] };
    try {
      if (!this.#mayBegin(shop)) return { installationTest: null, userErrors: [OFTEN] };
      return { installationTest: await this.#look(shop, campaign.id, address), userErrors: [] };
    } finally {
      end();
    }
  }

  async #look(shop: string, campaignId: string, address: string): Promise<InstallationTest> {
    const { rules, widget, campaigns } = this.#parts;
    try {
      const page = await readOutsidePage(address, rules);
      const nameOf = async (id: string) => (await campaigns.find(shop, id))?.name ?? null;
      return await lookAtPage(page, { campaignId, widget, nameOf });
    } catch (fault) {
      if (!(fault instanceof OutsideProblem)) throw fault;
      const code = InstallationFindingCode[fault.reason];
      const finding = { code, severity: InstallationSeverity.PROBLEM, detail: null };
      return { isInstalled: false, form: null, findings: [finding] };
    }
  }

  /** Whoever tests page after page is not looking at their own. */
  #mayBegin(shop: string): boolean {
    const now = Date.now();
    for (const [other, begun] of this.#begun) if ((begun.at(-1) ?? 0) <= now - MINUTE_MS) this.#begun.delete(other);
    const recent = (this.#begun.get(shop) ?? []).filter((at) => at > now - MINUTE_MS);
    if (recent.length >= MOST_A_MINUTE) return false;
    this.#begun.set(shop, [...recent, now]);
    return true;
  }
}
