// XMLTV files by chance, well-formed and odd in every way that stations and their programs were
// seen to write them; who makes them knows what they announce.
import { randomFrom } from './random.ts';

/** A programme as the file announces it. */
export interface AnnouncedProgramme {
  readonly channel: string;
  readonly startMs: number;
  /** null where the file does not say, or says nonsense. */
  readonly endMs: number | null;
  readonly title: string;
  readonly saidRepeat: boolean;
}

/** A file with what is in it. */
export interface OddXmltv {
  readonly bytes: Buffer;
  /** What makes it odd, for whoever reads a failure. */
  readonly oddities: readonly string[];
  readonly announced: readonly AnnouncedProgramme[];
}

/** The outlet's own zone: of stamps that state none. */
export const oddZone = 'Asia/Ho_Chi_Minh';

type Random = (below: number) => number;

interface Maker {
  readonly random: Random;
  readonly oddities: Set<string>;
}

function pick<Item>({ random }: Maker, items: readonly [Item, ...Item[]]): Item {
  return items[random(items.length)] ?? items[0];
}

/** One time in so many, and then it is among the file's oddities. */
function isOdd(maker: Maker, oneIn: number, oddity: string): boolean {
  const is = maker.random(oneIn) === 0;
  if (is) maker.oddities.add(oddity);
  return is;
}

const ZONES: readonly [string, number][] = [
  [' +0700', 420],
  [' +0000', 0],
  [' -0330', -210],
  [' +0545', 345],
  [' +07:00', 420],
  ['+0700', 420],
  [' Z', 0],
  [' UTC', 0],
  [' GMT+7', 420],
  [' ICT', 420],
  ['', 420],
];

/** A wall time as a stamp; seconds and minutes may be left out where they are none. */
function stamp(maker: Maker, instantMs: number): string {
  const [zone, offsetMinutes] = pick(maker, ZONES as [[string, number], ...[string, number][]]);
  if (zone === '') maker.oddities.add('no zone');
  const wall = new Date(instantMs + offsetMinutes * 60_000).toISOString().slice(0, 19);
  if (zone === ' Z' && isOdd(maker, 3, 'ISO 8601')) return `${wall}Z`;
  const digits = wall.replace(/\D/g, '');
  const isShort = digits.endsWith('00') && isOdd(maker, 3, 'no seconds');
  return (isShort ? digits.slice(0, 12) : digits) + zone;
}

const TITLES = [
  'Thời sự',
  'Bản tin 60 giây',
  'Chuyển động 24h',
  'Tiếp chuyển Thời sự Đài THVN',
  'Phim truyện: Đất & người (tập 3/40)',
  'Thời sự – "Thời tiết" <trực tiếp>',
  'Chào ngày mới',
  "Ca nhạc: Ơi con sông quê; tiếng hò 'ơ'",
  'Dự báo thời tiết 5 < 10 > 3',
  '',
] as const;

const NAMED: Readonly<Record<string, string>> = { é: '&eacute;', à: '&agrave;', ô: '&ocirc;' };

/** Text as XML writes it: references of all kinds, CDATA, decomposed letters. */
function written(maker: Maker, text: string): string {
  const form = isOdd(maker, 4, 'decomposed letters') ? text.normalize('NFD') : text;
  const isPlain = !form.includes(']]>');
  if (isPlain && isOdd(maker, 5, 'CDATA')) {
    const half = maker.random(form.length + 1);
    return `<![CDATA[${form.slice(0, half)}]]><![CDATA[${form.slice(half)}]]>`;
  }
  const style = maker.random(4);
  if (style > 0) maker.oddities.add('references');
  const escaped = Array.from(form, (letter) => {
    if (letter === '&') return style === 1 ? '&#38;' : '&amp;';
    if (letter === '<') return style === 1 ? '&#x3C;' : '&lt;';
    if (letter === '>') return style === 0 ? '>' : '&gt;';
    if (style === 2 && NAMED[letter]) return NAMED[letter];
    const code = letter.codePointAt(0) ?? 0;
    return style === 3 && code > 127 ? `&#x${code.toString(16)};` : letter;
  });
  return escaped.join('');
}

function attribute(maker: Maker, name: string, value: string): string {
  const isApostrophe = isOdd(maker, 4, 'apostrophes');
  const safe = value.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const spaces = isOdd(maker, 6, 'spaces around =') ? ' = ' : '=';
  const quoted = isApostrophe
    ? `'${safe.replaceAll("'", '&apos;')}'`
    : `"${safe.replaceAll('"', '&quot;')}"`;
  return `${name}${spaces}${quoted}`;
}

function titles(maker: Maker, title: string): string {
  const open = isOdd(maker, 3, 'languages') ? '<title lang="vi">' : '<title>';
  if (title === '' && isOdd(maker, 2, 'empty title')) return '<title/>';
  const own = `${open}${written(maker, title)}</title>`;
  const isForeign = open !== '<title>' && title !== '' && maker.random(2) === 0;
  const foreign = '<title lang="en">Something else</title>';
  if (!isForeign) return own;
  return maker.random(2) === 0 ? foreign + own : own + foreign;
}

const EXTRAS = [
  '<desc lang="vi">Có &lt;title&gt; giả bên trong</desc>',
  '<desc><![CDATA[<programme start="20010101000000" channel="x"><title>giả</title>]]></desc>',
  '<category lang="vi">Tin tức</category><category>News</category>',
  '<icon src="https://a.example/1.png?a=1&amp;b=2"/>',
  '<!-- <title>chú thích</title> -->',
  '<episode-num system="xmltv_ns">0.2/40.</episode-num>',
  '<credits><presenter>Một người</presenter></credits>',
  '<rating system="MPAA"><value>G</value></rating>',
  '<star-rating><value>3/5</value></star-rating>',
  '<unknown-thing a="1>2">x</unknown-thing>',
] as const;

