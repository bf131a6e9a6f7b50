// Sentences in the manner of Vietnam's English-language press, which writes names without marks.
import type { Family } from './family.ts';

export const english: readonly Family[] = [
  {
    name: 'English: titles before and after the name',
    cases: [
      '[nhiem|Prime Minister Phan Trong Nhiem] chaired a meeting on Tuesday.',
      "[khoang|Chairman of the Nghe An provincial People's Committee Nguyen Dinh Khoang] inspected the dyke.",
      "[khoang|Nguyen Dinh Khoang], Chairman of the People's Committee of Nghe An Province, said so.",
      '[diep|National Assembly Chairwoman Hoàng Thị Ngọc Diệp] opened the session. [diep|Ms Diep] hailed the vote.',
      'It was attended by [thuan|Party General Secretary Do Khac Thuan], [trach|State President Vi Thanh Trach] and [nhiem|PM Phan Trong Nhiem].',
      '[chau|Hai Phong Party Secretary Tong Ngoc Chau] listened.',
      '[ap|Governor of the State Bank of Vietnam Bui Sy Ap] announced the rate.',
    ],
  },
  {
    name: 'English: chains and plural titles',
    cases: [
      'Deputy Prime Minister and [lich|Minister of Health Trinh Van Lich] spoke.',
      '[ha|Deputy Prime Ministers Truong Thi Bich Ha] and [thanh|Nguyen Quoc Thanh] attended.',
      'Three Deputy Prime Ministers spoke. Deputy Ministers left early.',
      '[suu|Thai Ba Suu], a member of the Party Central Committee, Secretary of the Nghe An provincial Party Committee, took part.',
      'Ministers of Health of both countries signed the deal.',
    ],
  },
  {
    name: 'English: short names and titles alone',
    cases: [
      '[nhiem|Prime Minister Phan Trong Nhiem] arrived. [nhiem|Nhiem] said the target was firm.',
      '[lich|Minister of Health Trinh Van Lich] answered. The [lich|Health Minister] promised vaccines. [lich|Mr Lich] left.',
      'The [nhiem|Prime Minister] asked ministries to act.',
      '[khoi|Public Security Minister Ha Dang Khoi] listened. [khoi|General Khoi] nodded.',
      'Nhiem is a farmer in Kon Tum. Mr Lich keeps bees.',
    ],
  },
  {
    name: 'English: former, institutional, the post and not its holder',
    cases: [
      { at: '2025-02-01', text: '[nhiem|Former Prime Minister Phan Trong Nhiem] returned home.' },
      'The ministry submitted the plan to the [nhiem=|Prime Minister].',
      'Under Decision No. 12 of the [nhiem=|Prime Minister], the port will close.',
      "He was elected Chairman of the Nghe An provincial People's Committee in 2020.",
      'A former Minister of Health came. The office of the Prime Minister replied.',
    ],
  },
  {
    name: 'English: not ours',
    cases: [
      'Lao Prime Minister Sonexay met [nhiem|Prime Minister Phan Trong Nhiem].',
      "Japan's Prime Minister called. The Prime Minister of Cambodia left.",
      'Phan Trong Nhiem Street was flooded near Mai Xuan Tru High School.',
      'Student Nguyen Minh Duc won a prize. Singer Lam Quoc Viet Anh sang.',
      "Chairman of the Thanh Hoa provincial People's Committee Do Minh Tan disagreed.",
    ],
  },
];
