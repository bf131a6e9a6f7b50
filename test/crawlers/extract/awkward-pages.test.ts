import { describe, expect, it } from 'vitest';
import { extractArticle } from '../../../crawlers/extract/article.ts';
import { englishParagraph, vietnameseBody } from './sample-pages.ts';

/*
 * Pages whose markup nobody would choose: sites' own elements instead of paragraphs, everything in
 * one cell, captions and request forms among the text.
 */

const english = [1, 2, 3, 4].map(englishParagraph);
const [first = '', second = '', third = '', fourth = ''] = english;
const [opening = '', ...others] = vietnameseBody;
const url = 'https://news.example/n/bridge-repaired-123456.html';
const title = 'County council repairs the old bridge';

function read(body: string, head = `<title>${title}</title>`) {
  return extractArticle(`<html><head>${head}</head><body>${body}</body></html>`, url);
}

const paragraphs = (texts: readonly string[]) => texts.map((text) => `<p>${text}</p>`).join('');

describe('sites’ own elements', () => {
  it('hold a paragraph each, where nothing else does', () => {
    const article = read(`<news-app><news-article><h1>${title}</h1><news-sub>${first}</news-sub>
      <news-text>${second}</news-text><news-text><p>${third}</p></news-text>
      <news-text>${fourth}</news-text></news-article></news-app>`);
    expect(article.text).toBe(english.join('\n'));
  });

  it('part no paragraph that they stand in', () => {
    const [start = '', rest = ''] = third.split(', ', 2);
    const line = third.replace(start, `<news-term>${start}</news-term>`);
    const article = read(`<main><h1>${title}</h1>${paragraphs([first, second])}<p>${line}</p>
      <div>${fourth.replace('bridge', '<x-word>bridge</x-word>')}</div></main>`);
    expect(rest).not.toBe('');
    expect(article.text).toBe(english.join('\n'));
  });
});

describe('title and date in one cell with the text', () => {
  const head = '<title>Trà Giang đôn đốc tiến độ cầu</title>';
  const cell = (lines: readonly string[]) =>
    `<table><tr><td><a href="/1">Thời sự</a></td><td>${lines.join('<br>')}<br><br>
      ${others.join('<br><br>')}</td></tr></table>`;

  it('are no part of the first paragraph', () => {
    const lines = ['<b>Trà Giang đôn đốc tiến độ cầu</b>', '<i>(12-05-2024)</i>', opening];
    const article = read(cell(lines), head);
    expect(article.text).toBe(vietnameseBody.join('\n'));
    expect(article.title).toBe('Trà Giang đôn đốc tiến độ cầu');
  });

  it('are not cut where the sentence begins as the title does', () => {
    const sentence = `Trà Giang đôn đốc tiến độ cầu Bến Đá. ${opening}`;
    const article = read(cell([sentence]), head);
    expect(article.text).toBe([sentence, ...others].join('\n'));
  });
});

describe('a caption without a name', () => {
  const caption = 'Công nhân lắp dầm cầu ở bờ bắc trong sáng nay. Ảnh: Minh Trí';
  const picture = '<div><img src="/anh/cau.jpg" width="900" height="600"></div>';
  const gallery = (line: string) => `<h1>${title}</h1>
    <p>${opening}</p><div>${picture}<div>${line}</div></div>${paragraphs(others)}`;

  it('is told by its place and by whom it credits', () => {
    const article = read(gallery(caption));
    expect(article.text).toBe(vietnameseBody.join('\n'));
    expect(article.pictures.map((one) => one.caption)).toEqual([caption]);
  });

  it.each([
    ['names nobody', 'Công nhân lắp dầm cầu ở bờ bắc trong sáng nay theo kế hoạch đã duyệt.'],
    [
      'credits in the middle',
      'Cầu sắp xong. Ảnh: tỉnh sẽ trưng bày năm mươi tấm tại bảo tàng vào cuối tuần này.',
    ],
  ])('is none where it %s', (_, line) => {
    expect(read(gallery(line)).text.split('\n')).toContain(line);
  });

  it('is none without a picture before it', () => {
    const article = read(`<h1>${title}</h1>${paragraphs([opening, caption, ...others])}`);
    expect(article.text.split('\n')).toContain(caption);
  });
});

