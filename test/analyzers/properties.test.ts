import fc from 'fast-check';
import { expect, test } from 'vitest';
import { analyze, parseRegister } from '../../analyzers/index.ts';
import type { Mention } from '../../src/domain/index.ts';
import { csv, item, register } from './fixture.ts';

const sentences = [
  'Thủ tướng Lương Vĩnh Khải chủ trì phiên họp.',
  'Thủ tướng nhấn mạnh việc chống hạn.',
  'Theo ông Khải, cần làm sớm.',
  'Bộ trưởng Y tế Khuất Mỹ Lệ báo cáo.',
  'Bà Lệ nói thuốc đã đủ.',
  'Bà Nghiêm Thục Uyên, Chủ tịch Quốc hội, dự.',
  'Thủ tướng Anh gọi điện.',
  'Tại Quảng Ngãi, Chủ tịch UBND tỉnh yêu cầu kiểm tra.',
  'Ông Kiều Phong Lưu trả lời.',
  'Trời mưa to, đường ngập.',
  'Bộ trình Thủ tướng đề án.',
  'Phó Thủ tướng Giáp Hữu Điền kết luận.',
  'Phó Thủ tướng giao các bộ.',
];
const text = fc
  .array(fc.constantFrom(...sentences), { minLength: 1, maxLength: 12 })
  .map((parts) => parts.join(' '));

const keyOf = ({ field, start, end, personId, counted, kind }: Mention) =>
  [field, start, end, personId, counted, kind].join('|');

test('renaming persons consistently changes nothing else', () => {
  const renames = [
    ['Lương Vĩnh Khải', 'Lò Bảo Sung'],
    ['Khuất Mỹ Lệ', 'Ninh Cẩm Tú'],
    ['Kiều Phong Lưu', 'Chử Đại Hảo'],
  ] as const;
  const shorts = [
    ['ông Khải', 'ông Sung'],
    ['Bà Lệ', 'Bà Tú'],
    ['Mỹ Lệ:short', 'Cẩm Tú:short'],
  ] as const;
  const rename = (from: string) =>
    [...renames, ...shorts].reduce((result, [old, fresh]) => result.replaceAll(old, fresh), from);
  const renamed = parseRegister(rename(csv), 'renamed.csv');
  const positions = new Map(register.persons.map(({ id }, index) => [id, index]));
  const renamedPositions = new Map(renamed.persons.map(({ id }, index) => [id, index]));
  fc.assert(
    fc.property(text, (original) => {
      const before = analyze(item(original), register).mentions;
      const after = analyze(item(rename(original)), renamed).mentions;
      expect(
        after.map((mention) => [
          renamedPositions.get(mention.personId),
          mention.kind,
          mention.counted,
        ]),
      ).toEqual(
        before.map((mention) => [positions.get(mention.personId), mention.kind, mention.counted]),
      );
    }),
    { numRuns: 60 },
  );
});

test('adding an unrelated person never removes a mention', () => {
  const more = parseRegister(
    `${csv}Hầu Xuyên Thạch,male,,Bộ trưởng Bộ Xây dựng,bo-xay-dung,,Bộ trưởng,Bộ Xây dựng,,2018,2023,fiction,yes\n`,
    'more.csv',
  );
  fc.assert(
    fc.property(text, (original) => {
      const before = analyze(item(original), register).mentions.map(keyOf);
      const after = new Set(analyze(item(original), more).mentions.map(keyOf));
      expect(before.filter((key) => !after.has(key))).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test('NFD gives the same as NFC', () => {
  fc.assert(
    fc.property(text, (original) => {
      const before = analyze(item(original), register).mentions.map(keyOf);
      const after = analyze(item(original.normalize('NFD')), register).mentions.map(keyOf);
      expect(after).toEqual(before);
    }),
    { numRuns: 60 },
  );
});

test('shifting the end of a term moves titles alone across it, exactly', () => {
  const day = (offset: number) =>
    new Date(Date.UTC(2022, 2, 31 + offset)).toISOString().slice(0, 10);
  fc.assert(
    fc.property(
      fc.integer({ min: -400, max: 400 }),
      fc.integer({ min: -3, max: 3 }),
      (shift, distance) => {
        const moved = csv.replace(/2022-0[34]-../g, (date) =>
          day(shift + (date < '2022-04' ? 0 : 1)),
        );
        const shifted = parseRegister(moved, 'shifted.csv');
        const on = day(shift + distance);
        const mentions = analyze(item('Thủ tướng yêu cầu.', { publishedAt: on }), shifted).mentions;
        const expected = distance <= 0 ? 'luong-vinh-khai' : 'ta-quoc-hoan';
        expect(mentions.map(({ personId }) => personId)).toEqual([expected]);
      },
    ),
    { numRuns: 60 },
  );
});
