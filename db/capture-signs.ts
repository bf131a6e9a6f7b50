import { sql } from 'kysely';
import type { Day, GapReason, SourceKind } from '../src/domain/index.ts';
import type { Handle } from './schema.ts';

// What the stored attempts say about how well the capture goes. Nothing is judged here: the rules
// are in src/jobs/alarm-rules.ts.

/** Which world, and when it is looked at. */
interface Asked {
  readonly demo: boolean;
  readonly now: Date;
}

/** One followed source: whether it answers, and when it last named something new. */
export interface SourceSign {
  readonly outletId: string;
  readonly kind: SourceKind;
  readonly url: string;
  /** Attempts since its last answer, or in all if it never answered. */
  readonly failedSince: number;
  readonly firstAskedAt: Date;
  readonly lastAnswerAt: Date | null;
  readonly errorCode: string | null;
  /** Moments at which it named something new, in three weeks. */
  readonly news: number;
  readonly lastNewsAt: Date | null;
  /** Longest time between two such moments. */
  readonly usualHours: number | null;
  /** Answers since the last one with something new. */
  readonly answersSince: number;
  /** New items that other sources of the outlet named since. */
  readonly othersSince: number;
}

/** Feeds are compared address by address; of other kinds it is kept which kind named an item. */
export async function sourceSigns(db: Handle, { demo, now }: Asked): Promise<SourceSign[]> {
  const since = sql`${now}::timestamptz - interval '21 days'`;
  const answered = sql`outcome in ('ok', 'not-modified')`;
  const { rows } = await sql<SourceSign>`
    with followed as (
      select s.outlet_id, s.kind, s.url, min(s.url) over (partition by s.outlet_id, s.kind) as first
      from sources s join outlets o on o.id = s.outlet_id and o.demo = ${demo}
    ),
    asked as (
      select f.outlet_id, f.url, f.started_at, ${answered} as answered, f.error_code
      from fetches f where f.kind = 'source' and f.started_at > ${since} and f.started_at <= ${now}
    ),
    attempts as (
      select outlet_id, url, min(started_at) as first_asked,
        max(started_at) filter (where answered) as last_answer,
        (array_agg(error_code order by started_at desc))[1] as error
      from asked group by outlet_id, url
    ),
    moments as (
      select outlet_id, 'feed' as kind, url, seen_at as at from feed_readings
        where seen_at > ${since} and seen_at <= ${now}
      union
      select l.outlet_id, v.kind, f.first, date_trunc('hour', l.first_seen)
      from leads l cross join unnest(l.via) as v (kind)
        join (select distinct outlet_id, kind, first from followed) f
          on f.outlet_id = l.outlet_id and f.kind = v.kind and f.kind <> 'feed'
      where l.first_seen > ${since} and l.first_seen <= ${now}
    ),
    gaps as (
      select *, at - lag(at) over (partition by outlet_id, kind, url order by at) as gap from moments
    ),
    news as (
      select outlet_id, kind, url, count(*)::integer as news, max(at) as last_news,
        (extract(epoch from max(gap)) / 3600)::float8 as usual from gaps group by outlet_id, kind, url
    )
    select w.outlet_id as "outletId", w.kind, w.url, a.first_asked as "firstAskedAt",
      a.last_answer as "lastAnswerAt", a.error as "errorCode",
      (select count(*)::integer from asked x where x.outlet_id = w.outlet_id and x.url = w.url
        and x.started_at > coalesce(a.last_answer, '-infinity')) as "failedSince",
      coalesce(n.news, 0) as news, n.last_news as "lastNewsAt", n.usual as "usualHours",
      (select count(*)::integer from asked x where x.outlet_id = w.outlet_id and x.url = w.url
        and x.answered and x.started_at > n.last_news) as "answersSince",
      (select count(*)::integer from leads l where l.outlet_id = w.outlet_id
        and l.first_seen > n.last_news + interval '1 hour' and l.first_seen <= ${now}
        and l.via <> array[w.kind]) as "othersSince"
    from followed w join attempts a on a.outlet_id = w.outlet_id and a.url = w.url
      left join news n on n.outlet_id = w.outlet_id and n.kind = w.kind and n.url = w.url
    order by w.outlet_id, w.kind, w.url`.execute(db);
  return rows;
}

