import type { Correction } from '../../domain/index.ts';
import { Arrows } from './arrows.tsx';
import type { View } from '../view.ts';

/** Place of a correction on the page of its item. */
export function correctionAnchor(id: string): string {
  return `correction-${id}`;
}

/** Restated figures beside what they are about: "12 → 11, why". */
export function CorrectionNotes(props: {
  readonly view: View;
  readonly corrections: readonly Correction[];
}) {
  const { view, corrections } = props;
  const { t } = view;
  return corrections.map(({ id, personId, personName, before, after, why, toPersonName }) => (
    <p key={id} id={correctionAnchor(id)} className="note">
      <Arrows
        text={t('correction.restated', {
          name: view.nameOf({ personId, name: personName }),
          before,
          after,
        })}
      />{' '}
      {why}
      {toPersonName === null ? '' : ` ${t('correction.to', { name: toPersonName })}`}{' '}
      <a href={view.href('/corrections')}>{t('correction.all')}</a>
    </p>
  ));
}
