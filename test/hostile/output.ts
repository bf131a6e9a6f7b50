import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { sentencesOf } from '../../analyzers/index.ts';
import {
  folderArchive,
  recordFetch,
  refreshCoverage,
  saveClusters,
  saveOutlets,
  saveRegister,
} from '../../db/index.ts';
import type { Register } from '../../src/domain/index.ts';
import {
  acceptChallenge,
  challengeOptions,
  createDigests,
  createNumbers,
  createPublication,
  readFigures,
  refreshPublished,
} from '../../src/publish/index.ts';
import { launchChromium } from '../crawlers/chromium.ts';
import { type TestDatabase, testDatabase } from '../database.ts';
import { mention, outlet, page, personIn, register } from '../db/world.ts';
import { quietLog } from '../src/context.ts';
import { store } from '../src/publish/press.ts';
import { serverFor } from '../src/web/server-for-tests.ts';
import { payloads } from './payloads.ts';

/** What hostile texts did to the pages that show them; all three must be empty. */
export interface Damage {
  /** Address and number of each payload that ran. */
  readonly ran: readonly string[];
  /** Addresses on which a payload became an element, even one that did nothing. */
  readonly becameMarkup: readonly string[];
  /** Links and sources that do not lead to a page: address and target. */
  readonly badTargets: readonly string[];
  readonly pagesSeen: number;
  /** How many payloads a page showed as the text they are. */
  readonly shownAsText: number;
}

/**
 * Stores `count` hostile texts in every field that comes from outside, opens each page that shows
 * them in a real browser with the content security policy switched off, so that escaping alone is
 * judged, and tells what the texts did.
 */
