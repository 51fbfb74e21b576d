import type { CSSProperties } from 'react';
import { texts } from '../texts/texts.ts';
import { TopicCard } from '../ui/TopicCard.tsx';
import type { LookDraft } from './campaign-defaults.ts';

const words = texts.newCampaigns;

/** A sketch of a gate with these texts and this look. Nothing in it can be pressed: the real gate stands on a campaign's page. */
export function LookPreview({ draft }: { draft: LookDraft }) {
  const say = (name: keyof typeof texts.gateTexts): string => draft.texts[name] || texts.gateTexts[name].own;
  const isColor = /^#[0-9a-f]{6}$/i.test(draft.accentColor);
  const style = (isColor ? { '--look-accent': draft.accentColor } : {}) as CSSProperties;
  return (
    <div className="beside-kept">
      <TopicCard title={words.preview} help={words.previewHelp}>
        <figure className="look" style={style} aria-label={words.preview}>
          {/^https?:\/\/\S+\.\S+/.test(draft.pictureUrl) ? (
            <img
              key={draft.pictureUrl}
              className="look-picture"
              src={draft.pictureUrl}
              alt=""
              referrerPolicy="no-referrer"
            />
          ) : (
            <p className="look-no-picture">{words.noPicture}</p>
          )}
          <p className="look-heading">{say('heading')}</p>
          <p>{say('passwordIntro')}</p>
          <p className="look-label">{say('passwordLabel')}</p>
          <div className="look-field" />
          <p className="look-button">{say('passwordButton')}</p>
          <p>{say('emailIntro')}</p>
          <p className="look-label">{say('emailLabel')}</p>
          <div className="look-field" />
          <p className="look-consent">
            <span className="look-box" />
            {draft.consentText || texts.email.consentDefault}
          </p>
          <p className="look-button">{say('emailButton')}</p>
        </figure>
      </TopicCard>
    </div>
  );
}
