import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Argument, Command as Commander, CommanderError } from 'commander';
import { analyzeCommand } from './commands/analyze.ts';
import { archiveExportCommand } from './commands/archive-export.ts';
import { backupCommand, restoreCommand } from './commands/backup.ts';
import {
  type Bilingual,
  type Command,
  type CommandContext,
  commandName,
  type ExitCode,
} from './commands/command.ts';
import {
  challengesAcceptCommand,
  challengesListCommand,
  challengesRejectCommand,
  takedownsAcceptCommand,
  takedownsListCommand,
  takedownsRejectCommand,
} from './commands/challenges.ts';
import { crawlCommand } from './commands/crawl.ts';
import {
  digestBouncesCommand,
  digestPreviewCommand,
  digestSendCommand,
} from './commands/digest.ts';
import { doctorCommand } from './commands/doctor.ts';
import { exportCommand } from './commands/export.ts';
import { extractCommand } from './commands/extract.ts';
import { followingOwnOutlets } from './commands/own-outlets.ts';
import { outletsCheckCommand, outletsListCommand } from './commands/outlets.ts';
import { outletsFreezeCommand } from './commands/outlets-freeze.ts';
import { outletsAddCommand } from './commands/outlets-add.ts';
import { outletsExportCommand, outletsImportCommand } from './commands/outlets-opml.ts';
import { jobsCommand } from './commands/jobs.ts';
import { planListCommand, planNoteCommand, planSealCommand } from './commands/plan.ts';
import { progressFor } from './commands/progress-bar.ts';
import { recomputeCommand } from './commands/recompute.ts';
import { registerImportCommand, registerListCommand } from './commands/register.ts';
import { registerRemoveCommand } from './commands/register-remove.ts';
import { registerCheckCommand } from './commands/register-check.ts';
import { registerExportCommand } from './commands/register-export.ts';
import { registerQueryCommand } from './commands/register-query.ts';
import { registerHistoryCommand } from './commands/register-history.ts';
import { replayCommand } from './commands/replay.ts';
import { reportCommand } from './commands/report.ts';
import { serveCommand, startCommand } from './commands/start.ts';
import {
  subscribersAddCommand,
  subscribersListCommand,
  subscribersRemoveCommand,
} from './commands/subscribers.ts';
import { workerCommand } from './commands/worker.ts';
import { asTyped, asTypedBoth } from './commands/typed.ts';
import { connectionLost } from '../db/index.ts';
import { ColumnInchesError, saidOf } from './domain/index.ts';

export type { ExitCode } from './commands/command.ts';

/** Every command, in the order of the help. Adding one = a file in commands/ and a line here. */
export const commands: readonly Command[] = [
  startCommand,
  serveCommand,
  workerCommand,
  jobsCommand,
  crawlCommand,
  replayCommand,
  recomputeCommand,
  reportCommand,
  exportCommand,
  challengesListCommand,
  challengesAcceptCommand,
  challengesRejectCommand,
  takedownsListCommand,
  takedownsAcceptCommand,
  takedownsRejectCommand,
  planSealCommand,
  planNoteCommand,
  planListCommand,
  digestPreviewCommand,
  digestSendCommand,
  digestBouncesCommand,
  subscribersListCommand,
  subscribersAddCommand,
  subscribersRemoveCommand,
  outletsAddCommand,
  outletsListCommand,
  outletsCheckCommand,
  outletsFreezeCommand,
  outletsImportCommand,
  outletsExportCommand,
  archiveExportCommand,
  registerImportCommand,
  registerRemoveCommand,
  registerListCommand,
  registerCheckCommand,
  registerExportCommand,
  registerQueryCommand,
  registerHistoryCommand,
  analyzeCommand,
  extractCommand,
  backupCommand,
  restoreCommand,
  doctorCommand,
];

export const commandNames: readonly string[] = commands.map(commandName);

