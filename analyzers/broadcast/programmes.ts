import type {
  BroadcastMedium,
  BroadcastRules,
  ListedProgramme,
  ProgrammeKind,
} from '../../src/domain/index.ts';

/*
 * Words by which stations name their programmes. Letters must end where the word ends: "tin" is no
 * part of "tinh". An outlet's file adds to these rules or takes from them.
 */
const word = (alternatives: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives})(?![\\p{L}\\p{N}])`, 'iu');

const NEWS = word(
  'thời sự|bản tin|tin tức|điểm tin|tin nhanh|tin sáng|tin trưa|tin chiều|tin tối|tin trong nước|' +
    'tin quốc tế|tin thế giới|chuyển động(?: \\d+ ?[hg])?|chào ngày mới|chào buổi sáng|' +
    'ngày mới|việt nam hôm nay|60 giây|news|bulletin|headlines',
);
/** News only in name: weather, markets, teleshopping, traffic hints. */
const NOT_NEWS = word(
  'thời tiết|thị trường|giá cả|mua sắm|thể thao|giao thông|chứng khoán|dự báo|phim|ca nhạc|ký sự',
);
const RELAY = word(
  'tiếp (?:chuyển )?(?:sóng|âm|phát)|tiếp chuyển|chuyển tiếp|trực tiếp từ đài|relay(?:ed)?',
);
const REPEAT = word('phát lại|chiếu lại|phát sóng lại|repeat|rerun|p ?/ ?l|\\(pl\\)');
const REPEAT_MARK =
  /\s{0,9}[([–—-]?\s{0,9}(?:phát lại|chiếu lại|phát sóng lại|repeat|rerun|PL)\s{0,9}[)\]]?\s{0,9}:?\s{0,9}/iu;
const RADIO = word('phát thanh|radio|fm|am|vov\\d?|đài tiếng nói');

/** Compiled rules of one outlet. */
export interface ProgrammeRules {
  readonly news: readonly RegExp[];
  readonly notNews: readonly RegExp[];
  readonly relays: readonly RegExp[];
  readonly channels: NonNullable<BroadcastRules['channels']>;
  readonly medium: BroadcastMedium | null;
}

/** An outlet's own rules with the defaults; the outlet's word counts before them. */
export function programmeRules(rules: BroadcastRules = {}): ProgrammeRules {
  const compile = (sources: readonly string[] = []) =>
    sources.map((source) => new RegExp(source, 'iu'));
  return {
    news: compile(rules.news),
    notNews: compile(rules.notNews),
    relays: compile(rules.relays),
    channels: rules.channels ?? [],
    medium: rules.medium ?? null,
  };
}

/** What a programme is: news or not, its own or taken over, a first airing or a repeat. */
export function programmeKind(
  { title, channel, saidRepeat }: Pick<ListedProgramme, 'title' | 'channel' | 'saidRepeat'>,
  rules: ProgrammeRules,
): ProgrammeKind {
  const some = (patterns: readonly RegExp[]) => patterns.some((pattern) => pattern.test(title));
  const isRelay = some(rules.relays) || RELAY.test(title);
  const isNamedNews = NEWS.test(title) && !isOnlyNamedNews(title);
  return {
    medium: mediumOf(channel, rules),
    isNews: !isRelay && !some(rules.notNews) && (some(rules.news) || isNamedNews),
    isRelay,
    isRepeat: saidRepeat || REPEAT.test(title),
    workTitle: workTitle(title),
  };
}

/** "Bản tin thời tiết" is weather; "Thời sự – Thời tiết" is news with weather after it. */
function isOnlyNamedNews(title: string): boolean {
  const other = NOT_NEWS.exec(title);
  if (!other) return false;
  const before = title.slice(0, other.index);
  return !(NEWS.test(before) && /[-–—,:;/&]|\bvà\b/u.test(before));
}

function mediumOf(channel: string, rules: ProgrammeRules): BroadcastMedium {
  const known = rules.channels.find(({ id, name }) => id === channel || name === channel);
  return known?.medium ?? rules.medium ?? (RADIO.test(channel) ? 'radio' : 'television');
}

/** A title without what says repeat, in one case: two airings of one work share it. */
function workTitle(title: string): string {
  const bare = title.replace(REPEAT_MARK, ' ');
  return bare
    .replace(/[\s"“”()[\].:–—-]+/gu, ' ')
    .trim()
    .toLocaleLowerCase('vi');
}

/** Days back within which a repeat's first airing is looked for. */
const repeatWithinMs = 7 * 86_400_000;

/** A programme as far as it matters for finding its first airing; in order of time. */
export interface AiredProgramme {
  readonly id: string;
  readonly startMs: number;
  readonly medium: BroadcastMedium;
  readonly workTitle: string;
  readonly isRepeat: boolean;
}

/**
 * First airing of every programme that is called a repeat: the last one before it within seven days
 * with the same title in the same medium that is none itself, on any channel of the outlet. Ids
 * that are not in the answer have none that is known.
 */
export function firstAirings(programmes: readonly AiredProgramme[]): ReadonlyMap<string, string> {
  const lastFirst = new Map<string, AiredProgramme>();
  const found = new Map<string, string>();
  for (const programme of programmes) {
    const work = `${programme.medium} ${programme.workTitle}`;
    if (!programme.isRepeat) lastFirst.set(work, programme);
    else {
      const first = lastFirst.get(work);
      if (first && programme.startMs - first.startMs <= repeatWithinMs) {
        found.set(programme.id, first.id);
      }
    }
  }
  return found;
}
