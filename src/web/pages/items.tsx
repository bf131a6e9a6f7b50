import type { FigureSet, ItemSummary } from '../../domain/index.ts';
import { ChallengeLink } from '../components/challenge-link.tsx';
import { FilterLine } from '../components/filter-line.tsx';
import { ItemTable, Paging } from '../components/item-table.tsx';
import { itemsAddress, onlyMentioning as mentioning } from '../components/items-address.ts';
import { Layout } from '../components/layout.tsx';
import { itemsWithPersons } from '../components/share-figure.tsx';
import { EmptyState, PartialNote, StaleNote } from '../components/states.tsx';
import type { View } from '../view.ts';

export interface ItemsModel {
  readonly figures: FigureSet;
  readonly items: readonly ItemSummary[];
  readonly cursor: string | null;
  /** Only items in which somebody of the register counts. */
  readonly onlyMentioning: boolean;
  readonly allOutlets: readonly { readonly outletId: string; readonly name: string }[];
}

function Choice({ view, model }: { readonly view: View; readonly model: ItemsModel }) {
  const { t, formats } = view;
  const { figures, onlyMentioning } = model;
  const choices = [
    { chosen: !onlyMentioning, changes: {}, name: 'items.all', count: figures.itemsCaptured },
    {
      chosen: onlyMentioning,
      changes: mentioning,
      name: 'items.mentioning',
      count: itemsWithPersons(figures),
    },
  ] as const;
  return (
    <p>
      {choices.map(({ chosen, changes, name, count }, index) => {
        const text = `${t(name)} (${formats.count(count)})`;
        return (
          <span key={name}>
            {index === 0 ? '' : ' · '}
            {chosen ? <b>{text}</b> : <a href={itemsAddress(view, changes)}>{text}</a>}
          </span>
        );
      })}
    </p>
  );
}

function List({ view, model }: { readonly view: View; readonly model: ItemsModel }) {
  const { t } = view;
  const { figures, items, cursor, onlyMentioning } = model;
  const count = onlyMentioning ? itemsWithPersons(figures) : figures.itemsCaptured;
  const { from, to } = figures.query.period;
  return (
    <>
      <header className="finding finding-item">
        <h1>{t(onlyMentioning ? 'items.mentioning' : 'items.all')}</h1>
        <p className="lead">
          {t(onlyMentioning ? 'items.leadMentioning' : 'items.lead', {
            count,
            outlets: figures.outlets.length,
            period: view.formats.period(from, to),
          })}
        </p>
      </header>
      <StaleNote view={view} />
      <PartialNote view={view} coverage={figures.coverage} at={view.href('/gaps')} />
      <Choice view={view} model={model} />
      {items.length === 0 ? (
        <p id="items">{t('items.none')}</p>
      ) : (
        <ItemTable view={view} items={items} caption={t('items.caption')} withOutlet />
      )}
      <Paging view={view} cursor={cursor} />
      <p className="table-note">
        <ChallengeLink view={view} about={{ figure: 'items' }} />
      </p>
    </>
  );
}

/** `/items`: the items that figures of the period count, whichever outlet published them. */
export function ItemsPage(props: { readonly view: View; readonly model: ItemsModel | null }) {
  const { view, model } = props;
  return (
    <Layout
      view={view}
      title={view.t('items.all')}
      methodVersion={model?.figures.methodVersion ?? null}
    >
      <FilterLine view={view} outlets={model?.allOutlets ?? []} />
      {model === null || model.figures.itemsCaptured === 0 ? (
        <EmptyState view={view} />
      ) : (
        <List view={view} model={model} />
      )}
    </Layout>
  );
}
