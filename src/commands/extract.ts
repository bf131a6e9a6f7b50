import { decodeText, extractArticle } from '../../crawlers/index.ts';
import { ColumnInchesError } from '../domain/index.ts';
import { type Command, textOption } from './command.ts';
import { bytesOf } from './lines.ts';

const limitBytes = 15 * 1024 * 1024;

/** What the extractor makes of one page, without a database. */
export const extractCommand: Command = {
  usage: 'extract',
  about: {
    vi: 'Đọc một trang HTML từ đầu vào chuẩn và in bài báo ở dạng JSON',
    en: 'read an HTML page from standard input and print its article as JSON',
  },
  options: [
    {
      flags: '--url <address>',
      about: { vi: 'địa chỉ của trang', en: "the page's address" },
    },
    {
      flags: '--time-zone <zone>',
      about: {
        vi: 'múi giờ của cơ quan báo chí (mặc định Asia/Ho_Chi_Minh)',
        en: "the outlet's time zone (default Asia/Ho_Chi_Minh)",
      },
    },
  ],
  example: 'column-inches extract --url https://example.vn/bai.html < bai.html',
  run: async (context, input) => {
    const bytes = await bytesOf(context.stdin, limitBytes);
    if (bytes === null) {
      throw new ColumnInchesError({
        code: 'input/page-too-large',
        verdict: 'stop-run',
        message: 'The page on standard input is larger than 15 MB. Give one page at a time.',
        messageVietnamese: 'Trang ở đầu vào chuẩn lớn hơn 15 MB. Mỗi lần chỉ đưa một trang.',
      });
    }
    const url = readUrl(textOption(input, 'url'));
    const article = extractArticle(decodeText(bytes, {}).text, url, {
      timeZone: textOption(input, 'timeZone') ?? 'Asia/Ho_Chi_Minh',
      now: context.clock.now(),
    });
    await context.print(JSON.stringify(article, null, context.json ? 0 : 2));
    return 0;
  },
};

function readUrl(text: string | undefined): string {
  if (text === undefined) return 'http://localhost/';
  if (URL.canParse(text)) return text;
  throw new ColumnInchesError({
    code: 'input/bad-address',
    verdict: 'stop-run',
    message: `--url ${text} is not an address. Write it whole: https://example.vn/bai.html`,
    messageVietnamese: `--url ${text} không phải địa chỉ. Viết đầy đủ: https://example.vn/bai.html`,
  });
}
