// The flow of what is on air: read → kind → store; bulletins: read → cues → persons → store.
import {
  type AiredProgramme,
  analyzeBulletin,
  type AnalyzeItem,
  firstAirings,
  programmeKind,
  type ProgrammeRules,
  programmeRules,
  withoutPrivateLabels,
} from '../analyzers/index.ts';
import {
  canonicalUrl,
  decodeText,
  isBulletinFeed,
  parseListing,
  parseSubtitles,
  readBulletinFeed,
  readBulletinPage,
} from '../crawlers/index.ts';
import {
  type Archive,
  type BulletinLink,
  bulletinOfSubtitles,
  type Handle,
  lastBroadcastFetch,
  listOutlets,
  type ListedDay,
  saveBulletin,
  saveBulletinAnalysis,
  saveBulletinLinks,
  saveCues,
  saveFirstAirings,
  saveListedDay,
  type StoredBulletin,
  storedBulletins,
  storedProgrammes,
  type StoredProgramme,
} from '../db/index.ts';
import {
  type BulletinReading,
  type CapturedPage,
  numberOf,
  type Cue,
  dayIn,
  type ListedProgramme,
  type Listing,
  type ListingFormat,
  type Log,
  type Outlet,
  type ReadingFault,
  type Subtitles,
} from './domain/index.ts';

/** What a page or file of a broadcaster tells. */
export type BroadcastReading =
  | { readonly kind: 'listing'; readonly listing: Listing }
  | { readonly kind: 'bulletins'; readonly rank: 0 | 1; readonly found: readonly BulletinReading[] }
  | { readonly kind: 'subtitles'; readonly subtitles: Subtitles };

type BroadcastPage = Pick<CapturedPage, 'kind' | 'sourceKind' | 'attempt'>;

/** Reads a captured page that is about the air; null for all others. Pure. */
export function readBroadcast(page: BroadcastPage, outlet: Outlet): BroadcastReading | null {
  const { bytes, headers, finalUrl: url, startedAt: now } = page.attempt;
  if (bytes === null) return null;
  const options = { timeZone: outlet.timeZone, now };
  if (page.kind === 'source' && page.sourceKind === 'listing') {
    return { kind: 'listing', listing: readListing(page, outlet) };
  }
  if (page.sourceKind !== 'bulletin' || (page.kind !== 'source' && page.kind !== 'broadcast')) {
    return null;
  }
  const { text } = decodeText(bytes, headers);
  if (page.kind === 'source' && isBulletinFeed(text)) {
    return { kind: 'bulletins', rank: 0, found: readBulletinFeed(text, url, options) };
  }
  if (page.kind === 'source') return null;
  if (isSubtitleFile(text)) return { kind: 'subtitles', subtitles: parseSubtitles(bytes, headers) };
  const found = readBulletinPage(text, url, options);
  return found === null ? null : { kind: 'bulletins', rank: 1, found: [found] };
}

function readListing({ attempt }: BroadcastPage, outlet: Outlet): Listing {
  const { bytes, headers, finalUrl: url, startedAt: now } = attempt;
  const { dayStartsAtHour } = outlet.broadcast ?? {};
  return parseListing(bytes ?? new Uint8Array(), headers, {
    timeZone: outlet.timeZone,
    now,
    url,
    language: outlet.language,
    ...(dayStartsAtHour === undefined ? {} : { dayStartsAtHour }),
  });
}

function isSubtitleFile(text: string): boolean {
  return /^\ufeff?\s*WEBVTT/.test(text) || /<(?:\w+:)?tt[\s>]/.test(text.slice(0, 2_000))
    ? true
    : !/<html|<body/i.test(text.slice(0, 4_000)) && /\d\d:\d\d[.,]\d{3}\s*-->/.test(text);
}

/** What is said of a file without anything of it being lost. */
const notes: ReadonlySet<string> = new Set(['zone-assumed', 'day-assumed', 'backwards']);
/** So many faults of one file are told one by one. */
const faultsTold = 20;

