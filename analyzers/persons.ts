import type {
  FirstPlace,
  Mention,
  MentionField,
  PersonInItem,
  PersonRole,
} from '../src/domain/index.ts';
import { namesInAttendance } from './attendance.ts';
import type { Language } from './languages/index.ts';
import { type ItemLayout, spansWith } from './layout.ts';
import { countWords } from './text/words.ts';

export interface NamePosition {
  readonly field: MentionField;
  readonly start: number;
}

export interface PersonsInput {
  readonly mentions: readonly Mention[];
  readonly layout: ItemLayout;
  /** Names of people not in the register: only where they begin is used. */
  readonly otherNames: readonly NamePosition[];
  readonly language: Language;
}

/** Each person of an item, from counted mentions; in order of first mention. */
export function personsOf(input: PersonsInput): PersonInItem[] {
  const groups = Map.groupBy(
    input.mentions.filter(({ counted }) => counted),
    ({ personId }) => personId,
  );
  const inList = mentionsInLists(input);
  return [...groups].map(([personId, group]) => {
    const text = group.filter(({ field }) => field === 'text').map(({ start }) => start);
    const firstPlace = firstPlaceOf(group, input.layout);
    const paragraphs = input.layout.paragraphs.length;
    return {
      personId,
      role: roleOf({ personId, groups, inList, layout: input.layout }),
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
  const inText = group.filter(({ field }) => field === 'text');
  if (inText.length === 0) return 'caption-only';
  const first = Math.min(...inText.map(({ start }) => start));
  const [lead, second] = layout.paragraphs;
  if (lead && first < lead.end) return lead.isStandfirst ? 'standfirst' : 'first-paragraph';
  if (lead?.isStandfirst && second && first < second.end) return 'first-paragraph';
  return first < layout.text.length / 3 ? 'first-third' : 'later';
}

interface RoleInput {
  readonly personId: string;
  readonly groups: ReadonlyMap<string, readonly Mention[]>;
  readonly inList: ReadonlySet<Mention>;
  readonly layout: ItemLayout;
}

/** So often named, a person is a subject even if another is named more often. */
const oftenNamed = 3;

/**
 * listed: only ever in lists of those present. subject: in the headline; or in the lead and named
 * again, often or at least as often as anyone else.
 */
function roleOf({ personId, groups, inList, layout }: RoleInput): PersonRole {
  const own = groups.get(personId) ?? [];
  if (own.every((mention) => inList.has(mention))) return 'listed';
  if (own.some(({ field }) => field === 'title')) return 'subject';
  const end = leadEnd(layout);
  if (!isInLead(own, end)) return 'mentioned';
  if (own.length >= oftenNamed) return 'subject';
  const others = [...groups].filter(([id]) => id !== personId).map(([, group]) => group);
  // As many mentions elsewhere are no rival; as many in the lead leave it open whose story it is.
  const isFirst = others.every(
    (group) => group.length < own.length || (group.length === own.length && !isInLead(group, end)),
  );
  return own.length > 1 && isFirst ? 'subject' : 'mentioned';
}

function isInLead(group: readonly Mention[], end: number): boolean {
  return group.some(({ field, start }) => field === 'title' || (field === 'text' && start < end));
}

/** Where the lead ends: the standfirst and the first paragraph, a repeated headline apart. */
function leadEnd({ title, text, paragraphs }: ItemLayout): number {
  const isHeadline = ({ start, end }: { start: number; end: number }) =>
    text.slice(start, end).trim() === title.trim();
  const body = paragraphs.filter((paragraph) => !isHeadline(paragraph));
  const [lead, second] = body;
  return (lead?.isStandfirst ? second?.end : lead?.end) ?? lead?.end ?? 0;
}

/** Mentions that stand in a list of those present, and do nothing else. */
function mentionsInLists({ mentions, layout, otherNames, language }: PersonsInput): Set<Mention> {
  const found = new Set<Mention>();
  for (const field of ['title', 'text', 'caption'] as const) {
    for (const { start, end } of layout.sentences[field]) {
      const inside = (position: NamePosition): boolean =>
        position.field === field && start <= position.start && position.start < end;
      const here = mentions.filter(inside);
      if (here.length === 0) continue;
      const starts = [...here, ...otherNames.filter(inside)].map((name) => name.start - start);
      const listed = namesInAttendance(layout[field].slice(start, end), starts, language);
      for (const mention of here) if (listed.has(mention.start - start)) found.add(mention);
    }
  }
  return found;
}
