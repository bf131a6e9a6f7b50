import type { Numbers, PersonPage, SeriesPoint } from '../../../../src/domain/index.ts';
import { daysOf } from '../../../../src/publish/index.ts';
import {
  allPersonFigures,
  chosenItems,
  coverageOf,
  mentionIn,
  outletFigures,
  summaryOf,
} from './figures.ts';
import { sampleHistory } from './history.ts';
import { samplePage } from './item-page.ts';
import { days, outlets, persons } from './world.ts';

const pageSize = 12;

function pageOf<Row>(rows: readonly Row[], cursor: string | undefined) {
  const start = Number(cursor ?? 0);
  const end = start + pageSize;
  return { rows: rows.slice(start, end), cursor: end < rows.length ? String(end) : null };
}

/** Figures of the fictional province, computed from its items as the method says. */
export const sampleNumbers: Numbers = {
  async figures(query) {
    return {
      query,
      methodVersion: '1',
      itemsCaptured: chosenItems(query).length,
      outlets: outletFigures(query),
      persons: allPersonFigures(query),
      coverage: coverageOf(query),
    };
  },

  async person(id, query, { cursor } = {}): Promise<PersonPage | null> {
    const person = persons.find((one) => one.id === id);
    const figures = allPersonFigures(query).find((one) => one.personId === id);
    if (person === undefined || figures === undefined) return null;
    const all = chosenItems(query);
    const own = all.flatMap((item) => {
      const mention = mentionIn(item, person);
      return mention === undefined
        ? []
        : [
            {
              ...summaryOf(item),
              role: mention.role,
              firstPlace: mention.firstPlace,
              mentions: mention.mentions,
              personWords: mention.words,
              fraction: 1 / item.counted.length,
            },
          ];
    });
    // As the method says, a day on which any outlet is missing has no comparable total.
    const gaps = coverageOf(query).filter((day) => day.gap !== null);
    const series = daysOf(query.period).map((day): SeriesPoint => {
      const missing = !days.includes(day) || gaps.some((gap) => gap.day === day);
      return {
        outletId: null,
        day,
        items: missing ? null : own.filter((item) => item.day === day).length,
        itemsCaptured: missing ? null : all.filter((item) => item.day === day).length,
      };
    });
    const lines = coverageOf(query).map(({ outletId, day, gap }): SeriesPoint => {
      const here = (item: { outletId: string; day: string }) =>
        item.outletId === outletId && item.day === day;
      const captured = all.map(summaryOf).filter(here).length;
      return gap === null
        ? { outletId, day, items: own.filter(here).length, itemsCaptured: captured }
        : { outletId, day, items: null, itemsCaptured: null };
    });
    const page = pageOf(own, cursor);
    return {
      figures,
      terms: person.terms,
      series: [...series, ...lines],
      items: page.rows,
      cursor: page.cursor,
    };
  },

  async outlet(id, query, cursor) {
    const own = { ...query, outlets: [id] };
    const figures = outletFigures(own)[0];
    if (figures === undefined) return null;
    const page = pageOf(chosenItems(own).map(summaryOf), cursor);
    return {
      figures,
      persons: allPersonFigures(own),
      coverage: coverageOf(own),
      items: page.rows,
      cursor: page.cursor,
    };
  },

  async doubted(id, query, cursor) {
    const person = persons.find((one) => one.id === id);
    if (person === undefined) return null;
    const own = chosenItems(query).filter((item) => item.uncertain.includes(person));
    const page = pageOf(
      own.map((item) => ({ ...summaryOf(item), titleHeld: false })),
      cursor,
    );
    return { personId: id, name: person.name, items: page.rows, cursor: page.cursor };
  },

  async items(query, { onlyMentioning, cursor }) {
    const all = chosenItems(query).filter(({ counted }) => !onlyMentioning || counted.length > 0);
    const page = pageOf(all.map(summaryOf), cursor);
    return { items: page.rows, cursor: page.cursor };
  },

  async item(id) {
    return samplePage(id);
  },

  history: (id) => Promise.resolve(sampleHistory(id)),

  async post(id) {
    const held = persons.flatMap((person) =>
      person.terms
        .filter(({ postId }) => postId === id)
        .map(({ postId: _post, label, ...dates }) => ({
          label,
          row: { personId: person.id, name: person.name, ...dates },
        })),
    );
    const [first] = held;
    if (first === undefined) return null;
    return {
      postId: id,
      label: first.label,
      otherLabels: ['Chủ tịch thành phố'],
      organization: 'Ủy ban nhân dân',
      place: 'Lam Giang',
      terms: held
        .map(({ row }) => row)
        .toSorted((one, other) => ((one.from ?? '') < (other.from ?? '') ? 1 : -1)),
    };
  },

  async outletIds() {
    return outlets.map(({ id }) => id);
  },

  async extent() {
    const [from, to] = [days[0], days.at(-1)];
    const unchecked = persons
      .filter(({ terms }) => terms.every(({ checked }) => !checked))
      .map(({ id }) => id);
    if (from === undefined || to === undefined) {
      return { demo: true, period: null, outlets: 0, unchecked };
    }
    return { demo: true, period: { from, to }, outlets: 3, unchecked };
  },
};
