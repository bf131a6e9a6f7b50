import { ColumnInchesError } from '../domain/index.ts';
import type { Sentence, Span, UncountedSpan } from './model.ts';
import {
  fishermanNamesake,
  institutionOf,
  type OfficeHolder,
  sharedName,
  sharedNameIds,
  streetNamesake,
} from './people.ts';
import { choose, numberFact } from './numbers.ts';
import { type Form, type Part, refer, type Situation } from './refer.ts';

/** What a story's sentences are filled with. */
export interface Teller extends Situation {
  readonly facts: ReadonlyMap<string, string>;
  /** Cast letters of the story: `A` → person. */
  readonly cast: ReadonlyMap<string, OfficeHolder>;
}

const forms: readonly Form[] = [
  'auto',
  'full',
  'titled',
  'short',
  'title',
  'appos',
  'plain',
  'list',
  'chain',
  'pred',
  'hon',
];

const traps: Readonly<Record<string, () => Part>> = {
  'inst.chair': () => institution('chair'),
  'inst.council': () => institution('council'),
  'inst.secretary': () => institution('secretary'),
  'amb.vice': () => ({
    text: 'Phó Chủ tịch UBND tỉnh',
    uncounted: { reason: 'ambiguous-title', personId: null },
  }),
  'amb.name': () => ({
    text: `ông ${sharedName}`,
    uncounted: { reason: 'ambiguous-name', personId: sharedNameIds[0] as string },
  }),
  'pred.standing': () => ({
    text: 'Phó Chủ tịch Thường trực UBND tỉnh',
    uncounted: { reason: 'predicate', personId: null },
  }),
  street: () => ({
    text: `đường ${streetNamesake.name}`,
    uncounted: { reason: 'street', personId: streetNamesake.id },
  }),
  fisherman: () => ({
    text: `anh ${fishermanNamesake.name}`,
    uncounted: { reason: 'private-namesake', personId: fishermanNamesake.id },
  }),
};

function institution(role: 'chair' | 'council' | 'secretary'): Part {
  return { text: institutionOf(role), uncounted: { reason: 'institutional', personId: null } };
}

function partsOf(slot: string, teller: Teller): Part[] {
  const fact = teller.facts.get(slot);
  if (fact !== undefined) return [{ text: fact }];
  if (slot.startsWith('#')) return [{ text: numberFact(slot, teller.random) }];
  const trap = traps[slot];
  if (trap) return [trap()];
  const [letter = '', form = 'auto'] = slot.split('.');
  const holder = teller.cast.get(letter);
  if (!holder || !forms.includes(form as Form)) {
    throw new ColumnInchesError({
      code: 'demo/unknown-slot',
      verdict: 'stop-run',
      message: `The demo text bank uses {${slot}}, which is no fact and no person of its story; declare it with @ or "cast" in src/demo/bank.`,
      messageVietnamese: `Kho văn bản mô phỏng dùng {${slot}}, không phải dữ kiện cũng không phải nhân vật của câu chuyện; khai báo bằng @ hoặc "cast" trong src/demo/bank.`,
    });
  }
  return refer(holder, form as Form, teller);
}

class Builder {
  text = '';
  readonly spans: Span[] = [];
  readonly uncounted: UncountedSpan[] = [];

  append(part: Part): void {
    // An apposition's closing comma gives way to whatever mark follows.
    if (this.text.endsWith(',') && /^[,.;:!?”)–]/.test(part.text))
      this.text = this.text.slice(0, -1);
    const start = this.text.length;
    this.text += part.text;
    const end = this.text.length;
    if (part.mention) {
      const { coreStart, coreEnd, ...mention } = part.mention;
      const core = { coreStart: start + coreStart, coreEnd: start + coreEnd };
      this.spans.push({ start, end, ...core, inList: false, ...mention });
    }
    if (part.uncounted) this.uncounted.push({ start, end, ...part.uncounted });
  }

  sentence(): Sentence {
    const text = this.text.replace(
      /^([“"(]?)(\p{Ll})/u,
      (_, quote: string, letter: string) => quote + letter.toLocaleUpperCase('vi'),
    );
    return { text, spans: this.spans, uncounted: this.uncounted };
  }
}

/** Turns one template into a sentence: choices made, facts and people filled in, truth kept. */
export function composeSentence(template: string, teller: Teller): Sentence {
  const text = choose(template, (options) => teller.random.pick(options)).trim();
  const builder = new Builder();
  for (const piece of text.split(/(\{[^}]{1,99}\})/)) {
    if (piece === '') continue;
    if (!piece.startsWith('{')) builder.append({ text: piece });
    else for (const part of partsOf(piece.slice(1, -1), teller)) builder.append(part);
  }
  return builder.sentence();
}
