import { type Bilingual, ColumnInchesError, type Verdict } from '../../src/domain/index.ts';

interface ErrorKind {
  readonly verdict: Verdict;
  /** The door's own guard said no: nothing was asked of the page. */
  readonly refused?: true;
  /** After the address: what it is or did. */
  readonly says: Bilingual;
  readonly mend: Bilingual;
}

const SITE = {
  vi: 'Thử lại sau; nếu vẫn vậy, báo cho cơ quan báo chí hoặc bỏ địa chỉ khỏi tệp YAML của họ.',
  en: 'Try again later; if it lasts, tell the outlet or take the address out of its YAML.',
};
const OWN = {
  vi: 'Sửa địa chỉ trong tệp YAML của cơ quan báo chí, hoặc bỏ qua tin này.',
  en: 'Correct the address in the outlet’s YAML, or leave this item out.',
};
const FLAG = {
  vi:
    'Chỉ cơ quan báo chí có allowPrivateAddresses: true trong tệp YAML (khi thêm: ' +
    '--private-network) mới được ở trên máy này hay mạng này, và không được chuyển trình thu thập tới nơi khác bên trong.',
  en:
    'Only an outlet whose YAML says allowPrivateAddresses: true (when it is added: ' +
    '--private-network) may live on this machine or network, and it may not send the crawler elsewhere inside it.',
};

