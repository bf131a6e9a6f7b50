import type { FigureSet } from '../../domain/index.ts';
import type { View } from '../view.ts';
import { itemsAddress, onlyMentioning } from './items-address.ts';
import { type KeyFigure, KeyFigures } from './key-figures.tsx';
import { itemsWithPersons } from './share-figure.tsx';
import { isGap, StaleNote } from './states.tsx';

function countedFigures(view: View, figures: FigureSet): KeyFigure[] {
  const { t, formats } = view;
  const withPersons = itemsWithPersons(figures);
  const sum = (of: (person: FigureSet['persons'][number]) => number) =>
    figures.persons.reduce((total, person) => total + of(person), 0);
  const { itemsCaptured, outlets, persons } = figures;
  return [
    {
      id: 'all-items',
      name: t('table.items'),
      value: formats.count(itemsCaptured),
      text: t('method.liveOutlets', { outlets: outlets.length }),
      items: itemsAddress(view),
    },
    {
      id: 'with-persons',
      name: t('table.withPersons'),
      value: formats.percent(itemsCaptured === 0 ? null : withPersons / itemsCaptured),
      text: t('method.liveWith', { count: withPersons, persons: persons.length }),
      items: itemsAddress(view, onlyMentioning),
    },
    {
      id: 'all-mentions',
      name: t('table.mentions'),
      value: formats.count(sum(({ mentions }) => mentions)),
      text: (
        <a href={`${view.href('/', { sort: 'uncertain' })}#persons`}>
          {t('method.liveUncertain', { count: sum(({ uncertainItems }) => uncertainItems) })}
        </a>
      ),
      items: itemsAddress(view, onlyMentioning),
    },
  ];
}

/** Days and readings, which are no items: they open where each of them is told. */
function trustFigures(view: View, { coverage, audit }: FigureSet): KeyFigure[] {
  const { t, formats } = view;
  const gaps = coverage.filter(isGap).length;
  const whole = coverage.length === 0 ? null : 1 - gaps / coverage.length;
  return [
    {
      id: 'whole-days',
      name: t('gaps.whole'),
      value: formats.percent(whole),
      text: t('method.liveDays', { whole: coverage.length - gaps, days: coverage.length }),
      items: `${view.href('/gaps')}#gaps`,
    },
    {
      id: 'audited',
      name: t('accuracy.title'),
      value: formats.count(audit?.audited ?? 0),
      text: audit ? t('method.liveAudit', { needed: audit.needed }) : t('method.liveNoAudit'),
      items: view.href('/accuracy'),
    },
  ];
}

/** What the definitions below come to in this installation, each opening to what it counts. */
export function MethodFigures({
  view,
  figures,
}: {
  readonly view: View;
  readonly figures: FigureSet;
}) {
  const { t, formats } = view;
  const { from, to } = figures.query.period;
  return (
    <section className="method-figures" aria-labelledby="live-heading" lang={view.language}>
      <h2 id="live-heading">{t('method.live')}</h2>
      <p className="quiet">
        {formats.period(from, to)} · {t('site.methodVersion', { method: figures.methodVersion })}
      </p>
      <StaleNote view={view} />
      <KeyFigures
        view={view}
        figures={[...countedFigures(view, figures), ...trustFigures(view, figures)]}
      />
    </section>
  );
}