describe('a field for an e-mail address', () => {
  const box = (inside: string, field: string) =>
    `<article><h1>${title}</h1>${paragraphs([first, second])}<div><section><p>${inside}</p>
      <form>${field}<button>Go</button></form></section></div>${paragraphs([third, fourth])}</article>`;
  const pitch = 'The morning letter from the harbour, free, every weekday at seven.';

  it.each([
    '<input type="email">',
    '<input type="text" name="your_email">',
    '<input placeholder="E-Mail">',
  ])('takes what is written around it out of the text: %s', (field) => {
    expect(read(box(pitch, field)).text).toBe(english.join('\n'));
  });

  it.each(['<input type="search" name="q">', '<input type="hidden" name="email">', ''])(
    'is not %s',
    (field) => {
      expect(read(box(pitch, field)).text.split('\n')).toContain(pitch);
    },
  );

  it('takes no text of the article with it', () => {
    const field = '<input type="email">';
    const article = read(box(`${second} ${third} ${fourth} ${first}`, field));
    expect(article.text.split('\n')).toHaveLength(5);
  });
});

describe('a title', () => {
  it('is parted from the site’s name by two colons as well', () => {
    const head = `<title>${title} :: The Harbour</title>`;
    const article = read(`<div>${title}</div><div>${paragraphs(english)}</div>`, head);
    expect(article.title).toBe(title);
    expect(article.text).toBe(english.join('\n'));
  });

  it('is seen on the page in scripts without spaces, however few words it seems', () => {
    const lao = 'ປິດບັກ ເປີດຂົວໃໝ່';
    const text = 'ສະພາແຂວງໄດ້ລົງຄະແນນສຽງໃນຕອນແລງວັນອັງຄານ ເພື່ອປິດບັກເກົ່າ ແລະ ເປີດຂົວໃໝ່ສຳລັບລົດ.';
    const article = read(
      `<div>${lao}</div><div>${`${text}<br><br>`.repeat(3)}</div>`,
      `<title>${lao} - ທ່າເຮືອ</title>`,
    );
    expect(article.title).toBe(lao);
  });
});

describe('a row of teasers that no heading and no name gives away', () => {
  const tell = 'A few words tell what the other story is about, as teasers do on all sites.';
  const teaser = (at: number, host = '') =>
    `<li><a href="${host}/n/other-story-${at}.html"><img src="${at}.jpg">Another story of week ${at}</a><p>${tell} ${at}</p></li>`;
  const row = (count: number, host?: string) =>
    `<ul>${Array.from({ length: count }, (_, at) => teaser(at, host)).join('')}</ul>`;
  const body = `<div><h1>${title}</h1>${paragraphs(english)}</div>`;

  it.each([6, 40])('is no text, however long: %d', (count) => {
    expect(read(`${body}<div>${row(count)}</div>`).text).toBe(english.join('\n'));
    const outer = `<div><div><h1>${title}</h1>${paragraphs(english)}</div>${row(count)}</div>`;
    expect(read(outer).text).toBe(english.join('\n'));
  });

  it('is text where the items are what the article is about', () => {
    const items = Array.from({ length: 6 }, (_, at) => teaser(at, `https://shop-${at}.example`));
    expect(
      read(`<main><h1>${title}</h1>${paragraphs(english)}<ul>${items.join('')}</ul></main>`).text,
    ).toContain(tell);
  });
});

