import {
  demoIsShown,
  digestContent,
  dataExtent,
  type Handle,
  inSnapshot,
  loadDigest,
  saveDigest,
} from '../../../db/index.ts';
import type { Day, DigestContent, DigestLetter } from '../../domain/index.ts';
import type { Language } from '../charts/index.ts';
import { type ContentParts, gatherContent } from './content.ts';
import { letterModel } from './model.ts';
import { renderLetter } from './render.ts';
import { lastWeek, mondayOf, periodOfWeek } from './week.ts';

/** What letters are written with. */
export interface WriteParts extends ContentParts {
  readonly now: () => Date;
  /** Where readers reach the pages, for the letters' links. */
  readonly origin: string;
}

export const letterLanguages: readonly Language[] = ['vi', 'en'];

/** Which week is meant where none is said: the last one that is over, of the world on screen. */
export async function weekMeant(db: Handle, parts: WriteParts): Promise<Day> {
  const last = lastWeek(parts.now(), parts.timeZone);
  if (!(await demoIsShown(db))) return last;
  const extent = await dataExtent(db, true);
  if (extent === null || periodOfWeek(last).to <= extent.to) return last;
  // The example's clock stands still: its last whole week, or the week it ends in.
  const monday = mondayOf(extent.to);
  return periodOfWeek(monday).to <= extent.to ? monday : lastWholeWeek(monday, extent.from);
}

function lastWholeWeek(monday: Day, first: Day): Day {
  const before = mondayOf(dayBefore(monday));
  return before < mondayOf(first) ? monday : before;
}

function dayBefore(day: Day): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

/** The figures of a week's letter: the kept ones, else as they are now. */
export async function contentOf(
  db: Handle,
  week: Day,
  parts: WriteParts,
): Promise<{ readonly content: DigestContent; readonly isKept: boolean }> {
  const demo = await demoIsShown(db);
  const kept = await digestContent(db, { demo, week });
  if (kept !== null) return { content: kept, isKept: true };
  const content = await inSnapshot(db, (now) => gatherContent(now, { week, demo }, parts));
  return { content, isKept: false };
}

/** Keeps a week's letter in both languages; figures of a kept letter never change. */
export async function keepLetter(
  db: Handle,
  week: Day,
  parts: WriteParts,
): Promise<{ readonly content: DigestContent; readonly isNew: boolean }> {
  const { content, isKept } = await contentOf(db, week, parts);
  const writtenAt = parts.now().toISOString();
  for (const language of letterLanguages) {
    const known = await loadDigest(db, { demo: content.demo, week, language });
    if (known) continue;
    const { subject, finding } = letterModel(content, { language, origin: parts.origin });
    await saveDigest(db, { week, language, subject, finding, content, writtenAt });
  }
  // Two machines may have written at once: the first one's figures are what everyone gets.
  const stored = (await digestContent(db, { demo: content.demo, week })) ?? content;
  return { content: stored, isNew: !isKept };
}

/** A letter as the web shows it: pictures by address, nobody's own link. */
export function webLetter(
  content: DigestContent,
  language: Language,
  origin: string,
): Promise<DigestLetter> {
  const pictureAt = (name: string) => `/digest/${content.week}/${language}/${name}`;
  return renderLetter(content, { language, origin, pictureAt, leaveAt: null });
}

const leavePlace = 'https://leave.invalid/here';

/** Letters ready to send: written once a language, each reader's own link put in at the end. */
export function lettersToSend(
  content: DigestContent,
  origin: string,
): (language: Language, leaveAt: string) => Promise<DigestLetter> {
  const letters = new Map<Language, Promise<DigestLetter>>();
  const pictureAt = (name: string) => `cid:${name}`;
  const write = (language: Language) => {
    const letter = renderLetter(content, { language, origin, pictureAt, leaveAt: leavePlace });
    letters.set(language, letter);
    return letter;
  };
  return async (language, leaveAt) => {
    const letter = await (letters.get(language) ?? write(language));
    const put = (text: string) => text.replaceAll(leavePlace, leaveAt);
    return { ...letter, html: put(letter.html), text: put(letter.text) };
  };
}
