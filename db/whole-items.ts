import { sql } from 'kysely';
import type { IsoInstant } from '../src/domain/index.ts';
import type { Handle } from './schema.ts';

/** A stored version of an item with all its words; never for the public. */
export interface StoredVersion {
  readonly version: number;
  readonly firstSeen: IsoInstant;
  readonly title: string;
  readonly text: string;
  readonly contentHash: string;
  /** The raw page is in the archive. */
  readonly hasPage: boolean;
}

/** Every version of an item, the first first. */
export async function storedVersions(db: Handle, itemId: string): Promise<StoredVersion[]> {
  const { rows } = await sql<Omit<StoredVersion, 'firstSeen'> & { firstSeen: Date }>`
    select v.version, v.first_seen as "firstSeen", v.title, v.text,
      v.content_hash as "contentHash", f.blob_hash is not null as "hasPage"
    from item_versions v left join fetches f on f.id = v.fetch_id
    where v.item_id = ${itemId} order by v.version`.execute(db);
  return rows.map((row) => ({ ...row, firstSeen: row.firstSeen.toISOString() }));
}

/** Where the raw page of a version lies, and of what type it said it was. */
export interface StoredPage {
  readonly blobHash: string;
  readonly contentType: string | null;
}

/** The raw page that a version was read from; null where it was not kept. */
export async function storedPage(
  db: Handle,
  of: { readonly itemId: string; readonly version: number; readonly demo: boolean },
): Promise<StoredPage | null> {
  const { itemId, version, demo } = of;
  const { rows } = await sql<StoredPage>`
    select f.blob_hash as "blobHash", f.headers ->> 'content-type' as "contentType"
    from item_versions v join fetches f on f.id = v.fetch_id
      join items i on i.id = v.item_id join outlets o on o.id = i.outlet_id
    where v.item_id = ${itemId} and v.version = ${version} and o.demo = ${demo}
      and f.blob_hash is not null
      and not exists (select from hidden_items h where h.item_id = v.item_id)`.execute(db);
  return rows[0] ?? null;
}
