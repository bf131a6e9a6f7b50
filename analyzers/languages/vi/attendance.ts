import type { AttendanceWords } from '../language.ts';

const list = (text: string): string[] => text.split(',').map((part) => part.trim());

/** How those present are listed: "Dự hội nghị có …", "Cùng đi có …", "…; … cùng dự". */
export const vietnameseAttendance: AttendanceWords = {
  heads: [
    ...list('dự, tham dự, cùng dự, cùng tham dự, đến dự, tới dự, về dự, đại biểu dự'),
    ...list('đại biểu tham dự, các đại biểu dự, khách mời, có mặt, cùng có mặt, tham gia đoàn'),
    ...list('tham gia buổi, cùng tham gia, cùng đi, đi cùng, tháp tùng, về phía, phía'),
    ...list('với sự tham dự của, với sự có mặt của, thành phần dự, thành phần tham dự'),
  ],
  compounds: list('dự án, dự thảo, dự kiến, dự báo, dự toán, dự luật, dự phòng, dự trữ, dự tính'),
  links: list('có, còn có, gồm, gồm có, bao gồm, có sự tham dự của, có sự có mặt của'),
  complete: list('với sự tham dự của, với sự có mặt của, có sự tham dự của, có sự có mặt của'),
  tails: list('cùng dự, cùng tham dự, cùng đi, đến dự, tới dự, về dự, tham dự, dự'),
  acts: [
    ...list('phát biểu, chủ trì, điều hành, trình bày, nhấn mạnh, đề nghị, yêu cầu, khẳng định'),
    ...list('cho biết, cho rằng, nói'),
  ],
};