/** A feed's last reading against the days before it. */
export interface FeedSign {
  readonly outletId: string;
  readonly url: string;
  readonly entries: number;
  /** Share of entries with more than a headline, 0–1. */
  readonly textShare: number;
  readonly medianCharacters: number;
  /** Days before it that are compared with. */
  readonly days: number;
  readonly usualTextShare: number | null;
  readonly usualCharacters: number | null;
}

export async function feedSigns(db: Handle, { demo, now }: Asked): Promise<FeedSign[]> {
  const { rows } = await sql<FeedSign>`
    with shapes as (
      select f.*, f.with_text::float8 / greatest(f.entries, 1) as text_share,
        row_number() over (partition by f.outlet_id, f.url order by f.day desc) as place
      from feed_shapes f join sources s
          on s.outlet_id = f.outlet_id and s.url = f.url and s.kind = 'feed'
        join outlets o on o.id = f.outlet_id and o.demo = ${demo}
      where f.seen_at > ${now}::timestamptz - interval '21 days' and f.seen_at <= ${now}
    )
    select outlet_id as "outletId", url,
      min(entries) filter (where place = 1) as entries,
      min(text_share) filter (where place = 1) as "textShare",
      min(median_characters) filter (where place = 1) as "medianCharacters",
      (count(*) filter (where place > 1))::integer as days,
      percentile_cont(0.5) within group (order by text_share) filter (where place > 1)
        as "usualTextShare",
      percentile_cont(0.5) within group (order by median_characters) filter (where place > 1)
        as "usualCharacters"
    from shapes group by outlet_id, url order by outlet_id, url`.execute(db);
  return rows;
}

/** How surely articles were read in the last day, against the two weeks before. */
export interface ReadingSign {
  readonly outletId: string;
  readonly read: number;
  readonly confidence: number | null;
  readonly usualRead: number;
  readonly usualConfidence: number | null;
  /** Pages of which nothing could be read. */
  readonly failed: number;
  readonly usualFailed: number;
}

export async function readingSigns(db: Handle, { demo, now }: Asked): Promise<ReadingSign[]> {
  const isNow = sql`f.started_at > ${now}::timestamptz - interval '1 day'`;
  const { rows } = await sql<ReadingSign>`
    with pages as (
      select f.outlet_id, ${isNow} as is_now, v.confidence,
        coalesce(f.error_code like 'extract/%', false) as failed
      from fetches f left join item_versions v on v.fetch_id = f.id
      where f.kind = 'article' and f.started_at > ${now}::timestamptz - interval '15 days'
        and f.started_at <= ${now} and (v.fetch_id is not null or f.error_code like 'extract/%')
    )
    select p.outlet_id as "outletId",
      (count(*) filter (where is_now and not failed))::integer as read,
      percentile_cont(0.5) within group (order by confidence) filter (where is_now) as confidence,
      (count(*) filter (where not is_now and not failed))::integer as "usualRead",
      percentile_cont(0.5) within group (order by confidence) filter (where not is_now)
        as "usualConfidence",
      (count(*) filter (where is_now and failed))::integer as failed,
      (count(*) filter (where not is_now and failed))::integer as "usualFailed"
    from pages p join outlets o on o.id = p.outlet_id and o.demo = ${demo}
    group by p.outlet_id order by p.outlet_id`.execute(db);
  return rows;
}

/** How an outlet's frozen page read at its live address, when it was last asked for. */
export interface FrozenSign {
  readonly outletId: string;
  /** `none`, `as-frozen`, `differs` or `gone`. */
  readonly state: string;
  readonly url: string;
  /** Of the frozen paragraphs, 0–100. */
  readonly keptPercent: number;
  /** 1 where title or text stand elsewhere. */
  readonly moved: number;
}

/** From the results of the nightly crawls; a night on which nothing was learned changes nothing. */
export async function frozenSigns(db: Handle, { demo, now }: Asked): Promise<FrozenSign[]> {
  const { rows } = await sql<FrozenSign>`
    select distinct on (s.target) s.target as "outletId", s.result ->> 'frozen' as state,
      coalesce(s.result ->> 'frozenUrl', '') as url,
      coalesce((s.result ->> 'keptPercent')::integer, 0) as "keptPercent",
      coalesce((s.result ->> 'moved')::integer, 0) as moved
    from slots s join outlets o on o.id = s.target and o.demo = ${demo}
    where s.kind = 'crawl' and s.state in ('done', 'failed') and s.finished_at <= ${now}
      and s.finished_at > ${now}::timestamptz - interval '15 days'
      and s.result ->> 'frozen' <> 'unknown'
    order by s.target, s.finished_at desc`.execute(db);
  return rows;
}

