import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sentencesOf } from '../../../../analyzers/index.ts';
import {
  folderArchive,
  recordFetch,
  saveAnalysis,
  saveArticleVersion,
  saveOutlets,
  saveRegister,
} from '../../../../db/index.ts';
import { createNumbers } from '../../../../src/publish/index.ts';
import { type TestDatabase, testDatabase } from '../../../database.ts';
import { analysis, article, mention, outlet, page, personIn, register } from '../../../db/world.ts';
import { serverFor } from '../server-for-tests.ts';
import { type House, member, openHouse, type Visitor } from './house.ts';

let database: TestDatabase;
let house: House;
let app: FastifyInstance;
let coder: Visitor;
let itemId = '';

const url = 'https://a.example/1';
const texts = ['Ông Lê An giao 9 dự án.\nMật ở đây.', 'Ông Lê An giao 10 dự án.\nMật ở đây.'];
const html = '<!doctype html><script>document.title="đã chạy"</script><p>Trang gốc</p>';

beforeAll(async () => {
  database = await testDatabase();
  const { db } = database;
  const archive = folderArchive(await mkdtemp(join(tmpdir(), 'whole-')), { durable: false });
  await saveOutlets(db, [outlet({ id: 'a' })]);
  await saveRegister(db, register, { demo: false });
  for (const [index, text] of texts.entries()) {
    const at = `2026-03-0${index + 2}T01:00:00Z`;
    const hash = await archive.put(Buffer.from(html));
    const fetched = page({
      outletId: 'a',
      url,
      at,
      attempt: { headers: { 'content-type': 'text/html; charset=utf-8' } },
    });
    const fetchId = await recordFetch(db, fetched, hash);
    const content = article({ url, text, publishedAt: '2026-03-02T08:00:00+07:00' });
    const given = { outletId: 'a', canonicalUrl: url, article: content, fetchId };
    const saved = await saveArticleVersion(db, { ...given, firstSeen: new Date(at) });
    const found = { persons: [personIn({ personId: 'le-an' })] };
    const mentions = [mention({ personId: 'le-an' })];
    await saveAnalysis(db, saved, analysis(saved.itemId, { ...found, mentions }));
    itemId = saved.itemId;
  }
  house = await openHouse(database);
  const { accounts, desk, administration } = house;
  app = serverFor(createNumbers(db, { sentencesOf, archive }), {
    review: { accounts, desk, administration, publicUrl: null },
  });
  coder = await member(house, 'coder');
}, 60_000);
afterAll(async () => {
  await house.app.close();
  await app.close();
});

function ask(path: string, visitor: Visitor | null) {
  const cookies = visitor ? [...visitor.cookies].map(([name, value]) => `${name}=${value}`) : [];
  return app.inject({
    url: path,
    remoteAddress: visitor?.address ?? '192.0.2.9',
    headers: { host: '127.0.0.1:8080', cookie: ['lang=vi', ...cookies].join('; ') },
  });
}

test('the public reads the sentence, the size of the edit, and not a word more', async () => {
  const { body } = await ask(`/items/${itemId}`, null);
  expect(body).toContain('giao 10 dự án');
  expect(body).toContain('thêm 1, bỏ 1 chữ');
  expect(body).not.toContain('Mật ở đây');
  expect(body).not.toContain('/whole');
  for (const path of [`/items/${itemId}/whole`, `/items/${itemId}/versions/1/page`]) {
    const answer = await ask(path, null);
    expect(answer.statusCode).toBe(404);
    expect(answer.body).not.toContain('Mật ở đây');
  }
});

test('a coder reads the whole text, what changed, and finds the archived pages', async () => {
  expect((await ask(`/items/${itemId}`, coder)).body).toContain(`/items/${itemId}/whole`);
  const { body, headers, statusCode } = await ask(`/items/${itemId}/whole`, coder);
  expect(statusCode).toBe(200);
  expect(headers['cache-control']).toBe('no-store');
  expect(body).toContain('Mật ở đây');
  expect(body).toMatch(/<del><span[^>]*>bỏ: <\/span>9<\/del>/);
  expect(body).toMatch(/<ins><span[^>]*>thêm: <\/span>10<\/ins>/);
  expect(body).toContain(`/items/${itemId}/versions/2/page`);
});

test('an archived page comes as it was, in a box in which it can do nothing', async () => {
  const answer = await ask(`/items/${itemId}/versions/1/page`, coder);
  expect(answer.body).toBe(html);
  expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
  const policy = String(answer.headers['content-security-policy']);
  expect(policy).toContain("sandbox; default-src 'none'");
  expect(policy).not.toContain('allow-');
  expect((await ask(`/items/${itemId}/versions/9/page`, coder)).statusCode).toBe(404);
});
