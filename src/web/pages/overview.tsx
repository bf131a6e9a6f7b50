import type {
  FigureSet,
  FrontPageStrip,
  OutletDay,
  ShareChange,
  ShareTrend,
  TimelineEvent,
} from '../../domain/index.ts';
import type { Corrected } from '../corrected.ts';
import { CoverageFigure } from '../components/coverage-figure.tsx';
import { FilterLine } from '../components/filter-line.tsx';
import { StripTable } from '../components/front-page-strip.tsx';
import { itemsAddress, onlyMentioning } from '../components/items-address.ts';
import { Layout } from '../components/layout.tsx';
import { OutletTable } from '../components/outlet-table.tsx';
import { PersonTable } from '../components/person-table.tsx';
import { itemsWithPersons, ShareFigure } from '../components/share-figure.tsx';
import { EmptyState, PartialNote, StaleNote } from '../components/states.tsx';
import { ChangeSentence, OutletMultiples, RankFigure } from '../components/trend-figures.tsx';
import type { View } from '../view.ts';

export interface OverviewModel {
  readonly figures: FigureSet | null;
  readonly corrected: Corrected;
  /** null where no front page was looked at. */
  readonly strip: FrontPageStrip | null;
  /** null where only a moment is told. */
  readonly trends: OverviewTrends | null;
  /** Every outlet of this world, also those not chosen. */
  readonly allOutlets: readonly { readonly outletId: string; readonly name: string }[];
}

/** How the period's figures moved. */
export interface OverviewTrends {
  readonly shares: ShareTrend;
  readonly outletDays: readonly OutletDay[];
  readonly change: ShareChange | null;
  readonly events: readonly TimelineEvent[];
}

function Finding(props: { readonly view: View; readonly figures: FigureSet }) {
  const { view, figures } = props;
  const { t, formats } = view;
  const first = figures.persons[0];
  const withPersons = itemsWithPersons(figures);
  const nobody = first === undefined || withPersons === 0;
  return (
    <header className="finding">
      <h1>
        {nobody
          ? t('state.noPersonTitle')
          : t('overview.heading', {
              name: first.name,
              share: formats.percent(first.shareOfCoverage),
            })}
      </h1>
      <p className="lead">
        {nobody
          ? t('state.noPersonText', { count: figures.itemsCaptured })
          : t('overview.finding', {
              items: figures.itemsCaptured,
              outlets: figures.outlets.length,
              withPersons,
              period: formats.period(figures.query.period.from, figures.query.period.to),
              percent: formats.percent(withPersons / figures.itemsCaptured),
            })}{' '}
        <a href={itemsAddress(view, nobody ? {} : onlyMentioning)}>{t('overview.openItems')}</a>
      </p>
    </header>
  );
}

function FrontPages(props: {
  readonly view: View;
  readonly figures: FigureSet;
  readonly strip: FrontPageStrip;
}) {
  const { view, figures, strip } = props;
  return (
    <section aria-labelledby="front-pages-heading">
      <h2 id="front-pages-heading">{view.t('frontPage.overview')}</h2>
      <StripTable
        view={view}
        strip={strip}
        title={view.t('frontPage.stripTitle')}
        names={new Map(figures.outlets.map((outlet) => [outlet.outletId, outlet.name]))}
      />
    </section>
  );
}

function Figures(props: {
  readonly view: View;
  readonly figures: FigureSet;
  readonly model: OverviewModel;
}) {
  const { view, figures } = props;
  const { strip, trends, corrected } = props.model;
  const { t } = view;
  return (
    <>
      <Finding view={view} figures={figures} />
      {itemsWithPersons(figures) === 0 ? null : (
        <ChangeSentence view={view} change={trends?.change ?? null} />
      )}
      <StaleNote view={view} />
      <PartialNote view={view} coverage={figures.coverage} />
      <section aria-labelledby="persons-heading">
        <h2 id="persons-heading">{t('overview.persons')}</h2>
        <ShareFigure view={view} figures={figures} corrected={corrected} />
        <PersonTable
          view={view}
          persons={figures.persons}
          corrected={corrected}
          totals={{
            itemsWithPersons: itemsWithPersons(figures),
            itemsCaptured: figures.itemsCaptured,
          }}
        />
        {trends === null ? null : (
          <RankFigure view={view} trend={trends.shares} events={trends.events} figures={figures} />
        )}
      </section>
      <section aria-labelledby="outlets-heading">
        <h2 id="outlets-heading">{t('overview.outlets')}</h2>
        {trends === null ? null : (
          <OutletMultiples
            view={view}
            figures={figures}
            days={trends.outletDays}
            events={trends.events}
          />
        )}
        <OutletTable view={view} outlets={figures.outlets} />
      </section>
      {strip === null ? null : <FrontPages view={view} figures={figures} strip={strip} />}
      <section aria-labelledby="coverage-heading">
        <h2 id="coverage-heading">{t('overview.coverage')}</h2>
        <CoverageFigure view={view} outlets={figures.outlets} coverage={figures.coverage} />
      </section>
    </>
  );
}

/** `/`: the period's finding, share of coverage, persons, outlets and the coverage ledger. */
export function OverviewPage(props: { readonly view: View; readonly model: OverviewModel }) {
  const { view, model } = props;
  const { figures } = model;
  const empty = figures === null || figures.itemsCaptured === 0;
  return (
    <Layout
      view={view}
      title={view.t('overview.title')}
      methodVersion={figures?.methodVersion ?? null}
    >
      <FilterLine view={view} outlets={model.allOutlets} />
      {empty ? <EmptyState view={view} /> : <Figures view={view} figures={figures} model={model} />}
    </Layout>
  );
}
