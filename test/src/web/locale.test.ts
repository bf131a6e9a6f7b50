import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { acceptedLanguage, type MessageKey, translator } from '../../../src/web/language.ts';
import english from '../../../src/web/locale/en.json' with { type: 'json' };
import englishReview from '../../../src/web/locale/review.en.json' with { type: 'json' };
import vietnameseReview from '../../../src/web/locale/review.vi.json' with { type: 'json' };
import vietnamese from '../../../src/web/locale/vi.json' with { type: 'json' };
import { misfits } from '../../misfits.ts';

const vi: Readonly<Record<string, string>> = { ...vietnamese, ...vietnameseReview };
const en: Readonly<Record<string, string>> = { ...english, ...englishReview };

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => readFileSync(join(folder, name), 'utf8'));
}

function namesIn(message: string, place: RegExp): string[] {
  return [...message.matchAll(place)].map((match) => match[1] ?? '').toSorted();
}

/** Values that are written; a form alone (`{n?is|are}`) writes none. */
const placeholders = (message: string) => namesIn(message, /\{(\w+)[:}]/g);

describe('the two languages', () => {
  test('have the same keys in the same order', () => {
    expect(Object.keys(en)).toEqual(Object.keys(vi));
  });

  test.each(Object.keys(vi))('%s takes the same values and is not empty', (key) => {
    expect(placeholders(en[key] ?? '')).toEqual(placeholders(vi[key] ?? ''));
    const forms = namesIn(en[key] ?? '', /\{(\w+)\?/g);
    expect(placeholders(en[key] ?? '')).toEqual(expect.arrayContaining(forms));
    expect(vi[key]).toMatch(/\S/);
    expect(en[key]).toMatch(/\S/);
  });

  test('have no key that no page uses', () => {
    const code = sources('src/web').join('\n');
    const unused = Object.keys(vi).filter(
      (key) => !code.includes(`'${key}'`) && !code.includes(`"${key}"`),
    );
    expect(unused).toEqual([]);
  });

  test('are composed characters (NFC), as the fonts expect', () => {
    for (const message of [...Object.values(vi), ...Object.values(en)]) {
      expect(message).toBe(message.normalize('NFC'));
    }
  });

  test('no Vietnamese is written in capitals', () => {
    for (const message of Object.values(vi)) {
      expect(message).not.toMatch(/[ĂÂĐÊÔƠƯẠ-Ỹ]{4,}/u);
    }
  });
});

describe('English texts of pages', () => {
  const t = translator('en');
  const counted = Object.entries(en).filter(([, text]) => /\{\w/.test(text));

  test.each(counted)('%s fits one', (key, text) => {
    const names = [...text.matchAll(/\{(\w+)/g)].map(([, name = '']) => [name, 1] as const);
    expect(misfits(t(key as MessageKey, Object.fromEntries(names)), /1/)).toEqual([]);
  });
});

describe('translate', () => {
  test('numbers take the language’s format and the form that fits', () => {
    const t = translator('en');
    expect(t('filter.someOutlets', { count: 1 })).toBe('1 outlet');
    expect(t('filter.someOutlets', { count: 1200 })).toBe('1,200 outlets');
    expect(translator('vi')('unit.words', { count: 1200 })).toBe('1.200 chữ');
  });

  test('values are not read as messages', () => {
    expect(translator('vi')('outlet.persons', { name: '{count} $& $1' })).toBe(
      'Người giữ chức vụ trên {count} $& $1',
    );
  });
});

describe('Accept-Language', () => {
  test.each([
    ['vi-VN,vi;q=0.9,en;q=0.8', 'vi'],
    ['en-GB', 'en'],
    ['fr;q=1, en;q=0.2, vi;q=0.3', 'vi'],
    ['fr, de', null],
    ['vi;q=0, en;q=0.1', 'en'],
    ['', null],
    [undefined, null],
  ])('%s → %s', (header, language) => {
    expect(acceptedLanguage(header)).toBe(language);
  });
});
