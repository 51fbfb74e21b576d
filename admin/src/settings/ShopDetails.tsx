import { useMutation } from '@apollo/client/react';
import { useMemo } from 'react';
import { formatClock, nameOfCurrency } from '../format.ts';
import { graphql } from '../gql/gql.ts';
import type { SettingsPageQuery } from '../gql/graphql.ts';
import { settle } from '../outcome.ts';
import { texts } from '../texts/texts.ts';
import { SaveBar } from '../ui/bridge/SaveBar.tsx';
import { FormErrors } from '../ui/FormErrors.tsx';
import { FormLayout, Select, Text, TextField } from '../ui/polaris.ts';
import { TopicCard } from '../ui/TopicCard.tsx';
import { useSettingsForm } from './useSettingsForm.ts';

const ShopUpdate = graphql(/* GraphQL */ `
  mutation ShopUpdate($input: ShopUpdateInput!) {
    shopUpdate(input: $input) {
      shop {
        domain
        name
        currencyCode
        timeZone
      }
      userErrors {
        field
        message
        code
      }
    }
  }
`);

type Shop = SettingsPageQuery['shop'];

const words = texts.shopDetails;

/** The shop's name, zone and currency: to be written where no Shopify tells them. */
export function ShopDetails({ shop }: { shop: Shop }) {
  return shop.isEditable ? <OwnDetails shop={shop} /> : <DetailsFromShopify shop={shop} />;
}

function DetailsFromShopify({ shop }: { shop: Shop }) {
  return (
    <TopicCard title={words.title} help={words.help}>
      <dl className="facts">
        <dt>{words.name}</dt>
        <dd>{shop.name}</dd>
        <dt>{words.domain}</dt>
        <dd>{shop.domain}</dd>
        <dt>{words.zone}</dt>
        <dd>{shop.timeZone}</dd>
        <dt>{words.currency}</dt>
        <dd>{nameOfCurrency(shop.currencyCode)}</dd>
      </dl>
      <Text as="p" tone="subdued">
        {words.fromShopify}
      </Text>
    </TopicCard>
  );
}

function OwnDetails({ shop }: { shop: Shop }) {
  const [run] = useMutation(ShopUpdate);
  const { name, currencyCode, timeZone } = shop;
  const { draft, change, errors, outcome, bar } = useSettingsForm({
    name: 'shop',
    saved: { name, currencyCode, timeZone },
    save: (input) => settle(async () => (await run({ variables: { input } })).data?.shopUpdate),
    done: words.saved,
  });
  const zones = useZones(draft.timeZone);
  const currencies = useCurrencies(draft.currencyCode);
  const { byField } = errors;
  return (
    <>
      {/* Outside of the card, which would keep it below the top bar. */}
      {bar && <SaveBar {...bar} />}
      <TopicCard title={words.title} help={words.help}>
        <FormErrors outcome={outcome} />
        <FormLayout>
          <TextField
            label={words.name}
            value={draft.name}
            onChange={(value) => change({ name: value })}
            helpText={words.nameHelp}
            autoComplete="off"
            maxLength={100}
            {...(byField.name && { error: byField.name })}
          />
          <Select
            label={words.zone}
            options={zones}
            value={draft.timeZone}
            onChange={(value: string) => change({ timeZone: value })}
            helpText={words.zoneHelp(formatClock(Date.now(), draft.timeZone))}
            {...(byField.timeZone && { error: byField.timeZone })}
          />
          <Select
            label={words.currency}
            options={currencies}
            value={draft.currencyCode}
            onChange={(value: string) => change({ currencyCode: value })}
            helpText={words.currencyHelp}
            {...(byField.currencyCode && { error: byField.currencyCode })}
          />
        </FormLayout>
        <Text as="p" tone="subdued">
          {words.domain}: {shop.domain}
        </Text>
      </TopicCard>
    </>
  );
}

/** Every zone that this browser knows, and the shop's own, which it may not. */
function useZones(own: string): { value: string; label: string }[] {
  return useMemo(() => {
    const zones = new Set([own, 'UTC', ...Intl.supportedValuesOf('timeZone')]);
    return [...zones].toSorted().map((value) => ({ value, label: value.replaceAll('_', ' ') }));
  }, [own]);
}

function useCurrencies(own: string): { value: string; label: string }[] {
  return useMemo(() => {
    const codes = new Set([own, ...Intl.supportedValuesOf('currency')]);
    return [...codes].toSorted().map((value) => ({ value, label: nameOfCurrency(value) }));
  }, [own]);
}
