// Sentences in the manner of provincial newspapers: titles without a name. All people are invented.
import type { Family } from './family.ts';

export const titles: readonly Family[] = [
  {
    name: 'title alone, by date',
    cases: [
      '[nhiem|Thủ tướng] yêu cầu tháo gỡ thẻ vàng IUU.',
      { at: '2024-03-31', text: '[nhiem|Thủ tướng] chủ trì họp.' },
      { at: '2024-04-01', text: '[lam|Thủ tướng] chủ trì họp.' },
      { at: '2025-06-30', text: '[anhtuan|Chủ tịch UBND tỉnh Bình Định] ký quyết định cuối cùng.' },
      { at: '2025-07-02', text: '[anhtuan|Chủ tịch UBND tỉnh Gia Lai] làm việc tại Quy Nhơn.' },
      { at: '2025-06-30', text: '[mah|Chủ tịch UBND tỉnh Gia Lai] tiếp dân.' },
      { at: '2015-01-01', text: 'Chủ tịch UBND tỉnh Nghệ An kiểm tra đê.' },
      '[trach|Chủ tịch nước] gửi thư chúc mừng. [thuan|Tổng Bí thư] cũng gửi điện mừng.',
      '[cuc|Chủ tịch HĐND tỉnh Nghệ An] bấm nút khai mạc kỳ họp.',
      '[thuc|Giám đốc Công an tỉnh Nghệ An] khen thưởng ban chuyên án.',
      '[chu|Giám đốc Sở Y tế Nghệ An] khuyến cáo dân không ăn cá nóc.',
      'Vụ việc được báo đến [ap|Thống đốc Ngân hàng Nhà nước] ngay trong đêm.',
    ],
  },
  {
    name: 'title alone, after the name',
    cases: [
      '[khoang|Chủ tịch UBND tỉnh Nguyễn Đình Khoáng] họp khẩn. [khoang|Chủ tịch UBND tỉnh] giao Sở Xây dựng làm đầu mối.',
      '[ha|Phó Thủ tướng Trương Thị Bích Hà] đi thực địa. [ha|Phó Thủ tướng] lưu ý việc di dân.',
      '[lich|Bộ trưởng Bộ Y tế Trịnh Văn Lịch] trả lời. [lich|Bộ trưởng] hứa sửa thông tư. Theo [lich|Bộ trưởng], việc này không khó.',
      '[ai|Phó Chủ tịch UBND tỉnh Nghệ An Bùi Thanh Ái] nói chuyện với ngư dân. [ai|Phó Chủ tịch UBND tỉnh] tặng 50 áo phao.',
      '[chau|Bí thư Thành ủy Hải Phòng Tống Ngọc Châu] xuống cảng. [chau|Bí thư Thành ủy] đi bộ dọc bến.',
      'Chủ tịch UBND huyện Quỳ Châu Lang Văn Thiết báo cáo. Chủ tịch huyện xin thêm gạo.',
      'Phó Chủ tịch UBND tỉnh Thanh Hóa Lê Đức Giáp nêu ý kiến. Phó Chủ tịch UBND tỉnh cho rằng cần gấp.',
    ],
  },
  {
    name: 'title alone, by place',
    cases: [
      { place: 'nghe-an', text: '[khoang|Chủ tịch UBND tỉnh] vừa có công điện.' },
      {
        place: 'hai-phong',
        text: '[bong|Chủ tịch UBND thành phố] kết luận. [chau|Bí thư Thành ủy] dự.',
      },
      { place: 'ca-mau', text: 'Tại Nghệ An, [khoang|Chủ tịch UBND tỉnh] yêu cầu cấm biển.' },
      { place: 'ho-chi-minh', text: '[dau|Chủ tịch UBND TP] giao các quận đo lại độ ngập.' },
      'Đồng Hới mưa lớn. Chủ tịch UBND tỉnh Quảng Bình cho học sinh nghỉ học.',
      'Tại Sơn La, [hoa|Chủ tịch UBND tỉnh] tặng giống mận cho bà con. [xuan|Bí thư Tỉnh ủy] cùng trồng cây.',
      { place: 'bac-lieu', at: '2024-05-01', text: '[theu|Chủ tịch UBND tỉnh] kiểm tra đầm tôm.' },
      { place: 'nghe-an', text: '[khoang|Chủ tịch tỉnh] đối thoại với dân tái định cư.' },
    ],
  },
  {
    name: 'merged provinces, departments and ministries',
    cases: [
      { place: 'bac-lieu', at: '2025-06-30', text: '[theu|Chủ tịch UBND tỉnh] dự lễ chuyển giao.' },
      {
        place: 'bac-lieu',
        at: '2025-07-01',
        text: '[viet|Chủ tịch UBND tỉnh] làm việc tại trung tâm hành chính mới.',
      },
      {
        at: '2025-08-10',
        text: 'Tại vùng Bạc Liêu cũ, [trieu|Bí thư Tỉnh ủy] thăm hộ nuôi tôm. Bạc Liêu nay thuộc tỉnh Cà Mau.',
      },
      {
        at: '2025-08-10',
        text: 'Chủ tịch UBND tỉnh Bạc Liêu không còn là chức danh của bộ máy mới.',
      },
      {
        at: '2025-08-10',
        place: 'binh-dinh',
        text: '[anhtuan|Chủ tịch UBND tỉnh] kiểm tra cảng Quy Nhơn.',
      },
      { at: '2025-02-28', text: '[tiep|Bộ trưởng Bộ Giao thông vận tải] họp phiên cuối.' },
      {
        at: '2025-04-01',
        text: 'Bộ trưởng Bộ Giao thông vận tải không còn trong cơ cấu Chính phủ. [tiep|Bộ trưởng Bộ Xây dựng] tiếp nhận nhiệm vụ.',
      },
      {
        at: '2025-09-01',
        text: '[theu|Phó Chủ tịch UBND tỉnh Cà Mau Phạm Văn Thêu], nguyên Chủ tịch UBND tỉnh Bạc Liêu, nói. [theu|Ông Thêu] hứa làm.',
      },
    ],
  },
  {
    name: 'headline before body',
    cases: [
      '[ha|Phó Thủ tướng]: Không đánh đổi rừng lấy thủy điện\nChiều 9/5, [ha|Phó Thủ tướng Trương Thị Bích Hà] làm việc với tỉnh Nghệ An.',
      '[khoang|Chủ tịch Nghệ An]: "Chậm giải ngân thì người đứng đầu chịu trách nhiệm"\n[khoang|Ông Nguyễn Đình Khoáng] nói như vậy sáng 9/5.',
      '[lich|Bộ trưởng Y tế] lý giải việc thiếu vắc xin\n[lich|Bộ trưởng Trịnh Văn Lịch] cho biết hợp đồng đã ký.',
      '[duc|Bộ trưởng] xin lỗi phụ huynh\nSáng nay, [duc|Bộ trưởng Bộ Giáo dục và Đào tạo Nguyễn Minh Đức] gặp phụ huynh.',
      '[bong|Ông Bổng]: Cảng phải xong trước Tết\n[bong|Ông Đồng Xuân Bổng], Chủ tịch UBND TP Hải Phòng, thị sát cảng.',
      '[suu|Bí thư Nghệ An] trồng cây đầu xuân\n[suu|Bí thư Tỉnh ủy Thái Bá Sửu] phát động Tết trồng cây.',
    ],
  },
  {
    name: 'the post, not its holder',
    cases: [
      '[quynh|Ông Hồ Sỹ Quýnh] được bầu giữ chức Phó Bí thư Thường trực Tỉnh ủy nhiệm kỳ 2020 - 2025.',
      'HĐND tỉnh bầu bổ sung chức danh Chủ tịch UBND tỉnh Nghệ An.',
      'Thủ tướng Chính phủ phê chuẩn kết quả bầu chức vụ Chủ tịch UBND tỉnh Cà Mau nhiệm kỳ mới.'.replace(
        'Thủ tướng Chính phủ',
        '[nhiem|Thủ tướng Chính phủ]',
      ),
      'Chức danh Chủ tịch HĐND tỉnh Nghệ An hiện do người trẻ đảm nhiệm.',
      'Việc bổ nhiệm Giám đốc Sở Y tế Nghệ An theo đúng quy trình.',
      'Nghị định quy định thẩm quyền của Chủ tịch UBND cấp tỉnh trong phòng cháy rừng.',
      'Luật giao quyền cho Chủ tịch Ủy ban nhân dân cấp xã xử phạt.',
    ],
  },
  {
    name: 'many or any holder',
    cases: [
      'Chủ tịch UBND các tỉnh, thành phố ven biển chủ động ứng phó.',
      'Bí thư cấp ủy, chủ tịch UBND các huyện, thành phố chịu trách nhiệm trước tỉnh.',
      'Các Phó Thủ tướng theo lĩnh vực phân công kiểm tra, đôn đốc.',
      'Bộ trưởng các Bộ: Tài chính, Xây dựng, Công Thương triển khai công điện.',
      'Yêu cầu giám đốc các sở, trưởng các ban, ngành nghiêm túc rút kinh nghiệm.',
      'Mỗi Phó Chủ tịch UBND tỉnh phụ trách hai huyện nghèo.',
      'Một Phó Chủ tịch UBND tỉnh Nghệ An xác nhận thông tin.',
      'Hai nguyên Giám đốc Công an tỉnh dự lễ.',
    ],
  },
  {
    name: 'institutional use',
    cases: [
      '[suu|Bí thư Tỉnh ủy Nghệ An Thái Bá Sửu] đề nghị [khoang|Chủ tịch UBND tỉnh] giữ lời hứa. [suu|Ông Sửu] đề nghị [khoang|Chủ tịch UBND tỉnh] cùng tập thể làm ngay.',
      '[khoang|Chủ tịch UBND tỉnh Nghệ An Nguyễn Đình Khoáng] đề nghị [nhiem=|Thủ tướng] cho phép làm cảng. [khoang|Ông Khoáng] đề nghị [lich=|Bộ trưởng Bộ Y tế] hỗ trợ thuốc.',
      'UBND huyện đề nghị [khoang=|Chủ tịch UBND tỉnh Nghệ An] giữ nguyên mức phí.',
      'UBND tỉnh trình [nhiem=|Thủ tướng Chính phủ] xem xét, quyết định chủ trương đầu tư.',
      'Sở Xây dựng tham mưu [khoang=|Chủ tịch UBND tỉnh Nghệ An] ban hành kế hoạch trước ngày 20/5.',
      'Thực hiện Công điện số 425/CĐ-TTg của [nhiem=|Thủ tướng Chính phủ], tỉnh cấm biển từ 12 giờ.',
      'Căn cứ Quyết định số 1299/QĐ-UBND của [khoang=|Chủ tịch UBND tỉnh Nghệ An], chủ đầu tư phải dừng thi công.',
      'Thừa ủy quyền của [trach=|Chủ tịch nước], lãnh đạo tỉnh trao Huân chương Lao động hạng Ba.',
      'Báo cáo [nhiem=|Thủ tướng Chính phủ] kết quả trước ngày 30/6.',
      'Văn phòng Chủ tịch nước họp báo công bố các luật.',
      'Tổ công tác của Thủ tướng Chính phủ kiểm tra việc giải ngân.',
    ],
  },
  {
    name: 'foreign holders',
    cases: [
      'Thủ tướng Campuchia Hun Manet thăm Cà Mau. Thủ tướng dùng tiếng Việt chào bà con.',
      'Chủ tịch Quốc hội Lào Xaysomphone gặp cử tri. Chủ tịch nước Lào cũng gửi lời chúc.',
      'Bộ trưởng Y tế Cuba thăm Bệnh viện Hữu nghị đa khoa.',
      'Thủ tướng Hà Lan, Phó Thủ tướng Bỉ và Bộ trưởng Công an Trung Quốc cùng dự.',
      'Đại sứ Nhật Bản và Thống đốc tỉnh Gunma tham quan khu công nghiệp VSIP.',
      'Tân Thủ tướng Nhật Bản Ishida cam kết giữ vốn ODA. Thủ tướng nước này sẽ thăm Việt Nam.',
      '[nhiem|Thủ tướng Phan Trọng Nhiệm] hội đàm với Thủ tướng Vương quốc Campuchia. Hai Thủ tướng chứng kiến lễ ký. [nhiem|Thủ tướng] mời Thủ tướng Campuchia thăm lại Việt Nam.',
      '[nhiem|Thủ tướng Phan Trọng Nhiệm] dự cấp cao ASEAN. Thủ tướng Malaysia Anwar chủ trì. Thủ tướng kêu gọi đoàn kết.',
      'Chủ tịch Thượng viện Campuchia và Phó Chủ tịch Quốc hội Hàn Quốc gửi điện.',
    ],
  },
  {
    name: 'whose title it is in a row of people, and where a sentence begins',
    cases: [
      'Dự lễ có [suu|Bí thư Tỉnh ủy Thái Bá Sửu], Chủ tịch HĐND TP Lê Thị Bích Ngọc. [suu|Bí thư Tỉnh ủy] cắt băng.',
      '[quy|Bí thư Thành ủy TP.HCM Trần Lưu Quý], Giám đốc Sở Y tế Lê Hữu Phương cùng đi. [quy|Bí thư Thành ủy] hỏi thăm.',
      'Sở báo tin cho [dau|Chủ tịch UBND TP]. [dau|Chủ tịch UBND TP.HCM Võ Hoài Đẩu] yêu cầu làm nghiêm.',
      '[dau|Ông Võ Hoài Đẩu] là lãnh đạo UBND TP. Ông Phương là giám đốc sở.',
      '[khoang|Chủ tịch UBND tỉnh Nghệ An Nguyễn Đình Khoáng], [suu|Bí thư Tỉnh ủy Thái Bá Sửu] cùng họp. [khoang|Chủ tịch UBND tỉnh] kết luận.',
    ],
  },
  {
    name: 'ours beside foreign holders of the same title',
    cases: [
      '[nhiem|Thủ tướng Phan Trọng Nhiệm] lên đường. Nhận lời mời của Thủ tướng Lào Khamsing Vongsa, [nhiem|Thủ tướng] sẽ dự lễ khánh thành.',
      '[trach|Chủ tịch nước Vi Thanh Trạch] tiếp khách. Chủ tịch nước Lào Khamsing Vongsa gửi điện mừng tới [trach|Chủ tịch nước].',
      'Tổng thống Mỹ, Chủ tịch Trung Quốc Vương Khai, Thủ tướng Nhật Bản Ito Kenji cùng tới. [nhiem|Thủ tướng Phan Trọng Nhiệm] đón. Sau lễ, [nhiem|Thủ tướng] mời cơm.',
      '[nhiem|Thủ tướng Phan Trọng Nhiệm] hội đàm với Thủ tướng Nhật Bản Ito Kenji, Thủ tướng Ito cảm ơn.',
      'Thủ tướng Malaysia Ahmad Razak phát biểu. Thủ tướng nói thêm rằng hai bên cần hợp tác với [nhiem|Thủ tướng Phan Trọng Nhiệm].',
    ],
  },
  {
    name: 'works of fiction, fields and handed-over work',
    cases: [
      '20:00 Phim truyện: Ngài Thủ tướng và tôi (tập 7)\n21:00 Phim Hàn Quốc: Chủ tịch nước',
      '19:00 Phóng sự: [nhiem|Thủ tướng] thăm Huế\n19:30 Cải lương: Chuyện tình Thống đốc',
      '[ha|Phó Thủ tướng Trương Thị Bích Hà] họp. Mọi việc phải hỏi Phó Thủ tướng phụ trách lĩnh vực.',
      '[suu|Ông Thái Bá Sửu] bàn giao công việc Bí thư Tỉnh ủy Nghệ An cho người mới.',
      {
        at: '2022-05-10',
        text: '[ha|Phó Thủ tướng Trương Thị Bích Hà] nhận công việc [nhiem|Thủ tướng] giao.',
      },
    ],
  },
  {
    name: 'other provinces, districts and bodies',
    cases: [
      'Chủ tịch UBND tỉnh Thanh Hóa Đỗ Minh Tấn và Bí thư Tỉnh ủy Hà Tĩnh Hoàng Trung Dõng ký kết hợp tác.',
      'Chủ tịch UBND huyện Năm Căn, tỉnh Cà Mau nói dân đã dời nhà.',
      'Bí thư Huyện ủy Kỳ Sơn và Chủ tịch UBND xã Tri Lễ thức trắng đêm.',
      'Bí thư Tỉnh đoàn Nghệ An và Chủ tịch Hội Nông dân tỉnh phát động thi đua.',
      'Chủ tịch Hội đồng quản trị Công ty CP Thủy sản Năm Căn hứa trả nợ.',
      'Giám đốc Sở Y tế Quảng Ninh và Giám đốc Công an tỉnh Hà Giang trao đổi kinh nghiệm.',
      'Phó Chủ tịch Hội Liên hiệp Phụ nữ tỉnh Nghệ An Hoàng Thị Thanh Mận trao quà.',
      'Bí thư Đảng ủy phường Vinh Tân và Chủ tịch UBND phường đi từng nhà.',
      'Chủ tịch Ủy ban MTTQ Việt Nam tỉnh Nghệ An phát động ủng hộ.',
      'Chánh án TAND tỉnh Nghệ An và Viện trưởng VKSND tỉnh ký quy chế.',
      'Giám đốc Bệnh viện Sản Nhi Nghệ An và Hiệu trưởng Trường Đại học Vinh ký biên bản.',
    ],
  },
];
