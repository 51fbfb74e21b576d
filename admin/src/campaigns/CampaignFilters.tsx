import { campaignListTexts } from '../texts/campaign-list-texts.ts';
import { texts } from '../texts/texts.ts';
import { FilterChoice } from '../ui/FilterChoice.tsx';
import { Box, Button, Select, Tag } from '../ui/polaris.ts';
import { SearchField } from '../ui/SearchField.tsx';
import { campaignSorts, sortOf } from './campaign-sort.ts';
import { type ListPlace, listAccessTypes, listStatuses } from './list-place.ts';
import type { PlaceChange } from './useListPlace.ts';

interface CampaignFiltersProps {
  place: ListPlace;
  onChange(change: PlaceChange): void;
}

const words = campaignListTexts.filters;
const statuses = listStatuses.map((value) => ({ value, label: texts.status[value] }));
const accessTypes = listAccessTypes.map((value) => ({ value, label: texts.accessType[value].name }));

/** The search, the filters and the order above the list of campaigns. */
export function CampaignFilters({ place, onChange }: CampaignFiltersProps) {
  return (
    <Box padding="300" borderBlockEndWidth="025" borderColor="border-secondary">
      <div className="filters">
        <SearchField label={texts.campaigns.search} value={place.query} onSearch={(query) => onChange({ query })} />
        <FilterChoice
          label={words.status}
          summary={words.chosen(words.status, place.statuses.length)}
          choices={statuses}
          chosen={place.statuses}
          onChange={(chosen) => onChange({ statuses: chosen })}
        />
        <FilterChoice
          label={words.accessType}
          summary={words.chosen(words.accessType, place.accessTypes.length)}
          choices={accessTypes}
          chosen={place.accessTypes}
          onChange={(chosen) => onChange({ accessTypes: chosen })}
        />
        <Select
          label={campaignListTexts.sortLabel}
          labelInline
          options={campaignSorts}
          value={place.sort}
          onChange={(sort) => onChange({ sort: sortOf(sort) })}
        />
      </div>
      <AppliedFilters place={place} onChange={onChange} />
    </Box>
  );
}

/** What keeps campaigns out of the list, each with its way out. */
function AppliedFilters({ place, onChange }: CampaignFiltersProps) {
  const applied = [
    ...statuses
      .filter(({ value }) => place.statuses.includes(value))
      .map(({ value, label }) => {
        return { label, change: { statuses: place.statuses.filter((status) => status !== value) } };
      }),
    ...accessTypes
      .filter(({ value }) => place.accessTypes.includes(value))
      .map(({ value, label }) => {
        return { label, change: { accessTypes: place.accessTypes.filter((accessType) => accessType !== value) } };
      }),
  ];
  if (applied.length === 0) return null;
  return (
    <div className="applied-filters">
      {applied.map(({ label, change }) => (
        <Tag key={label} onRemove={() => onChange(change)}>
          {label}
        </Tag>
      ))}
      <Button variant="plain" onClick={() => onChange({ query: '', statuses: [], accessTypes: [] })}>
        {words.clear}
      </Button>
    </div>
  );
}
