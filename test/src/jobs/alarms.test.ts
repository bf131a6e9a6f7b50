import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import {
  addSlot,
  finishSlot,
  type Handle,
  listAlarms,
  recordFetch,
  refreshCoverage,
  saveArticleVersion,
  saveFeedReading,
  saveFeedShape,
  saveOutlets,
  saveSnapshot,
  slotId,
  startSlot,
} from '../../../db/index.ts';
import {
  ColumnInchesError,
  type FetchAttempt,
  type OperatorLetter,
  type OperatorMail,
  type SlotResult,
  type SnapshotFault,
  viewports,
} from '../../../src/domain/index.ts';
import { refreshAlarms, tellOperator } from '../../../src/jobs/alarms.ts';
import { testDatabase } from '../../database.ts';
import { article, outlet, page } from '../../db/world.ts';

// Each trouble is made as a crawl would store it, raised, then mended and resolved by itself.

const database = await testDatabase();
const db: Handle = database.db;
const home = 'https://paper.example';
const feed = `${home}/rss`;
const sitemap = `${home}/sitemap.xml`;
const now = new Date('2026-03-20T03:00:00Z');
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const before = (ms: number) => new Date(now.getTime() - ms);
const silentLog = { debug() {}, info() {}, warn() {}, error() {} };

beforeEach(async () => {
  await sql`truncate outlets, fetches, leads, items, snapshots, feed_readings, coverage cascade`.execute(
    db,
  );
  await saveOutlets(db, [
    outlet({
      id: 'paper',
      sources: [
        { kind: 'feed', url: feed },
        { kind: 'sitemap', url: sitemap },
      ],
    }),
  ]);
});

function failure(code: string): Partial<FetchAttempt> {
  const error = new ColumnInchesError({ code, verdict: 'retry', message: code });
  return { outcome: 'failed', status: null, error };
}

function ask(
  url: string,
  at: Date,
  options: { kind?: 'article'; attempt?: Partial<FetchAttempt> } = {},
) {
  const { attempt = {} } = options;
  const kind: 'article' | 'source' = options.kind ?? 'source';
  const given = { outletId: 'paper', url, at: at.toISOString(), kind, attempt };
  return recordFetch(db, page(given), null);
}

async function feedNews(at: Date, name: string) {
  const fetchId = await ask(feed, at);
  const leads = [{ url: `${home}/${name}`, title: name, publishedAt: null, via: 'feed' as const }];
  await saveFeedReading(db, { fetchId, outletId: 'paper', url: feed, seenAt: at, leads });
}

async function read(name: string, at: Date, confidence: number) {
  const url = `${home}/${name}`;
  const fetchId = await ask(url, at, { kind: 'article' });
  const publishedAt = at.toISOString();
  await saveArticleVersion(db, {
    outletId: 'paper',
    canonicalUrl: url,
    article: article({ url, title: name, text: `Tin ${name}.`, publishedAt, confidence }),
    fetchId,
    firstSeen: at,
  });
}

async function alarmsAt(at: Date) {
  await refreshCoverage(db);
  await refreshAlarms(database, { demo: false, now: at });
  const alarms = await listAlarms(db, { resolvedSince: before(30 * dayMs) });
  return alarms.map(({ kind, about, resolvedAt, facts }) => ({
    kind,
    about,
    facts,
    isOpen: resolvedAt === null,
  }));
}
const openKinds = (alarms: Awaited<ReturnType<typeof alarmsAt>>) =>
  alarms.filter(({ isOpen }) => isOpen).map(({ kind }) => kind);

describe('silent-source', () => {
  test('no answer for a day; over with the first answer', async () => {
    for (const hours of [40, 30, 20, 2]) {
      await ask(feed, before(hours * hourMs), { attempt: failure('fetch/connect') });
      await ask(sitemap, before(hours * hourMs));
    }
    const raised = await alarmsAt(now);
    expect(raised).toContainEqual({
      kind: 'silent-source',
      about: feed,
      isOpen: true,
      facts: { reason: 'no-answer', hours: 40, attempts: 4, error: 'fetch/connect' },
    });
    await ask(feed, new Date(now.getTime() + 60_000));
    expect(openKinds(await alarmsAt(new Date(now.getTime() + hourMs)))).not.toContain(
      'silent-source',
    );
  });

  test('answers but names nothing new, while another source does', async () => {
    for (let hours = 200; hours >= 80; hours -= 12)
      await feedNews(before(hours * hourMs), `n${hours}`);
    for (const hours of [50, 26, 2]) await ask(feed, before(hours * hourMs));
    const leads = ['s1', 's2'].map((name) => ({
      url: `${home}/${name}`,
      title: name,
      publishedAt: null,
      via: 'sitemap' as const,
    }));
    const at = before(10 * hourMs).toISOString();
    await recordFetch(
      db,
      page({ outletId: 'paper', url: sitemap, at, kind: 'source', leads }),
      null,
    );
    const silent = (await alarmsAt(now)).find(({ kind }) => kind === 'silent-source');
    expect(silent).toMatchObject({
      about: feed,
      facts: { reason: 'nothing-new', hours: 80, usualHours: 12, others: 2 },
    });
    await feedNews(before(hourMs), 'new');
    expect(openKinds(await alarmsAt(now))).not.toContain('silent-source');
  });

  test('a slow source and one nobody asked are not silent', async () => {
    for (const hours of [400, 330, 260, 190, 120, 70])
      await feedNews(before(hours * hourMs), `n${hours}`);
    for (const hours of [60, 2]) await ask(feed, before(hours * hourMs));
    expect(openKinds(await alarmsAt(now))).not.toContain('silent-source');
  });
});

