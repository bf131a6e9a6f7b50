import type { EvidenceSentence, MentionField, NamedMention } from '../domain/index.ts';

/** Splits a text into sentences by UTF-16 offsets, end exclusive, in order. */
export type SentenceSplitter = (
  text: string,
) => readonly { readonly start: number; readonly end: number }[];

/** The same for texts of several languages, whose abbreviations differ: `vi`, `en`. */
export type LanguageSplitter = (text: string, language: string) => ReturnType<SentenceSplitter>;

/**
 * The sentences the public may see, title first and captions last: those with a mention of a
 * registered person. A mention that is uncertain opens no sentence, since it may be of someone
 * private; in a sentence that is shown anyway it is marked like the others.
 */
export function evidenceSentences(
  texts: Readonly<Record<MentionField, string>>,
  mentions: readonly NamedMention[],
  sentencesOf: SentenceSplitter,
): EvidenceSentence[] {
  const byField = Map.groupBy(mentions, ({ field }) => field);
  return (['title', 'text', 'caption'] as const).flatMap((field) => {
    const found = byField.get(field);
    if (!found) return [];
    const text = texts[field];
    const sentences = field === 'title' ? [{ start: 0, end: text.length }] : sentencesOf(text);
    return sentencesWith({ field, text, sentences }, found);
  });
}

interface Span {
  readonly start: number;
  readonly end: number;
}

function sentencesWith(
  given: { field: MentionField; text: string; sentences: readonly Span[] },
  mentions: readonly NamedMention[],
): EvidenceSentence[] {
  const { field, text, sentences } = given;
  const shown = mentions
    .filter((mention) => !mention.uncertain)
    .map((mention) => sentenceAround(mention, sentences));
  return joinOverlapping(shown).map(({ start, end }) => ({
    field,
    start,
    text: text.slice(start, end),
    marks: mentions
      .filter((mention) => mention.start >= start && mention.end <= end)
      .map((mention) => moveBy(mention, -start)),
  }));
}

/** From the sentence a mention begins in to the one it ends in: a splitter may cut a long title. */
function sentenceAround(mention: Span, sentences: readonly Span[]): Span {
  const touched = sentences.filter(({ start, end }) => start < mention.end && end > mention.start);
  return {
    start: Math.min(mention.start, ...touched.map((span) => span.start)),
    end: Math.max(mention.end, ...touched.map((span) => span.end)),
  };
}

function joinOverlapping(spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const span of spans.toSorted((one, other) => one.start - other.start)) {
    const last = joined.at(-1);
    if (last && span.start < last.end)
      joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else joined.push(span);
  }
  return joined;
}

function moveBy(mention: NamedMention, offset: number): NamedMention {
  return {
    ...mention,
    start: mention.start + offset,
    end: mention.end + offset,
    coreStart: mention.coreStart + offset,
    coreEnd: mention.coreEnd + offset,
  };
}
