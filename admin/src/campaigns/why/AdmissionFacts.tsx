import { formatCount, formatMoment } from '../../format.ts';
import { whyTexts } from '../../texts/why-texts.ts';
import { TopicCard } from '../../ui/TopicCard.tsx';
import type { Admission } from './admission.ts';

const words = whyTexts.facts;

type Fact = readonly [name: string, value: string];

const yesOrNo = (is: boolean): string => (is ? words.yes : words.no);

/** What the campaign knows of the code, the link, the address or the pass. */
export function AdmissionFacts({ admission, zone }: { admission: Admission; zone: string }) {
  const time = (instant: string): string => formatMoment(instant, zone);
  const facts = [
    ...credentialFacts(admission, time),
    ...(admission.kind === 'EMAIL' ? personFacts(admission, time) : []),
    ...(admission.kind === 'EMAIL' || admission.accessPass ? placeFacts(admission, time) : []),
  ];
  if (facts.length === 0) return null;
  return (
    <TopicCard title={words.title}>
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name} className="fact">
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </TopicCard>
  );
}

function credentialFacts({ accessCode, secretLink }: Admission, time: (instant: string) => string): Fact[] {
  const credential = accessCode ?? secretLink;
  if (!credential) return [];
  const { name, maxUses, totalUses, expiresAt, revokedAt } = credential;
  const used = formatCount(totalUses);
  return [
    [accessCode ? words.code : words.link, name],
    [words.used, maxUses ? `${used} / ${formatCount(maxUses)}` : used],
    ...(expiresAt ? [[words.worksUntil, time(expiresAt)] as const] : []),
    ...(revokedAt ? [[words.revoked, time(revokedAt)] as const] : []),
  ];
}

function personFacts({ signup, isGuest, isWaiting }: Admission, time: (instant: string) => string): Fact[] {
  return [
    [words.signup, signup ? time(signup.createdAt) : words.notSignedUp],
    ...(signup ? [[words.consent, yesOrNo(signup.acceptsMarketing)] as const] : []),
    [words.guest, yesOrNo(isGuest === true)],
    [words.waiting, yesOrNo(isWaiting === true)],
  ];
}

function placeFacts({ accessPass }: Admission, time: (instant: string) => string): Fact[] {
  if (!accessPass) return [[words.place, words.noPlace]];
  const { issuedAt, expiresAt, revokedAt, isRevoked } = accessPass;
  if (revokedAt) return [[words.place, words.taken(time(revokedAt))]];
  if (isRevoked) return [[words.place, words.takenFromAll]];
  return [[words.place, words.placeSince(time(issuedAt), time(expiresAt))]];
}
