import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { sentencesOf } from '../../analyzers/index.ts';
import { auditFrame, type Database, openDatabase } from '../../db/index.ts';
import { createNumbers } from '../../src/publish/index.ts';
import {
  createAccounts,
  createAdministration,
  createReviewDesk,
  type ReviewDesk,
} from '../../src/review/index.ts';
import { systemClock } from '../../src/system-clock.ts';
import { createWebServer } from '../../src/web/index.ts';
import { medianOf } from '../measure.ts';
import { launchBrowser } from '../store/browser.ts';
import { fillStore, yearOfSixtyOutlets } from '../store/fill.ts';
import { textPool } from '../store/texts.ts';

const period = { from: '2000-01-01', to: '2099-12-31' };
const origin = 'http://127.0.0.1:8080';
const quiet = { debug() {}, info() {}, warn() {}, error() {} };

/** One simple task as a scripted coder had it. */
interface Coded {
  /** In the item, 0 or 1. */
  readonly persons: number;
  readonly keys: number;
  /** From the last key of this task until the next one takes keys, milliseconds. */
  readonly nextMs: number;
  /** Of these, from the page's last byte on: the browser's and the script's. */
  readonly readyMs: number;
}

interface Parts {
  readonly database: Database;
  readonly desk: ReviewDesk;
}

/** Letters alone, as the list of persons is searched. */
function plain(text: string): string {
  return text.toLowerCase().replaceAll('đ', 'd').normalize('NFD').replace(/\p{M}/gu, '');
}

/** The fewest letters of a name that bring its person to the top of the list. */
function shortestSearch(names: readonly string[], wanted: string): string {
  const own = plain(wanted);
  for (let length = 1; length < own.length; length += 1) {
    const words = own.slice(0, length).trim().split(' ');
    const first = names.find((name) => words.every((word) => plain(name).includes(word)));
    if (first === wanted) return own.slice(0, length);
  }
  return own;
}

/** Presses what a coder presses for a reading; answers how many keys. */
async function code(page: Page, search: string | null): Promise<number> {
  if (search === null) return 0;
  await page.keyboard.press('/');
  await page.keyboard.type(search);
  await page.keyboard.press('Enter');
  // One step of role and of place: what is chosen at first is right for some, wrong for others.
  await page.keyboard.press('r');
  await page.keyboard.press('p');
  return search.length + 4;
}

async function codeAll(
  page: Page,
  parts: Parts & { readonly coder: string },
  reads: number,
): Promise<Coded[]> {
  const frame = await auditFrame(parts.database.db, { ...period, demo: false });
  const found = new Map(frame.map(({ itemId, machine }) => [itemId, machine.persons]));
  const register = await parts.desk.persons();
  const names = register.map(({ name }) => name);
  const nameOf = new Map(register.map(({ personId, name }) => [personId, name]));
  const coded: Coded[] = [];
  while (coded.length < reads) {
    const taskId = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    const task = await parts.desk.task(parts.coder, taskId);
    const persons = found.get(task?.itemId ?? '') ?? [];
    const [first] = persons;
    const search = first === undefined ? null : shortestSearch(names, nameOf.get(first) ?? '');
    const keys = 1 + (await code(page, search));
    await Promise.all([
      page.waitForURL((url) => !url.pathname.endsWith(taskId), { waitUntil: 'load' }),
      page.keyboard.press('Control+Enter'),
    ]);
    await page.waitForSelector('[data-keys]:not([hidden])');
    const times = await page.evaluate(() => {
      const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
      const ready = entry?.domContentLoadedEventEnd ?? 0;
      return { nextMs: ready, readyMs: ready - (entry?.responseEnd ?? 0) };
    });
    if (persons.length <= 1) coded.push({ persons: persons.length, keys, ...times });
  }
  return coded;
}

/** How many keys a simple task takes, and how long the program keeps its coder waiting. */
export async function runKeyboardBench(bench: {
  readonly reads: number;
  readonly print: (line: string) => void;
}): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'column-inches-bench-keys-'));
  const database = await openDatabase({ dataFolder: folder, durable: false });
  try {
    const size = { ...yearOfSixtyOutlets, items: 4000 };
    await fillStore(database, size, { pool: textPool('store'), tell: () => {} });
    const desk = await createReviewDesk(database);
    await desk.openAudit('bench', { ...period, items: bench.reads * 4, seed: 'keys' });
    const coded = await inBrowser({ database, desk }, bench.reads);
    tell(coded, size.persons, bench.print);
  } finally {
    await database.close();
    await rm(folder, { recursive: true, force: true });
  }
}

function tell(coded: readonly Coded[], persons: number, print: (line: string) => void): void {
  const load = (loadavg()[0] ?? 0).toFixed(1);
  print(`simple tasks by keyboard in Chromium, register of ${persons}, load ${load}; medians`);
  print(
    '| persons in the item | tasks | keys | until the next takes keys, ms | of it in the browser, ms |',
  );
  print('|---|---|---|---|---|');
  for (const count of [0, 1]) {
    const own = coded.filter((one) => one.persons === count);
    const middle = (pick: (one: Coded) => number) => medianOf(own.map(pick)).toFixed(0);
    const cells = [
      middle((one) => one.keys),
      middle((one) => one.nextMs),
      middle((one) => one.readyMs),
    ];
    print(`| ${[count, own.length, ...cells].join(' | ')} |`);
  }
}

async function inBrowser(parts: Parts, reads: number): Promise<Coded[]> {
  const { database, desk } = parts;
  const accounts = await createAccounts({ database, publicUrl: origin });
  const app = createWebServer({
    numbers: createNumbers(database.db, { sentencesOf }),
    log: quiet,
    clock: systemClock,
    version: 'bench',
    method: { vi: '', en: '' },
    codebook: { vi: '', en: '' },
    defaultLanguage: 'vi',
    timeZone: 'Asia/Ho_Chi_Minh',
    requestsPerMinute: 100_000,
    review: {
      accounts,
      desk,
      administration: createAdministration(database),
      publicUrl: null,
    },
  });
  const base = await app.listen({ host: '127.0.0.1', port: 0 });
  const browser = await launchBrowser();
  try {
    const caller = { cookie: undefined, address: '127.0.0.1', userAgent: undefined };
    const token = await accounts.invite({ role: 'coder', note: '', invitedBy: null });
    const account = {
      token,
      name: 'Bench',
      email: 'bench@example.org',
      password: 'a long password',
    };
    const joined = await accounts.join(caller, account);
    const lines = typeof joined === 'string' ? [] : joined.cookies;
    const cookies = lines.map((line) => {
      const [name = '', value = ''] = (line.split(';', 1)[0] ?? '').split(/=(.*)/s);
      return { name, value, url: base };
    });
    const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
    const person = await accounts.signedIn({ ...caller, cookie });
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    await context.addCookies(cookies);
    const page = await context.newPage();
    await page.goto(`${base}/coding?lang=vi`);
    await page.locator('form[action="/coding/next"] button').first().click();
    await page.waitForURL(/\/coding\/tasks\//);
    return await codeAll(page, { ...parts, coder: person?.accountId ?? '' }, reads);
  } finally {
    await browser.close();
    await app.close();
  }
}
