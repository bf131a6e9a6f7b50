import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAnalyzer, sentencesOf } from '../analyzers/index.ts';
import { createFetchDoor } from '../crawlers/index.ts';
import {
  bulletinParts,
  folderArchive,
  saveOutlets,
  saveRegister,
  storedBulletins,
  storedProgrammes,
} from '../db/index.ts';
import { analyzeBulletinsAgain } from '../src/broadcasts.ts';
import { demoSlots } from '../src/commands/demo-press.ts';
import {
  generatePress,
  pressOutlets,
  type ServedPress,
  servePress,
  simulatedClock,
} from '../src/demo/index.ts';
import type { Outlet } from '../src/domain/index.ts';
import { analyzerFor, finishRun, type PipelineParts, runOutlets } from '../src/pipeline.ts';
import { createNumbers, createPublication } from '../src/publish/index.ts';
import { recomputeItems } from '../src/recompute.ts';
import { type TestDatabase, testDatabase } from './database.ts';
import { quietLog } from './src/context.ts';

// The demo's broadcaster, crawled over real HTTP from listing to figure.

let database: TestDatabase;
let folder: string;
let served: ServedPress;
let outlet: Outlet;
let parts: PipelineParts;
const press = generatePress();
const slots = demoSlots(press);
const always = { outletIds: ['dai-song-thanh'], from: '0000', to: '9999' };

beforeAll(async () => {
  database = await testDatabase();
  folder = await mkdtemp(join(tmpdir(), 'air-'));
  const clock = simulatedClock(slots[0] ?? new Date(press.startMs));
  served = await servePress(press, { clock });
  const all = pressOutlets(press, served.origins).find(({ medium }) => medium === 'broadcaster');
  if (!all) throw new TypeError('the press has no broadcaster');
  // Its articles are the other flow's business.
  const sources = all.sources.filter(({ kind }) => kind === 'listing' || kind === 'bulletin');
  outlet = { ...all, sources };
  await saveRegister(database.db, press.register, { demo: true });
  await saveOutlets(database.db, [outlet]);
  const door = createFetchDoor({ clock, log: quietLog });
  const archive = folderArchive(folder, { durable: false });
  parts = { database, archive, door, clock, log: quietLog };
  for (const slot of slots) {
    clock.set(slot);
    await runOutlets([outlet], parts);
  }
  await finishRun(parts, { demo: true });
}, 120_000);

afterAll(async () => {
  await parts?.door.close();
  await served?.close();
  await rm(folder, { recursive: true, force: true });
});

const lastLook = slots.at(-1) ?? new Date(0);
const bulletinTruth = () =>
  press.truth.air.bulletins.filter(({ publishedMs }) => publishedMs <= lastLook.getTime());

describe('listings, crawled', () => {
  test('every programme has the start, end, title and kind of the truth', async () => {
    const stored = await storedProgrammes(database.db, always);
    const days = new Set(stored.map(({ day }) => day));
    const expected = press.truth.air.programmes.filter(({ day }) => days.has(day));
    expect(days.size).toBeGreaterThanOrEqual(press.days);
    const got = new Map(stored.map((one) => [one.startAt.getTime(), one]));
    for (const { startAt, endAt, title, news, relay, day } of expected) {
      const one = got.get(Date.parse(startAt));
      expect({
        ...one,
        startAt: one?.startAt.getTime(),
        endAt: one?.endAt?.getTime(),
      }).toMatchObject({
        startAt: Date.parse(startAt),
        endAt: Date.parse(endAt),
        title,
        day,
        isNews: news,
        isRelay: relay,
      });
    }
  });

  test('a repeat of news is linked to its first airing', async () => {
    const stored = await storedProgrammes(database.db, always);
    const starts = new Map(stored.map(({ id, startAt }) => [id, startAt.getTime()]));
    const truth = new Map(press.truth.air.programmes.map((one) => [one.id, one]));
    const repeats = [...truth.values()].filter(({ repeatOf }) => repeatOf !== null);
    expect(repeats.length).toBe(press.days);
    for (const { startAt, repeatOf } of repeats) {
      const one = stored.find((stored_) => stored_.startAt.getTime() === Date.parse(startAt));
      const first = truth.get(repeatOf ?? '');
      expect(starts.get(one?.firstAiringId ?? '')).toBe(Date.parse(first?.startAt ?? ''));
    }
  });

  test('the change of the day of the vote is a version', async () => {
    const stored = await storedProgrammes(database.db, always);
    const versions = new Map(stored.map(({ day, versions: count }) => [day, count]));
    expect(versions.get(press.truth.handover.day)).toBe(2);
    expect(
      Math.max(
        ...[...versions]
          .filter(([day]) => day !== press.truth.handover.day)
          .map(([, count]) => count),
      ),
    ).toBe(1);
  });
});

