import { expect, test } from 'vitest';
import { saveOutlets, saveRegister } from '../../../db/index.ts';
import { sealPlan } from '../../../src/publish/index.ts';
import { outlet, register } from '../../db/world.ts';
import { testInstallation } from '../station.ts';

const period = { from: '2027-01-01', to: '2027-03-31' };
const days = ['--from', period.from, '--to', period.to];

test('a plan of nobody is sealed, and what it lacks is said', async () => {
  const empty = await testInstallation();
  const { exitCode, printed, told } = await empty.run([
    'plan',
    'seal',
    '--title',
    'Quý I',
    ...days,
  ]);
  expect(exitCode).toBe(0);
  expect(printed[0]).toMatch(/^[0-9a-f]{64}$/);
  expect(told).toContain('The plan holds 0 outlets and 0 people');
  await saveOutlets(empty.database.db, [outlet({ id: 'a' })]);
  await saveRegister(empty.database.db, register, { demo: false });
  const whole = await empty.run(['plan', 'seal', '--title', 'Quý I', ...days]);
  expect(whole.told).not.toContain('The plan holds');
  expect(whole.told).toContain(`Sealed: /plans/${whole.printed[0]}`);
});

test('the list names the day of sealing by the clock of the installation', async () => {
  const first = await testInstallation();
  const now = new Date('2026-12-31T17:30:00Z');
  const { hash } = await sealPlan(first.database.db, { title: 'Quý I', period, now });
  const { printed } = await first.run(['plan', 'list']);
  expect(printed).toEqual([`${hash}  2027-01-01  2027-01-01–2027-03-31  Quý I`]);
});
