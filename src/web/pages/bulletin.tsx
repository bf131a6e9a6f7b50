import type {
  BulletinPage as BulletinModel,
  BulletinPart,
  PersonOnAir,
} from '../../domain/index.ts';
import { airMediumNames, clockText, startNames, timeText } from '../components/air-time.ts';
import { BulletinBar, personsOf } from '../components/bulletin-bar.tsx';
import { type Column, DataTable } from '../components/data-table.tsx';
import { KeyFigures } from '../components/key-figures.tsx';
import { Layout } from '../components/layout.tsx';
import { PersonLink, personClass } from '../components/person-name.tsx';
import type { View } from '../view.ts';

interface Row {
  readonly key: string;
  readonly part: BulletinPart;
  readonly hours: BulletinModel['clockHours'][number];
  readonly reports: number;
}

/** Only a report's title is the broadcaster's own words. */
function PartTitle(props: {
  readonly view: View;
  readonly page: BulletinModel;
  readonly part: BulletinPart;
}) {
  const { view, page, part } = props;
  const { kind, title } = part;
  if (kind === 'rest') return view.t('air.rest');
  if (kind === 'headlines') return view.t('air.headlines', { title });
  return <span lang={page.language}>{title}</span>;
}

function yesNo(view: View, value: boolean | null): string {
  return value === null ? view.t('coverage.unknown') : view.t(value ? 'air.yes' : 'air.no');
}

function Named(props: {
  readonly view: View;
  readonly page: BulletinModel;
  readonly persons: readonly PersonOnAir[];
}) {
  const { view, page, persons } = props;
  if (persons.length === 0) return <span className="quiet">–</span>;
  return (
    <ul className="air-named">
      {persons.map(({ personId, aboutMs, speakingMs }) => (
        <li key={personId}>
          <PersonLink view={view} personId={personId} name={page.names[personId] ?? personId} />{' '}
          <span className="quiet">
            {view.t('air.aboutShort', {
              about: clockText(aboutMs === null ? null : aboutMs / 1000),
              speaking: clockText(speakingMs === null ? null : speakingMs / 1000),
            })}
          </span>
        </li>
      ))}
    </ul>
  );
}

function columns(view: View, page: BulletinModel): Column<Row>[] {
  const { t, formats } = view;
  const share = ({ part }: Row) =>
    part.seconds === null || !page.durationSeconds ? null : part.seconds / page.durationSeconds;
  return [
    {
      key: 'title',
      label: t('air.report'),
      wrap: true,
      cell: ({ part }) =>
        part.url === null ? (
          <PartTitle view={view} page={page} part={part} />
        ) : (
          <a href={part.url}>
            <PartTitle view={view} page={page} part={part} />
          </a>
        ),
    },
    {
      key: 'slot',
      label: t('air.slot'),
      numeric: true,
      cell: ({ part, reports }) => (part.slot === null ? '' : `${part.slot}/${reports}`),
    },
    {
      key: 'start',
      label: t('air.start'),
      numeric: true,
      cell: ({ part }) => clockText(part.startSeconds),
    },
    {
      key: 'length',
      label: t('air.length'),
      hint: t('air.minutesHint'),
      numeric: true,
      cell: ({ part }) => clockText(part.seconds),
    },
    {
      key: 'hours',
      label: t('air.clockHours'),
      hint: t('air.clockHoursHint'),
      wrap: true,
      cell: ({ hours }) =>
        hours
          ?.map((one) => t('air.clockHour', { hour: one.hour, seconds: clockText(one.seconds) }))
          .join(', ') ?? '–',
    },
    {
      key: 'share',
      label: t('air.share'),
      hint: t('air.shareHint'),
      numeric: true,
      cell: (row) => formats.percent(share(row)),
    },
    {
      key: 'headlines',
      label: t('air.inHeadlines'),
      cell: ({ part }) => (part.kind === 'report' ? yesNo(view, part.inHeadlines) : ''),
    },
    {
      key: 'persons',
      label: t('air.persons'),
      hint: t('air.personsHint'),
      wrap: true,
      cell: ({ part }) => <Named view={view} page={page} persons={part.persons} />,
    },
  ];
}

function Marked({ text, marks }: PersonOnAir['sentences'][number]) {
  const pieces = marks.flatMap((mark, index) => [
    <span key={`t${mark.start}`}>{text.slice(marks[index - 1]?.end ?? 0, mark.start)}</span>,
    <mark key={`m${mark.start}`} className="mark-counted">
      <b>{text.slice(mark.start, mark.end)}</b>
    </mark>,
  ]);
  return (
    <>
      {pieces}
      {text.slice(marks.at(-1)?.end ?? 0)}
    </>
  );
}

