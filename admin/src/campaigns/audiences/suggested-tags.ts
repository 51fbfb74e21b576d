/** What every campaign can share. */
const everyCampaign = 'vip-early-access';

/** Tags to begin with: one for all campaigns, one for this campaign alone. */
export function suggestedTags(campaignName: string): string[] {
  const ofCampaign = campaignName
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);
  return ofCampaign === '' ? [everyCampaign] : [everyCampaign, `vip-${ofCampaign}`];
}
