import { describe, expect, it, test } from 'vitest';
import { extractArticle } from '../../../crawlers/extract/index.ts';

const title = 'Tỉnh đôn đốc tiến độ cầu Bến Đá trước mùa mưa';
const lead =
  'Sáng 7/3, Chủ tịch UBND tỉnh kiểm tra công trường cầu Bến Đá và yêu cầu các nhà thầu tăng ca để hợp long trước mùa mưa lũ.';
const body = [
  'Theo báo cáo của ban quản lý dự án, đến nay khối lượng thi công đạt hơn sáu mươi phần trăm, chậm so với kế hoạch khoảng hai tháng.',
  'Nguyên nhân chủ yếu là thiếu đất đắp và vướng mặt bằng của mười bảy hộ dân ở đầu cầu phía nam, hiện chưa nhận tiền bồi thường.',
  'Chủ tịch UBND tỉnh giao Sở Xây dựng phối hợp với các xã hoàn thành việc kiểm đếm trước ngày 20/3 và báo cáo kết quả hằng tuần.',
  'Ông cũng yêu cầu bố trí đủ đèn chiếu sáng, biển báo và người hướng dẫn giao thông ở hai đầu công trường vào ban đêm.',
];
const paragraphs = (attributes = ''): string[] => body.map((text) => `<p${attributes}>${text}</p>`);
const opening = paragraphs()[0];
const middle = paragraphs().slice(1, 3).join('');
const ending = paragraphs().slice(3).join('');
const nav =
  '<div class="header"><ul class="menu"><li><a href="/">Trang chủ</a></li><li><a href="/chinh-tri">Chính trị</a></li><li><a href="/xa-hoi">Xã hội</a></li></ul></div>';
const rel =
  '<ul><li><a href="/a-1.html">Cầu mới qua sông Thanh thông xe sau hai năm</a></li><li><a href="/a-2.html">Khởi công tuyến đường ven biển dài bốn mươi cây số</a></li><li><a href="/a-3.html">Trao nhà tình nghĩa cho ba hộ nghèo</a></li></ul>';
const foot =
  '<div class="footer"><p>Cơ quan chủ quản: Tỉnh ủy. Giấy phép số 11/GP-BTTTT cấp ngày 01/01/2020. Tổng biên tập: Trần Văn B. Điện thoại: 000.</p><p>® Ghi rõ nguồn khi phát hành lại thông tin từ website này.</p></div>';
const page = (head: string, inner: string): string =>
  `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>${title} - Báo Tỉnh</title>${head}</head><body>${nav}${inner}${foot}</body></html>`;
