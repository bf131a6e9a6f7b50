// XMLTV, read in pieces: constant memory, and one bad programme never costs the others.
import type {
  Listing,
  ListedProgramme,
  ListingChannel,
  ReadingFault,
} from '../../src/domain/index.ts';
import { broadcastDay, parseStamp } from './listing-time.ts';
import { FaultList } from './reading-faults.ts';
import { readAttributes } from './xml-scan.ts';
import { XmlStream, type XmlStreamHandler } from './xml-stream.ts';

export interface ListingOptions {
  /** IANA zone of times that state none; XMLTV's own rule, UTC, where it is left out. */
  readonly timeZone?: string;
  /** The outlet's own zone, in which broadcasting days are cut. Default: `timeZone`. */
  readonly outletZone?: string;
  /** Language tag of the title wanted of several. Default `vi`. */
  readonly language?: string;
  /** Local hour at which a broadcasting day begins. Default 4. */
  readonly dayStartsAtHour?: number;
}

export interface XmltvSink {
  readonly onProgramme: (programme: ListedProgramme) => void;
  readonly onChannel?: (channel: ListingChannel) => void;
}

interface Titled {
  readonly language: string | null;
  readonly text: string;
}

interface OpenProgramme {
  readonly line: number;
  readonly attributes: ReadonlyMap<string, string>;
  readonly texts: Map<string, Titled[]>;
  saidRepeat: boolean;
}

const KEPT = new Set(['title', 'sub-title', 'desc', 'category', 'display-name']);
const LONGEST_TEXT = 20_000;

/** A reader of one XMLTV file: `write` its pieces in order, then `end`. */
export class XmltvReader {
  private readonly stream: XmlStream;
  private readonly handler: XmltvHandler;
  private readonly faults = new FaultList();
  private isXmltv = false;

  constructor(sink: XmltvSink, options: ListingOptions = {}) {
    const onRoot = () => {
      this.isXmltv = true;
    };
    this.handler = new XmltvHandler({ sink, options, faults: this.faults, onRoot });
    this.stream = new XmlStream(this.handler);
  }

  write(piece: string): void {
    this.stream.write(piece);
  }

  /** Answers what could not be read, by line. */
  end(): readonly ReadingFault[] {
    this.stream.end();
    this.handler.finish();
    if (!this.isXmltv) this.faults.add('unknown-format', 1, 'XMLTV');
    return this.faults.all();
  }
}

interface HandlerParts {
  readonly sink: XmltvSink;
  readonly options: ListingOptions;
  readonly faults: FaultList;
  readonly onRoot: () => void;
}

class XmltvHandler implements XmlStreamHandler {
  private readonly parts: HandlerParts;
  private isOpen = false;
  private lastLine = 1;
  private programme: OpenProgramme | null = null;
  private channel: { readonly id: string; name: string | null } | null = null;
  private field: { readonly name: string; readonly language: string | null; text: string } | null =
    null;

  constructor(parts: HandlerParts) {
    this.parts = parts;
  }

  open(name: string, attributes: string, line: number): void {
    this.lastLine = line;
    if (name === 'tv') {
      this.isOpen = true;
      this.parts.onRoot();
    }
    if (name === 'programme') {
      this.endProgramme();
      this.parts.onRoot();
      const texts = new Map<string, Titled[]>();
      const read = readAttributes(attributes);
      this.programme = { line, attributes: read, texts, saidRepeat: false };
    } else if (name === 'channel') {
      this.endProgramme();
      this.channel = { id: clean(readAttributes(attributes).get('id') ?? ''), name: null };
    } else if (name === 'previously-shown' && this.programme) this.programme.saidRepeat = true;
    else if (KEPT.has(name) && (this.programme || this.channel)) {
      this.endField();
      this.field = { name, language: readAttributes(attributes).get('lang') ?? null, text: '' };
    }
  }

  close(name: string): void {
    if (this.field?.name === name) this.endField();
    if (name === 'programme' || name === 'tv') this.endProgramme();
    if (name === 'tv') this.isOpen = false;
    if (name === 'channel' && this.channel) {
      const { id, name: shown } = this.channel;
      if (id !== '') this.parts.sink.onChannel?.({ id, name: shown ?? id });
      this.channel = null;
    }
  }

