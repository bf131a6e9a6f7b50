import {
  type ArticleFetch,
  articleFetches,
  latestRegisterEdit,
  listOutlets,
  noteReadable,
  noteRegisterRead,
} from '../db/index.ts';
import { analyzeBulletinsAgain } from './broadcasts.ts';
import {
  type CapturedPage,
  ColumnInchesError,
  type Day,
  dayIn,
  type Outlet,
} from './domain/index.ts';
import {
  analyzerFor,
  type PageSetting,
  type PipelineParts,
  readArticle,
  storeArticle,
} from './pipeline.ts';

/** Stored pages read again, and those of them whose bytes are gone or give no article. */
export interface Recomputed {
  readonly pages: number;
  readonly failed: number;
  /** Pages whose bytes are no longer kept, by outlet; their figures stay as they are. */
  readonly gone: readonly GoneBytes[];
}

/** What cannot be computed again at one outlet, and of which days. */
export interface GoneBytes {
  readonly outletId: string;
  readonly pages: number;
  readonly from: Day;
  readonly to: Day;
}

/**
 * Extract → detect → measure again over the kept bytes, with the present method and register; the
 * same bytes and method give the same figures.
 */
export async function recomputeItems(
  parts: PipelineParts,
  options: {
    readonly demo: boolean;
    readonly outletId?: string;
    readonly onPage?: (count: number) => void;
    readonly signal?: AbortSignal;
  },
): Promise<Recomputed> {
  const counts = { pages: 0, failed: 0 };
  const gone: GoneBytes[] = [];
  const { db } = parts.database;
  const edit = await latestRegisterEdit(db);
  const all = await listOutlets(db, { demo: options.demo });
  const outlets = all.filter(({ id }) => options.outletId === undefined || id === options.outletId);
  for (const outlet of outlets) {
    const setting = { outlet, parts, analyze: await analyzerFor(outlet, parts) };
    for await (const fetched of fetchesOf(outlet, parts)) {
      options.signal?.throwIfAborted();
      counts.pages += 1;
      const read = await readAgain(fetched, setting);
      if (read === 'failed') counts.failed += 1;
      if (read === 'gone') noteGone(gone, outlet, fetched.startedAt);
      options.onPage?.(counts.pages);
    }
    await analyzeBulletinsAgain(db, setting, parts.archive);
  }
  if (outlets.length === all.length) await noteRegisterRead(db, { demo: options.demo, edit });
  return { ...counts, gone };
}

function noteGone(gone: GoneBytes[], outlet: Outlet, at: Date): void {
  const day = dayIn(outlet.timeZone, at);
  const known = gone.at(-1)?.outletId === outlet.id ? gone.pop() : undefined;
  const { pages = 0, from = day, to = day } = known ?? {};
  gone.push({
    outletId: outlet.id,
    pages: pages + 1,
    from: from < day ? from : day,
    to: to > day ? to : day,
  });
}

const batchSize = 100;

/** Stored article pages of one outlet, oldest first, a batch at a time: constant memory. */
async function* fetchesOf(outlet: Outlet, parts: PipelineParts): AsyncGenerator<ArticleFetch> {
  let after: ArticleFetch | undefined;
  for (;;) {
    const scope = { outletId: outlet.id, limit: batchSize, after };
    const batch = await articleFetches(parts.database.db, scope);
    yield* batch;
    after = batch.at(-1);
    if (batch.length < batchSize) return;
  }
}

async function readAgain(
  fetched: ArticleFetch,
  setting: PageSetting,
): Promise<'read' | 'failed' | 'gone'> {
  const { archive, database, log } = setting.parts;
  const bytes = await archive.get(fetched.blobHash);
  if (bytes === null) {
    log.warn(
      { url: fetched.url },
      'the raw bytes are no longer kept; the figures stay as they are',
    );
    return 'gone';
  }
  const page = { attempt: attemptOf(fetched, bytes), lead: fetched.lead };
  const article = readArticle(page, bytes, setting);
  if (article instanceof ColumnInchesError) return 'failed';
  const read = { article, fetchId: fetched.fetchId, page, again: true };
  await database.transaction(async (db) => {
    await noteReadable(db, fetched.fetchId);
    await storeArticle(db, read, setting);
  });
  return 'read';
}

function attemptOf(fetched: ArticleFetch, bytes: Uint8Array): CapturedPage['attempt'] {
  return {
    url: fetched.url,
    finalUrl: fetched.finalUrl,
    startedAt: fetched.startedAt,
    durationMs: 0,
    outcome: 'ok',
    status: 200,
    headers: fetched.headers,
    bytes,
    error: null,
  };
}
