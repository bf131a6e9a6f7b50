import {
  type Database,
  crawlMemory,
  folderArchive,
  recordFetch,
  saveAnalysis,
  saveArticleVersion,
  saveOutlets,
  storeNewItem,
} from '../../db/index.ts';
import { analysis, article, outlet, page } from './world.ts';

export const pageCount = 60;
export const pageHost = 'https://paper.example/';

/** Stores the same pages as a crawl would: what memory knows is not fetched again. */
export async function storePages(database: Database, archiveFolder: string) {
  const { db } = database;
  const archive = folderArchive(archiveFolder, { durable: false });
  const paper = outlet({ id: 'paper' });
  await saveOutlets(db, [paper]);
  for (let index = 0; index < pageCount; index++) {
    const url = `${pageHost}${index}`;
    if (await crawlMemory(db).fetched(paper.id, url)) continue;
    const bytes = new TextEncoder().encode(`<p>${index}</p>`);
    const at = new Date(Date.UTC(2026, 2, 1, 0, index)).toISOString();
    const fetched = page({ outletId: paper.id, url, at, attempt: { bytes } });
    const hash = await archive.put(bytes);
    const content = article({ url, title: `Tin ${index}` });
    const one = {
      page: fetched,
      blobHash: hash,
      article: content,
      canonicalUrl: url,
      analyze: (id: string) => analysis(id),
    };
    // Every other page in the one statement of a new article, the rest in a transaction of many.
    if (index % 2 === 0 && (await storeNewItem(db, one))) continue;
    await database.transaction(async (transaction) => {
      const fetchId = await recordFetch(transaction, fetched, hash);
      const firstSeen = fetched.attempt.startedAt;
      const given = { outletId: paper.id, canonicalUrl: url, article: content, fetchId, firstSeen };
      const saved = await saveArticleVersion(transaction, given);
      await saveAnalysis(transaction, saved, analysis(saved.itemId));
    });
  }
}
