import type { Day, IsoInstant } from '../domain/index.ts';
import { dayAfter, isoLocal, localParts, localTime, minuteMs } from './moment.ts';
import { randomFor } from './random.ts';

/** One programme of the channel STV1 as the listing of its day gives it. */
export interface Programme {
  readonly id: string;
  /** The broadcasting day: what runs after midnight belongs to the day before. */
  readonly day: Day;
  readonly startAt: IsoInstant;
  readonly endAt: IsoInstant;
  readonly title: string;
  /** A news programme of the station itself, first airing or repeat. */
  readonly news: boolean;
  /** Another station's production taken over. */
  readonly relay: boolean;
  /** Id of the programme whose recording this is; null for a first airing. */
  readonly repeatOf: string | null;
}

interface Slot {
  readonly at: number;
  readonly title: string;
  readonly news?: string;
  readonly relay?: boolean;
  readonly repeatOf?: string;
}

/** The station's own bulletins: slot id → when, how they are called, how many items. */
export const bulletinSlots = {
  sang: { at: 6 * 60, title: 'Chào ngày mới', items: [5, 7] },
  trua: { at: 11 * 60 + 30, title: 'Thời sự trưa', items: [5, 8] },
  toi: { at: 18 * 60 + 30, title: 'Thời sự STV', items: [8, 11] },
} as const satisfies Record<
  string,
  { at: number; title: string; items: readonly [number, number] }
>;

export type BulletinSlot = keyof typeof bulletinSlots;

const at = (hour: number, minute = 0): number => hour * 60 + minute;

const documentaries = [
  'Phim tài liệu: Dòng sông kể chuyện',
  'Ký sự: Theo con nước lớn',
  'Phim tài liệu: Những người giữ đèn biển',
  'Ký sự: Chợ quê bên phá',
];

const topics = [
  'Nhà nông và thị trường',
  'Sức khỏe cộng đồng',
  'Học đường',
  'Pháp luật và đời sống',
  'Biển và ngư dân',
  'Khởi nghiệp trẻ',
  'Văn hóa Sông Thanh',
];

const films = ['Bến nước cuối mùa', 'Ngõ vắng', 'Gió qua cồn cát', 'Chuyện nhà bác Lư'];

function slots(day: Day, index: number): Slot[] {
  const random = randomFor('schedule', day);
  const topic = topics[index % topics.length] as string;
  const film = (name: number, part: number) =>
    `Phim truyện: ${films[name] as string} - Tập ${12 + index * 2 + part}/40`;
  return [
    { at: at(5, 3), title: 'Ca nhạc buổi sáng' },
    { at: at(5, 30), title: 'Thể dục - Sống khỏe' },
    { at: bulletinSlots.sang.at, title: bulletinSlots.sang.title, news: 'sang' },
    { at: at(6, 20), title: `Chuyên mục: ${topic}` },
    { at: at(6, 45), title: random.pick(documentaries) },
    { at: at(7, 15), title: film(0, 0) },
    { at: at(8), title: 'Trang địa phương' },
    { at: at(8, 20), title: film(1, 0) },
    { at: at(9, 10), title: 'Thiếu nhi: Vườn chim nhỏ' },
    { at: at(9, 40), title: 'Sân khấu: Trích đoạn tuồng cổ' },
    { at: at(11), title: 'Thông tin thị trường' },
    { at: at(11, 15), title: 'Dự báo thời tiết nông vụ' },
    { at: bulletinSlots.trua.at, title: bulletinSlots.trua.title, news: 'trua' },
    { at: at(11, 52), title: film(2, 0) },
    { at: at(12, 45), title: film(3, 0) },
    { at: at(13, 40), title: `${topic} (phát lại)` },
    { at: at(14, 5), title: 'Cải lương: Tình đất Cửa Vọng' },
    { at: at(16), title: 'Bản tin dân tộc', news: 'dan-toc' },
    { at: at(16, 15), title: 'Thiếu nhi: Vườn chim nhỏ' },
    { at: at(16, 45), title: film(0, 1) },
    { at: at(17, 35), title: 'Nhịp cầu nhân ái' },
    { at: at(18, 5), title: `Chuyên mục: ${topics[(index + 3) % topics.length] as string}` },
    { at: bulletinSlots.toi.at, title: bulletinSlots.toi.title, news: 'toi' },
    { at: at(18, 57), title: 'Dự báo thời tiết' },
    { at: at(19), title: 'Tiếp chuyển Thời sự Đài THVN', relay: true, news: 'tiep' },
    { at: at(19, 45), title: 'Đối thoại' },
    { at: at(20, 15), title: film(1, 1) },
    { at: at(21, 5), title: random.pick(documentaries) },
    { at: at(21, 40), title: 'Thể thao Sông Thanh' },
    { at: at(22), title: 'Thời sự STV (phát lại)', news: 'lai', repeatOf: 'toi' },
    { at: at(22, 27), title: film(2, 1) },
    { at: at(23, 15), title: 'Ca nhạc: Miền quê thương nhớ' },
    { at: at(24, 5), title: film(3, 1) },
    { at: at(24, 50), title: 'Giới thiệu chương trình ngày mai' },
  ];
}

/**
 * When the station learnt that the day of the vote brings a live broadcast: 16:00 of the day
 * before.
 */
function scheduleChangeMs(handoverDay: Day): number {
  return localTime(dayAfter(handoverDay, -1), at(16));
}

const endOfDay = at(25);

/** The listing of one broadcasting day as it stood at a time; a later change is a new version. */
export function scheduleOf(
  day: Day,
  options: { readonly startDay: Day; readonly handoverDay: Day; readonly seenMs: number },
): Programme[] {
  const index = Math.round((localTime(day) - localTime(options.startDay)) / (24 * 60 * minuteMs));
  const live = day === options.handoverDay && options.seenMs >= scheduleChangeMs(day);
  const title = 'Truyền hình trực tiếp: Kỳ họp chuyên đề HĐND tỉnh';
  const list = slots(day, Math.max(0, index))
    .filter((slot) => !live || slot.at < at(8) || slot.at >= at(11))
    .concat(live ? [{ at: at(8), title }] : [])
    .toSorted((a, b) => a.at - b.at);
  const id = (minutes: number) => `stv1-${day}-${String(minutes).padStart(4, '0')}`;
  return list.map((slot, order) => ({
    id: id(slot.at),
    day,
    startAt: isoLocal(localTime(day, slot.at)),
    endAt: isoLocal(localTime(day, list[order + 1]?.at ?? endOfDay)),
    title: slot.title,
    news: slot.news !== undefined && !slot.relay,
    relay: slot.relay ?? false,
    repeatOf: slot.repeatOf === 'toi' ? id(bulletinSlots.toi.at) : null,
  }));
}

/** `5:03` as provincial stations write it in plain text. */
export function plainTime(iso: IsoInstant): string {
  const { hour, minute } = localParts(Date.parse(iso));
  return `${hour}:${String(minute).padStart(2, '0')}`;
}
