import { Gap } from '../text/prepare.ts';
import type { Announcement } from './announcement.ts';
import { afterBirth } from './facts.ts';
import type { FieldReading, OtherSpan } from './field-reader.ts';

/** A name as it stands in a text. */
export interface AnnouncedSpan {
  readonly reading: FieldReading;
  readonly announcement: Announcement;
}

/**
 * "Ông Nguyễn Văn A, chủ tiệm vàng", "(thợ lò …)", "- tài xế": what no office-holder is said to be.
 * But after "theo ông A, nông dân …" a new clause begins.
 */
export function isPrivateRoleAfter({ reading, announcement }: AnnouncedSpan, at: number): boolean {
  const { tokens, index } = reading;
  const { heads, context } = index.lexicon;
  const gap = tokens.gap[at] as number;
  const opensClause = (tokens.gap[announcement.from] as number) > Gap.join;
  if (gap <= Gap.join) {
    return opensClause && context.homesAfter.startingAt(tokens, at) !== null;
  }
  const isParted = gap === Gap.comma || gap === Gap.dash;
  const isAside = isParted && (opensClause || isClosedAside(reading, announcement.from, at));
  if (gap !== Gap.open && !isAside) return false;
  const said = afterBirth(reading, at);
  const head = heads.startingAt(tokens, said);
  if (head) return head.value.kind === 'role';
  return context.privateRoles.startingAt(tokens, said) !== null;
}

/** Longest aside. */
const maxAside = 8;

/**
 * "… nhắc tới ông A, nông dân trồng chè, ai cũng biết", "nạn nhân là ông A, ngư dân xã B.": an
 * aside though the name opens no clause. Not where the clause begins as "theo ông A, nông dân …".
 */
function isClosedAside(reading: FieldReading, name: number, from: number): boolean {
  const { tokens, index } = reading;
  const { breaks, context } = index.lexicon;
  const isSaidToBe = context.predicate.endingBefore(tokens, name) !== null;
  let clause = name;
  while (clause > 0 && (tokens.gap[clause] as number) <= Gap.join) clause--;
  if (!isSaidToBe && breaks.has(tokens.word[clause] as string)) return false;
  for (let at = from + 1; at <= Math.min(tokens.count, from + maxAside); at++) {
    const gap = tokens.gap[at] ?? Gap.stop;
    if (gap === Gap.comma) return true;
    if (gap > Gap.join) return isSaidToBe && gap === Gap.stop;
  }
  return false;
}

/**
 * "Một Nguyễn Văn A, hiệu trưởng", "Nguyễn Văn A khác": somebody who happens to be called so. But
 * "một Nguyễn Văn A quyết đoán" may be the one we know.
 */
export function isIndefinite(
  { reading, announcement }: AnnouncedSpan,
  { from, to }: OtherSpan,
): boolean {
  const { tokens, index } = reading;
  const { indefinite, another } = index.lexicon.context;
  if (announcement.from !== from) return false;
  if (another.startingAt(tokens, to) && (tokens.gap[to] as number) <= Gap.join) return true;
  if (indefinite.endingBefore(tokens, from) === null) return false;
  const { gap } = tokens;
  return announcement.after.length > 0 || gap[to] === Gap.comma || gap[to] === Gap.open;
}

/** Longest row of names after a colon, in syllables. */
const maxCast = 40;

/** "Diễn viên: A, B, C", "Khách mời: bác sĩ A và nông dân B": said of each name of the row. */
export function isCast(reading: FieldReading, from: number): boolean {
  const { tokens, index } = reading;
  const { heads, context } = index.lexicon;
  for (let at = from; at > Math.max(0, from - maxCast); at--) {
    const gap = tokens.gap[at] as number;
    if (gap === Gap.colon) {
      const head = heads.endingBefore(tokens, at, Gap.colon);
      if (head) return head.value.kind === 'role';
      return at < from && context.credits.endingBefore(tokens, at, Gap.colon) !== null;
    }
    if (gap > Gap.comma) return false;
    const isWord = at < from && tokens.letterCase[at] === 0;
    if (
      isWord &&
      !heads.startingAt(tokens, at) &&
      !index.lexicon.conjunctions.has(tokens.word[at] as string)
    )
      return false;
  }
  return false;
}
