import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { noteBounce } from '../../db/index.ts';
import type { DigestLetter } from '../domain/index.ts';
import type { DigestDesk, SendSummary } from '../publish/index.ts';
import { type Command, type CommandContext, type CommandInput, textOption } from './command.ts';
import { digestOf } from './digest-parts.ts';

const weekOption = {
  flags: '--week <week>',
  about: {
    vi: 'tuần: một ngày của tuần (2026-03-04) hoặc số tuần (2026-W10); mặc định là tuần vừa qua',
    en: 'the week: one of its days (2026-03-04) or its number (2026-W10); default: the last one',
  },
} as const;

/** The letter as files that any browser opens, before anyone gets it. */
export const digestPreviewCommand: Command = {
  usage: 'digest preview',
  about: {
    vi: 'Viết thư tuần ra tệp để xem trước trong trình duyệt, hai thứ tiếng; không gửi gì',
    en: 'write the weekly letter to files, to be seen in a browser, in both languages; nothing is sent',
  },
  options: [
    weekOption,
    {
      flags: '--into <folder>',
      about: {
        vi: 'thư mục để ghi; mặc định là thư mục digest trong thư mục dữ liệu',
        en: 'folder to write to; default: digest in the data folder',
      },
    },
  ],
  example: 'column-inches digest preview --week 2026-W10',
  run: async (context, input) => {
    const station = await context.openStation();
    try {
      const desk = await digestOf(context, station);
      const week = await weekOf(desk, input);
      const { letters, isKept } = await desk.preview(week);
      const given = textOption(input, 'into');
      const folder = resolve(given ?? join(context.config.dataFolder, 'digest', week));
      const written = [];
      for (const letter of letters) written.push(await writeLetter(folder, letter));
      if (context.json) await context.print(JSON.stringify({ week, isKept, letters: written }));
      else
        for (const { html, text, finding } of written)
          await context.print([finding, html, text].join('\n'));
      return 0;
    } finally {
      await station.close();
    }
  },
};

async function weekOf(desk: DigestDesk, input: CommandInput): Promise<string> {
  const { readWeek } = await import('../publish/index.ts');
  const text = textOption(input, 'week');
  return text === undefined ? desk.weekMeant() : readWeek(text);
}

/** HTML with its pictures beside it, and the plain text. */
async function writeLetter(folder: string, letter: DigestLetter) {
  const { language, subject, finding, week } = letter;
  const own = join(folder, language);
  await mkdir(own, { recursive: true });
  const html = join(own, 'letter.html');
  const text = join(own, 'letter.txt');
  await writeFile(html, letter.html.replaceAll(`/digest/${week}/${language}/`, ''));
  await writeFile(text, `${subject}\n\n${letter.text}`);
  for (const { name, bytes } of letter.pictures) await writeFile(join(own, name), bytes);
  return { language, subject, finding, html: pathToFileURL(html).href, text };
}

/** Keeps the letter and sends it, to each reader once however often it is run. */
export const digestSendCommand: Command = {
  usage: 'digest send',
  about: {
    vi: 'Lưu thư tuần và gửi cho mọi người đã đăng ký, mỗi người đúng một bản dù chạy lại bao nhiêu lần',
    en: 'keep the weekly letter and send it to every subscriber, one copy each however often it is run',
  },
  options: [weekOption],
  example: 'column-inches digest send --week 2026-W10',
  run: async (context, input) => {
    const station = await context.openStation();
    try {
      const desk = await digestOf(context, station);
      const week = await weekOf(desk, input);
      const summary = await desk.send(week, context.signal);
      if (context.json) await context.print(JSON.stringify({ week, ...summary }));
      else await printSummary(context, summary);
      return summary.fault !== null ? 1 : summary.waiting + summary.unknown > 0 ? 3 : 0;
    } finally {
      await station.close();
    }
  },
};

async function printSummary(context: CommandContext, summary: SendSummary): Promise<void> {
  const { sent, refused, waiting, unknown, fault } = summary;
  const lines = {
    vi: `đã gửi ${sent}\tbị từ chối ${refused}\tchờ gửi lại ${waiting}\tkhông rõ ${unknown}`,
    en: `sent ${sent}\trefused ${refused}\twaiting ${waiting}\tunknown ${unknown}`,
  };
  await context.print(lines[context.language]);
  if (fault !== null) {
    context.tell({
      vi: `Máy chủ thư hiện không nhận thư: ${fault}. Thư chưa gửi được giữ lại; chạy lại lệnh này hoặc để lịch tự gửi tiếp.`,
      en: `The mail server takes no letters now: ${fault}. Those not sent are kept; run this again, or leave it to the timetable.`,
    });
  }
}

/** Takes up notices that letters could not be delivered. */
export const digestBouncesCommand: Command = {
  usage: 'digest bounces [file]',
  about: {
    vi: 'Đọc thư báo không phát được (một tệp, hoặc đầu vào chuẩn), ngừng gửi đến hộp thư không còn',
    en: 'read a notice that a letter was not delivered (a file, or standard input); end what no mailbox takes',
  },
  options: [],
  example: 'column-inches digest bounces < notice.eml',
  run: async (context, input) => {
    const [path] = input.arguments;
    const { addressFault, readBounce } = await import('../publish/index.ts');
    const notice = readBounce(await mailText(context, path));
    if (notice === null) {
      context.tell({
        vi: 'Đây không phải thư báo không phát được; không có gì thay đổi.',
        en: 'This is not a notice of a letter that could not be delivered; nothing was changed.',
      });
      return 3;
    }
    const fault = addressFault(notice.status);
    const station = await context.openStation();
    try {
      const now = context.clock.now();
      const isMissing = fault === 'missing';
      const { messageId } = notice;
      const state =
        fault === 'unharmed'
          ? null
          : await noteBounce(station.database.db, { messageId, isMissing, now });
      if (context.json) await context.print(JSON.stringify({ ...notice, state }));
      context.tell({
        vi:
          state === null
            ? 'Không liên quan đến địa chỉ nào; bỏ qua.'
            : `Đã ghi; địa chỉ: ${state}.`,
        en:
          state === null
            ? 'No address is concerned; passed over.'
            : `Noted; the address: ${state}.`,
      });
      return state === null ? 3 : 0;
    } finally {
      await station.close();
    }
  },
};

/** A notice is small; what is larger is none. */
const mostBytes = 5_000_000;

async function mailText(context: CommandContext, path: string | undefined): Promise<string> {
  if (path !== undefined && path !== '-') return readFile(path, 'latin1');
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of context.stdin) {
    size += chunk.length;
    if (size > mostBytes) break;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('latin1');
}
