import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countWords, sentencesOf } from '../../../analyzers/index.ts';

const segmenter = new Intl.Segmenter('vi', { granularity: 'word' });
const oracle = (text: string) =>
  [...segmenter.segment(text)].filter((part) => part.isWordLike).length;

describe('countWords', () => {
  test.each([
    '',
    'Quảng Ngãi',
    'TP.HCM có 8,5 triệu người; tăng 1.200 đồng',
    "l'État, John's",
    'a_b __ 3G',
    'ສະບາຍດີ ชาวไทย',
  ])('counts Unicode words: %s', (text) => {
    expect(countWords(text)).toBe(oracle(text));
  });

  test('agrees with Intl.Segmenter on any mix of letters, digits and marks', () => {
    const unit = fc.constantFrom(
      ...'aăÂđ7 09.,:;\'’-–/&%()"“”\n_'.split(''),
      'ễ'.normalize('NFD'),
      'Hà',
      'Nội',
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 40 }), (units) => {
        const text = units.join('');
        expect(countWords(text)).toBe(oracle(text));
      }),
    );
  });
});

describe('sentencesOf', () => {
  const cut = (text: string) => sentencesOf(text).map(({ start, end }) => text.slice(start, end));

  test.each<[string, string[]]>([
    ['Ông nói. Bà nghe!', ['Ông nói.', 'Bà nghe!']],
    ['TP. Đà Nẵng và Q. 1 họp.', ['TP. Đà Nẵng và Q. 1 họp.']],
    ['Ông N. T. An đến.', ['Ông N. T. An đến.']],
    ['Tăng 8.5 điểm. 3 người đến.', ['Tăng 8.5 điểm.', '3 người đến.']],
    ['“Làm ngay.” Ông nói.', ['“Làm ngay.”', 'Ông nói.']],
    ['Dòng một\nDòng hai', ['Dòng một', 'Dòng hai']],
    ['Dự có ông Giáp Hữu Điền Ông Điền nói.', ['Dự có ông Giáp Hữu Điền', 'Ông Điền nói.']],
    ['Viếng núi Bà Đen. Hết./.', ['Viếng núi Bà Đen.', 'Hết./.']],
    ['', []],
  ])('%s', (text, expected) => {
    expect(cut(text)).toEqual(expected);
  });

  test('sentences cover all but white space, in order, without overlap', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom('Ông ', 'A. ', 'b', '.', '!', '\n', ' Ông B', '“', '”', '1', 'TP.'),
          { maxLength: 30 },
        ),
        (parts) => {
          const text = parts.join('');
          const spans = sentencesOf(text);
          const covered = spans.map(({ start, end }) => text.slice(start, end)).join('');
          expect(covered.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
          spans
            .slice(1)
            .forEach((span, index) =>
              expect(span.start).toBeGreaterThanOrEqual(spans[index]?.end ?? 0),
            );
        },
      ),
    );
  });
});
