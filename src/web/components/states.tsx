import type { CoverageDay, Period } from '../../domain/index.ts';
import type { View } from '../view.ts';

/** True where a day of the ledger is missing or unknown. */
export function isGap(day: CoverageDay): boolean {
  return day.gap !== null || day.captured === null;
}

/** Partial: says how much is missing before any figure is read. */
export function PartialNote(props: {
  readonly view: View;
  readonly coverage: readonly CoverageDay[];
  /** Where the missing days are told; default: on this page. */
  readonly at?: string;
}) {
  const { view, coverage, at = '#coverage' } = props;
  const gaps = coverage.filter(isGap).length;
  if (gaps === 0) return null;
  return (
    <p className="note note-gap">
      {view.t('state.partial', {
        gaps,
        days: coverage.length,
        percent: view.formats.percent(gaps / coverage.length),
      })}{' '}
      <a href={at}>{view.t('state.partialLink')}</a>
    </p>
  );
}

/** Says where the figures end, of which day they still grow, and what they are older than. */
export function StaleNote({ view }: { readonly view: View }) {
  const { t, formats, world, staleDays, openDay } = view;
  const { period, olderThanRegister = null } = world;
  if (period === null) return null;
  return (
    <>
      {staleDays < 2 ? null : (
        <p className="note">
          {t('state.stale', { day: formats.day(period.to), count: staleDays })}
        </p>
      )}
      {openDay === null ? null : (
        <p className="note">{t('state.openDay', { day: formats.day(openDay) })}</p>
      )}
      {olderThanRegister === null ? null : (
        <p className="note">
          {t('state.olderThanRegister', { at: view.moment(olderThanRegister.since) })}{' '}
          <a href={view.href('/register/history')}>{t('state.olderThanRegisterLink')}</a>
        </p>
      )}
    </>
  );
}

/** Outlets are followed, and what they publish is on its way. */
function FirstCrawl({ view }: { readonly view: View }) {
  const { t, world } = view;
  return (
    <>
      <p>{t('state.emptyWaits', { count: world.outlets })}</p>
      {view.hasOperations ? (
        <p>
          <a href={view.href('/operations', {})}>{t('state.emptyProgress')}</a>
        </p>
      ) : null}
    </>
  );
}

function FirstOutlet({ view }: { readonly view: View }) {
  const { t } = view;
  return (
    <>
      <p>
        {t('state.emptyNext')}{' '}
        {view.hasAdministration ? (
          <>
            {t('state.emptyOn')} <a href={view.href('/admin/outlets', {})}>{t('demo.nextPage')}</a>{' '}
            {t('demo.nextOr')}
          </>
        ) : null}
      </p>
      <pre>
        <code>{'npm run cli -- outlets add https://…\nnpm run cli -- crawl'}</code>
      </pre>
    </>
  );
}

/** In place of figures about persons where the register has none, or none of this period. */
export function NoRegister({ view }: { readonly view: View }) {
  const { t } = view;
  return (
    <>
      <p>
        {t('state.noRegister')}{' '}
        {view.hasAdministration ? (
          <>
            {t('state.emptyOn')} <a href={view.href('/admin/register', {})}>{t('demo.nextPage')}</a>{' '}
            {t('demo.nextOr')}
          </>
        ) : null}
      </p>
      <pre>
        <code>{`npm run cli -- register import ${t('state.noRegisterFile')}`}</code>
      </pre>
    </>
  );
}

/** Nothing was captured on a day, or in a period of several. */
export function emptyPeriodText({ t, formats }: View, { from, to }: Period): string {
  return from === to
    ? t('state.emptyDayText', { day: formats.day(from) })
    : t('state.emptyPeriodText', { period: formats.period(from, to) });
}

/** Empty: nothing was ever captured, or nothing in this period; either way the next step. */
export function EmptyState({ view }: { readonly view: View }) {
  const { t, world, period } = view;
  if (world.period === null || period === null) {
    return (
      <section className="state">
        <h1>{t('state.emptyTitle')}</h1>
        <p>{t('state.emptyText')}</p>
        {world.outlets > 0 ? <FirstCrawl view={view} /> : <FirstOutlet view={view} />}
      </section>
    );
  }
  return (
    <section className="state">
      <h1>{t('state.emptyPeriodTitle')}</h1>
      <p>{emptyPeriodText(view, period)}</p>
      <p>
        <WholePeriodLink view={view} />
      </p>
    </section>
  );
}

/** The next step where the chosen period holds nothing: all there is. */
export function WholePeriodLink({ view }: { readonly view: View }) {
  const { world, period, query } = view;
  if (world.period === null) return null;
  const { from, to } = world.period;
  const isWhole = period?.from === from && period.to === to && query.outlet.length === 0;
  if (isWhole) return null;
  return (
    <a href={view.href(view.path, { ...world.period, outlet: null })}>
      {view.t('state.emptyPeriodNext', { period: view.formats.period(from, to) })}
    </a>
  );
}
