import { expect, test } from 'vitest';
import type { StoredBulletin } from '../../../db/index.ts';
import {
  type AirScope,
  fractionSum,
  knownSum,
  outletFigures,
} from '../../../src/publish/air-scope.ts';

const bulletin = (id: string, given: Partial<StoredBulletin>): StoredBulletin => ({
  id,
  outletId: 'dai',
  url: `https://vi.du/${id}`,
  title: 'Thời sự',
  channel: '',
  medium: 'television',
  startAt: new Date('2026-03-02T11:30:00Z'),
  startFrom: 'stated',
  publishedAt: null,
  firstSeen: new Date('2026-03-02T13:00:00Z'),
  day: '2026-03-02',
  durationSeconds: 600,
  subtitleUrl: null,
  rundown: [],
  cues: [],
  programmeId: null,
  repeatOf: null,
  methodVersion: '1',
  ...given,
});

test('bulletins, reports and length are of first airings: a published repeat adds nothing', () => {
  const part = (bulletinId: string) => ({
    bulletinId,
    position: 0,
    kind: 'report' as const,
    slot: 1,
    title: 'Cầu mới',
    startSeconds: 0,
    seconds: 600,
    url: null,
    inHeadlines: null,
  });
  const scope: AirScope = {
    query: { period: { from: '2026-03-02', to: '2026-03-03' }, outlets: null, demo: false },
    outlets: [{ id: 'dai', name: 'Đài', timeZone: 'Asia/Ho_Chi_Minh', language: 'vi' }],
    bulletins: [
      bulletin('first', {}),
      bulletin('again', { repeatOf: 'first' }),
      bulletin('radio', { medium: 'radio', durationSeconds: 300, cues: null }),
    ],
    programmes: [],
    parts: ['first', 'again', 'radio'].map(part),
    persons: [],
  };
  const counted = outletFigures(scope).map((one) => [
    one.medium,
    one.bulletins,
    one.bulletinLength.seconds,
    one.reports,
    one.withSubtitles,
  ]);
  expect(counted).toEqual([
    ['television', 1, 600, 1, 1],
    ['radio', 1, 300, 1, 0],
  ]);
});

test('sums are decimals as what is added, without the noise of binary fractions', () => {
  expect(knownSum([0.1, 0.2, null])).toEqual({ seconds: 0.3, unknownReports: 1 });
  const lengths = Array.from({ length: 507 }, () => 0.1);
  expect(knownSum(lengths).seconds).toBe(50.7);
  expect(fractionSum(Array.from({ length: 10 }, () => 0.1))).toBe(1);
  expect(fractionSum([1 / 3, 1 / 3])).toBe(0.666666667);
});