/** Whether something of the file was left out, not only read with a remark. */
export function isLoss({ code }: ReadingFault): boolean {
  return !notes.has(code);
}

/** Says by line what of a crawled file could not be read; the rest of it is stored all the same. */
export function tellFaults(reading: BroadcastReading, url: string, log: Log): void {
  if (reading.kind === 'bulletins') return;
  const { faults } = reading.kind === 'listing' ? reading.listing : reading.subtitles;
  for (const { line, code, message } of faults.slice(0, faultsTold)) {
    log[notes.has(code) ? 'debug' : 'warn']({ url, line, fault: code }, message);
  }
  const left = faults.length - faultsTold;
  if (left > 0)
    log.warn(
      { url, faults: faults.length },
      `And ${numberOf(left, 'further fault')}, not named here.`,
    );
}

/** Where a reading is stored from. */
export interface BroadcastSetting {
  readonly outlet: Outlet;
  readonly analyze: AnalyzeItem;
}

/** Stores what a page tells of the air. Call it in the page's transaction. */
export async function storeBroadcast(
  db: Handle,
  read: { readonly reading: BroadcastReading; readonly url: string; readonly seenAt: Date },
  setting: BroadcastSetting,
): Promise<void> {
  const { reading, url, seenAt } = read;
  const { outlet } = setting;
  if (reading.kind === 'listing') {
    const { programmes, format } = reading.listing;
    await storeProgrammes(db, { programmes, format, url, seenAt }, outlet);
  } else if (reading.kind === 'subtitles') {
    const { cues } = reading.subtitles;
    const bulletin = await bulletinOfSubtitles(db, { outletId: outlet.id, url });
    if (bulletin) await analyzeStored(db, { bulletin, cues }, setting);
  } else {
    for (const found of reading.found) {
      const { bulletin, changed } = await saveBulletin(db, {
        outletId: outlet.id,
        canonicalUrl: canonicalUrl(found.url, url) ?? found.url,
        reading: found,
        ...channelOf(found.channel ?? '', outlet),
        firstSeen: seenAt,
        rank: reading.rank,
      });
      if (changed) await analyzeStored(db, { bulletin, cues: bulletin.cues }, setting);
    }
  }
}

/** Stores subtitles for a bulletin; one that is not known yet is known by its address alone. */
export async function storeSubtitles(
  db: Handle,
  read: {
    /** Address of the bulletin's page. */
    readonly url: string;
    /** Address or name of the subtitle file. */
    readonly file: string;
    readonly cues: readonly Cue[];
    readonly seenAt: Date;
  },
  setting: BroadcastSetting,
): Promise<void> {
  const { outlet } = setting;
  const { url, file, cues, seenAt } = read;
  const reading: BulletinReading = {
    url,
    title: url,
    channel: null,
    startAt: null,
    startFrom: null,
    publishedAt: null,
    durationSeconds: null,
    description: null,
    thumbnailUrl: null,
    subtitles: [{ url: file, language: null }],
    rundown: [],
  };
  const { bulletin } = await saveBulletin(db, {
    outletId: outlet.id,
    canonicalUrl: canonicalUrl(url) ?? url,
    reading,
    ...channelOf('', outlet),
    firstSeen: seenAt,
    rank: -1,
  });
  await analyzeStored(db, { bulletin, cues }, setting);
}

function channelOf(named: string, outlet: Outlet) {
  const channels = outlet.broadcast?.channels ?? [];
  const known = channels.find(({ id, name }) => id === named || name === named);
  const channel = known?.id ?? (named === '' ? (channels[0]?.id ?? '') : named);
  const rules = programmeRules(outlet.broadcast);
  const { medium } = programmeKind({ title: '', channel, saidRepeat: false }, rules);
  return { channel, medium };
}