describe('bulletins, crawled', () => {
  test('every bulletin has its start, length, rundown and programme', async () => {
    const stored = await storedBulletins(database.db, always);
    expect(stored).toHaveLength(bulletinTruth().length);
    const programmes = new Map(
      (await storedProgrammes(database.db, always)).map((one) => [one.id, one]),
    );
    for (const truth of bulletinTruth()) {
      const one = stored.find(({ url }) => new URL(url).pathname === truth.path);
      expect(one?.startAt?.getTime()).toBe(Date.parse(truth.startAt));
      expect(one?.durationSeconds).toBe(truth.seconds);
      expect(programmes.get(one?.programmeId ?? '')?.startAt.getTime()).toBe(
        Date.parse(truth.startAt),
      );
    }
  });

  test('every report has the seconds, slot, headlines and persons of the truth', async () => {
    const stored = await storedBulletins(database.db, always);
    let persons = 0;
    for (const truth of bulletinTruth()) {
      const one = stored.find(({ url }) => new URL(url).pathname === truth.path);
      const parts = await bulletinParts(database.db, one?.id ?? '');
      const reports = parts.filter(({ kind }) => kind === 'report');
      expect(
        reports.map(({ slot, startSeconds, seconds, title, inHeadlines }) => ({
          slot,
          startSeconds,
          seconds,
          title,
          inHeadlines,
        })),
      ).toEqual(
        truth.items.map(({ slot, startSeconds, seconds, title, inHeadlines }) => ({
          slot,
          startSeconds,
          seconds,
          title,
          inHeadlines,
        })),
      );
      for (const [index, item] of truth.items.entries()) {
        const order = (a: { personId: string }, b: { personId: string }) =>
          a.personId.localeCompare(b.personId);
        const got = (reports[index]?.persons ?? [])
          .map(({ personId, aboutMs, speakingMs }) => ({ personId, aboutMs, speakingMs }))
          .toSorted(order);
        expect(got).toEqual(item.persons.toSorted(order));
        persons += got.length;
      }
    }
    expect(persons).toBeGreaterThan(300);
  });

  test('no label of a speaker is kept but of persons of the register', async () => {
    const stored = await storedBulletins(database.db, always);
    const names = new Set(press.register.persons.map(({ name }) => name));
    const labels = stored.flatMap(({ cues }) => cues?.map(({ speaker }) => speaker) ?? []);
    const named = labels.filter((label) => label !== null && !/^#\d+$/.test(label));
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((label) => !names.has(label ?? ''))).toEqual([]);
    expect(new Set(labels)).toContain('#1');
  });

  test('who speaks is read from the bytes again: a register that grew finds its people', async () => {
    const all = async () => {
      const stored = await storedBulletins(database.db, always);
      return await Promise.all(stored.map(({ id }) => bulletinParts(database.db, id)));
    };
    const before = await all();
    await analyzeBulletinsAgain(database.db, {
      outlet,
      analyze: createAnalyzer({ ...press.register, persons: [], terms: [] }),
    });
    const without = await storedBulletins(database.db, always);
    const labels = without.flatMap(({ cues }) => cues?.map(({ speaker }) => speaker ?? '#0') ?? []);
    expect(labels.every((label) => /^#\d+$/.test(label))).toBe(true);
    await recomputeItems(parts, { demo: true });
    expect(await all()).toEqual(before);
  });

  test('analyzing again changes nothing', async () => {
    const all = async () => {
      const stored = await storedBulletins(database.db, always);
      return await Promise.all(stored.map(({ id }) => bulletinParts(database.db, id)));
    };
    const before = await all();
    const analyze = await analyzerFor(outlet, parts);
    expect(await analyzeBulletinsAgain(database.db, { outlet, analyze })).toBe(before.length);
    expect(await all()).toEqual(before);
  });
});

describe('figures of the air', () => {
  const query = () => ({
    period: {
      from: press.startDay,
      to: press.truth.air.bulletins.at(-1)?.startAt.slice(0, 10) ?? '',
    },
    outlets: null,
    demo: true,
  });
  const numbers = () => createNumbers(database.db, { sentencesOf }).air;
  const exported = async (name: string): Promise<Record<string, unknown>[]> => {
    const { archive, clock } = parts;
    const given = { sentencesOf, archive, version: '1', now: () => clock.now() };
    const chunks: Uint8Array[] = [];
    await createPublication(database.db, given).openData.write(
      { name, format: 'json', query: query() },
      async (bytes) => void chunks.push(bytes),
    );
    return JSON.parse(Buffer.concat(chunks).toString());
  };

  test('are the sums of the truth, person by person', async () => {
    const figures = await numbers()?.figures(query());
    const expected = new Map<
      string,
      { reports: number; about: number; speaking: number; openers: number }
    >();
    for (const { items } of bulletinTruth()) {
      for (const { slot, persons } of items) {
        for (const { personId, aboutMs, speakingMs } of persons) {
          const sum = expected.get(personId) ?? { reports: 0, about: 0, speaking: 0, openers: 0 };
          expected.set(personId, {
            reports: sum.reports + 1,
            about: sum.about + aboutMs,
            speaking: sum.speaking + speakingMs,
            openers: sum.openers + (slot === 1 ? 1 : 0),
          });
        }
      }
    }
    const got = new Map(
      figures?.persons.map((one) => [
        one.personId,
        {
          reports: one.reports,
          about: Math.round((one.about.seconds ?? 0) * 1000),
          speaking: Math.round((one.speaking.seconds ?? 0) * 1000),
          openers: one.openers,
        },
      ]),
    );
    expect(got).toEqual(expected);
    for (const one of figures?.persons ?? []) {
      expect(one.dayparts.reduce((sum, { reports }) => sum + reports, 0)).toBe(one.reports);
      expect(one.about.unknownReports).toBe(0);
    }
  });

  test('open to the reports they count, each once, over any number of pages', async () => {
    const figures = await numbers()?.figures(query());
    const counts = Map.groupBy(figures?.persons ?? [], ({ personId }) => personId);
    expect(counts.size).toBeGreaterThan(3);
    for (const [id, own] of counts) {
      const seen = new Set<string>();
      let cursor: string | null | undefined;
      let rows = 0;
      do {
        const found = await numbers()?.reports(id, query(), cursor ?? undefined);
        for (const { bulletinId, position } of found?.reports ?? [])
          seen.add(`${bulletinId} ${position}`);
        rows += found?.reports.length ?? 0;
        expect(found?.counts).toEqual(own.map(({ medium, reports }) => ({ medium, reports })));
        cursor = found?.cursor;
      } while (cursor);
      expect([seen.size, rows]).toEqual([rows, own.reduce((sum, one) => sum + one.reports, 0)]);
    }
    expect(await numbers()?.reports('nobody', query())).toBeNull();
  });

  test('say what was captured, repeats and relays apart', async () => {
    const [television, ...others] = (await numbers()?.figures(query()))?.outlets ?? [];
    expect(others).toEqual([]);
    const truth = press.truth.air.programmes.filter(({ day }) => day <= query().period.to);
    expect(television).toMatchObject({
      medium: 'television',
      bulletins: bulletinTruth().length,
      bulletinLength: {
        seconds: bulletinTruth().reduce((sum, { seconds }) => sum + seconds, 0),
        unknownBulletins: 0,
      },
      withSubtitles: bulletinTruth().length,
      newsProgrammes: truth.filter(({ news, repeatOf }) => news && repeatOf === null).length,
      newsRepeats: truth.filter(({ repeatOf }) => repeatOf !== null).length,
      relays: truth.filter(({ relay }) => relay).length,
    });
  });

  test('stand in the open data to the digit, with the reports they count', async () => {
    const figures = await numbers()?.figures(query());
    const persons = await exported('air_persons');
    const reports = await exported('air_reports');
    expect(persons.map(({ person_id: id }) => id)).toEqual(
      figures?.persons.map(({ personId }) => personId),
    );
    for (const [index, one] of (figures?.persons ?? []).entries()) {
      expect(persons[index]).toMatchObject({
        medium: one.medium,
        reports: one.reports,
        reports_fractional: one.reportsFractional,
        about_seconds: one.about.seconds,
        speaking_seconds: one.speaking.seconds,
        in_headlines: one.inHeadlines,
        headlines_known: one.headlinesKnown,
      });
      const own = reports.filter(({ person_id: id }) => id === one.personId);
      expect(own).toHaveLength(one.reports);
      expect(own.filter(({ slot }) => slot === 1)).toHaveLength(one.openers);
      for (const { daypart, reports: count } of one.dayparts) {
        expect(persons[index]?.[`${daypart}_reports`]).toBe(count);
        expect(own.filter((row) => row['daypart'] === daypart)).toHaveLength(count);
      }
    }
    const [captured] = await exported('air_outlets');
    expect(captured).toMatchObject({
      outlet_id: 'dai-song-thanh',
      bulletins: figures?.outlets[0]?.bulletins,
      bulletins_length_seconds: figures?.outlets[0]?.bulletinLength.seconds,
      news_seconds: figures?.outlets[0]?.newsSeconds,
    });
  });

  test('show a week with its bulletins on their programmes', async () => {
    const week = await numbers()?.week('dai-song-thanh', query());
    expect(new Set(week?.programmes.map(({ day }) => day)).size).toBe(7);
    const shown = new Set(week?.programmes.flatMap(({ bulletinId }) => bulletinId ?? []));
    expect(shown).toEqual(new Set(week?.bulletins.map(({ id }) => id)));
    const repeat = week?.programmes.find(({ isRepeat, isNews }) => isRepeat && isNews);
    expect(repeat?.firstAiringAt).not.toBeNull();
  });

  test('give the seconds of each report by clock hour, which add up to its length', async () => {
    const [one] = await storedBulletins(database.db, always);
    const page = await numbers()?.bulletin(one?.id ?? '');
    expect(page?.clockHours).toHaveLength(page?.parts.length ?? 0);
    const hour = (one?.startAt?.getUTCHours() ?? 0) + 7;
    for (const [index, part] of (page?.parts ?? []).entries()) {
      const hours = page?.clockHours[index] ?? [];
      expect(hours.reduce((sum, { seconds }) => sum + seconds, 0)).toBe(part.seconds);
      expect(hours[0]?.hour).toBeGreaterThanOrEqual(hour);
    }
  });

  test('are unknown, not zero, where no subtitles were captured', async () => {
    await sql`update bulletins set cues = null`.execute(database.db);
    await analyzeBulletinsAgain(database.db, { outlet, analyze: await analyzerFor(outlet, parts) });
    const figures = await numbers()?.figures(query());
    expect(figures?.persons.length).toBeGreaterThan(0);
    for (const one of figures?.persons ?? []) {
      expect(one.about).toEqual({ seconds: null, unknownReports: one.reports });
      expect(one.headlinesKnown).toBe(0);
    }
  });
});
