import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { submitCoding, takeTask } from '../../../db/index.ts';
import type { CodingValue, FigureQuery } from '../../../src/domain/index.ts';
import { auditWeights, leastAudited } from '../../../src/review/corrections.ts';
import {
  correctionInput,
  createCorrections,
  createReviewDesk,
  openAudit,
  readCodings,
  type ReviewDesk,
  writeCodings,
} from '../../../src/review/index.ts';
import { type TestDatabase, testDatabase } from '../../database.ts';
import { storeManyItems } from '../../db/review-world.ts';

describe('weights', () => {
  const items = (stratum: string, count: number) =>
    Array.from({ length: count }, () => ({ stratum }));

  test('are items of the stratum ÷ audited items of it', () => {
    const frame = [...items('2026-03 a somebody', 100), ...items('2026-03 a nobody', 300)];
    const audited = [...items('2026-03 a somebody', 20), ...items('2026-03 a nobody', 10)];
    const weightOf = auditWeights(frame, audited);
    expect(weightOf('2026-03 a somebody')).toBe(5);
    expect(weightOf('2026-03 a nobody')).toBe(30);
  });

  test('of thin strata are shared within month and kind, and all weights add up to the frame', () => {
    const frame = [
      ...items('2026-03 a nobody', 300),
      ...items('2026-03 b nobody', 40),
      ...items('2026-03 c nobody', 60),
    ];
    const audited = [
      ...items('2026-03 a nobody', 30),
      ...items('2026-03 b nobody', 1),
      ...items('2026-03 c nobody', 1),
    ];
    const weightOf = auditWeights(frame, audited);
    expect(weightOf('2026-03 b nobody')).toBe(50);
    const sum = audited.reduce((total, { stratum }) => total + weightOf(stratum), 0);
    expect(sum).toBe(frame.length);
  });
});

const query = {
  period: { from: '2026-03-01', to: '2026-03-31' },
  outlets: null,
  demo: false,
};

/** What really is in an item of the sample press, whose machine misses every fourth Lê An. */
function truthOf(title: string): CodingValue {
  const index = Number(title.slice(4));
  const isThere = index % 3 === 0 || index % 12 === 1;
  const persons = isThere
    ? [{ personId: 'le-an', role: 'mentioned' as const, place: 'lead' as const }]
    : [];
  return { text: 'whole', persons };
}

