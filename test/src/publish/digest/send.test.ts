import { simpleParser } from 'mailparser';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { listSubscribers } from '../../../../db/index.ts';
import { formatsFor, readFigures } from '../../../../src/publish/index.ts';
import { troubles } from '../../../smtp/troubles.ts';
import { addReaders, deskOver, mailedPress, week } from './world.ts';

const never = new AbortController().signal;
const readers = ['lan@example.org', 'hung@example.org', 'mai@example.org'];
const { server, database } = await mailedPress();

const lettersTo = (address: string) => server.letters.filter(({ to }) => to === address);
const parse = (raw: string) => simpleParser(Buffer.from(raw, 'latin1'));

test('a letter holds the same figures as the pages, finding first', async () => {
  await addReaders(database, readers.slice(0, 1));
  const { desk } = deskOver(database, { smtpUrl: server.url });
  expect(await desk.weekMeant()).toBe(week);
  const summary = await desk.send(week, never);
  expect(summary).toEqual({ sent: 1, refused: 0, waiting: 0, unknown: 0, fault: null });
  const figures = await readFigures(database.db, {
    period: { from: week, to: '2026-03-15' },
    outlets: null,
    demo: false,
  });
  const [first] = figures.persons;
  const mail = await parse(server.letters[0]?.raw ?? '');
  const share = formatsFor('vi').percent(first?.shareOfCoverage ?? null);
  const [finding = ''] = (mail.text ?? '').split('\n');
  expect(finding).toContain(`${first?.name} chiếm ${share} lượng tin`);
  expect(finding).toContain('so với tuần trước');
  expect(String(mail.html)).toContain(`${finding}</h1>`);
  expect(mail.text).toContain('2 trên 14 ngày của các cơ quan báo chí thu chưa đủ');
  expect(mail.text).toContain('mới có 0 tin được người kiểm tra, cần 120 tin');
  expect(mail.text).toContain(`Phương pháp phiên bản ${figures.methodVersion}`);
  expect(mail.subject).not.toMatch(/[\r\n\u2060]/);
});

test('pictures lie in the letter, are named in it, and say in words what they show', async () => {
  await addReaders(database, readers.slice(0, 1), 'en');
  const { desk } = deskOver(database, { smtpUrl: server.url });
  await desk.send(week, never);
  const mail = await parse(server.letters[0]?.raw ?? '');
  const [picture] = mail.attachments;
  expect(picture?.content.subarray(1, 4).toString()).toBe('PNG');
  expect(picture?.contentDisposition).toBe('inline');
  const html = (server.letters[0]?.raw ?? '').replaceAll('=\r\n', '').replaceAll('=3D', '=');
  expect(html).toContain(`src="cid:${picture?.cid}"`);
  expect(html).toMatch(/alt="Share of coverage this week: [^"]*%[^"]*"/);
  // Nothing is asked of any server when a letter is opened.
  expect(html).not.toMatch(/src="http|@import|url\(/);
});

test('one click ends it: the headers of RFC 8058, with the reader’s own link', async () => {
  await addReaders(database, readers);
  const { desk } = deskOver(database, { smtpUrl: server.url });
  await desk.send(week, never);
  const links = server.letters.map(({ raw }) => /^List-Unsubscribe: <([^>]+)>/m.exec(raw)?.[1]);
  expect(new Set(links).size).toBe(readers.length);
  for (const { raw } of server.letters) {
    expect(raw).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m);
    expect(raw).toMatch(/^Message-ID: <[0-9a-f-]{36}@inches\.example>\r$/m);
  }
  const token = links[0]?.split('/').at(-1) ?? '';
  expect(await desk.unsubscribe(token)).toBe(true);
  expect(await desk.unsubscribe(token)).toBe(true);
  expect((await listSubscribers(database.db)).map(({ state }) => state)).toEqual([
    'ended',
    'active',
    'active',
  ]);
});

test('however often it is sent, by two at once too, each reader has one copy', async () => {
  await addReaders(database, readers);
  const [one, other] = [1, 2].map(() => deskOver(database, { smtpUrl: server.url }).desk);
  await Promise.all([one?.send(week, never), other?.send(week, never)]);
  await one?.send(week, never);
  for (const reader of readers) expect(lettersTo(reader)).toHaveLength(1);
});

test('figures of a kept letter never change, whatever is captured later', async () => {
  const { desk } = deskOver(database, { smtpUrl: null });
  await desk.write(week);
  const [before] = await desk.list('vi');
  await sql`update item_persons set fraction = fraction / 2 where person_id = 'tran-binh'`.execute(
    database.db,
  );
  const { isNew } = await desk.write(week);
  await sql`update item_persons set fraction = fraction * 2 where person_id = 'tran-binh'`.execute(
    database.db,
  );
  expect(isNew).toBe(false);
  expect(await desk.list('vi')).toEqual([before]);
  expect((await desk.letter(week, 'vi'))?.finding).toBe(before?.finding);
});