export async function showHostileTexts(count: number): Promise<Damage> {
  const texts = payloads(count);
  const database = await testDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'hostile-'));
  const items = await storeTexts(database, texts);
  const parts = {
    sentencesOf,
    archive: folderArchive(folder, { durable: false }),
    version: '1',
    now: () => new Date('2026-03-08T02:00:00Z'),
  };
  const publication = createPublication(database.db, parts);
  const challenges = await challengeAll(database, publication, texts.slice(0, 40));
  const digests = createDigests(database, {
    figures: readFigures,
    log: quietLog,
    now: parts.now,
    timeZone: 'Asia/Ho_Chi_Minh',
    origin: 'https://inches.example',
    openMail: null,
  });
  await digests.write('2026-03-02');
  const app = serverFor(createNumbers(database.db, { sentencesOf }), {
    publication,
    digests,
    requestsPerMinute: 1_000_000,
  });
  try {
    const base = await app.listen({ host: '127.0.0.1', port: 0 });
    return await lookAtAll(base, [...addressesOf(items, texts), ...challenges]);
  } finally {
    await app.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Persons, posts and outlets carry one payload each; every item has its own. */
async function storeTexts(database: TestDatabase, texts: readonly string[]): Promise<string[]> {
  const named = (index: number) => texts[index % texts.length] ?? '';
  const outlets = [outlet({ id: 'a', name: named(1) }), outlet({ id: 'b', name: named(2) })];
  await saveOutlets(database.db, outlets);
  await saveRegister(database.db, hostileRegister(named), { demo: false });
  const ids: string[] = [];
  for (const [index, text] of texts.entries()) {
    const at = `2026-03-0${2 + (index % 5)}T01:00:00Z`;
    const outletId = index % 2 === 0 ? 'a' : 'b';
    const url = `https://${outletId}.example/${index}?x=${encodeURIComponent(text)}`;
    ids.push(
      await store(database, {
        outletId,
        url,
        at,
        publishedAt: at,
        title: text,
        text: `Ông Lê An ${text}`,
        persons: [personIn({ personId: 'le-an' })],
        mentions: [mention({ personId: 'le-an', reason: { vi: text, en: text } })],
      }),
    );
  }
  const failing = page({
    outletId: 'b',
    url: `https://b.example/rss?${named(3)}`,
    at: '2026-03-04T01:00:00Z',
    kind: 'source',
    attempt: { outcome: 'failed', status: null },
  });
  await recordFetch(database.db, failing, null);
  const copies = ids.slice(0, 2).map((itemId) => ({ itemId, clusterId: 'story' }));
  await saveClusters(database.db, copies, '1');
  await refreshCoverage(database.db);
  await refreshPublished(database.db, sentencesOf);
  return ids;
}

function hostileRegister(named: (index: number) => string): Register {
  return {
    ...register,
    persons: register.persons.map((person, index) => ({ ...person, name: named(4 + index) })),
    posts: register.posts.map((post, index) => ({ ...post, label: named(6 + index) })),
    terms: register.terms.map((term, index) => ({
      ...term,
      source: index % 2 === 0 ? 'javascript:hit(0)' : named(8 + index),
    })),
  };
}

type Publication = ReturnType<typeof createPublication>;

/** Readers' words are text of others too, and the public answer repeats them. */
async function challengeAll(
  database: TestDatabase,
  publication: Publication,
  texts: readonly string[],
): Promise<string[]> {
  const paths: string[] = [];
  for (const [index, reason] of texts.entries()) {
    const { id } = await publication.challenges.raise({
      claim: 'other',
      itemId: null,
      personId: 'le-an',
      outletId: null,
      address: '/',
      query: { period: { from: '2026-03-02', to: '2026-03-06' }, outlets: null, demo: false },
      reason,
    });
    paths.push(`/challenges/${id}`);
    if (index > 2) continue;
    const decision = { id, by: reason.slice(0, 40), answer: reason };
    const options = challengeOptions({ sentencesOf, now: () => new Date('2026-03-08T03:00:00Z') });
    await acceptChallenge(database.db, decision, options);
  }
  return paths;
}

function addressesOf(items: readonly string[], texts: readonly string[]): string[] {
  return [
    '/',
    '/outlets/a',
    '/outlets/b',
    '/persons/le-an',
    '/persons/tran-binh',
    '/posts/chu-tich-song-nam',
    '/stories/story',
    '/compare',
    '/gaps',
    '/data',
    '/register/history',
    '/corrections',
    '/digest',
    '/digest/2026-03-02?lang=vi',
    '/digest/2026-03-02?lang=en',
    '/embed/share-of-coverage',
    '/charts/share-of-coverage.svg',
    ...items.map((id) => `/items/${id}`),
    // What is asked for is repeated on the page: a share of the texts shows that for all.
    ...texts
      .filter((_, index) => index % 8 === 0)
      .flatMap((text) => {
        const word = encodeURIComponent(text);
        return [`/search?q=${word}`, `/?from=${word}&outlet=${word}`, `/${word}`];
      }),
  ];
}

async function lookAtAll(base: string, paths: readonly string[]): Promise<Damage> {
  const browser = await launchChromium();
  const damage = { ran: [], becameMarkup: [], badTargets: [] } as Record<string, string[]>;
  let shownAsText = 0;
  try {
    const context = await browser.newContext({ bypassCSP: true });
    await context.addInitScript('globalThis.hits = []; globalThis.hit = (n) => hits.push(n);');
    const page = await context.newPage();
    page.on('dialog', (dialog) => {
      damage['ran']?.push(`${page.url()} opened a dialog`);
      void dialog.dismiss();
    });
    for (const path of paths) {
      const seen = await look(page, base + path);
      damage['ran']?.push(...seen.hits.map((hit) => `${path}: ${hit}`));
      if (seen.made > 0) damage['becameMarkup']?.push(path);
      damage['badTargets']?.push(...seen.targets.map((target) => `${path}: ${target}`));
      if (seen.text.includes('hit(')) shownAsText += 1;
    }
  } finally {
    await browser.close();
  }
  const { ran = [], becameMarkup = [], badTargets = [] } = damage;
  return { ran, becameMarkup, badTargets, pagesSeen: paths.length, shownAsText };
}

async function look(page: Page, address: string) {
  await page.goto(address, { waitUntil: 'load' });
  return page.evaluate(() => {
    const links = [...document.querySelectorAll('[href],[src],[action],[formaction],[data]')];
    const targets = links.flatMap((element) =>
      ['href', 'src', 'action', 'formaction', 'data', 'xlink:href']
        .map((name) => element.getAttribute(name))
        .filter((target) => target !== null)
        .filter((target) => /^[\s\p{Cc}]*(javascript|data|vbscript):/iu.test(target)),
    );
    return {
      hits: (globalThis as unknown as { hits: number[] }).hits,
      made: document.querySelectorAll('[data-hit]').length,
      targets,
      text: document.documentElement.textContent ?? '',
    };
  });
}
