import type { Day, Register } from '../domain/index.ts';
import { dayAfter } from './moment.ts';
import {
  committee,
  givenName,
  type OfficeHolder,
  officeHolders,
  people,
  posts,
  type PostKey,
  type PostText,
  province,
} from './people.ts';

const fiction = 'Hư cấu, danh bạ dựng sẵn · Fiction, built-in register (src/demo/people.ts)';

function terms(handoverDay: Day): Register['terms'] {
  const rows: readonly (readonly [OfficeHolder, PostKey, string, string | null])[] = [
    [people.luyen, 'secretary', '2023-08-14', null],
    [people.tinh, 'deputy', '2024-01-22', null],
    [people.suong, 'council', '2023-12-08', null],
    [people.tuong, 'chair', '2021-06', dayAfter(handoverDay, -1)],
    [people.khue, 'standing', '2022-11-30', dayAfter(handoverDay, -1)],
    [people.khue, 'chair', handoverDay, null],
    [people.nhuan, 'vice', '2022-04', null],
    [people.thiep, 'vice', '2024-05-17', null],
    [people.thuanConstruction, 'construction', '2025-03-01', null],
    [people.thuanWard, 'ward', '2025-07-01', null],
    [people.van, 'farming', '2025-03-01', null],
    [people.xuyen, 'education', '2023', null],
    [people.nghi, 'health', '2024-09-09', null],
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
