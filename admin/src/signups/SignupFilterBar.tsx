import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { graphql } from '../gql/gql.ts';
import type { Destination } from '../gql/graphql.ts';
import { signupTexts } from '../texts/signup-texts.ts';
import { texts } from '../texts/texts.ts';
import { Box, Button, Select, Text, TextField } from '../ui/polaris.ts';
import { SearchField } from '../ui/SearchField.tsx';
import { countFilters, nowhere, type SignupFilters, standings } from './signup-filters.ts';

const SignupCampaignsQuery = graphql(/* GraphQL */ `
  query SignupCampaigns($chosen: ID!, $isChosen: Boolean!) {
    campaigns(first: 100, sortKey: CREATED_AT) {
      nodes {
        id
        name
      }
    }
    campaign(id: $chosen) @include(if: $isChosen) {
      id
      name
    }
  }
`);

const words = signupTexts.signupFilters;
const { badge } = texts.history;

interface SignupFilterBarProps {
  filters: SignupFilters;
  zone: string;
  onChange(part: Partial<SignupFilters>): void;
  onClear(): void;
}

/** The search above the list, and the filters, which show when they are asked for or narrow the list. */
export function SignupFilterBar({ filters, zone, onChange, onClear }: SignupFilterBarProps) {
  const count = countFilters(filters);
  const [isOpen, setOpen] = useState(count > 0);
  return (
    <Box padding="300" borderBlockEndWidth="025" borderColor="border-secondary">
      <div className="filters">
        <SearchField label={words.search} value={filters.q} onSearch={(q) => onChange({ q })} />
        <Button
          disclosure={isOpen ? 'up' : 'down'}
          ariaExpanded={isOpen}
          ariaControls="signup-filters"
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? words.hide : count > 0 ? words.shown(count) : words.show}
        </Button>
      </div>
      <Text as="p" tone="subdued">
        {words.searchHelp}
      </Text>
      <div id="signup-filters">
        {isOpen && (
          <>
            <Filters {...{ filters, zone, onChange }} />
            {count > 0 && (
              <Box paddingBlockStart="300">
                <Button variant="plain" onClick={onClear}>
                  {signupTexts.signups.clear}
                </Button>
              </Box>
            )}
          </>
        )}
      </div>
    </Box>
  );
}

function Filters({ filters, zone, onChange }: Omit<SignupFilterBarProps, 'onClear'>) {
  const set = (name: keyof SignupFilters) => (value: string) => onChange({ [name]: value });
  const day = (name: 'from' | 'to') => (
    <TextField
      label={words[name]}
      type="date"
      value={filters[name]}
      onChange={set(name)}
      autoComplete="off"
      {...(name === 'from' && { helpText: words.dayHelp(zone) })}
    />
  );
  const standing = (name: 'klaviyo' | 'omnisend', destination: Destination) => (
    <Select
      label={words.standing[destination]}
      options={standingOptions(destination)}
      value={filters[name]}
      onChange={set(name)}
    />
  );
  return (
    <div className="filter-grid">
      <CampaignChoice value={filters.campaign} onChange={set('campaign')} />
      <Select label={words.consent} options={consentOptions} value={filters.consent} onChange={set('consent')} />
      {standing('klaviyo', 'KLAVIYO')}
      {standing('omnisend', 'OMNISEND')}
      {day('from')}
      {day('to')}
      <PageField value={filters.page} onChange={set('page')} />
    </div>
  );
}

const consentOptions = [
  { label: words.anyConsent, value: '' },
  { label: signupTexts.signups.yes, value: 'yes' },
  { label: signupTexts.signups.no, value: 'no' },
];

function standingOptions(destination: Destination) {
  const named = standings.map((state) => ({
    label: sentenceCase(state === 'ON_LIST' ? badge.ON_LIST[destination] : badge[state]),
    value: state,
  }));
  return [{ label: words.anyStanding, value: '' }, ...named, { label: words.nowhere, value: nowhere }];
}

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

interface FieldProps {
  value: string;
  onChange(value: string): void;
}

/** The newest hundred campaigns, and the chosen one if it is older. */
function CampaignChoice({ value, onChange }: FieldProps) {
  const { data } = useQuery(SignupCampaignsQuery, { variables: { chosen: value, isChosen: value !== '' } });
  const campaigns = data?.campaigns.nodes ?? [];
  const older = data?.campaign && !campaigns.some(({ id }) => id === value) ? [data.campaign] : [];
  const options = [...campaigns, ...older].map(({ id, name }) => ({ label: name, value: id }));
  const missing = value !== '' && !options.some((option) => option.value === value);
  return (
    <Select
      label={words.campaign}
      options={[
        { label: words.anyCampaign, value: '' },
        ...options,
        ...(missing ? [{ label: signupTexts.signups.deletedCampaign, value }] : []),
      ]}
      value={value}
      onChange={onChange}
    />
  );
}

/** An address is looked for as a whole: while it is being typed nothing is asked. */
function PageField({ value, onChange }: FieldProps) {
  const [typed, setTyped] = useState(value);
  const [known, setKnown] = useState(value);
  if (known !== value) {
    setKnown(value);
    setTyped(value);
  }
  const send = (): void => {
    if (typed.trim() !== value) onChange(typed.trim());
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <TextField
        label={words.page}
        helpText={words.pageHelp}
        type="url"
        value={typed}
        onChange={setTyped}
        onBlur={send}
        autoComplete="off"
        clearButton
        onClearButtonClick={() => onChange('')}
      />
    </form>
  );
}
