import type {
  DoubtedItem,
  DoubtedPage as DoubtedModel,
  PersonFigures,
} from '../../domain/index.ts';
import { ChallengeLink } from '../components/challenge-link.tsx';
import { type Column, DataTable } from '../components/data-table.tsx';
import { FilterLine } from '../components/filter-line.tsx';
import { Paging } from '../components/item-table.tsx';
import { ItemLink } from '../components/item-title.tsx';
import { Layout } from '../components/layout.tsx';
import { PersonLink, Posts } from '../components/person-name.tsx';
import { StaleNote } from '../components/states.tsx';
import type { View } from '../view.ts';

export interface DoubtedPageModel {
  readonly doubted: DoubtedModel;
  /** Items of the whole list. */
  readonly count: number;
  /** Held in the period: a post tells two people of one name apart. */
  readonly posts: PersonFigures['posts'];
  readonly methodVersion: string;
  readonly allOutlets: readonly { readonly outletId: string; readonly name: string }[];
}

/** Titles alone: the sentence with the name is not shown, since it may be of someone private. */
function columns(view: View): Column<DoubtedItem>[] {
  const { t, formats } = view;
  return [
    {
      key: 'title',
      label: t('table.title'),
      wrap: true,
      cell: (item) => (
        <>
          {item.titleHeld && !item.takenDown ? (
            <ItemLink view={view} item={{ ...item, language: view.language }}>
              {t('doubted.titleHeld')}
            </ItemLink>
          ) : (
            <ItemLink view={view} item={item} />
          )}
          <span className="quiet">
            {item.outletName} · {formats.weekday(item.day)} {formats.day(item.day)}
          </span>
        </>
      ),
    },
    {
      key: 'words',
      label: t('table.words'),
      numeric: true,
      cell: (item) => formats.count(item.words),
    },
  ];
}

/** `/persons/:id/uncertain`: what the count of uncertain items counts. */
export function DoubtedPage(props: { readonly view: View; readonly model: DoubtedPageModel }) {
  const { view, model } = props;
  const { t, formats, period } = view;
  const { personId, name, items, cursor } = model.doubted;
  const title = t('doubted.title', { name: view.nameOf({ personId, name }) });
  return (
    <Layout view={view} title={title} methodVersion={model.methodVersion}>
      <FilterLine view={view} outlets={model.allOutlets} />
      <header className="finding finding-item">
        <h1>{title}</h1>
        <p className="lead">
          {t('doubted.lead', {
            count: model.count,
            period: period === null ? '' : formats.period(period.from, period.to),
          })}
        </p>
        <p>
          <PersonLink view={view} personId={personId} name={name} posts={model.posts} />{' '}
          <Posts view={view} posts={model.posts} />
        </p>
      </header>
      <StaleNote view={view} />
      <p className="quiet">{t('doubted.note')}</p>
      {items.length === 0 ? (
        <p id="items">{t('doubted.none')}</p>
      ) : (
        <DataTable
          view={view}
          id="items"
          caption={title}
          columns={columns(view)}
          rows={items}
          rowKey={({ itemId }) => itemId}
        />
      )}
      <Paging view={view} cursor={cursor} />
      <p className="table-note">
        <ChallengeLink view={view} about={{ personId, figure: 'items' }} />
      </p>
    </Layout>
  );
}
