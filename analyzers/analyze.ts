import type { AnalyzableItem, ItemAnalysis, Register } from '../src/domain/index.ts';
import { detect } from './detectors/item-detector.ts';
import { mentionsOf } from './detectors/mentions.ts';
import { indexRegister, type RegisterIndex } from './detectors/register-index.ts';
import { type Language, languageFor } from './languages/index.ts';
import { prepareText } from './text/prepare.ts';

/** Version of the method, printed on every figure. */
export const methodVersion = '1.0.0';

interface CompiledRegister {
  readonly usual: RegisterIndex;
  plain: RegisterIndex | null;
}

const compiled = new WeakMap<Register, Map<string, CompiledRegister>>();

function compiledFor(register: Register, language: Language): CompiledRegister {
  const byLanguage = compiled.get(register) ?? new Map<string, CompiledRegister>();
  compiled.set(register, byLanguage);
  const known = byLanguage.get(language.id);
  if (known) return known;
  const made = { usual: indexRegister(register, language, false), plain: null };
  byLanguage.set(language.id, made);
  return made;
}

export function analyze(item: AnalyzableItem, register: Register): ItemAnalysis {
  const language = languageFor(item.language);
  const register_ = compiledFor(register, language);
  const options = register_.usual.lexicon.prepare;
  const fields = (['title', 'text'] as const).map((field) => {
    const prepared = prepareText(item[field], options);
    if (prepared.plain) register_.plain ??= indexRegister(register, language, true);
    return { field, prepared, index: prepared.plain && register_.plain ? register_.plain : register_.usual };
  });
  const detection = detect(item, fields);
  const mentions = mentionsOf(detection);
  return { id: item.id, methodVersion, language: language.id, mentions, persons: [], measures: [] };
}
