import type {
  AirFigures,
  Correction,
  AttentionDay,
  CoverageDay,
  FrontPageStrip,
  OfficeTerm,
  PersonPage as PersonModel,
  TimelineEvent,
} from '../../domain/index.ts';
import {
  highestMean,
  lineStepDays,
  personColour,
  personSeries,
  smallMultiples,
  writeStep,
} from '../charts.ts';
import { ChallengeLink } from '../components/challenge-link.tsx';
import { ChartFigure } from '../components/chart-figure.tsx';
import { chartNotes } from '../components/chart-notes.ts';
import type { Corrected } from '../corrected.ts';
import { CorrectionNotes } from '../components/correction-notes.tsx';
import { type Column, DataTable } from '../components/data-table.tsx';
import { FilterLine } from '../components/filter-line.tsx';
import { FirstPlacesList } from '../components/first-places.tsx';
import { Paging, PersonItemTable } from '../components/item-table.tsx';
import { personCell, personItemsAddress } from '../components/items-address.ts';
import { OnAir } from '../components/on-air.tsx';
import { PersonFrontPages } from '../components/person-front-pages.tsx';
import { type KeyFigure, KeyFigures } from '../components/key-figures.tsx';
import { Layout } from '../components/layout.tsx';
import { correctedShare } from '../components/share-figure.tsx';
import { PersonDot, Posts, UncheckedMark, UncheckedPerson } from '../components/person-name.tsx';
import { StaleNote, WholePeriodLink } from '../components/states.tsx';
import {
  healthOf,
  panelsAtMost,
  panelWords,
  pointWords,
  stepWord,
} from '../components/trend-figures.tsx';
import { termColumns } from '../components/term-parts.tsx';
import { Timeline } from '../components/timeline.tsx';
import type { View } from '../view.ts';

export interface PersonPageModel {
  readonly person: PersonModel;
  /** The denominator: items captured from the chosen outlets in the period. */
  readonly itemsCaptured: number;
  readonly methodVersion: string;
  /** Of this person's items; null where no front page was looked at. */
  readonly strip: FrontPageStrip | null;
  readonly coverage: readonly CoverageDay[];
  readonly corrected: Corrected;
  /** What explains a change in the line. */
  readonly events: readonly TimelineEvent[];
  /** Figures of this person that were restated. */
  readonly corrections: readonly Correction[];
  /** Day by day; null where no front page was looked at. */
  readonly attention: readonly AttentionDay[] | null;
  readonly allOutlets: readonly { readonly outletId: string; readonly name: string }[];
  /** Of this person; null where nothing on air was captured in the period. */
  readonly air: AirFigures | null;
}

const keyOf = (term: OfficeTerm) => `${term.label} ${term.from} ${term.kind}`;

function keyFigures(view: View, model: PersonPageModel): KeyFigure[] {
  const { t, formats } = view;
  const { figures } = model.person;
  const { firstPlaces, items } = figures;
  return [
    {
      id: 'frequency',
      name: t('person.frequency'),
      value: formats.percent(figures.frequency),
      text: t('person.frequencyText', {
        count: items,
        total: model.itemsCaptured,
        distinct: figures.distinctItems,
      }),
      more: correctedItems(view, model),
    },
    {
      id: 'share-of-coverage',
      name: t('person.share'),
      value: formats.percent(figures.shareOfCoverage),
      text: t('person.shareText', { fractional: formats.decimal(figures.itemsFractional) }),
      more: correctedShareText(view, model),
    },
    {
      id: 'length',
      name: t('person.length'),
      value: t('person.lengthValue', { count: figures.words }),
      text: t('person.lengthText', {
        inches: formats.decimal(figures.columnInches),
        share: formats.percent(figures.wordShare),
      }),
    },
    {
      id: 'prominence',
      name: t('person.prominence'),
      value: formats.percent(figures.leadShare),
      text: t('person.prominenceText', {
        lead: firstPlaces.headline + firstPlaces.standfirst,
        count: items,
      }),
    },
    ...frontPageFigure(view, model),
  ];
}

/** Where nobody has looked for the person yet, nothing is known: no 0 stands there. */
function knownFigures(view: View, model: PersonPageModel): KeyFigure[] {
  const figures = keyFigures(view, model);
  if (!isUnknown(view, model)) return figures;
  return figures.map(({ id, name }) => ({
    id,
    name,
    value: view.t('table.unknown'),
    text: view.t('person.unread'),
  }));
}

function isUnknown(view: View, { person: { figures } }: PersonPageModel): boolean {
  return figures.items === 0 && view.isUnread(figures.personId);
}

