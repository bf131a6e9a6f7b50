import { access, constants, mkdir, statfs } from 'node:fs/promises';
import { ColumnInchesError } from '../domain/index.ts';
import type { Bilingual, Command, CommandContext } from './command.ts';

interface Finding {
  readonly check: string;
  readonly ok: boolean;
  readonly text: Bilingual;
}

const leastFreeBytes = 1024 ** 3;

/** Looks at what most often goes wrong and says the mend. */
export const doctorCommand: Command = {
  usage: 'doctor',
  about: {
    vi: 'Kiểm tra máy và bản cài đặt, nói rõ chỗ hỏng và cách chữa',
    en: 'look over the machine and the installation, and say what to mend',
  },
  options: [],
  example: 'column-inches doctor',
  run: async (context) => {
    const findings = [
      nodeVersion(),
      await dataFolder(context),
      await freeSpace(context),
      ...(await database(context)),
      await browser(context),
    ];
    if (context.json) await context.print(JSON.stringify(findings));
    else {
      for (const finding of findings) {
        await context.print(`${finding.ok ? '✓' : '✗'} ${finding.text[context.language]}`);
      }
    }
    return findings.every((finding) => finding.ok) ? 0 : 1;
  },
};

function nodeVersion(): Finding {
  const version = process.versions.node;
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const ok = major > 22 || (major === 22 && minor >= 12);
  return {
    check: 'node',
    ok,
    text: ok
      ? { vi: `Node.js ${version}`, en: `Node.js ${version}` }
      : {
          vi: `Node.js ${version} quá cũ: cần 22.12 trở lên. Chạy qua "npm start", vì npm đã cài sẵn bản đúng.`,
          en: `Node.js ${version} is too old: 22.12 or newer is needed. Run through "npm start", since npm installed the right one.`,
        },
  };
}

/** Front pages need a browser; everything else works without one. */
async function browser(context: CommandContext): Promise<Finding> {
  const path = context.config.chromiumPath;
  const fits = process.platform === 'linux' && process.arch === 'x64';
  const ok =
    path === null
      ? fits
      : await access(path, constants.X_OK).then(
          () => true,
          () => false,
        );
  const name = path ?? '@sparticuz/chromium';
  return {
    check: 'browser',
    ok,
    text: ok
      ? { vi: `Trình duyệt để xem trang nhất: ${name}`, en: `Browser for front pages: ${name}` }
      : {
          vi: `Không chạy được trình duyệt ${name}. Cài Chromium rồi đặt COLUMN_INCHES_CHROMIUM là đường dẫn của nó.`,
          en: `The browser ${name} cannot run. Install Chromium and set COLUMN_INCHES_CHROMIUM to its path.`,
        },
  };
}

async function dataFolder(context: CommandContext): Promise<Finding> {
  const folder = context.config.dataFolder;
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
    return {
      check: 'data-folder',
      ok: true,
      text: {
        vi: `Thư mục dữ liệu ghi được: ${folder}`,
        en: `Data folder can be written: ${folder}`,
      },
    };
  } catch (thrown) {
    const why = (thrown as Error).message;
    return {
      check: 'data-folder',
      ok: false,
      text: {
        vi: `Không ghi được thư mục dữ liệu ${folder} (${why}). Đổi quyền hoặc đặt COLUMN_INCHES_DATA.`,
        en: `The data folder ${folder} cannot be written (${why}). Change its rights or set COLUMN_INCHES_DATA.`,
      },
    };
  }
}

async function freeSpace(context: CommandContext): Promise<Finding> {
  const { bavail, bsize } = await statfs(context.config.dataFolder).catch(() => statfs('.'));
  const free = bavail * bsize;
  const gigabytes = (free / 1024 ** 3).toFixed(1);
  const ok = free >= leastFreeBytes;
  return {
    check: 'disk',
    ok,
    text: ok
      ? { vi: `Còn trống ${gigabytes} GB trên đĩa`, en: `${gigabytes} GB free on the disk` }
      : {
          vi: `Đĩa chỉ còn ${gigabytes} GB: cần ít nhất 1 GB. Dọn bớt hoặc chuyển thư mục dữ liệu.`,
          en: `Only ${gigabytes} GB free on the disk: at least 1 GB is needed. Clear some or move the data folder.`,
        },
  };
}

async function database(context: CommandContext): Promise<Finding[]> {
  try {
    const station = await context.openStation();
    try {
      const { demo, period, outlets } = await station.numbers.extent();
      return [databaseWorks(), contents({ demo, period, outlets })];
    } finally {
      await station.close();
    }
  } catch (thrown) {
    if (!(thrown instanceof ColumnInchesError)) throw thrown;
    return [
      {
        check: 'database',
        ok: false,
        text: {
          vi: `Cơ sở dữ liệu không mở được (${thrown.code}): ${thrown.message}`,
          en: `The database does not open (${thrown.code}): ${thrown.message}`,
        },
      },
    ];
  }
}

function databaseWorks(): Finding {
  return {
    check: 'database',
    ok: true,
    text: { vi: 'Cơ sở dữ liệu mở được', en: 'The database opens' },
  };
}

function contents(extent: {
  demo: boolean;
  period: { from: string; to: string } | null;
  outlets: number;
}): Finding {
  const { demo, period, outlets } = extent;
  const days = period === null ? null : `${period.from} – ${period.to}`;
  if (days === null) {
    return {
      check: 'contents',
      ok: true,
      text: {
        vi: 'Chưa thu thập gì. Chạy: column-inches start',
        en: 'Nothing captured yet. Run: column-inches start',
      },
    };
  }
  return {
    check: 'contents',
    ok: true,
    text: {
      vi: `${outlets} cơ quan báo chí${demo ? ' hư cấu' : ''}, ${days}`,
      en: `${outlets}${demo ? ' fictional' : ''} outlets, ${days}`,
    },
  };
}
