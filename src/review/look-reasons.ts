import type { LookDoubt } from '../../db/index.ts';
import { numberOf, type Reason, type SnapshotFault } from '../domain/index.ts';

/** Why the machine threw a look away, for whoever sees its picture. */
const faultReasons: Readonly<Record<SnapshotFault, Reason>> = {
  unreachable: {
    vi: 'Máy không tới được trang.',
    en: 'The machine did not reach the page.',
  },
  refused: { vi: 'Trang từ chối máy.', en: 'The page refused the machine.' },
  'error-page': {
    vi: 'Máy cho rằng đây là trang báo lỗi.',
    en: 'The machine takes this for a page that tells of an error.',
  },
  redirected: {
    vi: 'Máy bị chuyển sang một trang khác.',
    en: 'The machine was sent on to another page.',
  },
  'no-links': {
    vi: 'Máy thấy quá ít liên kết tới bài viết.',
    en: 'The machine saw too few links to articles.',
  },
  'lost-styles': {
    vi: 'Máy cho rằng trang mất kiểu dáng, hoặc màn hình đầu ít tin bất thường.',
    en: 'The machine takes the page to have lost its styles, or to show unusually little at first.',
  },
  'consent-wall': {
    vi: 'Máy cho rằng một câu hỏi xin đồng ý che trang.',
    en: 'The machine takes a question for consent to cover the page.',
  },
  'scroll-lock': {
    vi: 'Máy không cuộn được trang.',
    en: 'The machine could not scroll the page.',
  },
  'too-slow': { vi: 'Trang tải quá lâu.', en: 'The page took too long.' },
  'browser-gone': {
    vi: 'Trình duyệt bị ngắt giữa chừng.',
    en: 'The browser broke off.',
  },
};

const percent = (part: number) => Math.round(part * 100);

/** Why a good look is odd: less on its first screen than usual, or a page of another length. */
function oddReason(doubt: LookDoubt): Reason {
  const { aboveFold, usualAboveFold, pageHeight, usualHeight } = doubt;
  const isThin = aboveFold !== null && usualAboveFold !== null && aboveFold < usualAboveFold / 2;
  if (isThin) {
    const [now, usual] = [percent(aboveFold), percent(usualAboveFold)];
    return {
      vi: `Tin chiếm ${now}\u00a0% màn hình đầu, thường ngày là ${usual}\u00a0%.`,
      en: `Stories cover ${now}% of the first screen, usually ${usual}%.`,
    };
  }
  const [now, usual] = [Math.round(pageHeight), Math.round(usualHeight ?? 0)];
  return {
    vi: `Trang dài ${now} điểm ảnh, thường ngày là ${usual}.`,
    en: `The page is ${numberOf(now, 'pixel')} long, usually ${usual}.`,
  };
}

/** A doubtful look with its reason, and how far its outlet's hours would move without it. */
export function lookTask(doubt: LookDoubt) {
  const reason = doubt.fault === null ? oddReason(doubt) : faultReasons[doubt.fault];
  return { ...doubt, reasons: [{ ...reason, personId: null }], priority: 1 / (doubt.looks + 1) };
}
