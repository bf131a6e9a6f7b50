import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readListingFile } from '../../../crawlers/air-files.ts';
import { parseListing } from '../../../crawlers/formats/listing.ts';
import type { ListedProgramme } from '../../../src/domain/index.ts';
import { type AnnouncedProgramme, oddXmltv, oddZone } from './odd-xmltv.ts';
import { randomFrom } from './random.ts';

const FILES = 325;
const options = { timeZone: oddZone, now: new Date('2026-03-02T00:00:00Z') };

const asAnnounced = (one: ListedProgramme): AnnouncedProgramme => ({
  channel: one.channel,
  startMs: Date.parse(one.startAt),
  endMs: one.endAt === null ? null : Date.parse(one.endAt),
  title: one.title,
  saidRepeat: one.saidRepeat,
});

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'odd-xmltv-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test(`${FILES} odd files: every programme with its start, end, channel and title`, () => {
  for (let seed = 1; seed <= FILES; seed += 1) {
    const { bytes, announced, oddities } = oddXmltv(seed);
    const { programmes, format } = parseListing(bytes, {}, options);
    const where = `file ${seed}: ${oddities.join(', ')}`;
    expect(format, where).toBe('xmltv');
    expect(programmes.map(asAnnounced), where).toEqual(announced);
  }
});

test('read in pieces from disk they say the same, packed under any name too', async () => {
  for (let seed = 1; seed <= 40; seed += 1) {
    const { bytes, announced, oddities } = oddXmltv(seed);
    const file = join(folder, `${seed}.xmltv`);
    await writeFile(file, seed % 2 === 0 ? gzipSync(bytes) : bytes);
    const programmes: ListedProgramme[] = [];
    for await (const batch of readListingFile(file, options)) programmes.push(...batch.programmes);
    expect(programmes.map(asAnnounced), `file ${seed}: ${oddities.join(', ')}`).toEqual(announced);
  }
});

const TORN = 120;
/** The end tag and its line end, in two bytes a letter: a cut behind it would take nothing away. */
const endBytes = 14;

test(`${TORN} of them cut: what is whole before the cut stays, and nothing else is read`, () => {
  for (let seed = 1; seed <= TORN; seed += 1) {
    const { bytes, announced, oddities } = oddXmltv(seed);
    const cut = bytes.subarray(0, randomFrom(seed + 10_000)(bytes.length - endBytes));
    const { programmes, faults } = parseListing(cut, {}, options);
    const where = `file ${seed}: ${oddities.join(', ')}`;
    const whole = programmes.slice(0, -1).map(asAnnounced);
    expect(whole, where).toEqual(announced.slice(0, whole.length));
    // The last one may be cut inside, where nothing says any more whether it is a repeat.
    const last = programmes.at(-1);
    if (last) expect(Date.parse(last.startAt), where).toBe(announced[whole.length]?.startMs);
    expect(faults.length, where).toBeGreaterThan(0);
  }
});

test(`${TORN} of them torn and mixed: no throw, no impossible time`, () => {
  for (let seed = 1; seed <= TORN; seed += 1) {
    const { bytes } = oddXmltv(seed);
    const random = randomFrom(seed + 20_000);
    const at = random(bytes.length);
    const torn = [
      Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + random(200))]),
      Buffer.concat([bytes.subarray(0, at), Buffer.from('<"&\u0000'), bytes.subarray(at)]),
      Buffer.concat([bytes, oddXmltv(seed + 1).bytes]),
    ][random(3)] as Buffer;
    for (const { startAt, endAt } of parseListing(torn, {}, options).programmes) {
      expect(Date.parse(startAt)).not.toBeNaN();
      if (endAt !== null) expect(Date.parse(endAt)).toBeGreaterThan(Date.parse(startAt));
    }
  }
});
