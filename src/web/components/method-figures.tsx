import type { FigureSet } from '../../domain/index.ts';
import type { View } from '../view.ts';
import { ChallengeLink } from './challenge-link.tsx';
import { itemsWithPersons } from './share-figure.tsx';
import { isGap } from './states.tsx';

interface LiveFigure {
  readonly name: string;
  readonly value: string;
  readonly text: string;
  /** Page on which the figure is opened. */
  readonly path: string;
}

function countedFigures({ t, formats }: View, figures: FigureSet): LiveFigure[] {
  const withPersons = itemsWithPersons(figures);
  const sum = (of: (person: FigureSet['persons'][number]) => number) =>
    figures.persons.reduce((total, person) => total + of(person), 0);
  const { itemsCaptured, outlets, persons } = figures;
  return [
    {
      name: t('table.items'),
      value: formats.count(itemsCaptured),
      text: t('method.liveOutlets', { outlets: outlets.length }),
      path: '/',
    },
    {
      name: t('table.withPersons'),
      value: formats.percent(itemsCaptured === 0 ? null : withPersons / itemsCaptured),
      text: t('method.liveWith', { count: withPersons, persons: persons.length }),
      path: '/',
    },
    {
      name: t('table.mentions'),
      value: formats.count(sum(({ mentions }) => mentions)),
      text: t('method.liveUncertain', { count: sum(({ uncertainItems }) => uncertainItems) }),
      path: '/',
    },
  ];
}

function trustFigures({ t, formats }: View, { coverage, audit }: FigureSet): LiveFigure[] {
  const gaps = coverage.filter(isGap).length;
  const whole = coverage.length === 0 ? null : 1 - gaps / coverage.length;
  return [
    {
      name: t('gaps.whole'),
      value: formats.percent(whole),
      text: t('method.liveDays', { whole: coverage.length - gaps, days: coverage.length }),
      path: '/gaps',
    },
    {
      name: t('accuracy.title'),
      value: formats.count(audit?.audited ?? 0),
      text: audit ? t('method.liveAudit', { needed: audit.needed }) : t('method.liveNoAudit'),
      path: '/accuracy',
    },
  ];
}

/** What the definitions below come to in this installation, each opening where it is told whole. */
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
      <dl className="key-figures">
        {[...countedFigures(view, figures), ...trustFigures(view, figures)].map((figure) => (
          <div key={figure.name}>
            <dt>{figure.name}</dt>
            <dd>
              <a className="key-value" href={view.href(figure.path)}>
                {figure.value}
              </a>
              <span className="quiet">{figure.text}</span>
              <ChallengeLink view={view} of={figure.name} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
