// Invented holders of real posts, central and of eleven provinces, from 2016 to 2026: the register
// of the sentences in this folder. No name is that of anyone known to have held the post.
import { parseRegister } from '../../../analyzers/index.ts';
import type { Register } from '../../../src/domain/index.ts';

/** handle | name | gender | post | from | until, one term a row. */
const rows = `
thuan|Đỗ Khắc Thuần|m|tbt|2018|
trach|Vi Thanh Trạch|m|ctn|2021-04-05|
man|Phạm Thị Mẫn|f|pctn|2021|
nhiem|Phan Trọng Nhiệm|m|tt|2016-04-07|2024-03-31
lam|Cù Huy Lẫm|m|tt|2024-04-01|
lam|Cù Huy Lẫm|m|ptt|2019|2024-03-31
ha|Trương Thị Bích Hà|f|ptt|2019|
thanh|Nguyễn Quốc Thạnh|m|ptt|2021|
diep|Hoàng Thị Ngọc Diệp|f|ctqh|2021|
sac|Đoàn Minh Sắc|m|pctqh|2021|
que|Lê Thị Quế|f|pctqh|2021|
tru|Mai Xuân Trù|m|tt-bbt|2021|
nhan|Tạ Hồng Nhạn|m|b-tc|2021|
ly|Đinh Công Lý|m|mt|2021|
tan|Chu Mạnh Tấn|m|vpcp|2021|
lich|Trịnh Văn Lịch|m|b-yt|2021|
hanh|Ngô Thị Hạnh|f|t-yt|2020|
dan|Vũ Duy Đản|m|t-yt|2021|
duc|Nguyễn Minh Đức|m|b-gd|2021|
khoi|Hà Đăng Khôi|m|b-ca|2021|
tiep|Lê Quang Tiệp|m|b-gt|2021|2025-02-28
tiep|Lê Quang Tiệp|m|b-xd|2025-03-01|
sam|Đặng Ngọc Sâm|m|b-xd|2021|2025-02-28
ap|Bùi Sỹ Ấp|m|nhnn|2021|
nghi|Đào Thế Nghị|m|ttcp|2021|
tu|Khổng Văn Tứ|m|ta|2021|
thom|Lại Thị Thơm|f|vks|2021|
suu|Thái Bá Sửu|m|na-bt|2020|
quynh|Hồ Sỹ Quýnh|m|na-pbt|2020|
khoang|Nguyễn Đình Khoáng|m|na-ub|2020|
ai|Bùi Thanh Ái|f|na-pub|2020|
dam|Hoàng Nghĩa Đạm|m|na-pub|2021|
cuc|Võ Thị Kim Cúc|f|na-hd|2020|
thuc|Lê Khắc Thúc|m|na-ca|2020|
chu|Dương Đình Chữ|m|na-syt|2020|
trieu|Trần Hải Triều|m|cm-bt|2020|
viet|Lâm Quốc Việt|m|cm-ub|2020|
vu|Phan Hoàng Vũ|m|cm-snn|2020|
hon|Lữ Văn Hớn|m|bl-bt|2020|2025-06-30
theu|Phạm Văn Thêu|m|bl-ub|2020|2025-06-30
theu|Phạm Văn Thêu|m|cm-pub|2025-07-01|
chau|Tống Ngọc Châu|m|hp-bt|2020|
bong|Đồng Xuân Bổng|m|hp-ub|2020|
loc|Phạm Văn Lộc|m|hp-hd|2020|
quy|Trần Lưu Quý|m|hcm-bt|2020|
dau|Võ Hoài Đẩu|m|hcm-ub|2020|
hai|Dương Ngọc Hái|m|hcm-pub|2020|
nhi|Trần Thị Diệu Nhi|f|hcm-pub|2020|
hoa|Lò Minh Hóa|m|sl-ub|2020|
xuan|Cầm Thị Xuân|f|sl-bt|2020|
kham|Y Khăm Mlô|m|dl-ub|2020|
lim|H'Lim Ayun|f|dl-hd|2020|
anhtuan|Phạm Anh Tuân|m|bd-ub|2020|2025-06-30
anhtuan|Phạm Anh Tuân|m|gl-ub|2025-07-01|
mah|Rơ Mah Brơn|m|gl-ub|2020|2025-06-30
thanhx|Trần Văn Thảnh|m|qn-p|2025-07-01|
ngoc|Bế Thị Ngọc|f|cb-doan|2021|
hung1|Nguyễn Văn Hùng|m|na-sxd|2020|
hung2|Nguyễn Văn Hùng|m|cm-ca|2020|
`;

