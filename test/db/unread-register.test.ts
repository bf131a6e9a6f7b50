import { expect, test } from 'vitest';
import {
  latestRegisterEdit,
  loadRegister,
  noteRegisterRead,
  recordFetch,
  registerChanges,
  removeFromRegister,
  saveArticleVersion,
  saveOutlets,
  saveRegister,
  unreadRegister,
} from '../../db/index.ts';
import type { Register } from '../../src/domain/index.ts';
import { testDatabase } from '../database.ts';
import { article, outlet, page, register } from './world.ts';

const { db } = await testDatabase();
const unread = () => unreadRegister(db, { demo: false });
const save = (given: Register) => saveRegister(db, given, { demo: false });

const newcomer: Register = {
  ...register,
  persons: [{ id: 'nguoi-moi', name: 'Người Mới', otherNames: [] }],
  terms: register.terms.slice(0, 1).map((term) => ({ ...term, id: 'moi', person: 'nguoi-moi' })),
};

test('an edit is unread only where something was stored before it, and once that is read again', async () => {
  await save(register);
  expect(await unread()).toBeNull();
  await saveOutlets(db, [outlet({ id: 'paper' })]);
  const url = 'https://paper.example/1';
  const at = '2026-03-07T02:00:00Z';
  const fetchId = await recordFetch(db, page({ outletId: 'paper', url, at }), null);
  const stored = { outletId: 'paper', canonicalUrl: url, fetchId, firstSeen: new Date(at) };
  await saveArticleVersion(db, { ...stored, article: article({ url }) });
  // The same again is no edit, and another world's edit is not this one's.
  await save(register);
  await saveRegister(db, newcomer, { demo: true });
  expect(await unread()).toBeNull();

  const begun = await latestRegisterEdit(db);
  await save(newcomer);
  expect((await unread())?.persons).toEqual(['nguoi-moi']);
  // What was edited while items were being read is unread afterwards.
  await noteRegisterRead(db, { demo: false, edit: begun });
  expect((await unread())?.persons).toEqual(['nguoi-moi']);
  await noteRegisterRead(db, { demo: false, edit: await latestRegisterEdit(db) });
  expect(await unread()).toBeNull();
});

test('of several edits the first counts, and everybody whom one of them concerns', async () => {
  const [first, ...others] = register.terms;
  if (!first) throw new TypeError('no term');
  await save({ ...register, terms: [{ ...first, until: '2026-01-31' }, ...others] });
  const { since, persons } = (await unread()) ?? {};
  expect(persons).toEqual([first.person]);
  // A post that is called otherwise is found elsewhere: that is a matter of all who held it.
  await save({
    ...register,
    posts: register.posts.map((post) => ({ ...post, label: 'Chủ tịch' })),
  });
  const found = await unread();
  expect(found?.since).toBe(since);
  expect(found?.persons).toEqual(['le-an', 'nguoi-moi', 'tran-binh']);
  await save(register);
});

test('what is taken out leaves with all that nothing else refers to; what was changed stays', async () => {
  await save(register);
  await save(newcomer);
  const before = await loadRegister(db, { demo: false });
  const gone = await removeFromRegister(db, newcomer, { demo: false, by: 'Lan', why: 'wrong' });
  expect(gone).toEqual({ terms: 1, persons: 1, posts: 0, kept: [] });
  expect(await loadRegister(db, { demo: false })).toEqual(register);
  const [change] = await registerChanges(db, { demo: false, id: 'nguoi-moi' });
  expect(change).toMatchObject({ after: null, changedBy: 'Lan', reason: 'wrong' });

  const [first, ...others] = register.terms;
  if (!first) throw new TypeError('no term');
  const changed = { ...first, source: 'https://example.org/later' };
  await save({ ...register, terms: [changed, ...others] });
  const second = await removeFromRegister(db, register, { demo: false });
  expect(second.kept).toEqual([changed]);
  const left = await loadRegister(db, { demo: false });
  expect(left.terms).toEqual([changed]);
  expect(left.persons.map(({ id }) => id)).toEqual([changed.person]);
  expect(left.posts.map(({ id }) => id)).toEqual([changed.post]);
  expect(left.organizations.length).toBeLessThanOrEqual(before.organizations.length);
  // The other world's register is none of its business.
  expect((await loadRegister(db, { demo: true })).persons).toHaveLength(1);

  await removeFromRegister(db, left, { demo: false });
  expect(await loadRegister(db, { demo: false })).toEqual({
    persons: [],
    organizations: [],
    places: [],
    posts: [],
    terms: [],
  });
});