/** Every way a door says no, by code; the code of the thrown error is `fetch/` + this name. */
const FETCH_ERRORS = {
  'bad-url': {
    verdict: 'skip-item',
    refused: true,
    says: { vi: 'không phải địa chỉ web', en: 'is not a web address' },
    mend: OWN,
  },
  'url-too-long': {
    verdict: 'skip-item',
    refused: true,
    says: { vi: 'quá dài', en: 'is too long' },
    mend: OWN,
  },
  scheme: {
    verdict: 'skip-item',
    refused: true,
    says: { vi: 'không phải http cũng không phải https', en: 'is neither http nor https' },
    mend: {
      vi: 'Chỉ lấy địa chỉ http:// và https://. Hãy sửa địa chỉ.',
      en: 'Only http:// and https:// addresses are fetched. Correct the address.',
    },
  },
  credentials: {
    verdict: 'skip-item',
    refused: true,
    says: { vi: 'chứa tên người dùng hoặc mật khẩu', en: 'carries a user name or password' },
    mend: {
      vi: 'Bỏ phần trước dấu @ trong địa chỉ: chỉ đọc trang công khai.',
      en: 'Take the part before @ out of the address: only public pages are read.',
    },
  },
  port: {
    verdict: 'skip-item',
    refused: true,
    says: {
      vi: 'dùng một cổng mà máy chủ web không dùng',
      en: 'names a port that web servers do not use',
    },
    mend: {
      vi: 'Dùng địa chỉ không có số cổng, hoặc một cổng thường dùng (80, 443, 8080, 8443).',
      en: 'Use an address without a port number, or one of the usual ports (80, 443, 8080, 8443).',
    },
  },
  'private-address': {
    verdict: 'skip-item',
    refused: true,
    says: {
      vi: 'dẫn tới địa chỉ bên trong máy này hoặc mạng riêng',
      en: 'leads to an address inside this machine or a private network',
    },
    mend: FLAG,
  },
  robots: {
    verdict: 'skip-item',
    refused: true,
    says: {
      vi: 'bị robots.txt của trang đóng với trình thu thập',
      en: 'is closed to crawlers by the site’s robots.txt',
    },
    mend: {
      vi: 'Điều này được tôn trọng. Hãy xin phép cơ quan báo chí, hoặc bỏ địa chỉ này.',
      en: 'This is respected. Ask the outlet for permission, or leave the address out.',
    },
  },
  'robots-unreachable': {
    verdict: 'retry',
    refused: true,
    says: {
      vi: 'chưa được hỏi, vì không đọc được robots.txt của trang',
      en: 'was not asked for, because the site’s robots.txt could not be read',
    },
    mend: {
      vi: 'Sẽ thử lại sau ít lâu; cho tới khi đó coi như trang đóng.',
      en: 'It is tried again after a while; until then the site counts as closed.',
    },
  },
  'host-paused': {
    verdict: 'retry',
    refused: true,
    says: {
      vi: 'chưa được hỏi, vì trang đã yêu cầu tạm ngừng',
      en: 'was not asked for, because the site asked for a pause',
    },
    mend: {
      vi: 'Không cần làm gì: lượt thu thập sau khi hết tạm ngừng sẽ hỏi lại.',
      en: 'Nothing to do: the next crawl after the pause asks again.',
    },
  },
  dns: {
    verdict: 'retry',
    says: { vi: 'có tên máy chủ không tìm thấy', en: 'has a host name that cannot be found' },
    mend: {
      vi: 'Kiểm tra chính tả của địa chỉ và kết nối mạng của máy này.',
      en: 'Check the spelling of the address and this machine’s internet connection.',
    },
  },
  connect: {
    verdict: 'retry',
    says: { vi: 'có máy chủ không kết nối được', en: 'has a server that cannot be reached' },
    mend: {
      vi: 'Kiểm tra địa chỉ và kết nối mạng của máy này; nếu không, thử lại sau.',
      en: 'Check the address and this machine’s internet connection; else try again later.',
    },
  },
  'connect-timeout': {
    verdict: 'retry',
    says: {
      vi: 'có máy chủ không nhận kết nối kịp thời gian',
      en: 'has a server that did not take the connection in time',
    },
    mend: SITE,
  },
  tls: {
    verdict: 'stop-source',
    says: {
      vi: 'không có chứng chỉ đáng tin, hoặc mã hóa bị lỗi',
      en: 'has no trustworthy certificate, or its encryption failed',
    },
    mend: {
      vi: 'Chứng chỉ không bao giờ được bỏ qua. Kiểm tra đồng hồ của máy này và báo cho cơ quan báo chí.',
      en: 'Certificates are never skipped. Check the clock of this machine and tell the outlet.',
    },
  },
  reset: {
    verdict: 'retry',
    says: { vi: 'ngắt kết nối giữa chừng', en: 'broke off the connection' },
    mend: SITE,
  },
  protocol: {
    verdict: 'skip-item',
    says: {
      vi: 'trả lời bằng thứ không phải HTTP',
      en: 'answered with something that is not HTTP',
    },
    mend: SITE,
  },
  'headers-too-large': {
    verdict: 'skip-item',
    says: { vi: 'gửi quá nhiều phần đầu (header)', en: 'sent too many headers' },
    mend: SITE,
  },
  'first-byte-timeout': {
    verdict: 'retry',
    says: { vi: 'không bắt đầu trả lời kịp thời gian', en: 'did not begin to answer in time' },
    mend: SITE,
  },
  timeout: {
    verdict: 'retry',
    says: { vi: 'không trả lời xong kịp thời gian', en: 'did not finish answering in time' },
    mend: SITE,
  },
  'too-slow': {
    verdict: 'retry',
    says: { vi: 'trả lời quá chậm', en: 'sent its answer too slowly' },
    mend: SITE,
  },
  'too-large': {
    verdict: 'skip-item',
    says: { vi: 'lớn hơn mọi trang bình thường', en: 'is larger than any page should be' },
    mend: {
      vi: 'Trang bị bỏ qua. Nếu là trang thật, hãy báo cho chúng tôi: giới hạn này chỉnh được.',
      en: 'It is left out. If it is a real page, tell us: the limit is a setting of the door.',
    },
  },
  'wrong-length': {
    verdict: 'retry',
    says: {
      vi: 'gửi nhiều hoặc ít hơn dung lượng đã báo, nên trang có thể bị cắt',
      en: 'sent more or less than it had announced, so the page may be cut off',
    },
    mend: SITE,
  },
  'bad-encoding': {
    verdict: 'skip-item',
    says: {
      vi: 'gửi dữ liệu nén không giải được',
      en: 'sent compressed data that cannot be unpacked',
    },
    mend: SITE,
  },
  'content-type': {
    verdict: 'skip-item',
    says: {
      vi: 'không phải văn bản mà là loại tệp khác',
      en: 'is not text but another kind of file',
    },
    mend: {
      vi: 'Kiểm tra xem địa chỉ có phải trang, nguồn tin hay sơ đồ trang, không phải ảnh, video hay tài liệu.',
      en: 'Check that the address is a page, feed or sitemap and not a picture, video or document.',
    },
  },
  empty: {
    verdict: 'skip-item',
    says: { vi: 'trả lời rỗng', en: 'answered with nothing' },
    mend: SITE,
  },
  'too-many-redirects': {
    verdict: 'skip-item',
    says: { vi: 'chuyển hướng hơn năm lần', en: 'sends the reader on more than five times' },
    mend: {
      vi: 'Mở nó trong trình duyệt và ghi địa chỉ cuối cùng vào tệp YAML.',
      en: 'Open it in a browser and put the last address into the YAML.',
    },
  },
  'redirect-loop': {
    verdict: 'skip-item',
    says: {
      vi: 'chuyển hướng vòng tròn (có trang làm vậy với ai không nhận cookie)',
      en: 'sends the reader in a circle (some sites do so to those without cookies)',
    },
    mend: {
      vi: 'Mở nó trong trình duyệt và ghi địa chỉ cuối cùng vào tệp YAML.',
      en: 'Open it in a browser and put the last address into the YAML.',
    },
  },
  'bad-redirect': {
    verdict: 'skip-item',
    says: {
      vi: 'chuyển hướng mà không nói tới đâu',
      en: 'sends the reader on without saying where',
    },
    mend: SITE,
  },
  'not-found': {
    verdict: 'skip-item',
    says: { vi: 'không (còn) tồn tại', en: 'does not exist (any more)' },
    mend: {
      vi: 'Mở nó trong trình duyệt; nếu đã chuyển chỗ, sửa địa chỉ trong tệp YAML.',
      en: 'Open it in a browser; if it has moved, correct the address in the YAML.',
    },
  },
  forbidden: {
    verdict: 'skip-item',
    says: { vi: 'không cho chúng ta đọc', en: 'is closed to us' },
    mend: {
      vi: 'Điều này được tôn trọng. Hãy xin phép cơ quan báo chí, hoặc bỏ địa chỉ này.',
      en: 'This is respected. Ask the outlet for permission, or leave the address out.',
    },
  },
  blocked: {
    verdict: 'stop-source',
    says: {
      vi: 'hiện trang chặn hoặc captcha thay cho nội dung',
      en: 'shows a block page or a captcha in place of the page',
    },
    mend: {
      vi: 'Điều này được tôn trọng: trang được để yên vài giờ, không ai tìm cách vượt qua. Hãy xin phép cơ quan báo chí.',
      en: 'This is respected: the site is left in peace for hours and nobody tries to pass. Ask the outlet for permission.',
    },
  },
  'rate-limited': {
    verdict: 'retry',
    says: { vi: 'báo rằng chúng ta hỏi quá dày', en: 'says that we ask too often' },
    mend: {
      vi: 'Trang được để yên một lúc. Hãy tăng delayMs trong tệp YAML của cơ quan báo chí.',
      en: 'The site is left in peace for a while. Raise delayMs in the outlet’s YAML.',
    },
  },
  unavailable: {
    verdict: 'retry',
    says: { vi: 'tạm thời không phục vụ', en: 'is not available at the moment' },
    mend: {
      vi: 'Trang được để yên một lúc; lượt thu thập sau sẽ hỏi lại.',
      en: 'The site is left in peace for a while; the next crawl asks again.',
    },
  },
  'server-error': {
    verdict: 'retry',
    says: { vi: 'bị lỗi ở máy chủ', en: 'has a fault on its server' },
    mend: SITE,
  },
  status: {
    verdict: 'skip-item',
    says: { vi: 'trả lời bằng mã trạng thái lạ', en: 'answered with an unusual status' },
    mend: SITE,
  },
  'unexpected-not-modified': {
    verdict: 'retry',
    says: {
      vi: 'báo “không đổi” dù chưa có gì để so',
      en: 'said “not modified” although nothing was compared',
    },
    mend: SITE,
  },
  cancelled: {
    verdict: 'retry',
    refused: true,
    says: {
      vi: 'bị bỏ dở, vì lượt thu thập đã dừng',
      en: 'was given up, because the crawl was stopped',
    },
    mend: { vi: 'Chạy lại lượt thu thập.', en: 'Start the crawl again.' },
  },
  internal: {
    verdict: 'stop-run',
    says: { vi: 'gặp lỗi của chính chương trình này', en: 'met a fault of this program' },
    mend: {
      vi: 'Hãy báo lỗi này kèm địa chỉ và đoạn chữ này.',
      en: 'Please report it with the address and this text.',
    },
  },
} as const satisfies Record<string, ErrorKind>;

