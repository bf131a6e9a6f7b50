import { expect, test } from 'vitest';
import type { AnsweredChallenge } from '../../../src/domain/index.ts';
import { samplePublication } from './sample/publication.ts';
import { sampleNumbers } from './sample/numbers.ts';
import { page, serverFor } from './server-for-tests.ts';

const publication = await samplePublication('vi');
const about = {
  id: '0123456789abcdef',
  claim: 'other',
  itemId: null,
  itemTitle: null,
  itemLanguage: null,
  outletNames: null,
  query: { period: { from: '2026-03-02', to: '2026-03-15' }, outlets: null, demo: true },
  answer: 'Đã xem lại.',
  state: 'accepted',
} as const;
const answered = [
  { ...about, address: '/', personName: 'Hà Thế Luyện', decidedAt: '2026-03-20T01:00:00.000Z' },
  { ...about, address: '/?to=2026-03-15#ranks', personName: null, decidedAt: '2026-03-20T02:00Z' },
  { ...about, address: '/gaps', personName: null, decidedAt: '2026-03-20T03:00:00.000Z' },
] as unknown as AnsweredChallenge[];

test('a feed names what its page names, and leads on in its own language', async () => {
  const challenges = { ...publication.challenges, answered: async () => answered };
  const app = serverFor(sampleNumbers, { publication: { ...publication, challenges } });
  const headers = { 'accept-language': 'en' };
  const { body } = await app.inject({ url: '/corrections.atom', headers });
  const titles = [...body.matchAll(/<title>(.*?): a challenge was accepted<\/title>/g)];
  expect(titles.map(([, title]) => title)).toEqual([
    '/gaps',
    expect.stringMatching(/^[A-Z]/),
    'Hà Thế Luyện',
  ]);
  const links = [...body.matchAll(/rel="alternate" href="http:\/\/[^/]+([^"]+)"/g)];
  expect(links).toHaveLength(4);
  for (const [, link] of links) expect(link).toContain('lang=en');
  expect(body).toContain('/?to=2026-03-15&amp;lang=en#ranks"');
  await app.close();
});

test.each(['/corrections', '/digest'])('%s says where its feed is', async (path) => {
  const app = serverFor(sampleNumbers, { publication });
  const { document } = await page(app, `${path}?lang=en`);
  const link = document.querySelector('head link[type="application/atom+xml"]');
  expect(link?.getAttribute('rel')).toBe('alternate');
  const address = `${path}.atom?lang=en`;
  expect(link?.getAttribute('href')).toBe(address);
  expect(document.querySelector('main a[href*=".atom"]')?.getAttribute('href')).toBe(address);
  const { body } = await app.inject(address);
  expect(body).toContain(`<title>${link?.getAttribute('title')}`);
  await app.close();
});
