import { describe, expect, test } from 'vitest';
import { articles } from './articles.ts';
import { foundIn, mentionsIn, readMarked } from './marked.ts';

const read = articles
  .split(/^# /m)
  .slice(1)
  .map((article) => {
    const [head = '', headline = '', ...paragraphs] = article.trim().split('\n');
    const [day = '', place = null] = head.split(' ');
    return { day, place, headline, text: paragraphs.join('\n') };
  });

/** How an article may be written without saying anything else. */
const forms = {
  'as it is': (text: string) => text,
  decomposed: (text: string) => text.normalize('NFD'),
};

describe.each(Object.entries(forms))('%s', (_, change) => {
  test.each(read)('$day $headline', ({ day, place, headline, text }) => {
    const [title, body] = [headline, text].map((part) => readMarked(part));
    const wanted = [title, body].flatMap((part) => part?.expected ?? []);
    const found = foundIn(change(body?.text ?? ''), {
      title: change(title?.text ?? ''),
      publishedAt: day,
      place,
    });
    // A known fault is found as if it were meant.
    expect(found).toEqual(wanted.map((mention) => mention.replace(/^(\w+)! /, '$1 ')));
  });
});

test('what says it is sure is right as often', () => {
  const said = read.flatMap(({ day, place, headline, text }) => {
    const [title, body] = [headline, text].map((part) => readMarked(part));
    const right = [title, body].flatMap((part) => part?.expected ?? []);
    const given = { title: title?.text ?? '', publishedAt: day, place };
    return mentionsIn(body?.text ?? '', given)
      .filter(({ counted }) => counted)
      .map(({ personId, surface, confidence }) => ({
        confidence,
        isRight: right.includes(`${personId} ${surface}`),
      }));
  });
  const sure = said.filter(({ confidence }) => confidence >= 0.95);
  const share = sure.filter(({ isRight }) => isRight).length / sure.length;
  const mean = sure.reduce((sum, { confidence }) => sum + confidence, 0) / sure.length;
  expect(Math.abs(share - mean)).toBeLessThan(0.02);
});

test('known faults stay few', () => {
  const marks = articles.match(/\[[a-z0-9]+[?=!]?\|/g) ?? [];
  const faults = marks.filter((mark) => mark.includes('!'));
  expect(faults.length / marks.length).toBeLessThan(0.02);
});
