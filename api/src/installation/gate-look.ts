import { type Found, good, problem } from './finding.ts';
import type { Tag } from './page-tags.ts';
import type { Sought } from './sought.ts';

/** Whether the campaign's gate is among those of a page, or whose gate is there instead. */
export async function gateFindings(tags: readonly Tag[], { campaignId, widget, nameOf }: Sought): Promise<Found[]> {
  // The theme's embed keeps its gate in a template until somebody opens it.
  const isEmbed = tags.some(({ attributes }) => attributes.has('data-vip-gate-script'));
  const gates = tags.filter(({ name, isInTemplate }) => name === 'vip-gate' && (isEmbed || !isInTemplate));
  if (gates.length === 0) return [problem('GATE_MISSING')];
  const own = gates.find((gate) => campaignOf(gate) === campaignId);
  if (own) return [elsewhere(own, widget.publicUrl) ?? good('GATE_FOUND')];
  const other = gates.map(campaignOf).find((id) => id !== '');
  if (other === undefined) return [problem('GATE_WITHOUT_CAMPAIGN')];
  return [problem('GATE_OF_ANOTHER', (await nameOf(other)) ?? other)];
}

function campaignOf({ attributes }: Tag): string {
  return attributes.get('campaign')?.trim() ?? '';
}

function elsewhere({ attributes }: Tag, publicUrl: string): Found | null {
  const api = attributes.get('api')?.trim() ?? '';
  if (api === '' || !URL.canParse(api, publicUrl)) return null;
  const { origin } = new URL(api, publicUrl);
  return origin === new URL(publicUrl).origin ? null : problem('GATE_ELSEWHERE', origin);
}
