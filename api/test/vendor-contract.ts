import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';
import type { Exchange, Vendor } from '../src/stand-in/observations.ts';
import { closedSchema, type Schema } from './closed-schema.ts';

const FOLDER = join(import.meta.dirname, '../../../shared/contracts');

/** The vendors' own OpenAPI documents; they lie beside the project, not in it. */
export const CONTRACT_FILES: Readonly<Record<Vendor, string>> = {
  klaviyo: join(FOLDER, 'klaviyo/openapi-2026-07-15.json'),
  omnisend: join(FOLDER, 'omnisend/openapi-2026-03-15.json'),
};

/** Whether there is anything to hold requests and answers against. */
export const hasContracts = Object.values(CONTRACT_FILES).every((file) => existsSync(file));

interface Content {
  readonly $ref?: string;
  readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>;
}

interface Operation {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: Content;
  readonly responses: Readonly<Record<string, Content>>;
}

interface Parameter {
  readonly $ref?: string;
  readonly in: string;
  readonly name: string;
  readonly required?: boolean;
  readonly schema: Schema;
}

interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

/** What one vendor's document says about exchanges, its objects closed. */
export class VendorContract {
  private readonly document: OpenApi;
  private readonly ajv = new Ajv({ strict: false, allErrors: true, coerceTypes: false });
  private readonly compiled = new Map<Schema, ValidateFunction>();

  constructor(vendor: Vendor) {
    this.document = JSON.parse(readFileSync(CONTRACT_FILES[vendor], 'utf8'));
    formats.default(this.ajv);
  }

  /** What is wrong with the request of an exchange; nothing: it is as the vendor wants it. */
  requestProblems(exchange: Exchange): string[] {
    const operation = this.operationOf(exchange);
    if (!operation) return ['The vendor has no such operation.'];
    const problems = [...this.queryProblems(operation, exchange), ...headerProblems(operation, exchange)];
    if (!operation.requestBody) {
      return exchange.requestBody === undefined ? problems : [...problems, 'A body where none is read.'];
    }
    const type = exchange.headers['content-type']?.split(';')[0] ?? '';
    const schema = operation.requestBody.content?.[type]?.schema;
    if (!schema) return [...problems, `A body of the type '${type}'.`];
    return [...problems, ...this.problemsOf(schema, exchange.requestBody)];
  }

  /** What is wrong with the answer of an exchange. */
  answerProblems(exchange: Exchange): string[] {
    const answer = this.describedAnswer(exchange);
    if (!answer) return [`The status ${exchange.status} is not described.`];
    const schema = Object.values(answer.content ?? {})[0]?.schema;
    if (!schema) return exchange.answerBody === undefined ? [] : ['A body where none is described.'];
    return this.problemsOf(schema, exchange.answerBody);
  }

  /** What the schema does not allow in the value. */
  private problemsOf(schema: Schema, value: unknown): string[] {
    const validate =
      this.compiled.get(schema) ?? this.ajv.compile(closedSchema(schema, (name) => this.find<Schema>(name)));
    this.compiled.set(schema, validate);
    if (validate(value)) return [];
    return (validate.errors ?? []).map(({ instancePath, message, params }) => {
      return `${instancePath} ${message} ${JSON.stringify(params)}`;
    });
  }

  /** The operation, its references to common parameters and answers put in. */
  private operationOf({ pattern, method }: Pick<Exchange, 'pattern' | 'method'>): Operation | undefined {
    const operation = this.document.paths[pattern]?.[method.toLowerCase()];
    if (!operation) return undefined;
    const answers = Object.entries(operation.responses).map(([status, one]) => [status, this.meant(one)]);
    const parameters = (operation.parameters ?? []).map((one) => this.meant(one));
    const body = operation.requestBody ? { requestBody: this.meant(operation.requestBody) } : {};
    return { ...operation, ...body, parameters, responses: Object.fromEntries(answers) };
  }

  private meant<Part extends { readonly $ref?: string }>(part: Part): Part {
    return part.$ref === undefined ? part : this.find<Part>(part.$ref);
  }

  /** Some operations leave refusals out that the vendor says it gives everywhere: they look as they do elsewhere. */
  private describedAnswer(exchange: Exchange): Content | undefined {
    const own = this.operationOf(exchange)?.responses ?? {};
    const elsewhere = this.operationOf({ pattern: '/contacts', method: 'POST' })?.responses ?? {};
    const { status } = exchange;
    return (
      own[status] ??
      own[`${String(status)[0]}XX`] ??
      (status >= 400 ? (elsewhere[status] ?? elsewhere[401]) : undefined)
    );
  }

  private queryProblems({ parameters = [] }: Operation, { path }: Exchange): string[] {
    const known = new Map(parameters.filter((one) => one.in === 'query').map((one) => [one.name, one.schema]));
    return [...new URLSearchParams(path.split('?')[1] ?? '')].flatMap(([name, text]) => {
      const schema = known.get(name);
      if (!schema) return [`The parameter ${name} is not known.`];
      return this.problemsOf(schema, typedValue(text, schema)).map((problem) => `${name}:${problem}`);
    });
  }

  private find<Part>(reference: string): Part {
    const steps = reference.replace('#/', '').split('/');
    // biome-ignore lint/suspicious/noExplicitAny: the document is walked by the names that it gives itself.
    return steps.reduce((node: any, step) => node[step.replaceAll('~1', '/')], this.document);
  }
}

function headerProblems({ parameters = [] }: Operation, { headers }: Exchange): string[] {
  const needed = parameters.filter((one) => one.in === 'header' && one.required);
  const missing = needed.filter(({ name }) => headers[name.toLowerCase()] === undefined);
  return missing.map(({ name }) => `The header ${name} is missing.`);
}

function typedValue(text: string, schema: Schema): unknown {
  if (schema.type === 'integer') return Number(text);
  return schema.type === 'array' ? text.split(',') : text;
}
