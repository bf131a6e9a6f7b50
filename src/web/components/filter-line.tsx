import type { View } from '../view.ts';

function OutletChoice(props: {
  readonly view: View;
  readonly outlets: readonly { readonly outletId: string; readonly name: string }[];
}) {
  const { view, outlets } = props;
  const { t, query } = view;
  const chosen = new Set(query.outlet);
  const summary =
    chosen.size === 0
      ? t('filter.allOutlets')
      : chosen.size === 1
        ? (outlets.find((outlet) => chosen.has(outlet.outletId))?.name ?? [...chosen][0])
        : t('filter.someOutlets', { count: chosen.size });
  return (
    <details className="choice" data-dismiss>
      <summary>
        <span className="choice-name">{t('filter.outlets')}</span> {summary}
      </summary>
      <fieldset className="choice-panel">
        <legend>{t('filter.outletHint')}</legend>
        {outlets.map((outlet) => (
          <label key={outlet.outletId}>
            <input
              type="checkbox"
              name="outlet"
              value={outlet.outletId}
              defaultChecked={chosen.has(outlet.outletId)}
            />
            {outlet.name}
          </label>
        ))}
      </fieldset>
    </details>
  );
}

/** What else the page's address says stays as it is. */
function KeptFields({ view }: { readonly view: View }) {
  return Object.entries(view.kept).flatMap(([name, value]) =>
    (value === null ? [] : [value].flat()).map((one) => (
      <input key={`${name} ${one}`} type="hidden" name={name} value={one} />
    )),
  );
}

/** Period and outlets on one line; a plain form, so that the choice stands in the address. */
export function FilterLine(props: {
  readonly view: View;
  /** All outlets of this world; left out where the page is about one outlet. */
  readonly outlets?: readonly { readonly outletId: string; readonly name: string }[];
}) {
  const { view, outlets } = props;
  const { t, period, query, world } = view;
  if (period === null) return null;
  const changed = query.from !== undefined || query.to !== undefined || query.outlet.length > 0;
  // A chosen day outside the data must stay submittable: then the browser is told no limits.
  const inside =
    world.period !== null && period.from >= world.period.from && period.to <= world.period.to;
  const range = inside ? { min: world.period.from, max: world.period.to } : {};
  return (
    <form className="filter" method="get" action={view.path} aria-label={t('filter.label')}>
      <label>
        {t('filter.from')}{' '}
        <input type="date" name="from" defaultValue={period.from} {...range} required />
      </label>
      <label>
        {t('filter.to')}{' '}
        <input type="date" name="to" defaultValue={period.to} {...range} required />
      </label>
      {outlets === undefined ? null : <OutletChoice view={view} outlets={outlets} />}
      <KeptFields view={view} />
      {query.lang === undefined ? null : <input type="hidden" name="lang" value={query.lang} />}
      <button type="submit">{t('filter.apply')}</button>
      {changed ? (
        <a href={view.href(view.path, { ...view.kept, from: null, to: null, outlet: null })}>
          {t('filter.reset')}
        </a>
      ) : null}
    </form>
  );
}
