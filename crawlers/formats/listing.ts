import type { Day, Listing } from '../../src/domain/index.ts';
import { decodeText } from '../extract/charset.ts';
import { parseBroadcastEvents } from './broadcast-event.ts';
import { parseIcal } from './ical.ts';
import { parseScheduleHtml } from './schedule-html.ts';
import { parseScheduleText } from './schedule-text.ts';
import { parseXmltv } from './xmltv.ts';

export interface ReadListingOptions {
  /** The outlet's IANA zone: of times that state none, and of its days. */
  readonly timeZone: string;
  /** When the listing was fetched. */
  readonly now: Date;
  /** Address or file name: its ending and the day in it help. */
  readonly url?: string;
  /** The day the listing is of, where the caller knows it. */
  readonly day?: Day | null;
  readonly language?: string;
  readonly dayStartsAtHour?: number;
}

/**
 * Reads a programme listing in any of the known forms: XMLTV, iCalendar, JSON-LD BroadcastEvent,
 * a day's programme as HTML or as plain text. Never throws: what cannot be read is in `faults`.
 */
export function parseListing(
  bytes: Uint8Array,
  headers: Readonly<Record<string, string>>,
  options: ReadListingOptions,
): Listing {
  const { text } = decodeText(bytes, headers);
  const machine = { ...options, outletZone: options.timeZone };
  const head = text.slice(0, 4_000);
  const isTorn = /<programme[\s>]/i.test(head);
  if (isTorn || isXmltvHead(text)) return parseXmltv(text, machine);
  if (/^\s*BEGIN:VCALENDAR/i.test(head)) return parseIcal(text, machine);
  const isJson = /^\s*[[{]/.test(head);
  const isPage = /<(?:!doctype html|html|head|body|table|div|ul|ol|p|tr|script)\b/i.test(text);
  if (isJson || (isPage && text.includes('BroadcastEvent'))) {
    const events = parseBroadcastEvents(text, machine);
    // One event is what a page says of itself; a listing has more.
    if (isJson || events.programmes.length > 2) return events;
  }
  return isPage ? parseScheduleHtml(text, options) : parseScheduleText(text, options);
}

/** What may stand before the first element; a comment or a document type can be long. */
const PROLOG = /\s+|<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!DOCTYPE[^[>]*(?:\[[\s\S]*?\]\s*)?>/iy;

/** Whether a text begins as XMLTV, which alone may be too large to hold. */
export function isXmltvHead(head: string): boolean {
  let position = head.startsWith('\ufeff') ? 1 : 0;
  PROLOG.lastIndex = position;
  while (PROLOG.test(head)) {
    position = PROLOG.lastIndex;
  }
  return /^<tv[\s>]/i.test(head.slice(position, position + 4)) || isNamedXmltv(head);
}

/** Where the beginning is broken, a root or its document type near it says the same. */
function isNamedXmltv(head: string): boolean {
  return /<tv[\s>]|<!DOCTYPE\s+tv\b/i.test(head.slice(0, 4_000));
}