const groups: Readonly<Record<string, Bilingual>> = {
  outlets: { vi: 'Các cơ quan báo chí được theo dõi', en: 'The outlets that are followed' },
  archive: { vi: 'Kho các trang gốc', en: 'The archive of raw pages' },
  challenges: { vi: 'Phản ánh của bạn đọc', en: "Readers' challenges of figures" },
  plan: { vi: 'Kế hoạch theo dõi đã niêm phong', en: 'Sealed monitoring plans' },
  digest: { vi: 'Thư tuần', en: 'The weekly letter' },
  subscribers: { vi: 'Người nhận thư tuần', en: 'Who gets the weekly letter' },
  takedowns: { vi: 'Gỡ văn bản', en: 'Texts taken down' },
  register: { vi: 'Danh bạ người giữ chức vụ', en: 'The register of office-holders' },
};

const helpTitles: Readonly<Record<string, string>> = {
  'Usage:': 'Cách dùng:',
  'Arguments:': 'Tham số:',
  'Options:': 'Tùy chọn:',
  'Commands:': 'Lệnh:',
};

const about: Bilingual = {
  vi: 'Đo xem báo chí đưa tin về người giữ chức vụ công: tần suất, dung lượng, mức nổi bật.',
  en: 'Measures how news outlets cover public office-holders: frequency, length, prominence.',
};

/**
 * Runs one command line (without `node` and the script) and gives its exit code; never throws for
 * what a user can do wrong. Errors go to standard error, as JSON where `--json` is among the words.
 */
export async function runCommandLine(
  words: readonly string[],
  given: CommandContext,
): Promise<ExitCode> {
  const context: CommandContext = {
    ...given,
    tell: (text) => given.tell(asTypedBoth(text, given.program)),
    progress: progressFor(given),
  };
  let exitCode: ExitCode = 0;
  const program = buildProgram(context, async (command, input) => {
    exitCode = await command.run(followingOwnOutlets(context, command), input);
  });
  try {
    await program.parseAsync([...words], { from: 'user' });
    return exitCode;
  } catch (thrown) {
    return reportFailure(thrown, context);
  }
}

type Runner = (
  command: Command,
  input: { arguments: string[]; options: Record<string, string | boolean | undefined> },
) => Promise<void>;

function buildProgram(context: CommandContext, run: Runner): Commander {
  const { language } = context;
  const program = dress(new Commander(context.program), language);
  program.description(about[language]);
  program.version(versionOf(context), '-V, --version', versionAbout[language]);
  for (const command of commands) {
    const parent = parentOf(program, command, language);
    const [word = ''] = commandName(command).split(' ').slice(-1);
    const usageArguments = command.usage.slice(commandName(command).length).trim();
    const entry = dress(parent.command(`${word} ${usageArguments}`.trim()), language);
    entry.description(command.about[language]);
    for (const option of command.options) entry.option(option.flags, option.about[language]);
    entry.option('--json', jsonAbout[language]);
    entry.addHelpText(
      'after',
      `\n${exampleTitle[language]}\n  ${asTyped(command.example, context.program)}`,
    );
    entry.action(async () => {
      await run(command, { arguments: entry.args, options: entry.opts() });
    });
  }
  return program;
}

const jsonAbout: Bilingual = {
  vi: 'kết quả và lỗi ở dạng JSON, cho máy đọc',
  en: 'results and errors as JSON, for machines',
};
const exampleTitle: Bilingual = { vi: 'Ví dụ:', en: 'Example:' };
const versionAbout: Bilingual = { vi: 'hiện phiên bản', en: 'show the version' };
const helpAbout: Bilingual = { vi: 'hiện phần trợ giúp', en: 'show this help' };