test('truncated-feed: headlines only, and full again', async () => {
  const shape = (medianCharacters: number) => ({
    entries: 20,
    withText: medianCharacters > 0 ? 20 : 0,
    medianCharacters,
  });
  const keep = (days: number, characters: number) =>
    saveFeedShape(db, {
      outletId: 'paper',
      url: feed,
      seenAt: before(days * dayMs),
      shape: shape(characters),
    });
  for (const [days, characters] of [
    [4, 300],
    [3, 280],
    [2, 320],
    [0, 0],
  ] as const) {
    await keep(days, characters);
  }
  expect(await alarmsAt(now)).toContainEqual({
    kind: 'truncated-feed',
    about: feed,
    isOpen: true,
    facts: { characters: 0, usualCharacters: 300, entries: 20 },
  });
  await keep(0, 290);
  expect(openKinds(await alarmsAt(now))).not.toContain('truncated-feed');
});

test('redesign-suspected: confidence falls, or pages can no longer be read', async () => {
  for (let index = 0; index < 24; index += 1) {
    await read(`old${index}`, before(5 * dayMs - index * 60_000), 0.95);
  }
  expect(openKinds(await alarmsAt(now))).not.toContain('redesign-suspected');
  for (let index = 0; index < 6; index += 1) {
    await read(`new${index}`, before(5 * hourMs - index * 60_000), 0.6);
  }
  const found = (await alarmsAt(now)).find(({ kind }) => kind === 'redesign-suspected');
  expect(found?.facts).toEqual({ confidence: 60, usualConfidence: 95, failed: 0, pages: 6 });
  await sql`update item_versions set confidence = 0.94`.execute(db);
  expect(openKinds(await alarmsAt(now))).not.toContain('redesign-suspected');
  for (let index = 0; index < 4; index += 1) {
    await ask(`${home}/lost${index}`, before(hourMs - index * 1000), {
      kind: 'article',
      attempt: failure('extract/layout-changed'),
    });
  }
  expect(openKinds(await alarmsAt(now))).toContain('redesign-suspected');
});

test('redesign-suspected: the newest frozen page reads otherwise at its live address', async () => {
  await sql`delete from slots`.execute(db);
  const url = `${home}/frozen`;
  const crawled = async (name: string, at: Date, result: SlotResult) => {
    const slot = { kind: 'crawl', target: 'paper', label: name } as const;
    const planned = { ...slot, dueAt: at, missed: 0, manual: false, queuedAt: at };
    expect(await addSlot(db, planned)).toBe(true);
    expect(await startSlot(db, slotId(slot), { worker: 'one', now: at })).toBe(true);
    await finishSlot(db, slotId(slot), { state: 'done', now: at, result });
  };
  await crawled('1', before(50 * hourMs), { frozen: 'as-frozen', frozenUrl: url, keptPercent: 97 });
  expect(openKinds(await alarmsAt(now))).not.toContain('redesign-suspected');
  const differs = { frozen: 'differs', frozenUrl: url, keptPercent: 12, moved: 1 };
  await crawled('2', before(26 * hourMs), differs);
  // A night on which the page could not be asked for tells nothing.
  await crawled('3', before(2 * hourMs), { frozen: 'unknown' });
  const found = (await alarmsAt(now)).find(({ kind }) => kind === 'redesign-suspected');
  expect(found).toMatchObject({
    isOpen: true,
    about: url,
    facts: { reason: 'frozen-page', keptPercent: 12, moved: 1 },
  });
  await crawled('4', before(hourMs), { frozen: 'none' });
  expect(openKinds(await alarmsAt(now))).not.toContain('redesign-suspected');
});

