import { describe, expect, test } from 'vitest';
import { analyze, parseRegister } from '../../analyzers/index.ts';
import { csv, found, item, mentionsIn } from './fixture.ts';

/** Each case: rule, text, what is counted in it. */
type Case = readonly [rule: string, text: string, expected: readonly string[]];

function check(name: string, cases: readonly Case[]): void {
  describe(name, () => {
    test.each(cases)('%s', (_, text, expected) => {
      expect(found(text)).toEqual(expected);
    });
  });
}

const khai = 'luong-vinh-khai';
const hoan = 'ta-quoc-hoan';
const le = 'khuat-my-le';
const luu = 'kieu-phong-luu';
const nguyen = 'dam-cao-nguyen';
const thuy = 'bach-hoa-thuy';

check('names with titles', [
  ['title before', 'Thủ tướng Lương Vĩnh Khải nói.', [`${khai}: Thủ tướng Lương Vĩnh Khải`]],
  ['honorific before', 'Theo ông Lương Vĩnh Khải, giá giảm.', [`${khai}: ông Lương Vĩnh Khải`]],
  [
    'title after the name is the same mention',
    'Ông Kiều Phong Lưu, Chủ tịch UBND tỉnh Quảng Ngãi, cho biết.',
    [`${luu}: Ông Kiều Phong Lưu`],
  ],
  [
    'titles in brackets',
    'Bà Khuất Mỹ Lệ (Ủy viên Trung ương Đảng, Bộ trưởng Y tế) nói.',
    [`${le}: Bà Khuất Mỹ Lệ`],
  ],
  [
    'a chain of titles is one mention, its span the last title',
    'Sáng nay, Phó Thủ tướng, Trưởng ban Chỉ đạo Tạ Quốc Hoán đến.',
    [`${hoan}: Trưởng ban Chỉ đạo Tạ Quốc Hoán`],
  ],
  [
    'two posts joined by kiêm',
    'Bí thư kiêm Chủ tịch HĐND Đà Nẵng Thân Gia Bách chủ trì.',
    ['than-gia-bach: Bí thư kiêm Chủ tịch HĐND Đà Nẵng Thân Gia Bách'],
  ],
  [
    'a rank',
    'Đại tướng Doãn Thế Vỹ, Bộ trưởng Bộ Quốc phòng, dự.',
    ['doan-the-vy: Đại tướng Doãn Thế Vỹ'],
  ],
  [
    'a list of comrades, each with posts after',
    'Dự có các đồng chí: Thân Gia Bách, Bí thư Thành ủy; Đàm Cao Nguyên, Chủ tịch UBND TP; Võ Thị Hạ, Phó Bí thư.',
    ['than-gia-bach: Thân Gia Bách', `${nguyen}: Đàm Cao Nguyên`],
  ],
  [
    'a plural title before a list',
    'Các Phó Thủ tướng: Tạ Quốc Hoán, Giáp Hữu Điền có mặt.',
    [`${hoan}: Tạ Quốc Hoán`, 'giap-huu-dien: Giáp Hữu Điền'],
  ],
  [
    'only the first of a list stands next to the title',
    'Phó Thủ tướng Tạ Quốc Hoán, Giáp Hữu Điền và bốn bộ trưởng trả lời.',
    [`${hoan}: Phó Thủ tướng Tạ Quốc Hoán`, 'giap-huu-dien: Giáp Hữu Điền'],
  ],
  [
    'spellings of one post',
    'Chủ tịch TP. Đà Nẵng Đàm Cao Nguyên họp. Chủ tịch UBND TP.Đà Nẵng Đàm Cao Nguyên nói. Chủ tịch Đà Nẵng Đàm Cao Nguyên đi.',
    [
      `${nguyen}: Chủ tịch TP. Đà Nẵng Đàm Cao Nguyên`,
      `${nguyen}: Chủ tịch UBND TP.Đà Nẵng Đàm Cao Nguyên`,
      `${nguyen}: Chủ tịch Đà Nẵng Đàm Cao Nguyên`,
    ],
  ],
  [
    'a ministry by initials and by its leading field',
    'Bộ trưởng GD&ĐT Trần Minh Tuấn nói. Bộ trưởng Giáo dục Trần Minh Tuấn đáp.',
    [
      'tran-minh-tuan: Bộ trưởng GD&ĐT Trần Minh Tuấn',
      'tran-minh-tuan: Bộ trưởng Giáo dục Trần Minh Tuấn',
    ],
  ],
]);

