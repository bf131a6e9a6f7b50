import type { FigureSet, PersonFigures } from '../../domain/index.ts';
import { shareOfCoverage } from '../charts.ts';
import type { View } from '../view.ts';
import { ChartFigure } from './chart-figure.tsx';

/** More dots than this do not fit a screen; the rest is in the table. */
const dotsAtMost = 15;

/** Items that mention anyone: what shares are shares of. */
export function itemsWithPersons(figures: FigureSet): number {
  return figures.outlets.reduce((sum, outlet) => sum + outlet.itemsWithPersons, 0);
}

function shownPersons(figures: FigureSet): PersonFigures[] {
  return figures.persons.filter((person) => person.items > 0);
}

/** What the chart of shares says in words. */
export function shareFrame(view: View, figures: FigureSet) {
  const { t, formats } = view;
  const { period } = figures.query;
  const items = itemsWithPersons(figures);
  const shown = shownPersons(figures);
  return {
    id: 'share',
    title: t('overview.shareTitle'),
    subtitle: t('overview.shareSubtitle', {
      items,
      period: formats.period(period.from, period.to),
    }),
    alt: t('overview.shareAlt', {
      count: shown.length,
      name: shown[0]?.name ?? '',
      share: formats.percent(shown[0]?.shareOfCoverage ?? null),
      items,
    }),
  };
}

/** Headings and units of the chart. */
export function shareWords({ t }: View) {
  return {
    person: t('table.person'),
    share: t('table.share'),
    itemsFractional: t('table.itemsFractional'),
    itemsUnit: t('unit.items'),
  };
}

/** The largest shares, told apart where two people have one name. */
export function shareRows(figures: FigureSet) {
  const shown = shownPersons(figures);
  return shown.slice(0, dotsAtMost).map((person) => shareRow(person, shown));
}

function shareRow(person: PersonFigures, all: readonly PersonFigures[]) {
  const hasNamesake = all.some(
    ({ personId, name }) => name === person.name && personId !== person.personId,
  );
  return {
    personId: person.personId,
    name: person.name,
    post: hasNamesake ? (person.posts[0]?.label ?? null) : null,
    itemsFractional: person.itemsFractional,
    share: person.shareOfCoverage,
  };
}

/** Share of coverage as dots, with what does not fit named below. */
export function ShareFigure(props: { readonly view: View; readonly figures: FigureSet }) {
  const { view, figures } = props;
  const { t } = view;
  const count = shownPersons(figures).length;
  if (count === 0) return null;
  const rows = shareRows(figures);
  return (
    <>
      <ChartFigure
        view={view}
        frame={shareFrame(view, figures)}
        draw={(frame) => shareOfCoverage({ ...frame, rows, words: shareWords(view) })}
      />
      {count > dotsAtMost ? (
        <p className="quiet">{t('overview.shareMore', { count: count - dotsAtMost })}</p>
      ) : null}
    </>
  );
}