/** Undefined where too few items were audited. */
function correctedShareText({ t, formats }: View, model: PersonPageModel): string | undefined {
  const share = correctedShare(model.corrected, model.person.figures.personId);
  if (share === null) return undefined;
  return t('person.correctedShare', {
    value: formats.percent(share.value),
    range: formats.range(formats.percent(share.low), formats.percent(share.high)),
  });
}

function correctedItems({ t, formats }: View, model: PersonPageModel): string | undefined {
  if (model.corrected.state !== 'ready') return undefined;
  const items = model.corrected.persons.get(model.person.figures.personId)?.items;
  if (items === undefined) return undefined;
  return t('person.correctedItems', {
    value: formats.count(items.value),
    range: formats.range(formats.count(items.low), formats.count(items.high)),
  });
}

/** Nothing where no front page was looked at. */
function frontPageFigure(view: View, model: PersonPageModel): KeyFigure[] {
  const { t, formats } = view;
  const { frontPage } = model.person.figures;
  if (!frontPage) return [];
  const { inclusive, fractional, share } = frontPage;
  return [
    {
      id: 'front-page-hours',
      name: t('frontPage.hours'),
      value: formats.percent(share),
      text: t('frontPage.hoursText', {
        hours: formats.hoursRange(fractional),
        inclusive: formats.hoursRange(inclusive),
      }),
    },
  ];
}

/** How many items wait for review; the number opens them. */
function Uncertain(props: {
  readonly view: View;
  readonly personId: string;
  readonly items: number;
}) {
  const { view, personId, items } = props;
  const text = view.t('person.uncertainText', { count: items });
  if (items === 0) return text;
  const path = `/persons/${encodeURIComponent(personId)}/uncertain`;
  return <a href={`${view.href(path)}#items`}>{text}</a>;
}

function PersonFiguresSection(props: { readonly view: View; readonly model: PersonPageModel }) {
  const { view, model } = props;
  const { t, formats, period } = view;
  const { mentions, personId, uncertainItems } = model.person.figures;
  return (
    <section aria-labelledby="figures-heading">
      <h2 id="figures-heading">{t('person.figures')}</h2>
      <p className="quiet">
        {t('person.figuresNote', {
          period: period === null ? '' : formats.period(period.from, period.to),
          items: model.itemsCaptured,
        })}
      </p>
      <KeyFigures
        view={view}
        figures={knownFigures(view, model)}
        about={{ personId: model.person.figures.personId }}
        items="#items"
      />
      <CorrectionNotes view={view} corrections={model.corrections} />
      {isUnknown(view, model) ? null : (
        <p>
          {t('person.mentionsText', { mentions })}{' '}
          <Uncertain view={view} personId={personId} items={uncertainItems} />
        </p>
      )}
    </section>
  );
}

/** What explains a change in the person's own lines. */
function notesOf(view: View, model: PersonPageModel) {
  const { person, events, coverage, allOutlets } = model;
  const personIds = [person.figures.personId];
  return chartNotes(view, events, { personIds, coverage, outlets: allOutlets });
}

function Series(props: { readonly view: View; readonly model: PersonPageModel }) {
  const { view, model } = props;
  const { person } = model;
  const { t, formats, period } = view;
  if (period === null) return null;
  const { name, personId, items } = person.figures;
  const total = person.series.filter((point) => point.outletId === null);
  const byDay = new Map(total.map((point) => [point.day, point.items]));
  const highest = highestMean(period, byDay);
  const days = lineStepDays(period);
  const unknown = t('coverage.unknown');
  const said = {
    name,
    largest: highest === null ? unknown : writeStep(highest, { formats, unknown }),
    gaps: total.filter((point) => point.items === null).length,
  };
  const annotations = notesOf(view, model);
  const health = healthOf(view, model.coverage);
  return (
    <ChartFigure
      view={view}
      about={{ personId }}
      items={personCell(view)}
      frame={{
        id: 'series',
        title: t('person.seriesTitle', { name }),
        subtitle: t('person.seriesSubtitle', {
          count: items,
          point: pointWords(view),
          period: formats.period(period.from, period.to),
        }),
        alt:
          days === 1 ? t('person.seriesAlt', said) : t('person.seriesAltMean', { ...said, days }),
      }}
      draw={(frame) =>
        personSeries({
          ...frame,
          personId,
          points: person.series,
          period,
          annotations,
          health,
          words: {
            step: stepWord(view),
            items: t('person.seriesItems'),
            itemsCaptured: t('table.items'),
            unknown,
          },
        })
      }
    />
  );
}

