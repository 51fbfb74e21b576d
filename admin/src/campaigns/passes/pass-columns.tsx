import { formatInstant } from '../../format.ts';
import type { CampaignPassesQuery } from '../../gql/graphql.ts';
import { texts } from '../../texts/texts.ts';
import type { Column } from '../../ui/list-table.ts';
import { Badge, Button } from '../../ui/polaris.ts';

/** One place that was taken, as the list reads it. */
export type AccessPass = NonNullable<CampaignPassesQuery['campaign']>['passes']['nodes'][number];

const words = texts.passes;

/** Whom a pass belongs to, as far as is known: an address, or the code or link that opened. */
export function whoHas({ signup, accessCode, secretLink }: AccessPass): string {
  if (signup) return signup.email;
  if (accessCode) return words.byCode(accessCode.name);
  return secretLink ? words.byLink(secretLink.name) : words.unknown;
}

/** What a pass is good for now. Revoking a code or a link revokes what came in with it. */
export function passState(pass: AccessPass, now: number): keyof typeof words.state {
  if (pass.isRevoked || pass.accessCode?.revokedAt || pass.secretLink?.revokedAt) return 'revoked';
  return Date.parse(pass.expiresAt) <= now ? 'expired' : 'valid';
}

/** The list's columns; `onRevoke` is offered for passes that still open. */
export function passColumns(
  zone: string,
  onRevoke: (pass: AccessPass) => void,
): [Column<AccessPass>, ...Column<AccessPass>[]] {
  const stateOf = (pass: AccessPass) => passState(pass, Date.now());
  return [
    { title: words.columns.who, render: (pass) => <span className="wrapping">{whoHas(pass)}</span> },
    { title: words.columns.issued, render: ({ issuedAt }) => formatInstant(issuedAt, zone) },
    { title: words.columns.expires, render: ({ expiresAt }) => formatInstant(expiresAt, zone) },
    {
      title: words.columns.state,
      render: (pass) => (
        <Badge {...(stateOf(pass) === 'valid' && { tone: 'success' })}>{words.state[stateOf(pass)]}</Badge>
      ),
    },
    {
      title: words.columns.actions,
      isTitleHidden: true,
      render: (pass) => stateOf(pass) === 'valid' && <Revoke who={whoHas(pass)} onClick={() => onRevoke(pass)} />,
    },
  ];
}

function Revoke({ who, onClick }: { who: string; onClick(): void }) {
  return (
    <Button variant="plain" tone="critical" accessibilityLabel={words.revokeLabel(who)} onClick={onClick}>
      {words.revoke}
    </Button>
  );
}
