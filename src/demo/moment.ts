import type { Day, IsoInstant } from '../domain/index.ts';

/** The province lies in one zone without summer time: minutes east of UTC. */
const zoneOffsetMinutes = 7 * 60;
export const timeZone = 'Asia/Ho_Chi_Minh';

export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

/** Milliseconds since 1970 of a day's local midnight plus minutes. */
export function localTime(day: Day, minutes = 0): number {
  return Date.parse(`${day}T00:00:00Z`) - zoneOffsetMinutes * minuteMs + minutes * minuteMs;
}

/** The parts of an instant in the province's zone. */
export function localParts(timeMs: number) {
  const shifted = new Date(timeMs + zoneOffsetMinutes * minuteMs);
  return {
    day: shifted.toISOString().slice(0, 10) as Day,
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    date: shifted.getUTCDate(),
    hour: shifted.getUTCHours(),
    minute: shifted.getUTCMinutes(),
    weekday: shifted.getUTCDay(),
  };
}

/** `2026-03-02T08:15:00+07:00`. */
export function isoLocal(timeMs: number): IsoInstant {
  return `${new Date(timeMs + zoneOffsetMinutes * minuteMs).toISOString().slice(0, 19)}+07:00`;
}

/** The day so many days after another. */
export function dayAfter(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

/** `8` → `08`. */
export function two(value: number): string {
  return String(value).padStart(2, '0');
}

const weekdays = ['Chủ Nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'];

/** `Thứ Hai`. */
export function weekdayName(timeMs: number): string {
  return weekdays[localParts(timeMs).weekday] as string;
}

/** How a report dates itself: `sáng 2/3`. */
export function dayPart(timeMs: number): string {
  const { hour, date, month } = localParts(timeMs);
  const part = hour < 12 ? 'sáng' : hour < 18 ? 'chiều' : 'tối';
  return `${part} ${date}/${month}`;
}

/** `2/3`. */
export function shortDate(timeMs: number): string {
  const { date, month } = localParts(timeMs);
  return `${date}/${month}`;
}
