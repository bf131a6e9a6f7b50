// Whole articles in the manner of Vietnamese newspapers, 2023 to 2026, with the answer of a human
// reader written into them. All people are invented.

/**
 * An article is a line `# day place`, its headline and its text, marked as in `marked.ts`;
 * `[tru!|...]` is what the method finds although it is nobody: a known fault.
 */
export const articles = `
# 2023-05-10 nghe-an
[khoang|Chủ tịch Nghệ An] đối thoại với thanh niên
Sáng 10/5, tại TP Vinh, [khoang|ông Nguyễn Đình Khoáng] - Chủ tịch UBND tỉnh chủ trì hội nghị đối thoại với 300 thanh niên. Bí thư Tỉnh đoàn Lê Văn Lương dẫn chương trình.
Anh Vi Văn Sơn, bí thư chi đoàn bản Huồi Tụ, hỏi về vốn vay. [khoang|Chủ tịch UBND tỉnh] trả lời: "Vốn không thiếu, thiếu phương án". Theo [khoang|ông Khoáng], tỉnh đang trình HĐND tỉnh nghị quyết mới. Chị Võ Thị Kim Cúc, chủ cơ sở nước mắm Hải Giang, kiến nghị giảm tiền thuê đất.
[chu|Giám đốc Sở Y tế Dương Đình Chữ] và Giám đốc Sở Giáo dục và Đào tạo Thái Văn Thành cùng giải đáp. Kết thúc, [khoang|Chủ tịch Nguyễn Đình Khoáng] đề nghị Tỉnh đoàn tổng hợp gửi [suu=|Bí thư Tỉnh ủy].
# 2024-04-02
[lam|Tân Thủ tướng] tuyên thệ nhậm chức
Sáng 2/4, [lam|Thủ tướng Cù Huy Lẫm] tuyên thệ trước Quốc hội. Trước đó, Quốc hội đã miễn nhiệm chức vụ Thủ tướng Chính phủ đối với [nhiem|ông Phan Trọng Nhiệm] theo nguyện vọng cá nhân. [diep|Chủ tịch Quốc hội Hoàng Thị Ngọc Diệp] tặng hoa [lam|tân Thủ tướng].
[lam|Ông Cù Huy Lẫm], 58 tuổi, quê Hải Dương, từng là Phó Thủ tướng, Bộ trưởng Bộ Tài chính, Bí thư Tỉnh ủy Bắc Ninh. Phát biểu nhậm chức, [lam|Thủ tướng] cam kết Chính phủ hành động. [nhiem|Nguyên Thủ tướng Phan Trọng Nhiệm] bắt tay chúc mừng người kế nhiệm. [thuan|Tổng Bí thư Đỗ Khắc Thuần] và [trach|Chủ tịch nước Vi Thanh Trạch] dự phiên họp.
# 2025-07-02 gia-lai
Phường Quy Nhơn Nam vận hành ngày đầu
Ngày 1/7, [thanhx|Chủ tịch UBND phường Quy Nhơn Nam Trần Văn Thảnh] trực tiếp đón công dân đầu tiên làm thủ tục. Chủ tịch UBND phường Quy Nhơn Ngô Hoàng Nam cũng có mặt tại trung tâm hành chính công từ 6h30.
[anhtuan|Chủ tịch UBND tỉnh Phạm Anh Tuân] kiểm tra từng quầy. [anhtuan|Ông Tuân] nhắc cán bộ không để dân đi lại nhiều lần. Bí thư Đảng ủy phường Quy Nhơn Nam Lê Thị Vinh Hương cho biết phường có 92 cán bộ. "Hỏi gì cũng được trả lời", ông Trần Văn Thành ở khu phố 4 nói.
# 2024-11-20 hai-phong
Hải Phòng khen thưởng nhà giáo
Nhân ngày 20/11, [chau|Bí thư Thành ủy Tống Ngọc Châu] gửi thư chúc mừng. [bong|Chủ tịch UBND thành phố Đồng Xuân Bổng] thăm Trường THPT chuyên Trần Phú. Hiệu trưởng Bùi Văn Phú đón đoàn.
Thầy Phạm Văn Lộc, giáo viên Toán, đại diện nhà giáo phát biểu. Thầy Lộc có 30 năm đứng lớp. [bong|Ông Bổng] trao bằng khen cho 12 giáo viên. [loc|Chủ tịch HĐND thành phố Phạm Văn Lộc] thăm Trường Đại học Hàng hải, nơi ông từng là giảng viên.
# 2023-09-15
Chất vấn về thuốc hiếm
[ngoc|Đại biểu Bế Thị Ngọc] chất vấn: "Đề nghị [lich|Bộ trưởng Bộ Y tế] cho biết khi nào hết thiếu thuốc?". [lich|Bộ trưởng Trịnh Văn Lịch] xin nhận trách nhiệm. Đại biểu Trần Công Phàn đề nghị [lich|Bộ trưởng] nói rõ lộ trình.
Điều hành phiên chất vấn, [sac|Phó Chủ tịch Quốc hội Đoàn Minh Sắc] mời [lich|Bộ trưởng] trả lời thêm. [duc|Bộ trưởng GD&ĐT Nguyễn Minh Đức], [tiep|Bộ trưởng GTVT Lê Quang Tiệp] giải trình các vấn đề liên quan. Theo [tiep|tư lệnh ngành giao thông], cao tốc sẽ có trạm dừng nghỉ. Kết luận, [sac|Phó Chủ tịch Quốc hội] đề nghị các bộ trưởng tiếp thu.
# 2024-06-03 ca-mau
Bắt nhóm cho vay nặng lãi ở Cà Mau
Đại tá Phạm Thành Sỹ, Phó Giám đốc Công an tỉnh Cà Mau, cho biết đã tạm giữ bốn đối tượng. Cầm đầu là Nguyễn Văn Hùng (SN 1988, ngụ phường 5). Hùng khai cho vay 20%/tháng. Nạn nhân Trần Hải Triều, chủ vựa cua, phải bán nhà trả nợ.
"Chúng dọa cả con tôi", anh Triều nói. [hung2|Giám đốc Công an tỉnh Cà Mau Nguyễn Văn Hùng] đã gửi thư khen ban chuyên án. Vụ án do VKSND tỉnh kiểm sát.
# 2024-02-10
Về quê ăn Tết
Sáng mùng Một, [tru?|ông Mai Xuân Trù] bắc ghế ngồi trước hiên. Năm nay ông tám mươi hai tuổi, các con cháu đều về đủ. "Thằng Lịch làm ở Bình Dương cũng ra kịp", [tru?|ông Trù] khoe. Bà Quế, vợ ông, lo nồi bánh chưng.
Đường làng Đinh Công Lý treo đầy cờ. Trẻ con chạy theo đoàn lân của chú Tấn. Ông Thuần trưởng thôn đi chúc Tết từng nhà.
# 2026-03-12
Đoàn đại biểu Quốc hội Campuchia thăm Việt Nam
Nhận lời mời của [diep|Chủ tịch Quốc hội Hoàng Thị Ngọc Diệp], Chủ tịch Quốc hội Campuchia Khuon Sudary thăm chính thức Việt Nam. Tại lễ đón, [diep|Chủ tịch Quốc hội] và Chủ tịch Quốc hội Campuchia duyệt đội danh dự. Bà Khuon Sudary cảm ơn sự đón tiếp.
Chiều cùng ngày, Chủ tịch Quốc hội Khuon Sudary hội kiến [lam|Thủ tướng Cù Huy Lẫm]. Chủ tịch Quốc hội cảm ơn Việt Nam đã giúp xây nhà Quốc hội mới. [lam|Thủ tướng] gửi lời thăm hỏi tới Thủ tướng Hun Manet. Phó Chủ tịch Quốc hội Vong Soth tháp tùng đoàn.
# 2023-08-01 nghe-an
Lũ quét ở Kỳ Sơn
Đến chiều 1/8, xã Tà Cạ còn 20 bản bị chia cắt. Chủ tịch UBND huyện Kỳ Sơn Nguyễn Viết Hùng cho biết huyện đã dựng lều. Tại hiện trường, [dam|Phó Chủ tịch UBND tỉnh Hoàng Nghĩa Đạm] chỉ đạo thông tuyến. Ông Hùng đề nghị tỉnh hỗ trợ gạo.
[suu|Bí thư Tỉnh ủy] và [khoang|Chủ tịch UBND tỉnh] sẽ lên Kỳ Sơn ngày mai. Ông Vừ Bá Xồng, trưởng bản, nói dân cần nước uống. Phó Thủ tướng Chính phủ cũng đã gửi công điện. Bộ Chỉ huy Quân sự tỉnh điều 200 chiến sĩ. [dam|Ông Đạm] ở lại bản qua đêm.
# 2024-05-20
Giá vàng hôm nay: [ap|Thống đốc] nói gì?
Mở cửa phiên 20/5, vàng miếng SJC giảm 500.000 đồng. Trả lời tại hội nghị, [ap|Thống đốc Ngân hàng Nhà nước Bùi Sỹ Ấp] cho biết sẽ bán vàng qua bốn ngân hàng. Theo [ap|Thống đốc], chênh lệch giá sẽ thu hẹp. Phó Thống đốc Phạm Quang Dũng nói đã có phương án.
Ở New York, Chủ tịch Fed Jeremy Powall phát tín hiệu giữ lãi suất. Thống đốc Fed Christopher Wallen muốn chờ thêm dữ liệu. Thống đốc Ngân hàng Trung ương Nhật Bản Kazuo Ueda chưa tăng lãi suất. Ông Ấp, chủ tiệm vàng ở phố Hà Trung, cho hay khách bán nhiều hơn mua.
# 2024-08-15 ho-chi-minh
TP.HCM: Ngập, kẹt xe và lời hứa
Chủ trì phiên họp kinh tế - xã hội, [dau|Chủ tịch UBND TP.HCM Võ Hoài Đẩu] phê bình Sở Giao thông vận tải. "Dân hỏi tôi, tôi biết trả lời sao", [dau|ông Đẩu] nói. [hai|Phó Chủ tịch UBND TP Dương Ngọc Hái] nhận trách nhiệm. Các Phó Chủ tịch UBND TP khác cũng phát biểu.
Trước đó, [quy|Bí thư Thành ủy Trần Lưu Quý] yêu cầu [dau|Chủ tịch UBND TP] báo cáo hằng tuần. Chủ tịch UBND quận 8 Nguyễn Thanh Sang, Chủ tịch UBND TP Thủ Đức Hoàng Tùng hứa nạo vét xong trước 30/9. Theo [quy|Bí thư Thành ủy TP.HCM], hẹn rồi phải làm.
# 2025-04-30
Diễu binh 50 năm
[thuan|Tổng Bí thư Đỗ Khắc Thuần] đọc diễn văn. Dự lễ có [trach|Chủ tịch nước Vi Thanh Trạch], [lam|Thủ tướng Cù Huy Lẫm], [diep|Chủ tịch Quốc hội Hoàng Thị Ngọc Diệp], [tru|Thường trực Ban Bí thư Mai Xuân Trù], [ly|Chủ tịch Ủy ban Trung ương MTTQ Việt Nam Đinh Công Lý]; nguyên Chủ tịch nước, nguyên Thủ tướng Chính phủ các thời kỳ; Bí thư thứ nhất Đảng Cộng sản Cuba; Chủ tịch nước Lào, Chủ tịch Thượng viện Campuchia Hun Sen.
[thuan|Tổng Bí thư] nhấn mạnh tinh thần hòa hợp. Sau diễn văn, [nhiem|nguyên Thủ tướng Phan Trọng Nhiệm] gặp gỡ cựu chiến binh. Cụ Nguyễn Quốc Thạnh, 92 tuổi, từng lái xe tăng 390, rưng rưng.
# 2024-12-30 son-la
Chuyện chưa kể về người lính Điện Biên
[hoa?|Cụ Lò Minh Hóa], bản Mòn, năm nay 95 tuổi, vẫn nhớ trận đồi A1. Hồi ấy cụ là tiểu đội trưởng. Đại tướng Võ Nguyên Giáp từng ghé thăm đơn vị cụ. Cụ Hóa kể, Bí thư chi bộ đại đội hy sinh ngay phút đầu.
Hằng năm, [hoa|Chủ tịch UBND tỉnh Lò Minh Hóa] đều đến thăm người trùng tên với mình. "Chúng tôi cùng họ, cùng tên", [hoa|Chủ tịch tỉnh] cười. Cụ cũng cười.
# 2023-11-11 ca-mau
Kỳ họp HĐND tỉnh
Kỳ họp thứ 10 HĐND tỉnh Cà Mau bầu bổ sung chức danh Phó Chủ tịch UBND tỉnh. Với 48/48 phiếu, ông Lê Văn Sử được bầu giữ chức Phó Chủ tịch UBND tỉnh Cà Mau nhiệm kỳ 2021 - 2026. [viet|Chủ tịch UBND tỉnh Lâm Quốc Việt] chúc mừng tân Phó Chủ tịch UBND tỉnh.
[trieu|Bí thư Tỉnh ủy Trần Hải Triều] dự và chỉ đạo. Chủ tịch HĐND tỉnh Nguyễn Tiến Hải điều hành. Ông Sử, sinh năm 1970, từng là Giám đốc Sở Nông nghiệp và Phát triển nông thôn. [vu|Ông Phan Hoàng Vũ], Giám đốc Sở Nông nghiệp và Môi trường, phụ trách báo cáo.
# 2024-07-27
U23 Việt Nam chốt danh sách
HLV trưởng gọi 23 cầu thủ, trong đó có hậu vệ Nguyễn Quốc Thạnh, tiền vệ Đặng Ngọc Sâm và thủ môn Trịnh Văn Lịch. Chủ tịch VFF Trần Quốc Tuấn giao chỉ tiêu vào bán kết. "Lịch đang đạt phong độ cao", trợ lý HLV Đinh Thế Nam nói. Phó Chủ tịch VFF Trần Anh Tú treo thưởng.
Sâm là con trai cựu danh thủ Đặng Ngọc Chiến. Trưởng đoàn Đoàn Anh Tuấn cho biết đội lên đường ngày 1/8.
# 2025-03-03
Hợp nhất Bộ Xây dựng và Bộ Giao thông vận tải
Ngày 1/3, Bộ Xây dựng mới đi vào hoạt động. [tiep|Bộ trưởng Bộ Xây dựng Lê Quang Tiệp], trước là Bộ trưởng Bộ Giao thông vận tải, cho biết bộ có 23 đầu mối. [sam|Nguyên Bộ trưởng Bộ Xây dựng Đặng Ngọc Sâm] nghỉ hưu. Bàn giao công việc, [sam|ông Đặng Ngọc Sâm] nói ông tin [tiep|Bộ trưởng].
[thanh|Phó Thủ tướng Nguyễn Quốc Thạnh] giao bộ rà soát quy hoạch trong quý II. Theo [tiep|Bộ trưởng Xây dựng], nhà ở xã hội là trọng tâm. Thứ trưởng Bộ Xây dựng Nguyễn Danh Huy được giao phụ trách.
# 2024-10-10 dak-lak
Mùa cà phê
Giá cà phê lên 115.000 đồng/kg. Ông Y Khăm Niê ở buôn Ako Dhong thu 4 tấn. [kham|Chủ tịch UBND tỉnh Y Khăm Mlô] khuyên bà con không bán non. [lim|Bà H'Lim Ayun] - Chủ tịch HĐND tỉnh - giám sát việc cấp giống. "Giá này vui lắm", chị H'Lim Niê nói.
Phó Giám đốc Sở Nông nghiệp Nguyễn Hắc Hiển dự báo sản lượng giảm. [kham|Ông Y Khăm Mlô] nói tỉnh làm việc với Nestlé. Thủ tướng Thụy Sĩ? Không, nước này không có thủ tướng, đại diện doanh nghiệp nói đùa.
# 2024-01-15
Tang lễ nghệ sĩ
Lễ viếng NSND Trần Lưu Quý diễn ra sáng 15/1 tại Nhà tang lễ Quốc gia. Nghệ sĩ Trần Lưu Quý sinh năm 1939, nổi tiếng với vai Chủ tịch tỉnh trong phim "Chủ tịch tỉnh". Con trai ông, đạo diễn Trần Lưu Minh, đọc lời cảm tạ.
Trưởng Ban lễ tang là Chủ tịch Hội Nghệ sĩ Sân khấu Trịnh Thúy Mùi. Nhiều nghệ sĩ đến tiễn đưa ông Quý. Vòng hoa của [dan|Thứ trưởng Vũ Duy Đản] đặt bên trái.
# 2026-01-20
[thuan|Tổng Bí thư] dự Tết với công nhân
[thuan|Tổng Bí thư] tới khu lưu trú công nhân Bắc Thăng Long chiều 19/1. Cùng đi với [thuan|Tổng Bí thư Đỗ Khắc Thuần] có [nhan|Trưởng Ban Tổ chức Trung ương Tạ Hồng Nhạn], Chủ tịch Tổng Liên đoàn Lao động Việt Nam Nguyễn Đình Khang, Bí thư Thành ủy Hà Nội Bùi Thị Minh Hoài. [thuan|Tổng Bí thư] tặng 100 suất quà.
Công nhân Đỗ Khắc Thiện nói mình suýt trùng tên với [thuan|Tổng Bí thư]. [que?|Bí thư Đoàn công ty Lê Thị Quế] hát tặng. [nhan|Đồng chí Tạ Hồng Nhạn] chúc công nhân năm mới.
# 2024-09-09 hai-phong
CÔNG ĐIỆN KHẨN CỦA [bong|CHỦ TỊCH UBND THÀNH PHỐ HẢI PHÒNG]
Thực hiện Công điện số 87/CĐ-TTg ngày 8/9 của [lam=|Thủ tướng Chính phủ], [bong|Chủ tịch UBND thành phố Hải Phòng] yêu cầu: Giám đốc các sở, Chủ tịch UBND các quận, huyện tập trung khắc phục hậu quả bão số 3.
Giao Giám đốc Sở Xây dựng thống kê cây đổ. Đề nghị Bí thư các quận ủy, huyện ủy chỉ đạo. [bong|Chủ tịch UBND thành phố] giao Chánh Văn phòng UBND thành phố đôn đốc, báo cáo Thường trực Thành ủy.
# 2023-12-22
Thăng quân hàm
[trach|Chủ tịch nước Vi Thanh Trạch] trao quyết định thăng quân hàm từ Thượng tướng lên Đại tướng cho [khoi|đồng chí Hà Đăng Khôi], Bộ trưởng Bộ Công an. Tại buổi lễ, [khoi|Đại tướng Hà Đăng Khôi] cảm ơn [trach|Chủ tịch nước]. [khoi|Bộ trưởng Bộ Công an] hứa giữ vững kỷ luật.
Dự lễ có Phó Bí thư Đảng ủy Công an Trung ương Trần Quốc Tỏ, Thứ trưởng Lê Tấn Tới.
# 2025-10-02
Khánh thành cầu ở Cà Mau sau hợp nhất
Sau ngày Bạc Liêu nhập vào Cà Mau, cây cầu nối hai vùng được thông xe. [viet|Chủ tịch UBND tỉnh Lâm Quốc Việt], [theu|Phó Chủ tịch UBND tỉnh Phạm Văn Thêu] cắt băng. [theu|Ông Thêu] từng là Chủ tịch UBND tỉnh Bạc Liêu. [hon|Ông Lữ Văn Hớn], nguyên Bí thư Tỉnh ủy Bạc Liêu, về dự với tư cách khách mời.
"Đi Bạc Liêu giờ còn 40 phút", ông Việt, tài xế xe khách, nói. [viet|Ông Lâm Quốc Việt] đề nghị nhà thầu làm tiếp đường dẫn. [trieu|Bí thư Tỉnh ủy] biểu dương đơn vị thi công.
# 2024-03-08
Bộ trưởng Quốc phòng Nga thăm Việt Nam
Chiều 8/3, Bộ trưởng Quốc phòng Nga Sergei Shogin tới Hà Nội. Bộ trưởng bày tỏ vui mừng trở lại. Phó Thủ tướng Nga Dmitry Chernyshenko cùng đi. [nhiem|Thủ tướng Phan Trọng Nhiệm] tiếp đoàn. Ông Shogin chuyển lời chào của Tổng thống Vladimir Putin và Thủ tướng Mikhail Mishustin tới [nhiem|Thủ tướng Phan Trọng Nhiệm].
[nhiem|Thủ tướng] đề nghị Nga mở rộng hợp tác dầu khí. Bộ trưởng Shogin mời [khoi|Bộ trưởng Hà Đăng Khôi] thăm Mát-xcơ-va.
# 2023-07-19 nghe-an
Thu hồi đất dự án chậm tiến độ
UBND tỉnh Nghệ An thu hồi 12 dự án. Quyết định số 2155/QĐ-UBND do [ai|Phó Chủ tịch UBND tỉnh Bùi Thanh Ái] ký. [hung1|Ông Nguyễn Văn Hùng], Giám đốc Sở Xây dựng Nghệ An, cho biết đã nhắc ba lần. Theo [hung1|ông Hùng], chủ đầu tư không nộp tiền.
Giám đốc Công ty CP Sông Lam Nguyễn Văn Hùng phản đối. "Chúng tôi đã nộp đủ", ông nói. Chủ tịch Hiệp hội Bất động sản Nghệ An đề nghị [khoang=|Chủ tịch UBND tỉnh] xem xét lại. Ngã tư Bùi Thanh Ái - Lê Nin bị rào.
# 2024-05-08
[lam|Ông Cù Huy Lẫm] thăm trường cũ
Nhân 40 năm ngày ra trường, [lam|Thủ tướng Cù Huy Lẫm] về thăm Trường THPT Chí Linh. [lam|Thủ tướng] gặp lại thầy chủ nhiệm Nguyễn Minh Đức, 84 tuổi. "Thưa thầy, em là Lẫm đây ạ", [lam|Thủ tướng] nói. Thầy Đức ôm học trò.
Thầy kể ngày ấy em Lẫm ngồi bàn cuối. Bí thư Tỉnh ủy Hải Dương Trần Đức Thắng, Chủ tịch UBND tỉnh Triệu Thế Hùng cùng dự. Tủ sách Cù Huy Lẫm được khánh thành. [lam|Thủ tướng Lẫm] trồng cây bàng trước sân.
# 2025-12-01
Vietnam's press in brief
[khoang|Chủ tịch UBND tỉnh Nghệ An] vừa ký ban hành Kế hoạch 812. Theo Kế hoạch, Chủ tịch UBND cấp xã chịu trách nhiệm. Phó Chủ tịch UBND tỉnh phụ trách lĩnh vực là Trưởng ban chỉ đạo. Bí thư Tỉnh ủy Quảng Trị, Chủ tịch UBND tỉnh Hà Tĩnh gửi điện chia buồn.
[thom|Viện trưởng VKSND tối cao Lại Thị Thơm] trình Quốc hội dự án luật. [tu|Chánh án TAND tối cao Khổng Văn Tứ] báo cáo thẩm tra? Không, việc thẩm tra do Ủy ban Tư pháp. [tu|Ông Tứ] chỉ phát biểu ý kiến.
# 2024-11-05 nghe-an
[suu|Bí thư Tỉnh ủy]: Không để ai bị bỏ lại phía sau
Chiều 5/11, tại xã Châu Nhân, [suu|Bí thư Tỉnh ủy Nghệ An Thái Bá Sửu] trao 50 ngôi nhà tình nghĩa. Cùng dự có [cuc|Chủ tịch HĐND tỉnh Võ Thị Kim Cúc]; Trưởng Ban Dân vận Tỉnh ủy Ngọc Kim Nam; Chủ tịch Ủy ban MTTQ tỉnh Võ Thị Minh Sinh; Bí thư Huyện ủy Hưng Nguyên Phạm Tuấn Vinh.
Bà Trần Thị Sửu, mẹ liệt sĩ, rưng rưng nhận nhà. "Nhà đẹp quá", bà Sửu nói. [suu|Ông Thái Bá Sửu] thắp hương cho liệt sĩ. [suu|Bí thư Tỉnh ủy] căn dặn huyện tiếp tục rà soát.
# 2023-06-14
Thủ tướng Lào thăm Nghệ An
Thủ tướng Lào Sonexay Siphandone đến Nghệ An sáng 14/6. Đón Thủ tướng tại cửa khẩu có [khoang|Chủ tịch UBND tỉnh Nguyễn Đình Khoáng]. Thủ tướng đã thăm Kim Liên. [khoang|Ông Khoáng] tặng Thủ tướng Lào bức tranh làng Sen.
Phát biểu, Thủ tướng Sonexay Siphandone cảm ơn Nghệ An. Tối cùng ngày, [ha|Phó Thủ tướng Trương Thị Bích Hà] mở tiệc. [ha|Phó Thủ tướng] chuyển lời chào của [nhiem|Thủ tướng Phan Trọng Nhiệm] tới Thủ tướng Lào.
# 2025-07-10 ca-mau
Bộ máy mới của Cà Mau sau hợp nhất
Ban Thường vụ Tỉnh ủy Cà Mau phân công nhiệm vụ: [trieu|đồng chí Trần Hải Triều] - Bí thư Tỉnh ủy; [viet|đồng chí Lâm Quốc Việt] - Phó Bí thư, Chủ tịch UBND tỉnh; đồng chí Huỳnh Quốc Việt - Phó Bí thư Thường trực; [theu|đồng chí Phạm Văn Thêu] - Phó Chủ tịch UBND tỉnh.
Ông Huỳnh Quốc Việt từng là Chủ tịch UBND tỉnh Cà Mau? Không, ông từng là Bí thư Thành ủy Bạc Liêu. [hung2|Giám đốc Công an tỉnh Nguyễn Văn Hùng] và Chỉ huy trưởng Bộ CHQS tỉnh dự. [hon|Ông Lữ Văn Hớn] nghỉ hưu từ 1/7.
# 2024-03-20 hai-phong
Phá án ma túy
"Các đồng chí đã lập công lớn", [bong|Chủ tịch UBND TP Hải Phòng Đồng Xuân Bổng] nói với ban chuyên án. [bong|Ông Bổng] thưởng nóng 100 triệu đồng. Đại tá Bùi Trung Thành, Phó Giám đốc Công an TP, báo cáo: cầm đầu là Tống Ngọc Châu (SN 1985, trú tại Lê Chân).
Châu có ba tiền án. Đồng phạm là Phạm Văn Lộc, 41 tuổi, tài xế. Tại cơ quan điều tra, Lộc khai nhận chở hàng từ Lạng Sơn.
# 2023-10-27
Quốc hội thảo luận về Luật Đất đai
Sáng 27/10, dưới sự điều hành của [que|Phó Chủ tịch Quốc hội Lê Thị Quế], Quốc hội thảo luận. [duc?|Đại biểu Nguyễn Minh Đức] (TP.HCM) đề nghị bỏ khung giá. [duc?|Ông Đức] dẫn kinh nghiệm quốc tế. Đại biểu Phạm Văn Hòa đề nghị [que|Phó Chủ tịch Quốc hội] cho thêm thời gian.
[duc|Bộ trưởng Nguyễn Minh Đức] giải trình về đất giáo dục. Bộ trưởng Đặng Quốc Khánh giải trình cuối phiên. [sam|Bộ trưởng Xây dựng Đặng Ngọc Sâm] cũng phát biểu. [diep|Chủ tịch Quốc hội] kết luận. [que|Bà Lê Thị Quế] cho biết còn 60 đại biểu đăng ký.
# 2025-05-12 ho-chi-minh
[dau|Chủ tịch TP.HCM] tiếp Tổng Lãnh sự Nhật Bản
Ngày 12/5, [dau|Chủ tịch UBND TP.HCM Võ Hoài Đẩu] tiếp Tổng Lãnh sự Nhật Bản Ono Masuo. Tổng Lãnh sự chúc mừng [dau|Chủ tịch UBND TP] và thành phố nhân 50 năm thống nhất. [dau|Ông Võ Hoài Đẩu] mong Nhật Bản hỗ trợ metro số 3A.
Phó Chủ tịch UBND TP Bùi Xuân Cường cùng tiếp. [nhi|Phó Chủ tịch UBND TP Trần Thị Diệu Nhi] dự tọa đàm buổi chiều. [nhi|Bà Diệu Nhi] nói về y tế. Bác sĩ Dương Ngọc Hái, trưởng khoa Bệnh viện Nhân dân 115, trình bày tham luận; bác sĩ Hái nhấn mạnh về đào tạo.
# 2026-02-01 gia-lai
Tết trồng cây
[anhtuan|Chủ tịch UBND tỉnh Gia Lai Phạm Anh Tuân] phát động Tết trồng cây tại phường Quy Nhơn Nam. [thanhx|Chủ tịch UBND phường Trần Văn Thảnh] hứa chăm cây. Bí thư Tỉnh ủy Hồ Quốc Dũng cùng trồng. Nguyên Chủ tịch UBND tỉnh Gia Lai, [mah|ông Rơ Mah Brơn] được mời dự.
[mah|Ông Rơ Mah Brơn] nói rừng là nhà. Theo [anhtuan|ông Tuân], năm nay trồng 12 triệu cây.
# 2023-02-14 nghe-an
Tình yêu của ông Khoáng bà Cúc
Ông Khoáng năm nay 78, bà Cúc 76, ở xóm 6 xã Nghi Kiều. Họ cưới nhau năm 1968, ngày ông lên đường. "Ông nhà tôi hiền lắm", bà Cúc kể. Con trai là Nguyễn Đình Sáng, tổ trưởng tổ hợp tác.
Chủ tịch Hội Phụ nữ xã Thái Thị Đào tặng hai cụ giỏ hoa. Phó Chủ tịch UBND xã Hoàng Nghĩa Dũng chụp ảnh.
# 2024-06-25
[hanh|Thứ trưởng Y tế] nói về vaccine
[hanh|Thứ trưởng Bộ Y tế Ngô Thị Hạnh] cho biết đã nhận 500.000 liều. Theo [hanh|bà Hạnh], vaccine sẽ về các tỉnh trước 30/6. [hanh|Thứ trưởng Hạnh] đề nghị các địa phương tiêm vét. [dan|Thứ trưởng Vũ Duy Đản] phụ trách phía Nam. Hai thứ trưởng sẽ đi kiểm tra.
Cục trưởng Cục Y tế dự phòng Hoàng Minh Đức nói không có ca tử vong. Ông Đức khuyên dân đi tiêm. [lich|Bộ trưởng Bộ Y tế] đã ký quyết định phân bổ.
# 2023-12-01 dak-lak
Tây Nguyên vào mùa lễ hội
"[kham|Ông Khăm] gật đầu là buôn làng vui", già làng Ama Quang nói về [kham|Chủ tịch UBND tỉnh Y Khăm Mlô]. Lễ hội có 300 nghệ nhân. Nghệ nhân H'Lim Êban diễn xướng khan. [lim|Chủ tịch HĐND tỉnh H'Lim Ayun] đánh chiêng mở hội.
Phó Chủ tịch UBND tỉnh H'Yim Kđoh trao thưởng. Nhà văn Linh Nga Niê Kđăm kể chuyện buôn Ky.
# 2025-01-25
Thư chúc Tết
Nhân dịp Xuân Ất Tỵ, [trach|Chủ tịch nước] gửi thư chúc Tết đồng bào. [trach|Chủ tịch nước Vi Thanh Trạch] nhấn mạnh năm 2025 là năm bản lề. Thư chúc Tết của [trach|Chủ tịch nước] được đọc lúc giao thừa.
[tru|Thường trực Ban Bí thư Mai Xuân Trù] thăm Viện Huyết học. [ly|Chủ tịch Ủy ban Trung ương MTTQ Việt Nam] tặng quà kiều bào. Văn phòng Chủ tịch nước họp báo về đặc xá.
# 2024-10-01
[khoi|Bộ trưởng Công an] thăm lực lượng chữa cháy
[khoi|Đại tướng Hà Đăng Khôi] kiểm tra đội 7. Tại đây, Thượng tá Lê Khắc Bình báo cáo. [khoi|Bộ trưởng Hà Đăng Khôi] dặn: "An toàn cho anh em là trên hết". [khoi|Bộ trưởng] tặng 20 bộ mặt nạ.
[thuc|Đại tá Lê Khắc Thúc], Giám đốc Công an tỉnh Nghệ An, ra Hà Nội dự tập huấn. [thuc|Đại tá Thúc] chia sẻ kinh nghiệm chữa cháy rừng. Ca sĩ Anh Tú, Đại úy Nguyễn Văn Khôi hát giao lưu; Đại úy Khôi là lính đội 7.
# 2023-08-20
Chuyện làng bóng: Bầu Đức và HAGL
Bầu Đức tuyên bố không bỏ bóng đá. "Tôi nuôi đội 20 năm rồi", ông Đoàn Nguyên Đức nói. HLV Kiatisuk ủng hộ. Giám đốc điều hành Nguyễn Tấn Anh xác nhận. Tiền đạo Nguyễn Minh Đức lập cú đúp. Ông Đức thưởng nóng cho Minh Đức.
Chủ tịch CLB Sông Lam Nghệ An Trương Mạnh Linh chúc mừng. Giám đốc kỹ thuật Nguyễn Hữu Thắng im lặng.
# 2024-04-15
Tiểu sử [lam|tân Thủ tướng]
[lam|Ông Cù Huy Lẫm] sinh năm 1966, quê Hải Dương. Quá trình công tác: 1990 - 2004, chuyên viên Bộ Tài chính; 2010 - 2015, Thứ trưởng Bộ Tài chính; 2015 - 2019, Bí thư Tỉnh ủy Bắc Ninh; 2019 - 2024, Phó Thủ tướng Chính phủ; từ tháng 4/2024, Thủ tướng Chính phủ.
Ông là người thứ chín giữ chức Thủ tướng Chính phủ. Người tiền nhiệm là [nhiem|ông Phan Trọng Nhiệm]. Khi là Phó Thủ tướng, [lam|ông Lẫm] phụ trách kinh tế tổng hợp.
# 2025-07-03 ca-mau
Ba ngày sau hợp nhất: dân hỏi, cán bộ xã trả lời
Sáng 3/7, tại phường Bạc Liêu, [viet|Chủ tịch UBND tỉnh] bất ngờ ghé bộ phận một cửa. "Anh em cứ làm, đừng đứng dậy chào tôi", [viet|ông Lâm Quốc Việt] nói. Cùng đi có [theu|Phó Chủ tịch UBND tỉnh Phạm Văn Thêu], người ba ngày trước còn là Chủ tịch UBND tỉnh Bạc Liêu.
Ông Phạm Văn Thêu, 61 tuổi, ở khóm 3, làm thủ tục sang tên đất, ngạc nhiên khi được báo là trùng tên với [theu|Phó Chủ tịch]. Cán bộ hộ tịch cười: "Hôm qua cũng có một chú tên Lâm Quốc Việt ở ấp Vĩnh Mới".
[trieu|Bí thư Tỉnh ủy Cà Mau Trần Hải Triều] yêu cầu các xã trực cả thứ Bảy. [hon|Nguyên Bí thư Tỉnh ủy Bạc Liêu Lữ Văn Hớn] gửi thư chúc mừng.
# 2025-03-15 ho-chi-minh
Đường Trần Lưu Quý thông xe
Sáng 15/3, đường Trần Lưu Quý nối quận 7 với huyện Nhà Bè được thông xe. Nút giao Trần Lưu Quý - Nguyễn Văn Linh còn đèn tạm. Đường mang tên nhà giáo Trần Lưu Quý (1901-1972).
[dau|Chủ tịch UBND TP.HCM Võ Hoài Đẩu] cắt băng. "Tên đường trùng tên [quy|Bí thư Thành ủy] nên nhiều người hỏi", [dau|ông Đẩu] vui vẻ nói. [quy|Bí thư Thành ủy TP.HCM Trần Lưu Quý] không dự vì đi công tác. Số nhà 12 Trần Lưu Quý là trụ sở ban quản lý.
# 2026-02-11 gia-lai
Xe khách lao xuống vực, 3 người tử vong
Tài xế Phạm Anh Tuân (45 tuổi, trú phường An Khê) tử vong tại chỗ. Hai nạn nhân còn lại là Rơ Mah Brơn (19 tuổi) và Trần Thị Lụa.
Nhận tin, [anhtuan|Chủ tịch UBND tỉnh Gia Lai Phạm Anh Tuân] chỉ đạo khắc phục. [anhtuan|Chủ tịch UBND tỉnh] giao Công an tỉnh điều tra. [lam|Thủ tướng] gửi lời chia buồn tới các gia đình.
# 2024-02-28
Án mạng ở quán nhậu
Do mâu thuẫn, Vi Thanh Trạch (29 tuổi, ngụ huyện Quỳ Châu, tỉnh Nghệ An) dùng dao đâm ông Hồ Sỹ Quýnh (52 tuổi, cùng địa phương). Trạch bỏ trốn, bị bắt sau 6 giờ. Gia đình ông Quýnh được chính quyền hỗ trợ.
[hon?|Chủ tịch UBND xã Châu Hạnh Lữ Văn Hớn] cho biết hai người là hàng xóm. Công an huyện Quỳ Châu đang điều tra. Luật sư Thái Bá Sửu (Đoàn luật sư Hà Nội) phân tích khung hình phạt.
`;
