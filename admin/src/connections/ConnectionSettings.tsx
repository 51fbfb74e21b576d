import { useState } from 'react';
import type { Outcome } from '../outcome.ts';
import { texts } from '../texts/texts.ts';
import { useToast } from '../ui/bridge/Toasts.tsx';
import { FormErrors } from '../ui/FormErrors.tsx';
import { BlockStack, Checkbox, Text } from '../ui/polaris.ts';
import type { Connection } from './connection.ts';
import { useConnectionSave } from './useConnectionSave.ts';

const words = texts.connections;

type Setting = 'sendsWithoutConsent' | 'sendsEvent' | 'sendsWelcomeMessage';

/** What is sent to one destination. Each tick is saved at once, and can be taken back. */
export function ConnectionSettings({ connection }: { connection: Connection }) {
  const { destination } = connection;
  const { save, isSaving } = useConnectionSave();
  const [outcome, setOutcome] = useState<Outcome<unknown>>();
  const showToast = useToast();

  const set = async (setting: Setting, value: boolean): Promise<void> => {
    const { sendsWithoutConsent, sendsEvent, sendsWelcomeMessage } = connection;
    const settings = { sendsWithoutConsent, sendsEvent, sendsWelcomeMessage, [setting]: value };
    const ended = await save({ destination, key: null, ...settings });
    setOutcome(ended);
    if (ended.kind !== 'done') return;
    showToast({
      content: words.settingSaved,
      undo: { label: texts.common.undo, run: () => void set(setting, !value) },
    });
  };
  const box = (setting: Setting) => ({
    checked: connection[setting],
    onChange: (value: boolean) => void set(setting, value),
    disabled: isSaving,
  });

  return (
    <BlockStack gap="200">
      <Text as="h3" variant="headingSm">
        {words.settings}
      </Text>
      <FormErrors outcome={outcome} />
      <Checkbox
        label={words.withoutConsent}
        helpText={words.withoutConsentHelp[destination]}
        {...box('sendsWithoutConsent')}
      />
      {destination === 'KLAVIYO' && <Checkbox label={words.event} helpText={words.eventHelp} {...box('sendsEvent')} />}
      {destination === 'OMNISEND' && (
        <Checkbox label={words.welcome} helpText={words.welcomeHelp} {...box('sendsWelcomeMessage')} />
      )}
    </BlockStack>
  );
}
