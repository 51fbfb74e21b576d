import type { CampaignSortKey } from '../gql/graphql.ts';
import { texts } from '../texts.ts';
import { Box, Select } from '../ui/polaris.ts';
import { SearchField } from '../ui/SearchField.tsx';
import { campaignSorts } from './campaign-sort.ts';

interface CampaignFiltersProps {
  query: string;
  sortKey: CampaignSortKey;
  onChange(next: { q?: string; sort?: string }): void;
}

/** The search and the order above the list of campaigns. */
export function CampaignFilters({ query, sortKey, onChange }: CampaignFiltersProps) {
  return (
    <Box padding="300" borderBlockEndWidth="025" borderColor="border-secondary">
      <div className="filters">
        <SearchField label={texts.campaigns.search} value={query} onSearch={(q) => onChange({ q })} />
        <Select
          label={texts.campaigns.sort}
          labelInline
          options={campaignSorts}
          value={sortKey}
          onChange={(sort) => onChange({ sort })}
        />
      </div>
    </Box>
  );
}
