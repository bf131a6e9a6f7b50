import { type Bilingual, numberOf, type Slot, type SnapshotFault } from '../domain/index.ts';

/** Why a look at a page came to nothing, to stand in a sentence. */
const faults: Readonly<Record<SnapshotFault, Bilingual>> = {
  unreachable: { vi: 'không mở được trang', en: 'the page could not be opened' },
  refused: { vi: 'trang không cho xem', en: 'the site does not let this program look' },
  'error-page': { vi: 'trang báo lỗi', en: 'the site showed an error' },
  redirected: { vi: 'địa chỉ dẫn sang trang khác', en: 'the address led to another page' },
  'no-links': { vi: 'trên trang không thấy đủ ba tin', en: 'fewer than three stories were seen' },
  'lost-styles': { vi: 'trang mất định dạng', en: 'the page had lost its layout' },
  'consent-wall': {
    vi: 'khung hỏi đồng ý che trang',
    en: 'a question about consent covered the page',
  },
  'scroll-lock': { vi: 'trang bị khóa cuộn', en: 'the page could not be scrolled' },
  'too-slow': { vi: 'trang tải quá lâu', en: 'the page took too long to come to rest' },
  'browser-gone': {
    vi: 'trình duyệt không mở được hoặc tắt giữa chừng',
    en: 'the browser did not start, or ended during the look',
  },
};

/** A fault in words, by its code; the code itself where another version has given it. */
export function faultWords(code: string): Bilingual {
  return faults[code as SnapshotFault] ?? { vi: code, en: code };
}

/** How many looks of a slot failed and why; null where none has, or it looks at nothing. */
export function failedLooksWords({
  kind,
  result,
}: Pick<Slot, 'kind' | 'result'>): Bilingual | null {
  const failed = Number(result?.['failed'] ?? 0);
  if (kind !== 'homepage' || failed === 0) return null;
  const all = failed + Number(result?.['looks'] ?? 0);
  const why = faultWords(String(result?.['fault'] ?? '?'));
  return {
    vi: `${failed} trong ${all} lần xem hỏng: ${why.vi}`,
    en: `${failed} of ${numberOf(all, 'look')} failed: ${why.en}`,
  };
}

const weekdays = {
  vi: ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy'],
  en: ['Sundays', 'Mondays', 'Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays', 'Saturdays'],
} as const;

/** A line's rule in words: `02:14`, `1 07:00` (Mondays), `15 min`, `5–120 min` (by habit). */
export function ruleWords(rule: string): Bilingual {
  const often = /^([\d–]+) min$/.exec(rule)?.[1];
  if (often?.includes('–')) {
    return {
      vi: `mỗi ${often} phút, tùy lượng tin`,
      en: `every ${numberOf(often, 'minute')}, by how much comes`,
    };
  }
  if (often) return { vi: `mỗi ${often} phút`, en: `every ${numberOf(often, 'minute')}` };
  const [, day, time = rule] = /^([0-6]) (\d\d:\d\d)$/.exec(rule) ?? [];
  if (day === undefined) return { vi: `${time} hằng ngày`, en: `daily at ${time}` };
  const [vi, en] = [weekdays.vi[Number(day)], weekdays.en[Number(day)]];
  return { vi: `${time} ${vi} hằng tuần`, en: `${en} at ${time}` };
}