/** Sentences said on air that mention someone: the evidence of the seconds. */
function Sentences({ view, page }: { readonly view: View; readonly page: BulletinModel }) {
  const { t } = view;
  const said = page.parts.flatMap((part) =>
    part.persons.flatMap((person) =>
      person.sentences.map((sentence) => ({ personId: person.personId, sentence })),
    ),
  );
  if (said.length === 0) return null;
  const ordered = said.toSorted((one, other) => one.sentence.startMs - other.sentence.startMs);
  return (
    <section aria-labelledby="said-heading">
      <h2 id="said-heading">{t('air.said')}</h2>
      <p className="quiet">{t('air.saidNote')}</p>
      <ol className="air-said">
        {ordered.map(({ personId, sentence }) => (
          <li key={`${personId} ${sentence.startMs}`} className={personClass(personId)}>
            <span className="quiet">
              {clockText(sentence.startMs / 1000)}–{clockText(sentence.endMs / 1000)}
            </span>{' '}
            <PersonLink view={view} personId={personId} name={page.names[personId] ?? personId} />
            <blockquote lang={page.language}>
              <p>
                <Marked {...sentence} />
              </p>
            </blockquote>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Facts({ view, page }: { readonly view: View; readonly page: BulletinModel }) {
  const { t, formats } = view;
  const reports = page.parts.filter(({ kind }) => kind === 'report');
  const [longest] = personsOf(page);
  const aboutMs = longest?.aboutMs ?? null;
  return (
    <KeyFigures
      view={view}
      about={{ outletId: page.outletId }}
      items="#parts"
      figures={[
        {
          id: 'bulletin-length',
          name: t('air.length'),
          value: clockText(page.durationSeconds),
          text: t('air.minutesHint'),
        },
        {
          id: 'bulletin-reports',
          name: t('air.reports'),
          value: formats.count(reports.length),
          text: t('air.withSomeone', {
            count: reports.filter(({ persons }) => persons.length > 0).length,
          }),
        },
        {
          id: 'bulletin-longest',
          name: t('air.longest'),
          value: aboutMs === null ? '–' : clockText(aboutMs / 1000),
          text: longest
            ? `${page.names[longest.personId] ?? ''} · ${t('air.minutesHint')}`
            : t('air.nobody'),
        },
        {
          id: 'bulletin-repeats',
          name: t('air.repeats'),
          value: formats.count(page.repeats.length),
          text:
            page.repeats.length === 0
              ? t('air.noRepeats')
              : page.repeats.map((at) => formats.instant(at, page.timeZone)).join('; '),
        },
      ]}
    />
  );
}

/** `/bulletins/:id`: a bulletin as a bar of its reports, whom each mentions, for how long. */
export function BulletinPage(props: { readonly view: View; readonly page: BulletinModel }) {
  const { view, page } = props;
  const { t, formats } = view;
  const reports = page.parts.filter(({ kind }) => kind === 'report').length;
  const rows = page.parts.map((part, index) => ({
    key: String(index),
    part,
    hours: page.clockHours[index] ?? null,
    reports,
  }));
  const start =
    page.startAt === null
      ? `${formats.day(page.day)} · ${t('air.startUnknown')}`
      : `${formats.day(page.day)}, ${timeText(page.startAt, page.timeZone)}`;
  const how = page.startFrom === null ? '' : ` · ${t(startNames[page.startFrom])}`;
  return (
    <Layout view={view} title={page.title} methodVersion={page.methodVersion}>
      <header className="finding">
        <h1 lang={page.language}>{page.title}</h1>
        <p className="lead">
          <a href={view.href(`/outlets/${page.outletId}/air`)}>{page.outletName}</a> ·{' '}
          {page.channel} · {t(airMediumNames[page.medium])} · {start}
          {how}
        </p>
        <p>
          <a href={page.url}>{t('air.original')}</a>
        </p>
      </header>
      <Facts view={view} page={page} />
      <BulletinBar view={view} page={page} />
      <section aria-labelledby="parts-heading">
        <h2 id="parts-heading">{t('air.rundown')}</h2>
        <DataTable
          view={view}
          id="parts"
          caption={t('air.rundown')}
          columns={columns(view, page)}
          rows={rows}
          rowKey={(row) => row.key}
        />
      </section>
      <Sentences view={view} page={page} />
    </Layout>
  );
}
