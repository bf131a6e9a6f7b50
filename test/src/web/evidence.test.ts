import { describe, expect, test } from 'vitest';
import type { EvidenceSentence } from '../../../src/domain/index.ts';
import { colourTwins, cutAtMarks } from '../../../src/web/components/evidence.tsx';

type Mark = EvidenceSentence['marks'][number];

const text = 'Chủ tịch UBND tỉnh Trần Văn A và ông B.';

function mark(start: number, end: number): Mark {
  return {
    field: 'text',
    start,
    end,
    coreStart: start,
    coreEnd: end,
    surface: text.slice(start, end),
    personId: 'a',
    personName: 'A',
    kind: 'full-name',
    postId: null,
    confidence: 1,
    uncertain: false,
    institutional: false,
    former: false,
    counted: true,
    reason: { vi: '', en: '' },
  };
}

function surfaces(marks: readonly Mark[]): (string | null)[] {
  const pieces = cutAtMarks(text, marks);
  expect(pieces.map((piece) => piece.text).join('')).toBe(text);
  return pieces.filter((piece) => piece.mark !== null).map((piece) => piece.text);
}

describe('a sentence cut at its marks', () => {
  test('is whole again when joined, whatever the order of the marks', () => {
    expect(surfaces([mark(33, 38), mark(0, 29)])).toEqual([
      'Chủ tịch UBND tỉnh Trần Văn A',
      'ông B',
    ]);
    expect(surfaces([])).toEqual([]);
    expect(surfaces([mark(0, text.length)])).toEqual([text]);
  });

  test('draws the longer of two marks that overlap', () => {
    expect(surfaces([mark(19, 29), mark(0, 29)])).toEqual(['Chủ tịch UBND tỉnh Trần Văn A']);
  });

  test('draws nothing for a mark outside the sentence', () => {
    expect(surfaces([mark(30, 999), mark(5, 5)])).toEqual([]);
  });
});

describe('persons who share a colour on one page', () => {
  test('only the later ones get a second sign, however often they are mentioned', () => {
    // The colours of these ids: 5, 5, 7 (see colours.test.ts for what makes them so).
    const ids = ['pham-duc-long', 'nguyen-van-hoa', 'tran-quoc-dung', 'pham-duc-long'];
    expect([...colourTwins(ids)]).toEqual(['nguyen-van-hoa']);
    expect([...colourTwins(ids.toReversed())]).toEqual(['nguyen-van-hoa']);
    expect(colourTwins([]).size).toBe(0);
  });
});
