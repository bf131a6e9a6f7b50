import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { sentencesOf } from '../../analyzers/index.ts';
import { type Archive, type Database, folderArchive } from '../../db/index.ts';
import type { Log } from '../../src/domain/index.ts';
import { createNumbers, createPublication } from '../../src/publish/index.ts';
import { createWebServer, usualKeeping } from '../../src/web/index.ts';

/** Nothing is printed by what is measured. */
export const silent: Log = { debug() {}, info() {}, warn() {}, error() {} };

const root = join(import.meta.dirname, '../../..');

/** Where the raw bytes of a store lie. */
export function archiveOf(folder: string): Archive {
  return folderArchive(join(folder, 'archive'), { durable: false });
}

/** The dashboard over a store as `start` makes it; `keeps` pages for the next readers, or not. */
export async function siteOf(
  { db }: Database,
  given: { readonly folder: string; readonly keeps: boolean },
): Promise<FastifyInstance> {
  const archive = archiveOf(given.folder);
  const now = () => new Date();
  const text = (name: string) => readFile(join(root, name), 'utf8');
  return createWebServer({
    numbers: createNumbers(db, { sentencesOf, archive }),
    publication: createPublication(db, { sentencesOf, archive, now, version: 'bench' }),
    log: silent,
    clock: { now },
    version: 'bench',
    method: { vi: await text('METHOD.vi.md'), en: await text('METHOD.md') },
    codebook: { vi: await text('analyzers/README.vi.md'), en: await text('analyzers/README.md') },
    defaultLanguage: 'vi',
    timeZone: 'Asia/Ho_Chi_Minh',
    requestsPerMinute: 10_000_000,
    ...(given.keeps ? { keptPages: usualKeeping } : {}),
  });
}
