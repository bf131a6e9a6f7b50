import type { Day, Register } from '../domain/index.ts';
import { dayAfter } from './moment.ts';

/** An invented office-holder of the invented province. */
export interface OfficeHolder {
  readonly id: string;
  readonly name: string;
  readonly gender: 'female' | 'male';
}

/** Whom a story calls for, by office rather than by name. */
export type CastRole =
  | 'secretary'
  | 'deputy'
  | 'council'
  | 'chair'
  | 'successor'
  | 'former-chair'
  | 'standing'
  | 'vice-city'
  | 'vice-farm'
  | 'construction'
  | 'ward'
  | 'farming'
  | 'education'
  | 'health';

const person = (id: string, name: string, gender: 'female' | 'male' = 'male'): OfficeHolder => ({
  id,
  name,
  gender,
});

const luyen = person('ha-the-luyen', 'Hà Thế Luyện');
const tinh = person('bach-xuan-tinh', 'Bạch Xuân Tịnh');
const suong = person('mac-thi-thu-suong', 'Mạc Thị Thu Sương', 'female');
const tuong = person('dinh-trong-tuong', 'Đinh Trọng Tường');
const khue = person('lam-thi-ngoc-khue', 'Lâm Thị Ngọc Khuê', 'female');
const nhuan = person('ta-quang-nhuan', 'Tạ Quang Nhuận');
const thiep = person('cao-ba-thiep', 'Cao Bá Thiệp');
const thuanConstruction = person('tong-huu-thuan-so-xay-dung', 'Tống Hữu Thuần');
const thuanWard = person('tong-huu-thuan-luu-giang', 'Tống Hữu Thuần');
const van = person('kieu-dinh-van', 'Kiều Đình Vận');
const xuyen = person('thai-thi-bao-xuyen', 'Thái Thị Bảo Xuyến', 'female');
const nghi = person('quach-thanh-nghi', 'Quách Thành Nghị');

/** All office-holders; two share one full name, one shares hers with a street, one with a fisherman. */
export const officeHolders: readonly OfficeHolder[] = [
  luyen,
  tinh,
  suong,
  tuong,
  khue,
  nhuan,
  thiep,
  thuanConstruction,
  thuanWard,
  van,
  xuyen,
  nghi,
];

/** The name shared by two people of the register: without a post nobody can tell which. */
export const sharedName = thuanWard.name;
export const sharedNameIds: readonly string[] = [thuanConstruction.id, thuanWard.id];
/** The street `đường Cao Bá Thiệp` bears this name. */
export const streetNamesake = thiep;
/** A fisherman of the same name is in the news once. */
export const fishermanNamesake = van;

interface PostText {
  readonly id: string;
  /** Spellings before a name, most usual first. */
  readonly titled: readonly string[];
  /** Spellings that alone mean the holder; empty where several hold the post. */
  readonly alone: readonly string[];
  readonly genericTitle?: string;
  readonly organization: string;
  readonly place: string;
}

const province = 'song-thanh';
const committee = 'ubnd-song-thanh';

const department = (id: string, name: string, shortName: string): PostText => ({
  id: `giam-doc-${id}`,
  titled: [`Giám đốc Sở ${name}`, `Giám đốc Sở ${shortName}`, `Giám đốc Sở ${name} tỉnh`],
  alone: [`Giám đốc Sở ${name}`],
  genericTitle: 'Giám đốc Sở',
  organization: id,
  place: province,
});

