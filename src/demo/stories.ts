import { backgrounds, placeBackgrounds } from './bank/background.ts';
import type { ParagraphVariant, StoryKind } from './bank/parse.ts';
import { composeSentence, type Teller } from './compose.ts';
import type { Draft, DraftParagraph, Sentence } from './model.ts';
import { type CastRole, castAt, type Handover, type OfficeHolder } from './people.ts';
import { randomFor, type Random } from './random.ts';

/** What one newsroom tells of one story at one time. */
export interface Telling {
  readonly kind: StoryKind;
  readonly facts: ReadonlyMap<string, string>;
  readonly cast: ReadonlyMap<string, OfficeHolder>;
  readonly publishedMs: number;
  readonly handover: Handover;
  readonly dated: boolean;
  /** 0–1: how many of the optional paragraphs it takes. */
  readonly appetite: number;
  /** Names the random draws: the same again gives the same text. */
  readonly seed: string;
}

const understudies: readonly CastRole[] = ['vice-farm', 'deputy', 'council', 'vice-city', 'health'];

/** Chooses who plays in a story; nobody plays twice. */
export function castStory(
  kind: StoryKind,
  random: Random,
  time: { readonly publishedMs: number; readonly handover: Handover },
): Map<string, OfficeHolder> {
  const cast = new Map<string, OfficeHolder>();
  const taken = new Set<string>();
  for (const [letter, roles] of kind.cast) {
    const wanted = [...random.shuffle(roles as readonly CastRole[]), ...understudies];
    const holders = wanted.map((role) => castAt(role, time.publishedMs, time.handover));
    const holder = holders.find((candidate) => !taken.has(candidate.id)) ?? holders[0];
    if (!holder) continue;
    taken.add(holder.id);
    cast.set(letter, holder);
  }
  return cast;
}

function teller(telling: Telling, random: Random): Teller {
  return {
    random,
    publishedMs: telling.publishedMs,
    handover: telling.handover,
    dated: telling.dated,
    zone: 'title',
    introduced: new Set(),
    lastForm: null,
    facts: telling.facts,
    cast: telling.cast,
  };
}

function paragraph(variant: ParagraphVariant, by: Teller): DraftParagraph {
  return {
    role: variant.role,
    sentences: variant.sentences.map((template) => composeSentence(template, by)),
  };
}

/** A headline; `again` asks for another one than the first. */
export function composeTitle(telling: Telling, again = 0): Draft['title'] {
  const random = randomFor(telling.seed, 'title', again);
  return composeSentence(random.pick(telling.kind.titles), teller(telling, random));
}

/** A paragraph whose figures and turns depend on what it is about, not on who writes when. */
function settled(text: string, about: string, by: Teller): DraftParagraph {
  const random = randomFor('background', text, about);
  return paragraph({ role: 'body', sentences: text.split(' // ') }, { ...by, random });
}

/** The longer the outlet's reports, the more they say of the place and the province behind them. */
function widerPicture(telling: Telling, by: Teller): DraftParagraph[] {
  const { random } = by;
  const { kind, facts, appetite } = telling;
  const place = facts.get('xa');
  const ofPlace = place ? Math.floor(appetite * 3.2 * random.next()) : 0;
  const known = backgrounds[kind.tags[0] ?? ''] ?? backgrounds[kind.section];
  const ofProvince = known && random.chance(appetite * 0.45) ? 1 : 0;
  const paragraphs = random
    .shuffle(placeBackgrounds)
    .slice(0, ofPlace)
    .map((text) => settled(text, place ?? '', by));
  for (const text of random.shuffle(known?.paragraphs ?? []).slice(0, ofProvince)) {
    paragraphs.push(settled(text, 'Sông Thanh', by));
  }
  if (paragraphs.length < 2 || !known) return paragraphs;
  const heading = random.pick(known.headings);
  return [paragraph({ role: 'subheading', sentences: [heading] }, by), ...paragraphs];
}

/** Writes the article: headline, standfirst, paragraphs, captions. */
export function composeDraft(telling: Telling): Draft {
  const { kind } = telling;
  const random = randomFor(telling.seed, 'text');
  const by = teller(telling, random);
  by.zone = 'standfirst';
  const standfirst = random.pick(kind.standfirsts).split(' // ');
  const paragraphs: DraftParagraph[] = [
    {
      role: 'standfirst',
      sentences: standfirst.map((template) => composeSentence(template, by)),
    },
  ];
  by.zone = 'body';
  for (const slot of kind.slots) {
    const keep = !slot.optional || random.chance(telling.appetite);
    const variant = random.pick(slot.variants);
    if (keep) paragraphs.push(paragraph(variant, by));
  }
  paragraphs.push(...widerPicture(telling, by));
  by.zone = 'caption';
  const captions = random
    .shuffle(kind.captions)
    .slice(0, random.int(1, 2))
    .map((template) => composeSentence(template, by));
  return { title: composeTitle(telling), paragraphs, captions };
}

/** New place of the tone mark → old place: "ủy" → "uỷ". */
const toneMarks: Readonly<Record<string, string>> = {
  òa: 'oà',
  óa: 'oá',
  ỏa: 'oả',
  õa: 'oã',
  ọa: 'oạ',
  òe: 'oè',
  óe: 'oé',
  ỏe: 'oẻ',
  õe: 'oẽ',
  ọe: 'oẹ',
  ùy: 'uỳ',
  úy: 'uý',
  ủy: 'uỷ',
  ũy: 'uỹ',
  ụy: 'uỵ',
  Ủy: 'Uỷ',
};

function oldTones(sentence: Sentence): Sentence {
  const pairs = /[òóỏõọ][ae]|[ùúủũụỦ]y/g;
  const text = sentence.text.replace(pairs, (pair) => toneMarks[pair] ?? pair);
  return { ...sentence, text };
}

/** The house style of the broadcaster: tone marks the old way, "Tỉnh uỷ", "hoà"; nothing moves. */
export function inOldTones(draft: Draft): Draft {
  return {
    title: oldTones(draft.title),
    paragraphs: draft.paragraphs.map((entry) => ({
      ...entry,
      sentences: entry.sentences.map(oldTones),
    })),
    captions: draft.captions.map(oldTones),
  };
}

/** The paragraph a newsroom adds later in the day; null where the story has none. */
export function composeUpdate(telling: Telling, draft: Draft): DraftParagraph | null {
  const random = randomFor(telling.seed, 'update');
  if (telling.kind.updates.length === 0) return null;
  const by = teller(telling, random);
  by.zone = 'body';
  const spans = draft.paragraphs
    .filter(({ role }) => role !== 'standfirst')
    .flatMap(({ sentences }) => sentences.flatMap((sentence) => sentence.spans));
  for (const span of spans) if (span.kind !== 'title-only') by.introduced.add(span.personId);
  return paragraph(random.pick(telling.kind.updates), by);
}
