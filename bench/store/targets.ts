/** What readers may have to wait for, as the design asks; each is told beside what was measured. */
export const targets = {
  /** CPU of the database for all queries of a page or a search, milliseconds. */
  pageDatabaseMs: 50,
  /** The large store's time by the small one's. */
  growth: 2,
  /** Summing one outlet's day anew, milliseconds by the clock. */
  refreshMs: 200,
  firstByteMs: 100,
  /** Transferred for the overview, pictures left out. */
  overviewKilobytes: 150,
  largestPaintMs: 1000,
  layoutShift: 0,
  /** Of a hundred readers at once while a crawl runs, milliseconds. */
  readersP95Ms: 300,
} as const;

/** `held` or `missed`. */
export function verdict(measured: number, atMost: number): 'held' | 'missed' {
  return measured <= atMost ? 'held' : 'missed';
}

/** `120 ms (≤ 200: held)` */
export function beside(measured: number, atMost: number, unit: string): string {
  const digits = Number.isInteger(measured) || measured >= 10 ? 0 : 4;
  return `${measured.toFixed(digits)}${unit} (≤ ${atMost}: ${verdict(measured, atMost)})`;
}
