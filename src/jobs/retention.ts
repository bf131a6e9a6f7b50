import {
  type Archive,
  blobsToClear,
  type Database,
  giveUpExpired,
  noteCleared,
} from '../../db/index.ts';
import type { RetentionDays, SlotResult } from '../domain/index.ts';

const dayMs = 86_400_000;
/** A page being stored this very minute may still count on bytes that were given up just now. */
const graceMs = 3_600_000;
const batchSize = 500;

/**
 * Clears bytes that were given up at least an hour ago, then gives up what has grown too old: gone
 * with the next run. Hash, ledger and figures stay.
 */
export async function applyRetention(
  parts: { readonly database: Database; readonly archive: Archive },
  options: { readonly retention: RetentionDays; readonly now: Date; readonly signal?: AbortSignal },
): Promise<SlotResult> {
  const { database, archive } = parts;
  const { retention, now, signal } = options;
  const before = new Date(now.getTime() - graceMs);
  let cleared = 0;
  for (;;) {
    const hashes = await blobsToClear(database.db, { before, limit: batchSize });
    for (const hash of hashes) {
      signal?.throwIfAborted();
      await archive.remove(hash);
      await noteCleared(database.db, hash, now);
      cleared += 1;
    }
    if (hashes.length < batchSize) break;
  }
  const ago = (days: number | null) =>
    days === null ? null : new Date(now.getTime() - days * dayMs);
  const { count, bytes } = await giveUpExpired(database.db, {
    pagesBefore: ago(retention.pagesDays),
    picturesBefore: ago(retention.picturesDays),
    now,
  });
  return { cleared, givenUp: count, megabytes: bytes / 1e6 };
}