  text(text: string): void {
    if (this.field && this.field.text.length < LONGEST_TEXT) this.field.text += text;
  }

  fault(code: 'cut-off' | 'bad-tag' | 'too-long', line: number): void {
    this.lastLine = line;
    // A reader that ends in the middle says so once, by the line of what was open.
    if (code !== 'cut-off') this.parts.faults.add(code, line);
  }

  /** What was still open is not complete: it is left out, and the file is said to be cut off. */
  finish(): void {
    const line = this.programme?.line ?? this.lastLine;
    if (this.isOpen || this.programme) this.parts.faults.add('cut-off', line);
  }

  private endField(): void {
    const { field } = this;
    this.field = null;
    if (field === null) return;
    const text = clean(field.text);
    if (this.programme) {
      const texts = this.programme.texts.get(field.name) ?? [];
      texts.push({ language: field.language, text });
      this.programme.texts.set(field.name, texts);
    } else if (this.channel && text !== '') this.channel.name ??= text;
  }

  private endProgramme(): void {
    this.endField();
    const { programme } = this;
    this.programme = null;
    if (programme === null) return;
    const read = readProgramme(programme, this.parts);
    if (read !== null) this.parts.sink.onProgramme(read);
  }
}

function readProgramme(
  { line, attributes, texts, saidRepeat }: OpenProgramme,
  { options, faults }: HandlerParts,
): ListedProgramme | null {
  const timeZone = options.timeZone ?? 'UTC';
  const stated = attributes.get('start');
  if (stated === undefined || stated.trim() === '') {
    faults.add('no-time', line);
    return null;
  }
  const start = parseStamp(stated, timeZone);
  if (start === null) {
    faults.add('bad-time', line, stated);
    return null;
  }
  if (!start.zoned) faults.addOnce('zone-assumed', line, timeZone);
  const zone = options.outletZone ?? timeZone;
  const best = (name: string) => bestText(texts.get(name) ?? [], options.language ?? 'vi');
  return {
    channel: clean(attributes.get('channel') ?? ''),
    day: broadcastDay(start.iso, zone, options.dayStartsAtHour),
    startAt: start.iso,
    endAt: endOf(attributes.get('stop'), { startAt: start.iso, timeZone, line, faults }),
    title: best('title') ?? '',
    subtitle: best('sub-title'),
    description: best('desc'),
    categories: (texts.get('category') ?? []).map(({ text }) => text).filter((text) => text !== ''),
    saidRepeat,
    line,
  };
}

function endOf(
  stated: string | undefined,
  known: {
    readonly startAt: string;
    readonly timeZone: string;
    readonly line: number;
    readonly faults: FaultList;
  },
): string | null {
  if (stated === undefined || stated.trim() === '') return null;
  const end = parseStamp(stated, known.timeZone);
  if (end !== null && Date.parse(end.iso) > Date.parse(known.startAt)) return end.iso;
  known.faults.add('bad-end', known.line, stated);
  return null;
}

/** The text in the language wanted, else one that names none, else the first. */
function bestText(texts: readonly Titled[], language: string): string | null {
  const filled = texts.filter(({ text }) => text !== '');
  const wanted = filled.find((one) => one.language?.toLowerCase().startsWith(language));
  return (wanted ?? filled.find((one) => one.language === null) ?? filled[0])?.text ?? null;
}

function clean(text: string): string {
  return text.replace(/\s+/gu, ' ').trim().normalize('NFC');
}

/** A whole XMLTV text at once. */
export function parseXmltv(text: string, options: ListingOptions = {}): Listing {
  const programmes: ListedProgramme[] = [];
  const channels: ListingChannel[] = [];
  const sink = {
    onProgramme: (one: ListedProgramme) => void programmes.push(one),
    onChannel: (one: ListingChannel) => void channels.push(one),
  };
  const reader = new XmltvReader(sink, options);
  reader.write(text);
  const faults = reader.end();
  return { format: 'xmltv', channels, programmes, faults };
}
