import type { Numbers } from '../../domain/index.ts';
import { dayCount } from '../charts.ts';
import { CompositeTable } from '../components/composite-table.tsx';
import { CoverageFigure } from '../components/coverage-figure.tsx';
import { FilterLine } from '../components/filter-line.tsx';
import { itemsAddress, onlyMentioning } from '../components/items-address.ts';
import { ItemTable, Paging } from '../components/item-table.tsx';
import { KeyFigures } from '../components/key-figures.tsx';
import { Layout } from '../components/layout.tsx';
import { mediumNames } from '../components/outlet-table.tsx';
import { PersonTable } from '../components/person-table.tsx';
import { PartialNote, StaleNote } from '../components/states.tsx';
import type { View } from '../view.ts';

type OutletModel = NonNullable<Awaited<ReturnType<Numbers['outlet']>>>;

function OutletFiguresSection(props: { readonly view: View; readonly outlet: OutletModel }) {
  const { view, outlet } = props;
  const { t, formats, period } = view;
  const { figures } = outlet;
  const part = figures.items === 0 ? null : figures.itemsWithPersons / figures.items;
  return (
    <section aria-labelledby="figures-heading">
      <h2 id="figures-heading">{t('outlet.figures')}</h2>
      <p className="quiet">{period === null ? '' : formats.period(period.from, period.to)}</p>
      <KeyFigures
        view={view}
        about={{ outletId: figures.outletId }}
        items="#items"
        figures={[
          {
            id: 'outlet-items',
            name: t('outlet.items'),
            value: formats.count(figures.items),
            text: t('outlet.itemsText', { distinct: figures.distinctItems }),
          },
          {
            id: 'outlet-with-persons',
            name: t('outlet.withPersons'),
            value: formats.percent(part),
            text: t('outlet.withPersonsText', {
              count: figures.itemsWithPersons,
              total: figures.items,
              mentions: figures.mentions,
            }),
            items: itemsAddress(view, { ...onlyMentioning, outlet: figures.outletId }),
          },
          {
            id: 'outlet-length',
            name: t('outlet.length'),
            value: t('unit.words', { count: figures.words }),
            text: t('outlet.lengthText', { inches: formats.decimal(figures.columnInches) }),
          },
          {
            id: 'outlet-gaps',
            name: t('outlet.gaps'),
            value: formats.count(figures.gapDays),
            text: t('outlet.gapsText', { total: period === null ? 0 : dayCount(period) }),
            items: `${view.href('/gaps', { outlet: figures.outletId })}#gaps`,
          },
        ]}
      />
    </section>
  );
}

function OutletPersons(props: { readonly view: View; readonly outlet: OutletModel }) {
  const { view, outlet } = props;
  const { t, formats } = view;
  const { figures } = outlet;
  return (
    <section aria-labelledby="persons-heading">
      <h2 id="persons-heading">{t('outlet.persons', { name: figures.name })}</h2>
      <p className="quiet">
        {t('outlet.finding', {
          percent: formats.percent(
            figures.items === 0 ? null : figures.itemsWithPersons / figures.items,
          ),
        })}
      </p>
      <PersonTable
        view={view}
        persons={outlet.persons}
        outletId={figures.outletId}
        totals={{
          itemsWithPersons: figures.itemsWithPersons,
          itemsCaptured: figures.items,
        }}
      />
    </section>
  );
}

/** When it published, and which outlets it followed and was followed by. */
function Succession(props: {
  readonly view: View;
  readonly succession: NonNullable<OutletModel['succession']>;
}) {
  const { view, succession } = props;
  const { t, formats } = view;
  const { from, until, successor, predecessors } = succession;
  const links = (outlets: typeof predecessors) =>
    outlets.map(({ outletId, name, isFollowed }, at) => (
      <span key={outletId}>
        {at === 0 ? ' ' : ', '}
        {isFollowed === false ? (
          `${name} (${t('outlet.notFollowed')})`
        ) : (
          <a href={view.href(`/outlets/${outletId}`)}>{name}</a>
        )}
      </span>
    ));
  return (
    <p className="quiet succession">
      {from === null ? null : <span>{t('outlet.publishedFrom', { day: formats.day(from) })} </span>}
      {until === null ? null : (
        <span>{t('outlet.publishedUntil', { day: formats.day(until) })} </span>
      )}
      {successor === null ? null : (
        <span>
          {t('outlet.successor')}
          {links([successor])}.{' '}
        </span>
      )}
      {predecessors.length === 0 ? null : (
        <span>
          {t('outlet.predecessors')}
          {links(predecessors)}.
        </span>
      )}
    </p>
  );
}

/** `/outlets/:id`: what was captured, whom it mentions, where data are missing, the items. */
export function OutletPage(props: {
  readonly view: View;
  readonly outlet: OutletModel;
  readonly methodVersion: string;
  /** Something of its air was captured in the period. */
  readonly isOnAir: boolean;
}) {
  const { view, outlet, methodVersion, isOnAir } = props;
  const { t } = view;
  const { figures } = outlet;
  return (
    <Layout view={view} title={figures.name} methodVersion={methodVersion}>
      <FilterLine view={view} />
      <header className="finding">
        <h1>{figures.name}</h1>
        <p className="lead">
          {t(mediumNames[figures.medium])}{' '}
          {figures.verified ? null : <span className="unchecked">{t('outlet.unverified')}</span>}
        </p>
        {outlet.succession ? <Succession view={view} succession={outlet.succession} /> : null}
        {isOnAir ? (
          <p>
            <a href={view.href(`/outlets/${figures.outletId}/air`)}>{t('air.onAir')}</a>
          </p>
        ) : null}
      </header>
      <StaleNote view={view} />
      <PartialNote view={view} coverage={outlet.coverage} />
      <OutletFiguresSection view={view} outlet={outlet} />
      <CoverageFigure
        view={view}
        outlets={[figures]}
        coverage={outlet.coverage}
        about={{ outletId: figures.outletId }}
      />
      <OutletPersons view={view} outlet={outlet} />
      <CompositeTable view={view} persons={outlet.persons} outletId={figures.outletId} />
      <section aria-labelledby="items-heading">
        <h2 id="items-heading">{t('outlet.list')}</h2>
        <ItemTable
          view={view}
          items={outlet.items}
          caption={t('outlet.listCaption')}
          withOutlet={false}
        />
        <Paging view={view} cursor={outlet.cursor} />
      </section>
    </Layout>
  );
}
