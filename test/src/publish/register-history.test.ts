import { expect, test } from 'vitest';
import { parseRegister } from '../../../analyzers/index.ts';
import { saveRegister } from '../../../db/index.ts';
import { registerHistory } from '../../../src/publish/register-history.ts';
import { testDatabase } from '../../database.ts';

const { db } = await testDatabase();
const head = 'person,post,organization,place,from,until,source,checked\n';
const first = `${head}Lò Bảo Sung,Chủ tịch UBND tỉnh Yên Bái,UBND tỉnh Yên Bái,yen-bai,2018,,fiction,yes\n`;
const second = `${head}Lò Bảo Sung,Chủ tịch UBND tỉnh Yên Bái,UBND tỉnh Yên Bái,yen-bai,2018,2020-05-09,fiction,yes
Ninh Cẩm Tú,Chủ tịch UBND tỉnh Yên Bái,UBND tỉnh Yên Bái,yen-bai,2020-05-10,,fiction,yes\n`;

test('the history says what was changed, by whom and why, of one person or of all', async () => {
  const save = (csv: string, edit: { by?: string; why?: string }) =>
    saveRegister(db, parseRegister(csv, 'register.csv'), { demo: false, ...edit });
  await save(first, {});
  await save(second, { by: 'Hà', why: 'Bàn giao ngày 10/5' });

  const all = await registerHistory(db, { id: null, demo: false });
  expect(all?.subject).toBeNull();
  expect(all?.entries.length).toBeGreaterThan(4);

  const post = 'chu-tich-ubnd-tinh-yen-bai';
  const ofPost = await registerHistory(db, { id: post, demo: false });
  expect(ofPost?.subject).toBe('Chủ tịch UBND tỉnh Yên Bái');
  const handover = ofPost?.entries.filter(({ reason }) => reason === 'Bàn giao ngày 10/5') ?? [];
  expect(handover.map(({ kind, label }) => `${kind}: ${label}`).toSorted()).toEqual([
    'added: Ninh Cẩm Tú – Chủ tịch UBND tỉnh Yên Bái',
    'changed: Lò Bảo Sung – Chủ tịch UBND tỉnh Yên Bái',
  ]);
  const changed = handover.find(({ kind }) => kind === 'changed');
  expect(changed).toMatchObject({
    changedBy: 'Hà',
    fields: [{ name: 'until', before: '–', after: '2020-05-09' }],
  });
  const others = ofPost?.entries.filter(({ reason }) => reason === null) ?? [];
  expect(others.every(({ changedBy }) => changedBy === null)).toBe(true);
  expect(await registerHistory(db, { id: 'nobody', demo: false })).toBeNull();
  expect((await registerHistory(db, { id: null, demo: true }))?.entries).toEqual([]);
});
