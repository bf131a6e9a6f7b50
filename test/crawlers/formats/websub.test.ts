import { expect, test } from 'vitest';
import { findWebSubLinks } from '../../../crawlers/formats/websub.ts';

const find = (text: string, headers: Record<string, string> = {}) =>
  findWebSubLinks(Buffer.from(text), headers, { url: 'https://bao.example/rss' });

test('headers come first', () => {
  const link =
    '<https://hub.example/>; rel="hub", <https://two.example/>;rel=hub, </rss>; rel="self alternate"';
  expect(find('<rss/>', { Link: link })).toEqual({
    hubs: ['https://hub.example/', 'https://two.example/'],
    topic: 'https://bao.example/rss',
  });
});

test('then the feed or the page, but not its items or its body', () => {
  const expected = { hubs: ['https://hub.example/'], topic: 'https://bao.example/f' };
  const links =
    '<atom:link rel="hub" href="https://hub.example/"/><atom:link rel="self" href="/f"/>';
  expect(find(`<rss><channel>${links}</channel></rss>`)).toEqual(expected);
  const page = '<link rel="hub" href="https://hub.example/"><link rel="self" href="/f">';
  expect(find(`<html><head>${page}</head><body></body></html>`)).toEqual(expected);
  const nothing = { hubs: [], topic: null };
  expect(find(`<html><head></head><body>${page}</body></html>`)).toEqual(nothing);
  expect(find(`<rss><channel><item>${links}</item></channel></rss>`)).toEqual(nothing);
  expect(find('<link rel="hub" href="javascript:x">')).toEqual(nothing);
});