/** The same line outlet by outlet, on one scale. */
function PersonMultiples(props: { readonly view: View; readonly model: PersonPageModel }) {
  const { view, model } = props;
  const { t, formats, period } = view;
  const { name, personId } = model.person.figures;
  const byOutlet = Map.groupBy(model.person.series, ({ outletId }) => outletId);
  const outlets = model.allOutlets
    .filter(({ outletId }) => byOutlet.has(outletId))
    .slice(0, panelsAtMost);
  if (period === null || outlets.length < 2) return null;
  const annotations = notesOf(view, model);
  return (
    <ChartFigure
      view={view}
      about={{ personId }}
      items={({ id, days }) => personItemsAddress(view, personId, { ...days, outlet: id })}
      frame={{
        id: 'by-outlet',
        title: t('trend.personTitle', { name }),
        subtitle: t('trend.personSubtitle', {
          point: pointWords(view),
          period: formats.period(period.from, period.to),
        }),
        alt: t('trend.outletsAlt', { count: outlets.length }),
      }}
      draw={(frame) =>
        smallMultiples({
          ...frame,
          period,
          panels: outlets.map((outlet) => ({
            id: outlet.outletId,
            title: outlet.name,
            colour: personColour(personId),
            points: (byOutlet.get(outlet.outletId) ?? []).map(({ day, items }) => ({
              day,
              value: items,
            })),
          })),
          annotations,
          words: panelWords(view),
        })
      }
    />
  );
}

function PostLink({ view, term }: { readonly view: View; readonly term: OfficeTerm }) {
  return <a href={view.href(`/posts/${encodeURIComponent(term.postId)}`)}>{term.label}</a>;
}

function postColumn(view: View): Column<OfficeTerm> {
  return {
    key: 'post',
    label: view.t('person.post'),
    cell: (term) => (
      <>
        <PostLink view={view} term={term} /> {term.checked ? null : <UncheckedMark view={view} />}
      </>
    ),
  };
}

function Terms({ view, person }: { readonly view: View; readonly person: PersonModel }) {
  return (
    <section aria-labelledby="posts-heading">
      <h2 id="posts-heading">{view.t('person.posts')}</h2>
      <Timeline
        view={view}
        label={view.t('person.timeline', { name: person.figures.name })}
        rows={person.terms.map((term) => ({
          ...term,
          key: keyOf(term),
          name: <PostLink view={view} term={term} />,
          personId: person.figures.personId,
        }))}
      />
      <DataTable
        view={view}
        id="posts"
        caption={view.t('person.postsCaption')}
        columns={[postColumn(view), ...termColumns<OfficeTerm>(view)]}
        rows={person.terms}
        rowKey={keyOf}
      />
      <p className="quiet">
        <a href={view.href(`/register/history/${encodeURIComponent(person.figures.personId)}`)}>
          {view.t('history.link')}
        </a>
      </p>
    </section>
  );
}

/** `/persons/:id`: posts with sources, figures, series and the items behind them. */
export function PersonPage(props: { readonly view: View; readonly model: PersonPageModel }) {
  const { view, model } = props;
  const { t } = view;
  const { person } = model;
  const { figures } = person;
  return (
    <Layout view={view} title={figures.name} methodVersion={model.methodVersion}>
      <FilterLine view={view} outlets={model.allOutlets} />
      <header className="finding">
        <h1>
          <PersonDot personId={figures.personId} /> {figures.name}
        </h1>
        <p className="lead">
          <Posts view={view} posts={figures.posts} />
          <UncheckedPerson view={view} personId={figures.personId} posts={figures.posts} />
        </p>
      </header>
      <StaleNote view={view} />
      <PersonFiguresSection view={view} model={model} />
      <Series view={view} model={model} />
      <PersonMultiples view={view} model={model} />
      <PersonFrontPages
        view={view}
        figures={figures}
        strip={model.strip}
        attention={model.attention}
        notes={notesOf(view, model)}
        names={new Map(model.allOutlets.map((outlet) => [outlet.outletId, outlet.name]))}
      />
      {model.air === null ? null : <OnAir view={view} figures={figures} air={model.air} />}
      <section id="places" aria-labelledby="places-heading">
        <h2 id="places-heading">{t('person.places')}</h2>
        <FirstPlacesList view={view} figures={figures} />
        <p className="table-note">
          <ChallengeLink view={view} about={{ personId: figures.personId, figure: 'places' }} />
        </p>
      </section>
      <section aria-labelledby="items-heading">
        <h2 id="items-heading">{t('person.items')}</h2>
        {person.items.length === 0 ? (
          <p id="items">
            {t('person.noItems')} <WholePeriodLink view={view} />
          </p>
        ) : (
          <PersonItemTable
            view={view}
            items={person.items}
            caption={t('person.itemsCaption', { name: figures.name })}
          />
        )}
        <Paging view={view} cursor={person.cursor} />
      </section>
      <Terms view={view} person={person} />
    </Layout>
  );
}
