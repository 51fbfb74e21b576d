import {
  type ExecutionResult,
  execute,
  GraphQLError,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  parse,
  validate,
} from 'graphql';
import type { AccessRules } from './access-rules.ts';
import type { AdminCall, AdminRequest, AdminRunner, Answers } from './admin-call.ts';

/** Executes operations against Shopify's schema, with the stand-in's answers. */
export class AdminEngine implements AdminRunner {
  readonly schema: GraphQLSchema;
  private readonly rules: AccessRules;
  private readonly tables: Readonly<Record<string, Answers>>;

  constructor(schema: GraphQLSchema, rules: AccessRules, tables: Readonly<Record<string, Answers>>) {
    this.schema = schema;
    this.rules = rules;
    this.tables = tables;
  }

  read(source: string): ReturnType<AdminRunner['read']> {
    try {
      const document = parse(source);
      const errors = validate(this.schema, document);
      return errors.length === 0 ? { document } : { errors };
    } catch (error) {
      if (error instanceof GraphQLError) return { errors: [error] };
      throw error;
    }
  }

  async execute({ document, variables, operationName }: AdminRequest, call: AdminCall): Promise<ExecutionResult> {
    return await execute({
      ...{ schema: this.schema, document, variableValues: variables, operationName, contextValue: call },
      fieldResolver: (source, args, _call, info) => this.answer(source, args, call, info),
      typeResolver: (thing: { readonly kind?: string }) => thing.kind,
    });
  }

  /** By the type's table, else as the plain thing has it. What nobody answers is a gap of the stand-in, and never null. */
  private answer(source: unknown, args: object, call: AdminCall, info: GraphQLResolveInfo): unknown {
    this.rules.demand(info, call.scopes);
    const { parentType, fieldName } = info;
    const table = this.tables[parentType.name];
    const resolver = table !== undefined && Object.hasOwn(table, fieldName) ? table[fieldName] : undefined;
    if (resolver !== undefined) return resolver(source as never, args as never, call);
    if (isRecord(source) && fieldName in source) return source[fieldName];
    const place = `${parentType.name}.${fieldName}`;
    call.world.seen.gaps.add(place);
    throw new GraphQLError(`The stand-in has no answer for ${place}.`);
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
