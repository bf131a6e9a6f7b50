import type { FigureQuery } from '../domain/index.ts';
import type { CorrectedPerson, Corrections } from '../review/index.ts';
import type { Site } from './site.ts';

/** Corrected figures as a page can show them. */
export type Corrected =
  /** No review here, or an audit that is still too small: `audited` of `needed` items. */
  | { readonly state: 'raw'; readonly audited: number; readonly needed: number | null }
  /** A reader does not wait for it: the page says so, and the next one has it. */
  | { readonly state: 'computing' }
  | {
      readonly state: 'ready';
      readonly audited: number;
      readonly persons: ReadonlyMap<string, CorrectedPerson>;
    };

/** What a page is drawn with where nobody reviews. */
export const notCorrected: Corrected = { state: 'raw', audited: 0, needed: null };

/** Longer than this nobody waits for a page, milliseconds. */
const patienceMs = 1000;

/** Corrected figures of a query, if they are there in time; the work goes on and is kept. */
export async function correctedOf(site: Site, query: FigureQuery): Promise<Corrected> {
  if (site.corrections === null) return notCorrected;
  const answer = site.corrections(query).then(written);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Corrected>((resolve) => {
    timer = setTimeout(() => resolve({ state: 'computing' }), patienceMs);
  });
  // Raw figures are true without it: its failure is the log's affair.
  const safe = answer.catch((error: unknown): Corrected => {
    site.log.error({ error: String(error) }, 'corrected figures failed');
    return notCorrected;
  });
  try {
    return await Promise.race([safe, late]);
  } finally {
    clearTimeout(timer);
  }
}

function written({ audited, needed, persons }: Corrections): Corrected {
  if (persons.size === 0) return { state: 'raw', audited, needed };
  return { state: 'ready', audited, persons };
}
