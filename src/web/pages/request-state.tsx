import type { Correction, DecisionState, IsoInstant } from '../../domain/index.ts';
import { Arrows } from '../components/arrows.tsx';
import { Layout } from '../components/layout.tsx';
import type { MessageKey } from '../language.ts';
import type { View } from '../view.ts';

export interface RequestStateModel {
  readonly id: string;
  readonly at: IsoInstant;
  readonly state: DecisionState;
  readonly decidedAt: IsoInstant | null;
  readonly answer: string | null;
  /** Path of the page it began on. */
  readonly back: string;
  /** How the figure was restated; null where none was. */
  readonly correction: Correction | null;
}

const headings: Readonly<Record<DecisionState, MessageKey>> = {
  open: 'request.open',
  accepted: 'request.accepted',
  rejected: 'request.rejected',
};

/** `/challenges/:id`, `/takedowns/:id`: where a request stands; the address is the receipt. */
export function RequestStatePage(props: {
  readonly view: View;
  readonly model: RequestStateModel;
}) {
  const { view, model } = props;
  const { t } = view;
  return (
    <Layout view={view} title={t('request.title')} methodVersion={null}>
      <header className="finding finding-item">
        <h1>{t(headings[model.state])}</h1>
        <p className="lead">{t('request.sent', { when: view.moment(model.at), id: model.id })}</p>
      </header>
      {model.state === 'open' ? <p>{t('request.openText')}</p> : null}
      {model.answer === null || model.decidedAt === null ? null : (
        <blockquote className="citation">
          <p>{model.answer}</p>
          <p className="quiet">{view.moment(model.decidedAt)}</p>
        </blockquote>
      )}
      {model.correction === null ? null : (
        <p>
          <Arrows
            text={t('correction.restated', {
              name: model.correction.personName,
              before: model.correction.before,
              after: model.correction.after,
            })}
          />{' '}
          <a href={view.href('/corrections')}>{t('correction.all')}</a>
        </p>
      )}
      <p className="paging">
        <a href={model.back}>{t('request.back')}</a>
      </p>
    </Layout>
  );
}
