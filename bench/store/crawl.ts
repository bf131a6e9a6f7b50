import { createFetchDoor } from '../../crawlers/index.ts';
import { type Archive, type Database, saveOutlets, saveRegister } from '../../db/index.ts';
import { generatePress, pressOutlets, servePress, simulatedClock } from '../../src/demo/index.ts';
import { finishRun, runOutlets } from '../../src/pipeline.ts';
import { silent } from './site.ts';

const stepMs = 8 * 3_600_000;

/**
 * Crawls the demo press into a store until it is told to stop, day after day, then over again:
 * fetched by HTTP, extracted, measured, stored and summed. Answers how many articles it kept.
 */
export async function crawlWhile(
  database: Database,
  given: { readonly archive: Archive; readonly signal: AbortSignal },
): Promise<number> {
  const { archive, signal } = given;
  const press = generatePress();
  const clock = simulatedClock(new Date(press.startMs));
  const served = await servePress(press, { clock });
  const door = createFetchDoor({ clock, log: silent });
  const parts = { database, archive, door, clock, log: silent };
  const outlets = pressOutlets(press, served.origins);
  let articles = 0;
  try {
    await saveRegister(database.db, press.register, { demo: true });
    await saveOutlets(database.db, outlets);
    for (let atMs = press.startMs; !signal.aborted; atMs += stepMs) {
      clock.set(new Date(atMs < press.endMs ? atMs : press.startMs));
      if (atMs >= press.endMs) atMs = press.startMs;
      await runOutlets(outlets, parts, {
        signal,
        onKept: (kept) => {
          if (kept === 'article') articles += 1;
        },
      });
      if (!signal.aborted)
        await finishRun(parts, { demo: true, outlets: outlets.map(({ id }) => id) });
    }
    return articles;
  } finally {
    await door.close();
    await served.close();
  }
}
