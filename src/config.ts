import { join, resolve } from 'node:path';
import {
  parseBucket,
  parseContact,
  parseDays,
  parsePort,
  parseProxies,
  parsePublicUrl,
  parseSwitch,
  parseUrl,
  proxyRanges,
} from './config/readings.ts';
import { ColumnInchesError } from './domain/index.ts';

/** The languages the command line and the pages speak. */
export type Language = 'vi' | 'en';

/** How much is logged, least first; pino's names. */
export type LogLevel = 'silent' | 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace';

/** Every setting, checked. Paths are absolute. */
export interface Config {
  /** Folder of the embedded database and, by default, of the archive. */
  readonly dataFolder: string;
  /** PostgreSQL server to use instead of the embedded one; null = embedded. */
  readonly databaseUrl: string | null;
  /** Folder of the raw bytes, named by their hash. */
  readonly archiveFolder: string;
  /** S3-compatible bucket of the raw bytes, used instead of the folder; null = the folder. */
  readonly bucketUrl: string | null;
  /** Who we are to the bucket. */
  readonly bucketKeyId: string | null;
  readonly bucketSecret: string | null;
  readonly bucketRegion: string;
  readonly host: string;
  /** 0 lets the system choose a free one. */
  readonly port: number;
  /** Origin at which readers reach the pages; null = host and port as they are. */
  readonly publicUrl: string | null;
  /** Proxies whose X-Forwarded-For is believed, as fastify takes them; null = nobody's. */
  readonly trustProxy: string | null;
  readonly language: Language;
  readonly logLevel: LogLevel;
  /** How an outlet reaches the operator; part of the User-Agent; null = the name alone. */
  readonly contact: string | null;
  /** Chromium to look at pages with; null = the one from npm. */
  readonly chromiumPath: string | null;
  /** Days for which raw pages are kept; null = for ever. */
  readonly keepPagesDays: number | null;
  /** Days for which whole pictures of front pages are kept; null = for ever. */
  readonly keepPicturesDays: number | null;
  /** Where alarms are told; null = on the page alone. */
  readonly operatorMail: string | null;
  /** Mail server of the letters, with its password; null = no letter is sent. */
  readonly smtpUrl: string | null;
  /** Address the letters come from; null = no letter is sent. */
  readonly mailFrom: string | null;
  /** Whether the demo press may be crawled while there is no outlet of one's own. */
  readonly demo: boolean;
}

/** Environment variables by name, as in `process.env`. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** One row of the settings table. */
export interface Setting<Name extends keyof Config = keyof Config> {
  readonly name: Name;
  readonly variable: string;
  /** The default in words, as documented; empty where there is none. */
  readonly defaultText: string;
  readonly sentence: Readonly<Record<Language, string>>;
  /** What is allowed, for the error that names the mend. */
  readonly allowed: string;
  /** The checked value of a text, or undefined where it is not allowed. */
  readonly parse: (text: string) => Config[Name] | undefined;
  /** The value where the variable is unset or empty. */
  readonly fallback: (env: Environment) => Config[Name];
}

const logLevels: readonly LogLevel[] = [
  'silent',
  'fatal',
  'error',
  'warn',
  'info',
  'debug',
  'trace',
];

