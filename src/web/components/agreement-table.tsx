import type { RuleAgreement } from '../../review/index.ts';
import { levelNames, ruleNames } from '../review-words.ts';
import type { View } from '../view.ts';

const threeDigits = (view: View, value: number | null) =>
  value === null
    ? '–'
    : value.toLocaleString(view.language === 'vi' ? 'vi-VN' : 'en-GB', {
        minimumFractionDigits: 3,
        maximumFractionDigits: 3,
      });

function AlphaCell({ view, row }: { readonly view: View; readonly row: RuleAgreement }) {
  if (row.noVariation) {
    return <td>{view.t('accuracy.noVariation', { count: row.units })}</td>;
  }
  return (
    <td className="number">
      {threeDigits(view, row.alpha)}{' '}
      {row.interval === null ? null : (
        <span className="quiet">
          [{threeDigits(view, row.interval.low)}; {threeDigits(view, row.interval.high)}]
        </span>
      )}
    </td>
  );
}

/** Agreement rule by rule, with its intervals; the same for one coder and for all. */
export function AgreementTable(props: {
  readonly view: View;
  readonly rows: readonly RuleAgreement[];
}) {
  const { view, rows } = props;
  const { t, formats } = view;
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={t('accuracy.agreement')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('accuracy.rule')}</th>
            <th scope="col">{t('accuracy.level')}</th>
            <th scope="col" className="number">
              {t('accuracy.alpha')}
            </th>
            <th scope="col" className="number">
              {t('accuracy.kappa')}
            </th>
            <th scope="col" className="number">
              {t('accuracy.units')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.rule}>
              <th scope="row">{t(ruleNames[row.rule])}</th>
              <td>{t(levelNames[row.level])}</td>
              <AlphaCell view={view} row={row} />
              <td className="number">{threeDigits(view, row.kappa)}</td>
              <td className="number">{formats.count(row.units)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