describe('what papers print about themselves', () => {
  it.each([
    'Cơ quan chủ quản: Đảng bộ tỉnh Trà Giang. Giấy phép hoạt động báo điện tử số 12/GP-BTTTT.',
    'Mọi thông tin góp ý xin gửi về: Báo Trà Giang, 12 Lê Lợi. Điện thoại: 0255 123 456.',
    'Báo Trà Giang, 12 Lê Lợi. Điện thoại: 0255 123 456. Email: toasoan@baotragiang.vn',
    'Ghi rõ nguồn “Báo Trà Giang” khi phát hành lại thông tin từ trang này.',
    'Giấy phép số: 55/GP-BTTTT do Bộ Thông tin và Truyền thông cấp ngày 02/03/2021.',
    'Số giấy phép: 77/2020/GP-BTTTT, cấp ngày 04/05/2020.',
    '© Báo Trà Giang. Giấy phép xuất bản số 110/GP-BTTTT cấp ngày 02/03/2021.',
    'Phó Tổng biên tập: Lê Thị Mẫu, Trần Văn Thử. Giấy phép đã được cấp năm 2021.',
    'Xin liên hệ tòa soạn qua số điện thoại 0255 123 456.',
    'Bản quyền của Báo Trà Giang. Vui lòng ghi rõ nguồn khi trích dẫn.',
    'Chia sẻ Facebook Zalo Copy link Lưu bài viết In',
    '(Theo Báo Trà Giang)',
  ])('is no text: %s', (line) => {
    const article = read(`<main><h1>${title}</h1>${paragraphs([...vietnameseBody, line])}</main>`);
    expect(article.text).toBe(vietnameseBody.join('\n'));
  });

  it.each([
    'Giấy phép xây dựng của 42 hộ dân được cấp trong tháng này, theo lãnh đạo huyện.',
    'Mọi hộ dân trong vùng dự án đều được hỗ trợ di dời trước mùa mưa năm nay.',
    'Bộ trưởng Trần Văn Thử nói giấy phép đã được cấp cho 20 báo điện tử trong năm qua, nhiều hơn năm trước.',
    'Giấy phép hoạt động của hai báo điện tử hết hạn ngày 12/3/2026, theo lãnh đạo Sở.',
    'Giấy phép số 55/GP-BTTTT của trang này bị thu hồi từ ngày 12/3, theo quyết định của thanh tra.',
    'Mọi người dân vùng lũ vui lòng liên hệ Ủy ban nhân dân xã Mẫu Giang, số 0255 123 456, Chủ tịch UBND tỉnh Lê Văn Thử đề nghị.',
    'Mọi góp ý về dự thảo xin gửi báo cáo về Sở Xây dựng, hộp thư so@tragiang.example, trước ngày 20/3.',
    'Phó tổng biên tập: ông Lê Văn Thử được bổ nhiệm sáng nay, thay ông Trần Văn Mẫu nghỉ hưu.',
    'Xin liên hệ ban chỉ huy qua số điện thoại 0255 123 456 khi thấy nước dâng, ông Thử nói.',
    'Người dân liên hệ Sở Y tế, điện thoại: 0255 123 456, email: so@tragiang.example, để được tiêm.',
    'Dự thảo buộc người dùng ghi rõ nguồn khi sử dụng ảnh do máy tạo ra.',
  ])('and this is: %s', (line) => {
    const [start = '', ...rest] = vietnameseBody;
    const article = read(`<main><h1>${title}</h1>${paragraphs([start, line, ...rest])}</main>`);
    expect(article.text.split('\n')).toContain(line);
  });

  it('nor is what readers wrote under “Ý kiến bạn đọc (3)”', () => {
    const comments = `<div><h4>Ý kiến bạn đọc (3)</h4><div><b>Hoa</b><p>Mong cầu xong sớm.</p></div></div>`;
    const article = read(`<div><h1>${title}</h1>${paragraphs(vietnameseBody)}</div>${comments}`);
    expect(article.text).toBe(vietnameseBody.join('\n'));
  });
});

it('notes of later changes are no part of the text', () => {
  const note = 'This article was updated on 3 May to correct the number of speakers.';
  const article = read(`<h1>${title}</h1>${paragraphs([...english, note])}`);
  expect(article.text).toBe(english.join('\n'));
});

it.each(['08:40 24/11', '8h40, ngày 24/11', '24/11 - 08:40', '08:40 | 24-11', '08:40'])(
  'the time of each post in a live blog is no text: %s',
  (time) => {
    const posts = others.map((text) => `<div><span>${time}</span><div><p>${text}</p></div></div>`);
    const article = read(`<main><h1>${title}</h1><p>${opening}</p>${posts.join('')}</main>`);
    expect(article.text).toBe(vietnameseBody.join('\n'));
  },
);

it.each(['Tỷ số 2-1 sau 08:40', '08:40 24/11 đoàn đến nơi', 'Số nhà 24/11 phố 8h'])(
  'a line with a time in it is text: %s',
  (line) => {
    const article = read(`<main><h1>${title}</h1>${paragraphs([opening, line, ...others])}</main>`);
    expect(article.text.split('\n')).toContain(line);
  },
);
