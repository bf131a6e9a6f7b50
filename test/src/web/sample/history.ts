import type { RegisterHistory } from '../../../../src/domain/index.ts';

const post = 'chu-tich-ubnd-thanh-pho-song-lam';
const entries: RegisterHistory['entries'] = [
  {
    entity: 'term',
    entityId: 'nhiem-ky-12',
    label: 'Đặng Ngọc Uyên – Chủ tịch UBND thành phố Sông Lam',
    kind: 'changed',
    fields: [
      { name: 'until', before: '–', after: '2026-03-08' },
      { name: 'source', before: '–', after: 'https://example.org/nghi-quyet-14' },
    ],
    changedAt: '2026-03-09T01:20:00.000Z',
    changedBy: 'Hà',
    reason: 'Nghị quyết 14 của HĐND',
  },
  {
    entity: 'post',
    entityId: post,
    label: 'Chủ tịch UBND thành phố Sông Lam',
    kind: 'added',
    fields: [],
    changedAt: '2026-02-01T08:00:00.000Z',
    changedBy: null,
    reason: null,
  },
  {
    entity: 'organization',
    entityId: 'so-cu',
    label: 'Sở Thủy sản',
    kind: 'removed',
    fields: [],
    changedAt: '2026-01-15T02:00:00.000Z',
    changedBy: 'Minh',
    reason: 'Nhập hai lần',
  },
];

/** Three edits of an invented register; of the post all but the last. */
export function sampleHistory(id: string | null): RegisterHistory | null {
  if (id === null) return { subject: null, entries, isCut: true };
  if (id !== post) return null;
  return {
    subject: 'Chủ tịch UBND thành phố Sông Lam',
    entries: entries.slice(0, 2),
    isCut: false,
  };
}
