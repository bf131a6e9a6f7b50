import type { AnsweredChallenge } from '../../domain/index.ts';
import { figureAt } from '../figure-names.ts';
import type { View } from '../view.ts';
import { Title } from './item-title.tsx';

type Shown = Pick<
  AnsweredChallenge,
  'address' | 'itemId' | 'itemLanguage' | 'itemTitle' | 'outletNames' | 'personName' | 'query'
>;

/** What a challenge is about: the figure at its place, of whom, of which outlets and days. */
export function Challenged({ view, of }: { readonly view: View; readonly of: Shown }) {
  const { t, formats } = view;
  const { address, itemId, itemLanguage, itemTitle, outletNames, personName, query } = of;
  const figure = figureAt(address);
  const whole = figure === null && !personName && !itemTitle;
  const words = [figure === null ? null : t(figure), personName].filter(Boolean).join(' · ');
  const place = itemId === null ? address : view.href(`/items/${encodeURIComponent(itemId)}`);
  return (
    <>
      <a href={place}>
        {whole ? address.split(/[?#]/, 1)[0] : words}
        {words !== '' && itemTitle ? ' · ' : null}
        {itemTitle ? <Title view={view} title={itemTitle} language={itemLanguage} /> : null}
      </a>{' '}
      <span className="quiet">
        {formats.period(query.period.from, query.period.to)} ·{' '}
        {outletNames?.join(', ') ?? t('challenge.allOutlets')}
      </span>
    </>
  );
}
