import type { FigureSet, PersonFigures } from '../../domain/index.ts';
import type { Corrected } from '../corrected.ts';
import { shareOfCoverage } from '../charts.ts';
import type { View } from '../view.ts';
import { ChartFigure } from './chart-figure.tsx';
import { personCell } from './items-address.ts';

/** More dots than this do not fit a screen; the rest is in the table. */
const dotsAtMost = 15;

/** What a frame needs for the chart with all that stands around it, in any column, pixels. */
export function shareFrameHeight(figures: FigureSet): number {
  const rows = Math.min(dotsAtMost, shownPersons(figures).length);
  return 50 * rows + 640;
}

/** Items that mention anyone: what shares are shares of. */
export function itemsWithPersons(figures: FigureSet): number {
  return figures.outlets.reduce((sum, outlet) => sum + outlet.itemsWithPersons, 0);
}

function shownPersons(figures: FigureSet): PersonFigures[] {
  return figures.persons.filter((person) => person.items > 0);
}

/** What the chart of shares says in words. */
export function shareFrame(view: View, figures: FigureSet) {
  const { t, formats } = view;
  const { period } = figures.query;
  const items = itemsWithPersons(figures);
  const shown = shownPersons(figures);
  return {
    id: 'share' as const,
    title: t('overview.shareTitle'),
    subtitle: t('overview.shareSubtitle', {
      items,
      period: formats.period(period.from, period.to),
    }),
    alt: t('overview.shareAlt', {
      count: shown.length,
      name: shown[0]?.name ?? '',
      share: formats.percent(shown[0]?.shareOfCoverage ?? null),
      items,
    }),
  };
}

/** Headings and units of the chart. */
export function shareWords({ t }: View) {
  return {
    person: t('table.person'),
    share: t('table.share'),
    itemsFractional: t('table.itemsFractional'),
    itemsUnit: t('unit.items'),
    corrected: t('table.corrected'),
    interval: t('table.interval'),
  };
}

/** The largest shares, told apart where two people have one name. */
export function shareRows(view: View, figures: FigureSet, corrected: Corrected) {
  const shown = shownPersons(figures);
  return shown.slice(0, dotsAtMost).map((person) => ({
    ...shareRow(view, person, shown),
    corrected: correctedShare(corrected, person.personId),
  }));
}

/** A person's share without the machine's errors; null where it is not known. */
export function correctedShare(corrected: Corrected, personId: string) {
  if (corrected.state !== 'ready') return null;
  return corrected.persons.get(personId)?.shareOfCoverage ?? null;
}

/** The same where only text may stand: in a picture that stands alone. */
export function shareKeyText(view: View, corrected: Corrected): string {
  const { t } = view;
  const hollow = t('embed.hollow', { what: t('overview.keyCounted') });
  const filled = t('embed.filled', { what: t('overview.keyCorrected') });
  const signs = corrected.state === 'ready' ? `${hollow}; ${filled}` : hollow;
  return `${signs}${keyText(view, corrected)}`;
}

/** What the dots of the chart are, and how far they can be trusted. */
export function ShareKey(props: { readonly view: View; readonly corrected: Corrected }) {
  const { view, corrected } = props;
  const { t } = view;
  return (
    <p className="chart-key quiet">
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <circle className="raw" cx={8} cy={8} r={5} />
      </svg>{' '}
      {t('overview.keyCounted')}
      {corrected.state === 'ready' ? (
        <>
          {'; '}
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path className="range" d="M0 8h16" />
            <circle cx={8} cy={8} r={4} />
          </svg>{' '}
          {t('overview.keyCorrected')}
        </>
      ) : null}
      {keyText(view, corrected)} <a href={view.href('/accuracy')}>{t('overview.keyLink')}</a>
    </p>
  );
}

function keyText({ t }: View, corrected: Corrected): string {
  const { audited } = corrected;
  if (corrected.state === 'ready') return t('overview.keyReady', { audited });
  const { needed } = corrected;
  return needed === null ? t('overview.keyMachine') : t('overview.keyRaw', { audited, needed });
}

function shareRow(view: View, person: PersonFigures, all: readonly PersonFigures[]) {
  const hasNamesake = all.some(
    ({ personId, name }) => name === person.name && personId !== person.personId,
  );
  return {
    personId: person.personId,
    name: view.nameOf(person),
    post: hasNamesake ? (person.posts[0]?.label ?? null) : null,
    itemsFractional: person.itemsFractional,
    share: person.shareOfCoverage,
  };
}

/** Share of coverage as dots, with what does not fit named below. */
export function ShareFigure(props: {
  readonly view: View;
  readonly figures: FigureSet;
  readonly corrected: Corrected;
}) {
  const { view, figures, corrected } = props;
  const { t } = view;
  const count = shownPersons(figures).length;
  if (count === 0) return null;
  const rows = shareRows(view, figures, corrected);
  return (
    <>
      <ChartFigure
        view={view}
        frame={shareFrame(view, figures)}
        legend={<ShareKey view={view} corrected={corrected} />}
        items={personCell(view)}
        draw={(frame) => shareOfCoverage({ ...frame, rows, words: shareWords(view) })}
      />
      {count > dotsAtMost ? (
        <p className="quiet">{t('overview.shareMore', { count: count - dotsAtMost })}</p>
      ) : null}
    </>
  );
}
