import type { Day } from '../domain/index.ts';

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

/** The office-holders by a short handle. */
export const people = {
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
};

/**
 * All office-holders; two share one full name, one shares hers with a street, one with a fisherman.
 */
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

/** A post as the outlets write it. */
export interface PostText {
  readonly id: string;
  /** Spellings before a name, most usual first. */
  readonly titled: readonly string[];
  /** Spellings that alone mean the holder; empty where several hold the post. */
  readonly alone: readonly string[];
  readonly genericTitle?: string;
  readonly organization: string;
  readonly place: string;
}

/** Place id of the invented province. */
export const province = 'song-thanh';
export const committee = 'ubnd-song-thanh';

const department = (id: string, name: string, shortName: string): PostText => ({
  id: `giam-doc-${id}`,
  titled: [`Giám đốc Sở ${name}`, `Giám đốc Sở ${shortName}`, `Giám đốc Sở ${name} tỉnh`],
  alone: [`Giám đốc Sở ${name}`],
  genericTitle: 'Giám đốc Sở',
  organization: id,
  place: province,
});

/** Every post of the register, by key. */
export const posts = {
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

export type PostKey = keyof typeof posts;

/**
 * The day from which "Chủ tịch UBND tỉnh" alone means the successor, and the minute of the vote.
 */
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

/**
 * The titles of a person at a time; after the vote the old chair is "nguyên Chủ tịch UBND tỉnh".
 */
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

/**
 * Who plays a role at a time. Nobody follows the standing vice-chair: a vice-chair does the work.
 */
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
