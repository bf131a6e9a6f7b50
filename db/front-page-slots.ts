import { sql } from 'kysely';
import type { ViewportName } from '../src/domain/index.ts';
import type { Handle } from './schema.ts';

/** One place of a timetable of looks at an outlet's front page. */
export interface FrontPageSlot {
  readonly outletId: string;
  readonly viewport: ViewportName;
  readonly scheduledAt: Date;
  readonly everyMinutes: number;
}

/** A slot as one text, to ask a set for it. */
export function slotName(slot: FrontPageSlot): string {
  const { outletId, viewport, scheduledAt, everyMinutes } = slot;
  return `${outletId} ${viewport} ${scheduledAt.toISOString()} ${everyMinutes}`;
}

/** Names of all slots of front pages that were looked at, good or not. */
export async function storedSlots(db: Handle, { demo }: { demo: boolean }): Promise<string[]> {
  const { rows } = await sql<FrontPageSlot>`
    select p.outlet_id as "outletId", p.viewport, p.scheduled_at as "scheduledAt",
      p.every_minutes as "everyMinutes"
    from snapshots p join outlets o on o.id = p.outlet_id
    where p.page_kind = 'front' and o.demo = ${demo}`.execute(db);
  return rows.map(slotName);
}
