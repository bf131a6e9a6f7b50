import {
  type Alarm,
  type AlarmKind,
  type Bilingual,
  formFor,
  numberOf,
  type SlotResult,
} from '../domain/index.ts';
import { faultWords } from './operations-words.ts';

/** An alarm in words, the same on the page and in the letter. */
export interface AlarmWords {
  readonly name: Bilingual;
  /** What was seen, with its figures. */
  readonly seen: Bilingual;
  /** What to do. */
  readonly mend: Bilingual;
}

interface KindWords {
  readonly name: Bilingual;
  readonly mend: Bilingual;
  readonly seen: (facts: SlotResult) => Bilingual;
}

const gapWords: Readonly<Record<string, Bilingual>> = {
  'outlet-unreachable': { vi: 'không kết nối được', en: 'could not be reached' },
  refused: { vi: 'bị từ chối', en: 'refused' },
  'extraction-failed': { vi: 'không đọc được bài', en: 'articles could not be read' },
  'not-crawled': { vi: 'chưa thu', en: 'not crawled' },
};

/** A day as people write it: 27/11/2026, 27 Nov 2026. */
function dayWords(day: string): Bilingual {
  const at = new Date(`${day}T00:00:00Z`);
  const english = { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' } as const;
  return {
    vi: day.split('-').toReversed().join('/'),
    en: new Intl.DateTimeFormat('en-GB', english).format(at),
  };
}

function silence(facts: SlotResult): Bilingual {
  const { reason, hours, attempts, error, usualHours, others } = facts;
  if (reason === 'no-answer') {
    return {
      vi: `Không trả lời suốt ${hours} giờ, ${attempts} lần hỏi (${error}).`,
      en: `No answer for ${numberOf(hours, 'hour')} in ${numberOf(attempts, 'attempt')} (${error}).`,
    };
  }
  return {
    vi: `Vẫn trả lời nhưng ${hours} giờ không có tin mới; thường lâu nhất ${usualHours} giờ. Các nguồn khác trong lúc đó: ${others} tin mới.`,
    en: `It answers, but named nothing new for ${numberOf(hours, 'hour')}; usually ${usualHours} at most. Other sources named ${numberOf(others, 'new item')} meanwhile.`,
  };
}

function redesign(facts: SlotResult): Bilingual {
  if (facts['reason'] === 'frozen-page') {
    const { keptPercent, moved } = facts;
    const elsewhere = moved === 1;
    return {
      vi: `Trang mẫu nay đọc khác lúc lưu: còn ${keptPercent} % số đoạn${elsewhere ? ', tiêu đề hay thân bài nằm ở chỗ khác' : ''}.`,
      en: `The frozen page reads otherwise now: ${keptPercent} % of its paragraphs are left${elsewhere ? ', and title or text stand elsewhere' : ''}.`,
    };
  }
  const { confidence = '?', usualConfidence = '?', failed, pages } = facts;
  // What could not be read at all was read with no confidence, neither low nor high.
  if (failed === pages || confidence === '?') {
    return {
      vi: `Không đọc được ${failed} trong ${pages} trang bài; trước đây độ chắc khi đọc là ${usualConfidence} %.`,
      en: `${failed} of ${numberOf(pages, 'article page')} could not be read; before, they were read with ${usualConfidence} % confidence.`,
    };
  }
  const read =
    failed === 0
      ? formFor(
          pages,
          'its one page was read',
          `all ${numberOf(pages, 'page was', 'pages were')} read`,
        )
      : `${failed} of ${numberOf(pages, 'page')} could not be read`;
  return {
    vi: `Độ chắc khi đọc bài còn ${confidence} %, trước đây ${usualConfidence} %; ${failed === 0 ? `vẫn đọc được cả ${pages} trang` : `không đọc được ${failed} trong ${pages} trang`}.`,
    en: `Articles are read with ${confidence} % confidence, before with ${usualConfidence} %; ${read}.`,
  };
}

function shortDay({ day, captured, expected, gap }: SlotResult): Bilingual {
  const why = gapWords[String(gap ?? '')];
  const known = captured !== undefined;
  const on = dayWords(String(day));
  return {
    vi: `Ngày ${on.vi}: ${known ? `thu được ${captured} tin` : 'không rõ thu được bao nhiêu'}, lẽ ra ít nhất ${expected ?? '?'}${why ? ` (${why.vi})` : ''}.`,
    en: `${on.en}: ${known ? `${numberOf(captured, 'item')} captured` : 'nothing is known of what was captured'}, at least ${expected ?? '?'} expected${why ? ` (${why.en})` : ''}.`,
  };
}

const kinds: Readonly<Record<AlarmKind, KindWords>> = {
  'silent-source': {
    name: { vi: 'Nguồn im tiếng', en: 'Source gone silent' },
    seen: silence,
    mend: {
      vi: 'Bấm “Kiểm tra nguồn” ở trang /admin/outlets hoặc chạy “column-inches outlets check”, rồi sửa hoặc thay địa chỉ trong tệp của cơ quan.',
      en: 'Press “Look at its sources” on /admin/outlets, or run “column-inches outlets check”; correct or replace the address in the outlet’s file.',
    },
  },
  'truncated-feed': {
    name: { vi: 'Nguồn RSS chỉ còn tiêu đề', en: 'Feed cut down to headlines' },
    seen: ({ characters, usualCharacters, entries }) => ({
      vi: `Mỗi mục còn khoảng ${characters} ký tự, trước đây ${usualCharacters}; nguồn có ${entries} mục.`,
      en: `An entry has about ${numberOf(characters, 'character')}, before it was ${usualCharacters}; ${numberOf(entries, 'entry', 'entries')}.`,
    }),
    mend: {
      vi: 'Số liệu lấy từ trang bài nên chưa đổi; xem nguồn có còn đủ bài không.',
      en: 'Figures come from the pages and are unchanged; see whether the feed still lists all.',
    },
  },
  'redesign-suspected': {
    name: { vi: 'Có thể trang đã đổi giao diện', en: 'A redesign is suspected' },
    seen: redesign,
    mend: {
      vi: 'Xem một bài ở trang /admin/outlets hoặc bằng “column-inches outlets check ĐỊA-CHỈ-BÀI”, thêm nhóm bộ chọn mới vào tệp, rồi lưu một trang mẫu mới, cũng ở trang đó hoặc bằng “column-inches outlets freeze ĐỊA-CHỈ-BÀI”.',
      en: 'Look at an article on /admin/outlets or with “column-inches outlets check ARTICLE-ADDRESS”, add a new block of selectors to the file, then keep a new page, there or with “column-inches outlets freeze ARTICLE-ADDRESS”.',
    },
  },
  blocked: {
    name: { vi: 'Trang chặn hoặc từ chối', en: 'Blocked or refused' },
    seen: ({ code, times, hours }) => ({
      vi: `${times} lần, lần cuối cách đây ${hours} giờ (${code}).`,
      en: `${times === 1 ? 'Once' : numberOf(times, 'time')}, the last ${numberOf(hours, 'hour')} ago (${code}).`,
    }),
    mend: {
      vi: 'Lời từ chối được tôn trọng, không ai vượt qua. Hãy xin phép cơ quan báo chí.',
      en: 'The refusal is respected and nobody gets round it. Ask the outlet for permission.',
    },
  },
  'homepage-failing': {
    name: { vi: 'Không xem được trang nhất', en: 'Front page cannot be seen' },
    seen: ({ failed, hours, fault }) => ({
      vi: `${failed} lần xem liền nhau hỏng trong ${hours} giờ: ${faultWords(String(fault)).vi}.`,
      en: `${numberOf(failed, 'look')} in a row failed within ${numberOf(hours, 'hour')}: ${faultWords(String(fault)).en}.`,
    }),
    mend: {
      vi: 'Những giờ này là “không rõ” trong số liệu trang nhất. Mở trang đó xem vì sao.',
      en: 'These hours are “unknown” in front-page figures. Open the page to see why.',
    },
  },
  'below-expected': {
    name: { vi: 'Ít tin hơn dự kiến', en: 'Fewer items than expected' },
    seen: shortDay,
    mend: {
      vi: 'Xem trang /gaps; thu bù bằng nút “Chạy ngay” ở trang /operations hoặc “column-inches crawl --outlet MÃ”.',
      en: 'See /gaps; catch up with the button “Run now” on /operations, or “column-inches crawl --outlet ID”.',
    },
  },
};

/** What an alarm is called, what was seen, and what to do. */
export function alarmWords(alarm: Pick<Alarm, 'kind' | 'facts'>): AlarmWords {
  const { name, seen, mend } = kinds[alarm.kind];
  return { name, seen: seen(alarm.facts), mend };
}
