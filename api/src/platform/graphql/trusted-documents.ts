import { type DocumentNode, type GraphQLSchema, Kind, type OperationDefinitionNode, parse, validate } from 'graphql';
import { compiled } from './compiled-operation.ts';
import { PreparedOperation } from './prepared-operation.ts';

/** Texts of documents by their identifiers, as a client of ours has them: GraphQL over HTTP, appendix A. */
export type DocumentTexts = Readonly<Record<string, string>>;

/** A document that a client of ours asks for by its identifier. */
export interface TrustedDocument {
  readonly prepared: PreparedOperation;
  /**
   * Whether it only reads, and by nothing that is a secret: then it may be asked for by GET, in an address that proxies log, and
   * its answer is the same for everybody.
   */
  readonly isOpenRead: boolean;
}

/** What the documents are prepared with. */
export interface TrustedParts {
  readonly schema: GraphQLSchema;
  readonly texts: DocumentTexts;
  /** Names of variables that may stand in an address. A trusted document holds no value itself that may not. */
  readonly openVariables: readonly string[];
}

/**
 * Documents that are known beforehand: parsed, validated and compiled once, when the server starts, and never priced, since nobody but us
 * wrote them.
 */
export class TrustedDocuments {
  readonly #documents: ReadonlyMap<string, TrustedDocument>;

  /** Throws for a document that the schema cannot answer: a script that is out there would stand before a closed door. */
  constructor({ schema, texts, openVariables }: TrustedParts) {
    this.#documents = new Map(
      Object.entries(texts).map(([id, source]) => {
        const prepared = prepare(schema, id, source);
        return [id, { prepared, isOpenRead: isOpenRead(prepared.operation, openVariables) }];
      }),
    );
  }

  find(id: string): TrustedDocument | null {
    return this.#documents.get(id) ?? null;
  }
}

function prepare(schema: GraphQLSchema, id: string, source: string): PreparedOperation {
  const document = parse(source);
  const [problem] = validate(schema, document);
  if (problem) throw new Error(`The trusted document ${id} does not fit the schema: ${problem.message}`);
  return new PreparedOperation(schema, { document, operation: onlyOperation(id, document), source }, compiled);
}

function onlyOperation(id: string, { definitions }: DocumentNode): OperationDefinitionNode {
  const operations = definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const [operation] = operations;
  if (!operation || operations.length > 1) throw new Error(`The trusted document ${id} must hold one operation.`);
  return operation;
}

function isOpenRead({ operation, variableDefinitions }: OperationDefinitionNode, open: readonly string[]): boolean {
  const isOpen = variableDefinitions?.every(({ variable }) => open.includes(variable.name.value)) ?? true;
  return operation === 'query' && isOpen;
}
