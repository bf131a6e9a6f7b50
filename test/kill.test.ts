import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { demoSlots } from '../src/commands/demo-press.ts';
import { generatePress, truthAt } from '../src/demo/index.ts';
import type { Challenge, FigureSet } from '../src/domain/index.ts';
import { finish, killAgain, said } from './kills.ts';
import { expectedFigures } from './truth.ts';

const seed = 20_261_122;
const kills = { inCrawl: 17, inSums: 3, seed };

const folders: string[] = [];
afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

test(`20 kills at moments of seed ${seed}: no item lost, none doubled`, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kill-'));
  folders.push(folder);
  const met = await killAgain(folder, kills);
  expect(met.crawl).toBeGreaterThanOrEqual(12);
  expect(met.sums).toBeGreaterThanOrEqual(1);
  await finish(folder);
  const figures = JSON.parse(await said(folder, ['report', '--json'])) as FigureSet;
  const press = generatePress();
  const at = demoSlots(press).at(-1) ?? new Date(0);
  const expected = expectedFigures(press, at);
  const { challenges } = JSON.parse(
    await said(folder, ['challenges', 'list', '--all', '--json']),
  ) as { challenges: readonly Challenge[] };
  const restated = challenges.filter(
    ({ claim, state }) => claim === 'another-person' && state === 'accepted',
  );
  expect(restated).toHaveLength(1);
  for (const { itemTitle, personId } of restated) {
    // What a reader contested and a person accepted is no longer counted, once and only there.
    const contested = truthAt(press, at)
      .filter(({ version }) => version.title === itemTitle)
      .flatMap(({ version }) => version.persons.filter((one) => one.personId === personId));
    const figures = expected.persons.get(personId ?? '');
    expect(contested).toHaveLength(1);
    if (!figures) continue;
    figures.items -= 1;
    figures.words -= contested[0]?.words ?? 0;
  }
  expect(figures.itemsCaptured).toBe(expected.items);
  const got = figures.persons.filter((person) => person.items > 0);
  expect(
    Object.fromEntries(got.map(({ personId, items, words }) => [personId, [items, words]])),
  ).toEqual(
    Object.fromEntries([...expected.persons].map(([id, { items, words }]) => [id, [items, words]])),
  );
}, 600_000);
