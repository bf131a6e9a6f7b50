import { Gap } from '../text/prepare.ts';
import type { FieldReading, OtherSpan } from './field-reader.ts';
import type { AnnouncedSpan } from './private-person.ts';

/** Longest words for whose name it is: "của ông Sáu Cò". */
const maxOwner = 5;

/** "Tên thật của ông là Nguyễn Văn A": of somebody known by another name. */
export function isRealName(
  { reading: { tokens, index }, announcement }: AnnouncedSpan,
  { from }: OtherSpan,
): boolean {
  if (announcement.from !== from) return false;
  const { realNames, copulas } = index.lexicon.context;
  if (realNames.endingBefore(tokens, from)) return true;
  const copula = copulas.endingBefore(tokens, from);
  if (copula === null) return false;
  for (let at = copula.from; at > Math.max(0, copula.from - maxOwner); at--) {
    if ((tokens.gap[at] as number) > Gap.join) return false;
    if (realNames.endingBefore(tokens, at)) return true;
  }
  return false;
}

/**
 * What an office-holder may have been too, but seldom is called without a post: "Trọng tài là ông
 * A", "ông A là thợ rèn", "A, cựu tiền vệ".
 */
export function isOfTrade({ reading, announcement }: AnnouncedSpan, { to }: OtherSpan): boolean {
  return (
    isTradesName(reading, announcement.from) ||
    isSaidToFollow(reading, announcement.from, to) ||
    isFormerTrade(reading, to)
  );
}

/** A trade, not a part that anyone may play in an event. */
function tradeAt({ tokens, index }: FieldReading, at: number) {
  const head = index.lexicon.heads.startingAt(tokens, at);
  if (head?.value.kind !== 'role') return null;
  return index.lexicon.context.eventRoles.startingAt(tokens, at) ? null : head;
}

/** Longest subject before "là", in syllables. */
const maxSubject = 7;

/** "Trọng tài chính trận này là ông A": a trade opens the clause. */
function isTradesName(reading: FieldReading, name: number): boolean {
  const { tokens, index } = reading;
  const { breaks, context } = index.lexicon;
  const copula = context.copulas.endingBefore(tokens, name);
  if (copula === null) return false;
  let from = copula.from;
  while (from > 0 && from > copula.from - maxSubject && (tokens.gap[from] as number) <= Gap.join)
    from--;
  const trade = (tokens.gap[from] as number) > Gap.join ? tradeAt(reading, from) : null;
  // "Trận này": what points at the subject stands last in it.
  const subject = trade && tokens.word.slice(trade.to, copula.from - 1);
  return subject?.every((word) => !breaks.has(word)) === true;
}

/** "Ông A là thợ rèn", where the name opens its clause. */
function isSaidToFollow(reading: FieldReading, from: number, to: number): boolean {
  const { tokens, index } = reading;
  if ((tokens.gap[from] as number) <= Gap.join || (tokens.gap[to] ?? Gap.stop) > Gap.join)
    return false;
  const copula = index.lexicon.context.copulas.startingAt(tokens, to);
  return copula !== null && tradeAt(reading, copula.to) !== null;
}

/** "A, cựu tiền vệ tuyển quốc gia". */
function isFormerTrade(reading: FieldReading, at: number): boolean {
  const { tokens, index } = reading;
  const gap = tokens.gap[at] ?? Gap.stop;
  if (gap !== Gap.comma && gap !== Gap.dash && gap !== Gap.open) return false;
  const former = index.lexicon.context.former.startingAt(tokens, at);
  return former !== null && tradeAt(reading, former.to) !== null;
}
