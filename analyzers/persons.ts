import type { FirstPlace, Mention, PersonInItem, PersonRole } from '../src/domain/index.ts';
import { type ItemLayout, spansWith } from './layout.ts';
import { countWords } from './text/words.ts';

/** A sentence with this many registered or other names is an attendance list. */
const listLength = 4;

export interface NamePosition {
  readonly field: 'title' | 'text';
  readonly start: number;
}

export interface PersonsInput {
  readonly mentions: readonly Mention[];
  readonly layout: ItemLayout;
  /** Names of people not in the register: only their number in a sentence is used. */
  readonly otherNames: readonly NamePosition[];
}

/** Each person of an item, from counted mentions; in order of first mention. */
export function personsOf(input: PersonsInput): PersonInItem[] {
  const groups = Map.groupBy(
    input.mentions.filter(({ counted }) => counted),
    ({ personId }) => personId,
  );
  const most = Math.max(0, ...[...groups.values()].map((group) => group.length));
  return [...groups].map(([personId, group]) => {
    const text = group.filter(({ field }) => field === 'text').map(({ start }) => start);
    const firstPlace = firstPlaceOf(group, input.layout);
    const paragraphs = input.layout.paragraphs.length;
    return {
      personId,
      role: roleOf({ group, most, firstPlace, input }),
      mentions: group.length,
      words: wordsOf(group, input.layout),
      paragraphShare:
        paragraphs === 0 ? 0 : spansWith(input.layout.paragraphs, text).length / paragraphs,
      firstOffset: text.length === 0 ? null : Math.min(...text),
      firstPlace,
      fraction: 1 / groups.size,
    };
  });
}

/**
 * Words of the sentences of the text that mention the person; the headline is not part of an
 * item's length.
 */
function wordsOf(group: readonly Mention[], layout: ItemLayout): number {
  const offsets = group.filter(({ field }) => field === 'text').map(({ start }) => start);
  return spansWith(layout.sentences.text, offsets).reduce(
    (sum, { start, end }) => sum + countWords(layout.text, start, end),
    0,
  );
}

function firstPlaceOf(group: readonly Mention[], layout: ItemLayout): FirstPlace {
  if (group.some(({ field }) => field === 'title')) return 'headline';
  const first = Math.min(...group.map(({ start }) => start));
  const [lead, second] = layout.paragraphs;
  if (lead && first < lead.end) return lead.isStandfirst ? 'standfirst' : 'first-paragraph';
  if (lead?.isStandfirst && second && first < second.end) return 'first-paragraph';
  return first < layout.text.length / 3 ? 'first-third' : 'later';
}

interface RoleInput {
  readonly group: readonly Mention[];
  readonly most: number;
  readonly firstPlace: FirstPlace;
  readonly input: PersonsInput;
}

/**
 * subject: in the headline or lead, or the item's most mentioned person; listed: only ever in
 * attendance lists.
 */
function roleOf({ group, most, firstPlace, input }: RoleInput): PersonRole {
  if (group.every((mention) => isInList(mention, input))) return 'listed';
  if (firstPlace === 'headline') return 'subject';
  const isEarly = firstPlace !== 'later' && firstPlace !== 'first-third';
  if (isEarly && group.length >= 3) return 'subject';
  return group.length >= 4 && group.length === most ? 'subject' : 'mentioned';
}

function isInList(
  { field, start }: Mention,
  { layout, mentions, otherNames }: PersonsInput,
): boolean {
  const sentence = layout.sentences[field].find((span) => span.start <= start && start < span.end);
  if (!sentence) return false;
  const inside = (position: NamePosition): boolean =>
    position.field === field && sentence.start <= position.start && position.start < sentence.end;
  const persons = new Set(mentions.filter(inside).map(({ personId }) => personId));
  return persons.size + otherNames.filter(inside).length >= listLength;
}
