import type { AirWeek, GridProgramme } from '../../domain/index.ts';
import { daysOf } from '../charts.ts';
import type { View } from '../view.ts';
import { timeText } from './air-time.ts';

const axisWidth = 44;
const dayWidth = 140;
const top = 28;
const hourHeight = 34;

interface Frame {
  readonly week: AirWeek;
  readonly days: readonly string[];
}

/** Minutes since the broadcasting day began. */
function minutesInto(week: AirWeek, { day, startAt }: GridProgramme): number {
  const [hour = 0, minute = 0] = timeText(startAt, week.timeZone).split(':').map(Number);
  const isNext = localDay(startAt, week.timeZone) > day;
  return hour * 60 + minute + (isNext ? 24 * 60 : 0) - week.dayStartsAtHour * 60;
}

function localDay(instant: string, timeZone: string): string {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
  return format.format(new Date(instant));
}

function kindClass({ isNews, isRelay, isRepeat }: GridProgramme): string {
  if (isRelay) return 'air-relay';
  if (!isNews) return 'air-other';
  return isRepeat ? 'air-repeat' : 'air-news';
}

/** From a programme's top to its name's baseline: inside it, or under one too short to hold it. */
function nameDrop(height: number): number {
  return height < 9 ? height + 10 : Math.min(height - 1, 11);
}

function Programme(props: {
  readonly view: View;
  readonly frame: Frame;
  readonly programme: GridProgramme;
}) {
  const { view, frame, programme } = props;
  const { week, days } = frame;
  const from = minutesInto(week, programme);
  const start = Date.parse(programme.startAt);
  const end = programme.endAt === null ? start + 15 * 60_000 : Date.parse(programme.endAt);
  const minutes = Math.min((end - start) / 60_000, 24 * 60 - from);
  const x = axisWidth + days.indexOf(programme.day) * dayWidth;
  const y = top + (from / 60) * hourHeight;
  const height = Math.max(2, (minutes / 60) * hourHeight - 1);
  const label = `${timeText(programme.startAt, week.timeZone)} ${programme.title}`;
  const isNamed = programme.isNews || programme.isRelay;
  const box = (
    <>
      <rect x={x + 1} y={y} width={dayWidth - 2} height={height} className={kindClass(programme)}>
        <title>{`${label}${programme.isRepeat ? ` · ${view.t('air.repeat')}` : ''}`}</title>
      </rect>
      {isNamed && height >= 6 ? (
        <text x={x + 5} y={y + nameDrop(height)} className="air-name" lang={week.language}>
          {label.length > 22 ? `${label.slice(0, 21)}…` : label}
        </text>
      ) : null}
    </>
  );
  if (programme.bulletinId === null) return <g>{box}</g>;
  return <a href={view.href(`/bulletins/${programme.bulletinId}`)}>{box}</a>;
}

function Axis({ view, frame }: { readonly view: View; readonly frame: Frame }) {
  const { week, days } = frame;
  const hours = Array.from({ length: 25 }, (_, index) => index);
  return (
    <>
      {hours
        .filter((hour) => hour % 2 === 0)
        .map((hour) => (
          <g key={hour}>
            <path
              d={`M${axisWidth} ${top + hour * hourHeight}h${days.length * dayWidth}`}
              className="air-rule"
            />
            <text x={0} y={top + hour * hourHeight + 4} className="air-hour">
              {`${String((week.dayStartsAtHour + hour) % 24).padStart(2, '0')}:00`}
            </text>
          </g>
        ))}
      {days.map((day, index) => (
        <text key={day} x={axisWidth + index * dayWidth + 4} y={16} className="air-day">
          {`${view.formats.weekday(day)} ${view.formats.dayShort(day)}`}
        </text>
      ))}
    </>
  );
}

/** A day without a listing is unknown: hatched, never empty. */
function MissingDays({ frame }: { readonly frame: Frame }) {
  const { week, days } = frame;
  const listed = new Set(week.programmes.map(({ day }) => day));
  return days
    .filter((day) => !listed.has(day))
    .map((day) => (
      <rect
        key={day}
        x={axisWidth + days.indexOf(day) * dayWidth + 1}
        y={top}
        width={dayWidth - 2}
        height={24 * hourHeight}
        className="dwell-unknown"
      />
    ));
}

/** A channel's week: news in colour, relays outlined, repeats paler, everything else in grey. */
export function WeekGrid(props: {
  readonly view: View;
  readonly week: AirWeek;
  readonly channel: AirWeek['channels'][number];
}) {
  const { view, week, channel } = props;
  const { t } = view;
  const days = daysOf({ from: week.from, to: week.to });
  const own = week.programmes.filter((one) => one.channel === channel.id);
  const news = own.filter(({ isNews, isRepeat }) => isNews && !isRepeat);
  const title = t('air.weekTitle', { channel: channel.name });
  const finding = t('air.weekText', {
    news: news.length,
    programmes: own.length,
    period: view.formats.period(week.from, week.to),
  });
  const [width, height] = [axisWidth + days.length * dayWidth, top + 24 * hourHeight + 8];
  const frame = { week, days };
  return (
    <figure className="chart-figure">
      <figcaption>
        <h3>{title}</h3>
        <p className="subtitle">{finding}</p>
      </figcaption>
      <div className="scroll air-scroll" tabIndex={0} role="region" aria-label={title}>
        <svg
          className="air-week"
          viewBox={`0 0 ${width} ${height}`}
          role="group"
          aria-label={finding}
        >
          <Axis view={view} frame={frame} />
          <MissingDays frame={frame} />
          {own.map((programme) => (
            <Programme key={programme.startAt} view={view} frame={frame} programme={programme} />
          ))}
        </svg>
      </div>
      <p className="table-note">{t('air.weekNote')}</p>
    </figure>
  );
}
