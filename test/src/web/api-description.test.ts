import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ColumnInchesError } from '../../../src/domain/index.ts';
import { sampleAir, sampleFrontPages } from '../../readers-samples.ts';
import { sampleNumbers } from './sample/numbers.ts';
import { samplePublication } from './sample/publication.ts';
import { serverFor } from './server-for-tests.ts';

// What the served OpenAPI document says is what the API answers: on every route, well and refused.

interface Answer {
  readonly description: string;
  readonly content?: Readonly<Record<string, { readonly schema: object }>>;
}
interface Operation {
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: 'query' | 'path';
    readonly required: boolean;
    readonly description?: string;
  }[];
  readonly responses: Readonly<Record<string, Answer>>;
}

const numbers = { ...sampleNumbers, air: sampleAir, frontPages: sampleFrontPages };
const app = serverFor(numbers, { publication: await samplePublication('vi') });
const ajv = new Ajv2020({
  strict: false,
  allErrors: true,
  formats: { date: /^\d{4}-\d{2}-\d{2}$/ },
});

/** An address of each route that has an answer here; a route without one fails below. */
const known: Readonly<Record<string, string>> = {
  '/api/figures': '/api/figures',
  '/api/persons/{id}': '/api/persons/pham-duc-long',
  '/api/outlets/{id}': '/api/outlets/bao-lam-giang',
  '/api/items/{id}': '/api/items/bao-lam-giang-03-12-13',
  '/api/posts/{id}': '/api/posts/chu-tich-ubnd-thanh-pho-song-lam',
  '/api/snapshots/{id}': '/api/snapshots/look',
  '/api/snapshots/{id}/placements.csv': '/api/snapshots/look/placements.csv',
  '/api/air': '/api/air',
  '/api/outlets/{id}/air': '/api/outlets/bao-lam-giang/air',
  '/api/bulletins/{id}': '/api/bulletins/bulletin',
  '/api/search': '/api/search?q=chu',
  '/api/stories/{id}': '/api/stories/one',
  '/api/corrections': '/api/corrections',
  '/api/exports': '/api/exports',
};

const answer = await app.inject('/api/openapi.json');
const paths: Readonly<Record<string, { readonly get: Operation }>> = answer.json().paths;
const operations = Object.entries(paths).map(([path, { get }]) => [path, get] as const);
afterAll(() => app.close());

function schemaOf({ responses }: Operation, status: number): ValidateFunction {
  const schema = responses[status]?.content?.['application/json']?.schema;
  if (schema === undefined) expect.fail(`no JSON is described for ${status}`);
  return ajv.compile(schema);
}

function expectAsDescribed(operation: Operation, status: number, body: unknown): void {
  const validate = schemaOf(operation, status);
  validate(body);
  expect(validate.errors ?? []).toEqual([]);
}

test('every route has an address here', () => {
  expect(Object.keys(known).toSorted()).toEqual(operations.map(([path]) => path).toSorted());
});

describe.each(operations)('%s', (path, operation) => {
  const address = known[path] ?? '';
  const isJson = !path.endsWith('.csv');

  test('answers without anything but what is said to be required, as described', async () => {
    const { statusCode, headers, body } = await app.inject(address);
    expect(statusCode).toBe(200);
    const [type] = String(headers['content-type']).split(';');
    expect(operation.responses['200']?.content).toHaveProperty([type ?? '']);
    if (isJson) expectAsDescribed(operation, 200, JSON.parse(body));
    const required = (operation.parameters ?? []).filter((one) => one.required);
    const asked = new URL(address, 'http://x').searchParams;
    for (const { name, in: place } of required) {
      expect(place === 'path' || asked.has(name), `${name} is said to be required`).toBe(true);
    }
  });

  test('says of each parameter and answer what it is', () => {
    for (const { description } of Object.values(operation.responses))
      expect(description).not.toBe('Default Response');
    for (const parameter of operation.parameters ?? [])
      if (parameter.in === 'query') expect(parameter.description, parameter.name).toMatch(/\S/);
  });

  test('is not sent again to who has it', async () => {
    const first = await app.inject(address);
    const tag = String(first.headers.etag);
    expect(tag).toMatch(/^W\/"/);
    const again = await app.inject({ url: address, headers: { 'if-none-match': tag } });
    expect([again.statusCode, again.body]).toEqual([304, '']);
  });

  test('refuses what is not there in the shape described', async () => {
    if (!path.includes('{id}')) return;
    const { statusCode, body } = await app.inject(path.replace('{id}', 'nobody'));
    if (statusCode === 200) return;
    expect(statusCode).toBe(404);
    expectAsDescribed(operation, 404, JSON.parse(body));
  });

  test('refuses what it cannot read in the shape described', async () => {
    const days = operation.parameters?.some(({ name }) => name === 'from');
    if (!days) return;
    const { statusCode, body } = await app.inject(
      `${address}${address.includes('?') ? '&' : '?'}from=2026-02-31`,
    );
    expect(statusCode).toBe(400);
    expectAsDescribed(operation, 400, JSON.parse(body));
  });
});

describe('a schema that is described too widely would let anything through', () => {
  let figures: Operation;
  beforeAll(() => {
    figures = paths['/api/figures']?.get as Operation;
  });

  test('an answer that lacks a figure is found', async () => {
    const { data, ...rest } = (await app.inject('/api/figures')).json();
    const { itemsCaptured: _, ...less } = data;
    const validate = schemaOf(figures, 200);
    expect(validate({ ...rest, data: less })).toBe(false);
    expect(validate({ ...rest, data: { ...data, itemsCaptured: '411' } })).toBe(false);
    expect(validate({ data })).toBe(false);
  });

  test('a refusal of another shape is found', () => {
    const validate = schemaOf(figures, 404);
    expect(validate({ message: 'Not Found', statusCode: 404 })).toBe(false);
  });
});

test('a failure and too many requests have that shape too', async () => {
  const failing = serverFor(
    {
      ...sampleNumbers,
      figures: async () => {
        throw new ColumnInchesError({ code: 'db/gone', verdict: 'retry', message: 'gone' });
      },
    },
    { requestsPerMinute: 1 },
  );
  const operation = paths['/api/figures']?.get as Operation;
  const failed = await failing.inject('/api/figures');
  expect(failed.statusCode).toBe(500);
  expectAsDescribed(operation, 500, failed.json());
  const limited = await failing.inject('/api/figures');
  expect(limited.statusCode).toBe(429);
  expectAsDescribed(operation, 429, limited.json());
  await failing.close();
});
