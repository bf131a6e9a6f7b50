import { ColumnInchesError } from '../../domain/index.ts';
import type { ParagraphRole } from '../../domain/index.ts';

/** One way to write one paragraph; each sentence is a template. */
export interface ParagraphVariant {
  readonly role: ParagraphRole;
  readonly sentences: readonly string[];
}

/** A paragraph of the story: one of its variants is written, an optional one not always. */
export interface ParagraphSlot {
  readonly optional: boolean;
  readonly variants: readonly ParagraphVariant[];
}

/**
 * A kind of story with everything a newsroom needs to write it many times, never twice the same.
 */
export interface StoryKind {
  readonly id: string;
  readonly section: string;
  /** Letters of the outlets that write it: N(ewspaper), C(ity site), B(roadcaster). */
  readonly desks: string;
  /** How often it is chosen against others; 0 = only where the plan names it. */
  readonly weight: number;
  readonly importance: number;
  readonly tags: readonly string[];
  /** Cast letter → roles one of which plays it. */
  readonly cast: ReadonlyMap<string, readonly string[]>;
  /** Cast letters of the people it is about. */
  readonly subjects: readonly string[];
  readonly facts: readonly (readonly [string, string])[];
  readonly titles: readonly string[];
  readonly standfirsts: readonly string[];
  readonly slots: readonly ParagraphSlot[];
  readonly captions: readonly string[];
  readonly updates: readonly ParagraphVariant[];
}

interface Draft {
  head: Omit<
    StoryKind,
    'cast' | 'facts' | 'titles' | 'standfirsts' | 'slots' | 'captions' | 'updates' | 'subjects'
  >;
  cast: Map<string, readonly string[]>;
  subjects: string[];
  facts: [string, string][];
  titles: string[];
  standfirsts: string[];
  slots: { optional: boolean; variants: ParagraphVariant[] }[];
  captions: string[];
  updates: ParagraphVariant[];
}

function fault(line: string, mend: string): ColumnInchesError {
  return new ColumnInchesError({
    code: 'demo/bad-bank',
    verdict: 'stop-run',
    message: `The demo text bank (src/demo/bank) has a line that cannot be read: "${line}". ${mend}`,
    messageVietnamese: `Kho văn bản mô phỏng (src/demo/bank) có dòng không đọc được: "${line}". ${mend}`,
  });
}

function open(line: string): Draft {
  const [id, section, desks, weight, importance, tags] = line
    .slice(4)
    .split('|')
    .map((cell) => cell.trim());
  if (!id || !section || !desks || !weight || !importance || tags === undefined) {
    throw fault(line, 'Write "=== id | section | desks | weight | importance | tags".');
  }
  return {
    head: {
      id,
      section,
      desks,
      weight: Number(weight),
      importance: Number(importance),
      tags: tags.split(',').map((tag) => tag.trim()),
    },
    cast: new Map(),
    subjects: [],
    facts: [],
    titles: [],
    standfirsts: [],
    slots: [],
    captions: [],
    updates: [],
  };
}

function variant(text: string): ParagraphVariant {
  const role: ParagraphRole = text.startsWith('>')
    ? 'quote'
    : text.startsWith('##')
      ? 'subheading'
      : 'body';
  const sentences = text
    .replace(/^(>|##)\s*/, '')
    .split(' // ')
    .map((sentence) => sentence.trim());
  return { role, sentences };
}

/** `cast A*=chair,standing B=ward`: * marks whom the story is about. */
function addCast(draft: Draft, line: string): void {
  for (const entry of line.slice(5).trim().split(/\s+/)) {
    const match = /^([A-Z])(\*?)=(.+)$/.exec(entry);
    if (!match) throw fault(line, 'Write "cast A*=role,role B=role".');
    const [, letter, mark, roles] = match as unknown as [string, string, string, string];
    draft.cast.set(letter, roles.split(','));
    if (mark === '*') draft.subjects.push(letter);
  }
}

function addLine(draft: Draft, line: string): void {
  const rest = line.slice(2).trim();
  if (line.startsWith('cast ')) addCast(draft, line);
  else if (line.startsWith('@')) {
    const space = line.indexOf(' ');
    draft.facts.push([line.slice(1, space), line.slice(space + 1).trim()]);
  } else if (line.startsWith('T ')) draft.titles.push(rest);
  else if (line.startsWith('S ')) draft.standfirsts.push(rest);
  else if (line.startsWith('C ')) draft.captions.push(rest);
  else if (line.startsWith('U ')) draft.updates.push(variant(rest));
  else if (line.startsWith('P? ')) {
    draft.slots.push({ optional: true, variants: [variant(line.slice(3).trim())] });
  } else if (line.startsWith('P '))
    draft.slots.push({ optional: false, variants: [variant(rest)] });
  else if (line.startsWith('/ ')) {
    const slot = draft.slots.at(-1);
    if (!slot) throw fault(line, 'A variant ("/") must follow a paragraph ("P" or "P?").');
    slot.variants.push(variant(rest));
  } else throw fault(line, 'Lines start with ===, cast, @, T, S, P, P?, /, C or U.');
}

/** Reads the text bank's own short form; errors name the line. */
export function parseBank(text: string): StoryKind[] {
  const kinds: Draft[] = [];
  for (const raw of text.split('\n')) {
    const line = raw.trim();
    if (line === '') continue;
    if (line.startsWith('=== ')) kinds.push(open(line));
    else {
      const current = kinds.at(-1);
      if (!current) throw fault(line, 'The first line of a bank opens a story kind with "===".');
      addLine(current, line);
    }
  }
  return kinds.map(({ head, ...lists }) => ({ ...head, ...lists }));
}
