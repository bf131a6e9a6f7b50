import { z } from 'zod';
import type { Bilingual } from '../../src/domain/index.ts';
import { outletSchema } from './schema.ts';

/** The schema's own demands; what zod itself says comes from its Vietnamese. */
const demands: Readonly<Record<string, string>> = {
  'must be an http:// or https:// address': 'phải là địa chỉ http:// hoặc https://',
  'must be a day such as 2026-03-07': 'phải là một ngày như 2026-03-07',
  'must be a regular expression, e.g. -post\\d+\\.html$':
    'phải là biểu thức chính quy, ví dụ -post\\d+\\.html$',
  'must not repeat a repetition, e.g. (a+)+: it may hang':
    'không được lặp một phép lặp, ví dụ (a+)+: có thể treo',
  'must be lower-case words joined by hyphens': 'phải là các từ chữ thường nối bằng gạch nối',
  'must be a place id of the register': 'phải là mã địa danh của danh bạ',
  'must be a language tag such as vi or en': 'phải là thẻ ngôn ngữ như vi hoặc en',
  'must be a zone such as Asia/Ho_Chi_Minh': 'phải là múi giờ như Asia/Ho_Chi_Minh',
  'must be another outlet': 'phải là một cơ quan khác',
  'min must not be greater than max': 'min không được lớn hơn max',
  'must be at least 500 for an outlet on the internet':
    'phải từ 500 trở lên với cơ quan báo chí trên internet',
  'from must not be later than until': 'from không được sau until',
};

/** What the schema finds wrong with a value, a line each, after `place` of what is wrong. */
export function faultsOf(value: unknown, place: (at: readonly PropertyKey[]) => string): Bilingual {
  const english = outletSchema.safeParse(value);
  const vietnamese = outletSchema.safeParse(value, { error: z.locales.vi().localeError });
  const lines = (issues: readonly { path: readonly PropertyKey[]; message: string }[]) =>
    issues.map(({ path, message }) => {
      const where = path.map(String).join('.');
      return `${place(path)}: ${where === '' ? '' : `${where}: `}${message}`;
    });
  const inVietnamese = (vietnamese.error?.issues ?? []).map(({ path, message }) => ({
    path,
    message: demands[message] ?? message,
  }));
  return { vi: lines(inVietnamese).join('\n'), en: lines(english.error?.issues ?? []).join('\n') };
}