export type FetchErrorName = keyof typeof FETCH_ERRORS;

export interface FetchErrorMore {
  /** What exactly was seen, without a full stop; a plain text where it has no language. */
  readonly detail?: string | Bilingual;
  readonly retryAfterMs?: number;
  readonly cause?: unknown;
}

/** A refusal or failure of the door, with its code, verdict and mend. */
export function fetchError(name: FetchErrorName, url: string, more: FetchErrorMore = {}) {
  const kind: ErrorKind = FETCH_ERRORS[name];
  const said = (language: 'vi' | 'en') => {
    const { detail = '' } = more;
    const seen = typeof detail === 'string' ? detail : detail[language];
    const what = `${kind.says[language]}${seen === '' ? '' : ` (${seen})`}`;
    return `${shownUrl(url, language)} ${what}. ${kind.mend[language]}`;
  };
  return new ColumnInchesError({
    code: `fetch/${name}`,
    verdict: kind.verdict,
    message: said('en'),
    messageVietnamese: said('vi'),
    ...(more.retryAfterMs === undefined ? {} : { retryAfterMs: more.retryAfterMs }),
    ...(more.cause === undefined ? {} : { cause: more.cause }),
  });
}

/** Whether an error of the door means that nothing was asked of the page. */
export function isRefusal(error: ColumnInchesError): boolean {
  const kind = Object.entries(FETCH_ERRORS).find(([name]) => error.code === `fetch/${name}`);
  return kind !== undefined && 'refused' in kind[1];
}

/** A URL fit for a message: short, without control characters and without a password. */
function shownUrl(url: string, language: 'vi' | 'en'): string {
  const printable = url.replace(/[^\x21-\uFFFD]/g, '').replace(/\/\/[^/@]*@/, '//');
  const nameless = language === 'vi' ? 'Địa chỉ này' : 'The address';
  return printable.length > 200 ? `${printable.slice(0, 200)}…` : printable || nameless;
}
