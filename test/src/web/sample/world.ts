import type { Day, Medium, PersonPage } from '../../../../src/domain/index.ts';
import { addDays } from '../../../../src/publish/charts/index.ts';

// A province that does not exist, with its press and its office-holders: hand-made to be awkward.

const firstDay: Day = '2026-03-02';
const dayTotal = 14;
export const days: readonly Day[] = Array.from({ length: dayTotal }, (_, index) =>
  addDays(firstDay, index),
);

export interface SampleOutlet {
  readonly id: string;
  readonly name: string;
  readonly medium: Medium;
  readonly verified: boolean;
  readonly itemsPerDay: number;
}

export const outlets: readonly SampleOutlet[] = [
  {
    id: 'bao-lam-giang',
    name: 'Báo Lam Giang',
    medium: 'newspaper',
    verified: true,
    itemsPerDay: 14,
  },
  {
    id: 'thanh-pho-song-lam',
    name: 'Thành phố Sông Lam Online',
    medium: 'news-site',
    verified: true,
    itemsPerDay: 9,
  },
  {
    id: 'dai-lam-giang',
    name: 'Đài PT-TH Lam Giang',
    medium: 'broadcaster',
    verified: false,
    itemsPerDay: 7,
  },
];

export interface SamplePerson {
  readonly id: string;
  readonly name: string;
  /** How often the press mentions them, in any unit. */
  readonly weight: number;
  readonly title: string;
  readonly terms: PersonPage['terms'];
}

type Term = PersonPage['terms'][number];

/** Letters alone would do; the demo's own posts have ids as plain as these. */
function postIdOf(label: string): string {
  const plain = label.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/đ/gi, 'd');
  return plain.toLowerCase().replaceAll(/[^a-z]+/g, '-');
}

function term(label: string, from: string | null, rest: Partial<Term> = {}): Term {
  const source = 'https://congbao.lamgiang.example/nghi-quyet/12';
  const postId = postIdOf(label);
  return { postId, label, from, until: null, kind: 'holder', source, checked: true, ...rest };
}

export const persons: readonly SamplePerson[] = [
  {
    id: 'tran-quoc-dung',
    name: 'Trần Quốc Dũng',
    weight: 22,
    title: 'Chủ tịch UBND tỉnh',
    terms: [
      term('Chủ tịch UBND tỉnh Lam Giang', '2024-06-18'),
      term('Phó Chủ tịch UBND tỉnh Lam Giang', '2021-03', { until: '2024-06-17' }),
    ],
  },
  {
    id: 'le-thi-thanh-huong',
    name: 'Lê Thị Thanh Hương',
    weight: 17,
    title: 'Bí thư Tỉnh ủy',
    terms: [term('Bí thư Tỉnh ủy Lam Giang', '2025-10-02')],
  },
  {
    id: 'nguyen-van-hoa',
    name: 'Nguyễn Văn Hoà',
    weight: 9,
    title: 'Phó Chủ tịch UBND tỉnh',
    terms: [
      term('Phó Chủ tịch UBND tỉnh Lam Giang', '2023', {
        source: 'Nghị quyết 41/NQ-HĐND, Công báo tỉnh số 7/2023',
      }),
    ],
  },
  {
    id: 'dang-ngoc-uyen',
    name: 'Đặng Ngọc Uyên',
    weight: 7,
    title: 'Chủ tịch UBND thành phố Sông Lam',
    terms: [
      term('Chủ tịch UBND thành phố Sông Lam', '2026-03-09', { kind: 'acting' }),
      term('Phó Chủ tịch UBND thành phố Sông Lam', '2022-01', {
        until: '2026-03-08',
        source: null,
        checked: false,
      }),
    ],
  },
  {
    id: 'pham-duc-long',
    name: 'Phạm Đức Long',
    weight: 5,
    title: 'Chủ tịch UBND thành phố Sông Lam',
    terms: [term('Chủ tịch UBND thành phố Sông Lam', '2021-07', { until: '2026-03-08' })],
  },
  {
    id: 'ho-minh-triet',
    name: 'Hồ Minh Triết',
    weight: 4,
    title: 'Giám đốc Sở Y tế',
    terms: [term('Giám đốc Sở Y tế tỉnh Lam Giang', null, { source: null, checked: false })],
  },
  {
    id: 'y-thuat-nie',
    name: 'Y Thuật Niê',
    weight: 3,
    title: 'Giám đốc Sở Nông nghiệp và Môi trường',
    terms: [term('Giám đốc Sở Nông nghiệp và Môi trường tỉnh Lam Giang', '2025-03')],
  },
  {
    id: 'vo-thi-kim-ngan',
    name: 'Võ Thị Kim Ngân',
    weight: 2,
    title: 'Phó Chủ tịch HĐND tỉnh',
    terms: [term('Phó Chủ tịch HĐND tỉnh Lam Giang', '2021-06-29')],
  },
  {
    id: 'ta-quang-bao',
    name: 'Tạ Quang Bảo',
    weight: 0,
    title: 'Chánh Thanh tra tỉnh',
    terms: [term('Chánh Thanh tra tỉnh Lam Giang', '2024-11', { until: '2025-12' })],
  },
];

/** Days on which an outlet could not be read. */
export const outages: readonly {
  readonly outletId: string;
  readonly day: Day;
  readonly gap: 'outlet-unreachable' | 'extraction-failed';
}[] = [
  { outletId: 'dai-lam-giang', day: '2026-03-07', gap: 'outlet-unreachable' },
  { outletId: 'dai-lam-giang', day: '2026-03-08', gap: 'outlet-unreachable' },
  { outletId: 'thanh-pho-song-lam', day: '2026-03-12', gap: 'extraction-failed' },
];

const subjects = [
  'kiểm tra tiến độ cao tốc Lam Giang – Kỳ Sơn',
  'tiếp công dân định kỳ tháng Ba',
  'làm việc với doanh nghiệp chế biến gỗ',
  'thăm bà con vùng sạt lở xã Đăk Rong',
  'dự lễ khởi công bệnh viện đa khoa',
  'chủ trì họp về phòng, chống hạn mặn',
  'chúc mừng ngày truyền thống lực lượng biên phòng',
  'yêu cầu gỡ vướng mặt bằng khu công nghiệp Bắc Sông Lam',
];

const neutralTitles = [
  'Giá cà phê trong tỉnh giữ mức cao đầu vụ',
  'Hai đội bóng chuyền nữ vào chung kết giải hội làng',
  'Mưa trái mùa, người trồng sầu riêng lo rụng hoa',
  'Mở thêm tuyến xe buýt từ trung tâm ra cảng cá',
  'Học sinh lớp 12 ôn thi theo đề minh hoạ mới',
  'Chợ phiên Kỳ Sơn đông khách cuối tuần',
];

export function titleFor(person: SamplePerson | null, index: number): string {
  if (person === null) return neutralTitles[index % neutralTitles.length] ?? '';
  return `${person.title} ${person.name} ${subjects[index % subjects.length]}`;
}
