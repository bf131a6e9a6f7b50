import { sql } from 'kysely';
import type { UnreadRegister } from '../src/domain/index.ts';
import { json } from './batch.ts';
import type { Handle } from './schema.ts';
import { getState } from './state.ts';

const worldOf = (demo: boolean) => (demo ? 'demo' : 'real');

/** The last edit of any register so far; an edit made later has a greater number. */
export async function latestRegisterEdit(db: Handle): Promise<string> {
  const { rows } = await sql<{ id: string | null }>`
    select max(id) as id from register_changes`.execute(db);
  return rows[0]?.id ?? '0';
}

/**
 * Notes that what is stored was read before the edits after `edit`; does nothing where there is no
 * such edit, nothing is stored, or an earlier one is noted. Call it in the edits' transaction.
 */
export async function noteUnreadEdits(
  db: Handle,
  { demo, edit }: { readonly demo: boolean; readonly edit: string },
): Promise<void> {
  const world = worldOf(demo);
  const stored = (table: 'items' | 'bulletins') => sql`exists (select from ${sql.table(table)} t
    join outlets o on o.id = t.outlet_id where o.demo = ${demo})`;
  await sql`insert into app_state (key, value)
    select 'unreadRegister', jsonb_build_object(${world}::text, min(id)::text)
    from register_changes where demo = ${demo} and id > ${edit}::bigint
      and (${stored('items')} or ${stored('bulletins')})
    having count(*) > 0
    on conflict (key) do update set value = excluded.value || app_state.value, updated_at = now()
  `.execute(db);
}

/** Notes that all that is stored was read with the register as it was at `edit`. */
export async function noteRegisterRead(
  db: Handle,
  { demo, edit }: { readonly demo: boolean; readonly edit: string },
): Promise<void> {
  const world = worldOf(demo);
  // What was edited while items were being read has not been read yet.
  await sql`update app_state set updated_at = now(), value = (value - ${world}::text)
      || coalesce((select jsonb_build_object(${world}::text, min(id)::text) from register_changes
        where demo = ${demo} and id > ${edit}::bigint having count(*) > 0), ${json({})}::jsonb)
    where key = 'unreadRegister' and value ? ${world}`.execute(db);
}

/** The edits that stored items have not been read with; null: they were read with all. */
export async function unreadRegister(
  db: Handle,
  { demo }: { readonly demo: boolean },
): Promise<UnreadRegister | null> {
  const first = (await getState(db, 'unreadRegister'))?.[worldOf(demo)];
  if (first === undefined) return null;
  const { rows } = await sql<{ since: Date | null; persons: string[] | null }>`
    with edits as (select * from register_changes where demo = ${demo} and id >= ${first}::bigint),
    changed as (
      select entity_id as id from edits where entity = 'person'
      union select coalesce(after, before) ->> 'person' from edits where entity = 'term'
      union select t.person_id from edits e join terms t on t.demo = ${demo}
        and t.post_id = e.entity_id where e.entity = 'post'
    )
    select (select min(changed_at) from edits) as since,
      (select array_agg(c.id order by c.id) from changed c join persons p on p.demo = ${demo}
        and p.id = c.id) as persons`.execute(db);
  const [row] = rows;
  if (!row?.since) return null;
  return { since: row.since.toISOString(), persons: row.persons ?? [] };
}
