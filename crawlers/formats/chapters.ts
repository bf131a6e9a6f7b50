// Chapters as people write them under a film: one time and one title a line.
import type { RundownEntry } from '../../src/domain/index.ts';

const LINE =
  /^[\s\-–—•*►▶([]{0,9}((?:\d{1,2}:)?\d{1,3}:\d{2})[\s)\]]{0,9}[\s:\-–—.|]{0,9}([^\s:\-–—.|].*)$/u;
/**
 * Whole titles of the part that announces the others: a report may begin with the same words
 * ("Giới thiệu nhân sự …").
 */
const HEADLINES =
  /^(?:(?:các )?tin chính|điểm tin(?: chính)?|(?:main )?headlines|tóm tắt|nội dung chính|mở đầu|giới thiệu|intro)(?: (?:(?:trong |của )?(?:bản tin|chương trình)|hôm nay))?[\s\p{P}]*$/iu;
const LEAST_CHAPTERS = 2;

/**
 * The chapters in a description, in its order; empty unless two lines or more begin with times
 * that rise. `durationSeconds` ends the last.
 */
export function parseChapters(text: string, durationSeconds: number | null = null): RundownEntry[] {
  const found: { title: string; startSeconds: number }[] = [];
  for (const line of text.normalize('NFC').split(/\r\n|[\n\r\u2028]|<br\s*\/?>/i)) {
    const [, clock, title] = LINE.exec(line) ?? [];
    if (clock === undefined || title === undefined) continue;
    const startSeconds = clock.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
    const before = found.at(-1);
    if (before && startSeconds <= before.startSeconds) continue;
    found.push({ title: title.replace(/\s+/gu, ' ').trim(), startSeconds });
  }
  if (found.length < LEAST_CHAPTERS) return [];
  return withLengths(
    found.map((one) => ({ ...one, seconds: null, url: null })),
    durationSeconds,
  );
}

/** Entries with their kind, and with lengths where the source leaves them to the next start. */
export function withLengths(
  entries: readonly Omit<RundownEntry, 'kind'>[],
  durationSeconds: number | null,
): RundownEntry[] {
  return entries.map((entry, index) => {
    const next = entries[index + 1]?.startSeconds ?? durationSeconds;
    const { startSeconds } = entry;
    const rest =
      startSeconds !== null && next !== null && next > startSeconds ? next - startSeconds : null;
    const kind = index === 0 && isHeadlines(entry.title) ? 'headlines' : 'report';
    return { ...entry, kind, seconds: entry.seconds ?? rest };
  });
}

/** Whether a title is that of the headlines read at the beginning. */
function isHeadlines(title: string): boolean {
  return HEADLINES.test(title.normalize('NFC').trim());
}
