// Sentences in the manner of provincial newspapers: how people are named. All people are invented.
import type { Family } from './family.ts';

export const people: readonly Family[] = [
  {
    name: 'title before the name',
    cases: [
      '[khoang|Chủ tịch UBND tỉnh Nghệ An Nguyễn Đình Khoáng] vừa ký văn bản hỏa tốc gửi các địa phương ven biển.',
      'Sáng 9/5, [suu|Bí thư Tỉnh ủy Thái Bá Sửu] đã đi kiểm tra tuyến đường ven biển Nghi Sơn - Cửa Lò.',
      'Chiều cùng ngày, [bong|Chủ tịch UBND thành phố Hải Phòng Đồng Xuân Bổng] tiếp đoàn doanh nghiệp Nhật Bản.',
      'Tới dự và chỉ đạo hội nghị, [diep|Chủ tịch Quốc hội Hoàng Thị Ngọc Diệp] ghi nhận nỗ lực của cử tri miền núi.',
      'Tại điểm cầu trung ương, [lich|Bộ trưởng Bộ Y tế Trịnh Văn Lịch] cho biết thuốc đã về đủ kho.',
      'Đoàn công tác do [dan|Thứ trưởng Bộ Y tế Vũ Duy Đản] dẫn đầu kiểm tra bệnh viện huyện.',
      'Theo [vu|Giám đốc Sở Nông nghiệp và Môi trường Phan Hoàng Vũ], lúa hè thu xuống giống muộn mười ngày.',
      'Kết luận buổi làm việc, [quynh|Phó Bí thư Thường trực Tỉnh ủy Hồ Sỹ Quýnh] giao huyện Con Cuông rà soát quỹ đất.',
      '[dau|Chủ tịch UBND TP HCM Võ Hoài Đẩu] yêu cầu không để người dân thiếu nước ngọt.',
      'Cùng ngày, [ly|Chủ tịch Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam Đinh Công Lý] tặng quà hộ nghèo xã biên giới.',
      'Tại lễ phát động, [ap|Thống đốc Ngân hàng Nhà nước Việt Nam Bùi Sỹ Ấp] nêu ba yêu cầu.',
    ],
  },
  {
    name: 'honorific before the name',
    cases: [
      '[khoang|Ông Nguyễn Đình Khoáng] cho rằng phải sớm giao mặt bằng sạch cho nhà thầu.',
      'Trao đổi với phóng viên, [chau|ông Tống Ngọc Châu] nói cảng mới sẽ đón tàu từ quý IV.',
      "[lim|Bà H'Lim Ayun] đề nghị các buôn giữ lại bến nước.",
      'Nghe tin, [suu|đồng chí Thái Bá Sửu] đã đến tận nhà thăm hỏi các gia đình bị sập mái.',
      'Theo [kham|ông Y Khăm Mlô], cà phê tái canh đạt hai phần ba kế hoạch.',
    ],
  },
  {
    name: 'title after the name',
    cases: [
      '[khoang|Ông Nguyễn Đình Khoáng] - Chủ tịch UBND tỉnh Nghệ An - cho biết tỉnh sẽ bố trí vốn đối ứng.',
      '[ai|Bà Bùi Thanh Ái], Ủy viên Ban Thường vụ Tỉnh ủy, Phó Chủ tịch UBND tỉnh phát biểu khai mạc.',
      'Chủ trì hội nghị là [hon|đồng chí Lữ Văn Hớn] (Bí thư Tỉnh ủy Bạc Liêu).',
      '[vu|Ông Phan Hoàng Vũ], Giám đốc Sở Nông nghiệp và Môi trường tỉnh Cà Mau thông tin: tôm chết do độ mặn tăng đột ngột.',
      '[thuc|Đại tá Lê Khắc Thúc], Giám đốc Công an tỉnh Nghệ An chủ trì họp báo.',
      'Đại diện lãnh đạo tỉnh, [cuc|bà Võ Thị Kim Cúc], Phó Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh trao bức trướng tặng nhà trường.',
      '[hai|Dương Ngọc Hái] – Phó Chủ tịch UBND TP.HCM – nói về tuyến metro số 2.',
    ],
  },
  {
    name: 'chains of titles',
    cases: [
      'Ủy viên Bộ Chính trị, Thường trực Ban Bí thư, [tru|Trưởng đoàn Kiểm tra Mai Xuân Trù] công bố kết luận.',
      'Ủy viên Trung ương Đảng, [suu|Bí thư Tỉnh ủy Thái Bá Sửu] phát lệnh khởi công.',
      'Phó Bí thư Tỉnh ủy, [theu|Chủ tịch UBND tỉnh Bạc Liêu Phạm Văn Thêu] thị sát đê biển Nhà Mát.',
      'Ủy viên Ban Thường vụ Tỉnh ủy, [dam|Phó Chủ tịch UBND tỉnh Nghệ An Hoàng Nghĩa Đạm] kiểm tra hồ Vực Mấu.',
      '[khoi|Đại tướng Hà Đăng Khôi], Ủy viên Bộ Chính trị, Bí thư Đảng ủy Công an Trung ương, Bộ trưởng Bộ Công an gửi thư khen.',
      'Bí thư Tỉnh ủy, [suu|Trưởng đoàn đại biểu Quốc hội tỉnh Thái Bá Sửu] tiếp xúc cử tri huyện Kỳ Sơn.',
      'Bộ trưởng, [tan|Chủ nhiệm Văn phòng Chính phủ Chu Mạnh Tấn] chủ trì họp báo thường kỳ.',
    ],
  },
  {
    name: 'titles after brackets, posts in a row',
    cases: [
      '[khoang|Ông Nguyễn Đình Khoáng] (thứ ba từ trái sang), Chủ tịch UBND tỉnh Nghệ An, trao nhà cho hộ nghèo.',
      '[cuc|Bà Võ Thị Kim Cúc] (bìa phải) - Chủ tịch HĐND tỉnh - cắt băng khánh thành.',
      'Bí thư, Chủ tịch UBND xã Tam Quang có mặt từ sớm để lo chỗ ở cho dân.',
      'Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh Lào Cai gửi quà. [khoang|Chủ tịch UBND tỉnh Nghệ An] cảm ơn.',
      '[suu|Bí thư] và [khoang|Chủ tịch tỉnh Nghệ An] cùng đi kiểm tra hồ đập.',
      'Thừa lệnh [khoang=|Chủ tịch UBND tỉnh], Chánh Văn phòng UBND tỉnh Nghệ An Lê Đình Thảo ký thông báo.',
    ],
  },
  {
    name: 'appointments',
    cases: [
      'Ban Thường vụ Tỉnh ủy điều động [hung1|ông Nguyễn Văn Hùng], Trưởng phòng Quản lý đô thị thành phố Vinh, giữ chức Giám đốc Sở Xây dựng Nghệ An.',
      'HĐND tỉnh bầu chức danh Phó Chủ tịch UBND tỉnh Nghệ An đối với [dam|ông Hoàng Nghĩa Đạm], Bí thư Thị ủy Thái Hòa.',
      'UBND tỉnh Nghệ An hiện có 4 Phó Chủ tịch, trong đó [ai|bà Bùi Thanh Ái] phụ trách văn xã.',
      'Chúc mừng 2 tân Phó Chủ tịch UBND tỉnh, [suu|Bí thư Tỉnh ủy Nghệ An Thái Bá Sửu] mong các đồng chí sớm bắt nhịp.',
      '[theu|Ông Phạm Văn Thêu] từng đảm nhiệm nhiều vị trí như Phó Chủ tịch UBND TP Bạc Liêu, Bí thư Thị ủy Giá Rai, Chủ tịch UBND tỉnh Bạc Liêu.',
      'Ban Bí thư chỉ định [quynh|ông Hồ Sỹ Quýnh] tham gia Ban Thường vụ, giữ chức Phó Bí thư Thường trực Tỉnh ủy Nghệ An.',
    ],
  },
  {
    name: 'plural lists',
    cases: [
      'Các Phó Thủ tướng: [ha|Trương Thị Bích Hà], [thanh|Nguyễn Quốc Thạnh] cùng dự.',
      'Hai Phó Chủ tịch UBND tỉnh Nghệ An là [ai|Bùi Thanh Ái] và [dam|Hoàng Nghĩa Đạm] chia nhau về cơ sở.',
      'Các đồng chí: [suu|Thái Bá Sửu], Bí thư Tỉnh ủy; [khoang|Nguyễn Đình Khoáng], Chủ tịch UBND tỉnh; [cuc|Võ Thị Kim Cúc], Chủ tịch HĐND tỉnh đồng chủ trì.',
      'Các [sac|Phó Chủ tịch Quốc hội Đoàn Minh Sắc], [que|Lê Thị Quế] điều hành phiên thảo luận.',
      'Các [hanh|thứ trưởng Bộ Y tế Ngô Thị Hạnh], [dan|Vũ Duy Đản] đã vào vùng lũ.',
      'Dâng hương có các [chau|ông Tống Ngọc Châu], [bong|Đồng Xuân Bổng] và bà Ngô Thị Lụa.',
      'Phó Chủ tịch UBND TP.HCM: [hai|Dương Ngọc Hái], [nhi|Trần Thị Diệu Nhi] được phân công phụ trách hai tổ.',
    ],
  },
  {
    name: 'attendance lists',
    cases: [
      'Dự hội nghị có [suu|đồng chí Thái Bá Sửu], Ủy viên Trung ương Đảng, Bí thư Tỉnh ủy; [khoang|đồng chí Nguyễn Đình Khoáng], Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh; lãnh đạo các sở, ngành.',
      'Cùng dự có [ai|Phó Chủ tịch UBND tỉnh Bùi Thanh Ái]; đại diện Quân khu 4.',
      'Về phía tỉnh Nghệ An có các đồng chí: [quynh|Hồ Sỹ Quýnh] - Phó Bí thư Thường trực Tỉnh ủy; [dam|Hoàng Nghĩa Đạm] - Phó Chủ tịch UBND tỉnh; Trưởng các ban Đảng.',
      'Tham gia đoàn công tác có [lich|Bộ trưởng Bộ Y tế Trịnh Văn Lịch], Thứ trưởng Bộ Tài chính Vương Đắc Lạng, lãnh đạo Văn phòng Chính phủ.',
      'Buổi lễ có sự tham dự của [diep|Chủ tịch Quốc hội Hoàng Thị Ngọc Diệp]; [tru|Thường trực Ban Bí thư Mai Xuân Trù]; các đồng chí nguyên lãnh đạo tỉnh.',
      'Cùng đi có [xuan|Bí thư Tỉnh ủy Sơn La Cầm Thị Xuân], [hoa|Chủ tịch UBND tỉnh Sơn La Lò Minh Hóa].',
    ],
  },
  {
    name: 'former posts',
    cases: [
      '[hon|Nguyên Bí thư Tỉnh ủy Bạc Liêu Lữ Văn Hớn] hiến tặng kỷ vật cho bảo tàng.',
      { at: '2025-02-01', text: '[nhiem|Nguyên Thủ tướng Phan Trọng Nhiệm] về thăm trường cũ.' },
      {
        at: '2025-02-01',
        text: '[nhiem|Cựu Thủ tướng Phan Trọng Nhiệm] dự lễ giỗ Tổ. Nguyên Thủ tướng dâng hương.',
      },
      'Khi còn là Chủ tịch UBND tỉnh, [suu|ông Thái Bá Sửu] từng ký quyết định này.',
      'Các nguyên Phó Chủ tịch UBND tỉnh Nghệ An và nguyên Bí thư Tỉnh ủy các thời kỳ có mặt.',
      '[lam|Ông Cù Huy Lẫm] từng giữ chức Bí thư Tỉnh ủy Sơn La trước khi ra Hà Nội.',
      'Người từng là Bí thư Tỉnh ủy Nghệ An hai nhiệm kỳ kể lại chuyện đắp đập Ba Ra.',
    ],
  },
  {
    name: 'short names',
    cases: [
      '[khoang|Chủ tịch UBND tỉnh Nguyễn Đình Khoáng] xuống đồng. [khoang|Ông Khoáng] hỏi bà con về giá lúa. "Lúa được giá", một nông dân đáp. [khoang|Ông Khoáng] cười.',
      '[lich|Bộ trưởng Bộ Y tế Trịnh Văn Lịch] trả lời chất vấn. [lich|Bộ trưởng Lịch] nhận trách nhiệm.',
      'Gặp [cuc|bà Võ Thị Kim Cúc] tại trụ sở, cử tri nói thẳng. [cuc|Bà Cúc] ghi từng ý. [cuc|Bà Kim Cúc] hẹn trả lời trong tháng.',
      'Ông Khoáng ở xóm 4 kể vườn cam bị ngập. Bà Cúc hàng xóm cũng vậy.',
      '[hoa|Ông Lò Minh Hóa] - Chủ tịch UBND tỉnh Sơn La - nói sẽ hỗ trợ. Anh Hóa, chủ vườn mận, không tin. ',
      '[theu|Ông Phạm Văn Thêu], Chủ tịch UBND tỉnh Bạc Liêu, đến dự. Ông Trần Văn Thêu, chủ đầm tôm, phản ánh điện yếu. Ông Thêu nói đã gửi đơn ba lần.',
      '[khoi|Bộ trưởng Bộ Công an Hà Đăng Khôi] thăm trại giam. [khoi|Đại tướng Khôi] dặn dò cán bộ.',
      '"Phải xong trước mùa mưa", [bong|ông Bổng] nói.\nTrước đó, [bong|Chủ tịch UBND TP Hải Phòng Đồng Xuân Bổng] đã thị sát công trường.',
    ],
  },
  {
    name: 'same-name people',
    cases: [
      '[hung1|Giám đốc Sở Xây dựng Nghệ An Nguyễn Văn Hùng] nói về nhà ở xã hội.',
      '[hung2|Đại tá Nguyễn Văn Hùng], Giám đốc Công an tỉnh Cà Mau, thông báo kết quả truy quét.',
      'Ông Nguyễn Văn Hùng, ngụ ấp Tân Hiệp, bị bắt vì trộm tôm giống.',
      'Hôm qua [hung1?|Nguyễn Văn Hùng] có mặt tại hiện trường.',
      'Tài xế Nguyễn Minh Đức khai không làm chủ tốc độ. Nguyễn Minh Đức bị tạm giữ.',
      'Em Nguyễn Minh Đức, lớp 12A1 Trường THPT chuyên, giành giải Nhất.',
      '[duc?|Tiến sĩ Nguyễn Minh Đức], Viện Kinh tế nông nghiệp, góp ý. [duc?|Ông Đức] nói giá gạo còn tăng.',
      '[duc|Bộ trưởng Bộ Giáo dục và Đào tạo Nguyễn Minh Đức] tiếp em Nguyễn Minh Đức, học sinh giỏi.',
    ],
  },
  {
    name: 'one mark apart, longer names, misprints',
    cases: [
      'Ông Nguyễn Đình Khoang, trưởng thôn, kể lại.',
      'Nhà giáo Lâm Quốc Việt Anh nghỉ hưu năm ngoái.',
      'Nghệ nhân Đoàn Trần Hải Triều hát chầu văn.',
      '[suu|Bí thư Tỉnh ủy Thái Bá Sữu] phát biểu. [suu|Ông Thái Bá Sửu] nhấn mạnh kỷ cương.',
      '[suu|Bí thư Tỉnh ủy Thái Bá Sửu] phát biểu. Sau đó [suu?|ông Thái Bá Sữu] ra về.',
      'Bà Võ Thị Kim Cức không phải cán bộ.',
      'Cầu thủ Lâm Quốc Viết ghi bàn.',
    ],
  },
  {
    name: 'lives of holders',
    cases: [
      '[suu|Ông Thái Bá Sửu] được bầu làm Bí thư Tỉnh ủy Nghệ An. [suu|Ông Thái Bá Sửu] sinh năm 1968, quê Yên Thành, trình độ thạc sĩ.',
      '[cuc|Bà Võ Thị Kim Cúc], 52 tuổi, Chủ tịch HĐND tỉnh Nghệ An, tái đắc cử với số phiếu tuyệt đối. [cuc|Bà Kim Cúc] là nữ Chủ tịch HĐND tỉnh đầu tiên.',
      'Trước khi giữ chức Phó Chủ tịch UBND tỉnh, [dam|ông Hoàng Nghĩa Đạm] lần lượt giữ các chức vụ: Bí thư Huyện ủy Anh Sơn, Giám đốc Sở Y tế Nghệ An, Phó Bí thư Thường trực Tỉnh ủy Nghệ An.',
      '[quynh|Ông Hồ Sỹ Quýnh] được phân công làm Phó Bí thư Thường trực Tỉnh ủy, Chủ tịch HĐND tỉnh Nghệ An.',
      '[ai|Tân Phó Chủ tịch UBND tỉnh Nghệ An Bùi Thanh Ái] (sinh năm 1975) quê Nam Đàn.',
      'Trên cương vị Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh Bạc Liêu, [hon|ông Lữ Văn Hớn] đi cơ sở nhiều.',
    ],
  },
  {
    name: 'ethnic names',
    cases: [
      '[kham|Chủ tịch UBND tỉnh Đắk Lắk Y Khăm Mlô] thăm buôn Ako Dhong. [kham|Ông Y Khăm Mlô] tặng ché cho già làng.',
      '[lim|Bà H’Lim Ayun], Chủ tịch HĐND tỉnh Đắk Lắk, tiếp xúc cử tri.',
      '[mah|Ông Rơ Mah Brơn], Chủ tịch UBND tỉnh Gia Lai, kiểm tra rừng. Già làng Rơ Mah Kít đón đoàn.',
      'Ama Khăm và Y Khăm đi rẫy về muộn.',
      '[xuan|Bí thư Tỉnh ủy Sơn La Cầm Thị Xuân] dự ngày hội đại đoàn kết ở bản Cầm Thị.',
    ],
  },
];
