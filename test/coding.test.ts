import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sentencesOf } from '../analyzers/index.ts';
import { demoSlots } from '../src/commands/demo-press.ts';
import { generatePress } from '../src/demo/index.ts';
import type { CodingValue } from '../src/domain/index.ts';
import { createNumbers } from '../src/publish/index.ts';
import {
  type Accounts,
  createAccounts,
  createAdministration,
  createReviewDesk,
  type ReviewDesk,
} from '../src/review/index.ts';
import { createWebServer } from '../src/web/index.ts';
import { systemClock } from '../src/system-clock.ts';
import {
  allowance,
  auditByDesk,
  coderErrors,
  createReader,
  heldIntervals,
  type LookedAtPress,
  plainText,
  readAtDesk,
  type Reader,
  rightReadings,
  spoilTheMachine,
} from './audit-readers.ts';
import { launchChromium } from './crawlers/chromium.ts';
import { type TestDatabase, testDatabase } from './database.ts';
import { storeDemoPress } from './demo-items.ts';
import { quietLog } from './src/context.ts';

// The demo press with a machine made worse on purpose; two coders who err and an adjudicator read
// an audit of it in a real browser; the corrected intervals must then hold the press's own truth.
// One audit is one draw of the lot: three more are read at the desk, and 60 in test/long.

const auditItems = 130;
const password = 'a long enough password';

let database: TestDatabase;
let looked: LookedAtPress;
let accounts: Accounts;
let desk: ReviewDesk;
let app: ReturnType<typeof createWebServer>;
let origin: string;
let browser: Browser;
let spoiled: string;

beforeAll(async () => {
  database = await testDatabase();
  const press = generatePress();
  looked = { press, at: demoSlots(press).at(-1) ?? new Date(0) };
  await storeDemoPress(database, press, looked.at);
  spoiled = await spoilTheMachine(database);
  accounts = await createAccounts({ database, publicUrl: 'http://127.0.0.1:8080' });
  desk = await createReviewDesk(database);
  const root = join(import.meta.dirname, '..');
  app = createWebServer({
    numbers: createNumbers(database.db, { sentencesOf }),
    log: quietLog,
    clock: systemClock,
    version: 'test',
    method: { vi: '', en: '' },
    codebook: { vi: '', en: '' },
    defaultLanguage: 'vi',
    timeZone: 'Asia/Ho_Chi_Minh',
    requestsPerMinute: 100_000,
    folders: { assets: join(root, 'src/web/assets'), client: join(root, 'dist/src/web/client') },
    review: {
      accounts,
      desk,
      administration: createAdministration(database),
      publicUrl: null,
    },
  });
  origin = await app.listen({ host: '127.0.0.1', port: 0 });
  browser = await launchChromium();
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await app?.close();
});

/** How many items a coder reads in the browser; the others go through the same desk without it. */
const inBrowser = 25;

