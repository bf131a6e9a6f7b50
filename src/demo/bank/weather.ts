/** Rain, floods, storms, rescue at sea. */
export const weatherBank = `
=== kiem-tra-mua-lu | thoi-su | NCB | 5 | 9 | mưa lũ, phòng chống thiên tai
cast A*=chair,vice-farm,standing B=farming
@xa commune
@xa2 commune
@song sông Thanh|sông Kiền
@mm #120-340:5
@nha #45-320:5
@nguoi #160-980:10
@ho hồ chứa Đá Bàn|hồ chứa Suối Rạng|hồ chứa Cây Sanh
@pt #62-98
@q official:Chủ tịch UBND {xa}
@d citizen
@km #3-18
T {A}: [Không để người dân bị cô lập, thiếu lương thực|Chủ động sơ tán dân trước khi nước lên|Kiểm soát chặt việc đi lại qua ngầm tràn]
T {A} kiểm tra công tác ứng phó mưa lũ tại {xa}
T Mưa lớn kéo dài, {A} đi kiểm tra vùng trũng {xa}
T Sơ tán {nha} hộ dân ven {song} trước lũ
T Vận hành {ho} bảo đảm an toàn hạ du
S {hom}, {A} [đi kiểm tra|trực tiếp kiểm tra] công tác ứng phó mưa lũ tại {xa} và {xa2}.
S Mưa lớn khiến mực nước {song} lên nhanh; {A} yêu cầu các địa phương hoàn thành sơ tán dân trước 18 giờ cùng ngày.
S Tổng lượng mưa tại nhiều nơi vượt {mm} mm, chính quyền cơ sở đã đưa {nguoi} người đến nơi an toàn.
P Theo Đài Khí tượng thủy văn tỉnh, từ đêm qua đến {hom}, lượng mưa đo được tại {xa} là {mm} mm, mực nước {song} [dao động quanh báo động 2|vượt báo động 2 và tiếp tục lên|lên nhanh, mỗi giờ từ 15 đến 20 cm].
/ Mưa [như trút|không ngớt] suốt đêm làm nước {song} dâng nhanh. // Đến {hom}, trạm đo mưa tại {xa} ghi nhận {mm} mm, nhiều đoạn đường liên thôn ngập từ 0,3 đến 0,7 m.
P Tại [điểm xung yếu ven {song}|kè {xa}|nhà văn hóa thôn, nơi tập kết người dân], {A} [nghe địa phương báo cáo phương án sơ tán|kiểm tra lực lượng, phương tiện và lương thực dự trữ|thăm hỏi các hộ vừa được di dời]. // {q}, {q.p}, cho biết đến giữa buổi, xã đã sơ tán {nha} hộ với {nguoi} người.
/ Đoàn công tác do {A} dẫn đầu đã đến {xa}, nơi có {nha} hộ sống sát mép sông. // {q}, {q.p}, báo cáo địa phương đã huy động công an, dân quân túc trực tại {km} điểm ngập.
P {A} yêu cầu [các xã, phường rà soát từng hộ|chính quyền cơ sở bám sát từng thôn], kiên quyết sơ tán dân khỏi nơi có nguy cơ sạt lở, [không để người dân ở lại trông nhà|tổ chức gác chắn tại các ngầm tràn] trong thời gian nước lũ lên.
/ [Qua kiểm tra|Sau khi thị sát], {A} đề nghị lực lượng tại chỗ bảo đảm ăn ở, thuốc men cho người dân tại điểm sơ tán. // Theo {A.short}, [phương châm “bốn tại chỗ” phải được thực hiện đến từng tổ dân cư|các hộ neo đơn, người già, trẻ nhỏ phải được đưa đi trước].
P? > “[Nước có thể rút chậm do triều cường|Đợt mưa này còn kéo dài], các địa phương không được chủ quan khi trời vừa ngớt mưa”, {A.short} nói.
/ > “[Việc đầu tiên là tính mạng người dân, tài sản tính sau|Xã nào còn hộ ở trong vùng nguy hiểm thì phải đến tận nhà vận động]”, {A.short} nhấn mạnh.
P? Về hồ đập, {B} cho biết {ho} đang ở mức {pt}% dung tích, đơn vị vận hành xả điều tiết từng bước và [báo trước cho hạ du ít nhất 4 giờ|thông báo qua loa truyền thanh trước khi mở cửa xả]. // {B.short} đề nghị các xã hạ du theo dõi chặt bản tin thủy văn.
/ Báo cáo với đoàn, {B} cho biết toàn tỉnh còn hàng trăm héc-ta rau màu chưa thu hoạch nằm trong vùng thấp. // Ngành nông nghiệp đã hướng dẫn nông dân khơi thông mương tiêu, đưa gia súc lên gò cao.
P? {d}, [người dân thôn ven sông|trú {xa}], cho biết gia đình đã kê cao đồ đạc và chuyển sang nhà người thân từ chiều hôm trước. // “Năm nào cũng lụt nên nhà tôi gói ghém sẵn gạo, nước uống”, {d.s} nói.
/ Trong dòng người sơ tán, {d} chỉ kịp mang theo giấy tờ và ít quần áo. // {d.s} cho biết cán bộ thôn đã đến tận nhà đưa đi từ [4|5|6] giờ sáng.
P? Cũng trong {hom}, lực lượng chức năng đã [thu dọn đất đá sạt lở tại Km{km} đường tỉnh 63|đặt rào chắn tại {km} ngầm tràn], [phân luồng xe tải đi hướng khác|cấm xe máy qua lại khi nước ngập quá bánh].
P Dự báo trong 24 giờ tới, khu vực [miền núi|đồng bằng ven biển] của tỉnh còn mưa to, [có nơi mưa rất to|kèm dông và gió giật], nguy cơ sạt lở đất ở {xa} và {xa2}.
/ Cơ quan khí tượng nhận định mưa giảm dần từ đêm mai, song nước trên {song} còn ở mức cao trong một đến hai ngày tới.
C {A} kiểm tra tuyến kè ven {song}.
C Lực lượng xung kích {xa} giúp dân kê cao tài sản.
C Nước {song} dâng cao, {hom}.
U Cập nhật lúc 17 giờ cùng ngày, thêm {km} hộ tại {xa2} được đưa đến trường học gần nhất. // Chưa ghi nhận thiệt hại về người.
U Theo báo cáo nhanh cuối ngày, mực nước {song} bắt đầu [rút|chững lại], giao thông qua {km} ngầm tràn được nối lại.

=== cong-dien-mua-lu | thoi-su | NCB | 3 | 8 | mưa lũ, công điện
cast A*=chair
@so #3-28
@xa commune
@xa2 commune
@song sông Thanh|sông Kiền
@tau #1200-2900:10
T Chủ động ứng phó mưa lớn, nguy cơ lũ quét, sạt lở đất
T {A.title} ra công điện về ứng phó mưa lũ
T {A.title}: [Các sở, ngành trực ban 24/24 giờ|Cho học sinh nghỉ học nếu đường đến trường bị ngập]
T Công điện khẩn ứng phó đợt mưa lớn diện rộng
S {A.title} vừa ký công điện yêu cầu các sở, ngành, địa phương tập trung ứng phó với mưa lớn diện rộng.
S Công điện số {so} nêu rõ nhiệm vụ của từng sở, ngành và địa phương trước đợt mưa lớn.
P {hom}, {A.title} ban hành Công điện số {so}/CĐ-UBND gửi [thủ trưởng các sở, ngành và chủ tịch UBND các xã, phường, đặc khu|các địa phương, đơn vị trong tỉnh] về việc chủ động ứng phó mưa lớn.
/ Trước diễn biến của rãnh áp thấp, {hom}, {A.title} có Công điện số {so}/CĐ-UBND yêu cầu các địa phương triển khai ngay biện pháp ứng phó.
P Theo công điện, {A.title} yêu cầu [các địa phương rà soát khu dân cư ven sông, ven suối|UBND các xã miền núi kiểm tra khu vực có vết nứt, nguy cơ trượt lở], sẵn sàng sơ tán dân trước khi lũ lên.
/ Nội dung công điện nêu rõ: các địa phương kiểm tra nơi ở của dân tại {xa}, {xa2} và các điểm từng bị sạt lở. // {A.title} giao Bộ Chỉ huy Quân sự tỉnh bố trí lực lượng, xuồng máy tại các địa bàn dễ bị chia cắt.
P Sở Xây dựng được giao [bố trí máy móc tại các đèo dốc|phối hợp cắm biển cảnh báo tại đoạn ngập sâu]; Sở Giáo dục và Đào tạo [quyết định việc cho học sinh nghỉ học theo tình hình từng nơi|hướng dẫn các trường bảo vệ sách vở, thiết bị].
/ Các chủ hồ thủy lợi, thủy điện vận hành theo quy trình đã được duyệt, thông báo sớm cho vùng hạ du {song}. // Ngành điện kiểm tra lưới điện khu vực thấp trũng.
P? Trên biển, Bộ đội Biên phòng tỉnh [kiểm đếm, hướng dẫn {tau} tàu cá|thông báo cho {tau} phương tiện] vào nơi trú tránh. // Đến {hom}, phần lớn tàu đã [neo đậu an toàn|liên lạc được với gia đình].
P? Trường hợp vượt quá thẩm quyền, các đơn vị báo cáo, trình {inst.chair} xem xét, quyết định.
/ Các đơn vị báo cáo kết quả về Ban Chỉ huy phòng thủ dân sự tỉnh trước 16 giờ hằng ngày để tổng hợp, báo cáo {inst.chair}.
P Văn phòng thường trực Ban Chỉ huy phòng thủ dân sự tỉnh [duy trì trực ban|tổ chức trực ban nghiêm túc] 24/24 giờ, cập nhật tình hình và thông tin kịp thời đến người dân.
C Mưa lớn gây ngập một đoạn đường tại {xa}.
U Đến tối cùng ngày, [tất cả|phần lớn] các xã ven {song} đã báo cáo hoàn thành phương án sơ tán.

=== mua-lon-ngap | xa-hoi | NCB | 5 | 6 | mưa lũ, giao thông
@xa place
@xa2 place
@duong #2-9
@cm #20-80:5
@mm #80-260:5
@d citizen
@gio #3-9
@nha #12-90
T Mưa lớn, nhiều tuyến đường tại {xa} ngập sâu
T {xa}: Nước ngập {cm} cm, người dân kê cao đồ đạc
T Nhiều nơi ở {xa} bị chia cắt cục bộ vì mưa lớn
T Ngập tại {xa}, {duong} tuyến đường tạm cấm xe
S Mưa lớn trong {gio} giờ liền khiến {duong} tuyến đường ở {xa} ngập từ 20 đến {cm} cm, giao thông bị gián đoạn.
S Lượng mưa {mm} mm trút xuống trong đêm làm {nha} ngôi nhà ở {xa} bị nước vào.
P [Từ rạng sáng|Khoảng 2 giờ sáng|Từ nửa đêm], mưa lớn kèm dông trút xuống {xa}. // Đến {hom}, {duong} tuyến đường ngập, chỗ sâu nhất {cm} cm.
/ Ghi nhận {hom}, nước từ [đồi cao|các cánh đồng] đổ về khiến nhiều đoạn đường tại {xa} ngập sâu, xe máy phải dắt bộ.
P {d}, [nhà ở cuối dốc|bán tạp hóa gần chợ], cho biết nước lên nhanh, [chỉ kịp kê tủ lạnh, bao gạo lên bàn|phải dùng bao cát chặn cửa]. // Theo {d.s}, [đoạn đường này thường ngập khi mưa quá hai giờ|trận ngập năm ngoái còn cao hơn một gang tay].
/ “Nước vào nhà lúc cả nhà đang ngủ, may có hàng xóm gọi”, {d} kể.
P Chính quyền {xa} [cử lực lượng chốt chặn tại chỗ ngập|khơi thông cống rãnh và cắm biển cảnh báo], hướng dẫn phương tiện đi vòng qua {xa2}. // [Học sinh hai trường gần khu vực ngập được nghỉ buổi sáng|Các trường cho học sinh về sớm].
/ Lực lượng dân quân, công an {xa} giúp {nha} hộ dân di chuyển đồ đạc, [đưa người già đến nhà sinh hoạt cộng đồng|bố trí xuồng đưa đón học sinh].
P? Theo số liệu ban đầu, có {nha} nhà bị nước vào, [{#4-46} héc-ta rau màu bị ngập|một đoạn tường rào dài {#6-30} m bị đổ]. // Không có thương vong.
P? Đơn vị thoát nước [tăng cường {#2-8} máy bơm|mở toàn bộ cửa cống] tại các điểm trũng, dự kiến nước rút trong [chiều nay|vòng {#2-6} giờ tới].
P Đài Khí tượng thủy văn tỉnh cho biết tổng lượng mưa trong đêm là {mm} mm; [mưa giảm dần từ {mai}|đợt mưa còn kéo dài đến hết {mai}].
/ Cơ quan chức năng khuyến cáo người dân [không đi qua đoạn đường có nước chảy xiết|không vớt củi, đánh bắt cá khi lũ về], giữ liên lạc với tổ trưởng dân phố.
C Người dân dắt xe qua đoạn ngập ở {xa}, {hom}.
U Đến trưa cùng ngày, nước tại {duong} điểm đã rút, xe cộ đi lại bình thường.

=== thoi-tiet | xa-hoi | CB | 3 | 2 | thời tiết
@t1 #21-24
@t2 #27-31
@mm #15-70:5
@song #.12-32
@cap #4-6
@vung vùng núi phía tây|đồng bằng ven sông|dải ven biển
T Thời tiết {mai}: [Mưa rào rải rác, đề phòng dông|Trời nhiều mây, chiều tối có mưa|Gió đông bắc nhẹ, biển động]
T Dự báo thời tiết Sông Thanh {mai}: {t1}–{t2} độ C
S Ngày {mai}, {vung} [có mưa rào và dông vài nơi|nhiều mây, có lúc có mưa], nhiệt độ từ {t1} đến {t2} độ C.
S Vùng biển ngoài khơi gió đông bắc cấp {cap}, sóng cao khoảng {song} m.
P Đài Khí tượng thủy văn tỉnh Sông Thanh cho biết, đêm {ngay} và ngày {mai}, {vung} [có mưa vừa, cục bộ mưa to với lượng mưa trên {mm} mm|ngày nắng gián đoạn, chiều tối có mưa rào].
/ Do ảnh hưởng của rìa lưỡi áp cao lạnh, ngày {mai} {vung} nhiều mây, [sáng sớm se lạnh|có mưa nhỏ vài nơi]. // Nhiệt độ thấp nhất {t1} độ C, cao nhất {t2} độ C.
P Khu vực phường Lưu Giang và vùng phụ cận [trời nhiều mây|ngày có nắng nhẹ], gió nhẹ, [thuận lợi cho phơi nông sản|đêm và sáng se lạnh]; nhiệt độ cao nhất {t2} độ C.
/ Tại Lưu Giang, khả năng mưa vào buổi [chiều|tối] là {mm}%. // Người đi đường nên mang theo áo mưa.
P Trên biển, gió đông bắc cấp {cap}, [có lúc giật trên hai cấp|biển động], sóng cao {song} m. // [Tàu thuyền nhỏ hạn chế ra khơi|Ngư dân theo dõi bản tin trước khi xuất bến].
P? Mực nước các sông trong tỉnh [dao động theo thủy triều|biến đổi chậm], [dưới báo động 1|ở mức trung bình nhiều năm].
C Trời nhiều mây trên cửa biển Cửa Vọng.

=== cuu-nan-bien | xa-hoi | NCB | 2 | 7 | cứu nạn, ngư dân
cast A=vice-farm,chair
@tau ##90110-91980
@hl #18-95
@nguoi #5-14
@d citizen:m
@q official:Đồn trưởng Đồn Biên phòng Cửa Vọng
@cap #6-8
@gio #5-16
T Đưa {nguoi} ngư dân gặp nạn trên biển vào bờ an toàn
T Tàu cá ST {tau} bị hỏng máy, {nguoi} người được cứu
T Cứu {nguoi} thuyền viên tàu cá thả trôi cách bờ {hl} hải lý
S Sau {gio} giờ thả trôi vì hỏng máy, tàu cá ST {tau} cùng {nguoi} thuyền viên đã được lai dắt về cảng Cửa Vọng.
S {nguoi} ngư dân trên tàu ST {tau} được đưa vào bờ {hom}, sức khỏe ổn định.
P {hom}, Đồn Biên phòng Cửa Vọng tiếp nhận {nguoi} thuyền viên tàu cá ST {tau} do {d} làm thuyền trưởng.
/ Tàu cá ST {tau} do {d} làm thuyền trưởng cập cảng Cửa Vọng {hom}, sau khi được một tàu bạn lai dắt.
P Trước đó, khi đang [kéo lưới|trên đường vào bờ] ở vị trí cách cửa biển {hl} hải lý, tàu [bị phá nước|hỏng máy chính] trong điều kiện gió cấp {cap}, [thả trôi tự do|mất khả năng điều động]. // Thuyền trưởng đã phát tín hiệu cấp cứu qua máy Icom.
/ Theo {d.s}, tàu xuất bến từ {homqua}, gặp gió cấp {cap} thì [máy chính ngừng hoạt động|chân vịt vướng lưới]. // “Anh em bảo nhau mặc áo phao, tát nước và chờ tàu bạn”, {d.s} kể.
P Nhận tin báo, {A} chỉ đạo [Bộ đội Biên phòng điều tàu ra hỗ trợ|các lực lượng giữ liên lạc với tàu gặp nạn và huy động tàu cá gần nhất]. // Tàu bạn tiếp cận được sau {gio} giờ.
/ Ban Chỉ huy phòng thủ dân sự tỉnh đã báo cáo {inst.chair} và huy động hai tàu cá đang hoạt động gần đó ứng cứu.
P {q}, {q.p}, cho biết các thuyền viên được khám sức khỏe, hỗ trợ [lương thực, quần áo|chi phí đi lại] trước khi về nhà.
P? Từ đầu năm đến nay, vùng biển Sông Thanh xảy ra {gio} vụ tàu cá gặp sự cố, phần lớn do [hỏng máy|thời tiết xấu]. // Cơ quan chức năng nhắc ngư dân kiểm tra máy móc trước mỗi chuyến biển.
C Tàu cá ST {tau} được lai dắt về cảng Cửa Vọng.
U Đến tối cùng ngày, các thuyền viên đã về đoàn tụ với gia đình tại phường Cửa Vọng.
`;
