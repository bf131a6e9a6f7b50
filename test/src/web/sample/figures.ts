import type {
  CoverageDay,
  FigureQuery,
  FirstPlace,
  ItemSummary,
  OutletFigures,
  PersonFigures,
  Period,
} from '../../../../src/domain/index.ts';
import { daysOf } from '../../../../src/publish/index.ts';
import { items, type SampleItem, type SampleMention } from './items.ts';
import { days, outages, outlets, persons, type SamplePerson } from './world.ts';

const inchWords = 42;

export function chosenItems(query: FigureQuery): SampleItem[] {
  return items.filter(
    (item) =>
      item.day >= query.period.from &&
      item.day <= query.period.to &&
      (query.outlets === null || query.outlets.includes(item.outlet.id)),
  );
}

export function summaryOf(item: SampleItem): ItemSummary {
  return {
    itemId: item.id,
    outletId: item.outlet.id,
    outletName: item.outlet.name,
    language: 'vi',
    title: item.title,
    url: `https://${item.outlet.id}.example/tin/${item.id}.html`,
    publishedAt: `${item.day}T${item.time}:00+07:00`,
    day: item.day,
    words: item.words,
  };
}

function sum<Row>(rows: readonly Row[], value: (row: Row) => number): number {
  return rows.reduce((total, row) => total + value(row), 0);
}

export function mentionIn(item: SampleItem, person: SamplePerson): SampleMention | undefined {
  return item.counted.find((mention) => mention.person.id === person.id);
}

function postsIn(person: SamplePerson, period: Period): PersonFigures['posts'] {
  return person.terms
    .filter((term) => (term.from ?? '') <= period.to && (term.until ?? '9999') >= period.from)
    .map(({ label, checked }) => ({ label, checked }));
}

function placesOf(mentions: readonly SampleMention[]): Record<FirstPlace, number> {
  const count = (place: FirstPlace) =>
    mentions.filter((mention) => mention.firstPlace === place).length;
  return {
    headline: count('headline'),
    standfirst: count('standfirst'),
    'first-paragraph': count('first-paragraph'),
    'first-third': count('first-third'),
    later: count('later'),
    'caption-only': count('caption-only'),
  };
}

function personFigures(
  person: SamplePerson,
  query: FigureQuery,
  all: readonly SampleItem[],
): PersonFigures {
  const own = all.filter((item) => mentionIn(item, person));
  const mentions = own.flatMap((item) => mentionIn(item, person) ?? []);
  const fractional = sum(own, (item) => 1 / item.counted.length);
  const withPersons = all.filter((item) => item.counted.length > 0);
  const words = sum(mentions, (mention) => mention.words);
  const allWords = sum(all, (item) => sum(item.counted, (mention) => mention.words));
  const firstPlaces = placesOf(mentions);
  return {
    personId: person.id,
    name: person.name,
    posts: postsIn(person, query.period),
    items: own.length,
    distinctItems: new Set(own.map((item) => item.cluster)).size,
    itemsFractional: fractional,
    mentions: sum(mentions, (mention) => mention.mentions),
    frequency: all.length === 0 ? null : own.length / all.length,
    shareOfCoverage: withPersons.length === 0 ? null : fractional / withPersons.length,
    words,
    wordShare: allWords === 0 ? null : words / allWords,
    columnInches: words / inchWords,
    firstPlaces,
    leadShare:
      own.length === 0 ? null : (firstPlaces.headline + firstPlaces.standfirst) / own.length,
    uncertainItems: all.filter((item) => item.uncertain.includes(person)).length,
  };
}

export function allPersonFigures(query: FigureQuery): PersonFigures[] {
  const all = chosenItems(query);
  return persons
    .map((person) => personFigures(person, query, all))
    .toSorted((left, right) => (right.shareOfCoverage ?? 0) - (left.shareOfCoverage ?? 0));
}

export function coverageOf(query: FigureQuery): CoverageDay[] {
  const wanted = outlets.filter(
    (outlet) => query.outlets === null || query.outlets.includes(outlet.id),
  );
  return wanted.flatMap((outlet) =>
    daysOf(query.period).map((day) => {
      const outage = outages.find((one) => one.outletId === outlet.id && one.day === day);
      const captured = items.filter((item) => item.outlet === outlet && item.day === day).length;
      const known = days.includes(day) && outage?.gap !== 'outlet-unreachable';
      return {
        outletId: outlet.id,
        day,
        captured: known ? captured : null,
        expected: outlet.itemsPerDay,
        failed: outage?.gap === 'extraction-failed' ? outlet.itemsPerDay : 0,
        gap: outage?.gap ?? (known ? null : 'not-crawled'),
      } satisfies CoverageDay;
    }),
  );
}

export function outletFigures(query: FigureQuery): OutletFigures[] {
  const coverage = coverageOf(query);
  return outlets
    .filter((outlet) => query.outlets === null || query.outlets.includes(outlet.id))
    .map((outlet) => {
      const own = chosenItems(query).filter((item) => item.outlet === outlet);
      const words = sum(own, (item) => item.words);
      return {
        outletId: outlet.id,
        name: outlet.name,
        medium: outlet.medium,
        verified: outlet.verified,
        items: own.length,
        itemsWithPersons: own.filter((item) => item.counted.length > 0).length,
        distinctItems: new Set(own.map((item) => item.cluster)).size,
        mentions: sum(own, (item) => sum(item.counted, (mention) => mention.mentions)),
        words,
        columnInches: words / inchWords,
        gapDays: coverage.filter((day) => day.outletId === outlet.id && day.gap !== null).length,
      };
    });
}
