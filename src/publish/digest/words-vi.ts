import type { LetterWords } from './letter-words.ts';

/** The letter in Vietnamese. */
export const vietnamese: LetterWords = {
  fiction:
    'Dữ liệu minh họa: tỉnh, cơ quan báo chí, con người và bài viết trong thư này đều hư cấu.',
  fictionMark: '[Minh hoạ]',
  name: 'Thư tuần Column Inches',
  subject: (period, finding) => `${period}: ${finding}`,
  leading: ({ name, share, period, change }) => {
    const start = `${name} chiếm ${share} lượng tin về người giữ chức vụ trong tuần ${period}`;
    if (change === null) return `${start}.`;
    if (change.way === 'same') return `${start}, gần như tuần trước.`;
    const way = change.way === 'up' ? 'tăng' : 'giảm';
    return `${start}, ${way} ${change.points} điểm phần trăm so với tuần trước.`;
  },
  nobody: (items, period) =>
    `Trong ${items} tin thu được tuần ${period}, không tin nào nhắc người giữ chức vụ có trong danh bạ.`,
  nothing: (period) =>
    `Tuần ${period} không thu được tin nào: đây là chỗ thiếu dữ liệu, không phải con số 0.`,
  basis: ({ withPersons, items, outlets }) =>
    `Tính trên ${withPersons} tin có nhắc người giữ chức vụ, trong ${items} tin thu được của ${outlets} cơ quan báo chí.`,
  shares: 'Tỷ trọng tin của mỗi người',
  sharesNote: (hasCorrected, hasBefore) =>
    [
      hasCorrected
        ? 'Chấm rỗng: máy đếm. Chấm đặc và dải mờ: đã hiệu chỉnh, khoảng 95 %.'
        : 'Chấm: tuần này.',
      hasBefore ? 'Vạch xám: tuần trước.' : '',
      'Tin nhắc nhiều người được chia đều.',
    ]
      .filter(Boolean)
      .join(' '),
  sharesAlt: (list) => `Tỷ trọng tin tuần này: ${list}.`,
  auditNote: (audited, needed) =>
    `Chưa có khoảng sai số: mới có ${audited} tin được người kiểm tra, cần ${needed} tin để hiệu chỉnh lỗi của máy. Các con số ở đây do máy đếm.`,
  correctedNote: (audited) =>
    `Hiệu chỉnh theo ${audited} tin được người kiểm tra độc lập; số máy đếm ghi bên cạnh.`,
  person: 'Người giữ chức vụ',
  thisWeek: 'Tuần này',
  weekBefore: 'Tuần trước',
  corrected: 'hiệu chỉnh',
  raw: 'máy đếm',
  items: (_count, written) => `${written} tin`,
  more: (count) => `Và ${count} người khác, có trên trang số liệu.`,
  changes: 'Thay đổi lớn nhất',
  noChanges: 'Không tỷ trọng nào đổi quá 0,1 điểm phần trăm.',
  changesUnknown: 'Chưa có số liệu của tuần trước để so.',
  rise: ({ name, before, after, points }) => `${name}: từ ${before} lên ${after} (+${points} điểm)`,
  fall: ({ name, before, after, points }) =>
    `${name}: từ ${before} xuống ${after} (−${points} điểm)`,
  changesCaution: (gapDays) =>
    `Một trong hai tuần thiếu dữ liệu (${gapDays} ngày của các cơ quan báo chí), nên một phần thay đổi có thể do đó.`,
  frontPages: 'Trên trang nhất',
  frontPagesNote:
    'Giờ × phần trang nhất mà tin về mỗi người chiếm: phần đậm là chắc chắn, phần nhạt là có thể.',
  frontPagesNone: 'Tuần này không có lần nhìn trang nhất nào dùng được: chưa biết, không phải 0.',
  frontPagesAlt: (list) => `Giờ × phần trang nhất: ${list}.`,
  frontPageOf: ({ name, share, hours }) =>
    share === null
      ? `${name}: ${hours} giờ × trang`
      : `${name}: ${share} phần chú ý, ${hours} giờ × trang`,
  hours: 'giờ',
  sure: 'Chắc chắn',
  possible: 'Nhiều nhất',
  gaps: 'Chỗ thiếu',
  gapsOf: ({ days, of, before }) => {
    const start = `${days} trên ${of} ngày của các cơ quan báo chí thu chưa đủ`;
    const end = 'Số liệu chỉ tính phần thu được.';
    return before === null ? `${start}. ${end}` : `${start} (tuần trước: ${before}). ${end}`;
  },
  noGaps: 'Không ngày nào thiếu.',
  gapsLink: 'Xem những chỗ thiếu và lý do',
  corrections: 'Đính chính',
  correctionsOf: (count) =>
    `Trong tuần có ${count} lần sửa số liệu hoặc gỡ văn bản, mỗi lần kèm lý do.`,
  noCorrections: 'Trong tuần không có đính chính.',
  correctionsLink: 'Xem mọi đính chính',
  evidence: 'Bằng chứng',
  figuresLink: 'Mở số liệu của tuần, đến từng câu có nhắc tên',
  dataLink: 'Tải dữ liệu mở của tuần',
  accuracyLink: 'Máy đọc đúng đến đâu',
  method: (version) => `Phương pháp phiên bản ${version}.`,
  methodLink: 'Mọi định nghĩa',
  boundary:
    'Thư này chỉ đếm và đo, không chấm điểm khen chê, không xếp loại bài hay cơ quan báo chí. Mọi người nhận cùng một thư.',
  ownLink: 'Đọc thư này trên web',
  otherLink: 'Read this letter in English',
  archiveLink: 'Mọi thư, và cách nhận thư',
  why: 'Bạn nhận thư này vì đã xác nhận đăng ký.',
  leave: 'Thôi nhận thư',
};
