import {
  type Bilingual,
  type JobKind,
  numberOf,
  type Slot,
  type SlotState,
  type TimetableLine,
} from '../domain/index.ts';
import { operatorToken, runNow } from '../jobs.ts';
import { failedLooksWords, formatsFor, ruleWords } from '../publish/index.ts';
import { type Command, type CommandContext, textOption } from './command.ts';
import { openQueue } from '../jobs.ts';
import { operatorTimeZone } from './operator-zone.ts';
import { operationsOf } from './timetable.ts';

const kinds: Readonly<Record<JobKind, Bilingual>> = {
  crawl: { vi: 'thu thập toàn bộ', en: 'full crawl' },
  feeds: { vi: 'nguồn tin RSS', en: 'feeds' },
  homepage: { vi: 'trang nhất', en: 'front page' },
  listings: { vi: 'lịch phát sóng, bản tin', en: 'listings, bulletins' },
  rollups: { vi: 'cộng số liệu', en: 'sums' },
  retention: { vi: 'dọn dữ liệu cũ', en: 'clearing of old data' },
  ledger: { vi: 'sổ độ phủ', en: 'coverage ledger' },
  digest: { vi: 'thư tuần', en: 'weekly letter' },
  letters: { vi: 'thư chờ gửi lại', en: 'letters to be sent again' },
};

const states: Readonly<Record<SlotState, Bilingual>> = {
  queued: { vi: 'đang chờ', en: 'waiting' },
  running: { vi: 'đang chạy', en: 'running' },
  done: { vi: 'xong', en: 'done' },
  failed: { vi: 'hỏng', en: 'failed' },
  skipped: { vi: 'bỏ qua', en: 'passed over' },
};

/** The timetable on a terminal. */
export const jobsCommand: Command = {
  usage: 'jobs',
  about: {
    vi: 'Xem lịch chạy: kết quả lần gần nhất và lần tới của từng việc',
    en: 'show the timetable: each job’s last result and next run',
  },
  options: [
    {
      flags: '--run <job>',
      about: {
        vi: 'chạy ngay một việc: "ledger", hoặc "crawl:bao-quang-ngai"',
        en: 'run a job now: "ledger", or "crawl:bao-quang-ngai"',
      },
    },
    {
      flags: '--token',
      about: {
        vi: 'in mã người vận hành, để bấm nút trên trang /operations',
        en: 'print the operator’s token, for the buttons of the page /operations',
      },
    },
  ],
  example: 'column-inches jobs --run crawl:bao-quang-ngai',
  run: async (context, input) => {
    const station = await context.openStation();
    try {
      if (input.options['token'] === true) {
        await context.print(await operatorToken(station.database));
        return 0;
      }
      const job = textOption(input, 'run');
      if (job !== undefined) return await queueNow(context, station, job);
      const operations = operationsOf(context, station);
      const { lines, alarms, workers } = await operations.port.status();
      if (context.json) {
        await context.print(JSON.stringify({ lines, alarms, workers }));
        return 0;
      }
      for (const line of lines) await context.print(lineText(line, context.language));
      return lines.some(({ last }) => last?.state === 'failed') ? 3 : 0;
    } finally {
      await station.close();
    }
  },
};

async function queueNow(
  context: CommandContext,
  station: Awaited<ReturnType<CommandContext['openStation']>>,
  job: string,
): Promise<0> {
  const [kind = '', target = ''] = job.split(':', 2);
  const { database } = station;
  const queue = await openQueue(database, { log: context.log, works: false });
  try {
    const now = () => context.clock.now();
    const parts = { database, queue: async () => queue, now, timeZone: operatorTimeZone };
    const slot = await runNow(parts, { kind, target });
    if (context.json) await context.print(JSON.stringify(slot));
    context.tell({
      vi: `Đã xếp hàng: ${slot.id}. Tiến trình "start" hoặc "worker" sẽ nhận.`,
      en: `Queued: ${slot.id}. A running "start" or "worker" takes it up.`,
    });
    return 0;
  } finally {
    await queue.stop(1000);
  }
}

/** One line in words, its times all in the line's own zone, which stands at the end. */
function lineText(line: TimetableLine, language: 'vi' | 'en'): string {
  const { kind, outletName, rule, last, nextAt, timeZone } = line;
  const never = { vi: 'chưa chạy', en: 'not yet' }[language];
  const next = { vi: 'lần tới', en: 'next' }[language];
  return [
    kinds[kind][language],
    outletName ?? '',
    ruleWords(rule)[language],
    last === null ? never : lastText(last, { language, timeZone }),
    nextAt === null ? '' : `${next} ${formatsFor(language).instant(nextAt, timeZone)}`,
    timeZone,
  ].join('\t');
}

function lastText(
  last: Slot,
  { language, timeZone }: { readonly language: 'vi' | 'en'; readonly timeZone: string },
): string {
  const at = last.finishedAt ?? last.startedAt ?? last.dueAt;
  const error = last.errorCode === null ? '' : ` (${last.errorCode})`;
  const trouble = (failedLooksWords(last) ?? failedAttempts(last))?.[language];
  const when = formatsFor(language).instant(at, timeZone);
  return `${states[last.state][language]} ${when}${error}${trouble ? ` (${trouble})` : ''}`;
}

/** A crawl is done also where one address of several did not answer: no small thing either. */
function failedAttempts({ kind, result }: Slot): Bilingual | null {
  const failed = Number(result?.['failed'] ?? 0);
  if (!['crawl', 'feeds', 'listings'].includes(kind) || failed === 0) return null;
  const why = result?.['fault'] === undefined ? '' : `: ${result['fault']}`;
  return {
    vi: `${failed} lần hỏi không được${why}`,
    en: `${numberOf(failed, 'attempt')} failed${why}`,
  };
}
