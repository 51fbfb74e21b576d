import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { ConnectionProblem, Destination } from '../../../prisma/client/enums.ts';
import { UserError } from '../platform/graphql/user-error.type.ts';
import { ConnectionStatus } from './connection-status.ts';

registerEnumType(Destination, { name: 'Destination', description: 'Where sign-ups can be brought to.' });

registerEnumType(ConnectionProblem, {
  name: 'ConnectionProblem',
  description: 'Why nothing is sent until somebody acts.',
  valuesConfig: {
    KEY_REFUSED: { description: 'The vendor refuses the key: another one has to be saved.' },
    SCOPE_MISSING: { description: 'The key may not do what sending needs.' },
    VERSION_RETIRED: { description: 'The vendor no longer speaks the version that this server speaks: update it.' },
  },
});

registerEnumType(ConnectionStatus, {
  name: 'ConnectionStatus',
  description: 'How a connection is doing.',
  valuesConfig: {
    CONNECTED: { description: 'Sign-ups go there.' },
    PAUSED: { description: 'Nothing is sent until the `problem` is mended and the connection saved or tested.' },
    BACKING_OFF: { description: 'The vendor did not answer as it should: tried again by itself at `retryAt`.' },
    HELD: {
      description: 'The database was restored: nothing is sent before the operator says so with `pnpm sync:resume`.',
    },
  },
});

@ObjectType({ description: 'A shop’s link to Klaviyo or Omnisend. The key itself is shown to nobody.' })
export class Connection {
  @Field(() => ID)
  id!: string;

  @Field(() => Destination)
  destination!: Destination;

  @Field(() => ConnectionStatus)
  status!: ConnectionStatus;

  @Field(() => ConnectionProblem, { nullable: true, description: 'Set while it is paused.' })
  problem!: ConnectionProblem | null;

  @Field(() => String, { nullable: true, description: 'The vendor’s words about what is wrong, without the key.' })
  problemDetail!: string | null;

  @Field(() => String, { description: 'The account’s name at the vendor, by which to see that it is the right one.' })
  accountName!: string;

  @Field(() => String, {
    description: 'The key’s last four characters; empty for a key that is too short to tell them.',
  })
  keyEnding!: string;

  @Field(() => Boolean, {
    description: 'Whether people who did not tick the box for marketing go to the list too, without being subscribed.',
  })
  sendsWithoutConsent!: boolean;

  @Field(() => Boolean, { description: 'Klaviyo: whether each sign-up makes the event “Joined VIP early access”.' })
  sendsEvent!: boolean;

  @Field(() => Boolean, { description: 'Omnisend: whether its welcome message may go to people with consent.' })
  sendsWelcomeMessage!: boolean;

  @Field(() => Date, {
    description: 'Since when it is this account: earlier sign-ups go there by `syncBackfill` only.',
  })
  connectedAt!: Date;

  @Field(() => Date, { description: 'When the key was tried last.' })
  checkedAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When the vendor answered last, or did not; null: never asked.' })
  lastAnswerAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'That answer in a few words, such as `202` or `UNREACHABLE`.' })
  lastAnswer!: string | null;

  @Field(() => Date, { nullable: true, description: 'When it is tried again, after failures.' })
  retryAt!: Date | null;
}

@InputType()
export class ConnectionSaveInput {
  @Field(() => Destination)
  destination!: Destination;

  @Field(() => String, {
    nullable: true,
    description:
      'Klaviyo: a private key that may read accounts, lists and profiles, and write lists, profiles, subscriptions, events and data-privacy jobs. Omnisend: an API key. It is tried before it is kept; null keeps the present one.',
  })
  key?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Left out: stays as it is; for a new connection false.' })
  sendsWithoutConsent?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Left out: stays as it is; for a new connection false.' })
  sendsEvent?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Left out: stays as it is; for a new connection false.' })
  sendsWelcomeMessage?: boolean | null;
}

@ObjectType()
abstract class ConnectionPayload {
  @Field(() => Connection, { nullable: true, description: 'The connection as it is now; null where there is none.' })
  connection!: Connection | null;

  @Field(() => [UserError])
  userErrors!: UserError[];
}

@ObjectType()
export class ConnectionSavePayload extends ConnectionPayload {}

@ObjectType()
export class ConnectionTestPayload extends ConnectionPayload {}

@ObjectType()
export class ConnectionDeletePayload {
  @Field(() => ID, { nullable: true })
  deletedConnectionId!: string | null;

  @Field(() => [UserError])
  userErrors!: UserError[];
}
