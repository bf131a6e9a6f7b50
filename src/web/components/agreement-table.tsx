import type { RuleAgreement } from '../../review/index.ts';
import { levelNames, ruleNames } from '../review-words.ts';
import type { View } from '../view.ts';
import { type Column, DataTable } from './data-table.tsx';

const threeDigits = (view: View, value: number | null) =>
  value === null
    ? '–'
    : value.toLocaleString(view.language === 'vi' ? 'vi-VN' : 'en-GB', {
        minimumFractionDigits: 3,
        maximumFractionDigits: 3,
      });

function alphaCell(view: View, row: RuleAgreement) {
  if (row.noVariation) return view.t('accuracy.noVariation', { count: row.units });
  return (
    <>
      {threeDigits(view, row.alpha)}{' '}
      {row.interval === null ? null : (
        <span className="quiet">
          (
          {view.formats.range(
            threeDigits(view, row.interval.low),
            threeDigits(view, row.interval.high),
          )}
          )
        </span>
      )}
    </>
  );
}

function columns(view: View): Column<RuleAgreement>[] {
  const { t, formats } = view;
  return [
    { key: 'rule', label: t('accuracy.rule'), cell: ({ rule }) => t(ruleNames[rule]) },
    { key: 'level', label: t('accuracy.level'), cell: ({ level }) => t(levelNames[level]) },
    {
      key: 'alpha',
      label: t('accuracy.alpha'),
      numeric: true,
      cell: (row) => alphaCell(view, row),
    },
    {
      key: 'kappa',
      label: t('accuracy.kappa'),
      numeric: true,
      cell: ({ kappa }) => threeDigits(view, kappa),
    },
    {
      key: 'units',
      label: t('accuracy.units'),
      numeric: true,
      cell: ({ units }) => formats.count(units),
    },
  ];
}

/** Agreement rule by rule, with its intervals; the same for one coder and for all. */
export function AgreementTable(props: {
  readonly view: View;
  readonly rows: readonly RuleAgreement[];
}) {
  const { view, rows } = props;
  return (
    <DataTable
      view={view}
      narrow
      id="agreement"
      caption={view.t('accuracy.agreement')}
      columns={columns(view)}
      rows={rows}
      rowKey={({ rule }) => rule}
    />
  );
}
