import { expect, test } from 'vitest';
import { sentencesOf } from '../../../analyzers/index.ts';
import { folderArchive, refreshCoverage } from '../../../db/index.ts';
import { workAtDemoDesk } from '../../../src/commands/demo-desk.ts';
import { generatePress } from '../../../src/demo/index.ts';
import { createNumbers, createPublication } from '../../../src/publish/index.ts';
import { createReviewDesk } from '../../../src/review/index.ts';
import { testDatabase } from '../../database.ts';
import { storeDemoPress } from '../../demo-items.ts';

test('fictional coders and readers fill their pages, once, and one figure is restated', async () => {
  const database = await testDatabase();
  const { db } = database;
  const press = generatePress();
  await storeDemoPress(database, press, new Date(press.endMs));
  await refreshCoverage(db);
  const numbers = createNumbers(db, { sentencesOf });
  const period = { from: '2025-10-06', to: '2025-10-19' };
  const query = { period, outlets: null, demo: true };
  const counted = async () =>
    (await numbers.figures(query)).persons.map(({ personId, items, itemsFractional }) => [
      personId,
      items,
      itemsFractional,
    ]);
  const before = await counted();
  const publication = {
    sentencesOf,
    archive: folderArchive('unused'),
    version: '1',
    now: () => new Date('2025-10-20T02:00:00Z'),
  };
  // Cut off in the middle, nothing of it is there, and the next start does it from its beginning.
  const cutOff = () => {
    throw new RangeError('cut off');
  };
  const half = { database, press, publication: { ...publication, sentencesOf: cutOff } };
  await expect(workAtDemoDesk(half)).rejects.toThrow('cut off');
  const desk = await createReviewDesk(database);
  expect(await desk.progress('nobody')).toMatchObject([{ tasks: 0 }, { tasks: 0 }]);
  await workAtDemoDesk({ database, press, publication });
  const after = await counted();

  const [progress] = await desk.progress('nobody');
  expect(progress).toMatchObject({ stream: 'audit', tasks: 180, disputed: 3, done: 177 });
  // The readers slip, each on their own: they agree well, and not wholly.
  const role = (await desk.agreement()).find(({ rule }) => rule === 'role');
  expect(role?.kappa).toBeGreaterThan(0.5);
  expect(role?.kappa).toBeLessThan(1);
  const { challenges, plans } = createPublication(db, publication);
  expect(await challenges.counts()).toEqual({ open: 1, accepted: 2, rejected: 1 });
  const [restated, ...others] = await challenges.corrections();
  expect(others).toEqual([]);
  expect(restated?.after).toBe((restated?.before ?? 0) - 1);
  expect(Date.parse(restated?.madeAt ?? '')).toBe(press.endMs);
  const itemsOf = (figures: typeof before) =>
    new Map(figures.map(([personId, items]) => [personId, items]));
  const expected = itemsOf(before).set(restated?.personId ?? '', restated?.after ?? 0);
  expect(itemsOf(after)).toEqual(expected);
  expect(await challenges.takedowns()).toHaveLength(1);
  const [plan] = await plans.plans();
  expect(Date.parse(plan?.sealedAt ?? '')).toBeLessThan(Date.parse(period.from));
  expect(plan?.deviations).toHaveLength(1);

  await workAtDemoDesk({ database, press, publication });
  expect(await challenges.counts()).toEqual({ open: 1, accepted: 2, rejected: 1 });
  expect(await plans.plans()).toHaveLength(1);
}, 120_000);
