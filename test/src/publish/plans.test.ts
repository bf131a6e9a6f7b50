import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { folderArchive, saveOutlets, saveRegister, setState } from '../../../db/index.ts';
import {
  createNumbers,
  createPublication,
  noteDeviation,
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
