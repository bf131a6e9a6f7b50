import type { OrganizationWords } from '../language.ts';

const list = (text: string): string[] =>
  text
    .split(';')
    .map((part) => part.trim())
    .filter(Boolean);

/**
 * Ministries by their fields; a ministry may be called by its leading field or its initials. Past
 * names stay.
 */
const ministries = `
Công an
Quốc phòng
Ngoại giao
Tư pháp
Nội vụ
Tài chính
Y tế
Xây dựng
Công Thương
Công nghiệp
Thương mại
Thủy sản
Kế hoạch, Đầu tư
Nông nghiệp, Phát triển nông thôn
Nông nghiệp, Môi trường
Giao thông, Vận tải
Tài nguyên, Môi trường
Thông tin, Truyền thông
Lao động, Thương binh, Xã hội
Văn hóa, Thể thao, Du lịch
Văn hóa, Thông tin
Khoa học, Công nghệ
Giáo dục, Đào tạo
Dân tộc, Tôn giáo
Văn hóa, Thể thao
Du lịch
Ngoại vụ
Quy hoạch, Kiến trúc
An toàn thực phẩm
`;

function ministry(line: string): OrganizationWords {
  const fields = line.split(',').map((field) => field.trim());
  return { key: `bo:${fields.join(' ').toLowerCase()}`, forms: [], fields };
}

const committees = ['Kinh tế', 'Tuyên giáo', 'Tổ chức', 'Nội chính', 'Dân vận', 'Đối ngoại'];

export const vietnameseOrganizations: readonly OrganizationWords[] = [
  ...ministries.trim().split('\n').map(ministry),
  ...committees.map((name) => ({
    key: `ban:${name.toLowerCase()}`,
    forms: [`${name} Trung ương`, `${name} TƯ`, `${name} TW`, `${name} T Ư`],
  })),
  {
    key: 'nuoc',
    forms: list('nước; nước Cộng hòa xã hội chủ nghĩa Việt Nam; nước CHXHCN Việt Nam'),
  },
  {
    key: 'quoc-hoi',
    forms: list('Quốc hội; QH; Quốc hội nước Cộng hòa xã hội chủ nghĩa Việt Nam'),
  },
  { key: 'chinh-phu', forms: list('Chính phủ; CP') },
  { key: 'ubnd', forms: list('UBND; Ủy ban nhân dân; UB; Ủy ban Nhân dân'), local: true },
  { key: 'hdnd', forms: list('HĐND; Hội đồng nhân dân'), local: true },
  { key: 'cap-uy', forms: ['Tỉnh ủy'], level: 'province', local: true },
  { key: 'cap-uy', forms: ['Thành ủy'], level: 'city', local: true },
  {
    key: 'cap-uy-duoi',
    forms: list(
      'Quận ủy; Huyện ủy; Thị ủy; Đảng ủy; Chi bộ; Chi ủy; Ban Cán sự Đảng; Đảng đoàn; Xã ủy',
    ),
  },
  {
    key: 'doan',
    forms: list(
      `Tỉnh đoàn; Thành đoàn; Huyện đoàn; Quận đoàn; Thị đoàn; Xã đoàn; Chi đoàn; Liên chi đoàn; Đoàn cơ sở; Đoàn trường; Đoàn phường; Đoàn xã;
      Đoàn Thanh niên; Trung ương Đoàn; Đoàn TNCS Hồ Chí Minh; Trung ương Đoàn TNCS Hồ Chí Minh`,
    ),
  },
  { key: 'bo-chinh-tri', forms: list('Bộ Chính trị; BCT') },
  { key: 'ban-bi-thu', forms: list('Ban Bí thư; Ban Bí thư Trung ương Đảng') },
  {
    key: 'thuong-vu',
    forms: list('Ban Thường vụ; BTV; Ban Thường vụ Tỉnh ủy; Ban Thường vụ Thành ủy'),
  },
  {
    key: 'mttq',
    forms:
      list(`MTTQ; Mặt trận Tổ quốc; Mặt trận; Ủy ban MTTQ; UBMTTQ; UB MTTQ; Ủy ban Mặt trận Tổ quốc;
      Ủy ban Trung ương MTTQ; Ủy ban Trung ương Mặt trận Tổ quốc; UBTƯ MTTQ; UBTW MTTQ; UBTƯMTTQ;
      UBTWMTTQ;
      Ủy ban TƯ MTTQ; Ủy ban TW MTTQ; UB TƯ MTTQ; UB Trung ương MTTQ; Ủy ban T Ư MTTQ;
      Trung ương MTTQ;
      Đoàn Chủ tịch Ủy ban Trung ương MTTQ; Đoàn Chủ tịch Ủy ban Trung ương Mặt trận Tổ quốc`),
  },
  { key: 'vpcp', forms: list('Văn phòng Chính phủ; VPCP') },
  { key: 'vpctn', forms: list('Văn phòng Chủ tịch nước; VPCTN') },
  { key: 'vpqh', forms: list('Văn phòng Quốc hội; VPQH') },
  { key: 'nhnn', forms: list('Ngân hàng Nhà nước; NHNN') },
  {
    key: 'tandtc',
    forms: list('Tòa án nhân dân tối cao; TAND tối cao; TANDTC; Tòa án tối cao; Tòa án Tối cao'),
  },
  {
    key: 'vksndtc',
    forms: list('Viện Kiểm sát nhân dân tối cao; VKSND tối cao; VKSNDTC; Viện KSND tối cao'),
  },
  { key: 'tand', forms: list('TAND; Tòa án nhân dân; Tòa án; Tòa') },
  { key: 'vksnd', forms: list('VKSND; Viện Kiểm sát nhân dân; Viện Kiểm sát; VKS') },
  { key: 'ttcp', forms: list('Thanh tra Chính phủ; TTCP') },
  { key: 'ktnn', forms: list('Kiểm toán Nhà nước; KTNN') },
  {
    key: 'trung-uong-dang',
    forms: list(`Ban Chấp hành Trung ương Đảng; Ban Chấp hành Trung ương; BCH Trung ương Đảng;
      BCH Trung ương;
      Trung ương Đảng; Đảng Cộng sản; Đảng Cộng sản Việt Nam; Đảng; BCH TW Đảng; BCH TƯ Đảng;
      TƯ Đảng; TW Đảng;
      Trung ương; Ban Chấp hành Trung ương Đảng Cộng sản Việt Nam`),
  },
  {
    key: 'ha-vien',
    forms: list(
      'Hạ viện; Thượng viện; Nghị viện; Viện Dân biểu; Thượng nghị viện; Duma; Quốc hội lập hiến',
    ),
  },
];
