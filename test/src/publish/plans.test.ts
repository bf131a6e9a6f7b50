import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import { methodVersion } from '../../../analyzers/index.ts';
import { folderArchive, saveOutlets, savePlan, saveRegister, setState } from '../../../db/index.ts';
import {
  createNumbers,
  createPublication,
  noteDeviation,
  noticeDeviations,
  sealPlan,
} from '../../../src/publish/index.ts';
import { type TestDatabase, testDatabase } from '../../database.ts';
import { outlet, register } from '../../db/world.ts';
import { page, serverFor } from '../web/server-for-tests.ts';
import { sentencesOf } from './press.ts';

let database: TestDatabase;
const period = { from: '2026-04-01', to: '2026-06-30' };
const sealed = { title: 'Quý II', period, now: new Date('2026-03-20T02:00:00Z') };

beforeAll(async () => {
  database = await testDatabase();
  await saveOutlets(database.db, [outlet({ id: 'b' }), outlet({ id: 'a' })]);
  await saveRegister(database.db, register, { demo: false });
  await setState(database.db, 'methodVersion', '1');
});

function publication() {
  return createPublication(database.db, {
    sentencesOf,
    archive: folderArchive('unused'),
    version: '1',
    now: () => new Date(),
  });
}

describe('a sealed plan', () => {
  test('has the hash of its bytes, names no time in them, and sealing again keeps its date', async () => {
    const plan = await sealPlan(database.db, sealed);
    expect(plan.hash).toBe(createHash('sha256').update(plan.text).digest('hex'));
    expect(plan.content).toMatchObject({
      title: 'Quý II',
      period,
      outlets: [{ outletId: 'a' }, { outletId: 'b' }],
      register: { persons: register.persons.length, terms: register.terms.length },
      methodVersion: '1',
    });
    const again = await sealPlan(database.db, { ...sealed, now: new Date('2026-05-01T00:00:00Z') });
    expect([again.hash, again.sealedAt]).toEqual([plan.hash, plan.sealedAt]);
  });

  test('is shown with what differs today and with dated deviations', async () => {
    const { hash } = await sealPlan(database.db, sealed);
    const app = serverFor(createNumbers(database.db, { sentencesOf }), {
      publication: publication(),
    });
    const before = await page(app, `/plans/${hash}?lang=vi`);
    expect(before.html).toContain('vẫn đúng như đã niêm phong');
    expect(before.html).toContain('trước khi bắt đầu.');
    await saveOutlets(database.db, [outlet({ id: 'c' })]);
    const what = 'Thêm báo C từ 01/05.';
    await noteDeviation(database.db, { hash, what, at: new Date('2026-05-01T02:00:00Z') });
    const after = await page(app, `/plans/${hash}?lang=vi`);
    expect(after.html).toContain('danh sách cơ quan');
    expect(after.document.querySelector('#deviations tbody')?.textContent).toContain('01/05/2026');
    const bytes = await app.inject(`/plans/${hash}/plan.json`);
    expect(createHash('sha256').update(bytes.rawPayload).digest('hex')).toBe(hash);
    const list = await page(app, '/plans?lang=vi');
    expect(list.document.querySelectorAll('#plans tbody tr')).toHaveLength(1);
    await app.close();
  });

  test('notices an edit that the CSV of the register does not show', async () => {
    const { hash } = await sealPlan(database.db, { ...sealed, title: 'Danh bạ' });
    const driftNow = async () => (await publication().plans.plan(hash))?.drift.register;
    expect(await driftNow()).toBe(false);
    const [first, ...others] = register.posts;
    if (!first) throw new TypeError('The register has no post.');
    const posts = [{ ...first, until: '2026-12-31' }, ...others];
    await saveRegister(database.db, { ...register, posts }, { demo: false });
    expect(await driftNow()).toBe(true);
    await saveRegister(database.db, register, { demo: false });
    expect(await driftNow()).toBe(false);
  });

  test.each([
    ['vi', 'Số liệu nay tính theo phương pháp 2', 'Danh bạ khác với kế hoạch', 'lại đúng như kế'],
    ['en', 'Figures are now by method 2', 'The register differs', 'are again as in the plan'],
  ])(
    'what came to differ is noticed once, with its date, and when it is over (%s)',
    async (lang, method, changed, again) => {
      const { db } = database;
      const { hash } = await sealPlan(db, { ...sealed, title: `Tự ghi ${lang}` });
      const notice = (at: string) => noticeDeviations(db, { demo: false, at: new Date(at) });
      await notice('2026-04-01T02:00:00Z');
      const own = async () =>
        (await publication().plans.plan(hash))?.plan.deviations.map(({ notedAt, part, what }) => [
          notedAt.slice(0, 10),
          part,
          what,
        ]);
      expect(await own()).toEqual([]);
      await saveOutlets(db, [{ ...outlet({ id: 'a' }), sources: [] }, outlet({ id: `d-${lang}` })]);
      await notice('2026-04-02T02:00:00Z');
      await notice('2026-04-03T02:00:00Z');
      const until = `2026-12-3${lang === 'vi' ? 0 : 1}`;
      const posts = register.posts.map((post) => ({ ...post, until }));
      await saveRegister(db, { ...register, posts }, { demo: false });
      await setState(db, 'methodVersion', '2');
      await notice('2026-04-04T02:00:00Z');
      await saveOutlets(db, [outlet({ id: 'a' })]);
      await saveRegister(db, register, { demo: false });
      await setState(db, 'methodVersion', '1');
      await notice('2026-04-05T02:00:00Z');
      expect(await own()).toEqual([
        ['2026-04-02', 'outlets', `+\u00a0Báo d-${lang}, −\u00a0Báo a`],
        ['2026-04-04', 'register', expect.stringMatching(/^[0-9a-f]{64}$/)],
        ['2026-04-04', 'method', '2'],
        ['2026-04-05', 'outlets', `+\u00a0Báo d-${lang}`],
        ['2026-04-05', 'register', ''],
        ['2026-04-05', 'method', ''],
      ]);
      const app = serverFor(createNumbers(db, { sentencesOf }), { publication: publication() });
      const { document } = await page(app, `/plans/${hash}?lang=${lang}`);
      const rows = [...document.querySelectorAll('#deviations tbody tr')].map(
        (row) => row.textContent,
      );
      expect(rows[0]).toContain(`+\u00a0Báo d-${lang}, −\u00a0Báo a`);
      expect(rows[1]).toContain(changed);
      expect(rows[2]).toContain(method);
      expect(rows[2]).toMatch(/04\/04\/2026|4\u00a0Apr\u00a02026/);
      expect(rows[5]).toContain(again.slice(-14));
      expect(document.querySelector('#deviations a[href^="/register/history"]')).not.toBeNull();
      await app.close();
    },
  );

  test('a reader checks its hash by the command that stands on its page', async () => {
    const { hash } = await sealPlan(database.db, { ...sealed, title: 'Kiểm “mã băm”' });
    const app = serverFor(createNumbers(database.db, { sentencesOf }), {
      publication: publication(),
    });
    const folder = await mkdtemp(join(tmpdir(), 'plan-'));
    const { document } = await page(app, `/plans/${hash}?lang=en`);
    const command = document.querySelector('pre code')?.textContent ?? '';
    expect(command).toMatch(/^sha256sum /);
    const address = document.querySelector('a[download]')?.getAttribute('href') ?? '';
    const { rawPayload } = await app.inject(address);
    await writeFile(join(folder, 'plan.json'), rawPayload);
    const { stdout } = await promisify(execFile)('sh', ['-c', command], { cwd: folder });
    expect(stdout.split(' ')[0]).toBe(hash);
    await rm(folder, { recursive: true });
    await app.close();
  });

  test.each([
    ['2026-03-31T16:59:00Z', 'before it began'],
    ['2026-03-31T17:01:00Z', '1 day after it began'],
  ])('sealed at %s is %s by the clock of the installation', async (at, when) => {
    const late = { ...sealed, title: `Lúc ${at}`, now: new Date(at) };
    const { hash } = await sealPlan(database.db, late);
    const app = serverFor(createNumbers(database.db, { sentencesOf }), {
      publication: publication(),
    });
    expect((await page(app, `/plans/${hash}?lang=en`)).html).toContain(when);
    await app.close();
  });

  test('sealed before anything was measured has the version that will measure', async () => {
    const empty = await testDatabase();
    await saveOutlets(empty.db, [outlet({ id: 'a' })]);
    const { content } = await sealPlan(empty.db, sealed);
    expect(content.methodVersion).toBe(methodVersion);
  });

  test('of an earlier version that names no method departs from none', async () => {
    const { db } = await testDatabase();
    await saveOutlets(db, [outlet({ id: 'a' })]);
    const { content } = await sealPlan(db, sealed);
    for (const [version, noted] of [['', 0] as const, ['0', 1] as const]) {
      const text = JSON.stringify({ ...content, methodVersion: version });
      const hash = createHash('sha256').update(text).digest('hex');
      await savePlan(db, { hash, demo: false, title: 'Cũ', text, sealedAt: sealed.now });
      expect(await noticeDeviations(db, { demo: false, at: sealed.now })).toBe(noted);
    }
  });

  test('late, says how many days', async () => {
    const late = { ...sealed, title: 'Muộn', now: new Date('2026-04-03T02:00:00Z') };
    const { hash } = await sealPlan(database.db, late);
    const app = serverFor(createNumbers(database.db, { sentencesOf }), {
      publication: publication(),
    });
    expect((await page(app, `/plans/${hash}?lang=en`)).html).toContain('3 days after it began');
    await app.close();
  });

  test('that is not there takes no note', async () => {
    const note = { hash: 'none', what: 'x', at: new Date() };
    await expect(noteDeviation(database.db, note)).rejects.toMatchObject({ code: 'plan/unknown' });
  });
});
