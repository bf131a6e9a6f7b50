import type { ContextWords } from '../language.ts';

const list = (text: string): string[] =>
  text
    .split(/[,\n]/)
    .map((part) => part.trim())
    .filter(Boolean);

/** How titles and names are used in Vietnamese news; each list has its rule in the codebook. */
export const vietnameseContext: ContextWords = {
  former: list(
    `nguyên, cựu, cố, nguyên là, từng là, khi còn là, lúc còn là, thời còn là, khi là, hồi
      còn là, cố cựu`,
  ),
  acting: list('quyền, đương kim, phụ trách, tạm quyền'),
  incoming: list('tân'),
  predicate: list(`giữ chức, giữ chức vụ, giữ chức danh, chức, chức vụ, chức danh, làm, là, còn là,
    khi còn là, cương vị,
    trên cương vị, trong cương vị, cương vị là, với cương vị, vai trò, với vai trò, ghế,
    chiếc ghế, vị trí, vào vị trí,
    bầu làm, được bầu, bầu, bổ nhiệm, được bổ nhiệm, bổ nhiệm làm, miễn nhiệm, bãi nhiệm,
    phê chuẩn, trở thành,
    thôi chức, từ chức, thôi làm, thôi giữ chức, đảm nhiệm, đảm nhận, đảm nhiệm chức, kiêm nhiệm,
    giữ, thay thế, ứng cử,
    ứng viên, ứng cử viên, tranh cử, nhiệm kỳ, tư cách, với tư cách, với tư cách là,
    trách nhiệm của người, đồng thời là,
    nhậm chức, chức trách, thẩm quyền của, quyền hạn của, nhiệm vụ của, từng là, từng làm,
    nguyên là, danh nghĩa, là nữ, là một nữ, làm nữ, nữ, các chức vụ, các chức danh, chỉ định,
    giới thiệu bầu, tái cử, tái đắc cử, trúng cử, đắc cử, rời ghế, nhân sự, phân công làm,
    luân chuyển làm, điều động làm, xứng đáng là, các chức vụ như, các chức vụ gồm, các nhiệm vụ,
    các vị trí, nhiều vị trí, nhiều chức vụ, vị trí như, chức vụ như, nhiệm vụ gồm, chức vụ gồm,
    nhiệm vụ như, cương vị như, kinh qua, trải qua các chức vụ, cử, hiệp thương cử`),
  institutional:
    list(`trình, trình lên, báo cáo, báo cáo với, báo cáo lên, xin ý kiến, xin ý kiến của,
    thừa ủy quyền,
    thừa ủy quyền của, thừa lệnh, thừa lệnh của, được sự ủy quyền của, ủy quyền của, theo ủy quyền của, đề xuất,
    đề xuất với, đề xuất lên,
    kiến nghị, kiến nghị với, kiến nghị lên, tham mưu, tham mưu cho, tham mưu trình, gửi,
    gửi lên, kính gửi,
    xin, xin phép, có văn bản gửi, tờ trình, đề nghị, đề nghị với, cầu cứu, khiếu nại lên,
    kêu cứu`),
  addressedAfter: list(
    'cho biết, trả lời, giải trình, làm rõ, nói rõ, giải thích, cho ý kiến, phát biểu, nêu rõ, nêu, hãy, cần',
  ),
  nearby:
    list(`văn phòng, phu nhân, gia đình, vợ chồng, thân nhân, nhà riêng, vợ, chồng, con trai, con gái, thư ký, trợ lý, tổ công tác của,
    tổ công tác,
    đặc phái viên của, đặc phái viên, phái viên, cố vấn, cố vấn của, tổ tư vấn,
    tổ tư vấn kinh tế của, tổ tư vấn của, hội đồng tư vấn, dinh,
    phủ, văn phòng của, người phát ngôn, trang, fanpage, cổng thông tin, website, email,
    thẩm quyền, giải, cúp`),
  bodies: list(
    `ban bí thư, đoàn chủ tịch, ban giám đốc, ban tổng giám đốc, ban chủ nhiệm, đoàn thư ký,
    ban thư ký, hội đồng bộ trưởng, chủ tịch đoàn, hội đồng giám đốc, bộ chủ tịch`,
  ),
  plural: list(
    `các, những, hai, ba, bốn, nhiều, mọi, mỗi, từng, một, một số, các vị, các đồng chí, vài,
    tất cả, bất kỳ, cả, mấy, nào, số, hàng loạt, đội ngũ`,
  ),
  pluralAfter: list(
    `các, cấp, những, mỗi, từng tỉnh, từng huyện, từng xã, từng phường, từng địa phương, từng lĩnh vực,
      từng ngành, từng địa bàn, từng đơn vị, từng cấp, từng nơi, nào,
      tương lai, kế nhiệm, tiền nhiệm, kế tiếp, lúc đó, khi đó, thời đó, hồi đó, lúc ấy, khi ấy,
      bấy giờ, lúc bấy giờ, thời điểm đó, đầu tiên, trẻ nhất, thời kỳ, các thời kỳ, qua các thời kỳ,
      mới của, mới là, mới sẽ`,
  ),
  pluralAtEnd: list('mới'),
  counted: list(
    'ngày, tháng, năm, hôm, thứ, lần, khóa, kỳ, số, điều, khoản, quận, phường, quý, tổ, mồng, mùng',
  ),
  elsewhere:
    list(`nước này, nước bạn, nước chủ nhà, nước sở tại, nước đó, nước láng giềng, nước ngoài,
    bạn, hai nước,
    các nước, hoàng gia, liên bang, lâm thời, tạm quyền, đắc cử, đối lập, bang`),
  qualifiers: list(
    `thường trực, thứ nhất, khóa, nhiệm kỳ, việt nam, đương nhiệm, chuyên trách, phụ trách,
    lâm thời, nước ta, dự khuyết`,
  ),
  connectors: [],
  articles: [],
  standing: list('thường trực'),
  leads: list(
    `nay là, hiện là, hiện, nay, đồng thời là, nguyên là, cũng là, là, kiêm, người từng là,
      khi đó là, lúc đó là`,
  ),
  acts: list(
    `quyết định, chỉ thị, nghị quyết, công điện, công văn, văn bản, thông báo, kết luận, lệnh,
    thông tư, nghị định`,
  ),
  toWord: '',
  ofWord: 'của',
  joiners: list('kiêm, kiêm nhiệm, đồng thời là'),
  namedAfter: list(`đường, phố, đại lộ, ngõ, hẻm, cầu, trường, thpt, thcs, tiểu học, công viên,
    quảng trường, bệnh viện,
    giải, giải thưởng, quỹ, nhà thi đấu, sân vận động, bảo tàng, tượng, tượng đài, lăng, đền,
    chùa, tàu, nút giao, ngã tư,
    ngã ba, ngã năm, ngã sáu, giao lộ, chợ, khu đô thị, học bổng, cúp, nhà xuất bản, thư viện,
    học viện, đại học, tủ sách, nhà văn hóa, nhà tưởng niệm, nhà lưu niệm, vườn, tuyến đường, đoạn, đoạn đường, tuyến, tuyến phố, ngách, kiệt, nhà thờ,
    nhà thờ họ, dòng họ, khuyến học, mang tên, đặt tên, tên, tưởng niệm, lưu niệm, khu lưu niệm,
    khu tưởng niệm, danh tướng, danh nhân, danh thần, tướng quân, khu mộ, mộ, lăng mộ, đình, di tích,
    quỹ học bổng, hội trường, phòng tranh, thôn, xóm, bản, ấp, làng, khu phố, tổ dân phố, phường,
    xã, số, số nhà`),
  namedBefore: [],
  addressing: [],
  breaks: list(`là, làm, đã, sẽ, đang, cho, với, cùng, gửi, tặng, ký, nói, về, tại, ở, do, được, bị,
    theo, từ, để, khi,
    mà, thì, tiếp, gặp, thăm, mời, trao, yêu cầu, chỉ, đến, vào, ra, trong, trên, sau, trước,
    này, đó, nhưng, nếu, vì, nên,
    cũng, vừa, có, không, hay, hoặc, bởi, tới, rằng, như, qua, giao, nhấn, khẳng, phát, chủ trì,
    dự, ông, bà, xin, cảm,
    ngày, sáng, chiều, tối, hôm, năm, tháng, lúc, khiến, bắt, tố, còn, giữ, đề, trình, thay`),
  organizationNouns:
    list(`hội, hội đồng, tập đoàn, công ty, tổng công ty, liên đoàn, phòng, sở, cục, tổng cục,
    vụ, viện, trường,
    câu lạc bộ, clb, ngân hàng, ban, đoàn, phong trào, đảng, hiệp hội, ủy ban, nhóm, tổ, chi cục,
    chi hội, trung tâm, nhà máy,
    xí nghiệp, cơ quan, hợp tác xã, htx, quỹ, đài, báo, tòa soạn, học viện, đại học, bệnh viện,
    công an, công đoàn, cảnh sát,
    hđqt, hđtv, hđ, bch, bqt, quân khu, quân đoàn, binh chủng, bộ tư lệnh, bộ chỉ huy,
    tổng liên đoàn, liên hiệp, mạng lưới,
    thanh tra, kiểm toán, hải quan, kho bạc, thuế, vff, vcci, sàn, chi nhánh, hạ viện,
    thượng viện, nghị viện, liên minh,
    chính quyền, fifa, uefa, afc, ioc, danh dự, điều hành, khối, lưỡng viện, nội các, toàn quyền,
    lâm thời`),
  provinceKinds: list('tỉnh, thành phố, tp, thủ đô, t p, tph, thành'),
  districtKinds: list(
    'quận, huyện, thị xã, thị trấn, phường, xã, đặc khu, q, p, h, thôn, ấp, bản, làng, tx, tt',
  ),
  countryKinds:
    list(`nước, cộng hòa, ch, vương quốc, liên bang, lb, hợp chủng quốc, nước cộng hòa, chính phủ,
    chính phủ hoàng gia, hoàng gia, đảng nhân dân cách mạng, cộng hòa dân chủ nhân dân, chdcnd,
    nước cộng hòa dân chủ nhân dân,
    cộng hòa nhân dân, chnd`),
  homeNames: list('việt nam, vn, nước ta, chxhcn việt nam'),
  homeMarks:
    list(`việt nam, vn, nước ta, hà nội, hồ chí minh, hcm, tphcm, quốc hội khóa, ubnd, hđnd,
    trung ương đảng, tỉnh ủy,
    thành ủy, bộ chính trị, mttq, vietnam`),
  privateAfter: list('trú tại, trú ở, trú, ngụ, ngụ tại, thường trú, hktt, là sinh viên'),
  privateRoles:
    list(`chủ, thợ, thợ lò, ngư dân, hàng xóm, tiểu thương, hộ, xe ôm, nhân viên, cư dân, hưu trí,
    cán bộ hưu trí, cựu chiến binh, thương binh, già làng, trưởng bản, con trai, con gái, cha, mẹ,
    vợ, chồng, em trai, em gái, anh trai, chị gái, người thuê, người mua, người bán, người dân,
    thôn, xóm, ấp, khóm, buôn, khu phố, tổ dân phố, ở thôn, ở xóm, ở ấp, ở khóm, ở buôn, ở bản, ở làng,
    ở tổ, ở khu phố, ở tổ dân phố, ở xã, ở phường, ở thị trấn, ở huyện, ở quận, trú, ngụ, cùng trú,
    cùng ngụ, cùng địa phương, lớp`),
  privateBodies:
    list(`công ty, tập đoàn, hợp tác xã, htx, doanh nghiệp, xí nghiệp, nhà máy, câu lạc bộ, clb,
    khách sạn, nhà hàng, trang trại, cửa hàng, chi nhánh`),
  askers: list('đại biểu, đbqh, cử tri, phóng viên, nhà báo, tôi, chúng tôi'),
  asking: list('đề nghị, kiến nghị, xin, xin hỏi'),
  birthAfter: list('sinh năm, sn, quê, tuổi, sinh ngày'),
  credits: list(
    'ảnh, theo, nguồn, video, clip, tác giả, bài, tin, thực hiện, biên tập, đồ họa, dịch',
  ),
  uniformed: list(
    `công an, quốc phòng, quân sự, quân khu, quân đoàn, biên phòng, cảnh sát, tư lệnh, chính ủy,
    tham mưu, hải quân, không quân, bộ đội`,
  ),
  untilNow: list('nay'),
  conjunctions: list('và, của, cùng'),
};
