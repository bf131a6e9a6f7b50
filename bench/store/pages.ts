import type { FastifyInstance } from 'fastify';
import { medianOf } from '../measure.ts';
import { processTree } from '../process-tree.ts';

/** What one page costs. */
export interface PageCost {
  readonly page: string;
  /** CPU of the database for all its queries, milliseconds. */
  readonly databaseMs: number;
  /** CPU of the program for reading, drawing and packing it, milliseconds. */
  readonly programMs: number;
  /** From the request to the last byte by the clock, milliseconds, middle of all times. */
  readonly answerMs: number;
  readonly kilobytes: number;
}

const year = 'from=2025-07-01&to=2026-06-30';
const threeOutlets = 'outlet=outlet-01&outlet=outlet-07&outlet=outlet-30';

/** Every page with figures or lists, its usual period and a whole year. */
export const pages: readonly (readonly [name: string, address: string])[] = [
  ['overview, 30 days', '/'],
  ['overview, a year', `/?${year}`],
  ['overview, three outlets', `/?${threeOutlets}`],
  ['person', '/persons/person-001'],
  ['person, a year', `/persons/person-001?${year}`],
  ['person seldom named, a year', `/persons/person-290?${year}`],
  ['post', '/posts/post-1'],
  ['outlet', '/outlets/outlet-07'],
  ['outlet, a year', `/outlets/outlet-07?${year}`],
  ['items', '/items'],
  ['items that mention somebody, a year', `/items?mentioning=yes&${year}`],
  ['items nobody has checked, a year', `/persons/person-001/uncertain?${year}`],
  ['item', '/items/:item'],
  ['story', '/stories/:story'],
  ['compare', '/compare?person=person-001&person=person-002&person=person-003'],
  ['compare, a year', `/compare?person=person-001&person=person-002&${year}`],
  ['gaps', '/gaps'],
  ['method', '/method'],
  ['data', '/data'],
  ['corrections', '/corrections'],
  ['register history', '/register/history'],
  ['figures as JSON', '/api/figures'],
];

/** Searches with and without marks: rare, usual and everyday words, and words in a row. */
export const searches: readonly (readonly [name: string, address: string])[] = [
  'chủ tịch',
  'chu tich',
  'hội chợ sách',
  'hoi cho sach',
  'cầu mới',
  'tỉnh',
  '"chợ đêm"',
  'gốm',
  '48213',
  'khong co chu nay dau',
].map((words) => [`search: ${words}`, `/search?q=${encodeURIComponent(words)}&${year}`]);

/** A pooled connection may end meanwhile: then its server's process has what it spent. */
export function databaseCpuMs(): number {
  const rows = processTree().filter(({ command }) => command === 'postgres');
  return rows.reduce((sum, row) => sum + row.cpuMs + row.endedCpuMs, 0);
}

function programCpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/**
 * Asks for a page again and again. CPU is what does not depend on what else the machine does; the
 * kernel counts it in steps of 10 ms, so it is divided over all times.
 */
export async function pageCost(
  app: FastifyInstance,
  [page, url]: readonly [string, string],
  times: number,
): Promise<PageCost> {
  const ask = () => app.inject({ url, headers: { 'accept-encoding': 'br' } });
  const warm = await ask();
  await ask();
  const before = [databaseCpuMs(), programCpuMs()] as const;
  const took: number[] = [];
  for (let turn = 0; turn < times; turn += 1) {
    const beganMs = performance.now();
    await ask();
    took.push(performance.now() - beganMs);
  }
  return {
    page: warm.statusCode === 200 ? page : `${page} (${warm.statusCode})`,
    databaseMs: (databaseCpuMs() - before[0]) / times,
    programMs: (programCpuMs() - before[1]) / times,
    answerMs: medianOf(took),
    kilobytes: warm.rawPayload.length / 1000,
  };
}
