import type { IsoInstant, PartOrigin } from '../../src/domain/index.ts';
import type { Analysis } from './analysis.ts';
import { attribute } from './attributes.ts';
import {
  type DateParts,
  type DayOrder,
  instantOf,
  isoInZone,
  isoWithOffset,
  readDateParts,
} from './date-parts.ts';
import { plainDate } from './date-scripts.ts';
import { findPublishedDate, parsePublishedDate } from './dates.ts';
import { ASIDE, HIDDEN } from './hints.ts';
import { elementsOf } from './scan.ts';
import type { LinkedData } from './structured.ts';
import { TAG } from './tags.ts';
import { ARCHIVED, type SeenDate, UPDATE_WORD, visibleDate } from './visible-dates.ts';

export interface DateSources {
  readonly analysis: Analysis;
  readonly meta: ReadonlyMap<string, string>;
  readonly data: LinkedData | null;
  readonly url: string;
  /** The block that shows the title; -1 where none does. */
  readonly titleBlock: number;
  /** First and last block of the text; -1 where there is none. */
  readonly textBlocks: readonly [number, number];
  readonly timeZone: string | null;
  readonly language: string | null;
  readonly now: Date | null;
}

export interface FoundDates {
  readonly publishedAt: IsoInstant | null;
  readonly modifiedAt: IsoInstant | null;
  readonly origin: PartOrigin;
}

interface Found {
  readonly parts: DateParts;
  readonly origin: PartOrigin;
}

/** A date in the page's markup, and how likely it is that of publication: 2 and more are likely. */
interface Marked {
  readonly found: Found;
  readonly rank: number;
}

const PUBLISHED_META = [
  'article:published_time',
  'og:article:published_time',
  'og:published_time',
  'datepublished',
  'article:published',
  'og:pubdate',
  'pubdate',
  'pub_date',
  'publishdate',
  'publish-date',
  'publish_date',
  'publication_date',
  'published-date',
  'date_published',
  'published',
  'parsely-pub-date',
  'sailthru.date',
  'cxenseparse:recs:publishtime',
  'dc.date.issued',
  'dcterms.created',
  'dcterms.issued',
  'dcterms.date',
  'dc.date.created',
  'dc.date',
  'dc.created',
  'article.published',
  'article:publicationdate',
  'citation_publication_date',
  'citation_date',
  'bt:pubdate',
  'displaydate',
  'datecreated',
  'article.created',
  'originalpublicationdate',
  'rnews:datepublished',
  'vr:published_time',
  'date',
  'created',
  'creation_date',
  'release_date',
];
const MODIFIED_META = ['article:modified_time', 'og:updated_time', 'datemodified', 'last-modified'];

/**
 * Pieces that all names of a date of publication have in markup and scripts: each is one search.
 */
