import type { Command } from './command.ts';
import { runTimetable } from './timetable.ts';

/** One more machine for the timetable: no pages, only work. */
export const workerCommand: Command = {
  usage: 'worker',
  about: {
    vi: 'Nhận việc của lịch chạy, không mở trang số liệu; chạy trên bao nhiêu máy cũng được',
    en: 'take up the timetable’s work without the dashboard; on as many machines as you like',
  },
  options: [],
  example: 'DATABASE_URL=postgres://… column-inches worker',
  beside: 'no-crawler',
  needsOutletFiles: true,
  run: async (context) => {
    const station = await context.openStation();
    try {
      context.tell({
        vi: 'Đang nhận việc. Ctrl-C để dừng; việc đang làm được làm xong hoặc trả lại hàng đợi.',
        en: 'Taking up work. Ctrl-C stops it; what is in hand ends or goes back into the queue.',
      });
      await runTimetable(context, station);
      return 0;
    } finally {
      await station.close();
    }
  },
};
