import {
  type CorrectedFigures,
  type Estimate,
  type FigureSet,
  type PersonFigures,
  postInWords,
} from '../../domain/index.ts';
import type { CodingPlan, RuleAgreement } from '../../review/index.ts';
import { AgreementTable } from '../components/agreement-table.tsx';
import { Arrows } from '../components/arrows.tsx';
import { ChallengeLink } from '../components/challenge-link.tsx';
import { type Column, DataTable } from '../components/data-table.tsx';
import { personItemsAddress } from '../components/items-address.ts';
import { Layout } from '../components/layout.tsx';
import { PersonLink } from '../components/person-name.tsx';
import type { View } from '../view.ts';

export interface AccuracyModel {
  readonly figures: FigureSet | null;
  readonly agreement: readonly RuleAgreement[];
  readonly plan: CodingPlan | null;
}

/** Per cent with its interval in brackets, as in the overview's table; a sign where unknown. */
function rangeText(view: View, estimate: Estimate | null): string {
  const { formats } = view;
  if (estimate === null) return formats.percent(null);
  const [low, high] = [formats.decimal(estimate.low * 100), formats.decimal(estimate.high * 100)];
  return `${formats.percent(estimate.value)} (${formats.range(low, high)})`;
}

/** Raw value as a hollow dot, corrected as a filled one on its interval; 0 to `most`. */
function IntervalBar(props: {
  readonly raw: number | null;
  readonly estimate: Estimate;
  readonly most: number;
  readonly title: string;
}) {
  const { raw, estimate, most, title } = props;
  const x = (value: number) => 6 + (188 * value) / most;
  return (
    <svg className="interval" viewBox="0 0 200 20" role="img" aria-label={title}>
      <line className="axis" x1={6} x2={194} y1={10} y2={10} />
      <line className="range" x1={x(estimate.low)} x2={x(estimate.high)} y1={10} y2={10} />
      <circle className="corrected" cx={x(estimate.value)} cy={10} r={3} />
      {raw === null ? null : <circle className="raw" cx={x(raw)} cy={10} r={6} />}
    </svg>
  );
}

interface CorrectedRow {
  readonly person: PersonFigures;
  readonly corrected: CorrectedFigures;
  readonly share: Estimate;
}

function correctedColumns(view: View, figures: FigureSet, most: number): Column<CorrectedRow>[] {
  const { t, formats } = view;
  const days = figures.query.period;
  return [
    {
      key: 'person',
      label: t('accuracy.person'),
      cell: ({ person }) => (
        <>
          <PersonLink
            view={view}
            personId={person.personId}
            name={person.name}
            posts={person.posts}
          />
          <span className="hint">
            {person.posts[0] ? postInWords(person.posts[0], view.language) : null}
          </span>
        </>
      ),
    },
    {
      key: 'share',
      label: t('accuracy.share'),
      wrap: true,
      cell: ({ person, share }) => (
        <>
          <IntervalBar
            raw={person.shareOfCoverage}
            estimate={share}
            most={most}
            title={`${formats.percent(person.shareOfCoverage)} → ${rangeText(view, share)}`}
          />
          <span className="hint">
            {formats.percent(person.shareOfCoverage)} <Arrows text="→" /> {rangeText(view, share)}
          </span>
        </>
      ),
    },
    {
      key: 'items',
      label: t('accuracy.items'),
      numeric: true,
      cell: ({ person, corrected: { items } }) => (
        <>
          <a className="figure" href={personItemsAddress(view, person.personId, { ...days })}>
            {formats.count(person.items)}
            <span className="hidden"> {person.name}</span>
          </a>{' '}
          <Arrows text="→" /> {formats.count(items.value)}
          <span className="hint">
            ({formats.range(formats.count(items.low), formats.count(items.high))})
          </span>
        </>
      ),
    },
    {
      key: 'precision',
      label: t('accuracy.precision'),
      numeric: true,
      cell: ({ corrected }) => rangeText(view, corrected.precision),
    },
    {
      key: 'recall',
      label: t('accuracy.recall'),
      numeric: true,
      cell: ({ corrected }) => rangeText(view, corrected.recall),
    },
  ];
}

function CorrectedTable(props: { readonly view: View; readonly figures: FigureSet }) {
  const { view, figures } = props;
  const rows = figures.persons.flatMap((person): CorrectedRow[] => {
    const { corrected } = person;
    const share = corrected?.shareOfCoverage;
    return corrected && share ? [{ person, corrected, share }] : [];
  });
  const most = Math.max(...rows.map(({ share }) => share.high), 0.01);
  return (
    <DataTable
      view={view}
      id="corrected"
      caption={view.t('accuracy.corrected')}
      columns={correctedColumns(view, figures, most)}
      rows={rows}
      rowKey={({ person }) => person.personId}
    />
  );
}

function PlanText({ view, plan }: { readonly view: View; readonly plan: CodingPlan }) {
  const points = view.formats.decimal(plan.wanted * 100);
  if (plan.more === null) return <p>{view.t('accuracy.planNever', { points })}</p>;
  if (plan.more === 0) return <p>{view.t('accuracy.planDone', { points })}</p>;
  return <p>{view.t('accuracy.plan', { points, more: plan.more })}</p>;
}

function CorrectedSection(props: { readonly view: View; readonly model: AccuracyModel }) {
  const { view, model } = props;
  const { figures, plan } = model;
  const { t, formats } = view;
  if (!figures?.audit) return <p>{t('accuracy.none')}</p>;
  const { audited, needed, readItems } = figures.audit;
  if (audited < needed) return <p>{t('accuracy.waiting', { audited, needed })}</p>;
  const { from, to } = figures.query.period;
  return (
    <section>
      <h2>{t('accuracy.corrected')}</h2>
      <p className="subtitle">
        {formats.period(from, to)}. {t('accuracy.correctedNote', { audited, read: readItems })}
      </p>
      <CorrectedTable view={view} figures={figures} />
      <p className="table-note">
        <ChallengeLink view={view} about={{ figure: 'corrected' }} />
      </p>
      {plan === null ? null : <PlanText view={view} plan={plan} />}
    </section>
  );
}

/** How often the machine is wrong, how far its readers agree, and figures corrected by it. */
export function AccuracyPage(props: { readonly view: View; readonly model: AccuracyModel }) {
  const { view, model } = props;
  const { t } = view;
  const isCoded = model.agreement.some(({ units }) => units > 0);
  return (
    <Layout
      view={view}
      title={t('accuracy.title')}
      methodVersion={model.figures?.methodVersion ?? null}
    >
      <header className="finding">
        <h1>{t('accuracy.title')}</h1>
        <p className="lead">{t('accuracy.intro')}</p>
      </header>
      <CorrectedSection view={view} model={model} />
      {isCoded ? (
        <section>
          <h2>{t('accuracy.agreement')}</h2>
          <p className="subtitle">{t('accuracy.agreementNote')}</p>
          <AgreementTable view={view} rows={model.agreement} />
          <p className="table-note">
            <ChallengeLink view={view} about={{ figure: 'agreement' }} />
          </p>
        </section>
      ) : null}
    </Layout>
  );
}
