import type { BulletinPage, BulletinPart } from '../../domain/index.ts';
import type { View } from '../view.ts';
import { clockText } from './air-time.ts';
import { ChallengeLink } from './challenge-link.tsx';
import { PersonLink, personClass } from './person-name.tsx';

/** Narrower blocks have no room for their number. */
const leastLabelled = 0.03;

/** A share of the bar's width as SVG writes it, so that the bar fits every screen unscaled. */
const ofWidth = (share: number) => `${(share * 100).toFixed(4)}%`;

interface Placed {
  readonly part: BulletinPart;
  /** Shares of the whole, 0–1. */
  readonly x: number;
  readonly width: number;
}

function placed({ parts }: BulletinPage, total: number): Placed[] {
  return parts.flatMap((part) => {
    if (part.startSeconds === null || part.seconds === null || part.kind === 'rest') return [];
    return [{ part, x: part.startSeconds / total, width: part.seconds / total }];
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

function Block({ part, x, width }: Placed) {
  const label = part.slot === null ? '' : String(part.slot);
  const className = part.kind === 'headlines' ? 'air-headlines' : 'air-report';
  return (
    <g>
      <rect x={ofWidth(x)} y={0} width={ofWidth(width)} height="100%" className={className}>
        <title>{`${label === '' ? '' : `${label}. `}${part.title} · ${clockText(part.seconds)}`}</title>
      </rect>
      {width < leastLabelled ? null : (
        <text x={ofWidth(x)} dx={4} y={15} className="air-slot">
          {label}
        </text>
      )}
    </g>
  );
}

interface LaneProps {
  readonly view: View;
  readonly page: BulletinPage;
  readonly person: { readonly personId: string; readonly aboutMs: number | null };
  readonly total: number;
}

/** Every stretch in which one person is spoken of, beside their name. */
function Lane({ view, page, person, total }: LaneProps) {
  const { personId, aboutMs } = person;
  const name = page.names[personId] ?? personId;
  const stretches = page.parts.flatMap((part, index) =>
    part.persons
      .filter((one) => one.personId === personId)
      .flatMap(({ sentences }) => sentences.map((sentence) => ({ index, ...sentence }))),
  );
  return (
    <li className={`air-lane ${personClass(personId)}`}>
      <span>
        <PersonLink view={view} personId={personId} name={name} />{' '}
        <span className="quiet">{clockText(aboutMs === null ? null : aboutMs / 1000)}</span>
      </span>
      <svg className="air-marks" aria-hidden="true">
        {stretches.map(({ index, startMs, endMs, text }) => (
          <rect
            key={`${index} ${startMs}`}
            x={ofWidth(startMs / 1000 / total)}
            width={ofWidth(Math.max(0.002, (endMs - startMs) / 1000 / total))}
            height="100%"
            className="air-mark"
          >
            <title>{`${name}: ${text}`}</title>
          </rect>
        ))}
      </svg>
    </li>
  );
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
  const finding = t('air.barAlt', { reports, persons: persons.length, length: clockText(total) });
  return (
    <figure className="chart-figure" id="bar">
      <figcaption>
        <h2 className="chart-title">{t('air.barTitle')}</h2>
        <p className="subtitle">{finding}</p>
      </figcaption>
      <div className="air-lane">
        <span />
        <svg className="air-bar" role="img" aria-label={finding}>
          <rect width="100%" height="100%" className="air-rest" />
          {placed(page, total).map((one) => (
            <Block key={`${one.part.kind} ${one.part.startSeconds}`} {...one} />
          ))}
        </svg>
      </div>
      <div className="air-lane">
        <span />
        <p className="air-ends quiet">
          <span>0:00</span>
          <span>{clockText(total)}</span>
        </p>
      </div>
      <ul className="air-lanes">
        {persons.map((person) => (
          <Lane key={person.personId} view={view} page={page} person={person} total={total} />
        ))}
      </ul>
      <p className="table-note">
        {t(page.hasSubtitles ? 'air.barNote' : 'air.barNoCues')}{' '}
        <ChallengeLink view={view} about={{ outletId: page.outletId, figure: 'bar' }} />
      </p>
    </figure>
  );
}