/** How far a kind of listing is trusted against another: the one that gives ends first. */
const formatRanks: Readonly<Record<ListingFormat, number>> = {
  xmltv: 0,
  'json-ld': 1,
  ical: 2,
  html: 3,
  text: 4,
};

/** Stores programmes by channel and broadcasting day, each as a version of that day's listing. */
export async function storeProgrammes(
  db: Handle,
  listed: {
    readonly programmes: readonly ListedProgramme[];
    readonly format: ListingFormat;
    readonly url: string;
    readonly seenAt: Date;
  },
  outlet: Outlet,
): Promise<void> {
  const rules = programmeRules(outlet.broadcast);
  const days = Map.groupBy(
    listed.programmes,
    ({ channel, day }) => `${day}\0${channelOf(channel, outlet).channel}`,
  );
  for (const [key, programmes] of days) {
    const [day = '', channel = ''] = key.split('\0');
    const ordered = programmes.toSorted((a, b) => Date.parse(a.startAt) - Date.parse(b.startAt));
    const given: ListedDay = {
      outletId: outlet.id,
      channel,
      day,
      sourceUrl: listed.url,
      sourceRank: formatRanks[listed.format],
      seenAt: listed.seenAt,
      programmes: ordered.map((one) => ({
        startAt: one.startAt,
        endAt: one.endAt,
        title: one.title,
        ...kindOf(one, channel, rules),
      })),
    };
    await saveListedDay(db, given);
  }
}

function kindOf(programme: ListedProgramme, channel: string, rules: ProgrammeRules) {
  return programmeKind({ ...programme, channel }, rules);
}

/** Analyzes a bulletin with these subtitles, and keeps them without other people's names. */
async function analyzeStored(
  db: Handle,
  { bulletin, cues }: { readonly bulletin: StoredBulletin; readonly cues: StoredBulletin['cues'] },
  { outlet, analyze }: BroadcastSetting,
): Promise<void> {
  const at = bulletin.startAt ?? bulletin.publishedAt ?? bulletin.firstSeen;
  const analysis = analyzeBulletin(
    {
      id: bulletin.id,
      outlet: outlet.id,
      at: at.toISOString(),
      title: bulletin.title,
      language: outlet.language,
      place: outlet.place,
      durationSeconds: bulletin.durationSeconds,
      rundown: bulletin.rundown,
      cues,
    },
    analyze,
  );
  const kept = cues && withoutPrivateLabels(cues, analysis.registeredLabels);
  const isNew = cues !== bulletin.cues || kept?.some((cue, index) => cue !== cues?.[index]);
  if (kept && isNew) await saveCues(db, bulletin.id, kept);
  await saveBulletinAnalysis(db, bulletin.id, analysis);
}

const always = { from: '0000', to: '9999' };

/**
 * Every stored bulletin of an outlet analyzed again, with the present method and register. Who
 * speaks is read from the bytes again where they are kept: the register may know more people now.
 */
export async function analyzeBulletinsAgain(
  db: Handle,
  setting: BroadcastSetting,
  archive?: Archive,
): Promise<number> {
  const bulletins = await storedBulletins(db, { outletIds: [setting.outlet.id], ...always });
  for (const bulletin of bulletins) {
    const { cues, subtitleUrl } = bulletin;
    const file = { outletId: setting.outlet.id, url: subtitleUrl ?? '' };
    const read = cues && archive ? await cuesFromBytes(db, file, archive) : null;
    // An operator may have given other subtitles than those that were crawled.
    const isSame = read !== null && textOf(read) === textOf(cues ?? []);
    await analyzeStored(db, { bulletin, cues: isSame ? read : cues }, setting);
  }
  return bulletins.length;
}

/** Subtitles as their kept bytes have them, every speaker's label included; null where gone. */
async function cuesFromBytes(
  db: Handle,
  file: { readonly outletId: string; readonly url: string },
  archive: Archive,
): Promise<readonly Cue[] | null> {
  const fetched = await lastBroadcastFetch(db, file);
  const bytes = fetched && (await archive.get(fetched.blobHash));
  return bytes ? parseSubtitles(bytes, fetched.headers).cues : null;
}

