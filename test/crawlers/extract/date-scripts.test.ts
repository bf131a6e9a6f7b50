import { describe, expect, it } from 'vitest';
import { extractArticle } from '../../../crawlers/extract/article.ts';
import { plainDate } from '../../../crawlers/extract/date-scripts.ts';

const now = new Date('2026-11-30T00:00:00Z');

/** What is read of a page that shows its date in one line only. */
function articleWith(line: string, page: { language: string; title: string; text: string }) {
  const body = `<p>${page.text}</p>`.repeat(4);
  const html = `<html lang="${page.language}"><title>${page.title}</title><body>
    <article><h1>${page.title}</h1><div class="info">${line}</div>${body}</article>`;
  const timeZone = 'Asia/Bangkok';
  return extractArticle(html, 'https://news.example/story-123456', { now, timeZone });
}

const thai = {
  language: 'th',
  title: 'เปิดสะพานใหม่ข้ามแม่น้ำ',
  text: 'ผู้ว่าราชการจังหวัดเปิดสะพานใหม่ข้ามแม่น้ำเมื่อเช้าวันนี้ หลังก่อสร้างนานสองปี โดยมีประชาชนมาร่วมงานจำนวนมาก และรถยนต์สามารถวิ่งผ่านได้ทันที',
};
const khmer = {
  language: 'km',
  title: 'ស្ពានថ្មីឆ្លងទន្លេបើកឱ្យប្រើប្រាស់',
  text: 'អភិបាលខេត្តបានសម្ពោធស្ពានថ្មីឆ្លងទន្លេកាលពីព្រឹកនេះ បន្ទាប់ពីសាងសង់អស់រយៈពេលពីរឆ្នាំ ដោយមានប្រជាពលរដ្ឋចូលរួមយ៉ាងច្រើន។',
};
const lao = {
  language: 'lo',
  title: 'ເປີດຂົວໃໝ່ຂ້າມແມ່ນໍ້າ',
  text: 'ເຈົ້າແຂວງໄດ້ເປີດຂົວໃໝ່ຂ້າມແມ່ນໍ້າໃນເຊົ້າມື້ນີ້ ຫຼັງຈາກກໍ່ສ້າງມາເປັນເວລາສອງປີ ໂດຍມີປະຊາຊົນເຂົ້າຮ່ວມຢ່າງຫຼວງຫຼາຍ.',
};
const burmese = {
  language: 'my',
  title: 'တံတားအသစ် ဖွင့်လှစ်',
  text: 'ပြည်နယ်ဝန်ကြီးချုပ်သည် မြစ်ကူးတံတားအသစ်ကို ယနေ့နံနက်တွင် ဖွင့်လှစ်ပေးခဲ့ပြီး နှစ်နှစ်ကြာ ဆောက်လုပ်ခဲ့ရသည်ဟု ပြောကြားခဲ့သည်။',
};
const indonesian = {
  language: 'id',
  title: 'Jembatan baru dibuka untuk umum',
  text: 'Gubernur membuka jembatan baru di atas sungai pagi ini setelah dibangun selama dua tahun, dan ratusan warga ikut menyeberang untuk pertama kali bersama keluarga mereka.',
};
const vietnamese = {
  language: 'vi',
  title: 'Cầu mới thông xe sáng nay',
  text: 'Chủ tịch tỉnh cắt băng khánh thành cầu mới qua sông sáng nay, sau hai năm thi công, với hàng trăm người dân cùng đi bộ qua cầu lần đầu.',
};