const posts = {
  secretary: {
    id: 'bi-thu-tinh-uy',
    titled: ['Bí thư Tỉnh ủy', 'Bí thư Tỉnh ủy Sông Thanh'],
    alone: ['Bí thư Tỉnh ủy', 'Bí thư Tỉnh ủy Sông Thanh'],
    organization: 'tinh-uy-song-thanh',
    place: province,
  },
  deputy: {
    id: 'pho-bi-thu-thuong-truc-tinh-uy',
    titled: ['Phó Bí thư Thường trực Tỉnh ủy'],
    alone: ['Phó Bí thư Thường trực Tỉnh ủy'],
    organization: 'tinh-uy-song-thanh',
    place: province,
  },
  council: {
    id: 'chu-tich-hdnd-tinh',
    titled: [
      'Chủ tịch HĐND tỉnh',
      'Chủ tịch Hội đồng nhân dân tỉnh',
      'Chủ tịch HĐND tỉnh Sông Thanh',
    ],
    alone: ['Chủ tịch HĐND tỉnh'],
    organization: 'hdnd-song-thanh',
    place: province,
  },
  chair: {
    id: 'chu-tich-ubnd-tinh',
    titled: [
      'Chủ tịch UBND tỉnh',
      'Chủ tịch Ủy ban nhân dân tỉnh',
      'Chủ tịch UBND tỉnh Sông Thanh',
    ],
    alone: ['Chủ tịch UBND tỉnh', 'Chủ tịch UBND tỉnh Sông Thanh'],
    organization: committee,
    place: province,
  },
  standing: {
    id: 'pho-chu-tich-thuong-truc-ubnd-tinh',
    titled: ['Phó Chủ tịch Thường trực UBND tỉnh'],
    alone: ['Phó Chủ tịch Thường trực UBND tỉnh'],
    organization: committee,
    place: province,
  },
  vice: {
    id: 'pho-chu-tich-ubnd-tinh',
    titled: ['Phó Chủ tịch UBND tỉnh', 'Phó Chủ tịch Ủy ban nhân dân tỉnh'],
    alone: [],
    genericTitle: 'Phó Chủ tịch UBND tỉnh',
    organization: committee,
    place: province,
  },
  ward: {
    id: 'chu-tich-ubnd-phuong-luu-giang',
    titled: ['Chủ tịch UBND phường Lưu Giang'],
    alone: ['Chủ tịch UBND phường Lưu Giang'],
    organization: 'ubnd-phuong-luu-giang',
    place: 'phuong-luu-giang',
  },
  construction: department('so-xay-dung', 'Xây dựng', 'Xây dựng'),
  farming: department('so-nong-nghiep-moi-truong', 'Nông nghiệp và Môi trường', 'NN&MT'),
  education: department('so-giao-duc-dao-tao', 'Giáo dục và Đào tạo', 'GD&ĐT'),
  health: department('so-y-te', 'Y tế', 'Y tế'),
} satisfies Record<string, PostText>;

type PostKey = keyof typeof posts;

/** The day from which "Chủ tịch UBND tỉnh" alone means the successor, and the minute of the vote. */
export interface Handover {
  readonly day: Day;
  readonly voteMs: number;
}

/** How one person is called at one time. */
export interface Titles {
  readonly postId: string;
  readonly titled: readonly string[];
  readonly alone: readonly string[];
  readonly former: boolean;
}

const postOf: Readonly<Record<string, PostKey>> = {
  [luyen.id]: 'secretary',
  [tinh.id]: 'deputy',
  [suong.id]: 'council',
  [nhuan.id]: 'vice',
  [thiep.id]: 'vice',
  [thuanConstruction.id]: 'construction',
  [thuanWard.id]: 'ward',
  [van.id]: 'farming',
  [xuyen.id]: 'education',
  [nghi.id]: 'health',
};

/** The titles of a person at a time; after the vote the old chair is "nguyên Chủ tịch UBND tỉnh". */
export function titlesAt(holder: OfficeHolder, atMs: number, handover: Handover): Titles {
  const after = atMs >= handover.voteMs;
  if (holder === tuong && after) {
    return {
      postId: posts.chair.id,
      titled: ['nguyên Chủ tịch UBND tỉnh'],
      alone: [],
      former: true,
    };
  }
  const key: PostKey =
    holder === tuong || (holder === khue && after)
      ? 'chair'
      : holder === khue
        ? 'standing'
        : (postOf[holder.id] as PostKey);
  const post = posts[key];
  return { postId: post.id, titled: post.titled, alone: post.alone, former: false };
}

/** Who plays a role at a time. Nobody follows the standing vice-chair: a vice-chair does the work. */
export function castAt(role: CastRole, atMs: number, handover: Handover): OfficeHolder {
  const after = atMs >= handover.voteMs;
  switch (role) {
    case 'secretary':
      return luyen;
    case 'deputy':
      return tinh;
    case 'council':
      return suong;
    case 'chair':
      return after ? khue : tuong;
    case 'successor':
      return khue;
    case 'former-chair':
      return tuong;
    case 'standing':
      return after ? nhuan : khue;
    case 'vice-city':
      return nhuan;
    case 'vice-farm':
      return thiep;
    case 'construction':
      return thuanConstruction;
    case 'ward':
      return thuanWard;
    case 'farming':
      return van;
    case 'education':
      return xuyen;
    case 'health':
      return nghi;
  }
}

/** Last syllable of the name: what follows "ông" or "bà". */
export function givenName(holder: OfficeHolder): string {
  return holder.name.slice(holder.name.lastIndexOf(' ') + 1);
}

