/**
 * What a longer report adds at its end: the wider picture of its section, by the story's first tag
 * or its section's id.
 */
export const backgrounds: Readonly<
  Record<string, { readonly headings: readonly string[]; readonly paragraphs: readonly string[] }>
> = {
  'thoi-su': {
    headings: [
      'Nhìn từ cơ sở',
      'Những việc còn lại',
      'Nhiệm vụ quý cuối năm',
      'Từ nghị quyết đến thực tế',
    ],
    paragraphs: [
      'Sau khi sắp xếp, tỉnh Sông Thanh có 96 xã, phường và một đặc khu, dân số khoảng {#.11-14} triệu người. // [Nhiều xã rộng gấp ba lần trước|Có nơi từ trung tâm xã đến thôn xa nhất gần {#18-42} km], nên việc đi lại của cán bộ và người dân [được tính lại|vẫn còn trở ngại trong mùa mưa].',
      'Theo số liệu của Cục Thống kê tỉnh, {thang}, chỉ số sản xuất công nghiệp [tăng|nhích thêm] {#.12-89}% so với tháng trước; tổng mức bán lẻ hàng hóa ước đạt {#2100-4600:10} tỷ đồng. // [Thu ngân sách nội địa đạt {#61-88}% dự toán|Khu vực dịch vụ chiếm {#38-47}% cơ cấu kinh tế].',
      'Các xã miền núi phía tây hiện còn {#9-41} thôn [chưa có đường bê tông|chưa có sóng di động ổn định], {#3-16} điểm trường [phải học ghép|xuống cấp]. // Danh mục đầu tư giai đoạn tới dành khoảng {#240-980:10} tỷ đồng cho khu vực này.',
      'Từ đầu năm, các cơ quan của tỉnh tiếp nhận hơn {#3200-9800:50} lượt kiến nghị qua đường dây nóng và cổng thông tin, trong đó {#71-96}% đã có trả lời. // [Đất đai, môi trường và giao thông|Hộ tịch, đất đai và chính sách xã hội] là ba nhóm nhiều nhất.',
      'Theo kế hoạch, [trong tháng tới|trước cuối quý], các địa phương báo cáo kết quả rà soát {#12-64} trụ sở dôi dư; {#4-19} nơi dự kiến [chuyển thành trường mầm non|làm nhà văn hóa, trạm y tế].',
      'Trên các tuyến đường tỉnh, đợt mưa đầu mùa gây {#7-38} điểm sạt lở, khối lượng đất đá ước {#2100-18000:100} m3. // [Đến nay {#60-95}% số điểm đã thông xe|Các đơn vị quản lý đường túc trực máy xúc tại đèo].',
    ],
  },
  'kinh-te': {
    headings: ['Bài toán đầu ra', 'Nhìn từ những con số', 'Từ địa bàn', 'Mùa vụ mới'],
    paragraphs: [
      'Toàn tỉnh hiện có {#3800-6900:10} doanh nghiệp đang hoạt động, {#88-96}% có quy mô nhỏ và vừa. // Quý này, {#120-460:5} doanh nghiệp [thành lập mới|quay lại hoạt động], vốn đăng ký bình quân {#.38-96} tỷ đồng.',
      'Giá trị xuất khẩu chín tháng ước {#310-680:5} triệu USD, [thủy sản đông lạnh|hàng may mặc] đứng đầu với {#28-46}%. // [Thị trường xa nhất là Bắc Âu|Đơn hàng quý tới đã ký được {#52-88}%].',
      'Dư nợ cho vay nông nghiệp, nông thôn trên địa bàn đạt {#9800-21000:100} tỷ đồng, tăng {#.21-94}% so với đầu năm. // Lãi suất ngắn hạn phổ biến {#.40-62}% một năm, [hộ vay dưới {#100-300:50} triệu đồng không cần thế chấp|hồ sơ được giải quyết trong {#2-6} ngày].',
      'Ngành nông nghiệp đặt mục tiêu đến cuối năm có thêm {#6-24} vùng trồng được cấp mã số, {#12-38} hợp tác xã [ghi nhật ký điện tử|bán hàng qua sàn]. // [Điểm nghẽn là kho lạnh|Chi phí vận chuyển chiếm gần {#14-27}% giá thành].',
      'Dọc bờ biển {#74-129} km của tỉnh có {#4-8} cửa sông, {#3100-5200:10} tàu cá với chừng {#18000-32000:500} lao động. // Sản lượng khai thác chín tháng ước {#96-168}.000 tấn, [tăng nhẹ|xấp xỉ cùng kỳ].',
      'Ở các chợ đầu mối, lượng hàng về mỗi đêm khoảng {#140-390:5} tấn, [giảm trong những ngày mưa|tăng vào cuối tuần]. // Ban quản lý chợ đã [kẻ lại lối xe|lắp thêm {#6-22} camera] để bốc dỡ nhanh hơn.',
    ],
  },
  'mưa lũ': {
    headings: ['Tình người mùa nước', 'Sống chung với lũ', 'Kinh nghiệm những mùa trước'],
    paragraphs: [
      'Theo Ban Chỉ huy phòng thủ dân sự tỉnh, trung bình mỗi năm Sông Thanh chịu {#4-9} đợt mưa lớn diện rộng. // Toàn tỉnh có {#58-140} khu dân cư nằm trong vùng ngập sâu, {#22-74} điểm [có nguy cơ sạt lở|cần theo dõi khi mưa trên 200 mm].',
      'Quỹ cứu trợ của Ủy ban MTTQ Việt Nam tỉnh đã tiếp nhận {#.28-146} tỷ đồng, phân bổ cho {#14-52} xã, phường. // [Mỗi hộ có nhà hư hỏng nặng được hỗ trợ {#10-40:5} triệu đồng|Ưu tiên mua áo phao, xuồng nhỏ cho các thôn ven sông].',
      'Số điện thoại trực ban của các xã được dán ở nhà văn hóa; [loa truyền thanh phát ba buổi một ngày|tin nhắn cảnh báo gửi đến {#120-310}.000 thuê bao] khi có mưa lớn.',
      'Đoàn viên thanh niên các xã lập {#28-96} đội xung kích, [mỗi đội mười hai người|thay nhau trực ban đêm], hỗ trợ [kê dọn nhà cửa, đưa người già đi khám|dọn bùn trường học sau khi nước rút].',
      'Trận lũ lớn gần đây nhất, mực nước sông Thanh vượt báo động 3 chừng {#.3-14} m, [{#9-31} xã bị chia cắt|giao thông gián đoạn {#2-5} ngày]. // Sau đó, các xã dựng {#60-240:5} cột mốc báo lũ, [trẻ em trong thôn cũng đọc được|đặt ở trường học, nhà văn hóa].',
    ],
  },
  'xa-hoi': {
    headings: ['Từ những việc nhỏ', 'Nhớ để phòng', 'Những con số cần biết'],
    paragraphs: [
      'Trong chín tháng, toàn tỉnh giải quyết việc làm cho {#11000-19500:100} người, [gần {#1200-2600:50} người đi làm việc ở nước ngoài|{#34-58}% là lao động nữ]. // Tỷ lệ hộ nghèo theo chuẩn mới còn {#.19-48}%.',
      'Toàn tỉnh có {#940-1380:5} tổ dân phố, thôn; {#62-91}% [có nhà văn hóa|tổ chức sinh hoạt hằng tháng]. // Nhóm liên lạc qua điện thoại của các thôn [giúp báo tin nhanh|là nơi người dân hỏi nhau việc mất điện, mất nước], [mỗi nhóm chừng {#80-260:10} người|do trưởng thôn quản lý].',
      'Quỹ bảo trợ trẻ em của tỉnh hỗ trợ {#180-720:10} em mỗi năm, [phần lớn là học phí, thuốc men|gồm cả phẫu thuật tim, mắt]. // Trung tâm công tác xã hội tiếp nhận phản ánh qua tổng đài cả ngày nghỉ, [mỗi tháng {#30-140} cuộc gọi|có người trực ban đêm].',
      'Ở các xã ven biển, {#40-72}% lao động trẻ [làm việc xa nhà|theo tàu hoặc vào nhà máy], người lớn tuổi giữ nhà, giữ vườn. // Các chi hội ở thôn [chia nhau trông trẻ mùa vụ|mở lớp dạy nghề ngắn ngày {#2-6} tuần].',
    ],
  },
  'do-thi': {
    headings: ['Phố xá mùa mưa', 'Phố qua số liệu', 'Việc nhỏ, phố lớn'],
    paragraphs: [
      'Khu vực nội thị Lưu Giang có {#148-236} tuyến phố với chừng {#96-180} km vỉa hè; {#31-58}% số hẻm [được bê tông hóa|có đèn chiếu sáng] trong ba năm qua. // Mỗi ngày, {#42-78}.000 lượt xe qua các nút giao chính.',
      'Hệ thống thoát nước nội thị được xây qua nhiều thời kỳ, [đường kính cống nhỏ|nhiều đoạn bồi lắng]. // Đơn vị quản lý đã nạo vét {#9-46} km cống, thay {#240-980:10} nắp hố ga từ đầu năm.',
      'Toàn đô thị có {#11-27} tuyến xe buýt, giá vé {#6-12}.000 đồng; lượng khách [tăng {#4-19}% trong năm học mới|ổn định quanh {#8-21}.000 lượt mỗi ngày]. // [Học sinh và người cao tuổi được giảm nửa giá|Ba trạm chờ mới có mái che].',
      'Qua đường dây nóng đô thị, tháng trước có {#180-620:5} phản ánh về [đèn hỏng, hố ga mất nắp|tiếng ồn, xả rác], thời gian xử lý trung bình {#.9-38} ngày.',
      'Diện tích cây xanh bình quân hiện là {#.42-91} m2 mỗi người. // Năm nay, các phường trồng thêm {#800-3200:50} cây, [chủ yếu là bàng, sao đen|ưu tiên đường ven sông và sân trường].',
    ],
  },
  'giao-duc': {
    headings: ['Năm học nhiều việc', 'Trường xa, lớp gần'],
    paragraphs: [
      'Năm học này, Sông Thanh có {#410-560} trường với hơn {#248-312}.000 học sinh; {#61-79}% số trường đạt chuẩn quốc gia. // [Toàn ngành còn thiếu {#320-860:5} giáo viên|Số phòng học kiên cố chiếm {#84-96}%].',
      'Các trường vùng trũng đã chuyển sách vở, máy tính lên tầng hai trước mùa mưa; {#18-66} trường [có phương án học bù|dùng nhà đa năng làm điểm sơ tán].',
      'Bữa trưa bán trú ở các trường nội thị có giá {#22-34}.000 đồng, [thực đơn công khai trên bảng tin|mỗi tuần đổi một lần]. // Ở miền núi, {#7-19} trường dùng ngân sách hỗ trợ gạo theo quy định.',
      'Khảo sát của ngành cho thấy {#54-83}% học sinh cuối cấp [đã chọn được nhóm ngành|muốn học gần nhà]. // [Trường cao đẳng của tỉnh mở thêm {#2-5} ngành|Tư vấn hướng nghiệp bắt đầu từ lớp 9].',
      'Thư viện lưu động đã đến {#24-70} điểm trường lẻ, mang theo {#1800-5200:100} đầu sách; [mỗi chuyến ở lại hai buổi|các em mượn nhiều nhất là truyện lịch sử, khoa học].',
    ],
  },
  'y-te': {
    headings: ['Y tế gần dân', 'Tuyến cơ sở'],
    paragraphs: [
      'Toàn tỉnh hiện có {#8-14} bệnh viện công lập, {#96-148} trạm và điểm trạm y tế, bình quân {#.72-108} bác sĩ trên một vạn dân. // [Số lượt khám ngoại trú tăng {#3-12}%|{#66-91}% trạm y tế có bác sĩ làm việc thường xuyên].',
      'Tỷ lệ bao phủ bảo hiểm y tế đạt {#.926-968}%. // Người dân có thể [dùng căn cước thay thẻ giấy|đặt lịch khám qua tổng đài], [thời gian chờ trung bình {#25-70} phút|giảm được {#2-4} loại giấy tờ].',
      'Sau mưa lũ, cán bộ y tế phát {#12-58}.000 viên khử khuẩn nước, xử lý {#900-4200:50} giếng. // [Nước phải được lắng trong rồi mới khử khuẩn|Mỗi giếng sạch dùng cho ba, bốn hộ].',
      'Các trạm y tế tổ chức khám cho {#3200-8800:100} người cao tuổi mỗi quý, [phát hiện sớm tăng huyết áp, đái tháo đường|lập hồ sơ sức khỏe điện tử] và hẹn tái khám tại chỗ.',
    ],
  },
  'van-hoa': {
    headings: ['Giữ lửa nghề', 'Đất và nghề', 'Di sản trong phố'],
    paragraphs: [
      'Sông Thanh hiện có {#46-92} di tích được xếp hạng, {#5-12} di sản phi vật thể [đã kiểm kê|đang lập hồ sơ]. // Bảo tàng tỉnh trưng bày {#1400-3600:50} hiện vật, mở cửa [cả cuối tuần|miễn phí cho học sinh].',
      'Toàn tỉnh có {#210-430:5} cơ sở lưu trú với {#4200-7900:50} phòng; công suất bình quân {#38-67}%. // Khách ở lại trung bình {#.13-26} ngày, chi tiêu khoảng {#.8-19} triệu đồng mỗi ngày.',
      'Hai câu lạc bộ bài chòi, bả trạo sinh hoạt [mỗi tối thứ Bảy|vào ngày rằm], có {#34-88} hội viên, [người trẻ nhất mười một tuổi|phần lớn làm nghề biển].',
      'Các làng nghề trong tỉnh tạo việc làm cho {#2100-4800:50} người, thu nhập bình quân {#.36-82} triệu đồng mỗi tháng. // [Đường vào làng được mở rộng|Khách có thể tự tay làm một sản phẩm mang về].',
    ],
  },
  'the-thao': {
    headings: ['Phong trào', 'Bên lề'],
    paragraphs: [
      'Toàn tỉnh có {#320-640:5} câu lạc bộ thể thao, {#31-44}% người dân tập luyện thường xuyên. // Năm nay, ngành [tổ chức {#18-42} giải cấp tỉnh|đưa {#60-180} vận động viên đi thi đấu] ở nhiều môn.',
      'Các sân bóng mini thuê giờ {#120-320:10}.000 đồng mỗi giờ, [kín lịch buổi tối|mùa mưa vắng hơn]. // Xã vùng xa mong có [thêm nhà thi đấu nhỏ|đèn chiếu sân].',
      'Trong {#12-36} năm tổ chức, giải đã [qua nhiều địa phương|phát hiện {#9-31} vận động viên cho đội tuyển tỉnh], khán giả [đông nhất ở các xã ven biển|đến bằng ghe, bằng xe máy].',
    ],
  },
};

