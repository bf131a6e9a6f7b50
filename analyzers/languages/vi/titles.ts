import type { HeadKind, Honorific, ImpliedOrganization, TitleHead } from '../language.ts';

const list = (text: string): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);

function heads(kind: HeadKind, text: string): TitleHead[] {
  return list(text).map((words) => ({ words, head: words, deputy: false, kind }));
}

function uniformedRanks(text: string): TitleHead[] {
  return heads('rank', text).map((rank) => ({ ...rank, uniformed: true }));
}

/** Heads that also come as "Phó …". */
const withDeputies =
  list(`thủ tướng, chủ tịch, bí thư, thống đốc, chánh án, viện trưởng, chủ nhiệm, trưởng ban,
  giám đốc, tổng giám đốc, cục trưởng, vụ trưởng, tổng cục trưởng, chi cục trưởng,
  chánh văn phòng, chánh thanh tra,
  tổng thư ký, trưởng đoàn, hiệu trưởng, tổng biên tập, trưởng phòng, tổng thống, đại sứ,
  tư lệnh, chính ủy,
  tổng tham mưu trưởng, trưởng công an, chỉ huy trưởng, tổng thanh tra, tổng kiểm toán,
  viện trưởng, tổng bí thư`);

function deputyForms(head: string): TitleHead[] {
  const forms = [head, `phó ${head}`, `p ${head}`];
  if (head.endsWith(' trưởng')) forms.push(`phó ${head.replace(/ trưởng$/, '')}`);
  if (head.startsWith('trưởng ')) forms.push(`phó ${head.replace(/^trưởng /, '')}`);
  return forms.map((words, index) => ({ words, head, deputy: index > 0, kind: 'office' }));
}

