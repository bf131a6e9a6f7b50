import {
  type Archive,
  demoIsShown,
  type Handle,
  inSnapshot,
  storedPage,
  storedVersions,
} from '../../db/index.ts';
import type { ItemPage, WholeItems } from '../domain/index.ts';
import { textDifferences } from './differences.ts';

/** Whole texts, what changed in them, and archived pages: for signed-in coders alone. */
export function wholeItems(
  db: Handle,
  parts: {
    readonly archive: Pick<Archive, 'get'> | undefined;
    readonly itemPage: (db: Handle, id: string) => Promise<ItemPage | null>;
  },
): WholeItems {
  return {
    item: (id) =>
      inSnapshot(db, async (now) => {
        const page = await parts.itemPage(now, id);
        // A text taken down is hidden from coders too: it was asked to be shown to nobody.
        if (page === null || page.item.takenDown) return null;
        const versions = await storedVersions(now, id);
        const changes = versions.flatMap((version, index) => {
          const before = versions[index - 1];
          if (!before) return [];
          const title = textDifferences(before.title, version.title);
          const text = textDifferences(before.text, version.text);
          return [{ version: version.version, title, text }];
        });
        return { page, versions, changes };
      }),
    archivedPage: async (id, version) => {
      const found = await inSnapshot(db, async (now) =>
        storedPage(now, { itemId: id, version, demo: await demoIsShown(now) }),
      );
      const bytes = found && (await parts.archive?.get(found.blobHash));
      return bytes ? { bytes, contentType: found.contentType ?? 'text/html' } : null;
    },
  };
}