/** What a report may say of the place it comes from; a place always reads the same figures. */
export const placeBackgrounds: readonly string[] = [
  '{xa} rộng {#38-164} km2, có {#5-18} thôn, tổ dân phố với khoảng {#1900-6800:10} hộ dân. // Thu nhập bình quân đầu người năm trước đạt {#.380-890} triệu đồng.',
  'Theo số liệu của địa phương, {xa} còn {#14-180} hộ nghèo, {#22-240} hộ cận nghèo, [giảm {#4-31} hộ so với đầu năm|phần lớn là người già neo đơn]. // Nguồn vốn chính sách cho vay tại đây ở mức {#.180-960} tỷ đồng.',
  'Từ trung tâm {xa} đến phường Lưu Giang khoảng {#6-58} km; [đường nhựa đã nối đến các thôn|xe khách chạy {#4-18} chuyến mỗi ngày]. // Trên địa bàn có {#2-9} cây cầu dân sinh, {#1-4} cầu cần gia cố.',
  '{xa} được lập sau khi sắp xếp các đơn vị cũ, trụ sở đặt tại [khu hành chính cũ|nhà làm việc xây năm {##2009-2019}]. // Cán bộ, công chức hiện có {#32-64} người.',
  'Hệ thống loa truyền thanh của {xa} có {#18-76} cụm, phủ {#88-100}% số thôn, tổ dân phố. // Ngoài bản tin sáng và chiều, [đài còn phát lịch bơm nước, lịch tiêm chủng|mỗi cuối tuần có chuyên mục hỏi đáp].',
  'Trên địa bàn {xa} có {#2-7} trường học, {#1-3} trạm và điểm trạm y tế, {#1-4} chợ. // [Chợ chính họp cả ngày|Chợ phiên họp vào ngày chẵn], mỗi ngày {#120-900:10} lượt người mua bán.',
  'Ba năm gần đây, {xa} [bê tông hóa {#4-28} km đường nội đồng|cứng hóa {#3-16} km kênh mương], người dân hiến {#2100-18600:100} m2 đất và {#900-7400:50} ngày công.',
  'Diện tích đất trồng trọt của {xa} là {#210-1480:10} ha, [trong đó {#18-64}% chủ động nước tưới|chủ yếu là lúa, dừa và rau màu]. // Đàn gia súc có {#800-5200:50} con.',
  'Các đoàn thể ở {xa} có {#900-4600:10} hội viên, [sinh hoạt tại nhà văn hóa vào ngày 15 hằng tháng|tham gia {#6-24} tổ tự quản]. // Quỹ giúp nhau làm kinh tế hiện có {#120-980:10} triệu đồng.',
  'Sóng di động 4G phủ {#86-100}% khu dân cư của {xa}; {#41-88}% hộ có đường truyền cố định. // [Điểm truy cập miễn phí đặt ở nhà văn hóa|Còn {#1-6} xóm thiếu sóng vào giờ cao điểm].',
  'Mùa mưa năm trước, {xa} có {#6-48} ngôi nhà bị ảnh hưởng, {#.3-36} km đường hư hỏng. // Các điểm sơ tán cố định gồm {#2-5} trường học và {#1-4} nhà văn hóa, sức chứa {#300-1900:50} người.',
  'Bình quân mỗi ngày có {#24-130} lượt người đến bộ phận một cửa của {xa}. // [Giờ đông nhất là từ 8 đến 10 giờ|Thứ Hai và thứ Sáu đông hơn ngày thường], thời gian chờ khoảng {#8-35} phút.',
  'Trong nhiệm kỳ này, {xa} được bố trí {#18-140} tỷ đồng vốn đầu tư công cho {#4-19} công trình, [đã quyết toán {#1-6} công trình|ưu tiên đường, trường và nước sạch].',
  'Tỷ lệ hộ dùng nước sạch tập trung ở {xa} là {#54-97}%. // Nhà máy cấp nước gần nhất có công suất {#1200-9600:100} m3 mỗi ngày đêm, [lấy nước từ sông Thanh|đang lắp thêm bể lắng].',
];