check('former posts', [
  [
    'nguyên counts by name',
    'Nguyên Thủ tướng Lương Vĩnh Khải đến dự.',
    [`${khai}: Nguyên Thủ tướng Lương Vĩnh Khải`],
  ],
  ['nguyên without a name is nobody', 'Một nguyên Thủ tướng đến dự.', []],
  [
    'khi còn là speaks of a past post',
    'Ông Lương Vĩnh Khải khi còn là Bộ trưởng Y tế đã ký.',
    [`${khai}: Ông Lương Vĩnh Khải`],
  ],
  [
    'a post to be given is not its holder',
    'Ông Lương Vĩnh Khải được bầu giữ chức Chủ tịch Quốc hội.',
    [`${khai}: Ông Lương Vĩnh Khải`],
  ],
]);

check('short names', [
  [
    'after the full name',
    'Bộ trưởng Y tế Khuất Mỹ Lệ họp. Bà Lệ nói. Bộ trưởng Mỹ Lệ đáp.',
    [`${le}: Bộ trưởng Y tế Khuất Mỹ Lệ`, `${le}: Bà Lệ`, `${le}: Bộ trưởng Mỹ Lệ`],
  ],
  [
    'before the full name (cataphora)',
    '"Sẽ làm ngay", bà Lệ nói.\nBà Khuất Mỹ Lệ, Bộ trưởng Y tế, trả lời báo chí.',
    [`${le}: bà Lệ`, `${le}: Bà Khuất Mỹ Lệ`],
  ],
  ['without a registered full name', 'Ông Lưu cho biết ruộng đã khô. Ông Khải cũng nói thế.', []],
  [
    'the nearest full name before decides',
    'Ông Kiều Phong Lưu đến thăm. Ông Ngô Văn Lưu, chủ trại gà, đón. Ông Lưu kể chuyện nuôi gà.',
    [`${luu}: Ông Kiều Phong Lưu`],
  ],
  ['gender must agree', 'Ông Kiều Phong Lưu đến thăm. Bà Lưu đón.', [`${luu}: Ông Kiều Phong Lưu`]],
  [
    'two glued sentences',
    'Tham dự có Phó Thủ tướng Giáp Hữu Điền Ông Điền phát biểu.',
    ['giap-huu-dien: Phó Thủ tướng Giáp Hữu Điền', 'giap-huu-dien: Ông Điền'],
  ],
]);

