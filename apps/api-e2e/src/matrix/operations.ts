import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Permission } from '@sampan/kernel';

interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly example?: unknown;
  readonly default?: unknown;
  readonly format?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly allOf?: readonly Schema[];
  readonly nullable?: boolean;
}

interface RawOperation {
  readonly operationId: string;
  readonly 'x-permission'?: Permission;
  readonly 'x-open'?: string;
  readonly parameters?: readonly { name: string; in: string; required?: boolean; schema: Schema; example?: unknown }[];
  readonly requestBody?: { content: Record<string, { schema: Schema }> };
}

interface Contract {
  readonly paths: Readonly<Record<string, Readonly<Record<string, RawOperation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

export interface Operation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly permission: Permission | null;
  readonly parameters: readonly string[];
  /** Query parameters that must be there. */
  readonly query: Readonly<Record<string, unknown>>;
  /** All query parameters that it knows. */
  readonly queryNames: readonly string[];
  /** The example of the contract, which must be a valid request, an upload without its file; null when there is no body. */
  readonly body: Readonly<Record<string, unknown>> | null;
  readonly isUpload: boolean;
}

const contract = JSON.parse(readFileSync(join(__dirname, '../../../../libs/contract/openapi.json'), 'utf8')) as Contract;

/** Every operation of the contract. */
export const operations = (): Operation[] =>
  Object.entries(contract.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, raw]) => ({
      id: raw.operationId,
      method: method.toUpperCase(),
      path,
      permission: raw['x-permission'] ?? null,
      parameters: [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!),
      query: Object.fromEntries((raw.parameters ?? []).filter((one) => one.in === 'query' && one.required).map((one) => [one.name, one.example ?? exampleOf(one.schema)])),
      queryNames: (raw.parameters ?? []).filter((one) => one.in === 'query').map((one) => one.name),
      body: bodyOf(raw),
      isUpload: raw.requestBody?.content['multipart/form-data'] !== undefined,
    })),
  );

const bodyOf = ({ requestBody }: RawOperation): Operation['body'] => {
  const schema = (requestBody?.content['application/json'] ?? requestBody?.content['multipart/form-data'])?.schema;
  return schema ? (exampleOf(schema) as Record<string, unknown>) : null;
};

/** The examples of a schema's fields put together: required ones always, optional ones when they have an example. */
const exampleOf = (schema: Schema): unknown => {
  if (schema.example !== undefined) {
    return schema.example;
  }
  if (schema.$ref) {
    return exampleOf(contract.components.schemas[schema.$ref.split('/').at(-1)!]!);
  }
  if (schema.allOf) {
    return Object.assign({}, ...schema.allOf.map(exampleOf));
  }
  if (schema.enum) {
    return schema.enum[0];
  }
  if (schema.properties) {
    const required = new Set(schema.required ?? []);
    return Object.fromEntries(
      Object.entries(schema.properties)
        .filter(([name, property]) => required.has(name) || property.example !== undefined)
        .map(([name, property]) => [name, exampleOf(property)]),
    );
  }
  return plainExample(schema);
};

const plainExample = ({ type, format, items, default: otherwise }: Schema): unknown => {
  if (otherwise !== undefined) {
    return otherwise;
  }
  const examples: Record<string, () => unknown> = {
    string: () => (format === 'uuid' ? '0198c7a2-5d6a-7c3e-9a54-0d9b1c2f3a4b' : format === 'date' ? '2026-03-02' : format === 'date-time' ? '2026-03-02T03:00:00Z' : 'text'),
    integer: () => 1,
    number: () => 1,
    boolean: () => true,
    array: () => (items ? [exampleOf(items)] : []),
    object: () => ({}),
  };
  return examples[type ?? 'object']?.() ?? {};
};
