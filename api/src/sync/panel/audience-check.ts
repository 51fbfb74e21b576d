import type { AudienceFinder } from '../../connection/audience-finder.ts';
import { VENDOR_NAMES } from '../../connection/vendor-sentence.ts';
import { type UserError, UserErrorCode, userError } from '../../platform/graphql/user-error.type.ts';
import { type Choosing, chosenAudiences } from '../plan/chosen-audience.ts';

/** Asks the vendors whether a campaign's newly chosen list or tag is one. */
export class AudienceCheck {
  readonly #audiences: AudienceFinder;

  constructor(audiences: AudienceFinder) {
    this.#audiences = audiences;
  }

  /** A problem only where the vendor itself says no: one that nobody is connected to, or that does not answer within seconds, keeps no campaign from being saved. */
  async problems(shop: string, after: Choosing, before: Choosing | null): Promise<UserError[]> {
    const kept = before ? chosenAudiences(before) : [];
    const choices = chosenAudiences(after).filter(({ field, audience }) => {
      return kept.find((known) => known.field === field)?.audience !== audience;
    });
    const problems = await Promise.all(
      choices.map(async ({ field, destination, audience }) => {
        if (audience === null || (await this.#audiences.find(shop, { destination, id: audience })) !== null) return [];
        const message = `${VENDOR_NAMES[destination]} knows nothing by this name. Choose another one.`;
        return [userError(['input', field], UserErrorCode.NOT_FOUND, message)];
      }),
    );
    return problems.flat();
  }
}