check('titles alone', [
  ['the holder on the day', 'Thủ tướng yêu cầu báo cáo.', [`${khai}: Thủ tướng`]],
  ['another country’s', 'Thủ tướng Anh từ chức. Thủ tướng Nhật Bản thăm Mỹ.', []],
  ['another country’s, with a name', 'Thủ tướng Rossi gặp báo chí. Thủ tướng nói thêm.', []],
  [
    'ours beside another country’s',
    'Thủ tướng Lương Vĩnh Khải tiếp Thủ tướng Lào. Thủ tướng cảm ơn.',
    [`${khai}: Thủ tướng Lương Vĩnh Khải`, `${khai}: Thủ tướng`],
  ],
  [
    'one of several holders: the one named before',
    'Phó Thủ tướng Giáp Hữu Điền họp. Phó Thủ tướng nhấn mạnh.',
    ['giap-huu-dien: Phó Thủ tướng Giáp Hữu Điền', 'giap-huu-dien: Phó Thủ tướng'],
  ],
  ['one of several holders, nobody named', 'Phó Thủ tướng giao các bộ.', []],
  [
    'in a headline before the name',
    'Phó Thủ tướng: Không để thiếu thuốc\nPhó Thủ tướng Giáp Hữu Điền họp với Bộ Y tế.',
    ['giap-huu-dien: Phó Thủ tướng', 'giap-huu-dien: Phó Thủ tướng Giáp Hữu Điền'],
  ],
  [
    'a standing deputy is told apart',
    'Phó Thủ tướng Thường trực chủ trì.',
    ['uong-bao-thoa: Phó Thủ tướng Thường trực'],
  ],
  [
    'a provincial post by the item’s province',
    'Tại Quảng Ngãi, Chủ tịch UBND tỉnh yêu cầu làm rõ.',
    [`${luu}: Chủ tịch UBND tỉnh`],
  ],
  ['a provincial post without a province', 'Chủ tịch UBND tỉnh yêu cầu làm rõ.', []],
  ['another province’s', 'Chủ tịch UBND tỉnh Lâm Đồng và Bí thư Tỉnh ủy Sơn La dự.', []],
  ['a district’s', 'Chủ tịch UBND huyện Mộ Đức, tỉnh Quảng Ngãi ký.', []],
  ['many holders', 'Chủ tịch UBND các tỉnh và các bộ trưởng dự. Hai Phó Thủ tướng đến.', []],
  ['a historic holder', 'Thăm nhà lưu niệm Chủ tịch Hồ Chí Minh ở Quảng Ngãi.', []],
  ['someone near the holder', 'Phu nhân Thủ tướng và Thư ký Chủ tịch Quốc hội đi cùng.', []],
]);

check('not the registered person', [
  ['one mark apart', 'TS Trần Minh Tuân và ông Bạch Hòa Thúy nói về giống lúa.', []],
  ['part of a longer name', 'Ca sĩ Đỗ Trần Minh Tuấn hát.', []],
  ['letters must end', 'Chủ tịch Quốc hộil và ông Kiều Phong Lưum không tồn tại.', []],
  ['a suspect', 'Đối tượng Trần Minh Tuấn (SN 1990) bị bắt. Trần Minh Tuấn khai nhận.', []],
  ['another office', 'Phó phòng Trần Minh Tuấn, công ty Cây Xanh, cho biết.', []],
  ['a photographer', 'Cánh đồng xã Bình Châu. Ảnh: Kiều Phong Lưu', []],
  ['a street', 'Xe chạy trên đường Lương Vĩnh Khải rồi rẽ vào trường Kiều Phong Lưu.', []],
]);

describe('what is kept but not counted', () => {
  test('an untitled frequent name is uncertain', () => {
    const [mention] = mentionsIn('Hôm qua Trần Minh Tuấn đến chợ.');
    expect(mention).toMatchObject({ personId: 'tran-minh-tuan', uncertain: true, counted: false });
  });

  test.each([
    'Quảng Ngãi mưa to. Nạn nhân là ông Kiều Phong Lưu (34 tuổi).',
    'Chủ tịch UBND tỉnh Quảng Ngãi Kiều Phong Lưu về quê. Anh Kiều Phong Lưu đón.',
  ])('a rare name said as of a private person is uncertain, with its own reason: %s', (text) => {
    const mention = mentionsIn(text).at(-1);
    expect(mention).toMatchObject({ personId: luu, uncertain: true, confidence: 0.25 });
    expect(mention?.reason.en).toContain('as of a private person');
  });

  test('the same name counts once its office is in the item', () => {
    expect(found('Bộ Giáo dục và Đào tạo họp. Trần Minh Tuấn chủ trì.')).toEqual([
      'tran-minh-tuan: Trần Minh Tuấn',
    ]);
  });

  test.each([
    'Bộ trình Thủ tướng xem xét.',
    'Thừa ủy quyền của Thủ tướng, ông B ký.',
    'Theo Quyết định số 12/QĐ-TTg của Thủ tướng.',
  ])('the office is addressed: %s', (text) => {
    const [mention] = mentionsIn(text);
    expect(mention).toMatchObject({ personId: khai, institutional: true, counted: false });
  });

  test('a misprinted name is uncertain, and counts beside its own post', () => {
    const mentions = mentionsIn(
      'Thủ tướng Lương Vĩnh Khải họp. Sau đó ông Lương Vĩnh Khái đi. Thủ tướng Lương Vĩnh Khãi về.',
    );
    expect(mentions.map(({ counted }) => counted)).toEqual([true, false, true]);
    expect(mentions[2]?.reason.en).toContain('misprint');
  });
});

