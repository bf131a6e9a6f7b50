import type { Subtitles } from '../../src/domain/index.ts';
import { cueTimeMs, finishCues, type RawCue } from './cue-text.ts';
import { FaultList } from './reading-faults.ts';
import { decodeReferences } from './xml-scan.ts';

const ARROW = /^\s*([\d:.,]+)\s*-{1,2}>\s*([\d:.,]*)/;
const MOST_CUES = 50_000;

/** WebVTT, also where its header is missing; what cannot be read is in `faults`. Never throws. */
export function parseWebVtt(text: string): Subtitles {
  return parseTimedBlocks(text, 'webvtt');
}

/** SubRip: numbered blocks with `-->` and commas; read with the same tolerance. Never throws. */
export function parseSrt(text: string): Subtitles {
  return parseTimedBlocks(text, 'srt');
}

function parseTimedBlocks(text: string, format: 'webvtt' | 'srt'): Subtitles {
  const faults = new FaultList();
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/);
  const raw: RawCue[] = [];
  let language: string | null = null;
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    if (raw.length === 0) language ??= /^Language:\s*([\w-]+)/i.exec(line)?.[1] ?? null;
    if (!line.includes('-->') && !/^\s*\d{1,2}:\d\d.*->/.test(line)) continue;
    if (raw.length >= MOST_CUES) {
      faults.add('too-many-cues', index + 1, String(MOST_CUES));
      break;
    }
    const [from, until] = [index + 1, blockEnd(lines, index + 1)];
    const cue = readCue(line, { body: lines.slice(from, until), at: index + 1, faults });
    if (cue !== null) raw.push(cue);
    index = until - 1;
  }
  if (raw.length === 0) faults.add('unknown-format', 1, format === 'srt' ? 'SubRip' : 'WebVTT');
  return { format, language, cues: finishCues(raw, faults), faults: faults.all() };
}

/** A cue's text ends at an empty line, or where the next time stands without one. */
function blockEnd(lines: readonly string[], from: number): number {
  for (let index = from; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    if (line.trim() === '') return index;
    if (ARROW.test(line)) return /^\s*\d+\s*$/.test(lines[index - 1] ?? '') ? index - 1 : index;
  }
  return lines.length;
}

function readCue(
  timing: string,
  block: { readonly body: readonly string[]; readonly at: number; readonly faults: FaultList },
): RawCue | null {
  const { body, at, faults } = block;
  const [, start = '', end = ''] = ARROW.exec(timing) ?? [];
  const startMs = cueTimeMs(start);
  if (startMs === null) {
    faults.add('bad-time', at, timing);
    return null;
  }
  const stated = cueTimeMs(end);
  const endMs = stated !== null && stated > startMs ? stated : null;
  if (endMs === null) faults.add('bad-end', at, end);
  return { startMs, endMs, lines: voices(body), line: at };
}

const VOICE = /<v(?:\.[\w.-]{0,99})?\s([^>]{1,500})>|<\/v>/g;

/** Lines of a cue with the voice each is spoken by. */
function voices(body: readonly string[]): RawCue['lines'] {
  const lines: { text: string; speaker: string | null }[] = [];
  let speaker: string | null = null;
  for (const line of body) {
    let from = 0;
    const push = (until: number) => {
      const text = bare(line.slice(from, until));
      if (text.trim() !== '') lines.push({ text, speaker });
    };
    for (const match of line.matchAll(VOICE)) {
      push(match.index);
      speaker = match[1] === undefined ? null : bare(match[1]).trim() || null;
      from = match.index + match[0].length;
    }
    push(line.length);
  }
  return lines;
}

/** Without styling: `<i>`, `<c.yellow>`, `<00:01:02.000>`, `{\an8}`; references decoded. */
function bare(text: string): string {
  const plain = text.replace(/<\/?[a-z][^<>]{0,200}>|<\d[\d:.]*>|\{\\[^{}]{0,60}\}/gi, '');
  return decodeReferences(plain);
}
