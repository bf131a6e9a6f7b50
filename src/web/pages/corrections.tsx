import type { AnsweredChallenge, Correction, DecisionState, Takedown } from '../../domain/index.ts';
import { Arrows } from '../components/arrows.tsx';
import { ChallengeLink } from '../components/challenge-link.tsx';
import { Challenged } from '../components/challenged.tsx';
import { personItemsAddress } from '../components/items-address.ts';
import { Paging } from '../components/item-table.tsx';
import { type Column, DataTable } from '../components/data-table.tsx';
import { Title } from '../components/item-title.tsx';
import { feedAddress, Layout } from '../components/layout.tsx';
import { PersonLink } from '../components/person-name.tsx';
import type { View } from '../view.ts';

export interface CorrectionsModel {
  readonly corrections: readonly Correction[];
  /** Of the next page of corrections; null at the end. */
  readonly cursor: string | null;
  /** Accepted challenges of other figures than a person's items. */
  readonly answered: readonly AnsweredChallenge[];
  readonly takedowns: readonly Takedown[];
  readonly counts: Readonly<Record<DecisionState, number>>;
}

function correctionColumns(view: View): Column<Correction>[] {
  const { t, formats } = view;
  return [
    {
      key: 'person',
      label: t('table.person'),
      cell: ({ personId, personName, query: { period } }) => (
        <>
          <PersonLink view={view} personId={personId} name={personName} />
          <span className="quiet">{formats.period(period.from, period.to)}</span>
        </>
      ),
    },
    {
      key: 'change',
      label: t('correction.change'),
      numeric: true,
      cell: ({ personId, query, before, after }) => (
        <a
          className="figure"
          href={personItemsAddress(view, personId, {
            ...query.period,
            outlet: query.outlets ?? [],
          })}
        >
          <Arrows text={`${formats.count(before)} → ${formats.count(after)}`} />
        </a>
      ),
    },
    { key: 'why', label: t('correction.why'), wrap: true, cell: ({ why }) => why },
    {
      key: 'item',
      label: t('table.title'),
      wrap: true,
      cell: ({ itemId, itemTitle, itemLanguage }) => (
        <a href={view.href(`/items/${encodeURIComponent(itemId)}`)}>
          <Title view={view} title={itemTitle} language={itemLanguage} />
        </a>
      ),
    },
    {
      key: 'made',
      label: t('table.day'),
      broad: true,
      cell: ({ madeAt }) => view.moment(madeAt),
    },
  ];
}

function takedownColumns(view: View): Column<Takedown>[] {
  const { t } = view;
  return [
    {
      key: 'item',
      label: t('table.outlet'),
      cell: ({ itemId, outletName }) => (
        <a href={view.href(`/items/${encodeURIComponent(itemId)}`)}>{outletName}</a>
      ),
    },
    { key: 'why', label: t('correction.why'), wrap: true, cell: ({ answer }) => answer },
    {
      key: 'made',
      label: t('table.day'),
      broad: true,
      cell: ({ decidedAt }) => (decidedAt === null ? '–' : view.moment(decidedAt)),
    },
  ];
}

function answeredColumns(view: View): Column<AnsweredChallenge>[] {
  const { t } = view;
  return [
    {
      key: 'figure',
      label: t('challenge.figure'),
      wrap: true,
      cell: (one) => <Challenged view={view} of={one} />,
    },
    { key: 'answer', label: t('correction.answer'), wrap: true, cell: ({ answer }) => answer },
    {
      key: 'made',
      label: t('table.day'),
      broad: true,
      cell: ({ decidedAt }) => (decidedAt === null ? '–' : view.moment(decidedAt)),
    },
  ];
}

/** Nothing where no challenge of such a figure was accepted. */
function Answered({ view, model }: { readonly view: View; readonly model: CorrectionsModel }) {
  const { t } = view;
  if (model.answered.length === 0) return null;
  return (
    <section aria-labelledby="answered-heading">
      <h2 id="answered-heading">{t('correction.answered')}</h2>
      <p className="quiet">{t('correction.answeredNote')}</p>
      <DataTable
        view={view}
        id="answered"
        caption={t('correction.answered')}
        columns={answeredColumns(view)}
        rows={model.answered}
        rowKey={({ decidedAt, address }) => `${decidedAt} ${address}`}
      />
    </section>
  );
}

/** `/corrections`: every restated figure with its reason, and every text taken down. */
export function CorrectionsPage(props: { readonly view: View; readonly model: CorrectionsModel }) {
  const { view, model } = props;
  const { t } = view;
  const { corrections, takedowns, counts } = model;
  return (
    <Layout
      view={view}
      title={t('correction.title')}
      methodVersion={null}
      feed={{ path: '/corrections.atom', title: t('correction.title') }}
    >
      <header className="finding">
        <h1>{t('correction.title')}</h1>
        <p className="lead">{t('correction.lead')}</p>
        <p>
          {t('correction.counts', { ...counts })}{' '}
          <a href={feedAddress(view, '/corrections.atom')}>{t('feed.atom')}</a>
        </p>
      </header>
      <section aria-labelledby="corrections-heading">
        <h2 id="corrections-heading">{t('correction.list')}</h2>
        {corrections.length === 0 ? (
          <p>{t('correction.none')}</p>
        ) : (
          <DataTable
            view={view}
            id="corrections"
            caption={t('correction.list')}
            columns={correctionColumns(view)}
            rows={corrections}
            rowKey={({ id }) => id}
          />
        )}
        <Paging view={view} cursor={model.cursor} list="corrections" />
        <p className="table-note">
          <ChallengeLink view={view} of={t('correction.list')} />
        </p>
      </section>
      <Answered view={view} model={model} />
      <section aria-labelledby="takedowns-heading">
        <h2 id="takedowns-heading">{t('takedown.list')}</h2>
        <p className="quiet">{t('takedown.listNote')}</p>
        {takedowns.length === 0 ? (
          <p>{t('takedown.none')}</p>
        ) : (
          <DataTable
            view={view}
            id="takedowns"
            caption={t('takedown.list')}
            columns={takedownColumns(view)}
            rows={takedowns}
            rowKey={({ id }) => id}
          />
        )}
      </section>
    </Layout>
  );
}
