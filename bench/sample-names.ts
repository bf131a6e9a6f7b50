import { uniformFrom } from '../src/domain/index.ts';

// Vietnamese names as they are built, for registers of any size. Nobody in particular is meant.
const families =
  'Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Lâm Mai Trịnh Đoàn Tạ Hà Cao Châu'.split(
    ' ',
  );
const middles =
  'Văn Thị Hữu Đức Minh Quang Ngọc Thanh Xuân Đình Công Kim Thu Hồng Bá Trọng Gia Anh Quốc Khắc'.split(
    ' ',
  );
const givens =
  'An Anh Bình Châu Chi Cường Dũng Duy Đạt Đông Giang Hà Hải Hạnh Hiếu Hòa Hoa Hùng Hương Huy Khánh Khoa Lan Linh Long Lộc Mai Minh Nam Nga Nghĩa Phong Phúc Phương Quân Quyên Sơn Tâm Thái Thảo Thắng Thủy Tiến Trang Trung Tú Tuấn Vinh Vy Yến'.split(
    ' ',
  );

/** So many different full names of three or four syllables; the same for the same seed. */
export function sampleNames(count: number, seed = 1): readonly string[] {
  const random = uniformFrom(seed);
  const pick = (from: readonly string[]) => from[Math.floor(random() * from.length)] ?? '';
  const names = new Set<string>();
  while (names.size < count) {
    const parts = [pick(families), pick(middles)];
    if (random() < 0.85) parts.push(pick(givens));
    parts.push(pick(givens));
    names.add(parts.join(' '));
  }
  return [...names];
}
