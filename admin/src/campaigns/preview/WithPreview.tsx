import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { previewTexts } from '../../texts/preview-texts.ts';
import { Button, SkeletonBodyText } from '../../ui/polaris.ts';
import { TopicCard } from '../../ui/TopicCard.tsx';
import type { GatePreviewProps } from './GatePreview.tsx';

const GatePreview = lazy(async () => ({ default: (await import('./GatePreview.tsx')).GatePreview }));

/** Where there is room for both side by side, as in `style.css`. */
const wide = '(min-width: 75em)';

/** A form with the preview beside it; on a narrow screen the preview waits behind a button, above the form. */
export function WithPreview({ children, ...preview }: GatePreviewProps & { children: ReactNode }) {
  const isBeside = useMedia(wide);
  const [isShown, show] = useState(false);
  return (
    <div className="with-preview">
      {!isBeside && (
        <div className="preview-toggle">
          <Button disclosure={isShown ? 'up' : 'down'} ariaExpanded={isShown} onClick={() => show(!isShown)}>
            {isShown ? previewTexts.hide : previewTexts.show}
          </Button>
        </div>
      )}
      {!isBeside && isShown && <WaitingPreview {...preview} />}
      <div>{children}</div>
      {isBeside && (
        <div className="preview-beside">
          <WaitingPreview {...preview} />
        </div>
      )}
    </div>
  );
}

function WaitingPreview(preview: GatePreviewProps) {
  const skeleton = (
    <TopicCard title={previewTexts.title}>
      <SkeletonBodyText lines={8} />
    </TopicCard>
  );
  return (
    <Suspense fallback={skeleton}>
      <GatePreview {...preview} />
    </Suspense>
  );
}

function useMedia(query: string): boolean {
  const [matches, setMatches] = useState(() => window.matchMedia(query).matches);
  useEffect(() => {
    const list = window.matchMedia(query);
    const note = (): void => setMatches(list.matches);
    list.addEventListener('change', note);
    return () => list.removeEventListener('change', note);
  }, [query]);
  return matches;
}
