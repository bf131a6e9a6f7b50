import { sql } from 'kysely';
import type { Register, RegisterChange } from '../src/domain/index.ts';
import { insertRows, json } from './batch.ts';
import type { Handle } from './schema.ts';

/** Who changed a register and why, as far as it was said. */
export interface RegisterEdit {
  readonly by?: string;
  readonly why?: string;
}

const lists = {
  person: 'persons',
  organization: 'organizations',
  place: 'places',
  post: 'posts',
  term: 'terms',
} as const satisfies Record<RegisterChange['entity'], keyof Register>;

/** Keeps each row that differs between two states of one world's register. */
export async function recordChanges(
  db: Handle,
  states: { readonly before: Register; readonly after: Register },
  edit: RegisterEdit & { readonly demo: boolean },
): Promise<void> {
  const { by = null, why = null, demo } = edit;
  const rows = Object.entries(lists).flatMap(([entity, list]) =>
    differences(states.before[list], states.after[list]).map((change) => ({
      demo,
      entity,
      entity_id: change.id,
      before: change.before,
      after: change.after,
      changed_by: by,
      reason: why,
    })),
  );
  await insertRows(db, {
    table: 'register_changes',
    columns: {
      demo: 'boolean',
      entity: 'text',
      entity_id: 'text',
      before: 'jsonb',
      after: 'jsonb',
      changed_by: 'text',
      reason: 'text',
    },
    rows,
  });
}

type Row = { readonly id: string };

/** Rows as JSON: both sides come from the same queries, so equal rows have equal text. */
function differences(before: readonly Row[], after: readonly Row[]) {
  const texts = (rows: readonly Row[]) => new Map(rows.map((row) => [row.id, json(row)]));
  const [old, present] = [texts(before), texts(after)];
  return [...new Set([...old.keys(), ...present.keys()])]
    .filter((id) => old.get(id) !== present.get(id))
    .map((id) => ({ id, before: old.get(id) ?? null, after: present.get(id) ?? null }));
}

/**
 * What was changed in a register, latest first. With `id`, only what concerns that person, post,
 * organization, place or term; a person's and a post's changes include those of their terms. All of
 * them without a `limit`.
 */
export async function registerChanges(
  db: Handle,
  options: { readonly demo: boolean; readonly id?: string; readonly limit?: number },
): Promise<RegisterChange[]> {
  const { demo, id, limit = null } = options;
  const scope =
    id === undefined
      ? sql`true`
      : sql`(entity_id = ${id} or (entity = 'term'
          and (coalesce(after, before) ->> 'person' = ${id}
            or coalesce(after, before) ->> 'post' = ${id})))`;
  const { rows } = await sql<RegisterChange>`select entity, entity_id as "entityId", before, after,
      changed_at as "changedAt", changed_by as "changedBy", reason
    from register_changes where demo = ${demo} and ${scope} order by id desc
    limit ${limit}::integer`.execute(db);
  return rows;
}
