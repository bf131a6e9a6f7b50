import type {
  FirstPlace,
  IsoInstant,
  MentionField,
  MentionKind,
  ParagraphRole,
  PersonRole,
} from '../domain/index.ts';
import type { Draft, OutletId, PressArticle, Sentence, UncountedReason, Version } from './model.ts';
import { isoLocal } from './moment.ts';
import { countWords } from './words.ts';

/** A counted mention; UTF-16 offsets in the article's title or text. */
export interface TruthMention {
  readonly field: MentionField;
  readonly start: number;
  readonly end: number;
  readonly coreStart: number;
  readonly coreEnd: number;
  readonly surface: string;
  readonly personId: string;
  readonly kind: MentionKind;
  readonly postId: string | null;
  readonly former: boolean;
  /** Stands in a list of those present. */
  readonly inList: boolean;
}

/** Words that look like a mention and are none, or do not count, and why. */
export interface TruthUncounted {
  readonly field: MentionField;
  readonly start: number;
  readonly end: number;
  readonly surface: string;
  readonly reason: UncountedReason;
  readonly personId: string | null;
}

export interface TruthSentence {
  readonly field: MentionField;
  readonly start: number;
  readonly end: number;
  readonly words: number;
}

/** A person in one version of an article, from its counted mentions. */
export interface TruthPerson {
  readonly personId: string;
  readonly role: PersonRole;
  readonly mentions: number;
  /** Words of the text's sentences that mention the person; the headline is apart. */
  readonly words: number;
  /** Words of the headline where it mentions the person, else 0. */
  readonly headlineWords: number;
  /** Paragraphs of the text with a mention ÷ paragraphs. */
  readonly paragraphShare: number;
  readonly firstOffset: number | null;
  readonly firstPlace: FirstPlace;
  readonly fraction: number;
}

export interface TruthVersion {
  readonly at: IsoInstant;
  readonly change: Version['change'];
  readonly title: string;
  /** Standfirst and paragraphs joined by "\n"; no captions, whose offsets count in their own. */
  readonly text: string;
  readonly paragraphs: readonly { readonly text: string; readonly role: ParagraphRole }[];
  readonly captions: readonly string[];
  /** Words, characters (UTF-16) and paragraphs of the text, without headline. */
  readonly words: number;
  readonly characters: number;
  readonly pictures: number;
  readonly sentences: readonly TruthSentence[];
  readonly mentions: readonly TruthMention[];
  readonly uncounted: readonly TruthUncounted[];
  readonly persons: readonly TruthPerson[];
}

export interface TruthArticle {
  readonly id: string;
  readonly outletId: OutletId;
  readonly path: string;
  readonly section: string;
  readonly publishedAt: IsoInstant;
  /** False: no page, feed or sitemap says when it was published. */
  readonly dated: boolean;
  readonly storyId: string;
  readonly copyOf: string | null;
  readonly versions: readonly TruthVersion[];
}

interface Found {
  mentions: TruthMention[];
  uncounted: TruthUncounted[];
  sentences: TruthSentence[];
}

function note(sentence: Sentence, place: { field: MentionField; offset: number }, found: Found) {
  const { field, offset } = place;
  for (const { start, end, coreStart, coreEnd, ...rest } of sentence.spans) {
    found.mentions.push({
      field,
      start: offset + start,
      end: offset + end,
      coreStart: offset + coreStart,
      coreEnd: offset + coreEnd,
      surface: sentence.text.slice(start, end),
      ...rest,
    });
  }
  for (const { start, end, reason, personId } of sentence.uncounted) {
    const surface = sentence.text.slice(start, end);
    found.uncounted.push({
      field,
      start: offset + start,
      end: offset + end,
      surface,
      reason,
      personId,
    });
  }
  const end = offset + sentence.text.length;
  found.sentences.push({ field, start: offset, end, words: countWords(sentence.text) });
}

interface TextParagraph {
  readonly text: string;
  readonly role: ParagraphRole;
  readonly start: number;
}

function lay(draft: Draft, found: Found): TextParagraph[] {
  note(draft.title, { field: 'title', offset: 0 }, found);
  let offset = 0;
  return draft.paragraphs.map(({ role, sentences }) => {
    const start = offset;
    for (const sentence of sentences) {
      note(sentence, { field: 'text', offset }, found);
      offset += sentence.text.length + 1;
    }
    return { role, start, text: sentences.map(({ text }) => text).join(' ') };
  });
}

