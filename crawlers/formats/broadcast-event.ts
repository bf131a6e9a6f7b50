// schema.org's BroadcastEvent: a listing that a page carries for machines.
import type { Listing, ListedProgramme } from '../../src/domain/index.ts';
import { isObject, type JsonObject } from './feed-json.ts';
import { plainText } from './feed-markup.ts';
import { jsonLdNodes } from './json-ld.ts';
import { broadcastDay, parseStamp } from './listing-time.ts';
import { FaultList } from './reading-faults.ts';
import { parseTolerantJson } from './tolerant-json.ts';
import type { ListingOptions } from './xmltv.ts';

/** Programmes of a page's (or a JSON file's) broadcast events; empty where it has none. */
export function parseBroadcastEvents(text: string, options: ListingOptions = {}): Listing {
  const faults = new FaultList();
  const programmes: ListedProgramme[] = [];
  const seen = new Set<string>();
  for (const node of nodesOf(text)) {
    // What a film's page says of its own airing is no listing.
    if (!typesOf(node).includes('BroadcastEvent') || node['startDate'] === undefined) continue;
    const programme = programmeOf(node, { options, faults, line: lineOf(text, node) });
    if (programme === null) continue;
    const key = `${programme.channel}\0${programme.startAt}\0${programme.title}`;
    if (seen.has(key)) continue;
    seen.add(key);
    programmes.push(programme);
  }
  return { format: 'json-ld', channels: [], programmes, faults: faults.all() };
}

function nodesOf(text: string): JsonObject[] {
  const isJson = /^\s*[[{]/.test(text);
  if (!isJson) return jsonLdNodes(text);
  const script = JSON.stringify(parseTolerantJson(text)).replaceAll('<', '\\u003c');
  return jsonLdNodes(`<script type="application/ld+json">${script}</script>`);
}

/** JSON keeps no lines: the first place where the start is written. */
function lineOf(text: string, node: JsonObject): number {
  const at = text.indexOf(textIn(node['startDate']) ?? '\0');
  return at < 0 ? 1 : text.slice(0, at).split('\n').length;
}

function programmeOf(
  node: JsonObject,
  context: {
    readonly options: ListingOptions;
    readonly faults: FaultList;
    readonly line: number;
  },
): ListedProgramme | null {
  const { options, faults, line } = context;
  const zone = options.timeZone ?? 'UTC';
  const stated = textIn(node['startDate']) ?? '';
  const start = parseStamp(stated, zone);
  if (start === null) {
    faults.add('bad-time', line, stated);
    return null;
  }
  const work = firstObject(node['workPerformed']) ?? firstObject(node['broadcastOfEvent']);
  const service = firstObject(node['publishedOn']);
  const title = textIn(node['name']) ?? (work && textIn(work['name'])) ?? '';
  return {
    channel: channelOf(service) ?? textIn(node['publishedOn']) ?? '',
    day: broadcastDay(start.iso, options.outletZone ?? zone, options.dayStartsAtHour),
    startAt: start.iso,
    endAt: endOf(textIn(node['endDate']), { startAt: start.iso, zone, line, faults }),
    title,
    subtitle: null,
    description: textIn(node['description']) ?? (work && textIn(work['description'])) ?? null,
    categories: [],
    saidRepeat: node['repeatBroadcast'] === true || node['isRepeat'] === true,
    line,
  };
}

function channelOf(service: JsonObject | null): string | null {
  if (service === null) return null;
  return (
    textIn(service['broadcastDisplayName']) ?? textIn(service['name']) ?? textIn(service['@id'])
  );
}

function endOf(
  stated: string | null,
  known: {
    readonly startAt: string;
    readonly zone: string;
    readonly line: number;
    readonly faults: FaultList;
  },
): string | null {
  if (stated === null) return null;
  const end = parseStamp(stated, known.zone);
  if (end !== null && Date.parse(end.iso) > Date.parse(known.startAt)) return end.iso;
  known.faults.add('bad-end', known.line, stated);
  return null;
}

/** Types of a node without their address. */
export function typesOf(node: JsonObject): string[] {
  const types = Array.isArray(node['@type']) ? node['@type'] : [node['@type']];
  return types.flatMap((type) =>
    typeof type === 'string' ? [type.replace(/^.*[/#:]/, '').trim()] : [],
  );
}

/** The first object of a value or list. */
export function firstObject(value: unknown): JsonObject | null {
  const list = Array.isArray(value) ? value : [value];
  return list.find((one): one is JsonObject => isObject(one)) ?? null;
}

/** A text value as plain NFC text; null for none. */
export function textIn(value: unknown): string | null {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  const held = isObject(first) ? first['@value'] : first;
  if (typeof held === 'number') return String(held);
  return typeof held === 'string' ? plainText(held) || null : null;
}
