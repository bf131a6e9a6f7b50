import { type AnalyzableItem, captionText, type MentionField } from '../src/domain/index.ts';
import type { Language } from './languages/index.ts';
import { composed } from './text/prepare.ts';
import {
  gluedStartOf,
  type SentenceRules,
  type SentenceSpan,
  splitSentences,
} from './text/sentences.ts';
import { countWords } from './text/words.ts';

/** A paragraph as UTF-16 offsets in the NFC text. */
export interface ParagraphSpan {
  readonly start: number;
  readonly end: number;
  readonly isStandfirst: boolean;
}

/** How an item is laid out: what lengths and places are measured on. All text is NFC. */
export interface ItemLayout {
  readonly title: string;
  readonly text: string;
  /** Captions joined by line breaks; no part of the text's length. */
  readonly caption: string;
  readonly paragraphs: readonly ParagraphSpan[];
  readonly sentences: Readonly<Record<MentionField, readonly SentenceSpan[]>>;
  /** Unicode words of the text and of the title. */
  readonly words: number;
  readonly titleWords: number;
  readonly captions: readonly string[];
}

const rulesByLanguage = new WeakMap<Language, SentenceRules>();

/** Sentence rules of a language, made once. */
export function sentenceRules(language: Language): SentenceRules {
  const known = rulesByLanguage.get(language);
  if (known) return known;
  const rules = {
    abbreviations: new Set(language.abbreviations),
    gluedStart: gluedStartOf(language.gluedStarts),
  };
  rulesByLanguage.set(language, rules);
  return rules;
}

/** Reads the layout of an item. */
export function layoutOf(item: AnalyzableItem, language: Language): ItemLayout {
  const title = composed(item.title);
  const text = composed(item.text);
  const caption = captionText(item.pictures ?? []);
  const rules = sentenceRules(language);
  return {
    title,
    text,
    caption,
    paragraphs: paragraphsOf(item, text),
    sentences: {
      title: splitSentences(title, rules),
      text: splitSentences(text, rules),
      caption: splitSentences(caption, rules),
    },
    words: countWords(text),
    titleWords: countWords(title),
    captions: (item.pictures ?? []).flatMap(({ caption }) => (caption === null ? [] : [caption])),
  };
}

function paragraphsOf(item: AnalyzableItem, text: string): ParagraphSpan[] {
  const standfirst = item.paragraphs
    ?.find(({ role }) => role === 'standfirst')
    ?.text.normalize('NFC')
    .trim();
  const spans: ParagraphSpan[] = [];
  for (const match of text.matchAll(/[^\n]+/g)) {
    if (match[0].trim() === '') continue;
    const isStandfirst =
      spans.length === 0 && standfirst !== undefined && match[0].trim() === standfirst;
    spans.push({ start: match.index, end: match.index + match[0].length, isStandfirst });
  }
  return spans;
}

/** Spans in which at least one of the offsets falls. Both are in order. */
export function spansWith<T extends { readonly start: number; readonly end: number }>(
  spans: readonly T[],
  offsets: readonly number[],
): T[] {
  return spans.filter(({ start, end }) =>
    offsets.some((offset) => start <= offset && offset < end),
  );
}