test('blocked: one captcha is enough, and lasts until a page is answered', async () => {
  await ask(feed, before(50 * hourMs));
  await ask(`${home}/a`, before(49 * hourMs), {
    kind: 'article',
    attempt: { ...failure('fetch/blocked'), status: 403 },
  });
  const found = (await alarmsAt(now)).find(({ kind }) => kind === 'blocked');
  expect(found).toMatchObject({ isOpen: true, facts: { code: 'fetch/blocked', times: 1 } });
  await ask(`${home}/b`, before(60_000), { kind: 'article' });
  expect(openKinds(await alarmsAt(now))).not.toContain('blocked');
  for (const minutes of [5, 4, 3]) {
    await ask(`${home}/c${minutes}`, before(minutes * 60_000), {
      kind: 'article',
      attempt: { ...failure('fetch/forbidden'), status: 403 },
    });
  }
  expect(openKinds(await alarmsAt(now))).toContain('blocked');
});

test('homepage-failing: four failed looks in a row', async () => {
  const look = (minutes: number, fault: SnapshotFault | null) =>
    saveSnapshot(db, {
      outletId: 'paper',
      pageKind: 'front',
      scheduledAt: before(minutes * 60_000),
      everyMinutes: 15,
      methodVersion: '1',
      aboveFold: null,
      hashes: { screenshot: null, thumbnail: null, page: null },
      shares: [],
      snapshot: {
        url: `${home}/`,
        finalUrl: `${home}/`,
        viewport: viewports.desktop,
        takenAt: before(minutes * 60_000),
        durationMs: 900,
        fault,
        faultText: null,
        pageHeight: 3000,
        facts: {
          browser: 'Chromium',
          fonts: '',
          blockedRequests: 0,
          disallowedRequests: 0,
          consentRefused: false,
        },
        placements: [],
        screenshot: null,
        thumbnail: null,
        selfContained: null,
      },
    });
  await look(120, null);
  for (const minutes of [105, 90, 75]) await look(minutes, 'no-links');
  expect(openKinds(await alarmsAt(now))).not.toContain('homepage-failing');
  await look(60, 'consent-wall');
  const found = (await alarmsAt(now)).find(({ kind }) => kind === 'homepage-failing');
  expect(found?.facts).toMatchObject({ failed: 4, fault: 'consent-wall' });
  await look(45, null);
  expect(openKinds(await alarmsAt(now))).not.toContain('homepage-failing');
});

test('below-expected: half of what its weekday usually brings', async () => {
  // Thursdays before 19 March 2026, the day that is over.
  const counts = new Map([
    ['02-19', 20],
    ['02-26', 22],
    ['03-05', 24],
    ['03-12', 90],
    ['03-19', 5],
  ]);
  for (const [day, count] of counts) {
    const at = new Date(`2026-${day}T05:00:00Z`);
    await ask(feed, at);
    for (let index = 0; index < count; index += 1) {
      await read(`d${day}-${index}`, new Date(at.getTime() + index * 1000), 0.9);
    }
  }
  const found = (await alarmsAt(now)).find(({ kind }) => kind === 'below-expected');
  expect(found?.facts).toEqual({ day: '2026-03-19', captured: 5, expected: 11 });
  expect(openKinds(await alarmsAt(new Date('2026-03-19T22:59:00Z')))).not.toContain(
    'below-expected',
  );
  for (let index = 5; index < 12; index += 1) {
    await read(`d03-19-${index}`, new Date(Date.parse('2026-03-19T06:00:00Z') + index), 0.9);
  }
  expect(openKinds(await alarmsAt(now))).not.toContain('below-expected');
});

describe('the letter to the operator', () => {
  const letters: OperatorLetter[] = [];
  let isDown = false;
  const mail: OperatorMail = {
    language: 'vi',
    address: 'https://inches.example',
    send: async (letter) => {
      if (isDown) throw new TypeError('no route to the mail server');
      letters.push(letter);
    },
  };

  test('tells of new and of ended alarms once, also after a mail server that was down', async () => {
    await ask(`${home}/a`, before(hourMs), {
      kind: 'article',
      attempt: { ...failure('fetch/blocked'), status: 403 },
    });
    await refreshAlarms(database, { demo: false, now });
    isDown = true;
    expect(await tellOperator({ database, log: silentLog, mail }, now)).toEqual([]);
    isDown = false;
    expect(await tellOperator({ database, log: silentLog, mail }, now)).toHaveLength(1);
    expect(await tellOperator({ database, log: silentLog, mail }, now)).toEqual([]);
    expect(letters).toHaveLength(1);
    expect(letters[0]?.subject).toBe('Column Inches: 1 báo động mới, 0 đã hết');
    expect(letters[0]?.text).toContain('Báo paper: Trang chặn hoặc từ chối');
    expect(letters[0]?.text).toContain('https://inches.example/operations');
    await ask(`${home}/b`, before(60_000), { kind: 'article' });
    await refreshAlarms(database, { demo: false, now });
    await tellOperator({ database, log: silentLog, mail }, now);
    expect(letters[1]?.subject).toBe('Column Inches: 0 báo động mới, 1 đã hết');
    expect(await tellOperator({ database, log: silentLog, mail: null }, now)).toEqual([]);
  });
});
