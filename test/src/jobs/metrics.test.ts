import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  keepAlarms,
  noteWorker,
  openDatabase,
  recordFetch,
  saveOutlets,
} from '../../../db/index.ts';
import type { Operations } from '../../../src/domain/index.ts';
import { createMetrics } from '../../../src/jobs.ts';
import { testDatabase } from '../../database.ts';
import { outlet, page } from '../../db/world.ts';
import { serverFor } from '../web/server-for-tests.ts';

const root = join(import.meta.dirname, '../../..');
const database = await testDatabase();
const now = new Date('2026-03-20T03:00:00Z');
const metrics = createMetrics({ database, version: '1.2.3', now: () => now });
const lines = async () => (await metrics.text()).split('\n');

beforeAll(async () => {
  await saveOutlets(database.db, [outlet({ id: 'paper' })]);
  const at = '2026-03-20T02:30:00Z';
  await recordFetch(database.db, page({ outletId: 'paper', url: 'https://a.example/', at }), null);
  await noteWorker(database.db, { id: 'w', startedAt: now, version: '1' }, now);
  const facts = { code: 'fetch/blocked', times: 1, hours: 0 };
  const troubles = [{ kind: 'blocked' as const, outletId: 'paper', about: '', facts }];
  await keepAlarms(database.db, { troubles, demo: false }, now);
});

test('tell how the capture goes, read anew at each scrape', async () => {
  expect(await lines()).toEqual(
    expect.arrayContaining([
      'column_inches_info{version="1.2.3"} 1',
      'column_inches_database_up 1',
      'column_inches_outlets 1',
      'column_inches_workers 1',
      'column_inches_fetches_last_hour{outcome="ok"} 1',
      'column_inches_alarms_open{kind="blocked"} 1',
      'column_inches_alarms_open{kind="silent-source"} 0',
      `column_inches_last_fetch_timestamp_seconds ${Date.parse('2026-03-20T02:30:00Z') / 1000}`,
    ]),
  );
  await keepAlarms(database.db, { troubles: [], demo: false }, now);
  expect(await lines()).toContain('column_inches_alarms_open{kind="blocked"} 0');
});

test('say so where the database is away, instead of failing', async () => {
  const closed = await openDatabase({ databaseUrl: database.databaseUrl });
  await closed.close();
  const text = await createMetrics({ database: closed, version: '1', now: () => now }).text();
  expect(text).toContain('column_inches_database_up 0');
});

describe('what is shipped for a monitor', () => {
  test('the dashboard and the alert rules use figures that exist', async () => {
    const rules = readFileSync(join(root, 'deploy/prometheus/alerts.yaml'), 'utf8');
    const dashboard = readFileSync(join(root, 'deploy/grafana/column-inches.json'), 'utf8');
    const { groups } = parse(rules) as { groups: { rules: { alert: string; expr: string }[] }[] };
    const { panels } = JSON.parse(dashboard) as { panels: { targets: { expr: string }[] }[] };
    const expressions = [
      ...groups.flatMap((group) => group.rules.map(({ expr }) => expr)),
      ...panels.flatMap(({ targets }) => targets.map(({ expr }) => expr)),
    ];
    expect(expressions.length).toBeGreaterThan(20);
    metrics.answered('/', 200, 12);
    const known = new Set((await lines()).flatMap((line) => /^# HELP (\S+)/.exec(line)?.[1] ?? []));
    const used = expressions.flatMap((one) => one.match(/\b(column_inches|process|nodejs)_\w+/g));
    const plain = (name: string) => name.replace(/_(bucket|count|sum)$/, '');
    const unknown = used.filter((name) => name !== null && !known.has(plain(name)));
    expect(unknown).toEqual([]);
  });
});

describe('/metrics', () => {
  const operations = { isOperator: async (token: string) => token === 'abc123' };
  const app = serverFor(undefined, { metrics, operations: operations as unknown as Operations });
  const ask = (headers: Record<string, string>, remoteAddress = '127.0.0.1') =>
    app.inject({ url: '/metrics', headers, remoteAddress });

  test('answers a monitor on this machine or its network, and the operator from anywhere', async () => {
    expect((await ask({})).headers['content-type']).toContain('version=0.0.4');
    expect((await ask({}, '10.1.2.3')).statusCode).toBe(200);
    expect((await ask({}, '203.0.113.9')).statusCode).toBe(404);
    expect((await ask({ 'x-forwarded-for': '127.0.0.1' })).statusCode).toBe(404);
    const bearer = (token: string) => ask({ authorization: `Bearer ${token}` }, '203.0.113.9');
    expect((await bearer('abc123')).statusCode).toBe(200);
    expect((await bearer('guess')).statusCode).toBe(404);
  });

  test('count answers by route, never by what was looked up', async () => {
    await app.inject({ url: '/persons/tran-quoc-dung?from=2026-03-03' });
    const text = await metrics.text();
    expect(text).toMatch(/duration_seconds_count\{route="\/persons\/:id",status="200"\} \d/);
    expect(text).not.toContain('tran-quoc-dung');
    await app.close();
  });
});
