import { checkRegister, type RegisterFinding } from '../../analyzers/index.ts';
import { demoIsShown, loadRegister } from '../../db/index.ts';
import { ColumnInchesError, numberOf, type Register } from '../domain/index.ts';
import { readRegister } from './register-file.ts';
import type { Command, CommandContext, CommandOption, Station } from './command.ts';

/** The demo's register instead of the real one. */
export const demoOption: CommandOption = {
  flags: '--demo',
  about: { vi: 'danh bạ của báo chí hư cấu', en: "the demo press's register" },
};

/** A register and the world it is of. */
export interface CountedRegister {
  readonly register: Register;
  readonly isDemo: boolean;
}

/** The register that figures are counted with: the demo's while that is shown and one has none. */
export async function registerThatCounts(
  { database: { db } }: Station,
  demoAsked: boolean,
): Promise<CountedRegister> {
  const own = await loadRegister(db, { demo: false });
  const isDemo = demoAsked || (own.persons.length === 0 && (await demoIsShown(db)));
  return { register: isDemo ? await loadRegister(db, { demo: true }) : own, isDemo };
}

/** The stored register of one world. Throws `input/register-empty` where there is none. */
export async function storedRegister(context: CommandContext, demo: boolean): Promise<Register> {
  const station = await context.openStation();
  try {
    const register = await loadRegister(station.database.db, { demo });
    if (register.persons.length > 0) return register;
  } finally {
    await station.close();
  }
  throw emptyRegister(demo);
}

function emptyRegister(demo: boolean): ColumnInchesError {
  return new ColumnInchesError({
    code: 'input/register-empty',
    verdict: 'stop-run',
    message: demo
      ? 'No demo register is stored. Start the demo once with "column-inches start".'
      : 'No register is stored. Import one with "column-inches register import FILE", or add ' +
        "--demo for the demo press's.",
    messageVietnamese: demo
      ? 'Chưa có danh bạ của báo chí hư cấu. Chạy "column-inches start" một lần để tạo báo chí hư cấu.'
      : 'Chưa có danh bạ nào. Nhập bằng "column-inches register import TỆP", hoặc thêm --demo để ' +
        'xem danh bạ của báo chí hư cấu.',
  });
}

/** Finds what is wrong, doubtful or worth knowing in a register, without changing anything. */
export const registerCheckCommand: Command = {
  usage: 'register check [file]',
  about: {
    vi: 'Kiểm tra danh bạ: chồng lấn, khoảng trống, trùng tên, người không có chức vụ',
    en: 'check a register: overlaps, gaps, namesakes, persons without a post',
  },
  options: [demoOption],
  example: 'column-inches register check quang-ngai.csv',
  run: async (context, input) => {
    const [file] = input.arguments;
    const { register, isDemo } =
      file === undefined
        ? await registerToCheck(context, input.options['demo'] === true)
        : { register: await readRegister(file), isDemo: false };
    const findings = checkRegister(register);
    if (context.json) await context.print(JSON.stringify({ findings }));
    else await printFindings(context, { findings, isDemo });
    return findings.some(({ severity }) => severity === 'refused') ? 1 : 0;
  },
};

async function registerToCheck(context: CommandContext, demoAsked: boolean) {
  const station = await context.openStation();
  try {
    const counted = await registerThatCounts(station, demoAsked);
    if (counted.register.persons.length === 0) throw emptyRegister(demoAsked);
    return counted;
  } finally {
    await station.close();
  }
}

const severities = {
  refused: { vi: 'Bị từ chối', en: 'Refused' },
  warning: { vi: 'Cảnh báo', en: 'Warning' },
  note: { vi: 'Lưu ý', en: 'Note' },
} as const;

async function printFindings(
  context: CommandContext,
  checked: { readonly findings: readonly RegisterFinding[]; readonly isDemo: boolean },
) {
  const { findings, isDemo } = checked;
  for (const { severity, kind, message } of findings) {
    const title = severities[severity][context.language];
    await context.print(`${title} (${kind}): ${message[context.language]}`);
  }
  const count = (severity: RegisterFinding['severity']) =>
    findings.filter((finding) => finding.severity === severity).length;
  const [refused, warnings, notes] = [count('refused'), count('warning'), count('note')];
  context.tell({
    vi: `${isDemo ? fiction.vi : ''}${refused} lỗi phải sửa trước khi nhập, ${warnings} cảnh báo, ${notes} lưu ý.`,
    en: `${isDemo ? fiction.en : ''}${refused} to mend before an import, ${numberOf(warnings, 'warning')}, ${numberOf(notes, 'note')}.`,
  });
}

const fiction = {
  vi: 'Danh bạ của báo chí HƯ CẤU: ',
  en: 'Register of the FICTIONAL press: ',
} as const;

/** Throws `input/register-refused`, naming what to mend, where a register may not be used. */
export function refuseBadRegister(findings: readonly RegisterFinding[], file: string): void {
  const refused = findings.filter(({ severity }) => severity === 'refused');
  if (refused.length === 0) return;
  const rest = refused.length - mostRefusals;
  const listed = (language: 'vi' | 'en') =>
    refused
      .slice(0, mostRefusals)
      .map(({ message }) => `\n  · ${message[language]}`)
      .join('') + (rest > 0 ? `\n  · … (+${rest})` : '');
  throw new ColumnInchesError({
    code: 'input/register-refused',
    verdict: 'stop-run',
    message: `${file}: the register is refused; nothing was stored.${listed('en')}`,
    messageVietnamese: `${file}: danh bạ bị từ chối, chưa có gì được lưu.${listed('vi')}`,
  });
}

const mostRefusals = 10;
