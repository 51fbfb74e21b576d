import type { ReactNode } from 'react';
import { formatInstant } from '../format.ts';
import { type FragmentType, readFragment } from '../gql/fragment-masking.ts';
import { graphql } from '../gql/gql.ts';
import type { SignupFacts_SignupFragment } from '../gql/graphql.ts';
import { signupTexts } from '../texts/signup-texts.ts';
import { Badge, Link } from '../ui/polaris.ts';
import { TopicCard } from '../ui/TopicCard.tsx';
import { shortPage } from './short-page.ts';

const SignupFacts_signup = graphql(/* GraphQL */ `
  fragment SignupFacts_signup on Signup {
    firstName
    lastName
    acceptsMarketing
    createdAt
    confirmedAt
    page
    campaign {
      id
      name
    }
    confirmation {
      expiresAt
    }
    pass {
      id
      expiresAt
      isRevoked
    }
  }
`);

type Facts = SignupFacts_SignupFragment;

const words = signupTexts.signup;
const { facts, access } = words;

interface SignupFactsProps {
  signup: FragmentType<typeof SignupFacts_signup>;
  zone: string;
}

/** Who it is, from where, and whether they are in. */
export function SignupFacts({ signup: masked, zone }: SignupFactsProps) {
  const signup = readFragment(SignupFacts_signup, masked);
  const { firstName, lastName, campaign, createdAt, acceptsMarketing, page } = signup;
  const told: readonly (readonly [string, ReactNode])[] = [
    [facts.name, [firstName, lastName].filter(Boolean).join(' ') || words.noName],
    [
      facts.campaign,
      campaign ? <Link url={`/campaigns/${campaign.id}`}>{campaign.name}</Link> : signupTexts.signups.deletedCampaign,
    ],
    [facts.created, formatInstant(createdAt, zone)],
    [facts.page, shortPage(page)],
    [
      facts.consent,
      <Badge key="consent" {...(acceptsMarketing && { tone: 'success' as const })}>
        {acceptsMarketing ? signupTexts.signups.yes : signupTexts.signups.no}
      </Badge>,
    ],
    [facts.confirmed, confirmedWords(signup, zone)],
    [facts.access, accessWords(signup, zone)],
  ];
  return (
    <TopicCard title={words.person}>
      <dl className="facts">
        {told.map(([name, value]) => (
          <div className="fact" key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </TopicCard>
  );
}

function confirmedWords({ confirmedAt, confirmation }: Facts, zone: string): string {
  if (confirmedAt) return words.confirmed(formatInstant(confirmedAt, zone));
  return confirmation ? words.unconfirmed : words.notAsked;
}

function accessWords({ pass }: Facts, zone: string): string {
  if (!pass) return access.none;
  if (pass.isRevoked) return access.revoked;
  const time = formatInstant(pass.expiresAt, zone);
  return Date.parse(pass.expiresAt) <= Date.now() ? access.ended(time) : access.until(time);
}
