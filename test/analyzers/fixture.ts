// A register of invented people in real posts, and short ways to say what a text should yield.
import { analyze, parseRegister } from '../../analyzers/index.ts';
import type { AnalyzableItem, Mention, Register } from '../../src/domain/index.ts';

export const csv = `person,gender,other_names,post,post_id,other_labels,generic_title,organization,place,from,until,source,checked
Lương Vĩnh Khải,male,,Thủ tướng Chính phủ,thu-tuong,Thủ tướng,,Chính phủ,,2018-04-01,2022-03-31,fiction,yes
Tạ Quốc Hoán,male,,Thủ tướng Chính phủ,thu-tuong,Thủ tướng,,Chính phủ,,2022-04-01,,fiction,yes
Tạ Quốc Hoán,male,,Phó Thủ tướng,pho-thu-tuong,Phó Thủ tướng Chính phủ,Phó Thủ tướng,Chính phủ,,2016,2022-03-31,fiction,yes
Giáp Hữu Điền,male,,Phó Thủ tướng,pho-thu-tuong,,,Chính phủ,,2018,2023,fiction,yes
Uông Bảo Thoa,female,,Phó Thủ tướng Thường trực,ptt-thuong-truc,Phó Thủ tướng Thường trực Chính phủ,Phó Thủ tướng,Chính phủ,,2018,2023,fiction,yes
Khuất Mỹ Lệ,female,Mỹ Lệ:short,Bộ trưởng Bộ Y tế,bo-y-te,Bộ trưởng Y tế,Bộ trưởng,Bộ Y tế,,2018,2023,fiction,yes
Trần Minh Tuấn,male,,Bộ trưởng Bộ Giáo dục và Đào tạo,bo-giao-duc,,Bộ trưởng,Bộ Giáo dục và Đào tạo,,2018,2023,fiction,yes
Doãn Thế Vỹ,male,,Bộ trưởng Bộ Quốc phòng,bo-quoc-phong,,Bộ trưởng,Bộ Quốc phòng,,2018,2023,fiction,yes
Nghiêm Thục Uyên,female,,Chủ tịch Quốc hội,chu-tich-quoc-hoi,Chủ tịch QH,,Quốc hội,,2018,2023,fiction,yes
Bạch Hoà Thuỷ,female,,Bí thư Tỉnh ủy Quảng Ngãi,bi-thu-quang-ngai,Bí thư Tỉnh ủy,Bí thư,Tỉnh ủy Quảng Ngãi,quang-ngai,2018,2023,fiction,yes
Kiều Phong Lưu,male,,Chủ tịch UBND tỉnh Quảng Ngãi,ubnd-quang-ngai,Chủ tịch UBND tỉnh,Chủ tịch,UBND tỉnh Quảng Ngãi,quang-ngai,2018,2023,fiction,yes
Đàm Cao Nguyên,male,,Chủ tịch UBND TP Đà Nẵng,ubnd-da-nang,Chủ tịch UBND thành phố Đà Nẵng|Chủ tịch UBND TP,Chủ tịch,UBND TP Đà Nẵng,da-nang,2018,2023,fiction,yes
Thân Gia Bách,male,,Bí thư Thành ủy Đà Nẵng,bi-thu-da-nang,Bí thư Thành ủy,Bí thư,Thành ủy Đà Nẵng,da-nang,2018,2023,fiction,yes
`;

export const register: Register = parseRegister(csv, 'fixture.csv');

/** An item with sensible defaults: undated parts of a test never decide it. */
export function item(text: string, more: Partial<AnalyzableItem> = {}): AnalyzableItem {
  return { id: 'item', outlet: 'bao-thu', publishedAt: '2020-05-10', title: '', text, ...more };
}

export function mentionsIn(text: string, more: Partial<AnalyzableItem> = {}): readonly Mention[] {
  return analyze(item(text, more), register).mentions;
}

/** Counted mentions as `person: surface`, in order. */
export function found(text: string, more: Partial<AnalyzableItem> = {}): string[] {
  return mentionsIn(text, more)
    .filter(({ counted }) => counted)
    .map(({ personId, surface }) => `${personId}: ${surface.replaceAll('\u00a0', ' ')}`);
}