describe('dates of the region', () => {
  it.each([
    ['24 พ.ย. 2569', '2026-11-24T00:00:00+07:00', thai],
    ['24 พ.ย. 69 เวลา 10:30 น.', '2026-11-24T10:30:00+07:00', thai],
    ['วันอังคารที่ 24 พฤศจิกายน พ.ศ. 2569 เวลา 10.30 น.', '2026-11-24T10:30:00+07:00', thai],
    ['๒๔ พฤศจิกายน ๒๕๖๙', '2026-11-24T00:00:00+07:00', thai],
    ['เผยแพร่ 24/11/2569 10:30', '2026-11-24T10:30:00+07:00', thai],
    ['24-11-2569', '2026-11-24T00:00:00+07:00', thai],
    ['24 พฤศจิกายน ค.ศ. 2026', '2026-11-24T00:00:00+07:00', thai],
    ['24 พฤศจิกายน 2026', '2026-11-24T00:00:00+07:00', thai],
    ['ថ្ងៃទី២៤ ខែវិច្ឆិកា ឆ្នាំ២០២៦', '2026-11-24T00:00:00+07:00', khmer],
    ['ថ្ងៃទី២៤\u200bខែវិច្ឆិកា\u200bឆ្នាំ២០២៦ ១០:៣០', '2026-11-24T10:30:00+07:00', khmer],
    ['24 វិច្ឆិកា 2026', '2026-11-24T00:00:00+07:00', khmer],
    ['២៤-១១-២០២៦', '2026-11-24T00:00:00+07:00', khmer],
    ['ວັນທີ 24 ພະຈິກ 2026', '2026-11-24T00:00:00+07:00', lao],
    ['໒໔ ພະຈິກ ໒໐໒໖', '2026-11-24T00:00:00+07:00', lao],
    ['၂၀၂၆ ခုနှစ် နိုဝင်ဘာလ ၂၄ ရက်', '2026-11-24T00:00:00+07:00', burmese],
    ['၂၄ နိုဝင်ဘာ ၂၀၂၆', '2026-11-24T00:00:00+07:00', burmese],
    ['နိုဝင်ဘာ ၂၄၊ ၂၀၂၆', '2026-11-24T00:00:00+07:00', burmese],
    ['Kompas.com, 7 Maret 2026, 08:30 WIB', '2026-03-07T08:30:00+07:00', indonesian],
    [
      'Jakarta, Kabar.co - Sabtu, 7 Maret 2026 | 10:30 WITA',
      '2026-03-07T09:30:00+07:00',
      indonesian,
    ],
    ['Denpasar, 17 Agustus 2026', '2026-08-17T00:00:00+07:00', indonesian],
  ])('%s', (line, instant, page) => {
    const article = articleWith(line, page);
    expect(article.publishedAt).toBe(instant);
    expect(article.text.split('\n')[0]).toBe(page.text);
  });

  it.each([
    // No such day, and years that are none of either count.
    ['31 ก.พ. 2569', thai],
    ['24 พ.ย. 26', thai],
    ['24 พ.ย. พ.ศ. 2026', thai],
    ['24 พ.ย. ค.ศ. 2569', thai],
    ['งบประมาณ 2569 ล้านบาท', thai],
    ['ត្រូវការ ២៤ ខែ ដើម្បីសាងសង់', khmer],
    ['24 វិច្ឆិកា 26', khmer],
    ['၁၃၈၈ ခုနှစ် နိုဝင်ဘာလ ၂၄ ရက်', burmese],
    // Elsewhere nobody counts so.
    ['24/11/2569', vietnamese],
    ['24/11/2569', indonesian],
    // Still to come.
    ['24 ธ.ค. 2569', thai],
    ['7 Desember 2026', indonesian],
  ])('is not made up from "%s"', (line, page) => {
    expect(articleWith(line, page).publishedAt).toBeNull();
  });

  it('count only where the page declares none for machines', () => {
    const declared = '<meta property="article:published_time" content="2026-11-20T08:00:00+07:00">';
    const html = `<html lang="th"><head>${declared}</head><body><article><h1>${thai.title}</h1>
      <div class="date">24 พ.ย. 2569</div>${`<p>${thai.text}</p>`.repeat(4)}</article>`;
    const { publishedAt } = extractArticle(html, 'https://news.example/story-123456', { now });
    expect(publishedAt?.slice(0, 10)).toBe('2026-11-20');
  });

  it.each(['24 November 2026', 'Thứ Ba, 24/11/2026', '2026年11月24日', '24 ноября 2026', ''])(
    'leaves "%s" as it is',
    (text) => {
      expect(plainDate(text, null)).toBe(text);
    },
  );
});