/** Whether an outlet shuts us out. */
export interface BlockSign {
  readonly outletId: string;
  /** Block pages and captchas since the last page that was answered. */
  readonly guards: number;
  /** "Forbidden" and "too often" in the last day, of so many attempts. */
  readonly refusals: number;
  readonly asked: number;
  readonly lastAt: Date;
  readonly code: string;
}

/** Two weeks back: after a block we ask seldom, and the alarm must last until an answer comes. */
export async function blockSigns(db: Handle, { demo, now }: Asked): Promise<BlockSign[]> {
  const isNow = sql`f.started_at > ${now}::timestamptz - interval '1 day'`;
  const { rows } = await sql<BlockSign>`
    with pages as (
      select f.* from fetches f join outlets o on o.id = f.outlet_id and o.demo = ${demo}
      where f.kind <> 'look' and f.started_at > ${now}::timestamptz - interval '14 days'
        and f.started_at <= ${now}
    ),
    answers as (
      select outlet_id, max(started_at) as at from pages
      where outcome in ('ok', 'not-modified') and kind <> 'robots' group by outlet_id
    )
    select f.outlet_id as "outletId",
      (count(*) filter (where f.error_code = 'fetch/blocked'
        and (a.at is null or f.started_at > a.at)))::integer as guards,
      (count(*) filter (where ${isNow}
        and f.error_code in ('fetch/forbidden', 'fetch/rate-limited', 'fetch/blocked')))::integer
        as refusals,
      (count(*) filter (where ${isNow} and f.kind <> 'robots'))::integer as asked,
      max(f.started_at) filter (where f.error_code in ${blockCodes}) as "lastAt",
      (array_agg(f.error_code order by f.started_at desc)
        filter (where f.error_code in ${blockCodes}))[1] as code
    from pages f left join answers a on a.outlet_id = f.outlet_id
    group by f.outlet_id having bool_or(f.error_code in ${blockCodes})
    order by f.outlet_id`.execute(db);
  return rows;
}

const blockCodes = sql`('fetch/forbidden', 'fetch/rate-limited', 'fetch/blocked')`;

/** Looks at a front page that failed since the last good one. */
export interface HomepageSign {
  readonly outletId: string;
  readonly url: string;
  readonly failed: number;
  readonly firstFailedAt: Date;
  readonly lastFailedAt: Date;
  readonly fault: string;
}

export async function homepageSigns(db: Handle, { demo, now }: Asked): Promise<HomepageSign[]> {
  const { rows } = await sql<HomepageSign>`
    with looks as (
      select p.outlet_id, p.url, p.taken_at, p.fault,
        max(p.taken_at) filter (where p.fault is null)
          over (partition by p.outlet_id, p.url) as last_good
      from snapshots p join outlets o on o.id = p.outlet_id and o.demo = ${demo}
      where p.page_kind = 'front' and p.viewport = 'desktop' and p.taken_at <= ${now}
        and p.taken_at > ${now}::timestamptz - interval '3 days'
    )
    select outlet_id as "outletId", url, count(*)::integer as failed,
      min(taken_at) as "firstFailedAt", max(taken_at) as "lastFailedAt",
      (array_agg(fault order by taken_at desc))[1] as fault
    from looks where fault is not null and (last_good is null or taken_at > last_good)
    group by outlet_id, url order by outlet_id, url`.execute(db);
  return rows;
}

/** The ledger's row of the last day that is over. */
export interface DaySign {
  readonly outletId: string;
  readonly day: Day;
  readonly captured: number | null;
  readonly expected: number | null;
  readonly gap: GapReason | null;
}

/** A day is judged from six in the morning after it, when the nightly crawl has caught up. */
export async function daySigns(db: Handle, { demo, now }: Asked): Promise<DaySign[]> {
  const { rows } = await sql<DaySign>`
    select c.outlet_id as "outletId", c.day, c.captured, c.expected, c.gap
    from outlets o join coverage c on c.outlet_id = o.id and c.day = to_char(
      (${now}::timestamptz at time zone o.time_zone) - interval '30 hours', 'YYYY-MM-DD')
    where o.demo = ${demo} and exists (select from sources s where s.outlet_id = o.id)
    order by c.outlet_id`.execute(db);
  return rows;
}
