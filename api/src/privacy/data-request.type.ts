import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DataRequestSource } from '../../../prisma/client/enums.ts';
import { connectionType } from '../platform/graphql/connection.ts';
import { UserError } from '../platform/graphql/user-error.type.ts';

/** Whether a file can be downloaded. */
export enum DataRequestStatus {
  READY = 'READY',
  EXPIRED = 'EXPIRED',
  ERASED = 'ERASED',
}

registerEnumType(DataRequestStatus, {
  name: 'DataRequestStatus',
  description: 'Whether a data request’s file can be downloaded.',
  valuesConfig: {
    READY: { description: 'It can.' },
    EXPIRED: { description: 'It was kept for 30 days, and is gone.' },
    ERASED: { description: 'The person was forgotten since, and the file with them.' },
  },
});

registerEnumType(DataRequestSource, {
  name: 'DataRequestSource',
  description: 'Who asked for a person’s data.',
  valuesConfig: {
    SHOPIFY: { description: 'The customer, through Shopify.' },
    MERCHANT: { description: 'The merchant, here.' },
  },
});

@ObjectType({ description: 'What this app holds of a person, collected because somebody asked. Personal data.' })
export class DataRequest {
  @Field(() => ID)
  id!: string;

  @Field(() => DataRequestSource)
  source!: DataRequestSource;

  @Field(() => DataRequestStatus)
  status!: DataRequestStatus;

  @Field(() => String, {
    nullable: true,
    description: 'Whom it is about; null once the file is gone, or where Shopify named no address.',
  })
  email!: string | null;

  @Field(() => Date)
  askedAt!: Date;

  @Field(() => Date, { description: 'When the file is emptied: 30 days after it was asked for.' })
  expiresAt!: Date;

  @Field(() => String, {
    nullable: true,
    description:
      'Where the file, JSON, is downloaded: a path below this server’s address, with the same `Authorization`; null once it is gone.',
  })
  downloadPath!: string | null;
}

@ObjectType()
export class DataRequestConnection extends connectionType(DataRequest, 'DataRequest') {}

@ObjectType()
export class PersonalDataRequestPayload {
  @Field(() => DataRequest, { nullable: true, description: 'The request with its file; null with userErrors.' })
  dataRequest!: DataRequest | null;

  @Field(() => [UserError])
  userErrors!: UserError[];
}

@ObjectType()
export class PersonalDataErasePayload {
  @Field(() => Int, {
    nullable: true,
    description: 'How many records of the person were removed; 0 where nothing was held; null with userErrors.',
  })
  removedCount!: number | null;

  @Field(() => [UserError])
  userErrors!: UserError[];
}
