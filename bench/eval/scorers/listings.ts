import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseListing, parseSubtitles } from '../../../crawlers/index.ts';
import type { Listing } from '../../../src/domain/index.ts';
import { findSetFile, readJsonLines, readSetFile, setFaultIn } from '../files.ts';
import { type Figure, type Scorer, shareOf, timed, type WeakCase } from '../result.ts';
import { listingGold, type ListingGold } from '../sets.ts';

const LISTING = /\.(?:xmltv|xml|txt|ics|html?)(?:\.gz)?$/i;
const SUBTITLES = /\.(?:vtt|srt|ttml)(?:\.gz)?$/i;
const GOLD = 'gold.jsonl';
/** Where a file names no day: any one, since then no gold names one either. */
const now = new Date('2026-01-01T00:00:00Z');
const timeZone = 'Asia/Ho_Chi_Minh';

interface Checks {
  passed: number;
  total: number;
}

class Score {
  readonly weakest: WeakCase[] = [];
  private readonly groups = new Map<string, Checks>();

  check(group: string, file: string, wrong: string | null): void {
    const checks = this.groups.get(group) ?? { passed: 0, total: 0 };
    checks.total += 1;
    if (wrong === null) checks.passed += 1;
    else this.weakest.push({ id: file, score: 'wrong', reason: wrong });
    this.groups.set(group, checks);
  }

  figure(name: string, atLeast: number): Figure {
    const { passed, total } = this.groups.get(name) ?? { passed: 0, total: 0 };
    return {
      name,
      value: shareOf(passed, total),
      unit: 'share',
      count: total,
      target: { atLeast },
    };
  }
}

const names = {
  xmltv: 'XMLTV programmes read',
  lines: 'lines with a time read',
  gold: 'programmes with the right start and title',
  subtitles: 'subtitle files with cues',
} as const;

/** listings/: files as broadcasters give them, with or without the programmes they hold. */
export const listingsScorer: Scorer = {
  name: 'listings',
  score(folder) {
    const all = existsSync(folder) ? readdirSync(folder).toSorted() : [];
    const files = all.filter((name) => LISTING.test(name));
    if (files.length === 0) {
      throw setFaultIn(
        'file-missing',
        `${folder} has no listing (.xmltv, .xml, .txt, .ics, .html).`,
      );
    }
    const score = new Score();
    const path = findSetFile(folder, GOLD);
    const gold = path === null ? [] : readJsonLines(path, listingGold);
    const goldOf = Map.groupBy(gold, ({ file }) => file);
    let slowestMs = 0;
    for (const name of files) {
      const bytes = readSetFile(join(folder, name));
      const options = { timeZone, now, url: name };
      const { value: listing, cpuMs } = timed(() => parseListing(bytes, {}, options));
      slowestMs = Math.max(slowestMs, cpuMs);
      checkCount(listing, { name, text: Buffer.from(bytes).toString('utf8') }, score);
      for (const wanted of goldOf.get(name) ?? []) checkGold(listing, wanted, score);
    }
    for (const name of all.filter((one) => SUBTITLES.test(one))) {
      const { cues } = parseSubtitles(readSetFile(join(folder, name)));
      score.check(names.subtitles, name, cues.length > 0 ? null : 'no cue was read');
    }
    return {
      set: 'listings',
      figures: [
        score.figure(names.xmltv, 1),
        score.figure(names.lines, 0.99),
        score.figure(names.gold, 0.99),
        score.figure(names.subtitles, 1),
        {
          name: 'slowest listing: CPU',
          value: slowestMs,
          unit: 'ms',
          count: files.length,
          target: { atMost: 1000 },
        },
      ],
      weakest: score.weakest,
      tables: [],
    };
  },
};

/** Every programme of the markup, or every line that begins with a time, is there by its line. */
function checkCount(
  { format, programmes }: Listing,
  { name, text }: { readonly name: string; readonly text: string },
  score: Score,
): void {
  const read = new Set(programmes.map(({ line }) => line));
  for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) {
    const missing = read.has(index + 1) ? null : `line ${index + 1} was not read: ${line.trim()}`;
    if (format === 'xmltv' && /<programme\s/.test(line)) score.check(names.xmltv, name, missing);
    if (format === 'text' && /^\s*\d{1,2}[:hg]\d{2}(?:\s|$)/i.test(line)) {
      score.check(names.lines, name, missing);
    }
  }
}

function checkGold(listing: Listing, wanted: ListingGold, score: Score): void {
  const { startAt, title, channel, file } = wanted;
  const atStart = listing.programmes.filter(
    (one) =>
      Date.parse(one.startAt) === Date.parse(startAt) &&
      (channel === undefined || one.channel === channel),
  );
  const isThere = atStart.some((one) => one.title === title.normalize('NFC'));
  const got = atStart[0] ? `got "${atStart[0].title}"` : 'nothing begins then';
  score.check(names.gold, file, isThere ? null : `${startAt} "${title}": ${got}`);
}
