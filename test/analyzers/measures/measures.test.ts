import { describe, expect, test } from 'vitest';
import {
  analyze,
  columnInches,
  countWords,
  measures,
  sentencesOf,
} from '../../../analyzers/index.ts';
import type { ItemAnalysis } from '../../../src/domain/index.ts';
import { item, register } from '../fixture.ts';

const text = [
  'Hạn hán kéo dài tại Quảng Ngãi.',
  'Chủ tịch UBND tỉnh Quảng Ngãi Kiều Phong Lưu đi kiểm tra. Nước còn ít.',
  'Ông Lưu nói sẽ bơm thêm. Bà Bạch Hòa Thủy, Bí thư Tỉnh ủy, cũng đến.',
].join('\n');

const analysis = analyze(
  item(text, { title: 'Ông Kiều Phong Lưu: Không để thiếu nước' }),
  register,
);

function value(of: ItemAnalysis, measure: string, personId: string | null) {
  return of.measures.find((entry) => entry.measure === measure && entry.personId === personId)
    ?.value;
}

describe('measures', () => {
  test('each has id, version, unit and a definition in both languages, and no id twice', () => {
    expect(new Set(measures.map(({ id }) => id)).size).toBe(measures.length);
    for (const { version, definition } of measures) {
      expect(version).toBeGreaterThan(0);
      expect(definition.vi).not.toBe('');
      expect(definition.en).not.toBe('');
    }
  });

  test('frequency: items, fractional share, mentions', () => {
    expect(value(analysis, 'frequency.items', 'kieu-phong-luu')).toBe(1);
    expect(value(analysis, 'frequency.items-fractional', 'kieu-phong-luu')).toBe(0.5);
    expect(value(analysis, 'frequency.mentions', 'kieu-phong-luu')).toBe(3);
  });

  test('length of the item and of the sentences that mention a person', () => {
    expect(value(analysis, 'length.words', null)).toBe(countWords(text));
    const sentences = sentencesOf(text).map(({ start, end }) => text.slice(start, end));
    const expected = countWords(sentences[1] ?? '') + countWords(sentences[3] ?? '');
    expect(value(analysis, 'length.words', 'kieu-phong-luu')).toBe(expected);
    expect(value(analysis, 'length.paragraphs', null)).toBe(3);
    expect(value(analysis, 'length.characters', null)).toBe(text.length);
  });

  test('pictures are unknown, not zero, where nothing says', () => {
    expect(value(analysis, 'length.pictures', null)).toBeNull();
    expect(value(analyze(item(text, { pictures: [] }), register), 'length.pictures', null)).toBe(0);
  });

  test('prominence: first place, offset, share of paragraphs', () => {
    expect(value(analysis, 'prominence.first-place', 'kieu-phong-luu')).toBe('headline');
    expect(value(analysis, 'prominence.first-place', 'bach-hoa-thuy')).toBe('later');
    expect(value(analysis, 'prominence.paragraph-share', 'kieu-phong-luu')).toBeCloseTo(2 / 3);
    expect(value(analysis, 'prominence.first-offset', 'kieu-phong-luu')).toBe(
      text.indexOf('Chủ tịch'),
    );
  });
});

describe('reference column inches', () => {
  test('7 lines of 33 characters are an inch', () => {
    const line = 'a'.repeat(33);
    expect(columnInches(Array.from({ length: 7 }, () => line).join('\n'))).toBe(1);
    expect(columnInches('')).toBe(0);
    expect(columnInches('một')).toBe(0.14);
  });

  test('words are not divided; a longer word fills lines of its own', () => {
    expect(columnInches(`${'a'.repeat(20)} ${'b'.repeat(20)}`)).toBe(columnInches('a\nb'));
    expect(columnInches('a'.repeat(67))).toBe(columnInches('a\nb\nc'));
  });
});

describe('persons of an item', () => {
  const roleOf = (body: string, person: string, title = '') =>
    analyze(item(body, { title }), register).persons.find(({ personId }) => personId === person)
      ?.role;

  test('subject: in the headline', () => {
    expect(
      roleOf(
        'Ông Kiều Phong Lưu, Chủ tịch UBND tỉnh Quảng Ngãi, nói.',
        'kieu-phong-luu',
        'Chủ tịch Quảng Ngãi nói gì',
      ),
    ).toBe('subject');
  });

  test('mentioned: in passing', () => {
    expect(
      roleOf(`${'Đường hỏng nặng. '.repeat(8)}Theo ông Kiều Phong Lưu, sẽ sửa.`, 'kieu-phong-luu'),
    ).toBe('mentioned');
  });

  test('listed: only in an attendance list', () => {
    const list =
      'Dự có các đồng chí: Kiều Phong Lưu, Chủ tịch UBND tỉnh Quảng Ngãi; Lê Văn Sáu; Trần Thị Bảy; Đỗ Văn Tám.';
    expect(roleOf(list, 'kieu-phong-luu')).toBe('listed');
  });

  test('uncertain mentions make nobody a person of the item', () => {
    expect(analyze(item('Hôm qua Trần Minh Tuấn đến chợ.'), register).persons).toEqual([]);
  });
});
