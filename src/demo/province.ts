/** Invented places, firms, schools and private people of the invented province. */

export const communes: readonly string[] = [
  'Bình Khê',
  'Phước Lãnh',
  'Trà Lâu',
  'Sơn Kiền',
  'Mỹ Đàn',
  'Long Hà',
  'An Chiểu',
  'Hòa Vĩnh Trung',
  'Đại Lộng',
  'Suối Rạng',
  'Quế Hạ',
  'Ba Thôn',
  'Tịnh Phú Đông',
  'Cát Lâm',
].map((name) => `xã ${name}`);

export const wards: readonly string[] = [
  'Lưu Giang',
  'Cửa Vọng',
  'Tân Trạch',
  'Đông Nghi',
  'Bến Gỗ',
  'Lò Gốm',
].map((name) => `phường ${name}`);

export const companies: readonly string[] = [
  'Công ty Cổ phần May Lưu Giang',
  'Công ty TNHH Thủy sản Biển Thanh',
  'Công ty Cổ phần Gỗ Sơn Kiền',
  'Công ty TNHH Điện tử Long Hà',
  'Công ty Cổ phần Xây lắp Bến Gỗ',
  'Công ty TNHH Thực phẩm Cồn Vàng',
  'Công ty Cổ phần Cảng Cửa Vọng',
  'Công ty TNHH Sợi Mỹ Đàn',
  'Hợp tác xã Nông nghiệp Phước Lãnh',
  'Công ty Cổ phần Dược liệu Trà Lâu',
];

export const schools: readonly string[] = [
  'Trường THCS Tân Trạch',
  'Trường Tiểu học Cửa Vọng',
  'Trường THCS Bình Khê',
  'Trường Tiểu học và THCS Sơn Kiền',
  'Trường Mầm non Hoa Phượng',
  'Trường THCS Long Hà',
  'Trường Tiểu học Đông Nghi',
  'Trường THCS An Chiểu',
];

export const highSchools: readonly string[] = [
  'Trường THPT Lưu Giang',
  'Trường THPT Phước Lãnh',
  'Trường THPT Bến Gỗ',
  'Trường THPT Trà Lâu',
  'Trường THPT Long Hà',
];

export const familyNames: readonly string[] = [
  'Nguyễn',
  'Trần',
  'Lê',
  'Phạm',
  'Huỳnh',
  'Võ',
  'Đặng',
  'Bùi',
  'Đỗ',
  'Hồ',
  'Ngô',
  'Dương',
];

/** Given names no office-holder of the register bears, so that "ông Bảy" is never one of them. */
export const maleNames: readonly string[] = [
  'Văn Bảy',
  'Văn Sáu',
  'Đình Lượm',
  'Minh Chót',
  'Văn Được',
  'Ngọc Ẩn',
  'Tấn Hiền',
  'Hữu Quới',
  'Công Lạc',
  'Văn Cư',
  'Thanh Thảnh',
  'Văn Đực',
  'Xuân Mẹo',
  'Quốc Thới',
  'Văn Tròn',
  'Phước Hoạch',
  'Đức Rân',
  'Văn Lép',
];

export const femaleNames: readonly string[] = [
  'Thị Mận',
  'Thị Lài',
  'Thị Bông',
  'Thị Chín',
  'Thị Hoa Lý',
  'Thị Út',
  'Thị Thắm',
  'Thị Kim Liên',
  'Thị Nhạn',
  'Thị Sáng',
  'Thị Lụa',
  'Thị Bích Đào',
  'Thị Tơ',
  'Thị Mỹ Hạnh',
  'Thị Vui',
  'Thị Nở',
];
