import { createFetchDoor } from '../../crawlers/index.ts';
import { type Archive, type Database, saveOutlets, saveRegister } from '../../db/index.ts';
import { generatePress, pressOutlets, servePress, simulatedClock } from '../../src/demo/index.ts';
import { finishRun, runOutlets } from '../../src/pipeline.ts';
import { silent } from './site.ts';

const stepMs = 8 * 3_600_000;

/** A crawl that goes on beside what is measured. */
export interface Crawl {
  /** Articles stored so far. */
  readonly articles: () => number;
  /** When the first one has been stored, or the crawl has ended without. */
  readonly isUnderWay: Promise<void>;
  readonly ended: Promise<void>;
}

/**
 * Crawls the demo press into a store until it is told to stop, day after day, then over again:
 * fetched by HTTP, extracted, measured, stored and summed.
 */
export function beginCrawl(
  database: Database,
  given: { readonly archive: Archive; readonly signal: AbortSignal },
): Crawl {
  const { promise: first, resolve } = Promise.withResolvers<void>();
  let articles = 0;
  const onArticle = () => {
    articles += 1;
    resolve();
  };
  const ended = crawl(database, { ...given, onArticle });
  return { articles: () => articles, isUnderWay: Promise.race([first, ended]), ended };
}

async function crawl(
  database: Database,
  given: {
    readonly archive: Archive;
    readonly signal: AbortSignal;
    readonly onArticle: () => void;
  },
): Promise<void> {
  const { archive, signal, onArticle } = given;
  const press = generatePress();
  const clock = simulatedClock(new Date(press.startMs));
  const served = await servePress(press, { clock });
  const door = createFetchDoor({ clock, log: silent });
  const parts = { database, archive, door, clock, log: silent };
  const outlets = pressOutlets(press, served.origins);
  try {
    await saveRegister(database.db, press.register, { demo: true });
    await saveOutlets(database.db, outlets);
    for (let atMs = press.startMs; !signal.aborted; atMs += stepMs) {
      clock.set(new Date(atMs < press.endMs ? atMs : press.startMs));
      if (atMs >= press.endMs) atMs = press.startMs;
      await runOutlets(outlets, parts, {
        signal,
        onKept: (kept) => {
          if (kept === 'article') onArticle();
        },
      });
      if (!signal.aborted)
        await finishRun(parts, { demo: true, outlets: outlets.map(({ id }) => id) });
    }
  } finally {
    await door.close();
    await served.close();
  }
}