describe('forms of text', () => {
  const text = 'Bí thư Tỉnh ủy Quảng Ngãi Bạch Hòa Thủy nói. Bà Thủy khỏe.';
  const expected = [`${thuy}: Bí thư Tỉnh ủy Quảng Ngãi Bạch Hòa Thủy`, `${thuy}: Bà Thủy`];

  test('both tone placements', () => {
    expect(found(text)).toEqual(expected);
    expect(found('Bí thư Tỉnh uỷ Quảng Ngãi Bạch Hoà Thuỷ nói. Bà Thuỷ khoẻ.')).toHaveLength(2);
  });

  test('no-break spaces', () => {
    expect(found(text.replaceAll(' ', '\u00a0'))).toEqual(expected);
  });

  test('upper case, alone and as a headline', () => {
    expect(found(text.toUpperCase())).toHaveLength(2);
    expect(found(`THỦ TƯỚNG LƯƠNG VĨNH KHẢI LÀM VIỆC TẠI HUẾ\n${text}`)).toHaveLength(3);
  });

  test('without diacritics, only where the text has none', () => {
    const plain = 'Bi thu Tinh uy Quang Ngai Bach Hoa Thuy noi. Ba Thuy khoe.';
    expect(found(plain)).toHaveLength(2);
    expect(found(`${plain} Trời đẹp.`)).toEqual([]);
  });

  test('a slug', () => {
    expect(found('thu-tuong-luong-vinh-khai-tham-quang-ngai')).toHaveLength(1);
  });
});

test('offsets are UTF-16 in the NFC form of the field; the core is the bare name', () => {
  const text = '😀 Sáng nay, Thủ tướng Lương Vĩnh Khải nói.';
  for (const form of [text, text.normalize('NFD')]) {
    const [mention] = mentionsIn(form);
    const nfc = form.normalize('NFC');
    expect(nfc.slice(mention?.start, mention?.end)).toBe('Thủ tướng Lương Vĩnh Khải');
    expect(nfc.slice(mention?.coreStart, mention?.coreEnd)).toBe('Lương Vĩnh Khải');
    expect(mention?.surface).toBe('Thủ tướng Lương Vĩnh Khải');
  }
});

test('headline and text are fields of their own', () => {
  const mentions = mentionsIn('Thủ tướng Lương Vĩnh Khải nói.', { title: 'Thủ tướng họp' });
  expect(mentions.map(({ field, start, kind }) => [field, start, kind])).toEqual([
    ['title', 0, 'title-only'],
    ['text', 0, 'titled-name'],
  ]);
});

test('the outlet’s province settles a provincial post', () => {
  expect(found('Chủ tịch UBND tỉnh yêu cầu.', { place: 'quang-ngai' })).toEqual([
    `${luu}: Chủ tịch UBND tỉnh`,
  ]);
});

test('an undated item resolves no title alone', () => {
  expect(found('Thủ tướng yêu cầu.', { publishedAt: null })).toEqual([]);
});

