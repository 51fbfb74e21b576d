import { Arg, Authorized, Ctx, ID, Query, Resolver } from 'type-graphql';
import { ApiTokenScope } from '../shop/api-token-scope.ts';
import type { AdminContext } from '../shop/principal.ts';
import type { AdmissionService } from './admission.service.ts';
import { Admission } from './admission.type.ts';

/** Some ten statements, however many codes, links and people there are. */
const COST = 20;

@Resolver()
export class AdmissionResolver {
  readonly #admissions: AdmissionService;

  constructor(admissions: AdmissionService) {
    this.#admissions = admissions;
  }

  @Authorized(ApiTokenScope.read_signups)
  @Query(() => Admission, {
    nullable: true,
    complexity: ({ childComplexity }) => COST + childComplexity,
    description:
      'Why somebody gets into a campaign now, or does not. Nothing is counted, spent or kept. Send `presented` as a variable of a POST: it is a secret or a person. Null for an unknown campaign.',
  })
  campaignAdmission(
    @Ctx() { principal }: AdminContext,
    @Arg('campaignId', () => ID) campaignId: string,
    @Arg('presented', () => String, {
      description:
        'An e-mail address, the address or the secret of a link, an access pass, or an access code: what it is shows by its form. At most 2,100 characters are read.',
    })
    presented: string,
  ): Promise<Admission | null> {
    return this.#admissions.explain(principal.shop, campaignId, presented);
  }
}
