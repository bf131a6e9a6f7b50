import type { StoryKind } from './bank/parse.ts';
import { dayMs, dayPart, localParts, shortDate } from './moment.ts';
import { choose, numberFact } from './numbers.ts';
import {
  communes,
  companies,
  familyNames,
  femaleNames,
  highSchools,
  maleNames,
  schools,
  wards,
} from './province.ts';
import { randomFor, type Random } from './random.ts';

class FactMaker {
  readonly facts = new Map<string, string>();
  readonly #used = new Set<string>();
  readonly #random: Random;
  readonly #kindId: string;

  constructor(random: Random, kindId: string) {
    this.#random = random;
    this.#kindId = kindId;
  }

  /** Two places or people of one story are never the same. */
  #fresh(list: readonly string[]): string {
    const free = list.filter((entry) => !this.#used.has(entry));
    const chosen = this.#random.pick(free.length > 0 ? free : list);
    this.#used.add(chosen);
    return chosen;
  }

  #people(key: string, gender: string | undefined): void {
    const female = gender === 'f' || (gender !== 'm' && this.#random.chance(0.45));
    const rest = this.#fresh(female ? femaleNames : maleNames);
    const before = gender === 'pupil' ? 'em' : female ? 'bà' : 'ông';
    this.facts.set(key, `${before} ${this.#random.pick(familyNames)} ${rest}`);
    this.facts.set(`${key}.s`, `${before} ${rest.slice(rest.lastIndexOf(' ') + 1)}`);
  }

  add(key: string, spec: string): void {
    const [word = '', ...rest] = spec.split(':');
    const lists: Readonly<Record<string, readonly string[]>> = {
      commune: communes,
      ward: wards,
      place: [...communes, ...wards],
      company: companies,
      school: schools,
      highschool: highSchools,
    };
    if (spec.startsWith('!')) {
      // A figure of the whole province: the same in every story that quotes it.
      this.facts.set(key, numberFact(spec.slice(1), randomFor('province', this.#kindId, key)));
    } else if (spec.startsWith('#')) this.facts.set(key, numberFact(spec, this.#random));
    else if (word === 'citizen') this.#people(key, rest[0]);
    else if (word === 'official') {
      this.#people(key, undefined);
      this.facts.set(`${key}.p`, this.#fill(rest.join(':')));
    } else if (lists[spec]) this.facts.set(key, this.#fresh(lists[spec]));
    else {
      const option = this.#random.pick(spec.split('|'));
      this.facts.set(key, this.#fill(option));
    }
  }

  #fill(text: string): string {
    const chosen = choose(text, (options) => this.#random.pick(options));
    return chosen.replace(/\{(\w+)\}/g, (_, name: string) => this.facts.get(name) ?? `{${name}}`);
  }
}

/** The numbers, places and private people of one story; `eventMs` dates it. */
export function makeFacts(kind: StoryKind, random: Random, eventMs: number): Map<string, string> {
  const maker = new FactMaker(random, kind.id);
  for (const [key, spec] of kind.facts) maker.add(key, spec);
  const { facts } = maker;
  facts.set('hom', dayPart(eventMs));
  facts.set('ngay', shortDate(eventMs));
  facts.set('homqua', `ngày ${shortDate(eventMs - dayMs)}`);
  facts.set('mai', shortDate(eventMs + dayMs));
  facts.set('thang', `tháng ${localParts(eventMs).month}`);
  for (const [key, spec] of kind.facts) if (key === 'thang') maker.add(key, spec);
  return facts;
}

/** A number fact drawn anew, for a correction after publication; null where the story has none. */
export function correctedFact(
  kind: StoryKind,
  facts: ReadonlyMap<string, string>,
  random: Random,
): readonly [string, string] | null {
  const numbers = kind.facts.filter(([, spec]) => spec.startsWith('#'));
  for (const [key, spec] of random.shuffle(numbers)) {
    const value = numberFact(spec, random);
    if (value !== facts.get(key)) return [key, value];
  }
  return null;
}
