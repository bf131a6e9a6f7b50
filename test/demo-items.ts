import { createAnalyzer } from '../analyzers/index.ts';
import {
  recordFetch,
  saveAnalysis,
  saveArticleVersion,
  saveOutlets,
  saveRegister,
} from '../db/index.ts';
import { type Press, pressOutlets, truthAt } from '../src/demo/index.ts';
import type { TestDatabase } from './database.ts';
import { article, page } from './db/world.ts';

/**
 * Stores the demo press's articles as a crawl until `at` would, analyzed by the real analyzers, but
 * without serving and crawling it: test/flow.test.ts does that.
 */
export async function storeDemoPress(
  database: TestDatabase,
  press: Press,
  at: Date,
): Promise<void> {
  const { db } = database;
  const origins = Object.fromEntries(
    ['bao-song-thanh', 'luu-giang-online', 'dai-song-thanh'].map((id) => [
      id,
      `http://${id}.example`,
    ]),
  ) as Parameters<typeof pressOutlets>[1];
  const outlets = pressOutlets(press, origins);
  await saveRegister(db, press.register, { demo: true });
  await saveOutlets(db, outlets);
  const analyze = createAnalyzer(press.register);
  for (const { version, outletId, path, publishedAt } of truthAt(press, at)) {
    const url = `http://${outletId}.example${path}`;
    const { title, text, paragraphs } = version;
    const content = article({ url, title, text, paragraphs, publishedAt });
    const place = outlets.find(({ id }) => id === outletId)?.place ?? null;
    await database.transaction(async (now) => {
      const fetched = page({ outletId, url, at: publishedAt });
      const fetchId = await recordFetch(now, fetched, null);
      const firstSeen = fetched.attempt.startedAt;
      const given = { outletId, canonicalUrl: url, article: content, fetchId, firstSeen };
      const saved = await saveArticleVersion(now, given);
      const item = { id: saved.itemId, outlet: outletId, publishedAt, title, text, paragraphs };
      await saveAnalysis(now, saved, analyze({ ...item, place }));
    });
  }
}
