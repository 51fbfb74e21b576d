import { useState } from 'react';
import { homeTexts } from '../texts/home-texts.ts';
import { CheckCircleIcon, MinusCircleIcon, XIcon } from '../ui/icons.ts';
import { BlockStack, Button, Card, Icon, InlineStack, ProgressBar, Text } from '../ui/polaris.ts';
import type { Home } from './home.ts';
import { type GuideWish, keepWish, keptWish, type SetUpStep, setUpSteps } from './set-up-steps.ts';

const words = homeTexts.setUp;

interface SetUpGuideProps {
  setUp: Home['setUp'];
  /** The shop's domain: each has a guide of its own. */
  shop: string;
  onCreate(): void;
}

/** The way of a new shop to its first early access. It ticks itself off, and is gone when all is done or it was sent away. */
export function SetUpGuide({ setUp, shop, onCreate }: SetUpGuideProps) {
  const [wish, setWish] = useState(() => keptWish(shop));
  const steps = setUpSteps(setUp, wish);
  const next = steps.find(({ state }) => state === 'open');
  if (wish.isDismissed || next === undefined) return null;

  const remember = (name: keyof GuideWish): void => {
    keepWish(shop, name);
    setWish({ ...wish, [name]: true });
  };
  const done = steps.filter(({ state }) => state === 'done').length;
  return (
    <Card>
      <BlockStack gap="400">
        <InlineStack align="space-between" blockAlign="start" gap="200" wrap={false}>
          <Text as="h2" variant="headingMd" id="set-up-title">
            {words.title}
          </Text>
          <Button
            variant="tertiary"
            icon={XIcon}
            accessibilityLabel={words.dismiss}
            onClick={() => remember('isDismissed')}
          />
        </InlineStack>
        <BlockStack gap="200">
          <Text as="p" tone="subdued">
            {words.progress(done, steps.length)}
          </Text>
          <ProgressBar
            progress={(done / steps.length) * 100}
            size="small"
            tone="success"
            ariaLabelledBy="set-up-title"
          />
        </BlockStack>
        <ol className="set-up">
          {steps.map((step) => (
            <li key={step.name}>
              <StepHead step={step} />
              {step === next && <StepBody step={step} onCreate={onCreate} onSkip={() => remember('skipsConnection')} />}
            </li>
          ))}
        </ol>
      </BlockStack>
    </Card>
  );
}

const marks = { done: CheckCircleIcon, skipped: MinusCircleIcon };

function StepHead({ step: { name, state } }: { step: SetUpStep }) {
  return (
    <InlineStack gap="200" blockAlign="center" wrap={false}>
      <span className="set-up-mark">
        {state === 'open' ? (
          <span className="set-up-ring">
            <Text as="span" visuallyHidden>
              {words.open}
            </Text>
          </span>
        ) : (
          <Icon
            source={marks[state]}
            tone={state === 'done' ? 'success' : 'subdued'}
            accessibilityLabel={words[state]}
          />
        )}
      </span>
      <Text as="h3" variant="headingSm" {...(state !== 'open' && { tone: 'subdued' })}>
        {words.steps[name].title}
      </Text>
    </InlineStack>
  );
}

interface StepBodyProps {
  step: SetUpStep;
  onCreate(): void;
  onSkip(): void;
}

/** What the next step is good for, and its button. */
function StepBody({ step: { name, url }, onCreate, onSkip }: StepBodyProps) {
  const { body, action } = words.steps[name];
  return (
    <div className="set-up-body">
      <BlockStack gap="300">
        <Text as="p">{body}</Text>
        <InlineStack gap="200">
          {url === null ? (
            <Button variant="primary" onClick={onCreate}>
              {action}
            </Button>
          ) : (
            <Button variant="primary" url={url}>
              {action}
            </Button>
          )}
          {name === 'connection' && <Button onClick={onSkip}>{words.skip}</Button>}
        </InlineStack>
      </BlockStack>
    </div>
  );
}