const published = '<meta property="article:published_time" content="2026-03-07T10:15:00+07:00">';
/** By the outlet or system whose layout it is; the words are ours. */
const layouts: Readonly<Record<string, string>> = {
  tuoitre: page(
    published,
    `<div class="detail__main"><h1 class="detail-title article-title" data-role="title">${title}</h1><div class="detail-top"><div class="detail-author-top">Minh Anh</div><div class="detail-time">07/03/2026 10:15 GMT+7</div></div><h2 class="detail-sapo" data-role="sapo">TTO - ${lead}</h2><div class="detail-cmain"><div class="detail-content afcbc-body" data-role="content"><figure class="VCSortableInPreviewMode" type="Photo"><div><img src="/a.jpg"></div><figcaption class="PhotoCMS_Caption"><p>Công trường cầu Bến Đá - Ảnh: M.A.</p></figcaption></figure>${paragraphs().slice(0, 2).join('')}<div class="VCSortableInPreviewMode" type="RelatedOneNews"><a class="VCCTitle" href="/x">Cầu mới thông xe sau hai năm</a><p class="VCObjectBoxRelatedNewsItemSapo">Cầu dài 480 mét có hai làn xe và hai lề bộ hành.</p></div>${paragraphs().slice(2).join('')}</div></div><div class="detail-tab"><a href="#">Trở lại trang chủ</a></div><div class="detail__related">${rel}</div></div>`,
  ),
  zing: page(
    published,
    `<section class="main"><article class="the-article"><header class="the-article-header"><p class="the-article-category"><a href="/x">Thời sự</a></p><h1 class="the-article-title">${title}</h1><ul class="the-article-meta"><li class="the-article-publish">Thứ bảy, 7/3/2026 10:15 (GMT+7)</li></ul></header><section class="main"><p class="the-article-summary">${lead}</p><div class="the-article-body"><table class="picture"><tbody><tr><td class="pic"><img src="/a.jpg"></td></tr><tr><td class="pCaption caption"><p>Công trường cầu Bến Đá sáng 7/3. Ảnh: <em>Minh Anh.</em></p></td></tr></tbody></table>${paragraphs().join('')}<div class="inner-article"><a href="/x"><h2 class="title">Cầu mới thông xe</h2><p class="summary">Cầu dài 480 mét có hai làn xe.</p></a></div></div><p class="the-article-credit">Minh Anh</p><p class="the-article-tags">cầu Bến Đá</p></section></article></section>`,
  ),
  nhandan: page(
    published,
    `<div class="article"><div class="breadcrumb"><a href="/x">Xã hội</a></div><h1 class="article__title cms-title">${title}</h1><div class="article__meta"><time class="time" datetime="2026-03-07T10:15:00+0700">Thứ Bảy, ngày 07/03/2026 - 10:15</time></div><div class="article__sapo cms-desc"><strong>NDO -</strong> ${lead}</div><table class="picture article__avatar"><tr><td class="pic"><img class="cms-photo" src="/a.jpg"></td></tr><tr><td class="caption">Công trường cầu Bến Đá.</td></tr></table><div class="article__body zce-content-body cms-body"><div class="ads_middle"></div>${paragraphs().join('')}<div class="article__related-inbody">${rel}</div></div><div class="article__author">MINH ANH</div><div class="article__tag"><a href="/t">cầu Bến Đá</a></div></div>`,
  ),
  laodong: page(
    published,
    `<div class="main-content"><h1 class="title">${title}</h1><div class="m-bottom"><span class="author">Minh Anh</span> | <span class="time">07/03/2026 10:15 (GMT+7)</span></div><div class="chappeau"><p>${lead}</p></div><div class="art-body"><figure class="insert-center-image"><img src="/a.jpg"><figcaption class="image-caption">Công trường cầu. Ảnh: Minh Anh</figcaption></figure>${paragraphs().join('')}<div class="insert-center-embed">${rel}</div></div><div class="tags"><a href="/t">cầu</a></div></div>`,
  ),
  qdnd: page(
    '',
    `<div class="post-detail"><h1 class="post-title pcrTitle">${title}</h1><div class="post-date">Thứ Bảy, 07/03/2026, 10:15 (GMT+7)</div><div class="post-summary"><h2>QĐND Online - ${lead}</h2></div><div class="post-content"><div class="post-img"><img src="/a.jpg"></div>${paragraphs().join('')}<p style="text-align: right;"><strong>Tin, ảnh: MINH ANH - VĂN BÌNH</strong></p><p><em>*Mời bạn đọc vào chuyên mục Thời sự xem các tin, bài liên quan.</em></p></div></div>`,
  ),
  'tables of an office': page(
    '',
    `<table width="100%"><tr><td class="ArticleHeader"><span class="tieude">${title}</span></td></tr><tr><td class="ngaydang">(07/03/2026 10:15:22 AM)</td></tr><tr><td class="tomtat"><b>${lead}</b></td></tr><tr><td class="noidung"><div align="justify">${paragraphs(' class="MsoNormal"').join('\n<p class="MsoNormal">&nbsp;</p>')}</div><div align="right"><b>Minh Anh</b></div></td></tr></table><table><tr><td>Các tin khác</td></tr><tr><td>${rel}</td></tr></table>`,
  ),
  'a portal of an office': page(
    '',
    `<div id="DeltaPlaceHolderMain"><div class="news-detail"><div class="title-news">${title}</div><div class="date-news">07/03/2026 | 10:15</div><div class="ms-rtestate-field" style="display:inline"><p style="text-align:justify"><strong>${lead}</strong></p>${paragraphs(' style="text-align:justify"').join('')}<p style="text-align:right"><strong>Theo Cổng TTĐT tỉnh</strong></p></div><div class="other-news"><h3>Tin cùng chuyên mục</h3>${rel}</div></div></div>`,
  ),
  'a provincial paper': page(
    published,
    `<div class="container"><div class="c-detail"><h1 class="sc-longform-header-title block-sc-title">${title}</h1><span class="sc-longform-header-date block-sc-publish-time">07/03/2026 10:15</span><p class="sc-longform-header-sapo block-sc-sapo">(baoquangtinh.vn) - ${lead}</p><article class="entry entry-no-padding">${paragraphs().join('')}<p class="t-a-right"><strong>MINH ANH</strong></p></article><div class="c-box c-related">${rel}</div><div class="box-comment"><h3>Bình luận</h3><p>Vui lòng nhập nội dung bình luận của bạn vào ô bên dưới để gửi tới tòa soạn.</p></div></div></div>`,
  ),
  vov: page(
    published,
    `<div class="row article-title"><div class="col"><h1>${title}</h1></div></div><div class="row article-meta"><span>Thứ Bảy, 10:15, 07/03/2026</span></div><div class="article-summary"><p>VOV.VN - ${lead}</p></div><div class="row article-content"><div class="text-long">${paragraphs().slice(0, 2).join('')}<div class="media"><img src="/a.jpg"><p class="caption">Lãnh đạo tỉnh kiểm tra công trường (Ảnh: Minh Anh)</p></div>${paragraphs().slice(2).join('')}</div></div><div class="article-author"><a href="/x">Minh Anh/VOV-Miền Trung</a></div><div class="related-news">${rel}</div>`,
  ),
  vtv: page(
    published,
    `<div class="noidung"><h1 class="title_detail">${title}</h1><p class="news-info"><b>VTV Digital</b><span class="time"> - Thứ bảy, ngày 07/03/2026 10:15 GMT+7</span></p><h2 class="sapo">VTV.vn - ${lead}</h2><div class="ta-justify" id="entry-body">${paragraphs().join('')}<p>* Mời quý độc giả theo dõi các chương trình đã phát sóng của Đài Truyền hình Việt Nam trên <a href="#">TV Online</a> và <a href="#">VTVGo</a>!</p></div></div>`,
  ),
  nld: page(
    published,
    `<div class="detail-left"><h1 class="detail-title">${title}</h1><h2 class="detail-sapo">(NLĐO) - ${lead}</h2><div class="detail-content afcbc-body"><p><b>${body[0]}</b></p>${paragraphs().slice(1).join('')}<div class="VCSortableInPreviewMode link-content-footer"><a href="/x">Xem thêm: Cầu mới thông xe</a></div></div><div class="detail-share">Chia sẻ</div></div>`,
  ),
  drupal: page(
    '',
    `<div class="region"><h1 class="page-title">${title}</h1><div class="submitted">Submitted by admin on Thứ 7, 07/03/2026 - 10:15</div><div class="field field-name-body"><div class="field-items"><div class="field-item even"><p><strong>${lead}</strong></p>${paragraphs().join('')}<p>Nguồn: Báo Tỉnh</p></div></div></div><div class="field-name-field-tags">Từ khóa: cầu, giao thông</div></div>`,
  ),
  'nested tables': page(
    '',
    `<form id="aspnetForm"><table width="100%"><tr><td><a href="/xa-hoi">Xã hội</a> &gt;&gt; <a href="/giao-thong">Giao thông</a></td></tr><tr><td class="newstitle">${title}</td></tr><tr><td class="newsdate">Thứ Bảy, 07/03/2026, 10:15 [GMT+7]</td></tr><tr><td><div class="newssapo"><b>(Báo Tỉnh)- ${lead}</b></div><div class="newsbody">${paragraphs(' style="text-align:justify"').slice(0, 2).join('')}<table align="center"><tr><td><img src="/a.jpg"></td></tr><tr><td class="Image">Chủ tịch UBND tỉnh kiểm tra công trường cầu Bến Đá</td></tr></table>${paragraphs(' style="text-align:justify"').slice(2).join('')}<p style="text-align:right"><strong>Bài, ảnh: MINH ANH</strong></p></div></td></tr></table><div><b>.TIN, BÀI LIÊN QUAN</b>${rel}</div></form>`,
  ),
  'italic captions': page(
    published,
    `<div id="content"><h1 class="title">${title}</h1><span class="post-date">07/03/2026 | 10:15</span><div class="entry"><p><strong>${lead}</strong></p>${opening}<p style="text-align:center"><img src="/1.jpg"><br><em>Thi công nhịp giữa cầu Bến Đá</em></p>${middle}<p style="text-align:center"><img src="/2.jpg"></p><p style="text-align:center"><em>Người dân hai đầu cầu đi phà trong mùa nước nổi.</em></p>${ending}<p style="text-align:right"><em>Theo Báo Tỉnh</em></p></div></div>`,
  ),
};

