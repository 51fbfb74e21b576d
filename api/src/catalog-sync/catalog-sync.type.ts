import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { CatalogPart, CatalogRunKind, CatalogSyncState } from '../../../prisma/client/enums.ts';
import { UserError } from '../platform/graphql/user-error.type.ts';

registerEnumType(CatalogRunKind, {
  name: 'CatalogRunKind',
  description: 'What a run over the whole catalog is for.',
  valuesConfig: {
    FILL: { description: 'The first one after an installation.' },
    REFRESH: { description: 'The merchant asked for it.' },
    RECONCILE: { description: 'The nightly one, which finds and mends what was not told of.' },
  },
});

registerEnumType(CatalogSyncState, {
  name: 'CatalogSyncState',
  description: "Where the copy of the shop's catalog stands.",
  valuesConfig: {
    WAITING: { description: 'Begins within seconds.' },
    EXPORTING: { description: 'Shopify puts the file together.' },
    WRITING: { description: 'The file is read and written.' },
    DONE: { description: 'The catalog is as Shopify had it, and follows what Shopify tells.' },
    FAILED: { description: 'It came to nothing, for the reason in `problem`; it is tried again in the coming night.' },
  },
});

registerEnumType(CatalogPart, {
  name: 'CatalogPart',
  description: 'The catalog is read in two parts: products with their variants, then collections with their members.',
});

@ObjectType({ description: 'What the last refresh or nightly reconcile found.' })
export class CatalogReconcile {
  @Field(() => Date)
  finishedAt!: Date;

  @Field(() => Int, { description: 'Products and collections that were not as Shopify has them, and were mended.' })
  differences!: number;
}

@ObjectType({ description: "The copy of the shop's catalog: its run of now, or the last one." })
export class CatalogSync {
  @Field(() => CatalogRunKind)
  kind!: CatalogRunKind;

  @Field(() => CatalogSyncState)
  state!: CatalogSyncState;

  @Field(() => CatalogPart, { description: 'Which part it is at.' })
  part!: CatalogPart;

  @Field(() => Int, {
    description:
      'How far it is with this part: products with variants and pictures, or collections with members, each counted as one. While `EXPORTING`: that Shopify has put together.',
  })
  objects!: number;

  @Field(() => Int, { nullable: true, description: 'How many there are in this part; null while nobody knows.' })
  ofObjects!: number | null;

  @Field(() => Date, { nullable: true })
  startedAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'Null while it runs.' })
  finishedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'What went wrong last, in a sentence; null: nothing.' })
  problem!: string | null;

  @Field(() => CatalogReconcile, { nullable: true, description: 'Null: there was none yet.' })
  lastReconcile!: CatalogReconcile | null;

  @Field(() => Date, {
    description: 'When something is done next: the next step of the run, or the next nightly reconcile.',
  })
  nextAt!: Date;

  @Field(() => Int, { description: 'Products and collections that changed in Shopify and are to be read again.' })
  waitingChanges!: number;
}

@ObjectType()
export class CatalogRefreshPayload {
  @Field(() => CatalogSync, {
    nullable: true,
    description: 'The run that was asked for, or is under way; null with userErrors.',
  })
  catalogSync!: CatalogSync | null;

  @Field(() => [UserError])
  userErrors!: UserError[];
}
