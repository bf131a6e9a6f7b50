import type { StoryPage as StoryModel } from '../../domain/index.ts';
import { ChallengeLink } from '../components/challenge-link.tsx';
import { type Column, DataTable } from '../components/data-table.tsx';
import { ItemLink } from '../components/item-title.tsx';
import { KeyFigures } from '../components/key-figures.tsx';
import { Layout } from '../components/layout.tsx';
import { PersonLink } from '../components/person-name.tsx';
import type { View } from '../view.ts';

type StoryCopy = StoryModel['items'][number];
type StoryPerson = StoryModel['persons'][number];

/**
 * When a copy appeared, by its outlet's clock. A zone that is not this installation's is named, so
 * that two copies can be compared.
 */
function copyTime(view: View, { publishedAt, day, timeZone }: StoryCopy): string {
  const { formats } = view;
  if (publishedAt === null) return formats.day(day);
  const isNear = timeZone === view.timeZone;
  return isNear
    ? formats.instant(publishedAt, timeZone)
    : formats.zonedInstant(publishedAt, timeZone);
}

function itemColumns(view: View): Column<StoryCopy>[] {
  const { t, formats } = view;
  return [
    {
      key: 'title',
      label: t('table.title'),
      cell: (item) => (
        <>
          <ItemLink view={view} item={item} />
          <span className="quiet">{item.outletName}</span>
        </>
      ),
    },
    {
      key: 'when',
      label: t('story.when'),
      broad: true,
      cell: (item) => copyTime(view, item),
    },
    {
      key: 'words',
      label: t('table.words'),
      numeric: true,
      cell: (item) => formats.count(item.words),
    },
  ];
}

function personColumns(view: View, copies: number): Column<StoryPerson>[] {
  const { t, formats } = view;
  return [
    {
      key: 'person',
      label: t('table.person'),
      cell: ({ personId, name }) => <PersonLink view={view} personId={personId} name={name} />,
    },
    {
      key: 'items',
      label: t('story.copiesWith'),
      hint: t('story.ofCopies', { count: copies }),
      numeric: true,
      cell: ({ items }) => (
        <a className="figure" href="#copies">
          {formats.count(items)}
        </a>
      ),
    },
  ];
}

/** `/stories/:id`: items of several outlets that are nearly the same text. */
export function StoryPage(props: { readonly view: View; readonly story: StoryModel }) {
  const { view, story } = props;
  const { t, formats } = view;
  const [first] = story.items;
  const outlets = new Set(story.items.map(({ outletId }) => outletId)).size;
  const title = first?.takenDown ? t('item.takenDown') : (first?.title ?? '');
  return (
    <Layout view={view} title={title} methodVersion={null}>
      <header className="finding finding-item">
        <h1 lang={first?.takenDown ? undefined : first?.language}>{title}</h1>
        <p className="lead">
          {t('story.lead', {
            items: story.items.length,
            outlets,
            outlet: first?.outletName ?? '',
            day: first === undefined ? '' : formats.day(first.day),
          })}
        </p>
      </header>
      <KeyFigures
        view={view}
        items="#copies"
        figures={[
          {
            id: 'story-published',
            name: t('story.published'),
            value: formats.count(story.items.length),
            text: t('story.publishedText'),
          },
          {
            id: 'story-distinct',
            name: t('table.distinct'),
            value: formats.count(1),
            text: t('table.distinctHint'),
          },
        ]}
      />
      <section aria-labelledby="copies-heading">
        <h2 id="copies-heading">{t('story.copies')}</h2>
        <p className="quiet">{t('item.copiesNote')}</p>
        <DataTable
          view={view}
          id="copies"
          caption={t('story.copies')}
          columns={itemColumns(view)}
          rows={story.items}
          rowKey={({ itemId }) => itemId}
        />
      </section>
      {story.persons.length === 0 ? null : (
        <section aria-labelledby="persons-heading">
          <h2 id="persons-heading">{t('story.persons')}</h2>
          <DataTable
            view={view}
            narrow
            id="persons"
            caption={t('item.personsCaption')}
            columns={personColumns(view, story.items.length)}
            rows={story.persons}
            rowKey={({ personId }) => personId}
          />
        </section>
      )}
      <p className="paging">
        <ChallengeLink view={view} about={{ figure: 'copies' }} />
      </p>
    </Layout>
  );
}
