import type { ReactNode } from 'react';
import { formatMoment } from '../../format.ts';
import type { GateRule } from '../../gql/graphql.ts';
import { whyTexts } from '../../texts/why-texts.ts';
import { Button, InlineStack, Text } from '../../ui/polaris.ts';
import { fieldIds } from '../form/field-ids.ts';
import type { Explained } from './admission.ts';
import { type Remedies, useRemedies } from './useRemedies.ts';

interface AdmissionHelpProps {
  obstacle: GateRule;
  campaignId: string;
  explained: Explained;
  zone: string;
  onHelped(): void;
}

const words = whyTexts.help;

/** The one thing that would help: done here by a button, or at the field to which it leads. */
export function AdmissionHelp({ obstacle, campaignId, explained, zone, onHelped }: AdmissionHelpProps) {
  const remedies = useRemedies(campaignId, explained, onHelped);
  const { admission, isArchived, startsAt } = explained;
  const page = `/campaigns/${campaignId}`;
  const field = (name: keyof typeof fieldIds, label: string) => <Lead to={`${page}#${fieldIds[name]}`}>{label}</Lead>;
  const credentials = admission.kind === 'LINK' ? field('links', words.links) : field('codes', words.codes);
  switch (obstacle) {
    case 'ACTIVATED':
    case 'NOT_PAUSED':
      return <Remedy {...remedies.activate}>{words.activate}</Remedy>;
    case 'NOT_ENDED':
      if (isArchived) return <Remedy {...remedies.takeOut}>{words.takeOut}</Remedy>;
      return field('endsAt', words.closing);
    case 'BEGUN':
      return (
        <>
          {field('startsAt', words.opening)}
          {startsAt && <Text as="p">{words.opensAt(formatMoment(startsAt, zone))}</Text>}
        </>
      );
    case 'PLACE_LEFT':
      return field('capacity', words.places);
    case 'WAY_FITS':
    case 'OPEN_TO_ALL':
      return field('accessType', words.accessType);
    case 'CREDENTIAL_KNOWN':
    case 'PASS_OF_CAMPAIGN':
      return admission.elsewhere ? (
        <Lead to={`/campaigns/${admission.elsewhere.id}`}>{words.elsewhere(admission.elsewhere.name)}</Lead>
      ) : (
        credentials
      );
    case 'CREDENTIAL_NOT_REVOKED':
    case 'CREDENTIAL_NOT_EXPIRED':
    case 'CREDENTIAL_NOT_USED_UP':
      return admission.kind === 'PASS' ? <Text as="p">{words.comeAgain}</Text> : credentials;
    case 'ON_GUEST_LIST':
      return <Remedy {...remedies.addGuest}>{words.addGuest}</Remedy>;
    case 'PLACE_NOT_REVOKED':
      return admission.accessPass?.revokedAt ? (
        <Remedy {...remedies.restore}>{words.restore}</Remedy>
      ) : (
        <Text as="p">{words.comeAgain}</Text>
      );
    case 'ADDRESS_CONFIRMED':
      return (
        <>
          <Text as="p">{words.mail}</Text>
          {field('trustLevel', words.trust)}
        </>
      );
    case 'PASS_GENUINE':
    case 'PASS_NOT_EXPIRED':
    case 'PASSES_NOT_REVOKED':
      return <Text as="p">{words.comeAgain}</Text>;
  }
}

function Lead({ to, children }: { to: string; children: string }) {
  return (
    <InlineStack>
      <Button url={to}>{children}</Button>
    </InlineStack>
  );
}

function Remedy({ run, isRunning, children }: Remedies[keyof Remedies] & { children: ReactNode & string }) {
  return (
    <InlineStack>
      <Button onClick={run} loading={isRunning}>
        {children}
      </Button>
    </InlineStack>
  );
}
