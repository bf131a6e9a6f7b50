import type { Day, Mention, MentionField, MentionKind, Reason } from '../../src/domain/index.ts';
import {
  misprintConfidence,
  nameConfidence,
  shortConfidence,
  titleConfidence,
} from './confidence.ts';
import type { FieldReading } from './field-reader.ts';
import type { Detection, ResolvedShort, ResolvedTitle } from './detector.ts';
import type { NearName } from './near-names.ts';
import { postOf, restsOnUnchecked } from './post-match.ts';
import {
  formerNote,
  institutionalNote,
  nameReason,
  shortReason,
  titleReason,
  typoNote,
  uncheckedNote,
  withNotes,
} from './reasons.ts';
import type { JudgedOccurrence } from './support.ts';

/** Writes what was detected as mentions, in order of field and offset, without overlaps. */
export function mentionsOf(detection: Detection): Mention[] {
  const { day } = detection.context;
  const surest = surestNames(detection);
  const drafts = [
    ...detection.names.flatMap((judged) =>
      judged.verdict === 'dropped' ? [] : [nameMention(judged)],
    ),
    ...detection.near.map((near) => nearMention(near, detection)),
    ...detection.shorts.map((short) => shortMention(short, detection, surest)),
    ...detection.titles.map(titleMention),
  ];
  const mentions = drafts.map((draft) => write(draft, day));
  const fields: readonly MentionField[] = ['title', 'text', 'caption'];
  return mentions.toSorted(
    (a, b) => fields.indexOf(a.field) - fields.indexOf(b.field) || a.start - b.start,
  );
}

interface Draft {
  readonly reading: FieldReading;
  readonly from: number;
  readonly coreFrom: number;
  readonly to: number;
  readonly person: number;
  readonly post: number | null;
  readonly kind: MentionKind;
  readonly confidence: number;
  readonly uncertain: boolean;
  readonly institutional: boolean;
  readonly former: boolean;
  readonly reason: Reason;
}

function write(draft: Draft, day: Day | null): Mention {
  const { reading, person, post, uncertain, institutional, former } = draft;
  const { tokens, prepared, index } = reading;
  const start = tokens.start[draft.from] as number;
  const end = tokens.end[draft.to - 1] as number;
  const isDoubtful = post !== null && restsOnUnchecked(index, { person, post, day });
  return {
    field: reading.field,
    start,
    end,
    coreStart: tokens.start[draft.coreFrom] as number,
    coreEnd: end,
    surface: prepared.text.slice(start, end),
    personId: index.persons[person]?.person.id ?? '',
    kind: draft.kind,
    postId: post === null ? null : (index.posts[post]?.post.id ?? null),
    confidence: draft.confidence,
    uncertain,
    institutional,
    former,
    counted: !uncertain && !institutional,
    reason: isDoubtful ? withNotes(draft.reason, uncheckedNote) : draft.reason,
  };
}

function nameMention(judged: JudgedOccurrence): Draft {
  const { occurrence, ground, verdict } = judged;
  const { announcement, span, reading, person, post } = occurrence;
  const former = announcement.title?.former ?? false;
  const notes = [...(former ? [formerNote] : []), ...(span.typo ? [typoNote] : [])];
  return {
    reading,
    from: announcement.from,
    coreFrom: span.from,
    to: span.to,
    person,
    post,
    kind: announcement.title ? 'titled-name' : 'full-name',
    confidence: nameConfidence[ground],
    uncertain: verdict === 'uncertain',
    institutional: false,
    former,
    reason: withNotes(nameReason(ground), ...notes),
  };
}

function nearMention({ other, to, person, titled }: NearName, detection: Detection): Draft {
  const { reading, announcement, span } = other;
  const { title } = announcement;
  const ground = titled ? 'own-title' : 'common-untitled';
  const former = title?.former ?? false;
  return {
    reading,
    from: announcement.from,
    coreFrom: span.from,
    to,
    person,
    post: title ? postOf(reading.index, { person, title, day: detection.context.day }) : null,
    kind: title ? 'titled-name' : 'full-name',
    confidence: titled ? misprintConfidence.titled : misprintConfidence.untitled,
    uncertain: !titled,
    institutional: false,
    former,
    reason: withNotes(nameReason(ground), typoNote, ...(former ? [formerNote] : [])),
  };
}

/** How sure the surest full name of each person is. */
function surestNames({ names, near }: Detection): Map<number, number> {
  const surest = new Map<number, number>();
  const add = (person: number, confidence: number): void => {
    surest.set(person, Math.max(confidence, surest.get(person) ?? 0));
  };
  for (const { occurrence, verdict, ground } of names)
    if (verdict !== 'dropped') add(occurrence.person, nameConfidence[ground]);
  for (const { person, titled } of near)
    add(person, titled ? misprintConfidence.titled : misprintConfidence.untitled);
  return surest;
}

/** A short name is no surer than the full name of the person in the item. */
function shortMention(
  { short, resolution }: ResolvedShort,
  detection: Detection,
  surest: ReadonlyMap<number, number>,
): Draft {
  const { reading, announcement, span } = short.other;
  const { person, ground } = resolution;
  const { title } = announcement;
  const former = title?.former ?? false;
  const post = title ? postOf(reading.index, { person, title, day: detection.context.day }) : null;
  return {
    reading,
    from: announcement.from,
    coreFrom: span.from,
    to: short.to,
    person,
    post,
    kind: 'short-name',
    confidence: Math.min(shortConfidence[ground], surest.get(person) ?? 1),
    uncertain: resolution.uncertain,
    institutional: false,
    former,
    reason: withNotes(shortReason(ground), ...(former ? [formerNote] : [])),
  };
}

function titleMention({ reading, resolution }: ResolvedTitle): Draft {
  const { title, person, post, ground, institutional, uncertain } = resolution;
  return {
    reading,
    from: title.from,
    coreFrom: title.coreFrom,
    to: title.to,
    person,
    post,
    kind: 'title-only',
    confidence: titleConfidence[ground],
    uncertain,
    institutional,
    former: title.former,
    reason: withNotes(
      titleReason(ground),
      ...(title.former ? [formerNote] : []),
      ...(institutional ? [institutionalNote] : []),
    ),
  };
}
