import type { Subtitles } from '../../src/domain/index.ts';
import { cueTimeMs, finishCues, type RawCue } from './cue-text.ts';
import { FaultList } from './reading-faults.ts';
import { readAttributes } from './xml-scan.ts';
import { XmlStream, type XmlStreamHandler } from './xml-stream.ts';

interface Clock {
  readonly frameRate: number;
  readonly tickRate: number;
}

interface OpenParagraph {
  readonly startMs: number | null;
  readonly endMs: number | null;
  readonly stated: string;
  readonly line: number;
  readonly speaker: string | null;
  text: string;
}

/** TTML and DFXP: clock times, frames, ticks and offsets; agents as speakers. Never throws. */
export function parseTtml(text: string): Subtitles {
  const faults = new FaultList();
  const handler = new TtmlHandler(faults);
  const stream = new XmlStream(handler);
  stream.write(text);
  stream.end();
  const { cues, language } = handler;
  if (cues.length === 0) faults.add('unknown-format', 1, 'TTML');
  return { format: 'ttml', language, cues: finishCues(cues, faults), faults: faults.all() };
}

class TtmlHandler implements XmlStreamHandler {
  readonly cues: RawCue[] = [];
  language: string | null = null;
  private readonly faults: FaultList;
  private readonly agents = new Map<string, string>();
  /** Where body and divisions begin, milliseconds; paragraphs count from the innermost. */
  private readonly begins: { readonly name: string; readonly atMs: number }[] = [];
  private clock: Clock = { frameRate: 30, tickRate: 1 };
  private agent: string | null = null;
  private paragraph: OpenParagraph | null = null;

  constructor(faults: FaultList) {
    this.faults = faults;
  }

  open(raw: string, source: string, line: number): void {
    const name = raw.replace(/^.*:/, '');
    const attributes = readAttributes(source);
    if (name === 'tt') this.begin(attributes);
    else if (name === 'agent') this.agent = attributes.get('xml:id') ?? null;
    else if (name === 'body' || name === 'div') {
      const own = timeMs(attributes.get('begin') ?? '', this.clock) ?? 0;
      this.begins.push({ name, atMs: this.baseMs() + own });
    } else if (name === 'br' && this.paragraph) this.paragraph.text += '\n';
    else if (name === 'p') this.openParagraph(attributes, line);
  }

  close(raw: string): void {
    const name = raw.replace(/^.*:/, '');
    if (name === 'p') this.endParagraph();
    else if (name === 'agent') this.agent = null;
    else if (this.begins.at(-1)?.name === name) this.begins.pop();
  }

  text(text: string): void {
    if (this.paragraph) this.paragraph.text += text.replace(/\s+/gu, ' ');
    else if (this.agent !== null && text.trim() !== '') this.agents.set(this.agent, text.trim());
  }

  fault(code: 'cut-off' | 'bad-tag' | 'too-long', line: number): void {
    this.faults.add(code, line);
    if (code === 'cut-off') this.endParagraph();
  }

  private begin(attributes: ReadonlyMap<string, string>): void {
    this.language = attributes.get('xml:lang') || null;
    const [over = 1, under = 1] = (attributes.get('ttp:frameratemultiplier') ?? '1 1')
      .split(/[\s:]+/)
      .map(Number);
    const frameRate = (Number(attributes.get('ttp:framerate')) || 30) * (over / under || 1);
    const tickRate = Number(attributes.get('ttp:tickrate')) || frameRate;
    this.clock = { frameRate, tickRate };
  }

  private baseMs(): number {
    return this.begins.at(-1)?.atMs ?? 0;
  }

  private openParagraph(attributes: ReadonlyMap<string, string>, line: number): void {
    this.endParagraph();
    const stated = attributes.get('begin') ?? '';
    const at = timeMs(stated, this.clock);
    const startMs = at === null ? null : at + this.baseMs();
    const end = timeMs(attributes.get('end') ?? '', this.clock);
    const length = timeMs(attributes.get('dur') ?? '', this.clock);
    const endMs =
      end !== null
        ? end + this.baseMs()
        : length !== null && startMs !== null
          ? startMs + length
          : null;
    const [agent = ''] = (attributes.get('ttm:agent') ?? '').split(/\s+/);
    const speaker = this.agents.get(agent) ?? null;
    this.paragraph = { startMs, endMs, stated, line, speaker, text: '' };
  }

  private endParagraph(): void {
    const { paragraph } = this;
    this.paragraph = null;
    if (paragraph === null) return;
    const { startMs, endMs, stated, line, speaker, text } = paragraph;
    if (startMs === null) {
      this.faults.add(stated === '' ? 'no-time' : 'bad-time', line, stated);
      return;
    }
    const isSound = endMs !== null && endMs > startMs;
    if (!isSound) this.faults.add('bad-end', line, stated);
    const lines = text.split('\n').map((one) => ({ text: one, speaker }));
    this.cues.push({ startMs, endMs: isSound ? endMs : null, lines, line });
  }
}

const UNITS: Readonly<Record<string, number>> = { h: 3_600_000, m: 60_000, s: 1000, ms: 1 };

function timeMs(text: string, { frameRate, tickRate }: Clock): number | null {
  const offset = /^(\d+(?:\.\d+)?)(h|ms|m|s|f|t)$/.exec(text.trim());
  if (offset) {
    const value = Number(offset[1]);
    const unit = offset[2] ?? '';
    if (unit === 'f') return Math.round((value / frameRate) * 1000);
    if (unit === 't') return Math.round((value / tickRate) * 1000);
    return Math.round(value * (UNITS[unit] ?? 0));
  }
  const framed = /^(\d{2,}:\d\d:\d\d):(\d+)$/.exec(text.trim());
  if (!framed) return cueTimeMs(text);
  const whole = cueTimeMs(framed[1] ?? '');
  return whole === null ? null : whole + Math.round((Number(framed[2]) / frameRate) * 1000);
}
