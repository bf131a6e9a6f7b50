/** Stories the plan names: the vote, the namesakes, the street, the undated feature. */
export const specialBank = `
=== bau-chu-tich | thoi-su | NCB | 0 | 10 | HĐND tỉnh, nhân sự
cast A*=successor B*=former-chair C=secretary D=council L=deputy
@dai #50-57
@phieu #46-50
T {A.full} được bầu làm {A.pred}
T HĐND tỉnh bầu {A.full} giữ chức {A.pred}
T {A.title} nhận nhiệm vụ
S {hom}, HĐND tỉnh Sông Thanh bầu {A.full} giữ chức {A.pred} thay {B.full} nghỉ hưu theo chế độ.
S Với {phieu} phiếu tán thành, {A.full} được bầu giữ chức {A.pred} tại kỳ họp {hom}.
P {hom}, tại kỳ họp chuyên đề, HĐND tỉnh tiến hành miễn nhiệm và bầu các chức danh thuộc thẩm quyền. // {D} chủ tọa kỳ họp, {dai} đại biểu có mặt.
/ Kỳ họp chuyên đề HĐND tỉnh diễn ra {hom}, {D} chủ tọa. // Dự kỳ họp có {C}.
P HĐND tỉnh thông qua nghị quyết miễn nhiệm chức danh {A.pred} đối với {B.full} để nghỉ hưu theo quy định. // Kết quả bỏ phiếu kín cho thấy {A.full} trúng cử với {phieu} trên {dai} phiếu.
/ Sau khi {B.full} được miễn nhiệm để nghỉ hưu theo chế độ, các đại biểu bỏ phiếu kín. // Ban kiểm phiếu công bố {A.full} đạt {phieu} phiếu.
P Trước khi được bầu, {A.short} là [{pred.standing}|người phụ trách khối kinh tế tổng hợp của UBND tỉnh]. // {B.short} giữ cương vị này từ năm 2021.
P Phát biểu nhận nhiệm vụ, {A.titled} cho biết sẽ [cùng tập thể UBND tỉnh tập trung khắc phục hậu quả mưa lũ|làm ngay việc giải ngân vốn cho các dự án đang dở dang]. // {A.short} đề nghị đại biểu và cử tri tiếp tục giám sát.
P? {C} chúc mừng và đề nghị {A.short} [sớm phân công lại công việc trong UBND tỉnh|giữ nhịp điều hành liên tục]. // Theo {C.short}, công việc trước mắt là ổn định đời sống người dân vùng lũ.
P? Dự kỳ họp còn có {L.list}; đại diện Ủy ban MTTQ Việt Nam tỉnh.
P HĐND tỉnh cũng thông qua một số nghị quyết về [ngân sách và đầu tư công|điều chỉnh quy hoạch]; kết quả bầu được trình Thủ tướng Chính phủ phê chuẩn theo quy định.
C {A} phát biểu nhận nhiệm vụ.
C Các đại biểu bỏ phiếu kín.
U Cuối buổi, {A} họp với các phó chủ tịch để bàn giao nhiệm vụ. // UBND tỉnh giữ lịch làm việc với các xã trong tuần.

=== ban-giao-cong-viec | thoi-su | NB | 0 | 8 | nhân sự
cast A*=successor B*=former-chair C=secretary
@hs #12-38
T {A.title} và {B.titled} bàn giao công việc
T {B.titled} bàn giao nhiệm vụ
S {hom}, {B.titled} bàn giao hồ sơ, công việc cho {A.titled}.
P {hom}, tại trụ sở UBND tỉnh, {B} bàn giao {hs} đầu việc đang xử lý cho {A}. // {C} chứng kiến việc bàn giao.
P {B.short} cho biết các việc còn dở dang gồm [khu tái định cư, luồng cảng cá|đường ven biển, hồ chứa]. // Khi còn là {B.pred}, {B.hon} trực tiếp theo dõi các dự án này.
P {A} tiếp nhận và giao Văn phòng UBND tỉnh lập bảng theo dõi từng việc. // {A.title} đề nghị các sở báo cáo tiến độ trước thứ Sáu.
P Phát biểu tại buổi bàn giao, {C} yêu cầu công việc được liên tục, không để hồ sơ của người dân và doanh nghiệp bị chậm.
C {A} và {B} ký biên bản bàn giao.

=== nguyen-chu-tich-trong-cay | xa-hoi | NCB | 0 | 3 | cán bộ hưu trí
cast B*=former-chair A=ward
@cay #120-680:10
@xa commune
T {B.titled} trồng cây cùng cựu chiến binh {xa}
T {cay} cây phi lao xuống bãi biển {xa}
S {hom}, hội viên cựu chiến binh {xa} trồng {cay} cây chắn cát; {B.titled} cùng tham gia.
P {hom}, {cay} cây phi lao được trồng dọc bãi biển {xa}. // Tham gia có {B.titled} và các cán bộ hưu trí.
P {B.short} cho biết [nghỉ hưu mới có thời gian theo anh em ra bãi|đoạn này mùa bão năm nào cũng lở]. // Người dân góp công đào hố, gánh nước.
P? {A} cũng cử đoàn viên phường sang giúp một buổi.
P Ban tổ chức giao [từng chi hội chăm một đoạn|trường học nhận tưới hằng tuần].
C Trồng cây chắn cát ở bãi biển {xa}.

=== hai-ong-thuan | do-thi | NC | 0 | 6 | đô thị, thoát nước
cast A*=construction B*=ward
@m #640-2400:20
@ty #12-68
@diem #4-11
T Sở Xây dựng và phường Lưu Giang bàn việc thoát nước
T Hai cơ quan, một việc: hết ngập {street}
S {hom}, {A.titled} làm việc với {B.titled} về {diem} điểm ngập ở nội thị.
P {hom}, {A.titled} dẫn đầu đoàn công tác khảo sát {diem} điểm ngập ở Lưu Giang. // Tiếp đoàn có {B.titled}.
P {B.titled} đề nghị mở rộng cống dài {m} m qua {street}. // Theo {B.title}, mưa trên 60 mm là nước tràn vào nhà dân.
P {A.titled} thống nhất đưa {m} m cống vào kế hoạch, kinh phí {ty} tỷ đồng. // {A.title} giao đơn vị tư vấn đo lại cao độ trong tuần.
P Hai bên thống nhất [họp giao ban hằng tuần|lập tổ công tác chung] cho đến khi xong công trình; phần vượt thẩm quyền trình {inst.chair}.
C Đoàn công tác khảo sát điểm ngập ở Lưu Giang.

=== ong-thuan-khong-ro | xa-hoi | NC | 0 | 3 | khuyến học, dòng họ
@em #24-90
@d citizen
@xa commune
T Gặp mặt khuyến học dòng họ Tống
T {em} em nhỏ dòng họ Tống nhận thưởng
S Buổi gặp mặt {hom} trao thưởng cho {em} học sinh, sinh viên.
P {hom}, dòng họ Tống ở {xa} tổ chức gặp mặt khuyến học, trao thưởng cho {em} em. // Đến dự có {amb.name} và đông đảo con cháu.
P {d}, trưởng ban khuyến học dòng họ, cho biết quỹ do con cháu xa quê đóng góp. // {d.s} nói mỗi năm quỹ nhận khoảng 60 triệu đồng.
P Thay mặt con cháu, {amb.name} trao quà cho các em đỗ đại học. // Buổi gặp mặt kết thúc bằng bữa cơm thân mật.
C Con cháu họ Tống nhận thưởng.

=== ngu-dan-van | kinh-te | NC | 0 | 4 | ngư dân, vươn khơi
@tan #3-18
@tau ##90110-91980
@ty #.18-64
T Chuyến biển trúng đậm của chàng ngư dân Cửa Vọng
T Tàu ST {tau} cập cảng với {tan} tấn cá
S Sau 20 ngày bám biển, tàu ST {tau} đưa về {tan} tấn cá ngừ.
P Tàu ST {tau} vừa cập cảng Cửa Vọng {hom} với {tan} tấn cá. // Chủ tàu là {fisherman}, 34 tuổi, ngư dân phường Cửa Vọng.
P Theo {fisherman}, chuyến này đi 20 ngày, dầu và đá hết hơn 200 triệu đồng. // Trừ chi phí, mỗi bạn thuyền được chia chừng 15 triệu đồng.
P Con tàu đóng năm 2019, vốn {ty} tỷ đồng, [vay một nửa|đã trả gần hết nợ]. // Chàng ngư dân nói biển năm nay lạ, cá dồn về khi gió chuyển.
P Nghỉ bốn hôm, tàu lại lấy nhu yếu phẩm để kịp con trăng.
C Bốc cá ở cảng Cửa Vọng.

=== duong-cao-ba-thiep | do-thi | NC | 0 | 4 | đường phố, lịch sử
cast A=ward
@m #900-2100:50
@nam ##1998-2009
@d citizen
T Chuyện một con đường ở Lưu Giang
T {street} thay cột đèn cũ
S {street} dài {m} m, mang tên một nhà nho thế kỷ XIX của vùng, đang được thay toàn bộ đèn.
P {street} nối chợ cũ với bờ sông, dài {m} m, được đặt tên năm {nam}. // Những ngày này, thợ điện đang thay cột đèn cũ.
P {d}, ở số 12 {street}, nhớ thời con đường còn là đất đỏ. // {d.s} bán hàng ăn sáng ở đầu phố đã hơn hai mươi năm.
P {A} cho biết việc thay đèn xong trong tháng. // Cũng theo {A.short}, phường sẽ gắn bảng giới thiệu về danh nhân ở đầu các tuyến phố.
P Cuối phố là ngôi nhà thờ họ Cao, mở cửa cho khách vào ngày rằm.
C Một đoạn {street} buổi sớm.

=== gioi-thieu-vung-dat | van-hoa | NCB | 0 | 3 | tìm hiểu Sông Thanh
cast A=council
@nam ##1832-1901
@xa commune
@ten Cửa Vọng|Bến Gỗ|Lò Gốm
T Đất và người Sông Thanh: chuyện {ten}
T {ten}, bến cũ bên sông
S Ghi chép về {ten}, một bến sông lâu đời của Sông Thanh.
P Theo địa chí của tỉnh, {ten} có tên trong sổ đinh điền từ năm {nam}. // Ghe bầu từ các cửa biển về đây đổi mắm lấy gạo.
P Chợ {ten} họp cả đêm, đèn dầu treo trên sào tre. // Sau trận lụt lớn, bến dời xuống hạ lưu, chợ còn một nửa.
P Cuốn địa chí tái bản gần đây có lời giới thiệu của {A.full}. // Sách in 1.000 bản, tặng các trường học ở {xa}.
P Ngày nay, {ten} là nơi người già ra ngồi câu cá, trẻ con học bơi.
C Bến sông {ten}.
`;
