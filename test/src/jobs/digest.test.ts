import { expect, test } from 'vitest';
import { endSubscriber, listDigests, listSubscribers } from '../../../db/index.ts';
import { digestSlot, lettersSlot } from '../../../src/jobs/digest.ts';
import type { SlotTask } from '../../../src/jobs/run.ts';
import { troubles } from '../../smtp/troubles.ts';
import { addReaders, deskOver, mailedPress, week } from '../publish/digest/world.ts';

const task = (kind: 'digest' | 'letters', signal = new AbortController().signal): SlotTask => ({
  kind,
  target: '',
  label: '2026-03-16T07:00',
  signal,
});
const { server, database } = await mailedPress();
const weeksKept = async () =>
  (await listDigests(database.db, { demo: false, language: 'vi' })).map((one) => one.week);

test('without a letter to write, or with none that waits, the slots are passed over', async () => {
  const none = { state: 'skipped', result: { reason: 'nothing-waits' } };
  expect(await digestSlot({}, task('digest'))).toEqual(none);
  expect(await lettersSlot({}, task('letters'))).toEqual(none);
  const { desk } = deskOver(database, { smtpUrl: server.url });
  expect(await lettersSlot({ digests: desk }, task('letters'))).toEqual(none);
  expect(await weeksKept()).toEqual([]);
});

test('without a mail server the letter is written for the web, and says so', async () => {
  await addReaders(database, ['lan@example.org']);
  const { desk } = deskOver(database, { smtpUrl: null });
  const handled = await digestSlot({ digests: desk }, task('digest'));
  expect(handled).toEqual({ state: 'done', result: { reason: 'no-mail' } });
  expect(await weeksKept()).toEqual([week]);
});

test('Monday’s slot sends the week that is over and forgets who left long ago', async () => {
  await addReaders(database, ['lan@example.org', 'left@example.org']);
  const long = new Date('2026-01-05T00:00:00Z');
  await endSubscriber(database.db, { address: 'left@example.org' }, long);
  const { desk } = deskOver(database, { smtpUrl: server.url });
  const handled = await digestSlot({ digests: desk }, task('digest'));
  expect(handled).toEqual({
    state: 'done',
    result: { sent: 1, refused: 0, waiting: 0, unknown: 0 },
  });
  expect(server.letters.map(({ to }) => to)).toEqual(['lan@example.org']);
  const left = await listSubscribers(database.db);
  expect(left.map(({ address }) => address)).toEqual(['lan@example.org']);
});

test('what a busy server put off goes out in a later slot, with the fault told until then', async () => {
  await addReaders(database, ['lan@example.org', 'mai@example.org']);
  const { desk, clock } = deskOver(database, { smtpUrl: server.url });
  server.trouble(troubles.find(({ name }) => name === 'is too busy') ?? null);
  const first = await digestSlot({ digests: desk }, task('digest'));
  expect(first.result).toMatchObject({ sent: 0, waiting: 2 });
  expect(String(first.result['fault'])).toContain('come back later');
  clock.advance(15 * 60_000);
  const second = await lettersSlot({ digests: desk }, task('letters'));
  expect(second.result).toMatchObject({ sent: 0, waiting: 2, fault: expect.any(String) });
  server.trouble(null);
  clock.advance(15 * 60_000);
  const third = await lettersSlot({ digests: desk }, task('letters'));
  expect(third.result).toEqual({ sent: 2, refused: 0, waiting: 0, unknown: 0 });
  expect(server.letters).toHaveLength(2);
});

test('a stop in the middle leaves the rest for the next slot', async () => {
  await addReaders(database, ['lan@example.org', 'mai@example.org', 'hung@example.org']);
  const { desk, clock } = deskOver(database, { smtpUrl: server.url });
  const stop = new AbortController();
  server.watch((step) => {
    if (step === 'end') stop.abort();
  });
  const cut = await digestSlot({ digests: desk }, task('digest', stop.signal));
  server.watch(null);
  expect(cut.result).toMatchObject({ sent: 1, waiting: 2 });
  clock.advance(60_000);
  const rest = await lettersSlot({ digests: desk }, task('letters'));
  expect(rest.result).toMatchObject({ sent: 3, waiting: 0 });
  expect(new Set(server.letters.map(({ to }) => to)).size).toBe(3);
  expect(server.letters).toHaveLength(3);
});
