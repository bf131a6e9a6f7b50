import {
  type AnalyzableItem,
  captionText,
  type ItemAnalysis,
  type MentionField,
  type Register,
} from '../src/domain/index.ts';
import {
  type Detection,
  detect,
  indexRegister,
  mentionsOf,
  type PreparedField,
  type RegisterIndex,
} from './detectors/index.ts';
import { type Language, languageFor, languages } from './languages/index.ts';
import { layoutOf } from './layout.ts';
import { measureItem } from './measures/index.ts';
import { type NamePosition, personsOf } from './persons.ts';
import { prepareText } from './text/prepare.ts';

/** Version of the method, printed on every figure. A change of any rule or measure raises it. */
export const methodVersion = '3';

/**
 * A register made ready for one language; the form without diacritics is made when first needed.
 */
interface CompiledRegister {
  readonly usual: RegisterIndex;
  plain: RegisterIndex | null;
}

const compiledRegisters = new WeakMap<Register, Map<Language, CompiledRegister>>();

function compiledFor(register: Register, language: Language): CompiledRegister {
  let byLanguage = compiledRegisters.get(register);
  if (!byLanguage) {
    byLanguage = new Map();
    compiledRegisters.set(register, byLanguage);
  }
  let compiled = byLanguage.get(language);
  if (!compiled) {
    compiled = { usual: indexRegister(register, language, false), plain: null };
    byLanguage.set(language, compiled);
  }
  return compiled;
}

/**
 * Everything the method says of one item: mentions (UTF-16 offsets in the NFC form of each field),
 * persons and
 * measures. Pure; the register is compiled on first use and kept as long as the object lives, so do
 * not change it. `known` are the plug-ins to choose from, the first for an unknown language.
 */
export function analyze(
  item: AnalyzableItem,
  register: Register,
  known: readonly Language[] = languages,
): ItemAnalysis {
  const language = languageFor(item.language, known);
  const detection = detect(item, prepareFields(item, register, language));
  const mentions = mentionsOf(detection);
  const layout = layoutOf(item, language);
  const persons = personsOf({
    mentions,
    layout,
    otherNames: otherPositions(detection),
    language,
  });
  const measures = measureItem({ item, layout, mentions, persons });
  return { id: item.id, methodVersion, language: language.id, mentions, persons, measures };
}

/** `analyze` with the register fixed and compiled at once: for streams. */
export function createAnalyzer(register: Register): (item: AnalyzableItem) => ItemAnalysis {
  compiledFor(register, languageFor(undefined));
  return (item) => analyze(item, register);
}

function prepareFields(
  item: AnalyzableItem,
  register: Register,
  language: Language,
): PreparedField[] {
  const compiled = compiledFor(register, language);
  const prepare = (field: MentionField, raw: string): PreparedField => {
    const prepared = prepareText(raw, compiled.usual.lexicon.prepare);
    if (!prepared.plain) return { field, prepared, index: compiled.usual };
    compiled.plain ??= indexRegister(register, language, true);
    return { field, prepared, index: compiled.plain };
  };
  const text = prepare('text', item.text);
  const caption = prepare('caption', captionText(item.pictures ?? []));
  // Captions without marks below a text with them are names of files: nobody wrote them to be read.
  const isFileName = caption.prepared.plain && !text.prepared.plain;
  return [prepare('title', item.title), text, ...(isFileName ? [] : [caption])];
}

function otherPositions(detection: Detection): NamePosition[] {
  return detection.others
    .filter(({ span }) => span.to - span.from >= 2)
    .map(({ reading, span }) => ({
      field: reading.field,
      start: reading.tokens.start[span.from] as number,
    }));
}