test('every mention says why, in both languages, and how sure', () => {
  for (const mention of mentionsIn('Thủ tướng Lương Vĩnh Khải nói. Thủ tướng về. Ông Khải đi.')) {
    expect(mention.reason.vi).not.toBe('');
    expect(mention.reason.en).not.toBe('');
    expect(mention.confidence).toBeGreaterThan(0.8);
  }
});

test('a mention that rests on an unchecked term says so, and no other does', () => {
  const doubted = csv.replace(
    '2018-04-01,2022-03-31,fiction,yes',
    '2018-04-01,2022-03-31,fiction,no',
  );
  const register = parseRegister(doubted, 'x.csv');
  const text =
    'Thủ tướng Lương Vĩnh Khải và Bộ trưởng Y tế Khuất Mỹ Lệ nói. Thủ tướng về. Ông Khải đi.';
  const reasons = analyze(item(text), register).mentions.map(
    ({ surface, reason }) =>
      `${surface}: ${reason.vi.includes('; nhiệm kỳ chưa kiểm chứng')}, ${reason.en.includes('; the term is unchecked')}`,
  );
  expect(reasons).toEqual([
    'Thủ tướng Lương Vĩnh Khải: true, true',
    'Bộ trưởng Y tế Khuất Mỹ Lệ: false, false',
    'Thủ tướng: true, true',
    'Ông Khải: false, false',
  ]);
  const later = analyze(item('Thủ tướng về.', { publishedAt: '2022-05-01' }), register).mentions;
  expect(later.map(({ personId, reason }) => [personId, reason.en.includes('unchecked')])).toEqual([
    [hoan, false],
  ]);
});

describe('two posts of one person, and a given name that is a word', () => {
  const [header = ''] = csv.split('\n');
  const term = (person: string, post: string, generic: string, body: string): string =>
    `${person},male,,${post},${post},,${generic},${body},,2018,2023,fiction,yes`;
  const register = parseRegister(
    [
      header,
      term('Giáp Hữu Điền', 'Phó Thủ tướng', 'Phó Thủ tướng', 'Chính phủ'),
      term('Khúc Bá Thành', 'Phó Thủ tướng', 'Phó Thủ tướng', 'Chính phủ'),
      term('Khúc Bá Thành', 'Bộ trưởng Bộ Tài chính', 'Bộ trưởng', 'Bộ Tài chính'),
      term('Doãn Thế Vỹ', 'Bộ trưởng Bộ Y tế', 'Bộ trưởng', 'Bộ Y tế'),
    ].join('\n'),
    'two-posts.csv',
  );
  const read = (text: string): string[] =>
    analyze(item(text), register).mentions.map(
      ({ personId, surface }) => `${personId}: ${surface}`,
    );

  test('the deputy before a comma is the minister who is a deputy, not the one last named', () => {
    const text = 'Phó Thủ tướng Giáp Hữu Điền họp. Phó Thủ tướng, Bộ trưởng Bộ Tài chính vắng.';
    expect(read(text)).toEqual([
      'giap-huu-dien: Phó Thủ tướng Giáp Hữu Điền',
      'khuc-ba-thanh: Bộ trưởng Bộ Tài chính',
    ]);
  });

  test('and two people where the minister is no deputy', () => {
    const text = 'Phó Thủ tướng Giáp Hữu Điền họp. Phó Thủ tướng, Bộ trưởng Bộ Y tế kết luận.';
    expect(read(text)).toEqual([
      'giap-huu-dien: Phó Thủ tướng Giáp Hữu Điền',
      'giap-huu-dien: Phó Thủ tướng',
      'doan-the-vy: Bộ trưởng Bộ Y tế',
    ]);
  });

  test('"Thành" after a title is no city', () => {
    expect(read('Bộ trưởng Khúc Bá Thành đến. Bộ trưởng Thành hứa.')).toEqual([
      'khuc-ba-thanh: Bộ trưởng Khúc Bá Thành',
      'khuc-ba-thanh: Bộ trưởng Thành',
    ]);
  });
});
