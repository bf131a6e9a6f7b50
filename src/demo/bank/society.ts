/** Schools, health, sport, everyday life. */
export const societyBank = `
=== tuyen-sinh-lop-10 | giao-duc | NCB | 3 | 6 | tuyển sinh, lớp 10
cast A*=education
@hs !#8200-12800:50
@truong !#28-36
@tl !#68-82
@d citizen:f
@thpt highschool
@mon #2-4
T Tuyển sinh lớp 10: [Giữ ổn định ba môn thi|Công bố sớm cấu trúc đề]
T {A}: [Không ép học sinh bỏ thi lớp 10|Công bố phương án thi trước Tết]
T Khoảng {tl}% học sinh lớp 9 vào lớp 10 công lập
T Sông Thanh lấy ý kiến về phương án tuyển sinh lớp 10
S Sở Giáo dục và Đào tạo lấy ý kiến về phương án tuyển sinh lớp 10, dự kiến có {hs} thí sinh.
S {A} cho biết phương án thi lớp 10 sẽ được công bố sớm để học sinh yên tâm ôn tập.
P {hom}, Sở Giáo dục và Đào tạo công bố dự thảo phương án tuyển sinh lớp 10 để lấy ý kiến rộng rãi. // {A} chủ trì buổi thông tin.
/ Tại buổi họp {hom}, {A} cho biết năm học tới toàn tỉnh dự kiến có {hs} học sinh lớp 9, [tăng gần 600 em|giảm nhẹ so với năm trước].
P Theo dự thảo, {truong} trường công lập tuyển khoảng {tl}% số học sinh tốt nghiệp THCS, [phần còn lại học nghề, giáo dục thường xuyên|tăng hai điểm phần trăm].
/ Dự thảo giữ kỳ thi với [ba môn Toán, Ngữ văn và một môn công bố trước ngày 31/3|ba bài thi như năm ngoái]; chỉ tiêu chiếm {tl}% số học sinh.
P {A} nói việc chọn môn thi thứ ba [nhằm tránh học lệch|đã tham khảo ý kiến các trường]. // {A.short} đề nghị các trường [không tổ chức dạy thêm trái quy định|tư vấn hướng nghiệp từ học kỳ một].
/ Giải thích về chỉ tiêu, {A} cho biết [ba trường ở vùng đông dân được thêm lớp|trường {thpt} tăng hai lớp]. // Với học sinh xã xa, {A.short} nói [sẽ có chế độ nội trú|khu vực tuyển sinh được giữ nguyên].
P? {d}, có con học lớp 9, cho rằng [nên công bố sớm môn thi|cần thêm trường công]. // {d.s} lo con phải học thêm nhiều nếu đề thay đổi.
P? Hiệu trưởng một trường THCS đề nghị [ra đề bám sách giáo khoa|thi thử trên phạm vi toàn tỉnh], {mon} tuần trước kỳ thi chính thức.
P Dự thảo được đăng trên cổng thông tin của sở; [góp ý đến cuối tháng|tổng hợp, trình {inst.chair} phê duyệt trong quý này].
C {A} tại buổi thông tin về tuyển sinh.
C Học sinh {thpt} trong giờ học.

=== truong-moi | giao-duc | NCB | 3 | 5 | trường học, đầu tư
cast A*=vice-city,standing B=education L=construction M=ward
@truong school
@xa place
@ty #18-96
@phong #12-36
@hs #420-1380:10
@thang #8-14
@d citizen
T Khởi công xây dựng {truong}
T {truong} có thêm {phong} phòng học
T {A} dự lễ khởi công {truong}
T Gần {hs} học sinh {xa} sắp có trường mới
S Công trình {truong} có tổng vốn {ty} tỷ đồng, xây {phong} phòng học, dự kiến hoàn thành sau {thang} tháng.
S {hom}, {A} dự lễ khởi công {truong}, phục vụ khoảng {hs} học sinh {xa}.
P {hom}, tại {xa}, lễ khởi công xây dựng {truong} được tổ chức với sự tham dự của {A}.
/ Thầy và trò {truong} {hom} đón nhận tin vui: khu học mới gồm {phong} phòng được khởi công. // Dự lễ có {A}.
P? Cùng dự có các đồng chí: {L.list}; {M.list}; lãnh đạo {xa} và đại diện phụ huynh.
/ Dự lễ còn có {B.list} và {M.list}.
P Công trình có tổng mức đầu tư {ty} tỷ đồng từ ngân sách tỉnh, gồm {phong} phòng học, [nhà đa năng, thư viện|khu thí nghiệm, nhà ăn bán trú], xây trong {thang} tháng.
P Phát biểu tại lễ khởi công, {A} yêu cầu [nhà thầu bảo đảm an toàn cho học sinh đang học bên cạnh|chủ đầu tư bố trí chỗ học tạm phù hợp]. // {A.short} đề nghị [phụ huynh cùng giám sát|địa phương giữ đường thi công sạch sẽ].
/ {A} cho biết tỉnh [đặt mục tiêu không còn phòng học tạm|ưu tiên vốn cho vùng hay bị ngập]. // {A.short} giao Sở Tài chính bố trí vốn thiết bị ngay từ đầu.
P? {B} thông tin: năm học này toàn tỉnh còn {phong} điểm trường lẻ cần ghép, [ngành sẽ điều chuyển giáo viên theo quy mô lớp|phòng học bộ môn là nhu cầu lớn nhất].
P {d}, phụ huynh, nói [mấy năm nay con học hai ca|mùa mưa sân trường thường ngập], [chỉ mong trường xong sớm|ai cũng sốt ruột chờ].
/ Hiện {hs} học sinh đang học ở [khu nhà cũ xây từ đầu những năm 2000|hai cơ sở cách nhau hơn một cây số].
P? Trong thời gian thi công, học sinh khối 6, 7 học nhờ cơ sở [trường tiểu học bên cạnh|nhà văn hóa].
C Các đại biểu thực hiện nghi thức khởi công {truong}.
C {A} phát biểu tại lễ khởi công.

=== hoc-bong | giao-duc | NCB | 3 | 3 | khuyến học
cast A=deputy,education
@em #25-140:5
@tr #1-4
@truong highschool
@cty company
@d citizen:pupil
@xa commune
T Trao {em} suất học bổng cho học sinh vượt khó
T {em} em nhỏ {xa} nhận học bổng, xe đạp
T Tiếp sức đến trường cho học sinh {truong}
S {em} suất học bổng, mỗi suất {tr} triệu đồng, đến với học sinh có hoàn cảnh khó khăn {hom}.
S Chương trình do Hội Khuyến học và {cty} phối hợp tổ chức.
P {hom}, Hội Khuyến học tỉnh phối hợp {cty} trao {em} suất học bổng cho học sinh {truong} và các trường lân cận.
/ {em} học sinh {xa} cùng các xã lân cận được nhận học bổng trong chương trình {hom} tại {truong}.
P Mỗi suất trị giá {tr} triệu đồng, kèm [bộ sách giáo khoa và cặp|một chiếc xe đạp], dành cho em [mồ côi, khuyết tật|ở xa trường].
P {A} dự và trao học bổng, [mong các em giữ tinh thần tự học|đề nghị nhà trường theo dõi, hỗ trợ lâu dài]. // Theo {A.short}, [quỹ khuyến học các xã đã nhận hơn hai nghìn suất|tỷ lệ bỏ học cấp THPT còn 0,4%].
/ Tại buổi lễ, {A} cho biết ngành tiếp tục [rà soát danh sách học sinh bỏ học sau lũ|miễn giảm khoản thu cho hộ nghèo].
P {d}, học sinh lớp 11, [ở với bà ngoại|nhà cách trường 9 cây số], dự định dùng tiền mua [máy tính cũ|áo mưa, sách luyện thi]. // “Em muốn học ngành điều dưỡng”, {d.s} nói.
/ Cùng nhận quà có {d}, học sinh lớp 12. // Có xe đạp, {d.s} không phải đi nhờ bạn nữa.
P? Ban tổ chức cho biết [nguồn học bổng đến từ đóng góp của kiều bào và cựu học sinh|năm tới tăng thêm hai chục suất].
C Trao học bổng cho học sinh {truong}.

=== tiem-chung | y-te | NCB | 3 | 5 | y tế dự phòng
cast A*=health
@ca #42-310
@xa place
@pt #78-97
@phuong #12-48
@d citizen:f
@loai sốt xuất huyết|tay chân miệng|cúm mùa|sởi
@q official:Giám đốc Trung tâm Kiểm soát bệnh tật tỉnh
T Số ca {loai} tăng, ngành y tế khuyến cáo gì?
T {A}: [Mỗi gia đình dành 10 phút diệt lăng quăng|Không đợi có dịch mới phun thuốc]
T {xa} khống chế ổ dịch {loai}
T Tiêm chủng đạt {pt}% tại {xa}
S Toàn tỉnh ghi nhận {ca} ca {loai}, {xa} là nơi có nhiều ca nhất trong hai tuần qua.
S {A} đề nghị các trạm y tế chủ động giám sát, không để {loai} lan rộng.
P Theo Trung tâm Kiểm soát bệnh tật tỉnh, từ đầu tháng đến nay có {ca} ca {loai}, [phần lớn là trẻ dưới 10 tuổi|tập trung ở vùng ven biển].
/ Trong hai tuần, {xa} ghi nhận {phuong} ca {loai}. // {q}, {q.p}, cho biết [chưa có ca nặng|ba ổ dịch đã được xử lý].
P {hom}, {A} kiểm tra công tác phòng dịch tại {xa}. // {A.short} đề nghị [trạm y tế lập danh sách trẻ chưa tiêm|phun thuốc cả trong nhà, ngoài ngõ].
/ {A} yêu cầu các cơ sở [phân luồng bệnh nhân ngay từ cổng|bổ sung dịch truyền, giường bệnh] để không bị động. // {A.short} cho biết thuốc và vật tư [đủ dùng trong ba tháng|được chuyển xuống tuyến xã từ đầu tuần].
P {q}, {q.p}, khuyến cáo: [ngủ màn cả ban ngày, đậy kín lu nước|rửa tay thường xuyên, cho trẻ nghỉ học khi sốt], [đi khám nếu sốt quá hai ngày|không tự ý truyền dịch tại nhà].
P? {d}, có con nhỏ, cho biết cháu [sốt ba ngày, được trạm y tế chuyển viện kịp thời|vừa tiêm mũi nhắc lại]. // {d.s} nói [khu trọ ẩm thấp, nhiều muỗi|cán bộ y tế đến nhắc tận nơi].
P Tỷ lệ tiêm chủng đầy đủ cho trẻ dưới một tuổi đạt {pt}%, [tăng hai điểm phần trăm|vẫn còn ba xã dưới mức đề ra].
P? Ngành y tế cùng các trường [vệ sinh lớp học cuối tuần|khám sàng lọc học sinh mầm non], [kết thúc trong tháng|lặp lại hai tuần một lần].
C Cán bộ y tế phun thuốc tại {xa}.
C {A} kiểm tra tại trạm y tế {xa}.

=== ky-thuat-moi-benh-vien | y-te | NCB | 2 | 4 | bệnh viện
@tuoi #32-78
@gio #2-6
@d citizen
@q official:Trưởng khoa Ngoại, Bệnh viện Đa khoa tỉnh
@ca #14-120
@kt nội soi khớp gối|can thiệp mạch vành|tán sỏi qua da|phẫu thuật cột sống ít xâm lấn
T Bệnh viện Đa khoa tỉnh triển khai kỹ thuật {kt}
T Ca {kt} đầu tiên tại Sông Thanh
T Người bệnh không phải chuyển tuyến nhờ kỹ thuật {kt}
S Bệnh viện Đa khoa tỉnh Sông Thanh thực hiện kỹ thuật {kt}, người bệnh bớt phải đi xa.
S Sau {gio} giờ, ca {kt} cho bệnh nhân {tuoi} tuổi hoàn thành.
P Khoa Ngoại, Bệnh viện Đa khoa tỉnh Sông Thanh vừa thực hiện ca {kt} cho bệnh nhân {tuoi} tuổi, [đau kéo dài ba tháng nay|được chuyển từ tuyến dưới lên].
P {q}, {q.p}, cho biết ca mổ kéo dài {gio} giờ, [mất ít máu|không phải truyền máu]. // Đến nay, kíp mổ đã làm {ca} ca, [sau khi được chuyển giao từ tuyến trên|với sự hỗ trợ hội chẩn từ xa].
/ Để làm kỹ thuật này, hai kíp bác sĩ học chuyên khoa trong một năm. // {q}, {q.p}, nói [khó nhất là trang thiết bị đồng bộ|bệnh viện chuẩn bị phòng mổ riêng].
P {d}, người nhà bệnh nhân, cho biết trước đây [phải đi gần 400 cây số|mất cả tuần chờ lịch]. // {d.s} nói ở gần nhà, [tiện chăm sóc|chi phí đi lại giảm hẳn].
P? Chi phí được bảo hiểm y tế chi trả theo quy định, [phần đồng chi trả khoảng 5 đến 9 triệu đồng|bệnh viện có quỹ giúp người khó khăn].
P Bệnh viện dự kiến [mở thêm phòng mổ|đào tạo thêm ba ê-kíp] trong năm tới, mỗi tuần mổ {gio} ca.
C Kíp mổ thực hiện kỹ thuật {kt}.

=== hien-mau | y-te | NCB | 2 | 2 | hiến máu
cast Z=health,deputy
@dv #180-620:5
@ng #650-940:5
@truong highschool
@d citizen
@lan #5-32
T {dv} đơn vị máu trong ngày hội hiến máu
T Hiến máu sau mưa lũ: {ng} người tham gia
S Ngày hội hiến máu {ngay} tiếp nhận {dv} đơn vị, bổ sung kho máu của bệnh viện.
S {ng} người đăng ký hiến máu trong buổi sáng tại nhà thi đấu tỉnh.
P Ngày {ngay}, Ban Chỉ đạo vận động hiến máu tình nguyện tỉnh tổ chức ngày hội với {ng} người đăng ký, tiếp nhận {dv} đơn vị máu.
/ Từ sáng sớm, hàng trăm người đã xếp hàng trước nhà thi đấu tỉnh để [đo huyết áp, xét nghiệm|chờ đến lượt hiến máu].
P {d}, lần thứ {lan} hiến máu, nói [đợi mưa ngớt là chạy xe đến ngay|cả nhà cùng đi]. // {d.s} thuộc nhóm máu hiếm nên [được gọi bổ sung|luôn mở điện thoại].
P Bác sĩ phụ trách cho biết kho máu [thiếu nhóm O|chỉ đủ dùng vài ngày], mỗi tháng cần khoảng {dv} đơn vị cho cấp cứu và phẫu thuật.
P? Đợt hiến máu tới diễn ra ở {truong} vào cuối tháng, [dành cho giáo viên, học sinh đủ tuổi|có xe lưu động đến các xã].
C Người dân hiến máu tại nhà thi đấu tỉnh.
C {Z.titled} thăm hỏi người hiến máu.

=== giai-the-thao | the-thao | NCB | 4 | 3 | thể thao phong trào
@mon bóng chuyền bãi biển|bóng đá bảy người|đua thuyền truyền thống|việt dã|cầu lông|đẩy gậy
@doi #8-28
@xa place
@xa2 place
@ti #2-5
@d citizen:m
@vdv #120-480:10
T {xa} vô địch giải {mon} tỉnh
T Khai mạc giải {mon}, {doi} đội tranh tài
T {mon}: {xa} thắng {xa2} ở trận chung kết
T {vdv} vận động viên dự giải {mon}
S Giải {mon} kết thúc {hom} với ngôi vô địch thuộc về đội {xa}.
S {doi} đội với {vdv} vận động viên tranh tài ở giải {mon} tỉnh Sông Thanh.
P {hom}, giải {mon} tỉnh Sông Thanh [khép lại sau ba ngày thi đấu|khai mạc với {doi} đội] tại {xa}.
/ Trời [mát, ít mưa|nắng nhẹ sau mấy hôm mưa] giúp các trận của giải {mon} diễn ra đúng lịch. // Có {vdv} vận động viên dự giải.
P Ở trận chung kết, đội {xa} gặp {xa2}, [nhập cuộc chậm nhưng vượt lên|dẫn trước từ đầu] và thắng chung cuộc với cách biệt {ti} điểm.
/ Hai đội {xa} và {xa2} vào chung kết sau khi đứng đầu bảng. // Trận đấu giằng co đến phút cuối, {xa} thắng với khoảng cách {ti} điểm.
P {d}, đội trưởng {xa}, cho biết đội [tập chung ba tuần|chỉ tập buổi tối vì ban ngày đi biển]. // “[Thắng là nhờ giữ sức ở hiệp cuối|Thua trận đầu nên ai cũng quyết tâm]”, {d.s} nói.
P? Giải ba chung thuộc về hai đội còn lại; ban tổ chức trao thêm giải [phong cách|vận động viên trẻ].
P Theo ban tổ chức, các tay chơi nổi bật sẽ [tập trung chuẩn bị đại hội thể dục thể thao|dự giải khu vực tháng sau].
C Pha tranh tài ở giải {mon}.

=== viec-tot | xa-hoi | NC | 2 | 2 | chuyện đời thường
@d citizen
@d2 citizen
@xa commune
@trieu #3-46
@gio #2-5
T Chuyện {d.s} bên bến đò {xa}
T Người đưa đò mùa lũ ở {xa}
T Bến đò {xa} những ngày nước lớn
T Căn nhà không khóa cửa bên bến {xa}
S Câu chuyện của {d}, người {xa}, được bà con kể lại trong những ngày mưa.
S Ở {xa}, ai cần qua sông mùa nước lớn đều tìm đến nhà {d}.
P {d} năm nay ngoài năm mươi, sống ở cuối {xa}. // Mỗi ngày, công việc của {d.s} bắt đầu từ {gio} giờ sáng.
/ Căn nhà của {d} nằm sát mép sông, cửa luôn để ngỏ. // Người trong xóm quen gọi {d.s} mỗi khi cần qua đò.
P Chiều {homqua}, trên đường đi chợ, {d} nhặt được chiếc túi có {trieu} triệu đồng và nhờ công an xã tìm người mất. // Chủ nhân là {d2}, đang đi đóng viện phí.
/ {d.s} kể, đợt lũ trước có hôm chở {trieu} lượt người qua sông, [không lấy tiền của ai|chỉ nhận bó rau, con cá].
P “[Của mình thì mình giữ, của người thì trả|Tôi ở một mình, giúp được ai thì giúp]”, {d.s} nói rồi [cười xòa|quay vào bếp].
P {d2}, người cùng thôn, nói [nghe loa xã mới biết|ở đây nhà nào cũng từng nhờ]. // {d2.s} định cuối năm góp thêm [gạo|mái chèo mới].
P? Trưởng thôn cho biết thôn có [quỹ nhỏ giúp người ốm|tổ đi chợ giúp người già], mỗi hộ góp {#5-20:5} nghìn đồng một tuần.
C Bến đò {xa} một chiều mưa.

=== canh-bao-lua-dao | xa-hoi | NC | 3 | 3 | an toàn mạng
@trieu #18-460:2
@xa place
@d citizen:f
@q official:Đội trưởng Đội An ninh mạng
@loai giả danh nhân viên điện lực|giả danh cán bộ thuế|rủ góp vốn qua ứng dụng|mạo danh giáo viên báo con cấp cứu
T Cảnh báo chiêu lừa {loai}
T Người dân {xa} suýt mất {trieu} triệu đồng
T Cách nhận biết cuộc gọi {loai}
S Thủ đoạn {loai} xuất hiện trở lại, nhiều người ở {xa} nhận được cuộc gọi lạ.
S Nhờ nhân viên ngân hàng can ngăn, một người dân {xa} giữ lại được {trieu} triệu đồng.
P {hom}, {d}, ở {xa}, đến ngân hàng rút {trieu} triệu đồng theo lời một người tự xưng gọi điện. // Thấy {d.s} lo lắng, nhân viên giao dịch đã báo công an.
/ Công an tỉnh cho biết gần đây các đối tượng dùng thủ đoạn {loai} để gọi điện cho [người lớn tuổi|chủ cửa hàng nhỏ].
P {q}, {q.p}, khuyến cáo [không bấm đường dẫn lạ|không cung cấp mã OTP], [gọi lại số tổng đài chính thức|kể cho người thân trước khi chuyển tiền].
/ Theo {q}, {q.p}, dấu hiệu chung là [thúc giục, dọa cắt dịch vụ|yêu cầu giữ bí mật], sau đó [gửi ứng dụng giả|đưa số tài khoản cá nhân].
P? {d.s} cho biết [người gọi đọc đúng họ tên, số nhà|họ nói rất gấp], nên [bà con cần bình tĩnh|ai cũng dễ tin].
P Từ đầu năm, công an tiếp nhận {#24-118} tin báo liên quan, ngăn kịp thời nhiều vụ; [phối hợp nhà mạng khóa các số điện thoại|tuyên truyền tại chợ, trường học].
C Công an hướng dẫn người dân nhận biết lừa đảo qua mạng.
`;
