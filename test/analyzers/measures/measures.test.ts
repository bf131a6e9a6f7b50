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

  const luu = 'Kiều Phong Lưu, Chủ tịch UBND tỉnh Quảng Ngãi';
  const rest = 'Lê Văn Sáu, Phó Chủ tịch xã; đại diện các sở';

  test.each([
    `Dự có các đồng chí: ${luu}; Lê Văn Sáu; Trần Thị Bảy; Đỗ Văn Tám.`,
    `Dự hội nghị có ${luu}; ${rest}.`,
    `Tham dự buổi lễ tại điểm cầu tỉnh còn có: ${luu} và Lê Văn Sáu.`,
    `Sáng 5/3, cùng đi có ${luu}; ${rest}.`,
    `Về phía tỉnh có ông ${luu}; ${rest}.`,
    `Lễ khai giảng diễn ra với sự tham dự của ông ${luu} và ông Lê Văn Sáu.`,
    `Các đồng chí ${luu}; Lê Văn Sáu cùng dự hội nghị.`,
  ])('listed: only in an attendance list: %s', (list) => {
    expect(roleOf(list, 'kieu-phong-luu')).toBe('listed');
    const body = `Chiều 5/3, tỉnh khởi công đường ven biển. ${list}`;
    expect(roleOf(body, 'kieu-phong-luu')).toBe('listed');
  });

  test.each([
    `Dự lễ có ông ${luu}.`,
    `Dự án có ông ${luu}; ${rest} theo dõi.`,
    `Cùng chủ trì có ông ${luu}; ${rest}.`,
    `Dự và phát biểu tại hội nghị có ông ${luu}; ${rest}.`,
    `Dự hội nghị có ${rest}; ông ${luu} phát biểu.`,
    `Đài cảm ơn ông ${luu}; ông Lê Văn Sáu; bà Trần Thị Bảy; ông Đỗ Văn Tám.`,
    `Ông ${luu} và ông Lê Văn Sáu dự lễ và phát biểu.`,
  ])('mentioned: who does something, or no list: %s', (sentence) => {
    expect(roleOf(sentence, 'kieu-phong-luu')).toBe('mentioned');
  });

  test('listed alike with no-break spaces, decomposed, in capitals or without diacritics', () => {
    const list = `Cùng dự có ông ${luu}; ${rest}.`;
    const plain = list.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/đ/gi, 'd');
    for (const text of [
      list.replaceAll(' ', '\u00a0'),
      list.normalize('NFD'),
      list.toUpperCase(),
      plain,
    ]) {
      expect(roleOf(text, 'kieu-phong-luu'), text).toBe('listed');
    }
  });

  test('mentioned: named in a list and elsewhere', () => {
    const body = `Đường ven biển được khởi công.\nDự có ${luu}; ${rest}.\nÔng Lưu hỏi thăm công nhân.`;
    expect(roleOf(body, 'kieu-phong-luu')).toBe('mentioned');
  });

  test.each([
    ['named twice, first in the lead', 'Ông Lưu yêu cầu sửa gấp.', 'subject'],
    ['named once in the lead', 'Xã sẽ sửa gấp.', 'mentioned'],
    ['another in the lead as often', 'Ông Lưu và ông Nguyên cùng xem.', 'mentioned'],
  ])('subject or not: %s', (_name, second, role) => {
    const other = second.includes('Nguyên') ? ' và ông Đàm Cao Nguyên, Chủ tịch TP Đà Nẵng' : '';
    const body = `Ông ${luu}${other} đi kiểm tra kè.\n${second}`;
    expect(roleOf(body, 'kieu-phong-luu')).toBe(role);
  });

  test('a first paragraph that repeats the headline is not the lead', () => {
    const lead = `Ông ${luu} đi kiểm tra kè.`;
    const body = (first: string) => `${first}\n${lead}\nÔng Lưu yêu cầu sửa gấp.`;
    expect(roleOf(body('Kè hỏng nặng'), 'kieu-phong-luu', 'Kè hỏng nặng')).toBe('subject');
    expect(roleOf(body('Mưa lớn kéo dài'), 'kieu-phong-luu', 'Kè hỏng nặng')).toBe('mentioned');
  });

  test('often named far below the lead is not what an item is about', () => {
    const body = `Mưa lớn kéo dài.\n${'Đường hỏng nặng. '.repeat(9)}\nÔng ${luu} xem kè.`;
    const more = ' Ông Lưu hỏi. Ông Lưu đi. Ông Lưu về.';
    expect(roleOf(body + more, 'kieu-phong-luu')).toBe('mentioned');
  });

  test('listed in English', () => {
    const names = 'Kiều Phong Lưu and Đàm Cao Nguyên';
    const rolesIn = (english: string) =>
      analyze(item(`The road opened. ${english}`, { language: 'en' }), register).persons.map(
        ({ role }) => role,
      );
    expect(rolesIn(`Also present were ${names}.`)).toEqual(['listed', 'listed']);
    expect(rolesIn(`Also present were its builders, ${names} said.`)).toEqual([
      'mentioned',
      'mentioned',
    ]);
  });

  test('uncertain mentions make nobody a person of the item', () => {
    expect(analyze(item('Hôm qua Trần Minh Tuấn đến chợ.'), register).persons).toEqual([]);
  });
});
