import type { BulletinPage, BulletinPart } from '../../domain/index.ts';
import type { View } from '../view.ts';
import { clockText } from './air-time.ts';
import { personClass } from './person-name.tsx';

const width = 960;
const barTop = 4;
const barHeight = 44;
const rowHeight = 14;

interface Placed {
  readonly part: BulletinPart;
  readonly x: number;
  readonly width: number;
}

function placed({ parts, durationSeconds }: BulletinPage, end: number): Placed[] {
  const total = durationSeconds ?? end;
  return parts.flatMap((part) => {
    if (part.startSeconds === null || part.seconds === null || part.kind === 'rest') return [];
    const x = (part.startSeconds / total) * width;
    return [{ part, x, width: (part.seconds / total) * width }];
  });
}

/** Whole length where it is stated, else to the end of the last part. */
function lengthOf({ parts, durationSeconds }: BulletinPage): number | null {
  if (durationSeconds !== null) return durationSeconds;
  const ends = parts.flatMap(({ startSeconds, seconds }) =>
    startSeconds === null || seconds === null ? [] : [startSeconds + seconds],
  );
  return ends.length === 0 ? null : Math.max(...ends);
}

function Block(props: { readonly view: View; readonly placed: Placed }) {
  const { part, x, width: wide } = props.placed;
  const label = part.slot === null ? '' : String(part.slot);
  const className = part.kind === 'headlines' ? 'air-headlines' : 'air-report';
  return (
    <g>
      <rect
        x={x + 0.5}
        y={barTop}
        width={Math.max(1, wide - 1)}
        height={barHeight}
        className={className}
      >
        <title>{`${label === '' ? '' : `${label}. `}${part.title} · ${clockText(part.seconds)}`}</title>
      </rect>
      {wide < 14 ? null : (
        <text x={x + 5} y={barTop + 15} className="air-slot">
          {label}
        </text>
      )}
    </g>
  );
}

/** Every stretch in which someone is spoken of, one row a person. */
function Marks(props: {
  readonly page: BulletinPage;
  readonly persons: readonly string[];
  readonly total: number;
}) {
  const { page, persons, total } = props;
  return persons.map((personId, row) => (
    <g key={personId} className={personClass(personId)}>
      {page.parts.flatMap((part, index) =>
        part.persons
          .filter((one) => one.personId === personId)
          .flatMap(({ sentences }) =>
            sentences.map(({ startMs, endMs, text }) => (
              <rect
                key={`${index} ${startMs}`}
                x={(startMs / 1000 / total) * width}
                y={barTop + barHeight + 6 + row * rowHeight}
                width={Math.max(1.5, ((endMs - startMs) / 1000 / total) * width)}
                height={rowHeight - 4}
                className="air-mark"
              >
                <title>{`${page.names[personId] ?? personId}: ${text}`}</title>
              </rect>
            )),
          ),
      )}
    </g>
  ));
}

/** Persons of a bulletin, those who are spoken of longest first. */
export function personsOf(page: BulletinPage): { personId: string; aboutMs: number | null }[] {
  const sums = new Map<string, number | null>();
  for (const { persons, kind } of page.parts) {
    if (kind === 'headlines') continue;
    for (const { personId, aboutMs } of persons) {
      const before = sums.get(personId) ?? null;
      sums.set(personId, aboutMs === null ? before : (before ?? 0) + aboutMs);
    }
  }
  return [...sums]
    .map(([personId, aboutMs]) => ({ personId, aboutMs }))
    .toSorted((one, other) => (other.aboutMs ?? 0) - (one.aboutMs ?? 0));
}

/** A bulletin as a bar of its parts, and below it when each person is spoken of. */
export function BulletinBar(props: { readonly view: View; readonly page: BulletinPage }) {
  const { view, page } = props;
  const { t } = view;
  const total = lengthOf(page);
  if (total === null || total === 0) return <p className="note">{t('air.noRundown')}</p>;
  const persons = personsOf(page);
  const reports = page.parts.filter(({ kind }) => kind === 'report').length;
  const height = barTop + barHeight + 10 + persons.length * rowHeight;
  const finding = t('air.barAlt', { reports, persons: persons.length, length: clockText(total) });
  return (
    <figure className="chart-figure" id="bar">
      <figcaption>
        <h3>{t('air.barTitle')}</h3>
        <p className="subtitle">{finding}</p>
      </figcaption>
      <div className="scroll" tabIndex={0} role="region" aria-label={t('air.barTitle')}>
        <svg className="air-bar" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={finding}>
          <rect x={0} y={barTop} width={width} height={barHeight} className="air-rest" />
          {placed(page, total).map((one) => (
            <Block key={`${one.part.kind} ${one.part.startSeconds}`} view={view} placed={one} />
          ))}
          <Marks page={page} persons={persons.map(({ personId }) => personId)} total={total} />
        </svg>
      </div>
      <p className="air-ends quiet">
        <span>0:00</span>
        <span>{clockText(total)}</span>
      </p>
      <p className="table-note">{t(page.hasSubtitles ? 'air.barNote' : 'air.barNoCues')}</p>
    </figure>
  );
}