const textOf = (cues: readonly Cue[]) => cues.map(({ text }) => text).join('\n');

/** After a run: first airings of repeats, and which programme of the listing each bulletin is. */
export async function linkBroadcasts(db: Handle, demo: boolean): Promise<void> {
  for (const { id, timeZone } of await listOutlets(db, { demo })) {
    const scope = { outletIds: [id], ...always };
    const programmes = await storedProgrammes(db, scope);
    const bulletins = await storedBulletins(db, scope);
    if (programmes.length === 0 && bulletins.length === 0) continue;
    const airings = firstAirings(inTime(programmes).map(airedProgramme));
    await saveFirstAirings(db, id, airings);
    const unlisted = bulletins.map((one) => withoutListedStart(one, timeZone));
    await saveBulletinLinks(db, bulletinLinks(unlisted, programmes, airings));
  }
}

function inTime(programmes: readonly StoredProgramme[]): StoredProgramme[] {
  return programmes.toSorted((a, b) => a.startAt.getTime() - b.startAt.getTime());
}

function airedProgramme(programme: StoredProgramme): AiredProgramme {
  const { id, startAt, medium, workTitle, isRepeat } = programme;
  return { id, startMs: startAt.getTime(), medium, workTitle, isRepeat };
}

/** A start that a listing gave is asked of the listing anew, which may have changed since. */
function withoutListedStart(bulletin: StoredBulletin, timeZone: string): StoredBulletin {
  if (bulletin.startFrom !== 'listing') return bulletin;
  const day = dayIn(timeZone, bulletin.publishedAt ?? bulletin.firstSeen);
  return { ...bulletin, startAt: null, startFrom: null, day };
}

/** A bulletin is the programme that begins within so many minutes of it. */
const sameStartMs = 10 * 60_000;

function bulletinLinks(
  bulletins: readonly StoredBulletin[],
  programmes: readonly StoredProgramme[],
  airings: ReadonlyMap<string, string>,
): BulletinLink[] {
  const rules = programmeRules();
  const found = bulletins.map((bulletin) => {
    const programme = programmeOf(bulletin, programmes, rules);
    const start = bulletin.startAt === null ? programme?.startAt : undefined;
    return { bulletin, programme, listedStart: start?.toISOString() ?? null };
  });
  const byProgramme = new Map(found.map(({ bulletin, programme }) => [programme?.id, bulletin.id]));
  return found.map(({ bulletin, programme, listedStart }) => {
    const first = programme ? airings.get(programme.id) : undefined;
    return {
      id: bulletin.id,
      programmeId: programme?.id ?? null,
      repeatOf: first === undefined ? null : (byProgramme.get(first) ?? null),
      listedStart,
    };
  });
}

/** The listed programme a bulletin is: by its start, else the only one of its day so called. */
function programmeOf(
  bulletin: StoredBulletin,
  programmes: readonly StoredProgramme[],
  rules: ProgrammeRules,
): StoredProgramme | undefined {
  const own = programmes.filter(({ channel }) => channel === bulletin.channel);
  const { startAt, title, day } = bulletin;
  if (startAt !== null) {
    const apart = (one: StoredProgramme) => Math.abs(one.startAt.getTime() - startAt.getTime());
    const [nearest] = own.toSorted((one, other) => apart(one) - apart(other));
    return nearest && apart(nearest) <= sameStartMs ? nearest : undefined;
  }
  const { workTitle } = programmeKind({ title, channel: '', saidRepeat: false }, rules);
  const called = own.filter(
    (one) =>
      one.day === day &&
      !one.isRepeat &&
      one.workTitle !== '' &&
      workTitle.startsWith(one.workTitle),
  );
  return called.length === 1 ? called[0] : undefined;
}
