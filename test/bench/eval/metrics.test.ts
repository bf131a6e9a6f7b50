import { describe, expect, test } from 'vitest';
import { differenceInWords } from '../../../bench/eval/difference.ts';
import { compareTexts, meanOf as scorerMean } from '../../../bench/eval/extraction.ts';
import {
  type GoldDocument,
  type PredictedMention,
  scoreMentions,
  scoreUncertain,
  variants,
} from '../../../bench/eval/mentions.ts';
import { checkArticle, checkSection } from '../../../bench/eval/pages.ts';
import { printSet, printVerdict } from '../../../bench/eval/print.ts';
import {
  harmonicMean,
  isHeld,
  meanOf,
  type SetResult,
  shareOf,
} from '../../../bench/eval/result.ts';

describe('four words in a row', () => {
  test('expected 5 words (2 runs), read 6 with the first 5 the same (3 runs): 2 right, 1 extra', () => {
    expect(compareTexts('a b c d e', 'a b c d e f')).toEqual({ precision: 2 / 3, recall: 1 });
  });

  test('a lost paragraph costs recall alone', () => {
    // Runs: abcd bcde cdef defg efgh (5); read: abcd bcde (2).
    expect(compareTexts('a b c d e f g h', 'a b c d e')).toEqual({ precision: 1, recall: 2 / 5 });
  });

  test('nothing read has no precision and recall 0', () => {
    expect(compareTexts('a b c d', '')).toEqual({ precision: null, recall: 0 });
    expect(scorerMean([null, 1, 0])).toBe(0.5);
  });
});

describe('the difference in words', () => {
  test.each([
    ['a b c d e', '', 'nothing was read'],
    [
      'một hai ba bốn năm sáu',
      'một hai ba bốn',
      '4 words instead of 6; lost from "hai ba bốn năm" on',
    ],
    [
      'một hai ba bốn',
      'một hai ba bốn năm',
      '5 words instead of 4; too much from "hai ba bốn năm" on',
    ],
    ['một, hai: ba bốn!', 'một hai ba bốn', '4 words instead of 4'],
  ])('%j against %j', (gold, got, said) => expect(differenceInWords(gold, got)).toBe(said));
});

describe('page checks', () => {
  const gold = {
    file: 'a.html',
    url: 'https://press.example/a.html',
    title: 'Tên bài',
    leadFirst8: 'câu dẫn mở đầu',
    leadLast8: 'hết câu dẫn',
    bodyFirst8: 'thân bài bắt đầu',
    bodyLast8: 'thân bài kết thúc',
    words: 18,
    published: '2025-10-06T07:30:00+07:00',
    in: ['giữa bài'],
    out: [{ kind: 'footer', words: 'chân trang' }],
  };
  const text = 'Câu dẫn mở đầu và hết câu dẫn. Thân bài bắt đầu, giữa bài, thân bài kết thúc.';
  const failed = (read: Partial<Parameters<typeof checkArticle>[1]>) =>
    checkArticle(gold, {
      title: 'Tên bài',
      text: text.toLowerCase(),
      date: '2025-10-06T00:30:20Z',
      ...read,
    })
      .filter(([, passed]) => !passed)
      .map(([name]) => name);

  test('the same words, title and minute pass all eight', () => {
    expect(failed({})).toEqual([]);
    expect(checkArticle(gold, { title: '', text: '', date: null })).toHaveLength(8);
  });

  test('each fault fails its own check', () => {
    expect(failed({ title: 'Tên bài - Báo' })).toEqual(['title']);
    expect(failed({ date: '2025-10-06T07:30:00' })).toEqual(['date']);
    expect(failed({ date: '2025-10-06T07:31:00+07:00' })).toEqual(['date']);
    expect(failed({ text: `${text.toLowerCase()} chân trang` })).toEqual([
      'words',
      'out: chân trang',
    ]);
  });

  test('sections: lead, 95 % of the stories, their order, no strangers', () => {
    const address = (name: number | string) => `https://press.example/${name}`;
    const stories = [1, 2, 3, 4].map(address);
    const section = {
      file: 's.html',
      url: address(''),
      lead: address(1),
      stories,
      otherStories: [address(9)],
      notStories: [address('ad')],
    };
    const failedOf = (links: readonly string[]) =>
      checkSection(section, links).flatMap(([name, passed]) => (passed ? [] : [name]));
    expect(failedOf([...stories, address(9)])).toEqual([]);
    expect(failedOf([2, 1, 3, 4].map(address))).toEqual(['leadFirst', 'order']);
    expect(failedOf([1, 2, 3].map(address))).toEqual(['recall']);
    expect(failedOf([...stories, address('ad')])).toEqual(['noNonStories', 'purity']);
  });
});