const NAME_PIECES = ['ublish', 'reated', 'ubDate'];
/** So many places of each piece are looked at. */
const PIECE_LIMIT = 200;
const SCRIPT_VALUE =
  /^"(?:datePublished|publish(?:ed)?(?:At|_at|Date|_date)|pubDate|firstPublished|created(?:At|_at))\w{0,12}\\?["']?\s*:\s*\\?["'][^\d"'\\]{0,12}([^"'\\]{6,40})/;

/** A named zone, or an offset whose plus an address has made something else of. */
const ZONE_AT_END =
  /\d(?:\s?(?!(?:am|pm)$)[a-z]{2,5}| \d\d:?\d\d|(?:%2b|&#43;|&#x2b;)\d\d:?\d\d)$/i;
/** A day with or without its time, or seconds or milliseconds since 1970. */
const RUN_TOGETHER = /^(?:\d{8}(?:T?\d{4}(?:\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?|\d{10}|\d{13})$/i;
const LOCAL_DIGITS = /^\d{8}(?:T?\d{4}(?:\d\d)?)?$/i;

/** What has none of these words is no relative date, and no month as Vietnamese say it. */
const WORDED = new RegExp(
  'trước|hôm|vừa|mới đây|tháng|thg|ago\\b|yesterday|today|just now|heute|gestern|\\bvor\\b|' +
    'hier|il y a|hace|ayer|назад|вчера|сегодня|前|昨|今天|今日|전$|어제|오늘',
  'i',
);
/** Longer texts are no date lines. */
const WORDED_LIMIT = 80;

/** Year, month and day in an address, apart or run together and before a story's number. */
const URL_DATE = new RegExp(
  '[/._-](20\\d{2}|19\\d{2})[/._-]?(0[1-9]|1[0-2])[/._-]?(0[1-9]|[12]\\d|3[01])' +
    '(?=\\D|\\d{4,12}(?:\\D|$)|$)',
);

/** A start tag that describes a date of publication, with the date in an attribute. */
const DESCRIBED =
  /^<[^<>]{0,300}(?:itemprop|property)=["'][\w: ]{0,20}date(?:Published|Created)[^<>]{0,200}?(?:content|datetime)=["']([^"'<>]{6,60})/;

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** A start tag of hAtom, with the date as its title. */
const STAMPED =
  /^<[^<>]{0,200}class=["'][^"'<>]{0,100}\b(?:published|updated|entry-date)\b[^<>]{0,150}title="(\d{4}-\d\d-\d\d[^"<>]{0,20})"/;

/** Published pages are not from the future: a day of slack for zones. */
function isPossible(parts: DateParts, now: Date | null): boolean {
  if (parts.year < 1990) return false;
  return now === null || instantOf(parts, null) < now.getTime() + 36 * 3_600_000;
}

/** Americans write the month first; everybody else the day. */
function dayOrder(timeZone: string | null, language: string | null): DayOrder {
  if (timeZone !== null && !/^America\/|^Pacific\/Honolulu/.test(timeZone)) return 'day-first';
  const tag = language?.toLowerCase() ?? '';
  return tag === 'en-us' || tag === 'en' || tag === '' ? 'month-first' : 'day-first';
}

class DateFinder {
  private readonly sources: DateSources;
  private readonly order: DayOrder;
  private seen: SeenDate | null | undefined;
  private places: readonly number[] | null = null;

  constructor(sources: DateSources) {
    this.sources = sources;
    this.order = dayOrder(sources.timeZone, sources.language);
  }

  read(text: string | null | undefined): DateParts | null {
    if (!text) return null;
    const { now, language } = this.sources;
    const plain = plainDate(text.trim(), language);
    const parts = readDateParts(plain, this.order) ?? this.worded(text);
    if (parts && isPossible(parts, now)) return parts;
    // A day to come is most often one whose month was taken for it.
    if (parts === null || this.order === 'day-first') return null;
    const other = readDateParts(plain, 'day-first');
    return other && isPossible(other, now) ? other : null;
  }

  /** "3 giờ trước", "hôm qua 17:05", "23 tháng mười": counted from the time of the fetch. */
  private worded(text: string): DateParts | null {
    const { now, timeZone, language } = this.sources;
    if (now === null || text.length > WORDED_LIMIT || !WORDED.test(text)) return null;
    const zone = timeZone === null ? {} : { timeZone };
    const tongue = language === null ? {} : { language };
    const options = { now, ...zone, ...tongue };
    // "Thời sự | 3 giờ trước": other words beside it are no part of the date.
    const written =
      parsePublishedDate(text, options) ?? findPublishedDate(text, options)?.iso ?? null;
    return written === null ? null : readDateParts(written, this.order);
  }

  /**
   * As `read`, of what is written for machines: also numbers run together, counts of seconds, and
   * zones by name or with a lost plus, which lines for readers have too many look-alikes of.
   */
  private readDeclared(text: string | null | undefined): DateParts | null {
    const own = this.read(text);
    const written = text?.trim() ?? '';
    const isZoneLeft = own !== null && own.hour !== null && own.offsetMinutes === null;
    if (isZoneLeft ? !ZONE_AT_END.test(written) : own !== null || !RUN_TOGETHER.test(written)) {
      return own;
    }
    const { timeZone, now } = this.sources;
    const iso = parsePublishedDate(written, {
      timeZone: timeZone ?? 'UTC',
      dayFirst: this.order === 'day-first',
      ...(now === null ? {} : { now }),
    });
    const parts = iso === null ? null : readDateParts(iso, this.order);
    if (parts === null || !isPossible(parts, now)) return own;
    // Without a zone of its own it is in the outlet's, known or not; eight digits are a day.
    if (!LOCAL_DIGITS.test(written)) return parts;
    return { ...parts, offsetMinutes: null, hour: written.length === 8 ? null : parts.hour };
  }

  /** What the page declares for machines. */
  declared(): Found | null {
    const linked = this.readDeclared(this.sources.data?.datePublished);
    const meta = this.firstMeta(PUBLISHED_META);
    if (linked && meta) {
      const sameDay =
        linked.year === meta.year && linked.month === meta.month && linked.day === meta.day;
      if (sameDay && linked.hour === null) return { parts: meta, origin: 'meta' };
      return { parts: linked, origin: 'json-ld' };
    }
    if (linked) return { parts: linked, origin: 'json-ld' };
    return meta ? { parts: meta, origin: 'meta' } : null;
  }

  firstMeta(names: readonly string[]): DateParts | null {
    for (const name of names) {
      const parts = this.readDeclared(this.sources.meta.get(name));
      if (parts) return parts;
    }
    return null;
  }

  /** `<time>` and microdata outside of asides: named as published, then near the title. */
  marked(): Marked | null {
    const { page, dated } = this.sources.analysis;
    let best: Marked | null = null;
    for (const element of [...elementsOf(page, TAG.time), ...dated]) {
      if (!this.mayMark(element)) continue;
      const mark = this.markedBy(element);
      if (mark && mark.rank >= 0 && (best === null || mark.rank > best.rank)) best = mark;
    }
    return best;
  }

  private mayMark(element: number): boolean {
    const { page, area } = this.sources.analysis;
    if (page.tag[element] === TAG.time) return true;
    return !((area[element] as number) & (ASIDE | HIDDEN));
  }

  private markedBy(element: number): Marked | null {
    const { page, area } = this.sources.analysis;
    const start = page.tagStart[element] as number;
    const tag = page.html.slice(start, Math.min(page.tagEnd[element] as number, start + 600));
    const itemprop = /itemprop=["']?datePublished/i.test(tag);
    if (page.tag[element] !== TAG.time && !itemprop) return null;
    const parts = this.writtenIn(element);
    if (!parts) return null;
    let rank = itemprop || /pubdate|publish/i.test(tag) ? 4 : 2;
    if (UPDATE_WORD.test(tag) || UPDATE_WORD.test(this.before(start))) rank -= 2;
    if ((area[element] as number) & ASIDE) rank -= 3;
    if (this.isByTitle(start)) rank += 3;
    else if (this.isBelowText(start)) rank -= 1;
    return { found: { parts, origin: itemprop ? 'microdata' : 'generic' }, rank };
  }

  /** The date in an element's attributes or text; what readers see counts where they differ. */
  private writtenIn(element: number): DateParts | null {
    const { page } = this.sources.analysis;
    const declared = this.readDeclared(
      attribute(page, element, 'datetime') ?? attribute(page, element, 'content'),
    );
    const from = page.tagEnd[element] as number;
    const to = Math.min(page.contentEnd[element] as number, from + 200);
    const shown = this.read(page.html.slice(from, to).replace(/<[^<>]*>?/g, ' '));
    if (declared === null || shown === null) return declared ?? shown;
    const apartMs = Math.abs(instantOf(declared, null) - instantOf(shown, null));
    return apartMs > 2 * DAY_MS ? shown : declared;
  }

  private startOf(block: number): number {
    const { page } = this.sources.analysis;
    return page.runStart[page.blockFirstRun[block] as number] ?? page.html.length;
  }

  /** Whether a place is near the title and above the end of the text. */
  private isByTitle(at: number): boolean {
    const { titleBlock, textBlocks } = this.sources;
    if (titleBlock < 0) return false;
    const last = textBlocks[1] > titleBlock ? textBlocks[1] : titleBlock + 8;
    const end = Math.min(titleBlock + 8, last);
    return at > this.startOf(Math.max(0, titleBlock - 4)) && at < this.startOf(end);
  }

  private isBelowText(at: number): boolean {
    const last = this.sources.textBlocks[1];
    return last >= 0 && at > this.startOf(last + 4);
  }

  private before(at: number): string {
    return this.sources.analysis.page.html
      .slice(Math.max(0, at - 60), at)
      .replace(/<[^>]*>?/g, ' ');
  }

  /** Where the page may name a date of publication, by piece and then in its order. */
  private namePlaces(): readonly number[] {
    if (this.places) return this.places;
    const { html } = this.sources.analysis.page;
    const places: number[] = [];
    for (const piece of NAME_PIECES) {
      const most = places.length + PIECE_LIMIT;
      for (let at = html.indexOf(piece); at >= 0 && places.length < most; ) {
        places.push(at);
        at = html.indexOf(piece, at + 1);
      }
    }
    this.places = places;
    return places;
  }

  /** Dates that a page carries in the data of its scripts. */
  scripted(): Found | null {
    const { html } = this.sources.analysis.page;
    for (const at of this.namePlaces()) {
      const before = html.slice(Math.max(0, at - 16), at).lastIndexOf('"');
      if (before < 0) continue;
      const start = Math.max(0, at - 16) + before;
      const parts = this.read(SCRIPT_VALUE.exec(html.slice(start, start + 100))?.[1]);
      if (parts) return { parts, origin: 'generic' };
    }
    return null;
  }

  /** A date in the page's description, e.g. "… (News of 14 January 2020)". */
  inDescription(): Found | null {
    const parts = this.read(this.sources.meta.get('description'));
    return parts ? { parts, origin: 'meta' } : null;
  }

  /** Microdata and RDFa on elements without text: `<span property="dateCreated" content=…>`. */
  described(): Found | null {
    const { html } = this.sources.analysis.page;
    for (const at of this.namePlaces()) {
      if (!/^date[PC]$/.test(html.slice(at - 5, at))) continue;
      const from = Math.max(0, at - 300);
      const tag = html.slice(from, at + 300);
      const written = DESCRIBED.exec(tag.slice(tag.lastIndexOf('<', at - from)))?.[1];
      const parts = this.read(written);
      if (parts) return { parts, origin: 'microdata' };
    }
    return null;
  }

  /** As hAtom has it: `<abbr class="published" title="2020-11-23T08:15:00+07:00">`. */
  stamped(): Found | null {
    const { html } = this.sources.analysis.page;
    let at = html.indexOf('title="20');
    for (let tries = 0; at >= 0 && tries < 20; tries++) {
      const open = html.lastIndexOf('<', at);
      const tag = at - open < 300 ? html.slice(open, at + 40) : '';
      const parts = this.read(STAMPED.exec(tag)?.[1]);
      if (parts) return { parts, origin: 'microdata' };
      at = html.indexOf('title="20', at + 1);
    }
    return null;
  }

  /** A whole date in the address. */
  inUrl(): Found | null {
    const found = URL_DATE.exec(this.sources.url.replace(ARCHIVED, '/'));
    if (!found) return null;
    const parts = this.read(`${found[1]}-${found[2]}-${found[3]}`);
    return parts ? { parts, origin: 'generic' } : null;
  }

  /** Date lines readers see. */
  visible(): SeenDate | null {
    if (this.seen === undefined) this.seen = visibleDate(this.sources, (text) => this.read(text));
    return this.seen;
  }
}

/** What the shown wall time is ahead of the declared UTC time, minutes; null if not comparable. */
function shownOffset(declared: DateParts, shown: DateParts | null): number | null {
  if (shown === null || shown.hour === null || shown.offsetMinutes !== null) return null;
  const ahead =
    instantOf({ ...shown, second: 0 }, null) - instantOf({ ...declared, second: 0 }, null);
  const isZone = Math.abs(ahead) <= 14 * HOUR_MS && ahead % (HOUR_MS / 2) === 0;
  return isZone ? ahead / 60_000 : null;
}

/** A date declared in UTC by an outlet whose zone is unknown, moved to what readers see. */
function localize(found: Found, finder: DateFinder, address: Found | null): string | null {
  const { parts } = found;
  if (parts.offsetMinutes !== 0 || parts.hour === null) return isoInZone(parts, null);
  const offset = shownOffset(parts, likely(finder.visible())?.parts ?? null);
  if (offset !== null) return isoWithOffset(parts, offset);
  // Where the address names the day before UTC's, the outlet lives west of Greenwich.
  const west = address !== null && !isSameDay(parts, address.parts);
  const ahead = west ? instantOf(parts, null) - instantOf(address.parts, null) : 0;
  return isoInZone(parts, ahead > 0 && ahead < 36 * HOUR_MS ? 'America/New_York' : null);
}

/**
 * A wall time that is only said to be UTC: where readers see the very same minute as that of the
 * outlet's zone, the "Z" was added by a program. Else as declared.
 */
function withoutFalseUtc(found: Found, finder: DateFinder, timeZone: string): DateParts {
  const { parts } = found;
  if (parts.offsetMinutes !== 0 || parts.hour === null) return parts;
  const own = { ...parts, offsetMinutes: null };
  if (instantOf(own, timeZone) === instantOf(parts, timeZone)) return parts;
  const shown = likely(finder.visible())?.parts;
  const isShown =
    shown !== undefined &&
    shown.offsetMinutes !== 0 &&
    shown.hour === parts.hour &&
    shown.minute === parts.minute &&
    isSameDay(shown, parts);
  return isShown ? { ...own, offsetMinutes: shown.offsetMinutes } : parts;
}

/** What the page says of its first publication, from the surest sign to the weakest. */
function firstPublication(finder: DateFinder, address: Found | null): Found | null {
  const declared = finder.declared();
  const marked = declared === null ? finder.marked() : null;
  let found = declared ?? (marked && marked.rank >= 2 ? marked.found : finder.described());
  if (found === null || found.parts.hour === null) {
    const seen = likely(finder.visible());
    found ??= address;
    if (found === null || (seen && isSameDay(seen.parts, found.parts))) found = seen;
  }
  found ??= marked?.found ?? finder.scripted() ?? finder.inDescription() ?? finder.stamped();
  if (found !== null) return found;
  // Better the day of a change, or of the rights, than none.
  const seen = finder.visible();
  return seen && { parts: seen.parts, origin: 'generic' };
}

function likely(seen: SeenDate | null): Found | null {
  return seen && seen.rank > 0 ? { parts: seen.parts, origin: 'generic' } : null;
}

/** Finds when the page was first published, and changed, in the outlet's zone. */
export function findDates(sources: DateSources): FoundDates {
  const finder = new DateFinder(sources);
  const address = finder.inUrl();
  const found = firstPublication(finder, address);
  const modified = finder.read(sources.data?.dateModified) ?? finder.firstMeta(MODIFIED_META);
  const { timeZone } = sources;
  const written = (parts: DateParts) => isoInZone(parts, timeZone);
  const own = found === null || timeZone === null ? null : withoutFalseUtc(found, finder, timeZone);
  // The program that added one false "Z" added the other.
  const isFalseUtc = own !== null && own.offsetMinutes !== found?.parts.offsetMinutes;
  const changed =
    isFalseUtc && modified?.offsetMinutes === 0 && modified.hour !== null
      ? { ...modified, offsetMinutes: own.offsetMinutes }
      : modified;
  return {
    publishedAt:
      own !== null ? written(own) : found === null ? null : localize(found, finder, address),
    modifiedAt: changed === null ? null : written(changed),
    origin: found?.origin ?? 'none',
  };
}

/** Reads one written date in the outlet's zone; null where it is none. */
export function readDate(
  text: string,
  place: {
    readonly timeZone: string | null;
    readonly language: string | null;
    readonly options: { readonly now?: Date };
  },
): IsoInstant | null {
  const now = place.options.now ?? null;
  const plain = plainDate(text, place.language);
  const parts = readDateParts(plain, dayOrder(place.timeZone, place.language));
  return parts && isPossible(parts, now) ? isoInZone(parts, place.timeZone) : null;
}

function isSameDay(one: DateParts, other: DateParts): boolean {
  return one.year === other.year && one.month === other.month && one.day === other.day;
}
