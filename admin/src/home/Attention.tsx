import { useSyncRetry } from '../sync/useSyncRetry.ts';
import { homeTexts } from '../texts/home-texts.ts';
import { AlertCircleIcon, AlertTriangleIcon } from '../ui/icons.ts';
import { Button, Icon, Text } from '../ui/polaris.ts';
import { TopicCard } from '../ui/TopicCard.tsx';
import { type Concern, concernsOf } from './concerns.ts';
import type { Home } from './home.ts';

const words = homeTexts.attention;

/** What needs attention, each with the one thing to do about it. Says so where there is nothing, but not to a shop that has nothing yet. */
export function Attention({ home }: { home: Home }) {
  const concerns = concernsOf(home, Date.now());
  if (concerns.length === 0 && !home.setUp.hasCampaign) return null;
  return (
    <TopicCard title={words.title}>
      {concerns.length === 0 && (
        <Text as="p" tone="subdued">
          {words.none}
        </Text>
      )}
      {concerns.length > 0 && (
        <ul className="concerns" aria-label={words.title}>
          {concerns.map((concern) => (
            <ConcernItem key={concern.id} concern={concern} />
          ))}
        </ul>
      )}
    </TopicCard>
  );
}

function ConcernItem({ concern: { tone, title, body, remedy } }: { concern: Concern }) {
  const isCritical = tone === 'critical';
  return (
    <li>
      <span className="concern-icon">
        <Icon source={isCritical ? AlertCircleIcon : AlertTriangleIcon} tone={isCritical ? 'critical' : 'caution'} />
      </span>
      <div className="concern-words">
        <Text as="h3" variant="headingSm">
          {title}
        </Text>
        <Text as="p">{body}</Text>
      </div>
      <RemedyButton remedy={remedy} about={title} />
    </li>
  );
}

function RemedyButton({ remedy, about }: { remedy: Concern['remedy']; about: string }) {
  const { retry, isRetrying } = useSyncRetry(['HomePage']);
  const name = words.about(remedy.label, about);
  if (remedy.kind === 'go') {
    return (
      <Button url={remedy.url} accessibilityLabel={name}>
        {remedy.label}
      </Button>
    );
  }
  return (
    <Button onClick={() => void retry(remedy.input)} loading={isRetrying} accessibilityLabel={name}>
      {remedy.label}
    </Button>
  );
}
