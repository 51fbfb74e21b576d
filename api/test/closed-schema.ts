/** A JSON Schema, or a part of one. */
export interface Schema {
  readonly [keyword: string]: unknown;
  readonly $ref?: string;
  readonly nullable?: boolean;
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

/** Finds what `$ref` names. */
export type Resolve = (reference: string) => Schema;

/**
 * A schema of OpenAPI 3.0 as one that stands by itself: references are put in, `nullable` is said in JSON Schema's way, also
 * beside a reference, where OpenAPI 3.0 would not see it, `allOf` becomes one object, and an object has no properties but those
 * that are named.
 */
export function closedSchema(schema: Schema, resolve: Resolve): Schema {
  const plain = withoutReference(schema, resolve);
  const closed = closeParts(plain, resolve);
  return plain.nullable ? { anyOf: [withoutNullable(closed), { type: 'null' }] } : withoutNullable(closed);
}

function withoutReference(schema: Schema, resolve: Resolve): Schema {
  const { $ref, ...beside } = schema;
  const named = $ref === undefined ? schema : { ...withoutReference(resolve($ref), resolve), ...beside };
  if (!named.allOf) return named;
  const { allOf, ...others } = named;
  return allOf.map((part) => withoutReference(part, resolve)).reduce((a, b) => merged(a, b, resolve), others);
}

function merged(a: Schema, b: Schema, resolve: Resolve): Schema {
  const properties: Record<string, Schema> = { ...a.properties };
  for (const [name, schema] of Object.entries(b.properties ?? {})) {
    const known = properties[name];
    const both = known && merged(withoutReference(known, resolve), withoutReference(schema, resolve), resolve);
    properties[name] = both ?? schema;
  }
  const required = [...new Set([...(a.required ?? []), ...(b.required ?? [])])];
  return { ...a, ...b, ...(Object.keys(properties).length > 0 ? { properties, required } : {}) };
}

function closeParts(schema: Schema, resolve: Resolve): Schema {
  const close = (part: Schema) => closedSchema(part, resolve);
  const { properties, items, anyOf, oneOf, additionalProperties } = schema;
  const isNamed = properties !== undefined && Object.keys(properties).length > 0;
  return {
    ...schema,
    ...(items ? { items: close(items) } : {}),
    ...(anyOf ? { anyOf: anyOf.map(close) } : {}),
    ...(oneOf ? { oneOf: oneOf.map(close) } : {}),
    ...(isNamed ? { properties: mapped(properties, close), additionalProperties: false } : {}),
    ...(typeof additionalProperties === 'object' ? { additionalProperties: close(additionalProperties) } : {}),
  };
}

function mapped(schemas: Readonly<Record<string, Schema>>, close: (part: Schema) => Schema): Record<string, Schema> {
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, close(schema)]));
}

function withoutNullable({ nullable: _nullable, ...schema }: Schema): Schema {
  return schema;
}
