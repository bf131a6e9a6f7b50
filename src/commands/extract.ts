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
    if (bytes?.length === 0) {
      throw new ColumnInchesError({
        code: 'input/no-page',
        verdict: 'stop-run',
        message: 'Nothing came on standard input. Give a page: column-inches extract < page.html',
        messageVietnamese:
          'Đầu vào chuẩn không có gì. Hãy đưa một trang: column-inches extract < trang.html',
      });
    }
    if (bytes === null) {
      throw new ColumnInchesError({
        code: 'input/page-too-large',
        verdict: 'stop-run',
        message: 'The page on standard input is larger than 15 MB. Give one page at a time.',
        messageVietnamese: 'Trang ở đầu vào chuẩn lớn hơn 15 MB. Mỗi lần chỉ đưa một trang.',
      });
    }
    const url = readUrl(textOption(input, 'url'));
    const timeZone = readTimeZone(textOption(input, 'timeZone'));
    const article = extractArticle(decodeText(bytes, {}).text, url, {
      timeZone,
      now: context.clock.now(),
    });
    await context.print(JSON.stringify(article, null, context.json ? 0 : 2));
    return 0;
  },
};

function readTimeZone(text = 'Asia/Ho_Chi_Minh'): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone;
  } catch (cause) {
    throw new ColumnInchesError({
      code: 'input/bad-time-zone',
      verdict: 'stop-run',
      message: `--time-zone ${text} is no time zone. Write it as in Asia/Ho_Chi_Minh or UTC.`,
      messageVietnamese: `--time-zone ${text} không phải múi giờ. Viết như Asia/Ho_Chi_Minh hoặc UTC.`,
      cause,
    });
  }
}

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
