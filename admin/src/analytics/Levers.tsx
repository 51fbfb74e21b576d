import { useState } from 'react';
import { asksForPassword } from '../campaigns/form/campaign-draft.ts';
import { RevokeEverybody } from '../campaigns/passes/PassRevocation.tsx';
import { formatInstant } from '../format.ts';
import type { AccessType } from '../gql/graphql.ts';
import { analyticsTexts } from '../texts/analytics-texts.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { Button, InlineStack, Select, TextField } from '../ui/polaris.ts';
import { TopicCard } from '../ui/TopicCard.tsx';
import type { LiveCampaign } from './live-campaign.ts';
import { useLevers } from './useLevers.ts';

const words = analyticsTexts.live;

type Lever = 'activation' | 'openness' | 'extend' | 'replaceCode' | 'revoke';

interface LeverProps {
  campaign: LiveCampaign;
  zone: string;
}

/** What can be done to a running campaign; each asks once more before it is done. */
export function Levers({ campaign, zone }: LeverProps) {
  const [asked, ask] = useState<Lever | null>(null);
  const close = (): void => ask(null);
  const { isActive, isOpenToAll, endsAt, accessType } = campaign;
  return (
    <TopicCard title={words.levers} help={words.leversHelp}>
      <InlineStack gap="300" wrap>
        <Button onClick={() => ask('activation')}>{isActive ? words.pause : words.activate}</Button>
        <Button onClick={() => ask('openness')}>{isOpenToAll ? words.closeToAll : words.openToAll}</Button>
        {endsAt && <Button onClick={() => ask('extend')}>{words.extend}</Button>}
        {asksForPassword(accessType as AccessType) && (
          <Button onClick={() => ask('replaceCode')}>{words.replaceCode}</Button>
        )}
        <Button tone="critical" onClick={() => ask('revoke')}>
          {words.revoke}
        </Button>
      </InlineStack>
      {asked === 'activation' && <ActivationDialog {...{ campaign }} onClose={close} />}
      {asked === 'openness' && <OpennessDialog {...{ campaign }} onClose={close} />}
      {asked === 'extend' && endsAt && <ExtendDialog {...{ campaign, zone, endsAt }} onClose={close} />}
      {asked === 'replaceCode' && <ReplaceCodeDialog {...{ campaign }} onClose={close} />}
      {asked === 'revoke' && <RevokeEverybody campaignId={campaign.id} count={campaign.totalPasses} onClose={close} />}
    </TopicCard>
  );
}

interface DialogProps {
  campaign: LiveCampaign;
  onClose(): void;
}

function ActivationDialog({ campaign: { id, isActive }, onClose }: DialogProps) {
  const { activate, pause } = useLevers(id, onClose);
  return isActive ? (
    <ConfirmDialog title={words.pauseTitle} confirm={words.pause} onConfirm={pause} onClose={onClose} isDestructive>
      {words.pauseBody}
    </ConfirmDialog>
  ) : (
    <ConfirmDialog title={words.activateTitle} confirm={words.activate} onConfirm={activate} onClose={onClose}>
      {words.activateBody}
    </ConfirmDialog>
  );
}

function OpennessDialog({ campaign: { id, isOpenToAll }, onClose }: DialogProps) {
  const { setOpenToAll } = useLevers(id, onClose);
  const change = () => setOpenToAll(!isOpenToAll);
  return isOpenToAll ? (
    <ConfirmDialog title={words.closeToAllTitle} confirm={words.closeToAll} onConfirm={change} onClose={onClose}>
      {words.closeToAllBody}
    </ConfirmDialog>
  ) : (
    <ConfirmDialog
      title={words.openToAllTitle}
      confirm={words.openToAll}
      onConfirm={change}
      onClose={onClose}
      isDestructive
    >
      {words.openToAllBody}
    </ConfirmDialog>
  );
}

const minuteMs = 60_000;
const choices = Object.entries(words.extendChoices).map(([value, label]) => ({ value, label }));

function ExtendDialog({ campaign: { id }, zone, endsAt, onClose }: DialogProps & { zone: string; endsAt: string }) {
  const { change } = useLevers(id, onClose);
  const [minutes, setMinutes] = useState('60');
  // What is over already is extended from now on.
  const end = Math.max(Date.parse(endsAt), Date.now()) + Number(minutes) * minuteMs;
  const extend = () => change({ endsAt: new Date(end).toISOString() });
  const choice = <Select label={words.extendBy} options={choices} value={minutes} onChange={setMinutes} />;
  return (
    <ConfirmDialog title={words.extendTitle} confirm={words.extend} onConfirm={extend} {...{ choice, onClose }}>
      {words.extendBody(formatInstant(endsAt, zone))}
    </ConfirmDialog>
  );
}

function ReplaceCodeDialog({ campaign: { id }, onClose }: DialogProps) {
  const { change } = useLevers(id, onClose);
  const [password, setPassword] = useState('');
  const choice = (
    <TextField label={words.newCode} value={password} onChange={setPassword} autoComplete="off" spellCheck={false} />
  );
  return (
    <ConfirmDialog
      {...{ choice, onClose }}
      title={words.replaceCodeTitle}
      confirm={words.replaceCode}
      onConfirm={() => change({ password })}
    >
      {words.replaceCodeBody}
    </ConfirmDialog>
  );
}
