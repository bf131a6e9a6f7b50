import { backgrounds } from './bank/background.ts';
import type { ParagraphVariant, StoryKind } from './bank/parse.ts';
import { composeSentence, type Teller } from './compose.ts';
import type { Draft, DraftParagraph } from './model.ts';
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

/** The longer the outlet's reports, the more of the section's background they add. */
function widerPicture(telling: Telling, by: Teller): DraftParagraph[] {
  const { random } = by;
  const known = backgrounds[telling.kind.tags[0] ?? ''] ?? backgrounds[telling.kind.section];
  const count = Math.floor(telling.appetite * 3 * random.next() + telling.appetite * 0.75);
  if (!known || count === 0) return [];
  const chosen = random.shuffle(known.paragraphs).slice(0, count);
  const heading = random.pick(known.headings);
  const paragraphs = chosen.map((text) =>
    paragraph({ role: 'body', sentences: text.split(' // ') }, by),
  );
  if (count < 2) return paragraphs;
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
