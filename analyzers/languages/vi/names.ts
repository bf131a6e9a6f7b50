import type { NameWords } from '../language.ts';

const words = (text: string): string[] => text.trim().split(/\s+/);

/**
 * Vietnamese names: family name, middle syllables, given name; the given name is how one is
 * addressed.
 */
export const vietnameseNames: NameWords = {
  familyNames: words(`
    nguyễn trần lê phạm huỳnh hoàng phan vũ võ đặng bùi đỗ hồ ngô dương lý đào đoàn vương trịnh
    trương đinh lâm
    phùng mai tô hà tạ tăng thái châu quách lương lưu triệu cao chu văn kiều nông ma lò lô cầm
    tòng quàng
    bế hứa tống đàm uông ninh khuất thân giáp nghiêm bạch quản lại chử thạch sơn kim trà mạc doãn
    từ phí
    giang cù la lục hầu sầm điểu siu rơ ksor y hồng đồng viên vòng tiêu khúc ngọ thiều nhữ an
    khổng kha
    hán đậu phó mã âu diệp thào giàng sùng vàng hạng cứ lầu mùa thẩm tôn bàn phú ngụy cung thi
    đổng mẫn biện đới ung hạ vừ bá tần nhâm lều cam hoa liêu`),
  frequentFamilies: words(`
    nguyễn trần lê phạm huỳnh hoàng phan vũ võ đặng bùi đỗ hồ ngô dương lý trương đinh mai lâm
    đào đoàn trịnh`),
  commonSyllables: words(`
    anh an ân ánh bách bảo bắc bích bình cảnh cẩm châu chí chinh chính chiến chung chương công
    cúc cương cường
    danh dân diễm diệp diệu dung dũng duy duyên dương đại đạo đạt đăng điền điệp định đình đông
    đồng đức giang
    giáp hà hải hạnh hào hằng hân hậu hiên hiền hiển hiến hiệp hiếu hiệu hoa hoài hoàn hoàng hòa
    hồng huân huệ
    hùng huy huyền hương hường hưng hữu kha khải khang khánh khôi khoa kiên kiệt kim kỳ kỷ lam
    lan lâm lập lệ
    liên liêm linh loan long lộc lợi luân luận lực lương lưu ly mai mạnh mẫn minh mỹ my nam nga
    ngân nghĩa
    nghị ngọc nguyên nguyệt nhân nhật nhi nhiên nhung như oanh phát phi phong phú phúc phước
    phương phượng quân
    quang quảng quế quốc quý quyên quyền quyết quỳnh sang sáng sâm sinh sỹ sĩ sơn sự tài tám tâm
    tân tấn thái
    thanh thành thảo thạch thăng thắng thân thế thi thị thiên thiện thiệu thịnh thoa thọ thông
    thơ thu thuận thúy
    thủy thư thước thương thường tiến tiên tín tình toàn toản tôn trà trang trâm trí triết triều
    trinh trọng trung
    trúc trường trực tú tuân tuấn tuệ tùng tuyên tuyền tuyết tư tường tứ uyên vân văn vĩ viên
    viễn việt vinh
    vũ vương vượng vy xuân xuyến yên yến`),
  sharedFamilies: words('nguyễn trần lê phạm huỳnh hoàng phan vũ võ đặng bùi đỗ ngô'),
  sharedSyllables: words(`
    anh bảo bình chí chung công cường duy dũng đạt đình đức gia giang hà hải hằng hiếu hoa hoàng
    hòa hồng hùng huy
    hương hưng hữu khánh khoa kiên lan lâm linh long mai mạnh minh nam nga ngọc nhung phong phúc
    phương quang quân
    quốc sơn tài tâm tân tấn thanh thành thái thảo thắng thị thiện thu thủy tiến toàn trang trí
    trung tú tuấn tùng
    văn việt vinh vũ xuân yến`),
  syllable:
    /^(?:ngh?|gh|gi|kh|nh|ph|qu|th|tr|ch|[bcdđghklmnprstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?$/,
  leadingParticles: ['y'],
  femaleSyllables: ['thị'],
  maxSyllables: 5,
};