describe('over a database', () => {
  let database: TestDatabase;
  let desk: ReviewDesk;
  const items = 1200;
  beforeAll(async () => {
    database = await testDatabase();
    await storeManyItems(database.db, { outletId: 'paper', count: items });
    desk = await createReviewDesk(database);
    await openAudit(database.db, { ...query.period, demo: false, items: 150, seed: 'a' });
  });

  async function codeAll(coder: string) {
    for (;;) {
      const taskId = await takeTask(database.db, { coder, stream: 'audit', demo: false });
      const task = taskId && (await desk.task(coder, taskId));
      if (!task) return;
      await submitCoding(database.db, { taskId: task.taskId, coder }, truthOf(task.title));
    }
  }

  test('nothing is corrected before enough is audited', async () => {
    const { audited, needed, persons } = await createCorrections()(database.db, query);
    expect({ audited, needed, size: persons.size }).toEqual({
      audited: 0,
      needed: leastAudited,
      size: 0,
    });
    expect(await desk.plan(query, 0.02)).toBeNull();
  });

  test('the corrected figure finds what the machine missed, and its answer is kept', async () => {
    await codeAll('anna');
    await codeAll('binh');
    const read = createCorrections();
    const corrections = (asked: FigureQuery) => read(database.db, asked);
    const { audited, readItems, persons } = await corrections(query);
    expect({ audited, readItems }).toEqual({ audited: 150, readItems: 150 });
    const found = persons.get('le-an');
    // Every third, and of those the machine passes over one in twelve of all.
    expect(found?.items.low).toBeLessThanOrEqual(500);
    expect(found?.items.high).toBeGreaterThanOrEqual(500);
    expect(found?.items.low).toBeGreaterThan(400);
    expect(found?.recall?.low).toBeLessThan(0.8);
    expect(found?.recall?.high).toBeGreaterThan(0.8);
    expect(await corrections(query)).toBe(await corrections(query));
    const other = { ...query, period: { from: '2026-03-01', to: '2026-03-10' } };
    expect((await corrections(other)).readItems).toBeLessThan(150);
  });

  test('a doubtful item counts as read but tells nothing of error rates', async () => {
    const before = await correctionInput(database.db, query);
    await desk.refresh(null);
    for (const coder of ['anna', 'binh']) {
      const taskId = await takeTask(database.db, { coder, stream: 'uncertain', demo: false });
      const none: CodingValue = { text: 'whole', persons: [] };
      await submitCoding(database.db, { taskId: taskId ?? '', coder }, none);
    }
    const after = await correctionInput(database.db, query);
    expect(after.audit.length).toBeLessThanOrEqual(before.audit.length);
    expect(after.read.length - before.read.length).toBeGreaterThanOrEqual(0);
    expect(after.read.filter(({ audited }) => !audited)).toHaveLength(1);
  });

  test('agreement of two who read alike: no variation where there is none', async () => {
    const rules = await desk.agreement();
    expect(rules.find(({ rule }) => rule === 'person')?.alpha).toBe(1);
    expect(rules.find(({ rule }) => rule === 'text')).toMatchObject({
      noVariation: true,
      alpha: null,
      units: 150,
    });
  });

  const exportedItems = async () => (await desk.exported()).filter((coding) => 'itemId' in coding);

  test('exports name no coder, and come back as they went', async () => {
    const codings = await exportedItems();
    const csv = writeCodings(codings);
    expect(csv).not.toMatch(/anna|binh/);
    expect(new Set(codings.map(({ coder }) => coder)).size).toBe(2);
    const read = readCodings(csv);
    expect(read.unread).toBe(0);
    expect(read.codings.map(({ itemId, value }) => ({ itemId, value }))).toEqual(
      codings.map(({ itemId, value }) => ({ itemId, value })),
    );
  });

  test('codings made elsewhere fill free places, and only those', async () => {
    await openAudit(database.db, { ...query.period, demo: false, items: 4, seed: 'more' });
    const { rows } = await sql<{ id: string }>`select item_id as id from review_tasks
      where stream = 'audit' and status = 'open' order by id`.execute(database.db);
    const coded = (coder: number) => ({
      completed_by: coder,
      result: [
        { from_name: 'text', value: { choices: ['whole'] } },
        { from_name: 'persons', value: { choices: ['le-an:subject:headline'] } },
      ],
    });
    const tasks = rows.map(({ id }) => ({
      data: { item: id },
      annotations: [coded(1), coded(2), coded(3)],
    }));
    const strange = { data: { item: 'not-drawn' }, annotations: [coded(1)] };
    const file = JSON.stringify([...tasks, strange]);
    expect(await desk.imported('test', file)).toEqual({ taken: 8, left: 5, looks: 0 });
    expect(await desk.imported('test', file)).toEqual({ taken: 0, left: 13, looks: 0 });
    expect(await desk.imported('test', '[{"no": "such"}]')).toEqual({
      taken: 0,
      left: 1,
      looks: 0,
    });
    const last = (await exportedItems()).filter(({ itemId }) => itemId === rows[0]?.id);
    expect(last.map(({ decided }) => decided)).toEqual(['agreed', 'agreed']);
  });
});

test('cells that a spreadsheet would run are defused', () => {
  const csv = writeCodings([
    {
      taskId: 't',
      itemId: '=1+1',
      url: 'https://x.example/a,"b"',
      contentHash: 'h',
      methodVersion: '1',
      stream: 'audit',
      machine: { persons: [] },
      coder: 'coder-1',
      value: { text: 'whole', persons: [] },
      submittedAt: '2026-03-01T00:00:00Z',
      result: null,
      decided: null,
    },
  ]);
  expect(csv).toContain("'=1+1,");
  expect(csv).toContain('"https://x.example/a,""b"""');
});
