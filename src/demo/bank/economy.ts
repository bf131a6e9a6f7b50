/** Fields, sea, industry, tourism, festivals. */
export const economyBank = `
=== cang-ca | kinh-te | NCB | 4 | 5 | cảng cá, thủy sản
cast A*=vice-farm B=farming
@m3 #45-260:5
@ty #32-148
@tau #120-680:10
@d citizen:m
@met #.14-29
@q official:Giám đốc Ban Quản lý cảng cá Cửa Vọng
@luu #60-190:5
T Nạo vét {m3}.000 m3 ở luồng cảng cá Cửa Vọng
T {A}: [Luồng lạch phải thông trước vụ cá bắc|Không để tàu mắc cạn mới nạo vét]
T Tàu cá lại mắc cạn ở cửa Cửa Vọng
T Cảng cá Cửa Vọng nhộn nhịp sau những ngày biển động
S Luồng vào cảng Cửa Vọng bồi lấp, chỗ cạn chỉ còn {met} m; tỉnh chuẩn bị nạo vét {m3}.000 m3 cát.
S {A} kiểm tra cửa biển {hom}, yêu cầu nạo vét luồng trong quý này.
P {hom}, {A} kiểm tra tình trạng bồi lấp ở cửa biển Cửa Vọng. // Luồng chỗ cạn nhất chỉ còn {met} m khi nước ròng.
/ Luồng ra vào cảng cá Cửa Vọng đang cạn dần. // Mỗi ngày có {tau} lượt tàu phải chờ nước lớn mới vào bờ.
P {d}, chủ tàu cá, cho biết [mỗi lần chờ con nước mất nửa ngày, cá mất giá|tàu vừa gãy bánh lái do mắc cạn]. // “[Cá không đợi người|Vào trễ vài giờ là khác giá ngay]”, {d.s} nói.
/ Theo {d}, [muốn vào cảng phải đi sát bờ nam|mùa gió bấc luồng đổi liên tục], nhiều chủ tàu bán cá ở tỉnh khác.
P {q}, {q.p}, cho biết mỗi ngày cảng đón {tau} lượt tàu, [sản lượng qua cảng chừng {luu} tấn|bốc dỡ {luu} tấn hải sản]. // Phương án nạo vét {m3}.000 m3, kinh phí {ty} tỷ đồng đã được lập.
P {A} giao [Sở Tài chính cân đối vốn|chủ đầu tư chọn nhà thầu trước ngày 20] và yêu cầu [đổ vật chất nạo vét đúng nơi quy định|thả phao tiêu trong thời gian chờ]. // {A.short} cũng đề nghị lực lượng biên phòng hướng dẫn tàu ra vào theo con nước.
/ Kết luận kiểm tra, {A} thống nhất nạo vét trước đoạn cạn nhất, sau đó [trình {inst.chair} dự án kè ngăn cát|nghiên cứu chỉnh luồng lâu dài].
P? {B} thông tin thêm, cảng Cửa Vọng được chọn làm [cảng chỉ định truy xuất nguồn gốc|khu neo đậu tránh trú bão cấp vùng], nên phải bảo đảm độ sâu tối thiểu. // {B.short} đề nghị bổ sung trạm quan trắc.
P? Giá hải sản tại cảng {hom}: [cá ngừ 42.000 đồng/kg, mực ống 210.000 đồng/kg|cá nục 28.000 đồng/kg, tôm sắt 150.000 đồng/kg], [nhích nhẹ|đứng giá] so với tuần trước.
C Tàu cá vào cảng Cửa Vọng lúc nước lớn.
C {A} kiểm tra luồng lạch ở cửa biển.
U Ban quản lý cảng cho biết thêm ba phao tiêu được thả ngay trong chiều cùng ngày.

=== iuu | kinh-te | NB | 3 | 5 | IUU, tàu cá
cast A*=vice-farm,chair
@tau !#820-2100:10
@pt !#92-99
@vu #3-16
@q official:Chi cục trưởng Chi cục Thủy sản
@xa đặc khu Hòn Mây|phường Cửa Vọng|xã Long Hà
@d citizen:m
T {A}: [Xử lý dứt điểm tàu cá “ba không”|Giữ kết nối giám sát hành trình 24/24 giờ]
T Chống khai thác IUU: còn {vu} tàu mất kết nối quá 10 ngày
T {pt}% tàu cá Sông Thanh lắp thiết bị giám sát
S {A} chủ trì cuộc họp {hom} về chống khai thác hải sản bất hợp pháp.
S {pt}% trong {tau} tàu cá từ 15 m trở lên đã lắp thiết bị giám sát hành trình.
P {hom}, Ban Chỉ đạo chống khai thác IUU tỉnh họp đánh giá tình hình quý này. // {A} chủ trì.
/ Toàn tỉnh có {tau} tàu cá hoạt động xa bờ, {pt}% lắp thiết bị giám sát hành trình, theo báo cáo tại cuộc họp {hom}.
P {q}, {q.p}, cho biết còn {vu} tàu [mất kết nối quá 10 ngày|hết hạn giấy phép nhưng chưa về bờ]. // Các tổ công tác đang [gọi điện đến từng chủ tàu|phối hợp tỉnh bạn truy tìm].
P {A} yêu cầu [các xã ven biển nắm từng tàu, từng chủ|biên phòng kiểm tra 100% tàu xuất bến]. // {A.short} lưu ý việc [thực hiện nhật ký khai thác điện tử|xử phạt phải đúng quy trình], [tránh làm khó ngư dân làm ăn chính đáng|đồng thời hỗ trợ chuyển nghề].
/ Phát biểu tại cuộc họp, {A} đề nghị [niêm yết danh sách tàu có nguy cơ cao|chuyển đổi nghề lưới kéo ven bờ].
P? Tại {xa}, {d} cho biết đã [tháo máy tàu cũ để giải bản|lắp thiết bị nhưng hay mất sóng]. // {d.s} đề nghị nhà mạng [đến tận cảng sửa|giảm cước thuê bao vệ tinh].
P? Sở Nông nghiệp và Môi trường [trình {inst.chair} ban hành chính sách hỗ trợ ngư dân giải bản tàu|tham mưu mức hỗ trợ cước phí thuê bao].
P Trong tháng, lực lượng chức năng xử phạt {vu} trường hợp, [chủ yếu do không ghi nhật ký|giảm so với tháng trước].
C Kiểm tra giấy tờ tàu cá trước khi xuất bến.

=== gia-hai-san | kinh-te | CB | 3 | 2 | giá cả, chợ
@g1 #36-62
@g2 #180-290:5
@g3 #90-160:5
@rau #12-35
@cho chợ Bến Gỗ|chợ Cửa Vọng|chợ Tân Trạch|chợ đầu mối Long Hà
@d citizen:f
T Giá thực phẩm {ngay}: [Rau xanh nhích lên sau mưa|Cá biển giảm nhẹ|Trứng, thịt ổn định]
T {cho}: Rau xanh {rau}.000 đồng/kg
T Điểm giá chợ cuối ngày {ngay}
S Khảo sát {hom} tại {cho}, giá hải sản và rau xanh [biến động nhẹ|tương đối ổn định] so với tuần trước.
S Mưa khiến rau lá khan hàng, giá tăng [một nửa|vài nghìn đồng mỗi ký].
P Ghi nhận {hom} tại {cho}: cá nục {g1}.000 đồng/kg, mực lá {g2}.000 đồng/kg, tôm đất {g3}.000 đồng/kg.
/ Tại {cho} {hom}, sạp cá bày đủ loại. // Cá bớp, cá thu dao động quanh {g2}.000 đồng/kg, mắm ruốc {g1}.000 đồng/chai.
P Rau xanh do [vườn bị ngập|nguồn ở xã xa về ít], giá phổ biến {rau}.000 đồng/kg, [hành lá tăng mạnh nhất|cà chua đứng giá].
P {d}, tiểu thương, nói [mưa là khách đi sớm về sớm|ngày rằm, hàng chay bán chạy hơn]. // {d.s} lấy hàng từ [ba giờ sáng|vựa quen ở Long Hà].
P? Siêu thị trong tỉnh [giảm giá gạo, nước mắm|giữ nguyên giá mì gói] trong tuần, [áp dụng đến hết Chủ nhật|cho đơn từ 300.000 đồng].
C Sạp cá ở {cho}.

=== lua-vu-dong-xuan | kinh-te | NB | 3 | 4 | nông nghiệp, lúa
cast A*=farming,vice-farm
@ha !#9200-18600:100
@xa commune
@xa2 commune
@ta #.58-72
@giong #38-76
@d citizen:m
@q official:Chủ tịch Hội Nông dân {xa}
T Vụ đông xuân: gieo sạ gọn trong {giong} ngày
T {A}: [Lịch thời vụ phải tránh được lũ muộn|Không gieo lúa ở chân ruộng chưa thoát nước]
T Nông dân {xa} làm đất sau lũ
T {ha} ha lúa đông xuân vào vụ
S Toàn tỉnh dự kiến gieo {ha} ha lúa đông xuân; {A} lưu ý lịch thời vụ ở vùng trũng.
S Nước vừa rút, nông dân {xa} bơm tát, be bờ chuẩn bị vụ mới.
P {hom}, tại {xa}, {A} làm việc với các hợp tác xã về sản xuất vụ đông xuân. // Kế hoạch toàn tỉnh là {ha} ha.
/ Nước rút, bà con {xa} trở lại đồng. // Vụ này cả tỉnh gieo {ha} ha, [lệch trà một tuần so với năm ngoái|dồn gọn trong {giong} ngày].
P {d}, xã viên, cho biết [ruộng còn nhiều phù sa, đỡ được một đợt phân|giống lúa cũ đã ướt hết nên phải mua mới]. // {d.s} tính sạ [cuối tháng|khi nước xuống dưới cổ chân].
P {q}, {q.p}, cho biết hội [góp máy bơm|vay giống cho hộ thiệt hại], xã còn [mười lăm hộ|một cánh đồng] chưa làm đất.
P {A} đề nghị [bám khung thời vụ, không gieo sớm|dùng giống ngắn ngày, cấp xác nhận]. // Theo {A.short}, [năng suất vụ trước đạt {ta} tấn mỗi héc-ta|các trạm bơm sẽ vận hành luân phiên].
/ Trao đổi với bà con, {A} nói sẽ [hỗ trợ vôi cải tạo đất|cấp giống cho vùng mất trắng], đồng thời [trình {inst.chair} nguồn dự phòng|liên hệ doanh nghiệp bao tiêu].
P? Giá phân urê tại đại lý {xa2} [giảm nhẹ|ổn định], [nông dân mua trữ|bán theo gói nhỏ].
P Sau lũ, ngành bảo vệ thực vật khuyến cáo [diệt chuột, ốc bươu vàng|vệ sinh đồng ruộng, cày vùi gốc rạ].
C Nông dân {xa} làm đất vụ mới.
C {A} trao đổi với xã viên.

=== dich-chan-nuoi | kinh-te | NB | 2 | 4 | chăn nuôi, tiêm phòng
cast A=farming
@con #180-2600:10
@xa commune
@lieu #12-98
@d citizen
@q official:Chi cục trưởng Chi cục Chăn nuôi và Thú y
T Tiêm {lieu}.000 liều vắc-xin cho đàn vật nuôi sau lũ
T {xa} khoanh vùng ổ bệnh trên heo
T Phòng dịch cho đàn gia súc mùa mưa
S {con} con heo tại {xa} được tiêu hủy hoặc theo dõi, lực lượng thú y phun khử trùng.
S Ngành chăn nuôi dự kiến tiêm {lieu}.000 liều vắc-xin trong đợt này.
P Theo Chi cục Chăn nuôi và Thú y, ổ bệnh tại {xa} được phát hiện {homqua}, [liên quan {con} con heo|tại ba hộ nuôi]. // Chốt kiểm dịch lập ngay trong ngày.
/ {q}, {q.p}, cho biết sau lũ, mầm bệnh theo nước lan rộng, {lieu}.000 liều vắc-xin đã phân về các xã.
P {A} yêu cầu [không giấu dịch|tiêm phủ 100% ở vùng nguy cơ], hướng dẫn [xử lý chuồng trại bằng vôi bột|chôn lấp đúng kỹ thuật]. // {A.short} cho biết [mức hỗ trợ sẽ theo quy định hiện hành|thuốc khử trùng đủ cho hai đợt].
P {d}, chủ hộ nuôi {con} con, nói [đàn heo vẫn khỏe, nhà rắc vôi ba ngày một lần|mất hai con nái, tiếc đứt ruột].
P? Thương lái được hướng dẫn [khai báo nguồn gốc|khử trùng xe] trước khi vào vùng nuôi.
P Người chăn nuôi cần [mua giống có nguồn gốc|cách ly con mới ít nhất hai tuần], [báo thú y xã khi vật nuôi bỏ ăn|không bán tháo].
C Cán bộ thú y tiêm phòng tại {xa}.

=== khu-cong-nghiep | kinh-te | NCB | 4 | 5 | công nghiệp, đầu tư
cast A*=chair,standing
@cty company
@cty2 company
@usd #8-120
@ld #300-2600:50
@kcn Khu công nghiệp Long Hà|Khu công nghiệp Bình Khê|Cụm công nghiệp Trà Lâu
@duan #3-14
@q official:Trưởng Ban Quản lý các khu công nghiệp tỉnh
@ha #18-140
T {kcn} đón thêm dự án {usd} triệu USD
T {A} trao giấy chứng nhận đầu tư cho {cty}
T {cty} đầu tư {usd} triệu USD tại {kcn}
T Sông Thanh cần {ld} lao động kỹ thuật
S {hom}, {A} trao chứng nhận đầu tư dự án {usd} triệu USD tại {kcn}.
S Dự án tại {kcn} dự kiến tạo việc làm cho {ld} lao động.
P {hom}, lễ trao giấy chứng nhận đăng ký đầu tư dự án của {cty} tại {kcn} được tổ chức, có sự tham dự của {A}. // Dự án có vốn {usd} triệu USD.
/ {cty} nhận giấy chứng nhận đầu tư nhà máy tại {kcn}, quy mô {ha} ha, vốn {usd} triệu USD.
P Nhà máy [sản xuất bộ dây điện, linh kiện|chế biến thủy sản đông lạnh|dệt sợi tái chế] của {cty} dự kiến dùng {ld} lao động, [vận hành vào cuối năm sau|chia hai giai đoạn].
P {A} đề nghị nhà đầu tư [ưu tiên tuyển người địa phương|giữ đúng cam kết môi trường], cho biết tỉnh [lo hạ tầng đến tận hàng rào|hỗ trợ đào tạo nghề]. // Theo {A.short}, [mặt bằng sạch là điều kiện đầu tiên|thủ tục sau cấp phép sẽ qua một đầu mối].
/ Phát biểu tại buổi lễ, {A} nói {duan} nhà đầu tư khác đang khảo sát, [nhu cầu điện, nước cần được tính trước|đất công nghiệp còn {ha} ha].
P? {q}, {q.p}, cho hay đến nay các khu công nghiệp có {duan} dự án mới, [tỷ lệ lấp đầy hai phần ba|ba dự án tăng vốn].
P? Đại diện {cty2}, doanh nghiệp cùng khu, mong [có ca xe buýt cho công nhân|nhà trẻ gần xưởng].
P Dịp này, lãnh đạo {cty} cam kết [khởi công trong quý tới|tuyển {ld} người trước khi sản xuất].
C {A} trao chứng nhận cho nhà đầu tư.
C Bên trong xưởng sản xuất tại {kcn}.

=== ocop | kinh-te | NCB | 3 | 2 | OCOP, hợp tác xã
cast Z=vice-farm,farming
@sp mắm ruốc|nước mắm nhĩ|bánh tráng mè|trà búp Phước Lãnh|muối tôm|chả cá|mật ong rừng Sơn Kiền
@xa commune
@d citizen
@sl #2-36
@tr #40-320:5
@dthu #120-980:5
@sao #3-5
@tang #10-48
T {sp} {xa} đạt {sao} sao OCOP
T Chuyện làm {sp} ở {xa}
T Đưa {sp} lên sàn thương mại điện tử
T Cơ sở của {d} bán {sl} tấn {sp} mỗi vụ
S Sản phẩm {sp} của {xa} [vừa được công nhận|tiếp tục giữ] {sao} sao, sản lượng {sl} tấn mỗi vụ.
S Từ gian bếp nhỏ, {d} đưa {sp} {xa} đến nhiều cửa hàng.
P Mỗi sáng sớm, cơ sở của {d} ở {xa} đã đỏ lửa. // {d.s} làm {sp} theo cách [bà truyền lại|riêng của vùng].
/ {d} bắt đầu làm {sp} năm 2014 với vốn {tr} triệu đồng. // Nay cơ sở có mười hai thợ, mỗi vụ bán {sl} tấn.
P Để đạt {sao} sao, cơ sở phải [ghi nhật ký nguyên liệu|lắp máy hút chân không|làm lại nhãn mác]. // {d.s} nói khâu khó nhất là [giữ vị đều giữa các mẻ|tìm bao bì vừa tiền].
P Doanh thu năm nay ước đạt {dthu} triệu đồng, tăng {tang}%, [một nửa bán qua mạng|phần lớn từ khách quen]. // [Đơn xa nhất ra đến miền núi phía bắc|Hàng bán chạy nhất vào dịp Tết].
/ Cán bộ xã cho biết {xa} có {sao} sản phẩm được công nhận, [tạo việc làm cho phụ nữ nông nhàn|kéo theo nghề trồng mè].
P? Kế hoạch của {d.s} là [xây thêm sân phơi có mái|đón khách đến học làm thử], [không vay quá sức|vay vốn ưu đãi].
P Cuối tháng này, hội chợ hàng nông sản của tỉnh có {#32-96} gian, [miễn phí thuê chỗ|thanh toán không tiền mặt].
C {d} bên mẻ {sp} mới ra.
C {Z.titled} xem gian hàng {sp} của {xa}.

=== du-lich-mua-bien | van-hoa | NCB | 4 | 4 | du lịch
cast A*=standing,vice-city
@kh !#420-760:10
@dt !#290-480:10
@d citizen
@homestay #14-68
@noi bãi Cồn Vàng|Hòn Mây|thác Sơn Kiền|làng gốm Bến Gỗ
@pt !#8-34
T Sông Thanh đón {kh}.000 lượt khách, tăng {pt}%
T {A}: [Giữ rạn san hô cũng là làm du lịch|Du lịch mùa mưa phải có sản phẩm riêng]
T Làm du lịch ở {noi}
T {noi} vắng khách mùa mưa, dân tìm cách
S Chín tháng, toàn tỉnh đón {kh}.000 lượt khách, tăng {pt}%, doanh thu {dt} tỷ đồng.
S {A} làm việc với các doanh nghiệp du lịch {hom} về sản phẩm mùa thấp điểm.
P {hom}, {A} làm việc với ngành du lịch. // Chín tháng, tỉnh đón {kh}.000 lượt khách, doanh thu {dt} tỷ đồng.
/ Ngành du lịch công bố {hom}: {kh}.000 lượt khách, doanh thu {dt} tỷ đồng, [công suất phòng ở {noi} đạt hai phần ba|lượng khách đến {noi} chiếm một phần ba].
P {A} gợi ý [gắn tour nhà vườn với làng nghề|khai thác chuyến đò đêm trên sông Thanh], [đào tạo hướng dẫn viên là dân bản địa|cấm xả rác xuống biển]. // {A.short} lưu ý [không xây dựng sát mép nước|niêm yết giá ở tất cả bến bãi].
/ Theo {A}, khi vào mùa mưa cần [gói trải nghiệm trong nhà|lễ hội ẩm thực nhỏ quanh năm], [không cạnh tranh bằng giảm giá|kết nối tỉnh bạn].
P {d}, chủ cơ sở lưu trú ở {noi}, cho biết có {#4-22} phòng, [mùa này chỉ mở một phần|khách thường ở dài ngày]. // {d.s} kể [khách thích theo thuyền đánh cá|học nấu bún cá là hoạt động được đặt nhiều nhất].
P? Ở {noi}, [đường vào mới đổ bê tông|sóng di động còn chập chờn], người dân tự lập [tổ thu gom rác|đội cứu hộ].
P Cuối năm, tỉnh dự kiến [mở tuyến tàu ra đảo buổi chiều|tổ chức hội đua ghe], [giá vé giữ nguyên|khách dưới 6 tuổi miễn phí].
C Một góc {noi}.
C {A} trao đổi với doanh nghiệp du lịch.

=== le-hoi | van-hoa | NCB | 3 | 4 | lễ hội, di sản
cast A*=vice-city,council L=ward M=deputy
@le lễ hội Cầu ngư|lễ hội Cổ Lâu|lễ giỗ tổ nghề gốm|hội bài chòi
@nguoi #2-9
@ghe #12-34
@d citizen:m
@tuoi #58-84
@noi ward
T {le}: hàng nghìn người về {noi}
T Khai mạc {le} tại {noi}
T {A} dự {le}
T {ghe} ghe tham gia {le}
S Ngày {ngay}, {le} khai mạc tại {noi}, thu hút khoảng {nguoi}.000 người.
S Nghi thức cổ của {le} được người dân {noi} phục dựng, {A} đến dự.
P Ngày {ngay}, {le} diễn ra ở {noi}, với phần [rước sắc thần|hát bả trạo], sau đó là hội. // {A} cùng hàng nghìn người dân dự lễ.
/ Tiếng trống vang từ [5 giờ sáng|tinh mơ] mở đầu {le} ở {noi}. // Đến dự lễ có {A}.
P? Cùng dự có {L.list}; {M.list}; đại diện các vạn chài.
/ Đại biểu dự lễ gồm {M.list}; {L.list} và các nghệ nhân.
P {d}, {tuoi} tuổi, nghệ nhân giữ đội bả trạo, cho biết [lớp trẻ theo học còn ít|năm nay có cả các em cấp hai]. // {d.s} tập từ khi lên mười.
P Phần hội có {ghe} ghe đua, [thi đan lưới, lắc thúng|hội bài chòi buổi tối], [kéo dài hai ngày|bế mạc bằng đêm thả hoa đăng]. // [Xe cộ được phân luồng từ chiều|Các quầy ăn uống niêm yết giá].
P {A} [thắp hương tại lăng Ông|đánh trống khai hội], đề nghị người dân [giữ lễ tiết, không sân khấu hóa|đưa nghi thức vào trường học]. // {A.short} nói chuyện với các vạn chài về [mùa biển mới|việc xin công nhận di sản].
P? Ban tổ chức cho biết năm sau {le} sẽ [mời thêm đoàn tỉnh bạn|mở thêm khu cho trẻ em].
C Đội bả trạo trong {le}.
C {A} dự {le}.

=== dich-vu-so | kinh-te | NC | 3 | 4 | chuyển đổi số
cast A*=standing,chair
@pt #54-93
@xa commune
@to !#120-420:5
@d citizen
@may #40-160:5
@q official:Giám đốc Sở Khoa học và Công nghệ
T {A}: [Dữ liệu phải dùng được ngay|Xã nào chưa có mạng thì kéo mạng về trước]
T Chuyển đổi số ở {xa}: bắt đầu từ chiếc điện thoại
T {to} tổ công nghệ số đi từng ngõ
T {pt}% giao dịch ngân sách không dùng tiền mặt
S Toàn tỉnh có {to} tổ công nghệ số cộng đồng; {A} đề nghị đo hiệu quả bằng số người dùng được.
S Ở {xa}, người lớn tuổi học nộp hồ sơ trên điện thoại.
P {hom}, {A} chủ trì phiên họp Ban Chỉ đạo chuyển đổi số tỉnh. // Đến nay {pt}% hồ sơ được nộp trực tuyến.
/ Tại phiên họp Ban Chỉ đạo chuyển đổi số {hom}, {A} yêu cầu [các sở đưa dữ liệu lên kho chung|không mua phần mềm trùng lặp].
P {q}, {q.p}, cho biết có {to} tổ công nghệ số, [cấp {may} máy tính bảng cho các tổ|mỗi tổ bốn đến sáu người]. // Điểm yếu là [vùng lõm sóng ở miền núi|cán bộ chưa đọc được dữ liệu].
P {A.short} cho rằng [người dân không cần biết phần mềm gì, chỉ cần xong việc|số hóa sổ sách cũ phải có thứ tự]. // {A} giao [Sở Tài chính thẩm định vốn|các sở rút gọn danh mục giấy tờ] trong tháng.
P {d} ở {xa} nói [con cháu cài giúp|đi ba lần mới quen]. // Bây giờ {d.s} [đóng tiền điện trên máy|xem lịch gặt của hợp tác xã trên nhóm chat].
P? Một số dịch vụ như [cấp đổi bằng lái|đăng ký kết hôn] được làm tại nhà, [trả kết quả qua bưu điện|lưu trong kho dữ liệu cá nhân].
P Tháng tới, tỉnh [sơ kết chương trình|chấm điểm các địa phương] theo tỷ lệ hồ sơ đúng hạn.
C Tổ công nghệ số hướng dẫn bà con {xa}.

=== lang-nghe | van-hoa | NC | 2 | 2 | làng nghề
@nghe đan lưới|gốm đất nung|dệt chiếu cói|đóng thuyền thúng
@xa commune
@d citizen
@d2 citizen:m
@nam #12-60
@ngan #90-480:10
T Giữ nghề {nghe} ở {xa}
T Một buổi với người {nghe}
T {nghe} {xa}: nghề còn ít người trẻ
S {d} ở {xa} làm nghề {nghe} đã {nam} năm.
S Ở {xa}, nghề {nghe} còn chừng hai mươi nhà theo, mỗi người một công đoạn.
P Nắng chưa lên, {d} đã ngồi ra hiên. // Nghề {nghe} cần [tay nhẹ|mắt tinh], mỗi ngày {d.s} làm được bốn, năm chiếc.
/ Con đường dẫn vào {xa} lát đá chưa tới một cây số, hai bên [phơi đầy cói|chất đầy đất sét].
P Theo {d}, [mỗi sản phẩm bán tại nhà {ngan}.000 đồng|tre, cói giờ phải mua từ xã bên]. // {d2}, học nghề năm ngoái, nói [mỏi lưng nhưng vui|chỉ sợ hàng nhựa].
P Làng có hợp tác xã nhỏ, nhận đơn của [các cửa hàng lưu niệm|khách sạn], [giao hàng hai tuần một lần|ai khéo tay hơn làm phần trang trí].
P? Cuối tuần, [khách tới học nặn, học đan|sinh viên đến ghi hình], xã mở [một gian trưng bày|những chuyến xe bò quanh làng].
P “[Có cái nghề, đói không sợ|Còn người mua là còn làm]”, {d.s} nói. // Con trai {d.s} [đang bán hàng qua mạng giúp cha mẹ|vừa về làng học lại nghề].
C {d} bên sản phẩm {nghe}.
`;
