import { describe, expect, it } from 'vitest';
import { firstAirings, programmeKind, programmeRules } from '../../../analyzers/index.ts';
import type { BroadcastRules } from '../../../src/domain/index.ts';

const kind = (title: string, rules: BroadcastRules = {}, channel = '') =>
  programmeKind({ title, channel, saidRepeat: false }, programmeRules(rules));

describe('what is news', () => {
  it.each([
    'Thời sự',
    'THỜI SỰ 19H',
    'Bản tin tiếng Anh',
    'Chuyển động 24h',
    'Chào ngày mới',
    'Tin tức Mekong',
    'Trực tiếp Thời sự trưa',
    'Thời sự Hậu Phương – Thời tiết nông vụ',
    'Bản tin Cơ Tu (phát lại)',
  ])('%s is', (title) => expect(kind(title)).toMatchObject({ isNews: true, isRelay: false }));

  it.each([
    'Bản tin thời tiết',
    'Bản tin Cẩm nang mua sắm',
    'Thể thao 24/7',
    'Phim: Bản tin cuối cùng',
    'Tinh hoa Việt',
    'Chương trình thiếu nhi',
    '',
  ])('%s is not', (title) => expect(kind(title).isNews).toBe(false));

  it.each([
    'Tiếp chuyển Thời sự Đài THVN',
    'Tiếp sóng VTV1: Thời sự',
    'Tiếp âm thời sự Đài Tiếng nói VN',
  ])('%s is another outlet’s', (title) =>
    expect(kind(title)).toMatchObject({ isNews: false, isRelay: true }),
  );

  it('is what an outlet’s own rules say before the defaults', () => {
    const rules = { news: ['^nhịp sống'], notNews: ['^bản tin an ninh$'], relays: ['vtv1'] };
    expect(kind('Nhịp sống hôm nay', rules).isNews).toBe(true);
    expect(kind('Bản tin An ninh', rules).isNews).toBe(false);
    expect(kind('Thời sự VTV1', rules)).toMatchObject({ isNews: false, isRelay: true });
  });

  it('tells radio from television by the outlet’s word, else by the channel’s name', () => {
    const channels = [{ id: 'k1', medium: 'radio' as const }];
    expect(kind('Tin', { channels }, 'k1').medium).toBe('radio');
    expect(kind('Tin', {}, 'FM 99 MHz').medium).toBe('radio');
    expect(kind('Tin', {}, 'STV1').medium).toBe('television');
  });
});

describe('repeats', () => {
  const aired = (id: string, hour: number, title: string) => {
    const { workTitle, isRepeat, medium } = kind(title);
    return { id, startMs: hour * 3_600_000, medium, workTitle, isRepeat };
  };

  it('never join radio and television, whose programmes often share a title', () => {
    const links = firstAirings([
      aired('screen', 18, 'Thời sự'),
      { ...aired('radio', 19, 'Thời sự'), medium: 'radio' },
      aired('screen again', 22, 'Thời sự (phát lại)'),
      { ...aired('radio again', 23, 'Thời sự (phát lại)'), medium: 'radio' },
    ]);
    expect([...links]).toEqual([
      ['screen again', 'screen'],
      ['radio again', 'radio'],
    ]);
  });

  it('are linked to the last first airing of the same title within seven days', () => {
    const links = firstAirings([
      aired('a', 0, 'Thời sự tối'),
      aired('b', 24, 'Thời sự tối'),
      aired('c', 28, 'Thời sự tối (phát lại)'),
      aired('d', 30, 'Phát lại: Thời sự tối'),
      aired('e', 31, 'Đối thoại (phát lại)'),
      aired('f', 24 * 9, 'Thời sự tối (PL)'),
    ]);
    expect([...links]).toEqual([
      ['c', 'b'],
      ['d', 'b'],
    ]);
  });
});