/** "ông" or "bà". */
export function honorific(holder: OfficeHolder): string {
  return holder.gender === 'female' ? 'bà' : 'ông';
}

/** The office whose holder is addressed, not meant, in "trình Chủ tịch UBND tỉnh". */
export function institutionOf(role: 'chair' | 'council' | 'secretary'): string {
  return posts[role].alone[0] as string;
}

const fiction = 'Hư cấu: sổ chức vụ của báo chí minh hoạ Column Inches (src/demo/people.ts)';

function terms(handoverDay: Day): Register['terms'] {
  const rows: readonly (readonly [OfficeHolder, PostKey, string, string | null])[] = [
    [luyen, 'secretary', '2023-08-14', null],
    [tinh, 'deputy', '2024-01-22', null],
    [suong, 'council', '2023-12-08', null],
    [tuong, 'chair', '2021-06', dayAfter(handoverDay, -1)],
    [khue, 'standing', '2022-11-30', dayAfter(handoverDay, -1)],
    [khue, 'chair', handoverDay, null],
    [nhuan, 'vice', '2022-04', null],
    [thiep, 'vice', '2024-05-17', null],
    [thuanConstruction, 'construction', '2025-03-01', null],
    [thuanWard, 'ward', '2025-07-01', null],
    [van, 'farming', '2025-03-01', null],
    [xuyen, 'education', '2023', null],
    [nghi, 'health', '2024-09-09', null],
  ];
  return rows.map(([holder, key, from, until], index) => ({
    id: `demo-${String(index + 1).padStart(2, '0')}`,
    person: holder.id,
    post: posts[key].id,
    organization: posts[key].organization,
    from,
    until,
    kind: 'holder' as const,
    source: fiction,
    checked: true,
  }));
}

function organizations(): Register['organizations'] {
  const names: readonly (readonly [string, string, string, readonly string[]])[] = [
    ['tinh-uy-song-thanh', 'Tỉnh ủy Sông Thanh', province, ['Tỉnh uỷ Sông Thanh']],
    ['hdnd-song-thanh', 'Hội đồng nhân dân tỉnh Sông Thanh', province, ['HĐND tỉnh']],
    [committee, 'Ủy ban nhân dân tỉnh Sông Thanh', province, ['UBND tỉnh']],
    ['ubnd-phuong-luu-giang', 'Ủy ban nhân dân phường Lưu Giang', 'phuong-luu-giang', []],
    ['so-xay-dung', 'Sở Xây dựng tỉnh Sông Thanh', province, ['Sở Xây dựng']],
    [
      'so-nong-nghiep-moi-truong',
      'Sở Nông nghiệp và Môi trường tỉnh Sông Thanh',
      province,
      ['Sở Nông nghiệp và Môi trường', 'Sở NN&MT'],
    ],
    ['so-giao-duc-dao-tao', 'Sở Giáo dục và Đào tạo tỉnh Sông Thanh', province, ['Sở GD&ĐT']],
    ['so-y-te', 'Sở Y tế tỉnh Sông Thanh', province, ['Sở Y tế']],
  ];
  return names.map(([id, name, place, otherNames]) => ({
    id,
    name,
    otherNames,
    place,
    parent: null,
    from: null,
    until: null,
    successor: null,
  }));
}

/** The dated register of the invented province; every term's source says that it is fiction. */
export function demoRegister(handoverDay: Day): Register {
  return {
    persons: officeHolders.map((holder) => ({
      ...holder,
      otherNames: [{ name: givenName(holder), kind: 'given' as const }],
      familyName: holder.name.slice(0, holder.name.indexOf(' ')),
      givenName: givenName(holder),
    })),
    organizations: organizations(),
    places: [
      { id: province, name: 'tỉnh Sông Thanh', otherNames: ['Sông Thanh'], parent: null },
      {
        id: 'phuong-luu-giang',
        name: 'phường Lưu Giang',
        otherNames: ['Lưu Giang'],
        parent: province,
      },
    ].map((place) => ({ ...place, from: null, until: null, successor: null })),
    posts: Object.values(posts).map((post: PostText) => ({
      id: post.id,
      label: post.titled[0] as string,
      otherLabels: [...new Set([...post.titled.slice(1), ...post.alone])].filter(
        (label) => label !== post.titled[0],
      ),
      genericTitle: post.genericTitle ?? null,
      organization: post.organization,
      place: post.place,
      from: null,
      until: null,
    })),
    terms: terms(handoverDay),
  };
}
