import { expect, test } from 'vitest';
import { outletOfPage, parseOutlet } from '../../../crawlers/index.ts';

const paper = parseOutlet(
  `id: bao-song-nam
name: Báo Sông Nam
medium: newspaper
homepage: https://www.baosongnam.example/
place: null
language: vi
timeZone: Asia/Ho_Chi_Minh
verified: false
sources: [{ kind: feed, url: https://baosongnam.example/rss }]
delayMs: 5000
expectedItemsPerDay: { min: 1, max: 9 }
`,
  'bao-song-nam.yaml',
);

test.each([
  'https://baosongnam.example/a-1.html',
  'https://m.baosongnam.example/a-1.html',
  'http://thethao.baosongnam.example/a-1.html',
])('%s is a page of the outlet', (url) => {
  expect(outletOfPage(url, [paper])).toBe(paper);
});

test.each([
  ['https://khongbaosongnam.example/a-1.html', 'khongbaosongnam-example'],
  ['http://www.127.0.0.1.example:8081/x', '127-0-0-1-example-8081'],
])('%s gives an outlet of its own, which is never crawled', (url, id) => {
  const outlet = outletOfPage(url, [paper]);
  expect(outlet).toMatchObject({ id, sources: [], verified: false, demo: false });
  expect(new URL(outlet.homepage).host).toBe(new URL(url).host);
});
