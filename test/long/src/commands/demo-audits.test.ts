import { expect, test } from 'vitest';
import { demoSlots } from '../../../../src/commands/demo-press.ts';
import { generatePress } from '../../../../src/demo/index.ts';
import { createReviewDesk } from '../../../../src/review/index.ts';
import { allowance, auditByDesk, designEffect, spoilTheMachine } from '../../../audit-readers.ts';
import { testDatabase } from '../../../database.ts';
import { storeDemoPress } from '../../../demo-items.ts';

/** Audits, each with a lot and coders' errors of its own. */
const audits = 60;

test('over 60 audits of the demo press the intervals hold its truth 93 to 97 % of the time', async () => {
  const database = await testDatabase();
  const press = generatePress();
  const looked = { press, at: demoSlots(press).at(-1) ?? new Date(0) };
  await storeDemoPress(database, press, looked.at);
  const spoiled = await spoilTheMachine(database);
  const desk = await createReviewDesk(database);
  const rates: number[] = [];
  const sum = { held: 0, all: 0, spoiledHeld: 0, spoiledRaw: 0 };
  for (let index = 0; index < audits; index++) {
    const given = { seed: `audit ${index}`, items: 130 };
    const { held, all, persons, truth } = await auditByDesk({ database, looked, desk }, given);
    rates.push(held / all);
    sum.held += held;
    sum.all += all;
    const person = persons.get(spoiled);
    const real = truth.persons.get(spoiled)?.items ?? 0;
    const { low = 0, high = 0 } = person?.corrected?.items ?? {};
    if (low <= real && real <= high) sum.spoiledHeld += 1;
    if (person?.items === real) sum.spoiledRaw += 1;
  }
  const mean = sum.held / sum.all;
  const spread = rates.reduce((total, rate) => total + (rate - mean) ** 2, 0) / (audits - 1);
  const effect = spread / ((mean * (1 - mean)) / (sum.all / audits));
  process.stdout.write(
    `audits: ${sum.held} of ${sum.all} intervals, ${mean.toFixed(4)}, allowance ` +
      `${allowance(sum.all).toFixed(4)}, design effect ${effect.toFixed(2)}; ` +
      `the worst person: ${sum.spoiledHeld} of ${audits}\n`,
  );
  expect(effect).toBeLessThan(designEffect);
  expect(mean).toBeGreaterThan(0.93 - allowance(sum.all));
  expect(mean).toBeLessThan(0.97 + allowance(sum.all));
  expect(sum.spoiledHeld / audits).toBeGreaterThan(0.85);
  expect(sum.spoiledRaw).toBe(0);
});