test('a portal whose page title is its own name shows the headline in a line named so', () => {
  const lines = body
    .map((text) => `<div style="text-align: justify"><span>${text}</span></div><div>&nbsp;</div>`)
    .join('');
  const html = [
    `<html><head><title>Cổng thông tin điện tử tỉnh</title></head><body>${nav}<div class="portlet-body"><div class="ArticleHeader"><span class="ArticleTitle">${title}</span></div><div class="ArticleDate">Ngày đăng: 07/03/2026 Lượt xem: 1.245</div><div class="ArticleSummary">${lead}</div><div class="ArticleContent">${lines}<div style="text-align:right">Nguyễn Thị Hoa</div></div>`,
    `<div class="othernews"><div class="title">Các tin khác</div>${rel}</div></div>${foot}</body></html>`,
  ].join('');
  const article = extractArticle(html, 'https://tinh.gov.vn/tin/1.html');
  expect(article.title).toBe(title);
  expect(article.paragraphs.map(({ text }) => text)).toEqual([lead, ...body]);
});

describe.each(Object.entries(layouts))('the layout of %s', (_name, html) => {
  const article = extractArticle(html, 'https://baotinh.vn/xa-hoi/cau-ben-da-123456.html', {
    timeZone: 'Asia/Ho_Chi_Minh',
    now: new Date('2026-03-08T00:00:00Z'),
  });

  it('gives standfirst and body, whole and alone', () => {
    const texts = article.paragraphs.filter(({ role }) => role !== 'caption');
    expect(texts.map(({ text }) => text)).toEqual([
      expect.stringMatching(new RegExp(`(?:^|[-–)] )${lead}$`)),
      ...body,
    ]);
  });

  it('gives title and time', () => {
    expect(article.title).toBe(title);
    expect(article.publishedAt).toMatch(/^2026-03-07T10:15:\d\d\+07:00$/);
  });
});
