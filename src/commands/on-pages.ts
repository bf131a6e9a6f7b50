import type { Bilingual, CommandPlace } from '../domain/index.ts';

/** A page that does it, why none does, or both where something is left to the command. */
type Place = Pick<CommandPlace, 'page'> & { readonly why?: Bilingual };

const on = (page: string, why?: Bilingual): Place => ({ page, ...(why ? { why } : {}) });
const never = (vi: string, en: string): Place => ({ page: null, why: { vi, en } });

const servesPages = never(
  'Lệnh này mở chính các trang bạn đang xem.',
  'It opens the very pages you are reading.',
);

/** Where everything a command does is done by people who type none; a test knows every command. */
export const onPages: Readonly<Record<string, Place>> = {
  start: servesPages,
  serve: servesPages,
  worker: never(
    'Chạy trên máy khác, để chia việc với máy này.',
    'It runs on another machine, to share the work of this one.',
  ),
  jobs: on('/operations'),
  crawl: on('/operations', {
    vi: 'Bấm “Chạy ngay” ở dòng thu thập toàn bộ của một cơ quan báo chí.',
    en: 'Press “Run now” in the line of an outlet’s full crawl.',
  }),
  replay: on('/admin/replay', {
    vi: 'Từng tệp, tối đa 64 MB; thư mục và tệp lớn hơn thì dùng lệnh.',
    en: 'File by file, 64 MB at most; folders and larger files by the command.',
  }),
  recompute: on('/admin/upkeep'),
  report: on('/'),
  export: on('/admin/upkeep'),
  'challenges list': on('/admin/requests'),
  'challenges accept': on('/admin/requests'),
  'challenges reject': on('/admin/requests'),
  'takedowns list': on('/admin/requests'),
  'takedowns accept': on('/admin/requests'),
  'takedowns reject': on('/admin/requests'),
  'plan seal': on('/admin/plans'),
  'plan note': on('/admin/plans'),
  'plan list': on('/plans'),
  'digest preview': on('/admin/subscribers'),
  'digest send': on('/admin/subscribers'),
  'digest bounces': on('/admin/subscribers'),
  'subscribers list': on('/admin/subscribers', {
    vi: 'Trang chỉ đếm: địa chỉ không hiện ở trang nào.',
    en: 'The page counts only: addresses are shown on none.',
  }),
  'subscribers add': on('/admin/subscribers'),
  'subscribers remove': on('/admin/subscribers'),
  'outlets add': on('/admin/outlets'),
  'outlets list': on('/admin/outlets'),
  'outlets check': on('/admin/outlets'),
  'outlets freeze': on('/admin/outlets'),
  'outlets import': on('/admin/outlets'),
  'outlets export': on('/admin/outlets'),
  'archive export': on('/admin/upkeep'),
  'register import': on('/admin/register'),
  'register remove': on('/admin/register'),
  'register list': on('/admin/register'),
  'register check': on('/admin/register'),
  'register export': on('/admin/register'),
  'register query': on('/admin/register'),
  'register history': on('/register/history'),
  analyze: never(
    'Đọc văn bản của riêng bạn, không đụng tới bản cài đặt này: dành cho người làm nghiên cứu.',
    'It reads texts of your own and touches nothing of this installation: for researchers.',
  ),
  extract: never(
    'Đọc một tệp HTML của riêng bạn, không đụng tới bản cài đặt này. Một trang trên mạng thì xem ở trang Cơ quan báo chí.',
    'It reads an HTML file of your own and touches nothing of this installation. A page of the web can be looked at on the page Outlets.',
  ),
  backup: on('/admin/backup'),
  restore: {
    page: null,
    why: {
      vi: 'Khôi phục thay chính cơ sở dữ liệu đang mở các trang này. Trang Sao lưu ghi đúng từng dòng lệnh.',
      en: 'Restoring replaces the very database that serves these pages. The page Backup gives the exact lines.',
    },
  },
  doctor: on('/admin/checkup'),
};

/** The same as a list, in the order of the help. */
export function commandPlaces(): CommandPlace[] {
  return Object.entries(onPages).map(([name, { page, why = null }]) => ({ name, page, why }));
}
