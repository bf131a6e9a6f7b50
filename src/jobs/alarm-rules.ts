import type {
  BlockSign,
  DaySign,
  FeedSign,
  FrozenSign,
  HomepageSign,
  ReadingSign,
  SourceSign,
} from '../../db/index.ts';
import type { Trouble } from '../domain/index.ts';

// Pure: from what the stored attempts say to what a person should look at. METHOD.md has the rules
// in words.

const hourMs = 3_600_000;

/** What counts as trouble; the numbers stand in METHOD.md too. */
const alarmLimits = {
  /** A source without any answer for so long, hours, in so many attempts. */
  noAnswerHours: 24,
  noAnswerAttempts: 3,
  /** A source that answers and names nothing new: hours, and times its longest usual pause. */
  nothingNewHours: 24,
  nothingNewTimes: 2,
  /** Moments with something new that make a habit. */
  habitMoments: 5,
  /** A feed's days before, and which part of its usual text is "headlines only". */
  feedDays: 3,
  feedTextShare: 0.25,
  feedUsualCharacters: 60,
  /** Articles in the last day and before it that allow a comparison, and the fall that counts. */
  readNow: 5,
  readBefore: 20,
  confidenceFall: 0.15,
  failedShare: 0.3,
  /** Refusals in a day, of at least this share of what was asked. */
  refusals: 3,
  refusedShare: 0.5,
  /** Looks at a front page that failed one after another. */
  failedLooks: 4,
} as const;

/** Sources that broadcast name bulletins, not items: only their silence is watched. */
const namesItems: ReadonlySet<string> = new Set(['feed', 'sitemap', 'section', 'homepage']);

function hoursBetween(from: Date, until: Date): number {
  return Math.round((until.getTime() - from.getTime()) / hourMs);
}

/** A source that no longer answers, or answers and no longer says anything new. */
export function silentSource(sign: SourceSign, now: Date): Trouble | null {
  const { outletId, url } = sign;
  const about = { kind: 'silent-source', outletId, about: url } as const;
  const hours = hoursBetween(sign.lastAnswerAt ?? sign.firstAskedAt, now);
  const { noAnswerHours, noAnswerAttempts } = alarmLimits;
  if (hours >= noAnswerHours && sign.failedSince >= noAnswerAttempts) {
    const error = sign.errorCode ?? '';
    return { ...about, facts: { reason: 'no-answer', hours, attempts: sign.failedSince, error } };
  }
  const { lastNewsAt, usualHours, news, answersSince, othersSince, kind } = sign;
  const { nothingNewHours, nothingNewTimes, habitMoments } = alarmLimits;
  if (!namesItems.has(kind) || lastNewsAt === null || usualHours === null) return null;
  const silentHours = hoursBetween(lastNewsAt, now);
  const isLong = silentHours > Math.max(nothingNewHours, nothingNewTimes * usualHours);
  // Without an answer since, it is not the source that is silent.
  if (!isLong || news < habitMoments || answersSince < 2) return null;
  const usual = Math.round(usualHours);
  const facts = { reason: 'nothing-new', hours: silentHours, usualHours: usual };
  return { ...about, facts: { ...facts, others: othersSince } };
}

/** A feed that said more than headlines and no longer does. */
export function truncatedFeed(sign: FeedSign): Trouble | null {
  const { outletId, url, days, usualTextShare, usualCharacters } = sign;
  const { feedDays, feedTextShare, feedUsualCharacters } = alarmLimits;
  if (days < feedDays || usualTextShare === null || usualCharacters === null) return null;
  if (usualTextShare < 0.5 || usualCharacters < feedUsualCharacters || sign.entries === 0) {
    return null;
  }
  if (sign.medianCharacters >= feedTextShare * usualCharacters) return null;
  const facts = {
    characters: sign.medianCharacters,
    usualCharacters: Math.round(usualCharacters),
    entries: sign.entries,
  };
  return { kind: 'truncated-feed', outletId, about: url, facts };
}

/** Articles are read far less surely than before, or often not at all. */
export function redesignSuspected(sign: ReadingSign): Trouble | null {
  const { outletId, read, failed, usualRead, usualFailed, confidence, usualConfidence } = sign;
  const { readNow, readBefore, confidenceFall, failedShare } = alarmLimits;
  if (read + failed < readNow || usualRead < readBefore) return null;
  const fall = confidence === null || usualConfidence === null ? 0 : usualConfidence - confidence;
  const share = failed / (read + failed);
  const usualShare = usualFailed / (usualRead + usualFailed);
  const isUnsure = read >= readNow && fall >= confidenceFall;
  if (!isUnsure && !(share >= failedShare && share >= 3 * usualShare)) return null;
  // Where no page was read its confidence is unknown, not zero.
  const facts = {
    ...(confidence === null ? {} : { confidence: Math.round(confidence * 100) }),
    ...(usualConfidence === null ? {} : { usualConfidence: Math.round(usualConfidence * 100) }),
    failed,
    pages: read + failed,
  };
  return { kind: 'redesign-suspected', outletId, about: '', facts };
}

/** The newest frozen page reads otherwise at its live address than it was frozen. */
export function frozenPageDiffers(sign: FrozenSign): Trouble | null {
  const { outletId, state, url, keptPercent, moved } = sign;
  if (state !== 'differs') return null;
  const facts = { reason: 'frozen-page', keptPercent, moved };
  return { kind: 'redesign-suspected', outletId, about: url, facts };
}

/** The outlet shows a block page or captcha, or refuses most of what is asked. */
export function blocked(sign: BlockSign, now: Date): Trouble | null {
  const { outletId, guards, refusals, asked, lastAt, code } = sign;
  const { refusals: least, refusedShare } = alarmLimits;
  const isRefused = refusals >= least && refusals >= refusedShare * asked;
  if (guards === 0 && !isRefused) return null;
  const facts = { code, times: Math.max(guards, refusals), hours: hoursBetween(lastAt, now) };
  return { kind: 'blocked', outletId, about: '', facts };
}

/** No look at the front page has succeeded for a while. */
export function homepageFailing(sign: HomepageSign): Trouble | null {
  const { outletId, url, failed, fault, firstFailedAt, lastFailedAt } = sign;
  if (failed < alarmLimits.failedLooks) return null;
  const facts = { failed, fault, hours: hoursBetween(firstFailedAt, lastFailedAt) };
  return { kind: 'homepage-failing', outletId, about: url, facts };
}

/** The last whole day brought fewer items than could be expected, or nothing is known of it. */
export function belowExpected(sign: DaySign): Trouble | null {
  const { outletId, day, captured, expected, gap } = sign;
  const isShort = captured !== null && expected !== null && captured < expected;
  if (gap === null && !isShort) return null;
  // An outlet that comes just under its least for one item's sake is no alarm.
  if (gap === null && captured !== null && captured >= 0.9 * (expected ?? 0)) return null;
  const facts = {
    day,
    ...(captured === null ? {} : { captured }),
    ...(expected === null ? {} : { expected }),
    ...(gap === null ? {} : { gap }),
  };
  return { kind: 'below-expected', outletId, about: '', facts };
}
