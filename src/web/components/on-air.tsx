import type { ReactNode } from 'react';
import type {
  AirFigures,
  DaypartFigures,
  PersonAirFigures,
  PersonFigures,
} from '../../domain/index.ts';
import type { View } from '../view.ts';
import { airMediumNames, clockText, daypartNames, knownText } from './air-time.ts';
import { ChallengeLink } from './challenge-link.tsx';
import { type Column, DataTable } from './data-table.tsx';
import { personClass } from './person-name.tsx';

interface Row {
  readonly key: string;
  readonly print: ReactNode;
  readonly air: readonly ReactNode[];
}

/** The same questions asked of both; no sum of the two is ever made. */
function rowsOf(view: View, figures: PersonFigures, air: readonly PersonAirFigures[]): Row[] {
  const { t, formats } = view;
  const each = (value: (one: PersonAirFigures) => ReactNode) => air.map(value);
  const reportsAt = view.href(`/persons/${encodeURIComponent(figures.personId)}/air`);
  const none = t('air.notOfPrint');
  return [
    {
      key: t('air.row.items'),
      print: <a href="#items">{t('air.row.articles', { count: figures.items })}</a>,
      air: each(({ reports, bulletins }) => (
        <a href={`${reportsAt}#items`}>{t('air.row.reports', { reports, bulletins })}</a>
      )),
    },
    {
      key: t('air.row.length'),
      print: t('unit.words', { count: figures.words }),
      air: each(({ about }) => knownText(view, about)),
    },
    {
      key: t('air.row.speaking'),
      print: none,
      air: each(({ speaking }) => knownText(view, speaking)),
    },
    {
      key: t('air.row.first'),
      print: t('air.row.lead', {
        count: figures.firstPlaces.headline + figures.firstPlaces.standfirst,
      }),
      air: each((one) =>
        t('air.row.openers', {
          openers: one.openers,
          headlines: one.inHeadlines,
          known: one.headlinesKnown,
        }),
      ),
    },
    { key: t('air.row.repeats'), print: none, air: each(({ repeats }) => formats.count(repeats)) },
  ];
}

function columns(view: View, air: readonly PersonAirFigures[]): Column<Row>[] {
  const { t } = view;
  return [
    { key: 'what', label: t('air.row.what'), wrap: true, cell: ({ key }) => key },
    { key: 'print', label: t('air.inPrint'), wrap: true, cell: ({ print }) => print },
    ...air.map(
      ({ medium }, index): Column<Row> => ({
        key: medium,
        label: t(airMediumNames[medium]),
        wrap: true,
        cell: (row) => row.air[index] ?? '',
      }),
    ),
  ];
}

function DaypartBar(props: {
  readonly view: View;
  readonly part: DaypartFigures;
  readonly most: number;
}) {
  const { view, part, most } = props;
  const { seconds } = part.about;
  const share = seconds === null || most === 0 ? 0 : seconds / most;
  return (
    <li>
      <span className="air-daypart">{view.t(daypartNames[part.daypart])}</span>
      <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        {seconds === null ? (
          <rect x={0} y={0} width={100} height={10} className="dwell-unknown" />
        ) : (
          <rect x={0} y={0} width={share * 100} height={10} className="air-mark" />
        )}
      </svg>
      <span className="air-daypart-text">
        {seconds === null ? view.t('coverage.unknown') : clockText(seconds)}{' '}
        <span className="quiet">{view.t('air.reportsCount', { count: part.reports })}</span>
      </span>
    </li>
  );
}

/** Seconds about a person by part of the day. */
function DaypartProfile(props: { readonly view: View; readonly person: PersonAirFigures }) {
  const { view, person } = props;
  const { t } = view;
  const figure = `air-${person.medium}` as const;
  const most = Math.max(0, ...person.dayparts.map(({ about }) => about.seconds ?? 0));
  return (
    <figure className={`chart-figure ${personClass(person.personId)}`} id={figure}>
      <figcaption>
        <h3>{t('air.daypartTitle', { name: person.name })}</h3>
        <p className="subtitle">
          {t('air.daypartSubtitle', {
            medium: t(airMediumNames[person.medium]),
            count: person.reports,
          })}
        </p>
      </figcaption>
      <ul className="air-dayparts">
        {person.dayparts.map((part) => (
          <DaypartBar key={part.daypart} view={view} part={part} most={most} />
        ))}
      </ul>
      {person.reportsWithoutTime === 0 ? null : (
        <p className="table-note">{t('air.withoutTime', { count: person.reportsWithoutTime })}</p>
      )}
      <p className="table-note">
        <ChallengeLink view={view} about={{ personId: person.personId, figure }} />
      </p>
    </figure>
  );
}

/** A person on air beside the same person in print. */
export function OnAir(props: {
  readonly view: View;
  readonly figures: PersonFigures;
  readonly air: AirFigures;
}) {
  const { view, figures, air } = props;
  const { t } = view;
  const own = air.persons.filter(({ personId }) => personId === figures.personId);
  const bulletins = air.outlets.reduce((sum, one) => sum + one.bulletins, 0);
  return (
    <section aria-labelledby="air-heading">
      <h2 id="air-heading">{t('air.heading')}</h2>
      <p className="quiet">{t('air.headingNote', { bulletins })}</p>
      {own.length === 0 ? (
        <p>{t('air.none', { name: figures.name, bulletins })}</p>
      ) : (
        <>
          <DataTable
            view={view}
            id="air"
            caption={t('air.caption', { name: figures.name })}
            columns={columns(view, own)}
            rows={rowsOf(view, figures, own)}
            rowKey={({ key }) => key}
          />
          <p className="table-note">
            <ChallengeLink view={view} about={{ personId: figures.personId, figure: 'air' }} />
          </p>
          {own.map((person) => (
            <DaypartProfile key={person.medium} view={view} person={person} />
          ))}
        </>
      )}
    </section>
  );
}