export const vietnameseHeads: readonly TitleHead[] = [
  ...withDeputies.flatMap(deputyForms),
  ...heads(
    'office',
    `bộ trưởng, thường trực ban bí thư, ủy viên, đại biểu, thị trưởng, tỉnh trưởng,
    đặc phái viên,
     quốc vương, nhà vua, hoàng đế, nữ hoàng, hoàng tử, thái tử, thủ hiến, tổng trưởng,
     quốc vụ khanh, thượng nghị sĩ,
     thượng nghị sỹ, hạ nghị sĩ, nghị sĩ, nghị sỹ, người phát ngôn, phát ngôn viên, tổng lãnh sự,
     tham tán, trợ lý,
     thư ký, chuyên viên, trưởng thôn, tổ trưởng, đội trưởng, đội phó, tổ phó, trung đoàn trưởng,
     sư đoàn trưởng`,
  ),
  { words: 'thứ trưởng', head: 'bộ trưởng', deputy: true, kind: 'office' },
  { words: 'tbt', head: 'tổng bí thư', deputy: false, kind: 'office' },
  { words: 'ptt', head: 'thủ tướng', deputy: true, kind: 'office' },
  { words: 'ct', head: 'chủ tịch', deputy: false, kind: 'office' },
  { words: 'pct', head: 'chủ tịch', deputy: true, kind: 'office' },
  { words: 'gđ', head: 'giám đốc', deputy: false, kind: 'office' },
  { words: 'pgđ', head: 'giám đốc', deputy: true, kind: 'office' },
  {
    words: 'ngoại trưởng',
    head: 'bộ trưởng',
    deputy: false,
    kind: 'office',
    organization: 'bo:ngoại giao',
    needsBearer: true,
  },
  // "Tư lệnh ngành giao thông" is what newspapers call a minister.
  { words: 'tư lệnh ngành', head: 'bộ trưởng', deputy: false, kind: 'office' },
  { words: 'tư lệnh của ngành', head: 'bộ trưởng', deputy: false, kind: 'office' },
  ...uniformedRanks(
    `đại tướng, thượng tướng, trung tướng, thiếu tướng, chuẩn đô đốc, phó đô đốc, đô đốc, đại tá,
    thượng tá, trung tá, thiếu tá, đại úy, thượng úy, trung úy, thiếu úy, tướng`,
  ),
  ...heads(
    'rank',
    `giáo sư, phó giáo sư, gs, pgs, tiến sĩ, tiến sỹ, ts, tskh, ths, thạc sĩ, thạc sỹ, cử nhân,
    viện sĩ, nhà giáo nhân dân, nhà giáo ưu tú, anh hùng lao động`,
  ),
  ...heads(
    'role',
    `luật sư, ls, bác sĩ, bác sỹ, bs, dược sĩ, ca sĩ, ca sỹ, nghệ sĩ, nghệ sỹ, nsnd, nsưt,
    nghệ sĩ ưu tú, nghệ sĩ nhân dân, diễn viên, đạo diễn, nhạc sĩ,
     nhạc sỹ, họa sĩ, họa sỹ, nhà văn, nhà thơ, nhà báo, phóng viên, pv, kiến trúc sư, kỹ sư,
     giáo viên, cô giáo,
     thầy giáo, giảng viên, sinh viên, học sinh, nam sinh, nữ sinh, cầu thủ, tiền đạo, tiền vệ,
     hậu vệ, thủ môn, hlv,
     huấn luyện viên, trọng tài, vận động viên, vđv, đối tượng, nghi phạm, nghi can, bị hại, nạn nhân,
     tài xế, lái xe, doanh nhân, đại gia, hoa hậu, á hậu, người mẫu, mc, dịch giả, chuyên gia,
     nhà nghiên cứu,
     kiểm sát viên, thẩm phán, điều tra viên, chiến sĩ, binh nhì, hạ sĩ, trung sĩ, thượng sĩ, bé,
     em, cháu, hung thủ,
     thí sinh, thủ khoa, danh hài, rapper, kẻ, hòa thượng, thượng tọa, đại đức, linh mục, võ sĩ,
     kỳ thủ, y sĩ,
     vợ chồng, gia đình, thân nhân, công dân, cử tri, nông dân, công nhân, liệt sĩ, liệt sỹ,
     thầy, tử tù, phạm nhân, chủ hộ, chủ quán, chủ tiệm, chủ cơ sở, chủ nhà, hành khách, khách hàng,
     bạn đọc, độc giả, người dân, ngư dân, lão nông, tiểu thương, thương lái, chủ tàu, chủ trại,
     chủ vườn, chủ trang trại, chủ đầm, chủ hàng, thuyền trưởng, thuyền viên, thợ lò, nghệ nhân,
     nhà giáo, điều dưỡng, bệnh nhân, du khách, người đàn ông, cư dân, nhân viên, hộ,
     già làng, trưởng bản, cựu chiến binh`,
  ),
  ...heads('court', 'bị can, bị cáo, bị án, nguyên đơn, bị đơn'),
];

export const vietnameseHonorifics: readonly Honorific[] = [
  { words: 'ông', gender: 'male', familiar: false },
  { words: 'bà', gender: 'female', familiar: false },
  { words: 'ngài', gender: 'male', familiar: false },
  { words: 'đồng chí', gender: null, familiar: false },
  { words: 'đ c', gender: null, familiar: false },
  { words: 'cụ', gender: null, familiar: true },
  { words: 'anh', gender: 'male', familiar: true },
  { words: 'chị', gender: 'female', familiar: true },
  { words: 'bác', gender: null, familiar: true },
  { words: 'chú', gender: 'male', familiar: true },
  { words: 'cô', gender: 'female', familiar: true },
];

/**
 * "Chủ tịch" of a province is the chair of its People's Committee, its "Bí thư" the party
 * secretary.
 */
export const vietnameseImplied: readonly ImpliedOrganization[] = [
  { head: 'chủ tịch', organization: 'ubnd', needsPlace: true },
  { head: 'bí thư', organization: 'cap-uy', needsPlace: true },
  { head: 'thủ tướng', organization: 'chinh-phu', needsPlace: false },
  { head: 'tổng bí thư', organization: 'trung-uong-dang', needsPlace: false },
];