describe('a mail server that', () => {
  test.each(troubles)('$name: every reader gets one copy when it is over', async (trouble) => {
    await addReaders(database, readers);
    const smtpUrl =
      trouble.at === 'auth' ? server.url.replace('//', '//letters:secret@') : server.url;
    const { desk, clock } = deskOver(database, { smtpUrl });
    server.trouble(trouble);
    const first = await desk.send(week, never);
    const isHouse = trouble.state === 'later' && trouble.ofHouse === true;
    expect(first.fault !== null).toBe(isHouse);
    expect(first.sent).toBe(0);
    server.trouble(null);
    for (let hours = 0; hours < 30; hours += 1) {
      clock.advance(3_600_000);
      if ((await desk.sendWaiting(never)) === null) break;
    }
    const copies = readers.map((reader) => lettersTo(reader).length);
    expect(copies).toEqual(readers.map(() => copiesDue(trouble)));
    for (const reader of readers) {
      const ids = lettersTo(reader).map(({ raw }) => /^Message-ID: (.*)\r$/m.exec(raw)?.[1]);
      expect(new Set(ids).size).toBeLessThanOrEqual(1);
    }
    const states = (await listSubscribers(database.db)).map(({ state }) => state);
    const ended = trouble.state === 'refused' && trouble.address === 'missing';
    expect(new Set(states)).toEqual(new Set([ended ? 'bounced' : 'active']));
  });

  /** A lost answer is the one case in which a second copy, with the same id, is right. */
  function copiesDue(trouble: (typeof troubles)[number]): number {
    if (trouble.state === 'refused') return 0;
    return trouble.state === 'unknown' && trouble.keeps === true ? 2 : 1;
  }
});

test('a mailbox that stays full for three letters gets no fourth', async () => {
  await addReaders(database, readers.slice(0, 1));
  const { desk } = deskOver(database, { smtpUrl: server.url });
  const full = troubles.find(({ name }) => name === 'has a full mailbox');
  server.trouble(full ?? null);
  const states = [];
  for (const of of ['2026-02-16', '2026-02-23', '2026-03-02', week]) {
    await desk.send(of, never);
    states.push((await listSubscribers(database.db))[0]?.state);
  }
  expect(states).toEqual(['active', 'active', 'bounced', 'bounced']);
});

test('a letter put off for five days is given up', async () => {
  await addReaders(database, readers.slice(0, 1));
  const { desk, clock } = deskOver(database, { smtpUrl: server.url });
  server.trouble(troubles.find(({ name }) => name === 'is greylisting') ?? null);
  await desk.send(week, never);
  for (let days = 0; days < 6; days += 1) {
    clock.advance(86_400_000);
    await desk.sendWaiting(never);
  }
  expect(await desk.sendWaiting(never)).toBeNull();
  expect((await desk.send(week, never)).refused).toBe(1);
  expect((await listSubscribers(database.db))[0]?.bounces).toBe(1);
});

test('who leaves while letters wait gets none', async () => {
  await addReaders(database, readers);
  const { desk, clock } = deskOver(database, { smtpUrl: server.url });
  server.trouble(troubles.find(({ name }) => name === 'is greylisting') ?? null);
  await desk.send(week, never);
  server.trouble(null);
  const [first] = await listSubscribers(database.db);
  await desk.unsubscribe(first?.token ?? '');
  clock.advance(3_600_000);
  await desk.sendWaiting(never);
  expect(server.letters.map(({ to }) => to).toSorted()).toEqual(readers.slice(1).toSorted());
});

test('connections that are cut while letters go out lose none and double none', async () => {
  const many = Array.from({ length: 12 }, (_, index) => `reader-${index}@example.org`);
  await addReaders(database, many);
  const { desk, clock } = deskOver(database, { smtpUrl: server.url });
  let seen = 0;
  server.watch((step) => {
    if (step !== 'RCPT' || (seen += 1) % 4 !== 0) return;
    void sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`
      .execute(database.db)
      .catch(() => undefined);
  });
  for (let tries = 0; tries < 8; tries += 1) {
    const summary = await desk.send(week, never).catch(() => null);
    if (summary?.waiting === 0) break;
    clock.advance(20 * 60_000);
  }
  server.watch(null);
  const copies = many.map((reader) => lettersTo(reader).length);
  const doubtful = await sql<{ count: number }>`select count(*)::integer as count from deliveries
    where resent`.execute(database.db);
  expect(Math.min(...copies)).toBe(1);
  const second = copies.filter((count) => count === 2).length;
  expect(second).toBeLessThanOrEqual(doubtful.rows[0]?.count ?? 0);
  expect(Math.max(...copies)).toBeLessThanOrEqual(2);
});