/** id | label | other labels | generic title | organization | place. */
const posts = `
tbt|Tổng Bí thư Ban Chấp hành Trung ương Đảng|Tổng Bí thư||Ban Chấp hành Trung ương Đảng|
ctn|Chủ tịch nước|||Chủ tịch nước|
pctn|Phó Chủ tịch nước|||Chủ tịch nước|
tt|Thủ tướng Chính phủ|Thủ tướng||Chính phủ|
ptt|Phó Thủ tướng Chính phủ|Phó Thủ tướng|Phó Thủ tướng|Chính phủ|
ctqh|Chủ tịch Quốc hội|||Quốc hội|
pctqh|Phó Chủ tịch Quốc hội||Phó Chủ tịch|Quốc hội|
tt-bbt|Thường trực Ban Bí thư|||Ban Bí thư|
b-tc|Trưởng Ban Tổ chức Trung ương|||Ban Tổ chức Trung ương|
mt|Chủ tịch Ủy ban Trung ương MTTQ Việt Nam||Chủ tịch|Ủy ban Trung ương MTTQ Việt Nam|
vpcp|Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ|Chủ nhiệm Văn phòng Chính phủ|Bộ trưởng|Văn phòng Chính phủ|
b-yt|Bộ trưởng Bộ Y tế||Bộ trưởng|Bộ Y tế|
t-yt|Thứ trưởng Bộ Y tế||Thứ trưởng|Bộ Y tế|
b-gd|Bộ trưởng Bộ Giáo dục và Đào tạo||Bộ trưởng|Bộ Giáo dục và Đào tạo|
b-ca|Bộ trưởng Bộ Công an||Bộ trưởng|Bộ Công an|
b-gt|Bộ trưởng Bộ Giao thông vận tải||Bộ trưởng|Bộ Giao thông vận tải|
b-xd|Bộ trưởng Bộ Xây dựng||Bộ trưởng|Bộ Xây dựng|
nhnn|Thống đốc Ngân hàng Nhà nước||Thống đốc|Ngân hàng Nhà nước|
ttcp|Tổng Thanh tra Chính phủ|||Thanh tra Chính phủ|
ta|Chánh án Tòa án nhân dân tối cao||Chánh án|Tòa án nhân dân tối cao|
vks|Viện trưởng Viện Kiểm sát nhân dân tối cao||Viện trưởng|Viện Kiểm sát nhân dân tối cao|
na-bt|Bí thư Tỉnh ủy Nghệ An|Bí thư Tỉnh ủy|Bí thư|Tỉnh ủy Nghệ An|nghe-an
na-pbt|Phó Bí thư Thường trực Tỉnh ủy Nghệ An||Phó Bí thư|Tỉnh ủy Nghệ An|nghe-an
na-ub|Chủ tịch UBND tỉnh Nghệ An|Chủ tịch UBND tỉnh|Chủ tịch|UBND tỉnh Nghệ An|nghe-an
na-pub|Phó Chủ tịch UBND tỉnh Nghệ An|Phó Chủ tịch UBND tỉnh|Phó Chủ tịch|UBND tỉnh Nghệ An|nghe-an
na-hd|Chủ tịch HĐND tỉnh Nghệ An|Chủ tịch HĐND tỉnh|Chủ tịch|HĐND tỉnh Nghệ An|nghe-an
na-ca|Giám đốc Công an tỉnh Nghệ An|Giám đốc Công an tỉnh|Giám đốc|Công an tỉnh Nghệ An|nghe-an
na-syt|Giám đốc Sở Y tế Nghệ An|Giám đốc Sở Y tế|Giám đốc|Sở Y tế Nghệ An|nghe-an
na-sxd|Giám đốc Sở Xây dựng Nghệ An|Giám đốc Sở Xây dựng|Giám đốc|Sở Xây dựng Nghệ An|nghe-an
cm-bt|Bí thư Tỉnh ủy Cà Mau|Bí thư Tỉnh ủy|Bí thư|Tỉnh ủy Cà Mau|ca-mau
cm-ub|Chủ tịch UBND tỉnh Cà Mau|Chủ tịch UBND tỉnh|Chủ tịch|UBND tỉnh Cà Mau|ca-mau
cm-pub|Phó Chủ tịch UBND tỉnh Cà Mau|Phó Chủ tịch UBND tỉnh|Phó Chủ tịch|UBND tỉnh Cà Mau|ca-mau
cm-snn|Giám đốc Sở Nông nghiệp và Môi trường tỉnh Cà Mau|Giám đốc Sở Nông nghiệp và Môi trường|Giám đốc|Sở Nông nghiệp và Môi trường tỉnh Cà Mau|ca-mau
cm-ca|Giám đốc Công an tỉnh Cà Mau|Giám đốc Công an tỉnh|Giám đốc|Công an tỉnh Cà Mau|ca-mau
bl-bt|Bí thư Tỉnh ủy Bạc Liêu|Bí thư Tỉnh ủy|Bí thư|Tỉnh ủy Bạc Liêu|bac-lieu
bl-ub|Chủ tịch UBND tỉnh Bạc Liêu|Chủ tịch UBND tỉnh|Chủ tịch|UBND tỉnh Bạc Liêu|bac-lieu
hp-bt|Bí thư Thành ủy Hải Phòng|Bí thư Thành ủy|Bí thư|Thành ủy Hải Phòng|hai-phong
hp-ub|Chủ tịch UBND TP Hải Phòng|Chủ tịch UBND thành phố|Chủ tịch|UBND TP Hải Phòng|hai-phong
hp-hd|Chủ tịch HĐND TP Hải Phòng|Chủ tịch HĐND thành phố|Chủ tịch|HĐND TP Hải Phòng|hai-phong
hcm-bt|Bí thư Thành ủy TP.HCM|Bí thư Thành ủy|Bí thư|Thành ủy TP.HCM|ho-chi-minh
hcm-ub|Chủ tịch UBND TP.HCM|Chủ tịch UBND TP|Chủ tịch|UBND TP.HCM|ho-chi-minh
hcm-pub|Phó Chủ tịch UBND TP.HCM|Phó Chủ tịch UBND TP|Phó Chủ tịch|UBND TP.HCM|ho-chi-minh
sl-ub|Chủ tịch UBND tỉnh Sơn La|Chủ tịch UBND tỉnh|Chủ tịch|UBND tỉnh Sơn La|son-la
sl-bt|Bí thư Tỉnh ủy Sơn La|Bí thư Tỉnh ủy|Bí thư|Tỉnh ủy Sơn La|son-la
dl-ub|Chủ tịch UBND tỉnh Đắk Lắk|Chủ tịch UBND tỉnh|Chủ tịch|UBND tỉnh Đắk Lắk|dak-lak
dl-hd|Chủ tịch HĐND tỉnh Đắk Lắk|Chủ tịch HĐND tỉnh|Chủ tịch|HĐND tỉnh Đắk Lắk|dak-lak
bd-ub|Chủ tịch UBND tỉnh Bình Định|Chủ tịch UBND tỉnh|Chủ tịch|UBND tỉnh Bình Định|binh-dinh
gl-ub|Chủ tịch UBND tỉnh Gia Lai|Chủ tịch UBND tỉnh|Chủ tịch|UBND tỉnh Gia Lai|gia-lai
qn-p|Chủ tịch UBND phường Quy Nhơn Nam||Chủ tịch|UBND phường Quy Nhơn Nam|
cb-doan|Trưởng Đoàn đại biểu Quốc hội tỉnh Cao Bằng||Trưởng đoàn|Đoàn đại biểu Quốc hội tỉnh Cao Bằng|cao-bang
`;

const cells = (line: string): string[] => line.split('|').map((cell) => cell.trim());
const lines = (text: string): string[][] => text.trim().split('\n').map(cells);

function csvOf(): string {
  const postOf = new Map(lines(posts).map((post) => [post[0], post]));
  const header =
    'person,person_id,gender,post,post_id,other_labels,generic_title,organization,place,from,until,source,checked';
  const quoted = (cell = ''): string => (cell.includes(',') ? `"${cell}"` : cell);
  const terms = lines(rows).map(([handle, name, gender, post, from, until]) => {
    const [id, label, others, generic, organization, place] = postOf.get(post) ?? [];
    const sex = gender === 'f' ? 'female' : 'male';
    return [handle, name, sex, label, id, others, generic, organization, place, from, until]
      .map((_, index, all) => quoted(all[index === 0 ? 1 : index === 1 ? 0 : index]))
      .concat('fiction', 'yes')
      .join(',');
  });
  return [header, ...terms].join('\n');
}

/** The invented holders, by handles such as `khoang`. */
export const nation: Register = parseRegister(csvOf(), 'nation.csv');
