import { GraphQLError, type GraphQLResolveInfo, getNamedType } from 'graphql';
import type { AccessRule } from '../admin-schema.ts';

/** Shopify's own rules of which scopes open which types and fields. */
export class AccessRules {
  private readonly byName: ReadonlyMap<string, AccessRule>;

  constructor(rules: readonly AccessRule[]) {
    const strict = rules.filter(({ offlineScopes }) => offlineScopes.length > 0);
    this.byName = new Map(
      strict.map((rule) => [rule.fieldName ? `${rule.typeName}.${rule.fieldName}` : rule.typeName, rule]),
    );
  }

  /** Throws Shopify's refusal where a token with these scopes may not ask for the field. */
  demand(info: GraphQLResolveInfo, scopes: readonly string[]): void {
    const { parentType, fieldName, returnType } = info;
    const rules = [
      this.byName.get(`${parentType.name}.${fieldName}`),
      this.byName.get(thingOf(getNamedType(returnType).name)),
    ];
    for (const rule of rules) if (rule !== undefined && !isOpen(rule, scopes)) throw accessDenied(fieldName, rule);
  }
}

/** What a connection is of: Shopify denies the connection already, also where nothing is in it. */
function thingOf(typeName: string): string {
  return typeName.replace(/(Connection|Edge)$/, '');
}

/** Whether one of the scopes opens it; who may write may read. */
function isOpen({ offlineScopes }: AccessRule, scopes: readonly string[]): boolean {
  return offlineScopes.some((wanted) => hasScope(scopes, wanted));
}

/** Whether the scopes hold this one: who may write may read. */
export function hasScope(scopes: readonly string[], wanted: string): boolean {
  return scopes.includes(wanted) || (wanted.startsWith('read_') && scopes.includes(wanted.replace('read_', 'write_')));
}

/** Shopify's refusal of a field. */
export function accessDenied(fieldName: string, { requiredAccess }: Pick<AccessRule, 'requiredAccess'>): GraphQLError {
  return new GraphQLError(`Access denied for ${fieldName} field. Required access: ${requiredAccess}`, {
    extensions: {
      code: 'ACCESS_DENIED',
      documentation: 'https://shopify.dev/api/usage/access-scopes',
      requiredAccess,
    },
  });
}
