/** Meetings, sessions, receptions, party and council work. */
export const politicsBank = `
=== hop-giai-ngan | thoi-su | NCB | 5 | 7 | đầu tư công, giải ngân
cast A*=chair,standing B=construction L=council M=vice-city
@pt #38-71
@von !#3100-4800:10
@duan #9-42
@xa commune
@q official:Phó Giám đốc Sở Tài chính
@thang #1-3
T {A}: [Gỡ vướng mặt bằng từng dự án|Lấy kết quả giải ngân làm căn cứ bố trí vốn]
T Họp bàn đẩy nhanh giải ngân vốn đầu tư công
T Giải ngân đạt {pt}%, tỉnh rà soát {duan} dự án chậm tiến độ
T Sông Thanh còn {duan} dự án vướng mặt bằng
S {hom}, {A} chủ trì cuộc họp về tình hình giải ngân vốn đầu tư công của tỉnh.
S Tổng vốn kế hoạch năm nay là {von} tỷ đồng, đến nay giải ngân {pt}%; {duan} dự án còn vướng mặt bằng.
P {hom}, UBND tỉnh họp nghe báo cáo tình hình giải ngân vốn đầu tư công. // {A} chủ trì cuộc họp.
/ Cuộc họp do {A} chủ trì diễn ra {hom}, với sự tham gia của [các sở, ngành và chủ đầu tư|lãnh đạo các xã, phường có dự án].
P? Cùng dự có các đồng chí: {L.list}; {M.list}; đại diện các ban quản lý dự án.
/ Dự họp còn có {L.list} và {M.list}.
P Theo {q}, {q.p}, tổng kế hoạch vốn năm nay là {von} tỷ đồng, đã giải ngân {pt}%, [cao hơn cùng kỳ {thang} điểm phần trăm|thấp hơn cùng kỳ {thang} điểm phần trăm]. // Trong số các chủ đầu tư, {#3-11} đơn vị [đạt dưới mức bình quân|chưa giải ngân hết vốn chuyển nguồn].
/ Báo cáo tại cuộc họp nêu tỷ lệ giải ngân đến cuối tháng trước đạt {pt}% của {von} tỷ đồng. // Nguyên nhân chủ yếu là [giải phóng mặt bằng chậm, giá cát tăng|thủ tục điều chỉnh quy hoạch kéo dài, mưa nhiều].
P Báo cáo thêm về nhóm dự án giao thông, {B} cho biết [ba gói thầu đang bù tiến độ bằng cách thi công ba ca|còn {#6-58} hộ tại {xa} chưa bàn giao mặt bằng]. // {B.short} đề nghị địa phương [chốt thời hạn bàn giao|bố trí thêm khu tái định cư].
/ {B} đề xuất cho nhà thầu khai thác thêm mỏ đất tại {xa} để có vật liệu đắp nền, đồng thời [trình {inst.chair} phê duyệt điều chỉnh dự toán|báo cáo {inst.chair} phương án phân kỳ].
P Kết luận cuộc họp, {A} giao [từng phó chủ tịch theo dõi một nhóm dự án|Sở Tài chính lập danh mục điều chuyển vốn trước ngày 25 hằng tháng]. // {A.short} yêu cầu chủ đầu tư [báo cáo tiến độ theo tuần|ký cam kết mốc hoàn thành].
/ {A} đề nghị các địa phương phối hợp với chủ đầu tư đối thoại với người dân, [giải quyết dứt điểm hồ sơ đất đai|công khai phương án bồi thường].
P? > “[Dự án nào hết vướng thì tập trung máy móc làm ngay khi trời tạnh|Mỗi vướng mắc phải có tên người xử lý và ngày hoàn thành]”, {A.short} nói.
/ > “Vốn đã bố trí mà không tiêu được thì chuyển cho dự án khác, không chờ đến cuối năm”, {A.short} cho biết.
P? {amb.vice} phụ trách từng lĩnh vực sẽ họp giao ban với chủ đầu tư vào thứ Sáu hằng tuần.
P Theo kế hoạch, [cuộc họp tiếp theo diễn ra vào cuối tháng|UBND tỉnh tiếp tục nghe báo cáo chuyên đề sau hai tuần nữa], tập trung vào các dự án [kè biển, hồ chứa|trường học, trạm y tế].
C Quang cảnh cuộc họp {hom}.
C {A} phát biểu tại cuộc họp.
U Thông báo kết luận được ban hành cuối ngày, nêu danh sách {duan} dự án phải báo cáo tuần.

=== ky-hop-hdnd | thoi-su | NB | 3 | 8 | HĐND tỉnh, nghị quyết
cast A*=council B=chair,standing L=secretary M=deputy
@nq #6-19
@dai #46-58
@ky kỳ họp chuyên đề|phiên họp thường kỳ của Thường trực HĐND|phiên giải trình
@q official:Trưởng Ban Kinh tế - Ngân sách HĐND tỉnh
@xa commune
@ty #40-380:5
T HĐND tỉnh [xem xét|thông qua] {nq} nghị quyết
T Khai mạc {ky} HĐND tỉnh Sông Thanh
T {A}: [Nghị quyết phải đi cùng nguồn lực thực hiện|Chất vấn đúng việc, trả lời đúng hạn]
T Đại biểu HĐND tỉnh thảo luận về [học phí, y tế cơ sở|nước sạch nông thôn|bố trí dân cư vùng sạt lở]
S {hom}, {ky} HĐND tỉnh diễn ra dưới sự chủ tọa của {A}, xem xét {nq} nội dung.
S {nq} nghị quyết về [đầu tư công, chính sách xã hội và tổ chức bộ máy|ngân sách, phí và lệ phí] được trình tại kỳ họp.
P {hom}, HĐND tỉnh tổ chức {ky}. // {A} chủ tọa, {dai} đại biểu có mặt.
/ Với {dai} đại biểu tham dự, {ky} HĐND tỉnh khai mạc {hom} tại Trung tâm Hội nghị tỉnh. // {A} phát biểu khai mạc.
P? Dự kỳ họp có các đồng chí: {L.list}; {M.list}; lãnh đạo các sở, ngành và Ủy ban MTTQ Việt Nam tỉnh.
/ Tham dự có {L.list}, cùng {M.list}.
P Phát biểu khai mạc, {A} đề nghị đại biểu [tập trung thảo luận các nội dung còn ý kiến khác nhau|cho ý kiến về tính khả thi và nguồn lực của từng nghị quyết]. // {A.short} cho biết các tờ trình đã được gửi trước {nq} ngày theo quy định.
/ Theo {A}, các nghị quyết lần này [liên quan trực tiếp đến đời sống người dân vùng sạt lở|nhằm xử lý công việc phát sinh sau khi sắp xếp đơn vị hành chính].
P Thẩm tra nội dung ngân sách, {q}, {q.p}, đề nghị [làm rõ khoản {ty} tỷ đồng bổ sung cho {xa}|ưu tiên {ty} tỷ đồng cho các công trình dở dang]. // Ban cũng kiến nghị [công khai tiến độ trên cổng thông tin điện tử|rà soát lại danh mục đầu tư].
/ Báo cáo thẩm tra của các ban HĐND tỉnh cơ bản thống nhất với tờ trình, đồng thời đề nghị bổ sung {ty} tỷ đồng cho đường liên xã qua {xa}.
P Giải trình trước đại biểu, {B} cho biết [ngân sách đã dành {ty} tỷ đồng cho khu tái định cư {xa}|các sở đang hoàn thiện hồ sơ, dự kiến xong trong quý này]. // {B.short} nhận trách nhiệm chỉ đạo [cập nhật tiến độ hằng tháng|rút ngắn khâu thẩm định].
/ Thay mặt UBND tỉnh, {B} tiếp thu ý kiến đại biểu và giao các sở trả lời bằng văn bản trong 15 ngày.
P? Tại phần thảo luận, nhiều đại biểu nêu thực trạng [trạm y tế xã thiếu bác sĩ|đường dân sinh xuống cấp sau lũ|trẻ em vùng cao đi học xa], đề nghị có lộ trình cụ thể.
P Kết thúc phiên làm việc, {nq} nghị quyết được biểu quyết thông qua với [tỷ lệ tán thành cao|đa số đại biểu tán thành]. // {A.title} ký chứng thực các nghị quyết theo quy định.
/ Kỳ họp [bế mạc cuối buổi chiều|hoàn thành chương trình đề ra]; các nghị quyết có hiệu lực sau 10 ngày.
C Đại biểu biểu quyết thông qua nghị quyết.
C {A} điều hành phiên họp.
U Toàn văn các nghị quyết được đăng trên Cổng thông tin HĐND tỉnh vào cuối ngày.

=== tiep-cong-dan | thoi-su | NCB | 4 | 6 | tiếp công dân, đất đai
cast A*=chair,secretary,council
@don #60-210
@vu #5-18
@xa commune
@xa2 place
@d citizen
@d2 citizen
@q official:Trưởng Ban Tiếp công dân tỉnh
@ngayhan #10-30:5
T {A} tiếp công dân định kỳ
T {A} trả lời {vu} vụ việc tại buổi tiếp công dân
T Tiếp công dân định kỳ tháng này: {vu} lượt kiến nghị, phần lớn về đất đai
T Giải quyết kiến nghị của người dân {xa} trong {ngayhan} ngày
S {hom}, {A} tiếp công dân định kỳ tại Trụ sở Tiếp công dân tỉnh, ghi nhận {vu} kiến nghị.
S {vu} lượt công dân nêu kiến nghị về [bồi thường, cấp giấy chứng nhận quyền sử dụng đất|tái định cư, ô nhiễm từ cơ sở sản xuất].
P {hom}, tại Trụ sở Tiếp công dân tỉnh, {A} chủ trì buổi tiếp công dân định kỳ. // Có {vu} trường hợp đăng ký.
/ Buổi tiếp công dân định kỳ diễn ra {hom}. // {A} trực tiếp nghe {vu} lượt ý kiến.
P {d}, ở {xa}, kiến nghị [làm rõ ranh giới thửa đất với đường liên thôn|cấp lại giấy chứng nhận bị ghi sai diện tích|giải quyết chế độ cho hộ bị thu hồi đất]. // Theo {d.s}, hồ sơ [đã nộp từ năm ngoái nhưng chưa có kết quả|được chuyển qua nhiều nơi sau khi sáp nhập xã].
/ Đại diện nhóm hộ ở {xa}, {d} đề nghị [sớm bàn giao đất tái định cư|khắc phục tình trạng nước thải chảy vào ruộng].
P Về việc này, {A} giao [UBND {xa} đối thoại với hộ dân|Sở Nông nghiệp và Môi trường kiểm tra thực địa] và trả lời trong {ngayhan} ngày. // {A.short} đề nghị cơ quan chuyên môn [nêu rõ căn cứ pháp lý|cử người đến tận nơi đo đạc lại].
/ Sau khi nghe các sở giải trình, {A} yêu cầu [xử lý dứt điểm, không để người dân đi lại nhiều lần|trả lời bằng văn bản, gửi đồng thời cho Ban Tiếp công dân].
P? Trường hợp của {d2} ở {xa2}, liên quan đến [giá bồi thường cây trồng|lối đi chung], được [thống nhất hướng xử lý ngay tại buổi tiếp|chuyển cơ quan có thẩm quyền giải quyết]. // {d2.s} đồng ý với hướng giải quyết.
P? > “[Việc nào đúng thì làm ngay, việc nào sai phải nói rõ vì sao|Người dân cần câu trả lời có ngày tháng cụ thể]”, {A.short} nói tại buổi tiếp.
P {q}, {q.p}, cho biết trong tháng, cơ quan này tiếp nhận {don} đơn, trong đó [hai phần ba|hơn một nửa] liên quan đến đất đai.
/ Theo Ban Tiếp công dân tỉnh, các vụ việc thuộc thẩm quyền cấp xã [đã được chuyển ngay trong ngày|được đăng công khai trên cổng dịch vụ công].
P? Kết thúc buổi tiếp, {A.titled} giao Văn phòng UBND tỉnh theo dõi, báo cáo kết quả trước buổi tiếp tháng sau.
C {A} trao đổi với người dân tại buổi tiếp.

=== tiep-xuc-cu-tri | thoi-su | NB | 4 | 5 | cử tri, đại biểu
cast A*=council,secretary,deputy
@xa commune
@xa2 commune
@yk #9-27
@d citizen
@d2 citizen
@km #3-11
T {A} tiếp xúc cử tri {xa}
T Cử tri {xa} kiến nghị [sửa đường liên xã|bố trí bác sĩ về trạm y tế|kéo điện ra khu sản xuất]
T {yk} ý kiến cử tri gửi đến đại biểu trước kỳ họp
S {A} cùng tổ đại biểu HĐND tỉnh tiếp xúc cử tri hai xã {xa2} và {xa}, ghi nhận {yk} ý kiến.
S Cử tri phản ánh về [giao thông nông thôn, nước sạch|rác thải, điện sinh hoạt] và chế độ cho cán bộ thôn.
P {hom}, {A} và các đại biểu HĐND tỉnh tiếp xúc cử tri {xa}. // Hội trường xã kín chỗ từ sớm.
/ Tại nhà văn hóa {xa}, {hom}, {A} thông báo với cử tri dự kiến nội dung kỳ họp cuối năm.
P Cử tri {d} [đề nghị nâng cấp {km} km đường nối với {xa2}|phản ánh nước máy chảy yếu vào giờ cao điểm]. // {d.s} cho biết [xe chở nông sản khó vào ra mùa mưa|nhiều hộ phải dùng giếng khoan].
/ Theo cử tri {d}, đoạn đường {km} km qua cánh đồng [bị xói lở sau đợt lũ|chưa có rãnh thoát nước], học sinh đi lại khó khăn.
P Cử tri {d2} hỏi về [chế độ của người hoạt động không chuyên trách sau sắp xếp thôn|việc quản lý trụ sở dôi dư], đề nghị có văn bản hướng dẫn sớm.
P Trả lời cử tri, {A} cho biết [tỉnh đã đưa tuyến đường vào kế hoạch trung hạn|các sở đang khảo sát để bố trí vốn]. // {A.short} ghi nhận {yk} ý kiến và [chuyển đến cơ quan có thẩm quyền|đề nghị xã trả lời ngay những việc thuộc cấp mình].
/ {A} tiếp thu các kiến nghị, đồng thời trao đổi thêm về [lộ trình đầu tư trường lớp|phương án sử dụng trụ sở cũ làm nơi sinh hoạt cộng đồng].
P? Cũng tại buổi tiếp xúc, lãnh đạo {xa} giải trình về [thu gom rác|quản lý đất công], hứa khắc phục trong tháng.
P Các ý kiến được tổng hợp, gửi UBND tỉnh và [niêm yết kết quả trả lời tại nhà văn hóa|đăng trên trang thông tin của xã] trước kỳ họp.
C Cử tri {xa} nêu ý kiến.

=== hoi-nghi-tinh-uy | thoi-su | NB | 4 | 8 | Tỉnh ủy, hội nghị
cast A*=secretary B=deputy C=chair L=council M=standing
@pt !#.62-94
@thu !#5200-8900:50
@q official:Trưởng Ban Tổ chức Tỉnh ủy
@xa 97
@chuyen sắp xếp tổ chức bộ máy|phát triển kinh tế biển|chuyển đổi số trong cơ quan đảng|công tác cán bộ
T {A}: [Giữ nhịp tăng trưởng trong quý cuối năm|Cấp xã phải làm được việc của cấp xã]
T Hội nghị Tỉnh ủy bàn về {chuyen}
T Ban Chấp hành Đảng bộ tỉnh cho ý kiến về {chuyen}
T Tỉnh ủy Sông Thanh sơ kết ba quý, thu ngân sách {thu} tỷ đồng
S {hom}, {A} chủ trì hội nghị Ban Chấp hành Đảng bộ tỉnh bàn về {chuyen}.
S Kinh tế chín tháng tăng {pt}%, thu ngân sách {thu} tỷ đồng; hội nghị thảo luận nhiệm vụ quý cuối năm.
P {hom}, Ban Chấp hành Đảng bộ tỉnh tổ chức hội nghị chuyên đề về {chuyen}. // {A} chủ trì.
/ Dưới sự chủ trì của {A}, hội nghị Ban Chấp hành Đảng bộ tỉnh diễn ra {hom} tại phường Lưu Giang.
P Tham dự hội nghị có các đồng chí: {B.list}; {L.list}; {C.list}; {M.list} và các ủy viên Ban Chấp hành.
/ Cùng chủ trì có {B}. // Dự hội nghị có {L.list}; {M.list}.
P Báo cáo tại hội nghị cho thấy tổng sản phẩm trên địa bàn chín tháng tăng {pt}%, thu ngân sách {thu} tỷ đồng. // [Công nghiệp chế biến và du lịch|Thủy sản và dịch vụ cảng] là hai lĩnh vực đóng góp nhiều nhất.
/ Trình bày báo cáo, {B} nêu kết quả vận hành mô hình chính quyền hai cấp tại {xa} đơn vị cấp xã. // Theo {B.short}, [vướng mắc chủ yếu ở trụ sở, đường truyền|nhiều nơi thiếu cán bộ địa chính, công nghệ thông tin].
P Phát biểu chỉ đạo, {A} yêu cầu các cấp ủy [bám cơ sở, nghe dân phản ánh|rà soát từng chỉ tiêu chưa đạt và phân công người phụ trách]. // {A.short} lưu ý [không dồn việc vào tháng cuối năm|mọi chủ trương đều phải có địa chỉ thực hiện].
/ Gợi ý thảo luận, {A} đề nghị tập trung vào ba việc: [mặt bằng cho dự án, bố trí dân cư và nhà ở công nhân|cán bộ cơ sở, dịch vụ công và đất đai]. // {A.short} cho rằng các giải pháp cần [có số liệu kèm theo|gắn với nguồn lực thật].
P? Thảo luận tại hội nghị, {C} cho biết UBND tỉnh [đã giao chỉ tiêu tăng trưởng đến từng sở|sẽ ban hành kịch bản điều hành quý cuối năm]. // {C.short} đề nghị [các xã báo cáo khó khăn theo tuần|tăng họp trực tuyến để giảm đi lại].
P? > “[Làm được đến đâu báo cáo đến đó, không làm tròn số liệu|Một việc chỉ giao cho một đầu mối]”, {A.short} nói.
P? {q}, {q.p}, thông tin về việc [luân chuyển cán bộ về {#12-30} xã, phường|bồi dưỡng nghiệp vụ cho cán bộ xã].
P Hội nghị [thống nhất ban hành nghị quyết|biểu quyết thông qua dự thảo kết luận] về {chuyen}; giao Ban Thường vụ Tỉnh ủy hoàn thiện, ban hành.
C Toàn cảnh hội nghị Ban Chấp hành Đảng bộ tỉnh.
C {A} phát biểu tại hội nghị.

=== gap-doanh-nghiep | kinh-te | NCB | 4 | 6 | doanh nghiệp, môi trường đầu tư
cast A*=chair,standing B=construction
@dn #45-180:5
@moi #520-1480:5
@kn #14-46
@cty company
@cty2 company
@d citizen
@q official:Chủ tịch Hiệp hội Doanh nghiệp tỉnh
@ngayhan #5-15
T {A} gặp gỡ, đối thoại với doanh nghiệp
T Cà phê doanh nhân: {kn} kiến nghị được trả lời
T {A}: [Hồ sơ nào trễ hạn phải xin lỗi doanh nghiệp|Rút thời gian cấp phép xây dựng nhà xưởng]
T Doanh nghiệp Sông Thanh kiến nghị về [mặt bằng, phòng cháy|giá đất, vật liệu]
S Tại buổi gặp {hom}, {A} cùng các sở, ngành trả lời {kn} kiến nghị của {dn} doanh nghiệp.
S {dn} doanh nghiệp dự buổi đối thoại {hom}, nêu vướng mắc về đất đai, phòng cháy và vốn vay.
P {hom}, {A} chủ trì chương trình “Cà phê doanh nhân” với [{dn} doanh nghiệp|đại diện {dn} doanh nghiệp] trong tỉnh.
/ Chương trình gặp gỡ doanh nghiệp thường kỳ được tổ chức {hom}. // {A} và lãnh đạo các sở cùng dự.
P Nêu ý kiến đầu tiên, đại diện {cty} cho biết [hồ sơ thuê đất mở rộng nhà máy đã chờ nhiều tháng|giá cước vận chuyển tăng làm đội chi phí]. // Doanh nghiệp đề nghị [có một đầu mối tiếp nhận|được gia hạn tiến độ dự án].
/ {d}, giám đốc {cty}, đề nghị tỉnh [công bố sớm quy hoạch các cụm công nghiệp|hỗ trợ đào tạo thợ hàn, thợ cơ khí]. // Theo {d.s}, [đơn hàng đến cuối năm đã kín nhưng thiếu lao động|nhà xưởng hiện chỉ đáp ứng một nửa công suất].
P? Đại diện {cty2} phản ánh về [thủ tục nghiệm thu phòng cháy|tình trạng mất điện cục bộ tại khu công nghiệp].
P Giải đáp từng nhóm kiến nghị, {A} giao [Sở Tài chính làm đầu mối theo dõi|các sở trả lời trong {ngayhan} ngày làm việc]. // {A.short} đề nghị [doanh nghiệp phản ánh thẳng nơi gây khó|cơ quan thuế, ngân hàng cùng vào cuộc].
/ Trả lời doanh nghiệp, {A} cho biết tỉnh [sẽ công khai tiến độ giải quyết trên cổng dịch vụ công|giữ ổn định đơn giá thuê đất đến hết năm].
P? Về cấp phép xây dựng, {B} thông tin thời gian thẩm định đã giảm còn {ngayhan} ngày. // {B.short} đề nghị doanh nghiệp nộp hồ sơ trực tuyến để theo dõi được từng bước.
/ Liên quan đến vật liệu san lấp, {B} cho biết ba mỏ đất đang hoàn tất thủ tục, dự kiến khai thác trong tháng tới.
P {q}, {q.p}, cho biết trong {kn} kiến nghị gửi trước, [hai phần ba đã có văn bản trả lời|còn bảy nội dung chờ ý kiến bộ, ngành].
/ Theo Hiệp hội Doanh nghiệp tỉnh, từ đầu năm có {moi} doanh nghiệp đăng ký mới, [tập trung ở thương mại, vận tải|phần lớn quy mô nhỏ].
C {A} trao đổi với đại diện doanh nghiệp.
C Doanh nghiệp nêu kiến nghị tại chương trình.

=== tham-gia-dinh-chinh-sach | xa-hoi | NB | 3 | 4 | an sinh xã hội
cast A*=deputy,secretary,council L=vice-city
@xa commune
@xa2 commune
@sq #20-120:5
@tr #500-1500:100
@d citizen:f
@tuoi #81-97
T {A} thăm các gia đình chính sách tại {xa}
T Trao {sq} suất quà cho hộ nghèo {xa}
T {A} thăm, tặng quà người có công ở {xa}
S {hom}, {A} cùng đoàn công tác thăm, tặng quà gia đình chính sách tại {xa} và {xa2}.
S {sq} suất quà, mỗi suất {tr}.000 đồng, được trao cho hộ chính sách, hộ nghèo.
P {hom}, đoàn công tác của tỉnh do {A} làm trưởng đoàn đến thăm các gia đình chính sách tại {xa}.
/ Đến thăm {d}, {tuoi} tuổi, ở {xa}, {A} hỏi thăm sức khỏe và đời sống của gia đình.
P? Cùng đi có {L.list}; lãnh đạo Ủy ban MTTQ Việt Nam tỉnh và {xa}.
P Tại mỗi nơi đến, {A} [hỏi thăm việc làm của con cháu|thông báo tình hình kinh tế của tỉnh], mong các gia đình [tiếp tục là chỗ dựa cho xóm làng|giữ gìn sức khỏe trong mùa mưa].
/ {A} đề nghị chính quyền {xa} [rà soát nhà ở của người có công trước mùa mưa bão|quan tâm khám bệnh định kỳ cho người cao tuổi].
P Dịp này, đoàn trao {sq} suất quà, trị giá mỗi suất {tr}.000 đồng, cho [hộ nghèo, hộ cận nghèo|người khuyết tật, trẻ mồ côi] hai xã.
P? {d} cho biết gia đình [vừa được hỗ trợ sửa mái nhà|có hai con đi làm xa], [năm nay vườn dừa cho thu nhập đều|trồng thêm rau để bán ở chợ].
P Theo UBND {xa}, toàn xã có {#38-190} hộ thuộc diện chính sách, [tất cả đều có nhà kiên cố|còn bốn hộ cần sửa nhà].
C {A} thăm gia đình chính sách tại {xa}.

=== lam-viec-xa | thoi-su | NC | 4 | 6 | chính quyền hai cấp
cast A*=chair,standing,secretary,deputy B=ward
@xa commune
@q official:Bí thư Đảng ủy {xa}
@hs #1200-5400:10
@pt #.912-997
@cb #28-52
T {A} làm việc với {xa} về [bộ máy|dịch vụ công|quy hoạch chung]
T {xa} đề nghị bổ sung cán bộ [địa chính|công nghệ thông tin]
T Vận hành chính quyền hai cấp: {xa} xử lý {hs} hồ sơ
S {hom}, {A} làm việc với {xa} về tình hình vận hành chính quyền địa phương hai cấp.
S Sau hơn ba tháng, {xa} giải quyết {hs} hồ sơ, {pt}% đúng hạn, song còn thiếu người và trụ sở.
P {hom}, {A} kiểm tra Trung tâm Phục vụ hành chính công và làm việc với lãnh đạo {xa}.
/ Đến {xa} {hom}, {A} dành buổi đầu để nghe người dân nói về việc đi làm thủ tục.
P {q}, {q.p}, báo cáo xã hiện có {cb} cán bộ, tiếp nhận {hs} hồ sơ, giải quyết đúng hạn {pt}%. // [Khối lượng việc đất đai tăng gấp đôi|Máy móc ở trung tâm hành chính công đã cũ].
/ Theo báo cáo của {xa}, trong {hs} hồ sơ tiếp nhận, [đất đai chiếm một nửa|tư pháp, hộ tịch nhiều nhất]; {pt}% được trả đúng hẹn.
P {A} đề nghị xã [phân công lại việc theo năng lực từng người|tổ chức tổ lưu động đến các thôn xa]. // {A.short} giao Sở Nội vụ [điều động cán bộ địa chính từ nơi thừa sang nơi thiếu|tham mưu cơ chế khoán việc] trong tháng.
/ Kết luận buổi làm việc, {A} yêu cầu [lấy thời gian chờ của người dân làm thước đo|các sở trả lời kiến nghị của xã trong bảy ngày].
P? Chia sẻ kinh nghiệm, {B} cho biết phường Lưu Giang [đã ghép nhóm thủ tục theo sự kiện đời người|bố trí sinh viên tình nguyện hỗ trợ kê khai].
P? Một số kiến nghị về [trụ sở dôi dư, xe công|biên chế giáo viên] vượt thẩm quyền của xã, được ghi nhận để [trình {inst.chair}|báo cáo cấp có thẩm quyền].
P Cuối buổi, đoàn thăm [khu tái định cư|trạm y tế|trường mầm non] của {xa} và trao đổi với cán bộ tại chỗ.
C {A} hỏi chuyện người dân đến làm thủ tục ở {xa}.
`;
