import { join } from 'node:path';
import { sql } from 'kysely';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sentencesOf } from '../analyzers/index.ts';
import { demoSlots } from '../src/commands/demo-press.ts';
import { generatePress, type Press, truthAt } from '../src/demo/index.ts';
import type { CodedPlace, CodingValue, FirstPlace } from '../src/domain/index.ts';
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
import { launchChromium } from './crawlers/chromium.ts';
import { type TestDatabase, testDatabase } from './database.ts';
import { storeDemoPress } from './demo-items.ts';
import { quietLog } from './src/context.ts';
import { expectedFigures } from './truth.ts';

// The demo press with a machine made worse on purpose; two coders who err and an adjudicator read
// an audit of it in a real browser; the corrected intervals must then hold the press's own truth.

const auditItems = 130;
/** How often a coder leaves out or adds a person. */
const coderErrors = [0.05, 0.08] as const;
const password = 'a long enough password';

let database: TestDatabase;
let press: Press;
let accounts: Accounts;
let desk: ReviewDesk;
let app: ReturnType<typeof createWebServer>;
let origin: string;
let browser: Browser;
let spoiled: string;

beforeAll(async () => {
  database = await testDatabase();
  press = generatePress();
  await storeDemoPress(database, press, demoSlots(press).at(-1) ?? new Date(0));
  spoiled = await spoilTheMachine();
  accounts = await createAccounts({ database, publicUrl: 'http://127.0.0.1:8080' });
  desk = await createReviewDesk(database);
  const root = join(import.meta.dirname, '..');
  app = createWebServer({
    numbers: createNumbers(database.db, { sentencesOf }),
    log: quietLog,
    clock: systemClock,
    version: 'test',
    method: { vi: '', en: '' },
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

/** Takes four of ten findings of the most found person away; gives another some that are wrong. */
async function spoilTheMachine(): Promise<string> {
  const { rows } = await sql<{ id: string }>`select person_id as id from item_persons
    group by 1 order by count(*) desc limit 2`.execute(database.db);
  const [first, second] = rows.map(({ id }) => id);
  await sql`delete from item_persons where person_id = ${first} and md5(item_id) < '66'`.execute(
    database.db,
  );
  await sql`insert into item_persons (item_id, version, person_id, role, mentions, words,
      paragraph_share, first_place, fraction)
    select i.id, i.latest_version, ${second}, 'mentioned', 1, 5, .1, 'later', 1 from items i
    where md5(i.id || 'wrong') < '0c' on conflict do nothing`.execute(database.db);
  // A finding has its length: figures refuse one without.
  await sql`insert into measurements (outlet_id, month, item_id, version, position, measure,
      measure_version, unit, person_id, value_number, evidence)
    select a.outlet_id, a.month, p.item_id, p.version, 1000, 'length.column-inches', 1, 'column-inches', p.person_id, 1,
      '{}' from item_persons p join analyses a using (item_id, version) where p.person_id = ${second} and not exists (select
        from measurements m where m.item_id = p.item_id and m.version = p.version
          and m.person_id = p.person_id and m.measure = 'length.column-inches')`.execute(
    database.db,
  );
  await sql`update item_persons p set fraction = 1.0 / (select count(*) from item_persons o
    where o.item_id = p.item_id and o.version = p.version)`.execute(database.db);
  return first ?? '';
}

const placeOf = (place: FirstPlace): CodedPlace =>
  place === 'headline'
    ? 'headline'
    : place === 'standfirst' || place === 'first-paragraph'
      ? 'lead'
      : 'later';

function truths(): Map<string, CodingValue> {
  const lastLook = demoSlots(press).at(-1) ?? new Date(0);
  return new Map(
    truthAt(press, lastLook).map(({ version }) => [
      version.text.replaceAll(/\s+/g, ' '),
      {
        text: 'whole',
        persons: version.persons.map(({ personId, role, firstPlace }) => ({
          personId,
          role,
          place: placeOf(firstPlace),
        })),
      },
    ]),
  );
}

/** How many items a coder reads in the browser; the others go through the same desk without it. */
const inBrowser = 12;

async function codeTheRest(
  page: Page,
  reading: {
    readonly errorRate: number;
    readonly known: Map<string, CodingValue>;
    readonly everyone: readonly string[];
  },
): Promise<number> {
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`);
  const caller = { cookie: cookie.join('; '), address: '127.0.0.1', userAgent: undefined };
  const coder = (await accounts.signedIn(caller))?.accountId ?? '';
  for (let read = 0; ; read++) {
    const taskId = await desk.take(coder, 'audit');
    const task = taskId === null ? null : await desk.task(coder, taskId);
    if (task === null) return read;
    const truth = reading.known.get(task.text.replaceAll(/\s+/g, ' '));
    if (!truth) throw new TypeError(`a text the press did not write: ${task.text}`);
    const value = misread(truth, reading.errorRate, reading.everyone);
    const persons = value.persons.toSorted((one, other) =>
      one.personId < other.personId ? -1 : 1,
    );
    await desk.submit(coder, task.taskId, { ...value, persons });
  }
}

/** What stands on the page: all a coder knows. */
async function readText(page: Page): Promise<string> {
  const lines = await page.locator('[data-coding-text] > p:not(.quiet)').allTextContents();
  return lines.join(' ').replaceAll(/\s+/g, ' ');
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

let chance = 7;
const random = () => {
  chance = (chance * 48_271) % 2_147_483_647;
  return chance / 2_147_483_647;
};

function misread(value: CodingValue, errorRate: number, everyone: readonly string[]): CodingValue {
  if (random() >= errorRate) return value;
  if (value.persons.length > 0 && random() < 0.7) {
    return { ...value, persons: value.persons.slice(1) };
  }
  const extra = everyone[Math.floor(random() * everyone.length)] ?? '';
  if (value.persons.some(({ personId }) => personId === extra)) return value;
  const added = { personId: extra, role: 'mentioned', place: 'later' } as const;
  return { ...value, persons: [...value.persons, added] };
}

/** Reads in the browser until nothing is left, or for a share of the way and then by the desk. */
async function codeEverything(page: Page, errorRate: number, known: Map<string, CodingValue>) {
  const everyone = (await desk.persons()).map(({ personId }) => personId);
  await page.locator('form[action="/coding/next"] button').first().click();
  let read = 0;
  while (new URL(page.url()).pathname.startsWith('/coding/tasks/')) {
    if (read === inBrowser) return read + (await codeTheRest(page, { errorRate, known, everyone }));
    const truth = known.get(await readText(page));
    if (!truth) throw new TypeError(`a text the press did not write: ${await readText(page)}`);
    await fillIn(page, misread(truth, errorRate, everyone));
    await Promise.all([
      page.waitForNavigation({ waitUntil: 'domcontentloaded' }),
      page.locator('.coding-buttons .button').click(),
    ]);
    read += 1;
  }
  return read;
}

test('two coders and an adjudicator in a browser: the intervals hold the truth', async () => {
  const known = truths();
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
  expect(await codeEverything(wide, coderErrors[0], known)).toBe(auditItems);
  expect(await codeEverything(phone, coderErrors[1], known)).toBe(auditItems);

  const bare = await browser.newContext({ locale: 'vi' });
  const judge = await newcomer('adjudicator', bare);
  let settled = 0;
  for (;;) {
    await judge.goto(`${origin}/coding/disputes`);
    const link = judge.locator('.plain-list a').first();
    if ((await link.count()) === 0) break;
    await link.click();
    await fillIn(judge, known.get(await readText(judge)) ?? { text: 'whole', persons: [] });
    await judge.locator('.coding-buttons .button').click();
    settled += 1;
  }
  expect(settled).toBeGreaterThan(5);
  expect(settled).toBeLessThan(auditItems / 3);

  const reader = await (await browser.newContext()).newPage();
  await reader.goto(`${origin}/accuracy?lang=vi`);
  expect(await reader.locator('.interval').count()).toBeGreaterThan(5);
  expect(await reader.locator('main').textContent()).toContain('α');
  await expectTruthInside();
}, 300_000);

async function expectTruthInside(): Promise<void> {
  const numbers = createNumbers(database.db, { sentencesOf });
  const { period } = await numbers.extent();
  if (period === null) throw new TypeError('nothing was captured');
  const query = { period, outlets: null, demo: true };
  const figures = await numbers.figures(query);
  expect(figures.audit?.audited).toBe(auditItems);
  const persons = new Map(figures.persons.map((one) => [one.personId, one.corrected]));
  const truth = expectedFigures(press, demoSlots(press).at(-1) ?? new Date(0));
  let whole = 0;
  for (const one of truth.persons.values()) whole += one.itemsFractional;
  let [held, all] = [0, 0];
  for (const [id, one] of truth.persons) {
    const share = persons.get(id)?.shareOfCoverage;
    const items = persons.get(id)?.items;
    if (!share || !items) continue;
    all += 2;
    const value = one.itemsFractional / whole;
    if (share.low <= value && value <= share.high) held += 1;
    if (items.low <= one.items && one.items <= items.high) held += 1;
  }
  expect(all).toBeGreaterThan(10);
  // Of 95 % intervals of one audit, which err together, one in five outside would be a defect.
  expect(held / all).toBeGreaterThan(0.8);
  const worst = persons.get(spoiled);
  const real = truth.persons.get(spoiled)?.items ?? 0;
  const raw = figures.persons.find(({ personId }) => personId === spoiled)?.items ?? 0;
  expect(raw).toBeLessThan(worst?.items.low ?? 0);
  expect(worst?.items.low).toBeLessThanOrEqual(real);
  expect(worst?.items.high).toBeGreaterThanOrEqual(real);
}