function versionOf({ folders }: CommandContext): string {
  const manifest = readFileSync(join(folders.packageRoot, 'package.json'), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}

function parentOf(program: Commander, command: Command, language: 'vi' | 'en'): Commander {
  const [group, second] = commandName(command).split(' ');
  if (second === undefined || group === undefined) return program;
  const known = program.commands.find((entry) => entry.name() === group);
  if (known) return known;
  return dress(program.command(group), language).description(groups[group]?.[language] ?? '');
}

function dress(command: Commander, language: 'vi' | 'en'): Commander {
  command.exitOverride().helpOption('-h, --help', helpAbout[language]).helpCommand(false);
  command.configureOutput({ writeErr: () => {} });
  if (language === 'vi') {
    command.configureHelp({
      styleTitle: (title) => helpTitles[title] ?? title,
      styleUsage: (usage) =>
        usage.replace('[options]', '[tùy chọn]').replace('[command]', '[lệnh]'),
      subcommandTerm: (entry) =>
        [entry.name(), ...entry.registeredArguments.map((one) => termOf(one))].join(' '),
    });
  }
  return command;
}

/** An argument as the help writes it: `<file>` where it is needed, `[file]` where it is not. */
function termOf(argument: Argument): string {
  return argument.required ? `<${argument.name()}>` : `[${argument.name()}]`;
}

function reportFailure(failure: unknown, context: CommandContext): ExitCode {
  const thrown = connectionLost(failure) ?? failure;
  if (context.signal.aborted && !(thrown instanceof CommanderError)) {
    context.tell({ vi: 'Đã dừng.', en: 'Stopped.' });
    return 1;
  }
  if (thrown instanceof CommanderError) {
    if (['commander.helpDisplayed', 'commander.version'].includes(thrown.code)) return 0;
    if (thrown.code === 'commander.help') {
      context.tell(pointToHelp);
      return 2;
    }
    tellError(context, {
      code: `usage/${thrown.code.replace('commander.', '')}`,
      text: usageMessage(thrown),
    });
    return 2;
  }
  if (thrown instanceof ColumnInchesError) {
    tellError(context, { code: thrown.code, text: saidOf(thrown) });
    return isBadInput(thrown.code) ? 2 : 1;
  }
  const message = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
  tellError(context, {
    code: 'internal/surprise',
    text: {
      vi: `Lỗi chưa lường trước; số liệu đã lưu không bị ảnh hưởng. ${message}`,
      en: `An error nobody foresaw; stored figures are untouched. ${message}`,
    },
  });
  return 1;
}

/** What the user gave is at fault: words, settings, or a file that cannot be read as it should. */
function isBadInput(code: string): boolean {
  return [
    'input/',
    'config/',
    'challenge/',
    'plan/',
    'register/',
    'replay/',
    'outlets/',
    'backup/',
    'restore/',
    'digest/not-',
  ].some((room) => code.startsWith(room));
}

const pointToHelp: Bilingual = {
  vi: 'Thiếu lệnh. Xem: column-inches --help',
  en: 'A command is missing. See: column-inches --help',
};

function tellError(context: CommandContext, error: { code: string; text: Bilingual }): void {
  if (context.json) {
    const line = (message: string) => JSON.stringify({ error: { code: error.code, message } });
    context.tell({ vi: line(error.text.vi), en: line(error.text.en) });
    return;
  }
  context.tell({
    vi: `Lỗi (${error.code}): ${error.text.vi}`,
    en: `Error (${error.code}): ${error.text.en}`,
  });
}

function usageMessage(error: CommanderError): Bilingual {
  const detail = error.message.replace(/^error: /, '');
  const named = /'([^']*)'/.exec(detail)?.[1] ?? '';
  const vietnamese: Readonly<Record<string, string>> = {
    'commander.unknownCommand': `Không có lệnh “${named}”.`,
    'commander.unknownOption': `Không có tùy chọn “${named}”.`,
    'commander.missingArgument': `Thiếu tham số “${named}”.`,
    'commander.optionMissingArgument': `Tùy chọn “${named}” cần một giá trị.`,
    'commander.excessArguments': 'Thừa tham số.',
  };
  return {
    vi: `${vietnamese[error.code] ?? detail} Thêm --help để xem cách dùng.`,
    en: `${detail}. Add --help to see the usage.`,
  };
}
