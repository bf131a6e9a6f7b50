import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyze, parseRegister, vietnamPlaces } from '../../../analyzers/index.ts';
import { daysOfAll, placesByDay } from '../../../analyzers/detectors/successions.ts';
import type { Place } from '../../../src/domain/index.ts';

const place = (id: string, until: string | null, successor: string | null): Place => ({
  id,
  name: id,
  otherNames: [],
  parent: null,
  from: null,
  until,
  successor,
});

describe('a place on a day', () => {
  test('63 provinces until 2025-06-30, 34 from 2025-07-01', () => {
    const placeOn = placesByDay(vietnamPlaces);
    const on = (day: string) => new Set(vietnamPlaces.map(({ id }) => placeOn(id, day))).size;
    expect([on('2025-06-30'), on('2025-07-01')]).toEqual([63, 34]);
  });

  test('mergers follow one another; a circle ends', () => {
    const chain = placesByDay([place('a', '2001', 'b'), place('b', '2010-06', 'c')]);
    expect(chain('a', '2001-12-31')).toBe('a');
    expect(chain('a', '2005-01-01')).toBe('b');
    expect(chain('a', '2010-07-01')).toBe('c');
    expect(chain('a', null)).toBe('a');
    const circle = placesByDay([place('a', '2001', 'b'), place('b', '2001', 'a')]);
    expect(['a', 'b']).toContain(circle('a', '2020-01-01'));
  });

  test('the register’s own place stands before the language’s', () => {
    const placeOn = placesByDay(vietnamPlaces, [place('kon-tum', '2030', 'gia-lai')]);
    expect(placeOn('kon-tum', '2026-01-01')).toBe('kon-tum');
    expect(placeOn('kon-tum', '2031-01-01')).toBe('gia-lai');
  });
});

test('a term holds no longer than its post, organization and place', () => {
  const open = { from: null, until: null };
  expect(
    daysOfAll([open, { from: '2016', until: null }, { from: null, until: '2025-06-30' }]),
  ).toEqual({ from: '2016-01-01', until: '2025-06-30' });
});

test('a title of a merged province means nobody after the merger, whatever the term says', () => {
  const register = parseRegister(
    'person,post,organization,place,from,until,checked\n' +
      'Lò Bảo Sung,Chủ tịch UBND tỉnh Kon Tum,UBND tỉnh Kon Tum,kon-tum,2020,,no\n',
    'one.csv',
  );
  fc.assert(
    fc.property(fc.integer({ min: -400, max: 400 }), (shift) => {
      const day = new Date(Date.UTC(2025, 5, 30 + shift)).toISOString().slice(0, 10);
      const text = 'Chủ tịch UBND tỉnh Kon Tum yêu cầu kiểm tra.';
      const item = { id: 'one', outlet: 'bao', publishedAt: day, title: '', text };
      expect(analyze(item, register).mentions.length).toBe(shift <= 0 ? 1 : 0);
    }),
  );
});
