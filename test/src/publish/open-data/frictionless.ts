import { Ajv2020 } from 'ajv/dist/2020.js';

// What the Frictionless specifications (Data Package, Tabular Data Resource and Table Schema, v1)
// ask of a datapackage.json and of the rows beside it, as far as this project's use it.

const name = { type: 'string', pattern: '^[-a-z0-9._/]+$' };

const field = {
  type: 'object',
  required: ['name', 'type', 'description'],
  properties: {
    name: { type: 'string', minLength: 1 },
    type: { enum: ['string', 'number', 'integer', 'boolean', 'date', 'datetime'] },
    description: { type: 'string' },
  },
};

const tableSchema = {
  type: 'object',
  required: ['fields'],
  properties: {
    fields: { type: 'array', minItems: 1, items: field },
    primaryKey: { type: 'array', minItems: 1, items: { type: 'string' } },
    missingValues: { type: 'array', items: { type: 'string' } },
  },
};

const resource = {
  type: 'object',
  required: ['name', 'path'],
  properties: {
    name,
    // Beside the package: no address elsewhere, no way up.
    path: { type: 'string', pattern: '^(?!/|[a-z]+:|.*\\.\\.)' },
    profile: { enum: ['data-resource', 'tabular-data-resource'] },
    title: { type: 'string' },
    description: { type: 'string' },
    format: { type: 'string' },
    mediatype: { type: 'string', pattern: '^.+/.+$' },
    encoding: { const: 'utf-8' },
    bytes: { type: 'integer', minimum: 0 },
    hash: { type: 'string', pattern: '^sha256:[0-9a-f]{64}$' },
    schema: tableSchema,
  },
  anyOf: [
    { properties: { profile: { const: 'data-resource' } } },
    { required: ['schema', 'encoding'], properties: { format: { enum: ['csv', 'json'] } } },
  ],
};

const dataPackage = {
  type: 'object',
  required: ['name', 'profile', 'resources'],
  properties: {
    name,
    profile: { enum: ['data-package', 'tabular-data-package'] },
    title: { type: 'string' },
    description: { type: 'string' },
    version: { type: 'string' },
    resources: { type: 'array', minItems: 1, items: resource },
  },
};

export interface PackagedResource {
  readonly name: string;
  readonly path: string;
  readonly format: string;
  readonly schema: {
    readonly fields: readonly { readonly name: string; readonly type: string }[];
    readonly primaryKey: readonly string[];
  };
}

const isPackage = new Ajv2020({ allErrors: true }).compile(dataPackage);

/** What is wrong with a datapackage.json, a line each; nothing where it is as the spec says. */
export function packageFaults(contents: { readonly resources: readonly PackagedResource[] }) {
  const faults = isPackage(contents)
    ? []
    : (isPackage.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  const names = contents.resources.map((one) => one.name);
  if (new Set(names).size < names.length) faults.push('two resources have one name');
  for (const { path, schema } of contents.resources) {
    const fields = schema.fields.map((one) => one.name);
    if (new Set(fields).size < fields.length) faults.push(`${path}: two fields have one name`);
    for (const key of schema.primaryKey)
      if (!fields.includes(key)) faults.push(`${path}: ${key} is no field`);
  }
  return faults;
}

/** How Table Schema writes each type in a text; an empty cell is a missing value of any. */
const written: Readonly<Record<string, RegExp>> = {
  string: /[\s\S]*/,
  integer: /^[+-]?\d+$/,
  number: /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/,
  boolean: /^(true|false)$/,
  date: /^\d{4}-\d{2}-\d{2}$/,
};

/** Cells that are not of their column's type, and rows with one key, of a CSV. */
export function tableFaults(
  { path, schema }: PackagedResource,
  rows: readonly Readonly<Record<string, string>>[],
): string[] {
  const faults = schema.fields.flatMap(({ name: column, type }) => {
    const wrong = rows.find((row) => row[column] !== '' && !written[type]?.test(row[column] ?? ''));
    return wrong ? [`${path}: ${column} is no ${type}: ${wrong[column]}`] : [];
  });
  const keys = rows.map((row) => schema.primaryKey.map((key) => row[key]).join('\u0000'));
  if (new Set(keys).size < keys.length) faults.push(`${path}: two rows have one key`);
  return faults;
}
