/*
 * Pages written for the tests: an invented province, invented names. Each carries what real pages
 * carry around an article, so that a rule that takes too much or too little shows.
 */

const LONG = [
  'Sáng 12/5, đoàn công tác của tỉnh Trà Giang đã kiểm tra tiến độ xây dựng cầu Bến Đá, công trình ' +
    'nối hai bờ sông Vệ với tổng mức đầu tư hơn 800 tỷ đồng.',
  'Theo báo cáo của ban quản lý dự án, nhà thầu đã hoàn thành sáu trong tám trụ chính; phần đường ' +
    'dẫn phía nam chậm hai tháng vì chưa bàn giao đủ mặt bằng.',
  'Phát biểu tại hiện trường, lãnh đạo tỉnh yêu cầu huyện Bình An hoàn tất việc chi trả cho 42 hộ dân ' +
    'còn lại trước ngày 30/6 để nhà thầu thi công trong mùa khô.',
  'Đại diện nhà thầu cam kết bố trí thêm hai mũi thi công, làm việc ba ca, và đưa cầu vào sử dụng đúng ' +
    'dịp kỷ niệm ngày thành lập tỉnh vào năm sau.',
];

/** The paragraphs of the Vietnamese sample article. */
export const vietnameseBody: readonly string[] = LONG;

export const vietnameseTitle = 'Trà Giang đôn đốc tiến độ cầu Bến Đá';

export const vietnameseStandfirst =
  'Lãnh đạo tỉnh yêu cầu bàn giao toàn bộ mặt bằng trước ngày 30/6 để cầu Bến Đá kịp thông xe vào năm sau.';

/** The address the Vietnamese sample is served at. */
export const vietnameseUrl =
  'https://baotragiang.vn/tra-giang-don-doc-tien-do-cau-ben-da-204518.html';

/** A Vietnamese article page with everything outlets put around the text. */
export const vietnamesePage = `<!DOCTYPE html><html lang="vi"><head>
<title>${vietnameseTitle} | Báo Trà Giang điện tử</title>
<meta property="og:title" content="${vietnameseTitle} | Báo Trà Giang điện tử">
<meta property="og:site_name" content="Báo Trà Giang điện tử">
<meta property="article:published_time" content="2024-05-12T09:15:00&#x2B;07:00">
<meta property="article:modified_time" content="2024-05-13T10:00:00+07:00">
<link rel="canonical" href="/tra-giang-don-doc-tien-do-cau-ben-da-204518.html">
<script>var x = "<p>không phải nội dung, chỉ là mã lệnh dài và vô nghĩa</p>";</script>
</head><body>
<header class="site-header"><nav class="main-menu"><ul><li><a href="/">Trang chủ</a></li>
<li><a href="/thoi-su">Thời sự</a></li><li><a href="/kinh-te">Kinh tế</a></li></ul></nav></header>
<div class="breadcrumb"><a href="/">Trang chủ</a> <a href="/kinh-te">Kinh tế</a></div>
<div class="main-col"><h1 class="detail-title">${vietnameseTitle}</h1>
<div class="post-date">Chủ nhật, 12/05/2024 | 09:15 GMT+7</div>
<h2 class="sapo">${vietnameseStandfirst}</h2>
<div class="detail-content">
<p>${LONG[0]}</p>
<figure><img src="/anh/cau-ben-da.jpg" width="800" height="500">
<figcaption>Công nhân lắp dầm cầu Bến Đá. Ảnh: Minh Trí</figcaption></figure>
<p>${LONG[1]}</p>
<div class="box-tinlienquan"><h3>Tin liên quan</h3><ul>
<li><a href="/khoi-cong-cau-ben-da-198001.html">Khởi công cầu Bến Đá sau nhiều năm chờ đợi</a></li>
<li><a href="/them-von-cho-cau-ben-da-199230.html">Thêm vốn cho cầu Bến Đá từ ngân sách tỉnh</a></li></ul></div>
<h3>Gỡ vướng mặt bằng</h3>
<p>${LONG[2]}</p>
<p>${LONG[3]}</p>
<p><a href="/tra-giang-thong-xe-duong-ven-bien-203999.html">&gt;&gt; Trà Giang thông xe đường ven biển</a></p>
<p style="text-align:right"><strong>Minh Trí</strong></p>
</div>
<div class="tags">Từ khóa: <a href="/tag/cau">cầu</a> <a href="/tag/ben-da">Bến Đá</a></div>
<div class="fb-comments">Bình luận (3)<p>Mong cầu sớm xong để bà con đi lại thuận tiện, khỏi phải qua phà mỗi ngày.</p></div>
</div>
<div class="sidebar"><h3>Đọc nhiều</h3><ul>
<li><a href="/gia-lua-tang-204400.html">Giá lúa tăng mạnh đầu vụ hè thu</a></li></ul></div>
<footer>Cơ quan chủ quản: Tỉnh Trà Giang. Địa chỉ: số 1 đường Ven Sông, thành phố Trà Giang.</footer>
</body></html>`;

/** Wraps paragraphs in a bare page. */
export function barePage(body: string, head = ''): string {
  return `<!DOCTYPE html><html><head>${head}</head><body><main>${body}</main></body></html>`;
}

/** An English paragraph long enough to be text, told apart by its number. */
export function englishParagraph(number: number): string {
  return (
    `Paragraph ${number} says that the county council met on Tuesday evening, heard four speakers, ` +
    'and voted to repair the old bridge before the winter floods arrive.'
  );
}

export const sectionUrl = 'https://baotragiang.vn/kinh-te';

/** A section page: lead, list, most-read, video strip, navigation, footer. */
export function sectionPage(): string {
  const story = (slug: string, title: string) =>
    `<article class="item"><a href="/${slug}"><img src="/a.jpg"></a>` +
    `<h3><a href="/${slug}?utm_source=list" title="${title}">${title}</a></h3>` +
    `<p>Tóm tắt ngắn của bài viết.</p></article>`;
  return `<html lang="vi"><body>
<nav><a href="/kinh-te/tai-chinh-ngan-hang-va-bao-hiem">Tài chính, ngân hàng và bảo hiểm</a></nav>
<div class="lead">${story('gia-lua-dau-vu-tang-manh-o-tra-giang-204501.html', 'Giá lúa đầu vụ tăng mạnh ở Trà Giang')}</div>
<div class="list">
${story('khu-cong-nghiep-binh-an-don-them-bon-nha-may-204502.html', 'Khu công nghiệp Bình An đón thêm bốn nhà máy')}
${story('ngu-dan-cua-lo-trung-mua-ca-com-204503.html', 'Ngư dân Cửa Lở trúng mùa cá cơm')}
${story('cho-dau-moi-moi-mo-cua-tu-thang-sau-204504.html', 'Chợ đầu mối mới mở cửa từ tháng sau')}
<a href="/tag/gia-lua-hom-nay-tag1234">Giá lúa hôm nay ở các tỉnh</a>
</div>
<div class="most-read"><a href="/chuyen-la-o-lang-ben-song-203000.html">Chuyện lạ ở một làng bên sông</a></div>
<div class="videos"><a href="/video/canh-dong-lua-chin-nhin-tu-tren-cao-204000.html">Cánh đồng lúa chín nhìn từ trên cao</a></div>
<a href="https://quangcao.example/mua-ngay-hom-nay-12345.html">Mua ngay hôm nay giá rất tốt</a>
<footer><a href="/lien-he-quang-cao-tren-bao-12345.html">Liên hệ quảng cáo trên báo</a></footer>
</body></html>`;
}
