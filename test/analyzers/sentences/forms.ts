// Sentences in the manner of provincial newspapers: forms of writing, and what only looks like a
// person. All people are invented.
import type { Family } from './family.ts';

export const forms: readonly Family[] = [
  {
    name: 'upper case',
    cases: [
      'CHỦ TỊCH UBND TỈNH NGHỆ AN NGUYỄN ĐÌNH KHOÁNG TIẾP CÔNG DÂN'.replace(
        /^(.*KHOÁNG)/,
        '[khoang|$1]',
      ),
      '[suu|BÍ THƯ TỈNH ỦY THÁI BÁ SỬU] KIỂM TRA ĐÊ BIỂN\nSáng nay, [suu|Bí thư Tỉnh ủy Thái Bá Sửu] đi kiểm tra đê.',
      '[nhiem|THỦ TƯỚNG] YÊU CẦU BÁO CÁO TRƯỚC NGÀY 15/5',
      '[hon|ĐỒNG CHÍ LỮ VĂN HỚN] DÂNG HƯƠNG TƯỞNG NIỆM ANH HÙNG LIỆT SĨ',
      'TẠI NGHỆ AN, [khoang|CHỦ TỊCH UBND TỈNH] TẶNG HOA CÔNG NHÂN',
      '[trach|CHỦ TỊCH NƯỚC] THƠM THẢO TẤM LÒNG VÙNG CAO',
      '[khoang|CHỦ TỊCH UBND TỈNH NGHỆ AN NGUYỄN ĐÌNH KHOÁNG] ĐẾN. ÔNG LÊ VĂN KHOÁNG ĐÓN. ÔNG KHOÁNG MỜI TRÀ',
      '[nhiem|THỦ TƯỚNG] BAN HÀNH CHỈ THỊ VỀ THẺ VÀNG IUU\nSáng nay mưa to, bà con ở các xã vùng cao đi chợ muộn hơn mọi khi.',
      'Bà con ở các xã vùng cao đi chợ muộn hơn mọi khi vì mưa.\n[khoang|CHỦ TỊCH UBND TỈNH NGHỆ AN] YÊU CẦU LÀM RÕ\nNước lên nhanh, đò ngang phải nghỉ từ trưa.',
      '[suu|BÍ THƯ TỈNH ỦY THÁI BÁ SỬU] ĐẾN NGHỆ AN. [suu|ÔNG SỬU] NÓI. ÔNG LẪM Ý KIẾN GÌ KHÔNG AI RÕ. [suu|ÔNG SỬU] ĐI',
      '[bong|CHỦ TỊCH UBND THÀNH PHỐ HẢI PHÒNG ĐỒNG XUÂN BỔNG] HỌP. [bong|CHỦ TỊCH UBND THÀNH PHỐ] LƯU Ý VIỆC DI DÂN',
      '[khoang|CHỦ TỊCH UBND TỈNH NGHỆ AN NGUYỄN ĐÌNH KHOÁNG] THÔNG TIN VỀ ĐÊ BIỂN\nSáng nay mưa to, bà con ở các xã vùng cao đi chợ muộn hơn mọi khi.',
      'CỬ TRI NGUYỄN ĐÌNH KHOÁNG EM, 60 TUỔI, HỎI [suu|BÍ THƯ TỈNH ỦY THÁI BÁ SỬU]',
      '[nhiem|Thu tuong] ban hanh chi thi. [nhiem|Thu tuong] bo nhiem bon can bo. [lich|Bo truong Bo Y te] lang nghe va tinh toan.',
      'THỦ TƯỚNG HUN SENA CẢM ƠN. [nhiem|THỦ TƯỚNG PHAN TRỌNG NHIỆM] ĐÁP TỪ TẠI HÀ NỘI',
      '[khoang|CHỦ TỊCH UBND TỈNH NGHỆ AN NGUYỄN ĐÌNH KHOÁNG] ĐẾN. CỬ TRI LÊ VĂN KHOÁNG HỎI. ÔNG KHOÁNG LO',
      'Lanh dao tinh ve du le khanh thanh cau moi o xa.\n[khoang|CHU TICH UBND TINH NGUYEN DINH KHOANG] DANG HUONG TAI DEN',
      'ĐƯỜNG PHAN TRỌNG NHIỆM NGẬP SÂU',
      '[diep|Chủ tịch Quốc hội HOÀNG THỊ NGỌC DIỆP]: Lắng nghe dân để làm luật',
    ],
  },
  {
    name: 'tone placement, NFD, no-break spaces',
    cases: [
      '[hoa|Chủ tịch UBND tỉnh Sơn La Lò Minh Hoá] thăm bản. [hoa|Ông Hoá] tặng quà.',
      '[suu|Bí thư Tỉnh uỷ Nghệ An Thái Bá Sửu] họp Ban Thường vụ Tỉnh uỷ.',
      '[bong|Chủ\u00a0tịch UBND TP\u00a0Hải\u00a0Phòng Đồng\u00a0Xuân\u00a0Bổng] cắt băng.'.replaceAll(
        '\u00a0tịch',
        '\u00a0tịch',
      ),
      'Uỷ viên Ban Thường vụ Thành uỷ dự. [chau|Bí thư Thành uỷ Hải Phòng] chỉ đạo.',
      '[khoang|Chủ tịch Uỷ ban nhân dân tỉnh Nghệ An Nguyễn Đình Khoáng] ký.',
    ],
  },
  {
    name: 'letters like Đ, uneven spaces, hints for breaking a line',
    cases: [
      '[khoang|Ông Nguyễn Ðình Khoáng] về Vinh. [dam|Phó Chủ tịch UBND tỉnh Hoàng Nghĩa Ðạm] đi cùng.',
      '[duc|Bộ trưởng Bộ Giáo dục và Ðào tạo] trả lời. [duc|Bộ trưởng GD-ÐT Nguyễn Minh Ðức] nói thêm.',
      'Sáng nay,  [suu|Bí thư  Tỉnh ủy  Thái  Bá   Sửu] họp. Chiều,  [suu|ông  Sửu] đi cơ sở.',
      '[khoang|Ông Nguyễn\u00ad Đình Kho\u00adáng] ký văn bản.',
      '[lam|Ông  Cù Huy\u00a0 Lẫm] và  [diep|bà Hoàng\u200b Thị Ngọc Diệp] trồng cây.',
    ],
  },
  {
    name: 'quotation marks about a small word, short forms of posts',
    cases: [
      'Đăng đàn đầu tiên, "[lich|tư lệnh" ngành y tế Trịnh Văn Lịch] nhận 38 câu hỏi.',
      '[lich|Bộ trưởng Bộ Y tế Trịnh Văn Lịch] nhận lỗi. "[lich|Tư lệnh" ngành y tế] hứa đủ thuốc.',
      '[tiep|Bộ trưởng GTVT Lê Quang Tiệp] trả lời. Theo “[tiep|tư lệnh ngành” giao thông], sẽ có trạm dừng.',
      'Vắng "tư lệnh" ngành, phiên họp kém sôi nổi.',
      '"Phải xong", [khoang|ông Nguyễn Đình Khoáng] nói. Bài hát "Mai" Mai Xuân Trù viết cho con.'.replace(
        'Mai Xuân Trù',
        '[tru|Mai Xuân Trù]',
      ),
      '[ai|P. Chủ tịch UBND tỉnh Nghệ An Bùi Thanh Ái] dự. [chu|GĐ Sở Y tế Nghệ An Dương Đình Chữ] báo cáo.',
      'Tỉnh tặng [nhiem|Thủ tướng] bản đồ cổ và trình [nhiem=|Thủ tướng] bản tổng kết.',
    ],
  },
  {
    name: 'without diacritics',
    cases: [
      '[khoi|Thuong tuong Ha Dang Khoi] la Bo truong Bo Cong an. Nguoi dan thay [suu|ong Thai Ba Suu] ra dong.',
      '[khoang|Chu tich UBND tinh Nghe An Nguyen Dinh Khoang] hop khan ve bao so 3.',
      '[nhiem|thu-tuong-phan-trong-nhiem]-lam-viec-tai-ca-mau'.replaceAll(' ', ' '),
      'Bi thu Tinh uy Nghe An Thai Ba Suu di co so'.replace(/^(.*Suu)/, '[suu|$1]'),
      '[diep|Chu tich Quoc hoi Hoang Thi Ngoc Diep] tiep xuc cu tri. [diep|Ba Diep] hua chuyen y kien.',
      'Ong Nguyen Dinh Khoang da den. Trời mưa to.',
    ],
  },
  {
    name: 'streets, places and prizes named after people',
    cases: [
      'Đường Phan Trọng Nhiệm (TP Vinh) ngập nửa mét.',
      'Trường THPT Thái Bá Sửu tổ chức khai giảng.',
      'Số nhà 12 Trần Lưu Quý là trụ sở; đường mang tên nhà giáo Trần Lưu Quý (1901-1972).',
      'Đoạn Mai Xuân Trù - Lê Lợi cấm xe tải.',
      'Học sinh Trường Tiểu học và THCS Hồ Sỹ Quýnh tặng sách.',
      'Quỹ khuyến học Đào Thế Nghị trao 30 suất học bổng.',
      'Cháy lớn tại số 15 Khổng Văn Tứ, phường Lê Mao.',
      'Ngã tư Đỗ Khắc Thuần – Trần Phú kẹt xe.',
      'Nhà thờ họ Nguyễn Đình Khoáng được xếp hạng di tích.',
      'Lễ giỗ danh tướng Đồng Xuân Bổng tại đền làng.',
    ],
  },
  {
    name: 'quotes and dialogue',
    cases: [
      '"Không hồi tố", [khoang|ông Nguyễn Đình Khoáng] khẳng định.',
      '- Thưa [lich|Bộ trưởng Trịnh Văn Lịch], bao giờ đủ thuốc?\n- [lich|Bộ trưởng Trịnh Văn Lịch]: Trong quý III.',
      '“Tôi đề nghị [tiep|Bộ trưởng Bộ Giao thông vận tải] cho biết lộ trình”, đại biểu Cao Bằng chất vấn.',
      '“Tôi đề nghị [lich|Bộ trưởng Bộ Y tế] quan tâm tuyến xã”, đại biểu nói.',
      'Trả lời câu hỏi này, [sam|Bộ trưởng Xây dựng Đặng Ngọc Sâm] nói: “Sẽ sửa nghị định”.',
      '[quy|BÍ THƯ THÀNH ỦY TP.HCM TRẦN LƯU QUÝ]: “Làm thật, nói thật”',
    ],
  },
  {
    name: 'captions, credits and bylines',
    cases: [
      '[khoang|Chủ tịch UBND tỉnh Nguyễn Đình Khoáng] (áo trắng) kiểm tra đê. Ảnh: Hoàng Nghĩa Đạm',
      'Đoàn kiểm tra thăm mô hình lúa - tôm. Ảnh: Phan Hoàng Vũ',
      'Tin, ảnh: Lâm Quốc Việt',
      'Bãi biển Cửa Lò đông khách. (Ảnh: Mai Xuân Trù)',
      'Vườn cam Vinh vào vụ.\nTHÁI BÁ SỬU',
    ],
  },
  {
    name: 'people in captions',
    cases: [
      {
        text: 'Cầu mới đã thông xe.',
        captions: [
          '[khoang|Chủ tịch UBND tỉnh Nghệ An Nguyễn Đình Khoáng] cắt băng. Ảnh: Hồ Sỹ Quýnh',
        ],
      },
      {
        text: '[suu|Bí thư Tỉnh ủy Thái Bá Sửu] xuống đồng.',
        captions: ['[suu|Ông Sửu] hỏi chuyện bà con', '[suu|Bí thư Tỉnh ủy] tặng giống lúa'],
      },
      {
        text: 'Lũ rút chậm, dân chưa về nhà.',
        captions: [
          'Xóm 5 chiều 9/5',
          '[ai|Bà Bùi Thanh Ái] (áo mưa xanh), Phó Chủ tịch UBND tỉnh Nghệ An',
        ],
      },
      { text: 'Trường mới khánh thành.', captions: ['thai-ba-suu-cat-bang-0732'] },
      {
        text: 'Vụ cam được mùa.',
        captions: ['Vườn cam xã Minh Hợp. Ảnh: Lâm Quốc Việt', 'Nguồn: TTXVN'],
      },
      { text: 'Thêm một tuyến đường.', captions: ['Đường Phan Trọng Nhiệm sáng 10/5'] },
    ],
  },
  {
    name: 'dates, glued sentences and abbreviations',
    cases: [
      'Tham dự có [cuc|Chủ tịch HĐND tỉnh Võ Thị Kim Cúc] [cuc|Bà Cúc] trao cờ.',
      '[bong|Chủ tịch UBND TP. Hải Phòng Đồng Xuân Bổng] ký. [bong|Chủ tịch TP.Hải Phòng] giao việc.',
      '[ai|PCT UBND tỉnh Nghệ An Bùi Thanh Ái] chủ trì. [khoang|CT UBND tỉnh Nghệ An] vắng mặt.',
      'Ngày 10/5/2023, Giám đốc Công an tỉnh, [thuc|Đại tá Lê Khắc Thúc] họp báo.',
      '[dau|Chủ tịch UBND TPHCM] nói, [quy|Bí thư Thành ủy TPHCM] nghe.',
      '[duc|Bộ trưởng Bộ GD&ĐT Nguyễn Minh Đức], [lich|Bộ trưởng Bộ Y tế Trịnh Văn Lịch] cùng về Nghệ An.',
    ],
  },
];
