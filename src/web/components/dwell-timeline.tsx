import type { DwellSpan, ItemDwell } from '../../domain/index.ts';
import type { MessageKey } from '../language.ts';
import type { View } from '../view.ts';
import { ChallengeLink } from './challenge-link.tsx';
import { FrontPageStyle } from './front-page-style.tsx';

const width = 720;
const height = 96;

interface Scale {
  readonly fromMs: number;
  readonly untilMs: number;
  readonly largest: number;
}

function scaleOf(spans: readonly DwellSpan[]): Scale {
  return {
    fromMs: Date.parse(spans[0]?.from ?? ''),
    untilMs: Date.parse(spans.at(-1)?.until ?? ''),
    largest: Math.max(0.01, ...spans.map((span) => span.high ?? 0)),
  };
}

function Hatch() {
  return (
    <defs>
      <pattern
        id="dwell-hatch"
        width={5}
        height={5}
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect width={1.4} height={5} fill="currentColor" fillOpacity={0.5} />
      </pattern>
    </defs>
  );
}

const keyMarks: readonly (readonly [MessageKey, { className?: string; fill?: string }])[] = [
  ['frontPage.dwellSure', { className: 'dwell-sure' }],
  ['frontPage.dwellPossible', { className: 'dwell-possible' }],
  ['coverage.unknown', { fill: 'url(#dwell-hatch)' }],
];

/** What the three kinds of bar mean. */
function DwellKey({ view }: { readonly view: View }) {
  return (
    <p className="dwell-key">
      {keyMarks.map(([name, mark]) => (
        <span key={name}>
          <svg viewBox="0 0 28 14" aria-hidden="true">
            <rect width={28} height={14} {...mark} />
          </svg>
          {view.t(name)}
        </span>
      ))}
    </p>
  );
}

/** A stretch as bars: solid to the lesser share, faded to the greater, hatched where unknown. */
function Bars({ span, scale }: { readonly span: DwellSpan; readonly scale: Scale }) {
  const place = (at: string) =>
    ((Date.parse(at) - scale.fromMs) / (scale.untilMs - scale.fromMs)) * width;
  const x = place(span.from);
  const w = Math.max(0.5, place(span.until) - x);
  if (span.low === null || span.high === null) {
    return <rect x={x} y={0} width={w} height={height} fill="url(#dwell-hatch)" />;
  }
  const [low, high] = [span.low, span.high].map((share) => (share / scale.largest) * height);
  return (
    <>
      <rect x={x} y={height - (high ?? 0)} width={w} height={high} className="dwell-possible" />
      <rect x={x} y={height - (low ?? 0)} width={w} height={low} className="dwell-sure" />
    </>
  );
}

function SpanTable(props: {
  readonly view: View;
  readonly dwell: ItemDwell;
  readonly timeZone: string;
}) {
  const { view, dwell, timeZone } = props;
  const { t, formats } = view;
  return (
    <details className="chart-table">
      <summary>{t('chart.table')}</summary>
      <div className="scroll" tabIndex={0} role="region" aria-label={t('chart.table')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('frontPage.from')}</th>
              <th scope="col">{t('frontPage.until')}</th>
              <th scope="col">{t('frontPage.share')}</th>
            </tr>
          </thead>
          <tbody>
            {dwell.spans.map((span) => (
              <tr key={span.from}>
                <th scope="row">
                  <a href={view.href(`/snapshots/${span.snapshotId}`)}>
                    {formats.instant(span.from, timeZone)}
                  </a>
                </th>
                <td>{formats.instant(span.until, timeZone)}</td>
                <td>
                  {span.low === null
                    ? t('coverage.unknown')
                    : formats.range(formats.percent(span.low), formats.percent(span.high))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

/** How long an item stood on its outlet's front page, and how large. */
export function DwellTimeline(props: {
  readonly view: View;
  readonly dwell: ItemDwell;
  readonly timeZone: string;
  readonly itemId: string;
}) {
  const { view, dwell, timeZone, itemId } = props;
  const { t, formats } = view;
  const { spans, hours } = dwell;
  if (spans.length === 0) return null;
  const scale = scaleOf(spans);
  const [first, last] = [spans[0]?.from ?? '', spans.at(-1)?.until ?? ''];
  const sentence = t('frontPage.dwellText', {
    hours: formats.hoursRange(hours),
    rank: dwell.bestRank,
    unknown: formats.hours(dwell.unknownHours),
  });
  return (
    <section aria-labelledby="dwell-heading">
      <h2 id="dwell-heading">{t('frontPage.dwell')}</h2>
      <p>{sentence}</p>
      <FrontPageStyle view={view} />
      <figure className="chart-figure" id="dwell">
        <svg
          className="dwell"
          viewBox={`0 0 ${width} ${height}`}
          preserveAspectRatio="none"
          role="img"
          aria-label={sentence}
        >
          <Hatch />
          <path d={`M0 ${height}H${width}`} className="dwell-base" />
          {spans.map((span) => (
            <Bars key={span.from} span={span} scale={scale} />
          ))}
        </svg>
        <p className="dwell-ends quiet">
          <span>{formats.instant(first, timeZone)}</span>
          <span>{t('frontPage.dwellTop', { share: formats.percent(scale.largest) })}</span>
          <span>{formats.instant(last, timeZone)}</span>
        </p>
        <DwellKey view={view} />
        <SpanTable view={view} dwell={dwell} timeZone={timeZone} />
        <p className="table-note">
          <ChallengeLink view={view} about={{ itemId, figure: 'dwell' }} />
        </p>
      </figure>
    </section>
  );
}
