import { numberOf, type ReadingFault } from '../../src/domain/index.ts';

type FaultWords = Readonly<Record<'en' | 'vi', (detail: string) => string>>;

const shown = (text: string) => JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text);

/** What can be wrong in a listing or subtitle file, in words, and what was done about it. */
const WORDS = {
  'bad-time': {
    en: (detail) => `${shown(detail)} is no time; the entry was left out. Mend the source.`,
    vi: (detail) => `${shown(detail)} không phải giờ hợp lệ; đã bỏ mục này. Cần sửa tại nguồn.`,
  },
  'no-time': {
    en: () => 'An entry without a start was left out.',
    vi: () => 'Mục không ghi giờ bắt đầu đã bị bỏ.',
  },
  'bad-end': {
    en: (detail) =>
      `The end ${shown(detail)} is no time or before the start; it is taken as unknown.`,
    vi: (detail) => `Giờ kết thúc ${shown(detail)} sai hoặc trước giờ bắt đầu; coi như không rõ.`,
  },
  'zone-assumed': {
    en: (detail) => `Times state no zone; they are read in ${detail}.`,
    vi: (detail) => `Giờ không ghi múi giờ; được đọc theo ${detail}.`,
  },
  'day-assumed': {
    en: (detail) => `The listing names no day; it is taken as ${detail}.`,
    vi: (detail) => `Lịch không ghi ngày; được coi là ngày ${detail}.`,
  },
  backwards: {
    en: (detail) => `The time ${shown(detail)} is before the one above it; kept as written.`,
    vi: (detail) => `Giờ ${shown(detail)} sớm hơn mục ngay trên; giữ nguyên như nguồn.`,
  },
  'cut-off': {
    en: () => 'The file ends in the middle; what stands before is kept.',
    vi: () => 'Tệp bị cắt giữa chừng; phần trước đó vẫn được giữ.',
  },
  'bad-tag': {
    en: () => 'Broken markup was passed over; the rest is kept.',
    vi: () => 'Đã bỏ qua đoạn đánh dấu hỏng; phần còn lại vẫn được giữ.',
  },
  'too-long': {
    en: () => 'A text of more than a million characters was cut.',
    vi: () => 'Một đoạn dài hơn một triệu ký tự đã bị cắt.',
  },
  'too-many-cues': {
    en: (detail) =>
      `Only ${numberOf(detail, 'subtitle')} of a file are read; from here on they were left out.`,
    vi: (detail) => `Chỉ đọc ${detail} phụ đề của một tệp; từ dòng này trở đi đã bị bỏ.`,
  },
  'empty-cue': {
    en: () => 'A subtitle without text was left out.',
    vi: () => 'Phụ đề không có chữ đã bị bỏ.',
  },
  'unknown-format': {
    en: (detail) => `This is no ${detail} that can be read; nothing was taken from it.`,
    vi: (detail) => `Không đọc được tệp này như một ${detail}; không lấy gì từ đó.`,
  },
  'more-faults': {
    en: (detail) => `And ${numberOf(detail, 'further fault')} of this file, not listed here.`,
    vi: (detail) => `Còn ${detail} lỗi nữa của tệp này không liệt kê.`,
  },
} satisfies Record<string, FaultWords>;

export type FaultCode = keyof typeof WORDS;

const MOST_FAULTS = 200;

/** Collects faults of one file: at most 200, each place once, then their number. */
export class FaultList {
  private readonly list: ReadingFault[] = [];
  private readonly once = new Set<FaultCode>();
  private left = 0;

  add(code: FaultCode, line: number, detail = ''): void {
    if (this.list.length >= MOST_FAULTS) {
      this.left += 1;
      return;
    }
    this.list.push(faultOf(code, line, detail));
  }

  /** A note that is true of the whole file. */
  addOnce(code: FaultCode, line: number, detail = ''): void {
    if (this.once.has(code)) return;
    this.once.add(code);
    this.add(code, line, detail);
  }

  all(): readonly ReadingFault[] {
    if (this.left === 0) return this.list;
    const last = this.list.at(-1)?.line ?? 1;
    return [...this.list, faultOf('more-faults', last, String(this.left))];
  }
}

function faultOf(code: FaultCode, line: number, detail: string): ReadingFault {
  const words: FaultWords = WORDS[code];
  return { line, code, message: words.en(detail), messageVietnamese: words.vi(detail) };
}