/** POSIX order: LC_ALL beats LC_MESSAGES beats LANG; the first that is set decides. */
function languageOf(env: Environment): Language {
  const locale = [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find(Boolean) ?? '';
  return /^vi([_.@-]|$)/i.test(locale) ? 'vi' : 'en';
}

const dataFolder: Setting<'dataFolder'> = {
  name: 'dataFolder',
  variable: 'COLUMN_INCHES_DATA',
  defaultText: './data',
  sentence: {
    vi: 'Thư mục chứa cơ sở dữ liệu đi kèm và, nếu không đặt khác, kho lưu trữ.',
    en: 'Folder of the embedded database and, unless set otherwise, of the archive.',
  },
  allowed: 'a path, e.g. ./data',
  parse: (text) => resolve(text),
  fallback: () => resolve('data'),
};

const databaseUrl: Setting<'databaseUrl'> = {
  name: 'databaseUrl',
  variable: 'DATABASE_URL',
  defaultText: '',
  sentence: {
    vi: 'Máy chủ PostgreSQL dùng thay cho cơ sở dữ liệu đi kèm.',
    en: 'PostgreSQL server to use instead of the embedded one.',
  },
  allowed: 'an address such as postgres://user:password@host:5432/name',
  parse: (text) => (parseUrl(text, ['postgres:', 'postgresql:']) ? text : undefined),
  fallback: () => null,
};

const archiveFolder: Setting<'archiveFolder'> = {
  name: 'archiveFolder',
  variable: 'COLUMN_INCHES_ARCHIVE',
  defaultText: '<data folder>/archive',
  sentence: {
    vi: 'Thư mục giữ nguyên byte của mọi trang đã tải, đặt tên theo mã băm.',
    en: 'Folder of the raw bytes of every page fetched, named by their hash.',
  },
  allowed: 'a path, e.g. /srv/archive',
  parse: (text) => resolve(text),
  fallback: (env) => join(valueOf(dataFolder, env), 'archive'),
};

const bucketUrl: Setting<'bucketUrl'> = {
  name: 'bucketUrl',
  variable: 'COLUMN_INCHES_BUCKET',
  defaultText: '',
  sentence: {
    vi: 'Kho chứa (bucket) tương thích S3 giữ các byte đó thay cho thư mục; mọi máy dùng chung.',
    en: 'S3-compatible bucket that keeps these bytes instead of the folder, for all machines.',
  },
  allowed: 'an address such as https://s3.example.org/bucket or https://host/bucket/prefix',
  parse: parseBucket,
  fallback: () => null,
};

const bucketKeyId: Setting<'bucketKeyId'> = {
  name: 'bucketKeyId',
  variable: 'AWS_ACCESS_KEY_ID',
  defaultText: '',
  sentence: {
    vi: 'Khóa truy cập (phần công khai) của kho chứa.',
    en: 'Access key of the bucket, its public part.',
  },
  allowed: 'a key without spaces',
  parse: (text) => (/^\S+$/.test(text) ? text : undefined),
  fallback: () => null,
};

const bucketSecret: Setting<'bucketSecret'> = {
  name: 'bucketSecret',
  variable: 'AWS_SECRET_ACCESS_KEY',
  defaultText: '',
  sentence: {
    vi: 'Khóa truy cập (phần bí mật) của kho chứa.',
    en: 'Access key of the bucket, its secret part.',
  },
  allowed: 'a key without spaces',
  parse: (text) => (/^\S+$/.test(text) ? text : undefined),
  fallback: () => null,
};

const bucketRegion: Setting<'bucketRegion'> = {
  name: 'bucketRegion',
  variable: 'AWS_REGION',
  defaultText: 'us-east-1',
  sentence: {
    vi: 'Vùng của kho chứa, theo cách gọi của máy chủ chứa nó.',
    en: 'Region of the bucket, as its server calls it.',
  },
  allowed: 'a name such as eu-central-1 or garage',
  parse: (text) => (/^[\w-]+$/.test(text) ? text : undefined),
  fallback: () => 'us-east-1',
};

const host: Setting<'host'> = {
  name: 'host',
  variable: 'COLUMN_INCHES_HOST',
  defaultText: '127.0.0.1',
  sentence: {
    vi: 'Địa chỉ mạng mà trang web lắng nghe; 0.0.0.0 mở cho mọi máy.',
    en: 'Network address the pages are served on; 0.0.0.0 opens them to every machine.',
  },
  allowed: 'an IP address or a host name, without a port',
  parse: (text) => (/^([\w.-]+|[\da-f:.]+)$/i.test(text) ? text : undefined),
  fallback: () => '127.0.0.1',
};

const port: Setting<'port'> = {
  name: 'port',
  variable: 'COLUMN_INCHES_PORT',
  defaultText: '8080',
  sentence: {
    vi: 'Cổng của trang web, từ 0 đến 65535; 0 để hệ thống tự chọn cổng trống.',
    en: 'Port of the pages, 0 to 65535; 0 lets the system choose a free one.',
  },
  allowed: 'a whole number from 0 to 65535',
  parse: parsePort,
  fallback: () => 8080,
};

const publicUrl: Setting<'publicUrl'> = {
  name: 'publicUrl',
  variable: 'COLUMN_INCHES_PUBLIC_URL',
  defaultText: '',
  sentence: {
    vi: 'Địa chỉ người đọc dùng để mở trang, khi khác với địa chỉ và cổng ở trên.',
    en: 'Address at which readers reach the pages, where it differs from host and port.',
  },
  allowed: 'an http or https address without path or query, e.g. https://inches.example.org',
  parse: parsePublicUrl,
  fallback: () => null,
};

const trustProxy: Setting<'trustProxy'> = {
  name: 'trustProxy',
  variable: 'COLUMN_INCHES_TRUST_PROXY',
  defaultText: 'off',
  sentence: {
    vi: 'Máy chủ trung gian được tin khi báo địa chỉ người đọc (X-Forwarded-For): địa chỉ IP hoặc loopback.',
    en: 'Proxies believed about readers’ addresses (X-Forwarded-For): IP addresses, or loopback.',
  },
  allowed: `off, or addresses, ranges (10.0.0.0/8) or ${proxyRanges.join(', ')}, parted by commas`,
  parse: parseProxies,
  fallback: () => null,
};

const language: Setting<'language'> = {
  name: 'language',
  variable: 'COLUMN_INCHES_LANGUAGE',
  defaultText: 'LC_ALL, LC_MESSAGES, LANG',
  sentence: {
    vi: 'Ngôn ngữ của dòng lệnh và của trang web khi người đọc chưa chọn: vi hoặc en.',
    en: 'Language of the commands, and of the pages until a reader chooses: vi or en.',
  },
  allowed: 'vi or en',
  parse: (text) => (text === 'vi' || text === 'en' ? text : undefined),
  fallback: languageOf,
};

const logLevel: Setting<'logLevel'> = {
  name: 'logLevel',
  variable: 'COLUMN_INCHES_LOG_LEVEL',
  defaultText: 'warn',
  sentence: {
    vi: `Mức chi tiết của nhật ký: ${logLevels.join(', ')}.`,
    en: `How much is logged: ${logLevels.join(', ')}.`,
  },
  allowed: `one of ${logLevels.join(', ')}`,
  parse: (text) => logLevels.find((level) => level === text),
  fallback: () => 'warn',
};

const contact: Setting<'contact'> = {
  name: 'contact',
  variable: 'COLUMN_INCHES_CONTACT',
  defaultText: '',
  sentence: {
    vi: 'E-mail hoặc trang web để cơ quan báo chí liên hệ với bạn; ghi trong User-Agent.',
    en: 'E-mail address or web page at which an outlet reaches you; part of the User-Agent.',
  },
  allowed: 'an e-mail address or an http(s) address',
  parse: parseContact,
  fallback: () => null,
};

const chromiumPath: Setting<'chromiumPath'> = {
  name: 'chromiumPath',
  variable: 'COLUMN_INCHES_CHROMIUM',
  defaultText: '',
  sentence: {
    vi: 'Tệp chạy Chromium dùng để xem trang nhất, thay cho bản cài từ npm.',
    en: 'Executable of the Chromium to look at front pages with, instead of the one from npm.',
  },
  allowed: 'a path, e.g. /usr/bin/chromium',
  parse: (text) => resolve(text),
  fallback: () => null,
};

const keepPagesDays: Setting<'keepPagesDays'> = {
  name: 'keepPagesDays',
  variable: 'COLUMN_INCHES_KEEP_PAGES_DAYS',
  defaultText: 'off',
  sentence: {
    vi: 'Sau bao nhiêu ngày thì xóa byte của trang gốc (ít nhất 7); mã băm, sổ độ phủ và số liệu vẫn giữ.',
    en: 'Days after which raw pages’ bytes are removed (at least 7); hash, ledger and figures stay.',
  },
  allowed: 'off, or a whole number of days from 7 on',
  parse: parseDays,
  fallback: () => null,
};

const keepPicturesDays: Setting<'keepPicturesDays'> = {
  name: 'keepPicturesDays',
  variable: 'COLUMN_INCHES_KEEP_PICTURES_DAYS',
  defaultText: 'off',
  sentence: {
    vi: 'Sau bao nhiêu ngày thì xóa ảnh trọn trang nhất và bản lưu của nó; ảnh nhỏ và số liệu vẫn giữ.',
    en: 'Days after which whole pictures and copies of front pages are removed; small pictures and figures stay.',
  },
  allowed: 'off, or a whole number of days from 7 on',
  parse: parseDays,
  fallback: () => null,
};

const operatorMail: Setting<'operatorMail'> = {
  name: 'operatorMail',
  variable: 'COLUMN_INCHES_OPERATOR_MAIL',
  defaultText: '',
  sentence: {
    vi: 'Địa chỉ e-mail nhận thư báo động về việc thu thập.',
    en: 'E-mail address that is told of alarms about the capture.',
  },
  allowed: 'an e-mail address, e.g. me@example.org',
  parse: (text) => (/^[\w.+-]+@[\w-]+(\.[\w-]+)+$/.test(text) ? text : undefined),
  fallback: () => null,
};

const demo: Setting<'demo'> = {
  name: 'demo',
  variable: 'COLUMN_INCHES_DEMO',
  defaultText: 'on',
  sentence: {
    vi: 'Có dùng báo chí hư cấu để minh họa khi bạn chưa có cơ quan báo chí nào: on hoặc off.',
    en: 'Whether the fictional demo press is used while you have no outlet yet: on or off.',
  },
  allowed: 'on or off',
  parse: parseSwitch,
  fallback: () => true,
};

const smtpUrl: Setting<'smtpUrl'> = {
  name: 'smtpUrl',
  variable: 'COLUMN_INCHES_SMTP_URL',
  defaultText: '',
  sentence: {
    vi: 'Máy chủ gửi thư, kèm tên và mật khẩu nếu cần; smtps:// nếu mã hóa từ đầu. Không đặt: không gửi thư.',
    en: 'Mail server that takes the letters, with user and password where needed; smtps:// where TLS comes first. Unset: none are sent.',
  },
  allowed: 'an address such as smtp://user:password@mail.example.org:587',
  parse: (text) => {
    const url = parseUrl(text, ['smtp:', 'smtps:']);
    return url && url.hostname !== '' && /^\/?$/.test(url.pathname) ? text : undefined;
  },
  fallback: () => null,
};

const mailFrom: Setting<'mailFrom'> = {
  name: 'mailFrom',
  variable: 'COLUMN_INCHES_MAIL_FROM',
  defaultText: '',
  sentence: {
    vi: 'Địa chỉ gửi của thư; thư bị trả lại cũng về đây. Không đặt: không gửi thư.',
    en: 'Address the letters come from; refused ones come back to it. Unset: none are sent.',
  },
  allowed: 'an e-mail address, e.g. letters@example.org',
  parse: (text) => (/^[\w.+-]+@[\w-]+(\.[\w-]+)+$/.test(text) ? text : undefined),
  fallback: () => null,
};

/** Every setting there is, in the order of the documentation. */
export const settingsTable = [
  dataFolder,
  databaseUrl,
  archiveFolder,
  bucketUrl,
  bucketKeyId,
  bucketSecret,
  bucketRegion,
  host,
  port,
  publicUrl,
  trustProxy,
  language,
  logLevel,
  contact,
  chromiumPath,
  keepPagesDays,
  keepPicturesDays,
  operatorMail,
  smtpUrl,
  mailFrom,
  demo,
] as const;

const secrets: ReadonlySet<string> = new Set([
  'DATABASE_URL',
  'AWS_SECRET_ACCESS_KEY',
  'COLUMN_INCHES_SMTP_URL',
]);

function valueOf<Name extends keyof Config>(setting: Setting<Name>, env: Environment) {
  const text = env[setting.variable]?.trim() ?? '';
  if (text === '') return setting.fallback(env);
  const value = setting.parse(text);
  if (value !== undefined) return value;
  // An address may hold a password, and a key is one: they are named, never repeated.
  const shown = secrets.has(setting.variable) ? 'its value' : `"${text}"`;
  throw new ColumnInchesError({
    code: 'config/not-allowed',
    verdict: 'stop-run',
    message: `${setting.variable}: ${shown} is not allowed. Set it to ${setting.allowed}, or unset it.`,
    messageVietnamese: `${setting.variable}: giá trị không hợp lệ. ${setting.sentence.vi} (${setting.allowed})`,
  });
}

/** A misspelt variable would be ignored in silence; so the prefix belongs to this table alone. */
function refuseUnknown(env: Environment): void {
  const known = new Set<string>(settingsTable.map(({ variable }) => variable));
  const unknown = Object.keys(env).find(
    (variable) => variable.startsWith('COLUMN_INCHES_') && !known.has(variable),
  );
  if (unknown === undefined) return;
  throw new ColumnInchesError({
    code: 'config/unknown-variable',
    verdict: 'stop-run',
    message: `${unknown} is not a setting. Unset it, or use one of: ${[...known].join(', ')}.`,
    messageVietnamese: `${unknown} không phải một thiết lập. Bỏ nó, hoặc dùng một trong: ${[...known].join(', ')}.`,
  });
}

/** The bucket with its keys; null where the folder is used. Throws `config/bucket-without-keys`. */
export function bucketOf(config: Config) {
  const { bucketUrl: url, bucketKeyId, bucketSecret, bucketRegion: region } = config;
  if (url === null) return null;
  if (bucketKeyId !== null && bucketSecret !== null) {
    return { url, accessKeyId: bucketKeyId, secretAccessKey: bucketSecret, region };
  }
  throw new ColumnInchesError({
    code: 'config/bucket-without-keys',
    verdict: 'stop-run',
    message:
      'COLUMN_INCHES_BUCKET is set, but its keys are not. Set AWS_ACCESS_KEY_ID and ' +
      'AWS_SECRET_ACCESS_KEY, or unset COLUMN_INCHES_BUCKET to use the folder.',
    messageVietnamese:
      'COLUMN_INCHES_BUCKET đã đặt nhưng chưa có khóa. Đặt AWS_ACCESS_KEY_ID và ' +
      'AWS_SECRET_ACCESS_KEY, hoặc bỏ COLUMN_INCHES_BUCKET để dùng thư mục.',
  });
}

/**
 * Makes libraries load the builds meant for use; call it before they are loaded. React's other one
 * takes twice as long for a page.
 */
export function preferQuickBuilds(): void {
  process.env.NODE_ENV ??= 'production';
}

/**
 * Reads and checks every setting; an unset or empty variable takes its default.
 * @throws ColumnInchesError `config/not-allowed` or `config/unknown-variable`, naming the variable
 * and the mend.
 */
export function readConfig(env: Environment = process.env): Config {
  refuseUnknown(env);
  return {
    dataFolder: valueOf(dataFolder, env),
    databaseUrl: valueOf(databaseUrl, env),
    archiveFolder: valueOf(archiveFolder, env),
    bucketUrl: valueOf(bucketUrl, env),
    bucketKeyId: valueOf(bucketKeyId, env),
    bucketSecret: valueOf(bucketSecret, env),
    bucketRegion: valueOf(bucketRegion, env),
    host: valueOf(host, env),
    port: valueOf(port, env),
    publicUrl: valueOf(publicUrl, env),
    trustProxy: valueOf(trustProxy, env),
    language: valueOf(language, env),
    logLevel: valueOf(logLevel, env),
    contact: valueOf(contact, env),
    chromiumPath: valueOf(chromiumPath, env),
    keepPagesDays: valueOf(keepPagesDays, env),
    keepPicturesDays: valueOf(keepPicturesDays, env),
    operatorMail: valueOf(operatorMail, env),
    smtpUrl: valueOf(smtpUrl, env),
    mailFrom: valueOf(mailFrom, env),
    demo: valueOf(demo, env),
  };
}
