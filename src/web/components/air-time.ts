import type { BroadcastMedium, BulletinPage, Daypart, KnownSeconds } from '../../domain/index.ts';
import type { MessageKey } from '../language.ts';
import type { View } from '../view.ts';

/** Seconds as `2:05` or `1:02:05`; an en dash where unknown. */
export function clockText(seconds: number | null): string {
  if (seconds === null) return '–';
  const whole = Math.round(seconds);
  const [hours, minutes, rest] = [
    Math.floor(whole / 3600),
    Math.floor(whole / 60) % 60,
    whole % 60,
  ];
  const two = (value: number) => String(value).padStart(2, '0');
  return hours === 0 ? `${minutes}:${two(rest)}` : `${hours}:${two(minutes)}:${two(rest)}`;
}

/** Local time of day, `18:30`. */
export function timeText(instant: string, timeZone: string): string {
  const options = { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  return new Intl.DateTimeFormat('en-GB', options).format(new Date(instant));
}

/** A known sum with how much of it is not known. */
export function knownText(view: View, { seconds, unknownReports }: KnownSeconds): string {
  if (seconds === null) return view.t('coverage.unknown');
  const part =
    unknownReports === 0 ? '' : ` · ${view.t('air.notKnown', { count: unknownReports })}`;
  return `${clockText(seconds)}${part}`;
}

/** What a part of the day is called, with its hours. */
export const daypartNames: Readonly<Record<Daypart, MessageKey>> = {
  night: 'air.night',
  morning: 'air.morning',
  noon: 'air.noon',
  afternoon: 'air.afternoon',
  evening: 'air.evening',
};

/** Radio and television by name. */
export const airMediumNames: Readonly<Record<BroadcastMedium, MessageKey>> = {
  television: 'air.medium.television',
  radio: 'air.medium.radio',
};

/** Headings of what was captured of each. */
export const capturedNames: Readonly<Record<BroadcastMedium, MessageKey>> = {
  television: 'air.captured.television',
  radio: 'air.captured.radio',
};

/** How a start is known. */
export const startNames: Readonly<Record<NonNullable<BulletinPage['startFrom']>, MessageKey>> = {
  stated: 'air.startFrom.stated',
  title: 'air.startFrom.title',
  listing: 'air.startFrom.listing',
};
