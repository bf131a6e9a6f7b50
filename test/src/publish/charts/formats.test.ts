import { describe, expect, test } from 'vitest';
import { formatsFor } from '../../../../src/publish/charts/index.ts';

const vi = formatsFor('vi');
const en = formatsFor('en');
const space = '\u00a0';
const dash = '\u2060–\u2060';

describe('Vietnamese formats', () => {
  test('numbers', () => {
    expect(vi.count(1234567)).toBe('1.234.567');
    expect(vi.decimal(1234.5)).toBe('1.234,5');
    expect(vi.percent(0.1834)).toBe(`18,3${space}%`);
    expect(vi.percentShort(0.2)).toBe(`20${space}%`);
  });

  test('unknown is not zero', () => {
    expect(vi.percent(null)).toBe('–');
    expect(vi.percent(0)).toBe(`0,0${space}%`);
  });

  test('hours that are not nothing are never written as nothing', () => {
    expect(vi.hours(12.34)).toBe('12,3');
    expect(vi.hours(0.234)).toBe('0,23');
    expect(vi.hours(0.04)).toBe('0,04');
    expect(vi.hours(0.0002)).toBe('<0,01');
    expect(vi.hours(0)).toBe('0,0');
    expect(vi.hoursRange({ low: 0.2, high: 1.26 })).toBe(`0,20${dash}1,3`);
    expect(vi.hoursRange({ low: 0.001, high: 0.002 })).toBe('<0,01');
  });

  test('a range is never broken over two lines', () => {
    expect(vi.range('16,1', '17,0')).toBe(`16,1${dash}17,0`);
  });

  test('days', () => {
    expect(vi.day('2026-11-22')).toBe('22/11/2026');
    expect(vi.weekday('2026-11-23')).toBe('Thứ Hai');
    expect(vi.weekday('2026-11-22')).toBe('Chủ Nhật');
    expect(vi.period('2026-03-02', '2026-03-15')).toBe(`02${dash}15/03/2026`);
    expect(vi.period('2026-03-30', '2026-04-02')).toBe(`30/03${dash}02/04/2026`);
    expect(vi.period('2025-12-30', '2026-01-02')).toBe(`30/12/2025${dash}02/01/2026`);
    expect(vi.period('2026-03-02', '2026-03-02')).toBe('02/03/2026');
    expect(vi.periodShort('2026-03-02', '2026-03-15')).toBe(`02${dash}15/03`);
    expect(vi.periodShort('2026-03-30', '2026-04-02')).toBe(`30/03${dash}02/04`);
    expect(vi.periodShort('2026-03-02', '2026-03-02')).toBe('02/03');
    expect(vi.monthYear('2021-06')).toBe('06/2021');
    expect(en.monthYear('2021-06')).toBe(`Jun${space}2021`);
  });

  test('an instant is written in the zone of its outlet', () => {
    expect(vi.instant('2026-03-06T17:05:00Z', 'Asia/Ho_Chi_Minh')).toBe('07/03/2026, 00:05');
  });

  test.each([
    ['Asia/Ho_Chi_Minh', '01/07/2026, 00:05 (GMT+7)'],
    ['Europe/London', '30/06/2026, 18:05 (GMT+1)'],
    ['UTC', '30/06/2026, 17:05 (GMT+0)'],
    ['Asia/Kathmandu', '30/06/2026, 22:50 (GMT+5:45)'],
  ])('an instant in %s can name its zone', (timeZone, written) => {
    const instant = vi.zonedInstant('2026-06-30T17:05:00Z', timeZone);
    expect(instant).toBe(written.replace(' (', '\u00a0('));
  });

  test('Đ comes after D and before E', () => {
    const names = ['Đặng', 'Ed', 'Dương'];
    expect(names.toSorted(vi.compare)).toEqual(['Dương', 'Đặng', 'Ed']);
  });
});

describe('English formats', () => {
  test('numbers and days', () => {
    expect(en.count(1234567)).toBe('1,234,567');
    expect(en.percent(0.1834)).toBe('18.3%');
    expect(en.day('2026-11-22')).toBe(`22${space}Nov${space}2026`);
    expect(en.periodShort('2026-03-02', '2026-03-15')).toBe(`2${dash}15${space}Mar`);
    expect(en.period('2026-03-02', '2026-03-15')).toBe(`2${dash}15${space}Mar${space}2026`);
    expect(en.weekday('2026-11-23')).toBe('Monday');
  });
});
