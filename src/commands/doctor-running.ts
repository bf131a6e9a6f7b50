import { numberOf, formFor } from '../domain/index.ts';
import { latestFetchAt, listAlarms, listWorkers, sampleOfBlobs } from '../../db/index.ts';
import type { CommandContext, Station } from './command.ts';
import { type Finding, sound, trouble, worthKnowing } from './doctor-machine.ts';

const dayMs = 86_400_000;
const sampleSize = 20;

/** Outlets want to know who asks; without an address they can only block. */
export function contactGiven({ config }: Pick<CommandContext, 'config'>): Finding {
  if (config.contact !== null) {
    return sound('contact', {
      vi: `Cơ quan báo chí liên hệ được với bạn: ${config.contact}`,
      en: `Outlets can reach you: ${config.contact}`,
    });
  }
  return worthKnowing('contact', {
    vi: 'Chưa có địa chỉ liên hệ trong User-Agent: cơ quan báo chí chỉ còn cách chặn. Đặt COLUMN_INCHES_CONTACT.',
    en: 'No contact stands in the User-Agent: outlets can only block. Set COLUMN_INCHES_CONTACT.',
  });
}

/** Whether somebody takes up the timetable, where outlets are followed. */
export async function timetableRuns(context: CommandContext, station: Station): Promise<Finding> {
  const { db } = station.database;
  const now = context.clock.now().getTime();
  const seen = (await listWorkers(db)).filter(({ seenAt }) => now - Date.parse(seenAt) < 120_000);
  if (seen.length > 0) {
    return sound('timetable', {
      vi: `Lịch đang chạy: ${seen.length} tiến trình`,
      en: `The timetable runs: ${numberOf(seen.length, 'worker')}`,
    });
  }
  const last = await latestFetchAt(db);
  const days = last === null ? null : Math.floor((now - last.getTime()) / dayMs);
  if (days !== null && days < 1) {
    return worthKnowing('timetable', {
      vi: 'Lịch không chạy lúc này. Để thu thập tiếp: column-inches start',
      en: 'The timetable does not run at the moment. To go on capturing: column-inches start',
    });
  }
  return trouble('timetable', {
    vi: `Không tiến trình nào chạy lịch${days === null ? '' : `, ${days} ngày chưa thu thập gì`}: sổ độ phủ đang có khoảng trống. Chạy: column-inches start`,
    en: `Nobody runs the timetable${days === null ? '' : `; nothing was captured for ${numberOf(days, 'day')}`}: the ledger has gaps. Run: column-inches start`,
  });
}

/** Open alarms about the capture. */
export async function openAlarms(context: CommandContext, station: Station): Promise<Finding> {
  const alarms = await listAlarms(station.database.db, { resolvedSince: context.clock.now() });
  const open = alarms.filter(({ resolvedAt }) => resolvedAt === null);
  if (open.length === 0) {
    return sound('alarms', { vi: 'Không có báo động nào', en: 'No alarm is open' });
  }
  const outlets = [...new Set(open.map(({ outletName }) => outletName))].slice(0, 5).join(', ');
  return worthKnowing('alarms', {
    vi: `${open.length} báo động đang mở (${outlets}). Trang /operations nói rõ từng cái và cách xử lý.`,
    en: `${numberOf(open.length, 'open alarm')} (${outlets}). /operations says of each what to do.`,
  });
}

/** Reads some raw pages back: an archive that lost or spoilt files shows here first. */
export async function archiveSample(station: Station): Promise<Finding> {
  const hashes = await sampleOfBlobs(station.database.db, sampleSize);
  const states = await Promise.all(hashes.map((hash) => station.archive.verify(hash)));
  const bad = states.filter((state) => state !== 'whole').length;
  if (bad === 0) {
    return sound('raw-pages', {
      vi: `Trang gốc đọc lại được: ${hashes.length} trang thử ngẫu nhiên`,
      en: `Raw pages can be read back: ${hashes.length} tried at random`,
    });
  }
  return trouble('raw-pages', {
    vi: `${bad} trong ${hashes.length} trang gốc thử ngẫu nhiên bị mất hoặc hỏng. Số liệu vẫn còn, nhưng không tính lại được. Kiểm tra COLUMN_INCHES_ARCHIVE có đúng chỗ không, hoặc chép kho từ bản sao lưu.`,
    en: `${bad} of ${numberOf(hashes.length, 'raw page')} tried at random ${formFor(bad, 'is', 'are')} lost or damaged. Figures stay, but cannot be computed again. Check that COLUMN_INCHES_ARCHIVE is the right place, or copy the archive from a backup.`,
  });
}
