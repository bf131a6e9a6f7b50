import { parse } from 'csv-parse/sync';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { frontPageLooks, loadSnapshot, looksOfDay } from '../../db/index.ts';
import type { LookState, LookTask } from '../../src/domain/index.ts';
import {
  createReviewDesk,
  openUncertain,
  readCodings,
  type ReviewDesk,
  writeCodings,
} from '../../src/review/index.ts';
import { type TestDatabase, testDatabase } from '../database.ts';
import { storeLook } from './look-world.ts';
import { storeManyItems } from './review-world.ts';

let database: TestDatabase;
let desk: ReviewDesk;
const looks: Record<string, string> = {};

beforeAll(async () => {
  database = await testDatabase();
  const { db } = database;
  desk = await createReviewDesk(database);
  // The demo's world is on screen until an outlet of one's own is followed.
  await storeManyItems(db, { outletId: 'paper', count: 60, demo: true });
  const at = (hour: number) => `2026-03-07T${String(hour).padStart(2, '0')}:00:00Z`;
  for (let hour = 1; hour <= 8; hour++) {
    await storeLook(db, { outletId: 'paper', at: at(hour), shares: { 'paper.example/a': 1 } });
  }
  const look = { outletId: 'paper' } as const;
  looks['wall'] = await storeLook(db, { ...look, at: at(9), fault: 'consent-wall' });
  looks['thin'] = await storeLook(db, { ...look, at: at(10), aboveFold: 0.2 });
  looks['long'] = await storeLook(db, { ...look, at: at(11), pageHeight: 12_000 });
  looks['blind'] = await storeLook(db, {
    ...look,
    at: at(12),
    fault: 'unreachable',
    picture: null,
  });
  for (let hour = 13; hour <= 20; hour++) {
    await storeLook(db, { ...look, at: at(hour), fault: 'lost-styles' });
  }
});

interface StoredTask {
  readonly id: string;
  readonly look: string | null;
  readonly item: string | null;
  readonly reasons: readonly { readonly en: string }[];
}

async function tasks(): Promise<StoredTask[]> {
  const { rows } = await sql<StoredTask>`select id, snapshot_id as look, item_id as item, reasons
    from review_tasks where status <> 'overtaken' order by priority desc, id`.execute(database.db);
  return rows;
}

type Answer = (task: LookTask) => LookState;

/** Takes tasks until one is a look and judges it; null where none is left. */
async function judge(coder: string, answer: Answer) {
  for (;;) {
    const id = await desk.take(coder, 'uncertain');
    if (id === null) return null;
    const task = await desk.lookTask(coder, id);
    if (task) return { task, became: await desk.submit(coder, id, { look: answer(task) }) };
    await desk.submit(coder, id, { text: 'whole', persons: [] });
  }
}

