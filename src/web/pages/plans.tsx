import { dayIn, type Plan, type PlanDeviation, type PlanDrift } from '../../domain/index.ts';
import { dayCount } from '../charts.ts';
import { type Column, DataTable } from '../components/data-table.tsx';
import { Layout } from '../components/layout.tsx';
import type { View } from '../view.ts';

/** `/plans`: plans that were sealed before their period began. */
export function PlansPage(props: { readonly view: View; readonly plans: readonly Plan[] }) {
  const { view, plans } = props;
  const { t, formats } = view;
  const columns: Column<Plan>[] = [
    {
      key: 'title',
      label: t('plan.title'),
      cell: ({ hash, content }) => (
        <>
          <a href={view.href(`/plans/${hash}`)}>{content.title}</a>
          <span className="quiet">{formats.period(content.period.from, content.period.to)}</span>
        </>
      ),
    },
    {
      key: 'sealed',
      label: t('plan.sealed'),
      broad: true,
      cell: ({ sealedAt }) => view.moment(sealedAt),
    },
    {
      key: 'deviations',
      label: t('plan.deviations'),
      numeric: true,
      cell: ({ deviations }) => formats.count(deviations.length),
    },
    { key: 'hash', label: t('data.hash'), cell: ({ hash }) => <code>{hash.slice(0, 12)}…</code> },
  ];
  return (
    <Layout view={view} title={t('plan.heading')} methodVersion={null}>
      <header className="finding">
        <h1>{t('plan.heading')}</h1>
        <p className="lead">{t('plan.lead')}</p>
      </header>
      {plans.length === 0 ? (
        <>
          <p>
            {t('plan.none')}{' '}
            {view.hasAdministration ? (
              <>
                {t('plan.sealOn')} <a href={view.href('/admin/plans', {})}>{t('plan.sealPage')}</a>{' '}
                {t('plan.sealOr')}
              </>
            ) : (
              t('plan.sealBy')
            )}
          </p>
          <pre tabIndex={0}>
            <code>npm run cli -- plan seal --title … --from … --to …</code>
          </pre>
        </>
      ) : (
        <DataTable
          view={view}
          id="plans"
          caption={t('plan.heading')}
          columns={columns}
          rows={plans}
          rowKey={({ hash }) => hash}
        />
      )}
    </Layout>
  );
}

/** Sealed before the first day, or how many days after it. */
function sealedWhen(view: View, { sealedAt, content }: Plan): string {
  const sealedOn = dayIn(view.timeZone, new Date(sealedAt));
  const late = dayCount({ from: content.period.from, to: sealedOn });
  return late <= 0 ? view.t('plan.before') : view.t('plan.late', { count: late });
}

function deviationColumns(view: View): Column<PlanDeviation>[] {
  const { t } = view;
  return [
    {
      key: 'when',
      label: t('table.day'),
      cell: ({ notedAt }) => view.moment(notedAt),
    },
    {
      key: 'what',
      label: t('plan.what'),
      wrap: true,
      cell: (deviation) => deviationText(view, deviation),
    },
  ];
}

const noticed = {
  outlets: 'plan.noticed.outlets',
  register: 'plan.noticed.register',
  method: 'plan.noticed.method',
} as const;
const sealedAgain = {
  outlets: 'plan.again.outlets',
  register: 'plan.again.register',
  method: 'plan.again.method',
} as const;

/** What the operator wrote, or what the program noticed by itself. */
function deviationText(view: View, { part, what }: PlanDeviation) {
  const { t } = view;
  if (part === null) return what;
  if (what === '') return t(sealedAgain[part]);
  const text = t(noticed[part], { what });
  if (part !== 'register') return text;
  return (
    <>
      {text} <a href={view.href('/register/history')}>{t('plan.noticed.history')}</a>
    </>
  );
}

/** How a reader checks that the plan is the one that was sealed: a command and what it prints. */
function HashCheck({ view, hash }: { readonly view: View; readonly hash: string }) {
  const { t, publicUrl } = view;
  const address = `${publicUrl ?? ''}/plans/${hash}/plan.json`;
  const command = publicUrl === null ? 'sha256sum plan.json' : `curl -s ${address} | sha256sum`;
  return (
    <>
      <p className="hash">
        <a href={`/plans/${hash}/plan.json`} download>
          plan.json
        </a>{' '}
        · SHA-256 <code>{hash}</code>
      </p>
      <p className="quiet">{t('plan.check')}</p>
      <pre tabIndex={0}>
        <code>{command}</code>
      </pre>
    </>
  );
}

function Drift({ view, drift }: { readonly view: View; readonly drift: PlanDrift }) {
  const { t } = view;
  const changed = [
    drift.outlets ? t('plan.drift.outlets') : '',
    drift.register ? t('plan.drift.register') : '',
    drift.method ? t('plan.drift.method') : '',
  ].filter(Boolean);
  return (
    <p>
      {changed.length === 0 ? t('plan.asSealed') : t('plan.drift', { what: changed.join(', ') })}
    </p>
  );
}

/** `/plans/:hash`: one sealed plan, what it lays down, and how it was departed from. */
export function PlanPage(props: {
  readonly view: View;
  readonly plan: Plan;
  readonly drift: PlanDrift;
}) {
  const { view, plan, drift } = props;
  const { t, formats } = view;
  const { content } = plan;
  return (
    <Layout view={view} title={content.title} methodVersion={content.methodVersion}>
      <header className="finding finding-item">
        <h1>{content.title}</h1>
        <p className="lead">
          {formats.period(content.period.from, content.period.to)} ·{' '}
          {t('plan.sealedOn', { when: view.moment(plan.sealedAt) })} {sealedWhen(view, plan)}
        </p>
      </header>
      <section aria-labelledby="content-heading">
        <h2 id="content-heading">{t('plan.content')}</h2>
        <p>
          {t('plan.contentText', {
            outlets: content.outlets.length,
            persons: content.register.persons,
            terms: content.register.terms,
            method: content.methodVersion,
          })}
        </p>
        <p className="quiet">{content.outlets.map(({ name }) => name).join(' · ')}</p>
        <HashCheck view={view} hash={plan.hash} />
      </section>
      <section aria-labelledby="deviations-heading">
        <h2 id="deviations-heading">{t('plan.deviations')}</h2>
        <Drift view={view} drift={drift} />
        {plan.deviations.length === 0 ? (
          <p>{t('plan.noDeviation')}</p>
        ) : (
          <DataTable
            view={view}
            id="deviations"
            caption={t('plan.deviations')}
            columns={deviationColumns(view)}
            rows={plan.deviations}
            rowKey={({ notedAt, part, what }) => `${notedAt} ${part} ${what}`}
          />
        )}
      </section>
    </Layout>
  );
}