function extras(maker: Maker): string {
  const count = maker.random(3);
  return Array.from({ length: count }, () => pick(maker, EXTRAS)).join('');
}

function endStamp(maker: Maker, startMs: number, lengthMs: number) {
  if (isOdd(maker, 5, 'no end')) return { endMs: null, text: null };
  if (isOdd(maker, 12, 'end before start')) {
    return { endMs: null, text: stamp(maker, startMs - 600_000) };
  }
  return { endMs: startMs + lengthMs, text: stamp(maker, startMs + lengthMs) };
}

function programme(maker: Maker, channel: string, startMs: number) {
  const lengthMs = (5 + maker.random(90)) * 60_000 + maker.random(3) * 15_000;
  const title = pick(maker, TITLES);
  const { endMs, text } = endStamp(maker, startMs, lengthMs);
  const saidRepeat = isOdd(maker, 8, 'repeat');
  const attributes = [
    attribute(maker, 'start', stamp(maker, startMs)),
    ...(text === null ? [] : [attribute(maker, 'stop', text)]),
    attribute(maker, 'channel', channel),
    ...(maker.random(5) === 0 ? ['clumpidx="0/1"', 'showview=""'] : []),
  ];
  const order = isOdd(maker, 3, 'attributes in another order')
    ? attributes.toReversed()
    : attributes;
  const between = isOdd(maker, 4, 'tags over lines') ? '\n    ' : ' ';
  const repeat = saidRepeat ? '<previously-shown/>' : '';
  const parts = [titles(maker, title), extras(maker), repeat];
  const inner = (maker.random(2) === 0 ? parts : parts.toReversed()).join('\n  ');
  const xml = `<programme${between}${order.join(between)}>${inner}</programme>`;
  const announced = { channel, startMs, endMs, title: shown(title), saidRepeat };
  return { xml, announced, nextMs: startMs + lengthMs };
}

const shown = (title: string) => title.replace(/\s+/gu, ' ').trim().normalize('NFC');

const CHANNELS = ['stv1', 'Kênh 2', 'a&b.vn', "đài'3", 'VTV1 HD.vn'] as const;

function head(maker: Maker, encoding: string): string {
  const parts = [`<?xml version="1.0" encoding="${encoding}"?>`];
  if (isOdd(maker, 4, 'long comment ahead')) parts.push(`<!-- ${'giấy phép '.repeat(1200)} -->`);
  if (isOdd(maker, 4, 'document type')) {
    const entities = Array.from({ length: maker.random(3) }, (_, at) => `<!ENTITY e${at} "x">`);
    parts.push(
      entities.length > 0
        ? `<!DOCTYPE tv SYSTEM "xmltv.dtd" [\n${entities.join('\n')}\n]>`
        : '<!DOCTYPE tv SYSTEM "xmltv.dtd">',
    );
  }
  if (isOdd(maker, 5, 'style sheet')) parts.push('<?xml-stylesheet href="a.xsl"?>');
  const attributes = isOdd(maker, 3, 'root attributes')
    ? ' source-info-name="Đài" generator-info-name="x > y" date="20260302"'
    : '';
  return `${parts.join('\n')}\n<tv${attributes}>\n`;
}

type Encoding = readonly [label: string, write: (text: string) => Buffer];

const PLAIN: Encoding = ['UTF-8', (text) => Buffer.from(text)];

/** Encodings that can write every letter of the titles, and what Node calls them. */
const ENCODINGS: readonly Encoding[] = [
  PLAIN,
  ['utf-8', (text) => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(text)])],
  ['UTF-16', (text) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])],
  [
    'utf-16',
    (text) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]).swap16(),
  ],
];

/** A file of one to four channels and up to forty programmes; the same for the same seed. */
export function oddXmltv(seed: number): OddXmltv {
  const maker: Maker = { random: randomFrom(seed), oddities: new Set() };
  const kind = maker.random(8);
  const [label, write] = ENCODINGS[kind < 5 ? 0 : kind - 4] ?? PLAIN;
  if (kind >= 5) maker.oddities.add(`encoding ${label}, with a mark`);
  const announced: AnnouncedProgramme[] = [];
  const lists: string[] = [];
  const names: string[] = [];
  for (let at = 0; at <= maker.random(4); at += 1) {
    const channel = CHANNELS[(at + seed) % CHANNELS.length] ?? 'stv1';
    names.push(
      `<channel ${attribute(maker, 'id', channel)}><display-name>${written(maker, channel)}</display-name></channel>`,
    );
    let atMs = Date.UTC(2026, 2, 1, maker.random(24), maker.random(60));
    for (let count = maker.random(12) + 1; count > 0; count -= 1) {
      const made = programme(maker, channel, atMs);
      lists.push(made.xml);
      announced.push(made.announced);
      atMs = made.nextMs;
    }
  }
  const isLate = isOdd(maker, 5, 'channels after programmes');
  const body = isLate ? [...lists, ...names] : [...names, ...lists];
  const text = `${head(maker, label)}${body.join('\n')}\n</tv>\n`;
  const lines = isOdd(maker, 4, 'CRLF') ? text.replaceAll('\n', '\r\n') : text;
  return { bytes: write(lines), oddities: [...maker.oddities], announced };
}
