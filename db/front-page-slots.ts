import { sql } from 'kysely';
import type { FigureQuery, ViewportName } from '../src/domain/index.ts';
import type { StoredSnapshot } from './front-pages.ts';
import type { Handle } from './schema.ts';

/** One place of a timetable of looks at a page of an outlet. */
export interface FrontPageSlot {
  readonly outletId: string;
  readonly url: string;
  readonly viewport: ViewportName;
  readonly scheduledAt: Date;
  readonly everyMinutes: number;
}

/** A slot as one text, to ask a set for it. */
export function slotName(slot: FrontPageSlot): string {
  const { outletId, url, viewport, scheduledAt, everyMinutes } = slot;
  return `${outletId} ${url} ${viewport} ${scheduledAt.toISOString()} ${everyMinutes}`;
}

/** Names of all slots of front and section pages that were looked at, good or not. */
export async function storedSlots(db: Handle, { demo }: { demo: boolean }): Promise<string[]> {
  const { rows } = await sql<FrontPageSlot>`
    select p.outlet_id as "outletId", p.url, p.viewport, p.scheduled_at as "scheduledAt",
      p.every_minutes as "everyMinutes"
    from snapshots p join outlets o on o.id = p.outlet_id
    where o.demo = ${demo}`.execute(db);
  return rows.map(slotName);
}

/** When a page of an outlet was last looked at, good or not; null if never. */
export async function lastLookAt(db: Handle, outletId: string, url: string): Promise<Date | null> {
  const { rows } = await sql<{ at: Date | null }>`
    select max(scheduled_at) as at from snapshots
    where outlet_id = ${outletId} and url = ${url}`.execute(db);
  return rows[0]?.at ?? null;
}

/** The look at the same page in the same slot through the other window; null where none is. */
export async function otherWindow(
  db: Handle,
  of: Pick<StoredSnapshot, 'outletId' | 'url' | 'viewport' | 'scheduledAt'>,
): Promise<{ id: string; viewport: ViewportName } | null> {
  const { rows } = await sql<{ id: string; viewport: ViewportName }>`
    select id, viewport from snapshots where outlet_id = ${of.outletId} and url = ${of.url}
      and viewport <> ${of.viewport} and scheduled_at = ${of.scheduledAt} limit 1`.execute(db);
  return rows[0] ?? null;
}

/** Ids of all looks of a period (outlets' own days), in order of outlet, page and time. */
export async function lookIds(db: Handle, query: FigureQuery): Promise<string[]> {
  const { period, outlets, demo } = query;
  const { rows } = await sql<{ id: string }>`
    select p.id from snapshots p join outlets o on o.id = p.outlet_id and o.demo = ${demo}
    where (${outlets}::text[] is null or o.id = any(${outlets}::text[]))
      and to_char(p.scheduled_at at time zone o.time_zone, 'YYYY-MM-DD')
        between ${period.from} and ${period.to}
    order by p.outlet_id, p.url, p.scheduled_at, p.viewport`.execute(db);
  return rows.map(({ id }) => id);
}
