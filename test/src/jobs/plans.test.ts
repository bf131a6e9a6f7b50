import { expect, test } from 'vitest';
import { saveOutlets, saveRegister } from '../../../db/index.ts';
import { ledgerSlot } from '../../../src/jobs/handlers.ts';
import { finishRun } from '../../../src/pipeline.ts';
import { createPlans, sealPlan } from '../../../src/publish/index.ts';
import { testDatabase } from '../../database.ts';
import { outlet, register } from '../../db/world.ts';
import { quietLog } from '../context.ts';

const period = { from: '2026-04-01', to: '2026-06-30' };

test('what departs from a sealed plan is noticed by the hourly job and after a run', async () => {
  const database = await testDatabase();
  const { db } = database;
  await saveOutlets(db, [outlet({ id: 'a' })]);
  await saveRegister(db, register, { demo: false });
  const sealed = new Date('2026-03-20T02:00:00Z');
  const { hash } = await sealPlan(db, { title: 'Quý II', period, now: sealed });
  const noted = async () =>
    (await createPlans(db).plan(hash))?.plan.deviations.map(({ notedAt, part }) => [notedAt, part]);
  const at = (now: string) => ({ database, log: quietLog, clock: { now: () => new Date(now) } });
  await ledgerSlot(at('2026-04-01T02:00:00.000Z') as never);
  expect(await noted()).toEqual([]);
  await saveOutlets(db, [outlet({ id: 'b' })]);
  await ledgerSlot(at('2026-04-02T02:00:00.000Z') as never);
  expect(await noted()).toEqual([['2026-04-02T02:00:00.000Z', 'outlets']]);
  await saveOutlets(db, [outlet({ id: 'c' })]);
  await finishRun(at('2026-04-03T02:00:00.000Z') as never, { demo: false });
  expect(await noted()).toHaveLength(2);
});
