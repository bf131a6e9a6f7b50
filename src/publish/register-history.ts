import { type Handle, loadRegister, registerChanges } from '../../db/index.ts';
import type {
  Register,
  RegisterChange,
  RegisterHistory,
  RegisterHistoryEntry,
} from '../domain/index.ts';

/** So many edits on one page; whoever wants all of them asks the command or the database. */
const longestHistory = 200;

/**
 * Who changed what in the register on screen, when and why; with `id`, of that person or post and
 * their terms. Null where the register knows no such row and never did.
 */
export async function registerHistory(
  db: Handle,
  options: { readonly id: string | null; readonly demo: boolean },
): Promise<RegisterHistory | null> {
  const { id, demo } = options;
  const scope = { demo, limit: longestHistory + 1, ...(id === null ? {} : { id }) };
  const [register, changes] = [await loadRegister(db, { demo }), await registerChanges(db, scope)];
  const names = namesOf(register, changes);
  const subject = id === null ? null : (names.get(id) ?? null);
  if (id !== null && subject === null) return null;
  return {
    subject,
    entries: changes.slice(0, longestHistory).map((change) => entryOf(change, names)),
    isCut: changes.length > longestHistory,
  };
}

/** Names by id, also of rows that are gone. */
function namesOf(register: Register, changes: readonly RegisterChange[]): Map<string, string> {
  const names = new Map<string, string>();
  for (const { entityId, before, after } of changes) {
    const row = after ?? before;
    const name = row?.['name'] ?? row?.['label'];
    if (typeof name === 'string') names.set(entityId, name);
  }
  const { persons, organizations, places, posts } = register;
  for (const { id, name } of [...persons, ...organizations, ...places]) names.set(id, name);
  for (const { id, label } of posts) names.set(id, label);
  return names;
}

function entryOf(
  { changedAt, before, after, ...change }: RegisterChange,
  names: ReadonlyMap<string, string>,
): RegisterHistoryEntry {
  return {
    ...change,
    label: labelOf(change, after ?? before, names),
    kind: before === null ? 'added' : after === null ? 'removed' : 'changed',
    fields: before && after ? fieldsOf(before, after) : [],
    changedAt: changedAt.toISOString(),
  };
}

type Row = Readonly<Record<string, unknown>>;

function labelOf(
  { entity, entityId }: Pick<RegisterChange, 'entity' | 'entityId'>,
  row: Row | null,
  names: ReadonlyMap<string, string>,
): string {
  if (entity !== 'term') return names.get(entityId) ?? entityId;
  const named = ['person', 'post'].flatMap((part) => {
    const id = row?.[part];
    return typeof id === 'string' ? [names.get(id) ?? id] : [];
  });
  return named.length === 0 ? entityId : named.join(' – ');
}

function fieldsOf(before: Row, after: Row): RegisterHistoryEntry['fields'] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .map((name) => ({ name, before: written(before[name]), after: written(after[name]) }))
    .filter((field) => field.before !== field.after);
}

/** A value as a reader may read it; nothing is an en dash. */
function written(value: unknown): string {
  if (value === null || value === undefined || value === '') return '–';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