/** The rest of a coder's tasks, as the one who is signed in on a page. */
async function codeTheRest(page: Page, reader: Reader): Promise<number> {
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`);
  const caller = { cookie: cookie.join('; '), address: '127.0.0.1', userAgent: undefined };
  return readAtDesk(desk, (await accounts.signedIn(caller))?.accountId ?? '', reader);
}

/** What stands on the page: all a coder knows. */
async function readText(page: Page): Promise<string> {
  const lines = await page.locator('[data-coding-text] > p:not(.quiet)').allTextContents();
  return plainText(lines.join(' '));
}

async function newcomer(role: 'coder' | 'adjudicator' | 'administrator', context: BrowserContext) {
  const token = await accounts.invite({ role, note: '', invitedBy: null });
  const page = await context.newPage();
  await page.goto(`${origin}/join/${token}?lang=vi`);
  await page.fill('[name=name]', `Người ${role}`);
  await page.fill('[name=email]', `${role}-${Math.random()}@example.org`);
  await page.fill('[name=password]', password);
  await page.click('main form button');
  await page.waitForURL(/\/coding$/);
  return page;
}

/** Ticks what was read; the form is the same with and without scripts. */
async function fillIn(page: Page, value: CodingValue): Promise<void> {
  const wanted = value.persons.map(({ personId, role, place }) => ({ personId, role, place }));
  await page.evaluate((persons) => {
    for (const box of document.querySelectorAll<HTMLInputElement>('[name=person]')) {
      box.checked = persons.some(({ personId }) => personId === box.value);
    }
    for (const { personId, role, place } of persons) {
      const select = (name: string) =>
        document.querySelector<HTMLSelectElement>(`[name="${name} ${personId}"]`);
      const [roles, places] = [select('role'), select('place')];
      if (roles) roles.value = role;
      if (places) places.value = place;
    }
  }, wanted);
}

/** Reads in the browser until nothing is left, or for a share of the way and then by the desk. */
async function codeEverything(page: Page, reader: Reader) {
  await page.locator('form[action="/coding/next"] button').first().click();
  let read = 0;
  while (new URL(page.url()).pathname.startsWith('/coding/tasks/')) {
    if (read === inBrowser) return read + (await codeTheRest(page, reader));
    await fillIn(page, reader.read(await readText(page)));
    await Promise.all([
      page.waitForNavigation({ waitUntil: 'domcontentloaded' }),
      page.locator('.coding-buttons .button').click(),
    ]);
    read += 1;
  }
  return read;
}

test('two coders and an adjudicator in a browser: the intervals hold the truth', async () => {
  const known = rightReadings(looked);
  const everyone = (await desk.persons()).map(({ personId }) => personId);
  const readerOf = (errorRate: number) =>
    createReader(known, { errorRate, everyone, seed: `browser ${errorRate}` });
  const administrator = await newcomer('administrator', await browser.newContext());
  await administrator.goto(`${origin}/admin/review`);
  await administrator.fill('[name=items]', String(auditItems));
  await administrator.fill('[name=seed]', 'press');
  await administrator.locator('form[action="/admin/review/audit"] button').click();
  expect(await administrator.locator('[role=status]').textContent()).toContain(String(auditItems));

  const wide = await newcomer('coder', await browser.newContext());
  const phone = await newcomer(
    'coder',
    await browser.newContext({ viewport: { width: 390, height: 844 } }),
  );
  expect(await codeEverything(wide, readerOf(coderErrors[0]))).toBe(auditItems);
  expect(await codeEverything(phone, readerOf(coderErrors[1]))).toBe(auditItems);

  const bare = await browser.newContext({ locale: 'vi' });
  const judge = await newcomer('adjudicator', bare);
  let settled = 0;
  for (;;) {
    await judge.goto(`${origin}/coding/disputes`);
    const link = judge.locator('.plain-list a').first();
    if ((await link.count()) === 0) break;
    await link.click();
    await fillIn(judge, readerOf(0).read(await readText(judge)));
    await judge.locator('.coding-buttons .button').click();
    settled += 1;
  }
  expect(settled).toBeGreaterThan(5);
  expect(settled).toBeLessThan(auditItems / 3);

  const reader = await (await browser.newContext()).newPage();
  await reader.goto(`${origin}/accuracy?lang=vi`);
  expect(await reader.locator('.interval').count()).toBeGreaterThan(5);
  expect(await reader.locator('main').textContent()).toContain('α');
  const own = await heldIntervals(database, looked);
  expect(own.figures.audit?.audited).toBe(auditItems);
  expectWorstMended(own);
  const more = await moreAudits();
  const all = own.all + more.all;
  expect((own.held + more.held) / all).toBeGreaterThan(0.95 - allowance(all));
}, 300_000);

/** Three audits more, through the same desk: one alone says little of how often intervals hold. */
async function moreAudits() {
  const sum = { held: 0, all: 0 };
  for (const seed of ['one', 'two', 'three']) {
    const { held, all } = await auditByDesk(
      { database, looked, desk },
      { seed, items: auditItems },
    );
    sum.held += held;
    sum.all += all;
  }
  return sum;
}

/** The person of whom the machine missed most: the raw figure is wrong, the interval is not. */
function expectWorstMended({ persons, truth, all }: Awaited<ReturnType<typeof heldIntervals>>) {
  expect(all).toBeGreaterThan(10);
  const person = persons.get(spoiled);
  const { low = 0, high = 0 } = person?.corrected?.items ?? {};
  const real = truth.persons.get(spoiled)?.items ?? 0;
  expect(person?.items).toBeLessThan(low);
  expect(low).toBeLessThanOrEqual(real);
  expect(high).toBeGreaterThanOrEqual(real);
}