/** Captions in the order of the pictures, joined by line breaks as the analyzers join them. */
function layCaptions(draft: Draft, found: Found): void {
  let offset = 0;
  for (const caption of draft.captions) {
    note(caption, { field: 'caption', offset }, found);
    offset += caption.text.length + 1;
  }
}

function firstPlace(
  own: readonly TruthMention[],
  paragraphs: readonly TextParagraph[],
  length: number,
): FirstPlace {
  if (own.some(({ field }) => field === 'title')) return 'headline';
  const inText = own.filter(({ field }) => field === 'text');
  if (inText.length === 0) return 'caption-only';
  const first = Math.min(...inText.map(({ start }) => start));
  const body = paragraphs.filter(({ role }) => role !== 'standfirst');
  if (first < (body[0]?.start ?? 0)) return 'standfirst';
  if (first < (body[1]?.start ?? Number.POSITIVE_INFINITY)) return 'first-paragraph';
  return first * 3 < length ? 'first-third' : 'later';
}

/** Subject: whom the story was written about and who stands in its lead; listed: in lists only. */
function roleOf(about: boolean, own: readonly TruthMention[], place: FirstPlace): PersonRole {
  const leads = place === 'headline' || place === 'standfirst' || place === 'first-paragraph';
  if (about && leads) return 'subject';
  return own.every((mention) => mention.inList) ? 'listed' : 'mentioned';
}

function personTruth(
  personId: string,
  found: Found,
  context: { paragraphs: readonly TextParagraph[]; text: string; article: PressArticle },
): Omit<TruthPerson, 'fraction'> {
  const { paragraphs, text, article } = context;
  const own = found.mentions.filter((mention) => mention.personId === personId);
  const inText = own.filter(({ field }) => field === 'text');
  const holds = (from: number, to: number) =>
    inText.some(({ start }) => start >= from && start < to);
  const words = (field: MentionField) =>
    found.sentences
      .filter((sentence) => sentence.field === field)
      .filter(({ start, end }) =>
        own.some(
          (mention) => mention.field === field && mention.start >= start && mention.end <= end,
        ),
      )
      .reduce((sum, sentence) => sum + sentence.words, 0);
  const place = firstPlace(own, paragraphs, text.length);
  const withMention = paragraphs.filter(({ start, text: { length } }) =>
    holds(start, start + length + 1),
  );
  return {
    personId,
    role: roleOf(article.subjects.includes(personId), own, place),
    mentions: own.length,
    words: words('text'),
    headlineWords: words('title'),
    paragraphShare: withMention.length / paragraphs.length,
    firstOffset: inText.length > 0 ? Math.min(...inText.map(({ start }) => start)) : null,
    firstPlace: place,
  };
}

function versionTruth(article: PressArticle, version: Version): TruthVersion {
  const found: Found = { mentions: [], uncounted: [], sentences: [] };
  const { draft } = version;
  const paragraphs = lay(draft, found);
  layCaptions(draft, found);
  const text = paragraphs.map((paragraph) => paragraph.text).join('\n');
  const ids = [...new Set(found.mentions.map(({ personId }) => personId))];
  const persons = ids.map((id) => personTruth(id, found, { paragraphs, text, article }));
  return {
    at: isoLocal(version.atMs),
    change: version.change,
    title: draft.title.text,
    text,
    paragraphs: paragraphs.map(({ text: words, role }) => ({ text: words, role })),
    captions: draft.captions.map((caption) => caption.text),
    words: found.sentences
      .filter(({ field }) => field === 'text')
      .reduce((sum, sentence) => sum + sentence.words, 0),
    characters: text.length,
    pictures: article.pictures.length,
    ...found,
    persons: persons.map((person) => ({ ...person, fraction: 1 / ids.length })),
  };
}

/** What is true of an article, derived from the parts its sentences were made of. */
export function articleTruth(article: PressArticle): TruthArticle {
  return {
    id: article.id,
    outletId: article.outletId,
    path: article.path,
    section: article.section,
    publishedAt: isoLocal(article.publishedMs),
    dated: article.dated,
    storyId: article.storyId,
    copyOf: article.copyOf,
    versions: article.versions.map((version) => versionTruth(article, version)),
  };
}