describe('looks that failed or are odd', () => {
  test('are tasks where there is a picture, three of a kind and day, between those of items', async () => {
    const opened = await openUncertain(database.db, true);
    const all = await tasks();
    expect(all).toHaveLength(opened);
    const own = all.filter(({ look }) => look !== null);
    const reasons = own.map(({ reasons: [reason] }) => reason?.en ?? '');
    expect(reasons.filter((text) => text.includes('consent'))).toHaveLength(1);
    expect(reasons).toContain('Stories cover 20% of the first screen, usually 60%.');
    expect(reasons).toContain('The page is 12000 pixels long, usually 5000.');
    // Eight in a row, which fall on two days in Vietnam.
    expect(reasons.filter((text) => text.includes('lost its styles'))).toHaveLength(6);
    expect(own.map(({ look }) => look)).not.toContain(looks['blind']);
    expect(all.filter(({ item }) => item !== null).length).toBeGreaterThan(0);
    expect(await openUncertain(database.db, true)).toBe(0);
  });

  test('are judged by two and settled by a third; one that was not right is no good look', async () => {
    const before = await goodLooks();
    expect(before).toContain(looks['thin']);
    const first = await judge('coder-1', () => 'covered');
    const taskId = first?.task.taskId ?? '';
    expect(await desk.lookTask('coder-2', taskId)).toBeNull();
    expect(await desk.draft('coder-1', taskId, { text: 'none', persons: [] })).toBe(false);
    const second = await judge('coder-2', () => 'right');
    expect(second).toMatchObject({ task: { taskId }, became: 'disputed' });
    expect(await desk.lookDisputes('coder-1')).toEqual([]);
    const [dispute] = await desk.lookDisputes('judge');
    expect(dispute?.readings.map(({ look }) => look).toSorted()).toEqual(['covered', 'right']);
    expect(await desk.adjudicate('judge', taskId, { look: 'covered' })).toBe(true);
    const judged = await loadSnapshot(database.db, first?.task.snapshotId ?? '');
    expect(judged?.judged).toBe('covered');

    const answer: Answer = ({ snapshotId }) => (snapshotId === looks['thin'] ? 'part' : 'right');
    while ((await judge('coder-1', answer)) !== null);
    for (let last = await judge('coder-2', answer); last !== null; ) {
      expect(last.became).toBe('agreed');
      last = await judge('coder-2', answer);
    }
    const wrong = [looks['thin'], first?.task.snapshotId];
    expect(await goodLooks()).toEqual(before.filter((id) => !wrong.includes(id)));
  });

  test('are exported beside items, without names, and left out of an import by number', async () => {
    const all = await desk.exported();
    const judged = all.flatMap((coding) => ('snapshotId' in coding ? [coding] : []));
    const wall = judged.filter(({ snapshotId }) => snapshotId === looks['wall']);
    expect(wall.map(({ machine }) => machine)).toEqual(Array(2).fill({ fault: 'consent-wall' }));
    const disputed = judged.filter(({ decided }) => decided === 'adjudicated');
    expect(disputed.map(({ value }) => value.look).toSorted()).toEqual(['covered', 'right']);
    expect(disputed.map(({ result }) => result)).toEqual(Array(2).fill({ look: 'covered' }));
    const thin = judged.filter(({ snapshotId }) => snapshotId === looks['thin']);
    expect(thin.map(({ result }) => result?.look)).toEqual(
      Array(2).fill(thin[0]?.decided === 'agreed' ? 'part' : 'covered'),
    );
    expect(judged).toHaveLength(2 * (await tasks()).filter(({ look }) => look !== null).length);
    expect(JSON.stringify(all)).not.toMatch(/"(?:coder-[12]|judge)"/);

    const csv = writeCodings(all);
    const rows = parse(csv, { columns: true }) as Record<string, string>[];
    expect(rows.filter(({ snapshot }) => snapshot === looks['wall'])).toMatchObject(
      wall.map(({ coder, value, result }) => ({
        item: '',
        coder,
        machine: 'consent-wall',
        look: value.look,
        result_look: result?.look,
      })),
    );
    expect(readCodings(csv)).toMatchObject({ unread: 0, looks: judged.length });
    const items = all.length - judged.length;
    expect(await desk.imported('admin', csv)).toEqual({
      taken: 0,
      left: items,
      looks: judged.length,
    });
    expect(await desk.exported()).toEqual(all);
  });

  test('look again where their slot was looked at again', async () => {
    const [old] = (await tasks()).filter(({ look }) => look === looks['thin']);
    const at = '2026-03-07T10:00:00Z';
    await storeLook(database.db, { outletId: 'paper', at, aboveFold: 0.1, picture: 'again' });
    await desk.refresh(null);
    const [fresh] = (await tasks()).filter(({ look }) => look === looks['thin']);
    expect(fresh?.id).not.toBe(old?.id);
  });
});

const query = {
  period: { from: '2026-03-07', to: '2026-03-07' },
  outlets: null,
  demo: true,
};

/** Good looks of the day, the same on its page and in figures. */
async function goodLooks(): Promise<string[]> {
  const { db } = database;
  const all = await frontPageLooks(db, query, 'desktop');
  const good = all.filter((look) => look.good).map(({ id }) => id);
  for (const look of all) if (!look.good) expect(look.shares).toEqual({});
  const shown = await loadSnapshot(db, looks['wall'] ?? '');
  const day = shown ? await looksOfDay(db, shown) : [];
  expect(day.filter((look) => look.good && good.includes(look.id))).toHaveLength(
    day.filter((look) => look.good).length,
  );
  return good;
}
