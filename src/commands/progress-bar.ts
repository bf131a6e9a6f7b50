import { type Bilingual, numberOf } from '../domain/index.ts';
import type { CommandContext } from './command.ts';

/** How far a stream has been read. */
export interface StreamProgress {
  readonly items: number;
  readonly bytes: number;
  /** Of the whole file; null where standard input is a pipe, whose end nobody knows. */
  readonly totalBytes: number | null;
  readonly elapsedMs: number;
}

const barWidth = 24;

/** Bar, share, items and what is left of the time; without a bar where no end is known. */
export function progressLine(progress: StreamProgress): Bilingual {
  const { items, bytes, totalBytes, elapsedMs } = progress;
  const perSecond = elapsedMs > 0 ? Math.round((items * 1000) / elapsedMs) : 0;
  if (totalBytes === null || totalBytes === 0) {
    const megabytes = (bytes / 1e6).toFixed(1);
    return {
      vi: `${items} tin, ${megabytes} MB, ${perSecond} tin mỗi giây`,
      en: `${numberOf(items, 'item')}, ${megabytes} MB, ${numberOf(perSecond, 'item')} a second`,
    };
  }
  const share = Math.min(1, bytes / totalBytes);
  const bar = '█'.repeat(Math.floor(share * barWidth)).padEnd(barWidth, '░');
  const percent = `${Math.floor(share * 100)} %`.padStart(5);
  const leftMs = share > 0 ? (elapsedMs * (1 - share)) / share : null;
  const left = leftMs === null ? '–' : clockOf(leftMs);
  return {
    vi: `${bar} ${percent}  ${items} tin, ${perSecond} mỗi giây, còn ${left}`,
    en: `${bar} ${percent}  ${numberOf(items, 'item')}, ${perSecond} a second, ${left} left`,
  };
}

/** 75,000 ms → `1:15`; 3,700,000 → `1:01:40`. */
function clockOf(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const shown = parts[0] === 0 ? parts.slice(1) : parts;
  return shown
    .map((part, at) => (at === 0 ? String(part) : String(part).padStart(2, '0')))
    .join(':');
}

type ProgressPorts = Pick<CommandContext, 'isTerminal' | 'json' | 'clock' | 'tell' | 'progress'>;

/**
 * Says how far a command is: in a terminal over the line before, elsewhere (a log, a pipe) in a
 * plain line now and then, so that nobody takes a long start for a dead one.
 */
export function progressFor(ports: ProgressPorts): CommandContext['progress'] {
  const { isTerminal, json, clock, tell, progress } = ports;
  // Who asks for JSON reads what is told as JSON, too.
  if (isTerminal || json) return progress;
  const nowMs = () => clock.now().getTime();
  const isTime = progressPace({ isTerminal, startMs: nowMs() });
  const plain = (text: string) => text.replace(/^[█░]+ /, '');
  return ({ vi, en }) => {
    if (isTime(nowMs())) tell({ vi: plain(vi), en: plain(en) });
  };
}

/** How often a terminal's line is drawn again, and a line added where there is no terminal. */
const redrawMs = 200;
const plainLineMs = 10_000;

/** Whether it is time to say more, and that it has been said. */
export function progressPace(options: { readonly isTerminal: boolean; readonly startMs: number }) {
  const everyMs = options.isTerminal ? redrawMs : plainLineMs;
  let saidAtMs = options.startMs;
  return (nowMs: number): boolean => {
    if (nowMs - saidAtMs < everyMs) return false;
    saidAtMs = nowMs;
    return true;
  };
}
