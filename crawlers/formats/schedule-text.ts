import type { Listing } from '../../src/domain/index.ts';
import { FaultList } from './reading-faults.ts';
import { addressDay, type ScheduleOptions, ScheduleReader } from './schedule-lines.ts';

export interface ScheduleTextOptions extends Omit<ScheduleOptions, 'day'> {
  readonly day?: string | null;
  /** Address or file name, which may hold the day. */
  readonly url?: string;
}

/**
 * A day's programme as plain text, one programme a line, perhaps under headings that name days.
 * Lines that begin with no time are passed over. Never throws.
 */
export function parseScheduleText(text: string, options: ScheduleTextOptions): Listing {
  const faults = new FaultList();
  const day = options.day ?? (options.url === undefined ? null : addressDay(options.url));
  const reader = new ScheduleReader({ ...options, day }, faults);
  for (const [index, line] of text.split(/\r\n|[\n\r\u2028]/).entries()) {
    reader.read({ text: line, line: index + 1 });
  }
  if (reader.programmes.length === 0) faults.add('unknown-format', 1, 'listing');
  return { format: 'text', channels: [], programmes: reader.programmes, faults: faults.all() };
}