describe('mentions', () => {
  const at = (start: number, end: number, personId: string) => ({ start, end, personId });
  const gold: GoldDocument = {
    docId: 'd',
    approxDate: '2025-10-06',
    title: '',
    text: 'x'.repeat(100),
    mentions: [
      { ...at(0, 20, 'a'), coreStart: 10, coreEnd: 20, surface: '', kind: 'titled-name' },
      { ...at(30, 35, 'a'), coreStart: 30, coreEnd: 35, surface: '', kind: 'short-name' },
      { ...at(40, 50, 'b'), coreStart: 40, coreEnd: 50, surface: '', kind: 'title-only' },
    ],
    ignore: [at(60, 70, 'b')],
    hardNegatives: [at(80, 90, 'a')],
    story: [
      { personId: 'a', role: 'subject' },
      { personId: 'b', role: 'passing' },
    ],
  };
  const said = (
    place: ReturnType<typeof at>,
    kind: PredictedMention['kind'],
    confidence: number,
  ): PredictedMention => ({ ...place, kind, confidence });
  const predictions = [
    said(at(10, 20, 'a'), 'full-name', 0.96), // the bare name of the first: right, another kind
    said(at(16, 20, 'a'), 'short-name', 0.96), // a part of it once more: neither
    said(at(40, 50, 'a'), 'title-only', 0.92), // the third, but a wrong person
    said(at(62, 66, 'b'), 'title-only', 0.92), // an ignored stretch: neither
    said(at(82, 88, 'a'), 'full-name', 0.92), // a street: a hard negative
  ];
  const score = scoreMentions([gold], new Map([['d', predictions]]));

  test('1 right, 2 wrong, 2 missed', () => {
    expect(score.mention).toEqual({ precision: 1 / 3, recall: 1 / 3, f1: expect.closeTo(1 / 3) });
    expect(score).toMatchObject({ wrongPerson: 1, hardNegatives: { hit: 1, total: 1 } });
  });

  test('the story: a found, b only on a soft stretch, so missed or not wrong', () => {
    expect(score.story).toMatchObject({ precision: 1 });
    expect(score.personFree).toEqual({ wrong: 0, total: 0 });
  });

  test('recall goes by the kind meant, precision by the kind said', () => {
    expect(score.byKind['titled-name']).toMatchObject({ gold: 1, recall: 1 });
    expect(score.byKind['full-name']).toMatchObject({ gold: 0, precision: 0.5, recall: 0 });
    expect(score.byKind['title-only']).toMatchObject({ gold: 1, precision: 0, recall: 0 });
  });

  test('of those said .9 none was right, of those said .95 all', () => {
    expect(score.calibration).toEqual([
      { from: 0.9, mentions: 2, meanConfidence: 0.92, right: 0 },
      { from: 0.95, mentions: 1, meanConfidence: 0.96, right: 1 },
    ]);
  });

  test('of two uncertain readings at .5 one would have been right; an ignored one is neither', () => {
    const doubts = [
      said(at(30, 35, 'a'), 'full-name', 0.5),
      said(at(82, 88, 'a'), 'full-name', 0.5),
      said(at(62, 66, 'b'), 'full-name', 0.4),
    ];
    expect(scoreUncertain([gold], new Map([['d', doubts]]))).toEqual([
      { from: 0.5, mentions: 2, meanConfidence: 0.5, right: 0.5 },
    ]);
  });

  test('every form of a text keeps its offsets after NFC', () => {
    const text = 'Đồng chí Hoà, thuỷ điện Ngoã, quý II; Hòa Bình, khỏe';
    for (const [name, change] of Object.entries(variants)) {
      expect(change(text).normalize('NFC').length, name).toBe(text.length);
    }
    expect(variants['no diacritics']?.('Đặng Hòa')).toBe('Dang Hoa');
    expect(variants['upper case']?.('Đặng Hòa')).toBe('ĐẶNG HÒA');
    expect(variants['NFD']?.('ế')).toBe('e\u0302\u0301');
    expect(variants['old tone placement']?.('Hòa khỏe thủy Toàn')).toBe('Hoà khoẻ thuỷ Toàn');
  });
});

describe('figures', () => {
  const figure = { name: 'f', unit: 'share' as const, count: 3 };
  test('are held at their target, missed beyond it, and neither without value or target', () => {
    expect(isHeld({ ...figure, value: 0.9, target: { atLeast: 0.9 } })).toBe(true);
    expect(isHeld({ ...figure, value: 0.899, target: { atLeast: 0.9 } })).toBe(false);
    expect(isHeld({ ...figure, value: 1.6, target: { atMost: 1.5 } })).toBe(false);
    expect(isHeld({ ...figure, value: null, target: { atLeast: 0.9 } })).toBeNull();
    expect(isHeld({ ...figure, value: 0.1 })).toBeNull();
  });

  test('arithmetic', () => {
    expect(harmonicMean(0.5, 1)).toBeCloseTo(2 / 3);
    expect(harmonicMean(0, 0)).toBe(0);
    expect(meanOf([1, null, 2])).toBe(1.5);
    expect(meanOf([null])).toBeNull();
    expect(shareOf(0, 0)).toBeNull();
  });

  test('five of the worst are shown, and the verdict names what was missed', () => {
    const result: SetResult = {
      set: 'dates',
      figures: [{ ...figure, value: 0.5, target: { atLeast: 0.9 } }],
      weakest: ['1', '2', '3', '4', '5', '6'].map((id) => ({ id, score: 's', reason: 'r' })),
      tables: [{ title: 't', head: ['a', 'b'], rows: [['1', '22']] }],
    };
    const lines = printSet(result);
    expect(lines.filter((line) => /^ {2}\d {2}s {2}r$/.test(line))).toHaveLength(5);
    expect(lines).toContain('  1  22');
    expect(printVerdict([result])).toContain('0 of 1 targets held; missed: dates: f.');
  });
});
