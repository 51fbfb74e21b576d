import { useEffect, useMemo, useState } from 'react';
import { formatMoment } from '../../format.ts';
import { previewTexts } from '../../texts/preview-texts.ts';
import { useToast } from '../../ui/bridge/Toasts.tsx';
import { ProblemBanner } from '../../ui/ProblemBanner.tsx';
import { BlockStack, Select, Text } from '../../ui/polaris.ts';
import { TopicCard } from '../../ui/TopicCard.tsx';
import type { CampaignDraft } from '../form/campaign-draft.ts';
import { LookControls, type PreviewLook } from './LookControls.tsx';
import { PreviewFrame } from './PreviewFrame.tsx';
import { opensIn, type PreviewChoice, planOf, type SceneName, scenesOf, windowOf } from './preview-scene.ts';
import type { ShownGate } from './shown-gate.ts';
import { TimeJumps, TimeSlider } from './TimeSlider.tsx';
import { usePreview } from './usePreview.ts';

export interface GatePreviewProps {
  campaignId: string;
  draft: CampaignDraft;
  /** Whether the campaign is active as it is saved. */
  isActive: boolean;
  zone: string;
}

/** The gate as visitors would see it, with what is not saved yet: in every situation, at any time, on any page. */
export function GatePreview({ campaignId, draft, isActive, zone }: GatePreviewProps) {
  const [choice, setChoice] = useState<PreviewChoice>(() => ({ scene: 'AT_TIME', at: new Date().toISOString() }));
  const [look, setLook] = useState<PreviewLook>({ device: 'phone', theme: 'light', language: 'en' });
  const showToast = useToast();
  const scenes = scenesOf(draft);
  // A scene that the campaign has lost meanwhile is left.
  const scene = scenes.includes(choice.scene) ? choice.scene : 'AT_TIME';
  const plan = planOf({ ...choice, scene }, draft, { isActive, zone });
  const preview = usePreview(campaignId, plan);
  const shown = useShown(preview, look);
  const choose = (part: Partial<PreviewChoice>): void => setChoice((before) => ({ ...before, scene, ...part }));
  const time = {
    at: plan.at,
    window: windowOf(draft, zone),
    zone,
    onChange: (at: string) => choose({ scene: 'AT_TIME', at }),
  };
  useOpening(scene === 'AT_TIME' ? shown : undefined, (at) => choose({ at }));

  return (
    <TopicCard title={previewTexts.title} help={previewTexts.help}>
      <Select
        label={previewTexts.scene}
        options={scenes.map((value) => ({ value, label: previewTexts.scenes[value] }))}
        value={scene}
        onChange={(name: SceneName) => choose({ scene: name })}
      />
      <TimeSlider {...time} />
      <div aria-live="polite">{shown && <WhatItShows shown={shown} assumed={plan.assumed} zone={zone} />}</div>
      {preview.problem && <ProblemBanner problem={preview.problem} onRetry={preview.retry} />}
      <PreviewFrame
        {...{ shown }}
        device={look.device}
        title={previewTexts.frame(previewTexts.scenes[scene])}
        onLink={() => showToast({ content: previewTexts.linkPressed })}
      />
      <TimeJumps {...time} />
      <LookControls look={look} onChange={(part) => setLook((before) => ({ ...before, ...part }))} />
    </TopicCard>
  );
}

interface WhatItShowsProps {
  shown: ShownGate;
  assumed: ReturnType<typeof planOf>['assumed'];
  zone: string;
}

/** What the API decided about that time, and what the preview takes for given. */
function WhatItShows({ shown, assumed, zone }: WhatItShowsProps) {
  const { serverTime, status } = shown.gate;
  return (
    <BlockStack gap="100">
      <Text as="p">
        {previewTexts.atTime(formatMoment(serverTime, zone))} {previewTexts.says[status]}
      </Text>
      {assumed.map((name) => (
        <Text as="p" tone="subdued" key={name}>
          {previewTexts.assumed[name]}
        </Text>
      ))}
    </BlockStack>
  );
}

/** What the frame is to show; the same object as long as it is the same. */
function useShown({ gate, plan }: ReturnType<typeof usePreview>, { theme, language }: PreviewLook) {
  return useMemo((): ShownGate | undefined => {
    if (!gate || !plan) return undefined;
    return { ...gate, act: plan.act, way: plan.way, language, isDark: theme === 'dark' };
  }, [gate, plan, theme, language]);
}

/** Somebody who waits in front of the gate sees it open. */
function useOpening(shown: ShownGate | undefined, open: (at: string) => void): void {
  const { status, serverTime, startsAt = null } = shown?.gate ?? {};
  // What is done then is always the same, whichever `open` it is.
  useEffect(() => {
    const left = status && serverTime ? opensIn(status, serverTime, startsAt) : null;
    if (left === null || startsAt === null) return;
    const timer = setTimeout(() => open(startsAt), left);
    return () => clearTimeout(timer);
  }, [status, serverTime, startsAt]);
}
