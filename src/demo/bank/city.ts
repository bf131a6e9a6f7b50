/** Streets, wards, waste, works, services. */
export const cityBank = `
=== sua-cau-phan-luong | do-thi | NCB | 4 | 5 | giao thông, phân luồng
cast A=construction
@cau cầu Cửa Vọng|cầu Bến Gỗ|cầu Sông Kiền|cầu Đá Trắng
@ngay2 #12-45
@xa ward
@tan #5-18
@q official:Trưởng phòng Quản lý hạ tầng, Sở Xây dựng
@gio 22 giờ|21 giờ|23 giờ
T Từ {mai}, cấm xe tải trên {tan} tấn qua {cau}
T Sửa {cau}, xe cộ đi lại thế nào?
T Phân luồng giao thông phục vụ sửa chữa {cau}
T {cau} được sửa mặt và khe co giãn trong {ngay2} ngày
S Việc sửa chữa {cau} kéo dài {ngay2} ngày; xe trên {tan} tấn đi vòng theo hướng {xa}.
S Từ {mai}, một nửa mặt {cau} được rào chắn để thay khe co giãn.
P Sở Xây dựng vừa thông báo phương án phân luồng trong thời gian sửa chữa {cau}, bắt đầu từ {mai}, dự kiến {ngay2} ngày.
/ Để thay khe co giãn và thảm lại mặt {cau}, từ {mai} các phương tiện đi theo hướng dẫn mới.
P Theo đó, xe tải trên {tan} tấn và xe khách từ 30 chỗ đi vòng qua {xa} rồi ra {street}; xe máy, xe con [đi một chiều luân phiên|được qua cầu nhưng giảm tốc độ còn 20 km/h].
/ Xe con và xe máy vẫn qua cầu trên nửa mặt đường còn lại. // Xe trên {tan} tấn rẽ vào {street}, theo biển báo tạm.
P {A} cho biết đơn vị thi công [làm ban đêm, từ {gio} đến 5 giờ|chia thành ba đợt ngắn] để giảm ùn tắc. // {A.short} đề nghị người dân [chọn lộ trình khác vào giờ cao điểm|theo dõi biển báo, nghe lực lượng điều tiết].
/ {q}, {q.p}, cho biết mặt cầu [bong tróc sau mùa mưa|đã khai thác hơn 20 năm], [cần thay trước khi vào cao điểm cuối năm|phải gia cường bản mặt].
P? Lực lượng cảnh sát giao thông bố trí [{#2-6} chốt|hai ca trực] tại hai đầu cầu, điều tiết giờ học sinh tan trường.
P? Các tuyến xe buýt qua cầu đổi lộ trình, [bỏ hai trạm dừng|thêm trạm tạm trước chợ], thông tin dán tại trạm.
P Trường hợp mưa lớn, việc thi công [tạm dừng và lùi tương ứng|chuyển sang phần việc dưới gầm cầu].
C {cau} nhìn từ phía {xa}.
U Đơn vị thi công điều chỉnh giờ làm sang từ {gio} theo ý kiến của người dân hai đầu cầu.

=== chinh-trang-via-he | do-thi | NC | 4 | 4 | đô thị, vỉa hè
cast A*=ward
@tuyen đường Bến Gỗ|đường Lò Gốm|đường Hải Thượng Cũ|đường Cây Me
@m #420-2300:10
@ty #.14-98
@d citizen
@cay #60-240:5
T Lưu Giang chỉnh trang vỉa hè {tuyen}
T {A}: [Vỉa hè phải có lối cho người đi bộ|Không chặt cây khi chỉnh trang đường phố]
T {m} m vỉa hè {tuyen} được lát lại
T Thêm {cay} cây xanh trên {tuyen}
S Phường Lưu Giang lát lại {m} m vỉa hè {tuyen}, kinh phí {ty} tỷ đồng.
S Dự án chỉnh trang {tuyen} được [khởi động|triển khai] {hom}, giữ nguyên hàng cây cũ.
P {hom}, UBND phường Lưu Giang bắt đầu chỉnh trang {m} m vỉa hè {tuyen}, đoạn từ chợ cũ đến {street}.
/ Đoạn {tuyen} dài {m} m, từ ngã ba {street} ra bờ sông, đang được lát lại vỉa hè.
P {A} cho biết công trình có kinh phí {ty} tỷ đồng, [dùng đá lát nhám chống trơn|làm đường dẫn cho người khiếm thị]. // {A.short} đề nghị các hộ [bàn giao mặt bằng trước cửa đúng lịch|tạm gác biển hiệu lấn vỉa hè].
/ Theo {A}, [phường họp dân hai lần trước khi làm|phương án được lấy ý kiến từng tổ dân phố]. // {A.short} nói việc buôn bán được sắp xếp vào [chợ tạm|khung giờ nhất định] trong khi thi công.
P {d}, [bán cà phê|có nhà] trên {tuyen}, mong [làm nhanh trước Tết|rãnh thoát nước được nạo vét cùng lúc]. // “[Chịu bụi ít hôm nhưng sau này đi lại dễ|Mùa mưa nước hay đọng trước cửa]”, {d.s} nói.
P? Cùng với lát đá, {cay} cây [lộc vừng|bàng vuông|giáng hương] được trồng bổ sung, dây điện và cáp viễn thông được hạ ngầm.
/ Phường cũng kẻ lại vạch để xe, đặt {cay} chậu cây và thay đèn tiết kiệm điện.
P Công trình dự kiến hoàn thành sau [45|60|75] ngày, [thi công cuốn chiếu từng 100 m|làm vào ban đêm tại các đoạn đông người].
C Công nhân lát đá trên {tuyen}.

=== mot-cua-phuong | do-thi | CN | 4 | 4 | dịch vụ công, chuyển đổi số
cast A=ward,standing
@xa ward
@hs #90-340:5
@pt #72-97
@phut #7-25
@d citizen
@q official:Giám đốc Trung tâm Phục vụ hành chính công {xa}
T {xa}: Làm thủ tục trong {phut} phút
T Người dân {xa} quen dần với dịch vụ công trực tuyến
T Trung tâm hành chính công {xa} thêm ngày làm việc thứ Bảy
T {pt}% hồ sơ ở {xa} nộp qua mạng
S Mỗi ngày Trung tâm Phục vụ hành chính công {xa} tiếp nhận khoảng {hs} hồ sơ, {pt}% nộp trực tuyến.
S Tổ hỗ trợ lưu động giúp người lớn tuổi ở {xa} làm thủ tục ngay tại nhà văn hóa khu phố.
P Có mặt tại Trung tâm Phục vụ hành chính công {xa} {hom}, {d} chỉ mất {phut} phút để [chứng thực giấy tờ|đăng ký khai sinh cho cháu|nộp hồ sơ đất đai]. // {d.s} được nhân viên hướng dẫn chụp giấy tờ bằng điện thoại.
/ Từ đầu tuần, Trung tâm Phục vụ hành chính công {xa} [mở thêm hai quầy|đặt thêm ba máy lấy số] do lượng người đến tăng.
P {q}, {q.p}, cho biết bình quân mỗi ngày có {hs} hồ sơ, [đông nhất là đầu tuần|đất đai và hộ tịch chiếm phần lớn]. // Tỷ lệ nộp trực tuyến đạt {pt}%.
P {A} cho biết [sẽ bổ sung máy quét, nâng đường truyền|các thủ tục đất đai được giải quyết không theo địa giới]. // Theo {A.short}, [người dân nộp ở đâu cũng được trả kết quả tại nhà|khó nhất là hồ sơ giấy cũ chưa số hóa].
/ Mới đây, {A} yêu cầu [công khai số hồ sơ trễ hạn từng tuần|không để người dân phải đi lại quá một lần] tại các trung tâm hành chính công.
P? {d.s} nói điều cần nhất là [chữ trên màn hình to hơn|có người hướng dẫn các bước ký số], vì [mắt kém|chưa quen dùng điện thoại].
P? Toàn tỉnh hiện có gần một trăm trung tâm như vậy; [hệ thống phần mềm còn nghẽn vào đầu giờ sáng|dữ liệu dân cư đã kết nối nên bớt giấy tờ].
P Ngoài giờ hành chính, tổ công nghệ số cộng đồng [đến từng nhà giúp cài đặt ứng dụng|trực ở nhà văn hóa tối thứ Ba, thứ Năm].
C Người dân làm thủ tục tại {xa}.

=== cup-dien-nuoc | do-thi | C | 3 | 2 | điện nước, thông báo
@xa ward
@gio1 #5-8
@gio2 #15-17
@ho #400-2600:50
@tram trạm bơm Gò Sim|nhà máy nước Đá Bàn|tuyến ống D400
T Lịch tạm ngừng cấp [điện|nước] ngày {mai} tại {xa}
T {ho} hộ ở {xa} tạm mất nước ngày {mai}
S Để [bảo dưỡng {tram}|đấu nối đường ống mới], {ho} hộ ở {xa} tạm ngừng dùng nước từ {gio1} giờ đến {gio2} giờ.
S Công ty cấp nước khuyến cáo người dân dự trữ nước trước {gio1} giờ ngày {mai}.
P Công ty Cổ phần Cấp nước Sông Thanh thông báo tạm ngừng cấp nước ngày {mai}, từ {gio1} giờ đến {gio2} giờ, tại một phần {xa}.
P Khu vực ảnh hưởng gồm các hẻm dọc {street} và khu dân cư quanh chợ, tổng cộng {ho} hộ.
/ Phạm vi gồm [ba tổ dân phố|khu tập thể và các hẻm] từ {street} đến bờ kè.
P Lý do là [sửa chữa {tram}|thay van chính]. // Nếu mưa lớn, lịch sẽ lùi [một|hai] ngày.
P? Xe bồn túc trực tại [bệnh viện|trường mầm non] trong thời gian ngừng cấp nước. // Đường dây nóng hoạt động 24/24 giờ.
P? Sau khi cấp lại, nước có thể đục trong ít phút, người dân nên xả bỏ lượng nước đầu.
C Công nhân kiểm tra {tram}.
U Đơn vị cấp nước cho biết công việc xong sớm, nước có trở lại từ 14 giờ.

=== nha-o-xa-hoi | kinh-te | NC | 3 | 6 | nhà ở xã hội
cast A*=construction,standing B=chair
@can #180-960:10
@xa ward
@cty company
@ty #210-890:10
@d citizen
@gia #.128-189
T Thêm {can} căn nhà ở xã hội tại {xa}
T {A}: [Giao đất sạch cho nhà ở xã hội|Công khai danh sách mua nhà ở xã hội]
T Công nhân chờ nhà ở xã hội {xa}
T Khởi động dự án nhà ở xã hội {can} căn
S Dự án nhà ở xã hội tại {xa} có {can} căn, tổng vốn {ty} tỷ đồng, do {cty} làm chủ đầu tư.
S {A} kiểm tra tiến độ khu nhà ở xã hội {xa} {hom}.
P {hom}, {A} kiểm tra công trường khu nhà ở xã hội tại {xa}. // Dự án gồm {can} căn, vốn {ty} tỷ đồng.
/ Khu nhà ở xã hội {can} căn tại {xa} đang [hoàn thiện phần thô|làm móng], theo chủ đầu tư {cty}.
P Đại diện {cty} cho biết giá bán dự kiến {gia} triệu đồng mỗi mét vuông, [nhận hồ sơ từ quý sau|ưu tiên công nhân khu công nghiệp]. // Vướng mắc hiện nay là [đường dẫn vào dự án|trạm biến áp].
P {A} đề nghị [chủ đầu tư công khai đối tượng xét duyệt|địa phương hoàn thành đường gom trước khi bàn giao nhà]. // Theo {A.short}, [toàn tỉnh đặt mục tiêu hơn một nghìn căn trong năm nay|quỹ đất 20% tại các khu đô thị sẽ được rà soát].
/ Báo cáo tại hiện trường, các đơn vị kiến nghị giao đất bổ sung. // {A} [thống nhất chủ trương|đề nghị lập hồ sơ], trình {inst.chair} trong tháng.
P? Trước đó, {B} đã [giao chỉ tiêu nhà ở xã hội cho từng địa phương|yêu cầu rút ngắn thủ tục chọn chủ đầu tư].
P {d}, công nhân may, đang thuê phòng trọ 14 m2, cho biết [vợ chồng để dành được một phần tiền|mong có chỗ ở gần trường cho con]. // “[Chỉ lo khoản vay dài|Nếu được mua, tôi sẽ đón mẹ ra ở cùng]”, {d.s} chia sẻ.
P? Ngân hàng Chính sách xã hội tỉnh cho biết lãi suất cho vay mua nhà [thấp hơn thị trường|được giữ ổn định nhiều năm], thời hạn tối đa 25 năm.
C Công trường khu nhà ở xã hội {xa}.

=== rac-thai | do-thi | CN | 3 | 3 | môi trường, rác thải
@xa place
@tan #.45-320
@d citizen
@ho #320-1900:10
@q official:Phó Chủ tịch UBND {xa}
T {xa}: Phân loại rác tại nhà, giảm {tan} tấn mỗi ngày
T Chuyện thu gom rác ở {xa}
T {ho} hộ dân {xa} ủ rác hữu cơ làm phân
S Mô hình phân loại rác tại {xa} có {ho} hộ tham gia, mỗi ngày bớt {tan} tấn rác phải chở đi.
S Thùng xanh cho rác hữu cơ, thùng vàng cho rác tái chế: nếp mới ở {xa}.
P Mỗi sáng, {d} ở {xa} đem [vỏ rau, cơm thừa|lá cây, bã mía] đổ vào thùng ủ sau vườn. // {d.s} nói [ba tháng lấy phân bón cây một lần|ban đầu hay quên, nay thành quen].
/ Ở {xa}, trước mỗi cổng nhà có hai thùng rác khác màu. // Rác hữu cơ được giữ lại vườn, phần còn lại chờ xe thu gom.
P {q}, {q.p}, cho biết đến nay {ho} hộ tham gia, lượng rác chở đi giảm {tan} tấn mỗi ngày. // [Hội phụ nữ và đoàn thanh niên chia nhau hướng dẫn|Mỗi thôn có một tổ tự quản].
P Khó khăn là [xe thu gom chưa chia ngăn|thuê trọ đông, người ở hay đổi], nên có nơi rác đã phân loại lại bị [trộn chung|để lẫn].
/ Đơn vị thu gom [đổi lịch: thứ Ba, thứ Năm lấy rác tái chế|lắp thêm ngăn trên xe], tiền bán phế liệu góp quỹ [khuyến học|giúp hộ nghèo].
P? Cuối tháng, phường, xã tổ chức đổi pin cũ, vỏ hộp lấy [cây giống|sổ tay], [thu được {#2-14} tạ|có hàng trăm người tham gia].
P Theo kế hoạch của tỉnh, các đô thị hoàn thành phân loại rác tại nguồn trong [năm tới|hai năm nữa].
C Điểm tập kết rác tái chế ở {xa}.

=== an-toan-giao-thong | xa-hoi | NCB | 3 | 3 | an toàn giao thông
@xa place
@vu #4-19
@hs #320-1400:10
@q official:Phó Trưởng phòng Cảnh sát giao thông tỉnh
@truong school
@d citizen
T Ra quân [bảo đảm trật tự giao thông cổng trường|kiểm tra xe đưa đón học sinh]
T {truong}: {hs} học sinh ký cam kết an toàn giao thông
T Cổng trường {xa} thông thoáng giờ tan học
S Lực lượng chức năng kiểm tra {vu} điểm cổng trường tại {xa}, hướng dẫn phụ huynh dừng xe đúng nơi.
S {hs} học sinh {truong} được phổ biến kỹ năng đi xe đạp, xe điện an toàn.
P {hom}, lực lượng cảnh sát giao thông phối hợp {truong} tổ chức [buổi hướng dẫn lái xe an toàn|mô hình “Cổng trường an toàn”].
/ Tại {truong}, {hom}, {hs} học sinh được nghe phổ biến quy định mới về [xe đạp điện|độ tuổi điều khiển xe].
P {q}, {q.p}, cho biết đợt này kiểm tra {vu} điểm, [nhắc nhở hàng chục trường hợp chở quá số người|lập biên bản các xe đưa đón hết hạn kiểm định].
P {d}, phụ huynh, cho biết [từ khi kẻ vạch, việc đón con nhanh hơn|nhà trường chia giờ tan học theo khối]. // {d.s} mong [giữ được lâu dài|có thêm mái che cho phụ huynh đứng chờ].
P? Học sinh tham gia phần thi [xử lý tình huống|nhận biết biển báo], [đội khối 8 giành giải nhất|mỗi lớp nhận một bộ biển báo để học].
P Đợt cao điểm kéo dài đến hết tháng, tập trung [tuyến qua trường học|các nút giao với đường tỉnh].
C Học sinh {truong} thực hành đi xe đạp an toàn.
`;
