import type { Day, Outlet, Register } from '../domain/index.ts';
import { type AirTruth, makeBroadcasts } from './broadcast.ts';
import type { OutletId, PressArticle, Version } from './model.ts';
import { dayAfter, localTime, timeZone } from './moment.ts';
import { writeArticles } from './newsroom.ts';
import { outletSheets, type OutletSheet } from './outlets.ts';
import type { Handover } from './people.ts';
import { demoRegister } from './register.ts';
import { revisionMinutes } from './rhythm.ts';
import { articleTruth, type TruthArticle, type TruthVersion } from './truth.ts';

export interface PressOptions {
  /** Names the random draws; the same seed gives the same press. Default `song-thanh`. */
  readonly seed?: string;
  /** First day, a Monday reads best. Default 2025-10-06. */
  readonly startDay?: Day;
  /** Default 14, least 3: the handover needs days around it. */
  readonly days?: number;
}

/** A stretch of time in which an outlet answers nothing but 503. */
export interface Outage {
  readonly outletId: OutletId;
  readonly day: Day;
  readonly fromMs: number;
  readonly untilMs: number;
}

/** Everything the generator knows. */
export interface PressTruth {
  readonly articles: readonly TruthArticle[];
  readonly handover: Handover;
  readonly outages: readonly Outage[];
  /** Listings and bulletins of the broadcaster. */
  readonly air: AirTruth;
}

/**
 * Three invented outlets over some days, whole and fixed; what a reader sees depends on the time.
 */
export interface Press {
  readonly seed: string;
  readonly startDay: Day;
  readonly days: number;
  readonly startMs: number;
  readonly endMs: number;
  readonly outlets: readonly OutletSheet[];
  readonly articles: readonly PressArticle[];
  readonly register: Register;
  readonly truth: PressTruth;
}

/** Makes the press: pure and quick; see README of the demo for what happens in it. */
export function generatePress(options: PressOptions = {}): Press {
  const { seed = 'song-thanh', startDay = '2025-10-06', days = 14 } = options;
  const handoverDay = dayAfter(startDay, Math.floor(days / 2));
  const handover = { day: handoverDay, voteMs: localTime(handoverDay, 10 * 60 + 30) };
  const outageDay = dayAfter(startDay, Math.floor(days * 0.65));
  const outages: Outage[] = [
    {
      outletId: 'luu-giang-online',
      day: outageDay,
      fromMs: localTime(outageDay),
      untilMs: localTime(dayAfter(outageDay, 1)),
    },
  ];
  const articles = withoutOutages(writeArticles({ seed, startDay, days, handover }), outages);
  return {
    seed,
    startDay,
    days,
    startMs: localTime(startDay),
    endMs: localTime(dayAfter(startDay, days)),
    outlets: outletSheets,
    articles,
    register: demoRegister(handoverDay),
    truth: {
      articles: articles.map(articleTruth),
      handover,
      outages,
      air: makeBroadcasts(articles, { seed, startDay, days, handover }),
    },
  };
}

/**
 * A site that is down publishes nothing: what it would have printed that day is lost to everyone.
 */
function withoutOutages(
  articles: readonly PressArticle[],
  outages: readonly Outage[],
): readonly PressArticle[] {
  const isLost = ({ outletId, publishedMs }: PressArticle) =>
    outages.some(
      (outage) =>
        outage.outletId === outletId &&
        publishedMs >= outage.fromMs &&
        publishedMs < outage.untilMs,
    );
  const lost = new Set(articles.filter(isLost).map(({ id }) => id));
  return articles
    .filter(({ id }) => !lost.has(id))
    .map((article) =>
      article.copyOf !== null && lost.has(article.copyOf) ? { ...article, copyOf: null } : article,
    );
}

/** The version a reader sees at a time; null before publication. */
export function versionAt(article: PressArticle, atMs: number): Version | null {
  return article.versions.findLast((version) => version.atMs <= atMs) ?? null;
}

/** What is true of every article published by `at`, in the version then on the page. */
export function truthAt(
  press: Press,
  at: Date,
): readonly (Omit<TruthArticle, 'versions'> & { readonly version: TruthVersion })[] {
  return press.truth.articles.flatMap(({ versions, ...article }) => {
    const version = versions.findLast((entry) => Date.parse(entry.at) <= at.getTime());
    return version ? [{ ...article, version }] : [];
  });
}

/** The outlets as the crawlers want them, at the addresses the press is served from. */
export function pressOutlets(
  press: Press,
  origins: Readonly<Record<OutletId, string>>,
): readonly Outlet[] {
  return press.outlets.map((sheet) => {
    const origin = origins[sheet.id];
    return {
      id: sheet.id,
      name: sheet.name,
      nameEnglish: sheet.nameEnglish,
      medium: sheet.medium,
      homepage: `${origin}/`,
      place: 'song-thanh',
      language: 'vi',
      timeZone,
      verified: true,
      sources: sheet.sources.map(({ path, ...source }) => ({ ...source, url: origin + path })),
      selectors: [{ from: null, until: null, ...sheet.selectors }],
      delayMs: 0,
      expectedItemsPerDay: sheet.expectedItemsPerDay,
      articleUrls: sheet.articleUrls,
      frontPage: { everyMinutes: revisionMinutes(sheet.id) },
      ...(sheet.broadcast ? { broadcast: sheet.broadcast } : {}),
      allowPrivateAddresses: true,
      demo: true,
    };
  });
}
