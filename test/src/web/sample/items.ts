import type { FirstPlace, PersonRole } from '../../../../src/domain/index.ts';
import {
  days,
  outages,
  outlets,
  persons,
  type SampleOutlet,
  type SamplePerson,
  titleFor,
} from './world.ts';

export interface SampleMention {
  readonly person: SamplePerson;
  readonly role: PersonRole;
  readonly firstPlace: FirstPlace;
  readonly mentions: number;
  readonly words: number;
}

export interface SampleItem {
  readonly id: string;
  readonly outlet: SampleOutlet;
  readonly day: string;
  readonly time: string;
  readonly title: string;
  readonly words: number;
  readonly cluster: string;
  readonly counted: readonly SampleMention[];
  readonly uncertain: readonly SamplePerson[];
}

/** A small seeded generator: the same sample on every machine. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const places: readonly FirstPlace[] = [
  'headline',
  'standfirst',
  'first-paragraph',
  'first-third',
  'later',
  'caption-only',
];

function pick(random: () => number): SamplePerson {
  const total = persons.reduce((sum, person) => sum + person.weight, 0);
  let left = random() * total;
  for (const person of persons) {
    left -= person.weight;
    if (left < 0) return person;
  }
  return persons[0] as SamplePerson;
}

function mentionsOf(random: () => number): SampleMention[] {
  if (random() > 0.52) return [];
  const wanted = 1 + Math.floor(random() ** 2 * 4);
  const chosen = new Set(Array.from({ length: wanted }, () => pick(random)));
  return [...chosen].map((person, index) => {
    const depth = Math.min(5, Math.floor(random() ** 1.6 * 5.4) + (index === 0 ? 0 : 1));
    const mentions = 1 + Math.floor(random() * (index === 0 ? 5 : 2));
    return {
      person,
      role: index === 0 ? 'subject' : random() > 0.7 ? 'listed' : 'mentioned',
      firstPlace: places[depth] ?? 'later',
      mentions,
      words: mentions * (18 + Math.floor(random() * 16)),
    };
  });
}

function itemsOf(outlet: SampleOutlet, day: string, random: () => number): SampleItem[] {
  if (outages.some((outage) => outage.outletId === outlet.id && outage.day === day)) return [];
  const count = Math.max(2, Math.round(outlet.itemsPerDay * (0.8 + random() * 0.5)));
  return Array.from({ length: count }, (_, index) => {
    const counted = mentionsOf(random);
    const subject = counted.find((mention) => mention.firstPlace === 'headline')?.person ?? null;
    const id = `${outlet.id}-${day.slice(5)}-${index + 1}`;
    const wire = random() > 0.85 && counted.length > 0;
    return {
      id,
      outlet,
      day,
      time: `${String(5 + Math.floor(random() * 17)).padStart(2, '0')}:${random() > 0.5 ? '05' : '40'}`,
      title: titleFor(subject, Math.floor(random() * 40)),
      words: 180 + Math.floor(random() * 900),
      cluster: wire ? `wire-${day}` : id,
      counted,
      uncertain: random() > 0.96 ? [pick(random)] : [],
    };
  });
}

const random = generator(20260302);

/** Newest first. */
export const items: readonly SampleItem[] = days
  .flatMap((day) => outlets.flatMap((outlet) => itemsOf(outlet, day, random)))
  .toSorted((left, right) =>
    `${right.day} ${right.time} ${right.id}`.localeCompare(`${left.day} ${left.time} ${left.id}`),
  );
