import {
  doubtedItems,
  type Handle,
  type ItemEvidence,
  loadRegister,
  periodItems,
} from '../../db/index.ts';
import type { DoubtedPage, EvidenceSentence, FigureQuery, ItemsChoice } from '../domain/index.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { defaultMeasures } from './default-measures.ts';

interface DoubtedRequest {
  readonly id: string;
  readonly query: FigureQuery;
  readonly cursor: string | undefined;
  /** Items on a page. */
  readonly limit: number;
}

/** A page of the items in which it is uncertain whether a person is meant. */
export async function doubtedPage(
  db: Handle,
  { id, query, cursor, limit }: DoubtedRequest,
): Promise<DoubtedPage | null> {
  const after = readCursor(cursor);
  const { persons } = await loadRegister(db, { demo: query.demo });
  const person = persons.find((known) => known.id === id);
  if (!person) return null;
  const list = await doubtedItems(db, id, { query, measures: defaultMeasures, after, limit });
  return { personId: id, name: person.name, items: list.items, cursor: writeCursor(list.next) };
}

/** A page of the items that figures of a query count. */
export async function itemsPage(
  db: Handle,
  query: FigureQuery,
  { onlyMentioning, cursor, limit }: ItemsChoice & { readonly limit: number },
) {
  const after = readCursor(cursor);
  const measures = defaultMeasures;
  const list = await periodItems(db, { query, measures, after, limit, onlyMentioning });
  return { items: list.items, cursor: writeCursor(list.next) };
}

/** Who may be meant in an item and neither counts there nor is marked in what is shown of it. */
export function doubtedIn(
  { mentions, persons }: Pick<ItemEvidence, 'mentions' | 'persons'>,
  sentences: readonly EvidenceSentence[],
) {
  const said = new Set(persons.map(({ personId }) => personId));
  for (const { marks } of sentences) for (const { personId } of marks) said.add(personId);
  const doubted = mentions.filter(({ uncertain, personId }) => uncertain && !said.has(personId));
  const names = new Map(doubted.map(({ personId, personName }) => [personId, personName]));
  return [...names].map(([personId, name]) => ({ personId, name }));
}
