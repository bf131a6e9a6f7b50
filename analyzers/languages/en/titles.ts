import type { HeadKind, TitleHead } from '../language.ts';

const list = (text: string): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);

/** An English word for a kind of post that Vietnamese registers call `head`. */
function office(text: string, head: string, organization?: string): TitleHead[] {
  const said = organization === undefined ? {} : { organization };
  return list(text).flatMap((words): TitleHead[] => [
    { words, head, deputy: false, kind: 'office', ...said },
    { words: `${words}s`, head, deputy: false, kind: 'office', several: true, ...said },
    ...['deputy', 'vice', 'standing deputy', 'standing vice'].flatMap((rank): TitleHead[] => [
      { words: `${rank} ${words}`, head, deputy: true, kind: 'office', ...said },
      { words: `${rank} ${words}s`, head, deputy: true, kind: 'office', several: true, ...said },
    ]),
  ]);
}

function plain(kind: HeadKind, text: string): TitleHead[] {
  return list(text).map((words) => ({ words, head: words, deputy: false, kind }));
}

/** What English calls a ministry's field, and the key of that ministry in all languages. */
export const englishMinistries: readonly (readonly [fields: string, key: string])[] = [
  ['health', 'bo:y tế'],
  ['education and training, education', 'bo:giáo dục đào tạo'],
  ['finance', 'bo:tài chính'],
  ['foreign affairs, foreign', 'bo:ngoại giao'],
  ['national defence, national defense, defence, defense', 'bo:quốc phòng'],
  ['public security', 'bo:công an'],
  ['justice', 'bo:tư pháp'],
  ['home affairs, interior', 'bo:nội vụ'],
  ['construction', 'bo:xây dựng'],
  ['transport, transportation', 'bo:giao thông vận tải'],
  ['industry and trade, trade', 'bo:công thương'],
  ['planning and investment', 'bo:kế hoạch đầu tư'],
  ['agriculture and environment', 'bo:nông nghiệp môi trường'],
  ['agriculture and rural development, agriculture', 'bo:nông nghiệp phát triển nông thôn'],
  ['natural resources and environment, environment', 'bo:tài nguyên môi trường'],
  ['information and communications', 'bo:thông tin truyền thông'],
  ['science and technology', 'bo:khoa học công nghệ'],
  ['culture, sports and tourism', 'bo:văn hóa thể thao du lịch'],
  ['ethnic minority and religious affairs', 'bo:dân tộc tôn giáo'],
];

const ministers = englishMinistries.flatMap(([fields, key]) =>
  (fields.startsWith('culture') ? ['culture'] : list(fields)).flatMap((field) =>
    office(`${field} minister`, 'bộ trưởng', key),
  ),
);

export const englishHeads: readonly TitleHead[] = [
  ...office('prime minister, pm, premier', 'thủ tướng'),
  ...office('general secretary, party general secretary, party chief', 'tổng bí thư'),
  ...office('president, state president', 'chủ tịch', 'nuoc'),
  ...office(
    `national assembly chairman, national assembly chairwoman, national assembly chairperson,
    na chairman, na chairwoman, na chairperson`,
    'chủ tịch',
    'quoc-hoi',
  ),
  ...office('chairman, chairwoman, chairperson, chair', 'chủ tịch'),
  ...office('mayor', 'chủ tịch', 'ubnd'),
  ...ministers,
  ...office('minister', 'bộ trưởng'),
  ...office('secretary', 'bí thư'),
  ...office('party secretary, party committee secretary', 'bí thư', 'cap-uy'),
  ...office('governor, state bank governor, sbv governor', 'thống đốc', 'nhnn'),
  ...office('chief justice', 'chánh án', 'tandtc'),
  ...office('prosecutor general, procurator general', 'viện trưởng', 'vksndtc'),
  ...office('inspector general, government inspector general', 'tổng thanh tra', 'ttcp'),
  ...office('director', 'giám đốc'),
  ...office('member, politburo member, party central committee member', 'ủy viên'),
  ...office('head', 'trưởng ban'),
  ...plain(
    'office',
    `speaker, chancellor, commissioner, attorney general, senator, congressman, congresswoman,
    representative, councillor, councilor, mp, ambassador, king, queen, emperor, sultan`,
  ),
  ...plain(
    'rank',
    `general, senior lieutenant general, lieutenant general, major general, colonel, admiral,
    professor, dr, prof`,
  ),
  ...plain(
    'role',
    `lawyer, singer, actor, actress, player, coach, striker, midfielder, goalkeeper, suspect,
    student, driver, victim, artist, writer, farmer, expert,
    businessman, businesswoman, teacher, director of photography`,
  ),
  ...plain('court', 'defendant, the accused, plaintiff'),
];
