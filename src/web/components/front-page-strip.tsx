import type { FrontPageStrip, StripCell } from '../../domain/index.ts';
import type { View } from '../view.ts';
import { type ChallengeAbout, ChallengeLink } from './challenge-link.tsx';
import { FrontPageStyle } from './front-page-style.tsx';

const hours = Array.from({ length: 24 }, (_, hour) => hour);

/** Ink of a cell in ten steps, so that the style sheet can colour it in light and dark. */
function levelOf(share: number | null): number | undefined {
  return share === null ? undefined : Math.min(10, Math.ceil(share * 10));
}

/** What is there but under half a per cent is not written as nothing. */
function wholePercent(share: number): string {
  const percent = Math.round(share * 100);
  return percent === 0 && share > 0 ? '<1' : String(percent);
}

function Cell(props: {
  readonly view: View;
  readonly cell: StripCell | undefined;
  readonly hour: number;
}) {
  const { view, cell, hour } = props;
  const { t, formats } = view;
  const share = cell?.share ?? null;
  const value = share === null ? t('coverage.unknown') : formats.percent(share);
  const label = `${String(hour).padStart(2, '0')}:00 · ${value}`;
  return (
    <td data-level={levelOf(share)} className={share === null ? 'unknown' : undefined}>
      {cell?.snapshotId ? (
        <a href={view.href(`/snapshots/${cell.snapshotId}`)} title={label}>
          <span className="strip-hour">{hour}h</span> {share === null ? '?' : wholePercent(share)}
        </a>
      ) : (
        <>
          <span className="strip-hour">{hour}h</span>
          <span className="hidden">{label}</span>
        </>
      )}
    </td>
  );
}

/** Outlet × hour of the last day looked at: ink is share of the front page, hatching is unknown. */
export function StripTable(props: {
  readonly view: View;
  readonly strip: FrontPageStrip;
  readonly title: string;
  readonly names: ReadonlyMap<string, string>;
  /** Whose items they are, if one person's. */
  readonly about?: ChallengeAbout;
}) {
  const { view, strip, title, names, about } = props;
  const { t, formats } = view;
  const outlets = [...new Set(strip.cells.map((cell) => cell.outletId))];
  return (
    <figure className="chart-figure" id="front-pages">
      <figcaption>
        <h3>{title}</h3>
        <p className="subtitle">
          {t('frontPage.stripSubtitle', {
            day: formats.day(strip.day),
            known: formats.decimal(strip.knownHours),
            unknown: formats.decimal(strip.unknownHours),
          })}
        </p>
      </figcaption>
      <FrontPageStyle view={view} />
      <div className="strip-frame" role="region" aria-label={title}>
        <table className="strip">
          <thead>
            <tr>
              <th scope="col" className="strip-outlet">
                {t('table.outlet')}
              </th>
              {hours.map((hour) => (
                <th scope="col" key={hour}>
                  {hour}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {outlets.map((id) => (
              <tr key={id}>
                <th scope="row">{names.get(id) ?? id}</th>
                {hours.map((hour) => (
                  <Cell
                    key={hour}
                    view={view}
                    hour={hour}
                    cell={strip.cells.find((one) => one.outletId === id && one.hour === hour)}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="table-note">
        {t('frontPage.stripNote')}{' '}
        <ChallengeLink view={view} about={{ ...about, figure: 'front-pages' }} of={title} />
      </p>
    </figure>
  );
}
