import { describe, expect, test } from 'vitest';
import { analyze } from '../../../analyzers/index.ts';
import { english } from './english.ts';
import type { Case, Family } from './family.ts';
import { forms } from './forms.ts';
import { foundIn, readMarked } from './marked.ts';
import { nation } from './nation.ts';
import { people } from './people.ts';
import { titles } from './titles.ts';

const families: readonly Family[] = [...people, ...titles, ...forms, ...english];
const isEnglish = (one: Case): boolean => english.some(({ cases }) => cases.includes(one));

const textOf = (one: Case): string => (typeof one === 'string' ? one : one.text);

const captionsOf = (one: Case): readonly string[] =>
  typeof one === 'string' ? [] : (one.captions ?? []);

function found(one: Case, change: (text: string) => string = (text) => text): string[] {
  const text = change(readMarked(textOf(one)).text);
  const language = isEnglish(one) ? 'en' : 'vi';
  if (typeof one === 'string') return foundIn(text, { language });
  const { at, place = null } = one;
  const pictures = captionsOf(one).map((caption, index) => ({
    url: `https://bao.example/${index}.jpg`,
    caption: change(readMarked(caption).text),
  }));
  return foundIn(text, { language, place, pictures, ...(at ? { publishedAt: at } : {}) });
}

describe.each(families)('$name', ({ cases }) => {
  test.each(cases.map((one) => ({ one, marked: textOf(one) })))('$marked', ({ one, marked }) => {
    const wanted = [marked, ...captionsOf(one)].flatMap((part) => readMarked(part).expected);
    expect(found(one)).toEqual(wanted.map((mention) => mention.replaceAll('\u00a0', ' ')));
  });
});

test('every family shows its trap in five texts at least', () => {
  for (const { name, cases } of families) {
    expect(cases.length, name).toBeGreaterThanOrEqual(5);
  }
});

test('a decomposed text gives what the composed one does', () => {
  for (const one of families.flatMap(({ cases }) => cases)) {
    const decomposed = found(one, (text) => text.normalize('NFD'));
    expect(decomposed, textOf(one)).toEqual(found(one));
  }
});

test('who is named in a caption only is in the item, with no words and no paragraph', () => {
  const { text } = readMarked('Cầu mới đã thông xe.');
  const caption = 'Chủ tịch UBND tỉnh Nghệ An Nguyễn Đình Khoáng cắt băng.';
  const pictures = [{ url: 'https://bao.example/1.jpg', caption }];
  const item = { id: 'one', outlet: 'bao', publishedAt: '2023-05-10', title: '', text, pictures };
  const { mentions, persons } = analyze(item, nation);
  expect(mentions).toMatchObject([{ field: 'caption', start: 0, end: 45, counted: true }]);
  expect(persons).toMatchObject([
    {
      personId: 'khoang',
      role: 'mentioned',
      firstPlace: 'caption-only',
      mentions: 1,
      words: 0,
      paragraphShare: 0,
      firstOffset: null,
      fraction: 1,
    },
  ]);
});
