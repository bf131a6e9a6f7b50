import { expect, test } from 'vitest';
import { submitCoding, takeTask } from '../../../db/index.ts';
import type { CodingValue, ExportedCoding } from '../../../src/domain/index.ts';
import {
  createReviewDesk,
  openAudit,
  readCodings,
  writeCodings,
} from '../../../src/review/index.ts';
import { testDatabase } from '../../database.ts';
import { storeManyItems } from '../../db/review-world.ts';

const nobody: CodingValue = { text: 'part', persons: [] };
const two: CodingValue = {
  text: 'whole',
  persons: [
    { personId: 'le-an', role: 'subject', place: 'headline' },
    { personId: 'tran-binh', role: 'listed', place: 'later' },
  ],
};
const draw = { demo: false, from: '2026-03-01', to: '2026-03-31', items: 6, seed: 'one' };

/** An installation with the same items and the same six of them drawn. */
async function installation() {
  const database = await testDatabase();
  await storeManyItems(database.db, { outletId: 'paper', count: 30 });
  await openAudit(database.db, draw);
  return { database, desk: await createReviewDesk(database) };
}

type Exported = Awaited<ReturnType<Awaited<ReturnType<typeof installation>>['desk']['exported']>>;

/** As Label Studio exports it: relations and predictions beside results, a skipped task. */
function labelStudio(all: Exported): string {
  const items = all.filter((coding): coding is ExportedCoding => 'itemId' in coding);
  const choices = (from: string, chosen: readonly string[]) => ({
    id: 'uh87CbF1k3',
    type: 'choices',
    origin: 'manual',
    to_name: 'article',
    from_name: from,
    value: { choices: chosen },
  });
  const tasks = [...Map.groupBy(items, ({ itemId }) => itemId)].map(([item, codings], index) => ({
    id: index,
    data: { item, article: 'Ông Lê An dự họp.' },
    predictions: [{ model_version: 'one', result: [choices('text', ['none'])] }],
    annotations: [
      ...codings.map(({ coder, value }, place) => ({
        completed_by: place === 0 ? coder : { id: coder, email: 'someone@reader.example' },
        was_cancelled: false,
        result: [
          choices('text', [value.text]),
          choices(
            'persons',
            value.persons.map((one) => `${one.personId}:${one.role}:${one.place}`),
          ),
          { type: 'relation', from_id: 'a', to_id: 'b', direction: 'right' },
        ],
      })),
      { completed_by: 99, was_cancelled: true, result: [] },
    ],
  }));
  return JSON.stringify(tasks);
}

const plain = (all: Exported) =>
  all
    .flatMap((coding) => ('itemId' in coding ? [coding] : []))
    .map(({ itemId, value, result, decided }) => JSON.stringify({ itemId, value, result, decided }))
    .toSorted();

test('codings come into another installation as they left, in each form, and once only', async () => {
  const { database, desk } = await installation();
  for (const coder of ['anna', 'binh']) {
    // Five tasks of anna's, four of binh's: some equal, some disputed, one with a single reader.
    for (let round = 0; round < (coder === 'anna' ? 5 : 4); round++) {
      const taskId = await takeTask(database.db, { coder, stream: 'audit', demo: false });
      const value = round % 2 === 0 || coder === 'anna' ? two : nobody;
      await submitCoding(database.db, { taskId: taskId ?? '', coder }, value);
    }
  }
  const all = await desk.exported();
  expect(all).toHaveLength(9);
  const forms = [JSON.stringify(all), writeCodings(all), labelStudio(all)];
  for (const file of forms) {
    const other = await installation();
    expect(await other.desk.imported('one', file)).toEqual({ taken: 9, left: 0, looks: 0 });
    expect(plain(await other.desk.exported())).toEqual(plain(all));
    expect(await other.desk.imported('one', file)).toEqual({ taken: 0, left: 9, looks: 0 });
    // Back home nobody becomes their own second reader.
    expect(await desk.imported('one', file)).toEqual({ taken: 0, left: 9, looks: 0 });
  }
  expect(await desk.exported()).toEqual(all);
});

test('one entry that cannot be read is counted, and the others are taken', () => {
  const result = [{ from_name: 'text', value: { choices: ['none'] } }];
  const good = { data: { item: 7 }, annotations: [{ completed_by: 1, result }] };
  const bad = [
    { data: {}, annotations: [] },
    { data: { item: 'a' }, annotations: [{ result }] },
    { itemId: 'a', coder: 'b', value: { text: 'some', persons: [] } },
    null,
  ];
  const look = { snapshotId: 's', coder: 'c', value: { look: 'right' } };
  const file = JSON.stringify([bad[0], good, ...bad.slice(1), look]);
  const coding = { itemId: '7', coder: '1', value: { text: 'none', persons: [] } };
  expect(readCodings(file)).toEqual({ codings: [coding], unread: 4, looks: 1 });
});

test.each(['{"half', '[1, 2', 'item,coder,text\na,b,"whole'])(
  'a broken file %s is one row',
  (file) => {
    expect(readCodings(file)).toEqual({ codings: [], unread: 1, looks: 0 });
  },
);
