import { checkRegister } from '../../analyzers/index.ts';
import { type RegisterEdit, saveRegister, unreadRegister } from '../../db/index.ts';
import { numberOf, type Register, uncheckedWord } from '../domain/index.ts';
import { readRegister } from './register-file.ts';
import {
  type Command,
  type CommandContext,
  type CommandInput,
  type CommandOption,
  type Station,
  textOption,
} from './command.ts';
import {
  type CountedRegister,
  demoOption,
  refuseBadRegister,
  registerThatCounts,
} from './register-check.ts';

/** Who changed the register, and why. */
export const editOptions: readonly CommandOption[] = [
  {
    flags: '--by <name>',
    about: { vi: 'người sửa, ghi vào lịch sử', en: 'who made the change, for the history' },
  },
  {
    flags: '--why <text>',
    about: { vi: 'lý do sửa, ghi vào lịch sử', en: 'why it was made, for the history' },
  },
];

export const registerImportCommand: Command = {
  usage: 'register import <file>',
  about: {
    vi: 'Nhập danh bạ người giữ chức vụ (CSV hoặc Popolo JSON)',
    en: 'import a register of office-holders (CSV or Popolo JSON)',
  },
  options: editOptions,
  example: 'column-inches register import quang-ngai.csv --by "Lan" --why "bầu bổ sung"',
  run: async (context, input) => {
    const [file] = input.arguments;
    const register = await readRegister(file);
    const findings = checkRegister(register);
    refuseBadRegister(findings, file ?? '');
    const station = await context.openStation();
    try {
      await saveRegister(station.database.db, register, {
        demo: false,
        ...editOf(input),
      });
      const counts = countsOf(register);
      if (context.json) {
        await context.print(JSON.stringify({ ...counts, findings }));
        return 0;
      }
      const { persons, posts, terms } = counts;
      const all = [
        numberOf(persons, 'person'),
        numberOf(posts, 'post'),
        numberOf(terms, 'term'),
      ].join(', ');
      context.tell({
        vi: `Đã nhập ${persons} người, ${posts} chức vụ, ${terms} nhiệm kỳ (${counts.unchecked} chưa kiểm chứng).`,
        en: `Imported ${all} (${counts.unchecked} unchecked).`,
      });
      if ((await station.numbers.extent()).demo) {
        context.tell({
          vi: 'Trang số liệu vẫn hiện báo chí hư cấu, cho tới khi bạn theo dõi cơ quan báo chí đầu tiên.',
          en: 'The pages still show the fictional press, until you follow a first outlet.',
        });
      }
      for (const finding of findings.filter((one) => one.kind !== 'unchecked')) {
        context.tell({ vi: `  · ${finding.message.vi}`, en: `  · ${finding.message.en}` });
      }
      await tellNext(context, station);
      return 0;
    } finally {
      await station.close();
    }
  },
};

/** What is stored was read with the register as it was: the exact next command, if one is due. */
export async function tellNext(context: CommandContext, { database }: Station): Promise<void> {
  const isUnread = (await unreadRegister(database.db, { demo: false })) !== null;
  context.tell(
    isUnread
      ? {
          vi: 'Tiếp theo: column-inches recompute\n  (đọc lại các tin đã lưu theo danh bạ mới; trước lúc đó, số liệu cũ hơn danh bạ và người mới là “chưa biết”, không phải 0)',
          en: 'Next: column-inches recompute\n  (reads the stored items again with the new register; until then figures are older than it, and who is new in it is “unknown”, not 0)',
        }
      : {
          vi: 'Chưa có tin nào cần đọc lại; tin thu từ nay được đọc theo danh bạ này.',
          en: 'No stored item needs to be read again; what is captured from now on is read with it.',
        },
  );
}

export function editOf(input: CommandInput): RegisterEdit {
  const [by, why] = [textOption(input, 'by'), textOption(input, 'why')];
  return { ...(by === undefined ? {} : { by }), ...(why === undefined ? {} : { why }) };
}

function countsOf(register: Register) {
  return {
    persons: register.persons.length,
    posts: register.posts.length,
    terms: register.terms.length,
    unchecked: register.terms.filter((term) => !term.checked).length,
  };
}

export const registerListCommand: Command = {
  usage: 'register list',
  about: {
    vi: 'Liệt kê người, chức vụ và nhiệm kỳ trong danh bạ',
    en: 'list the persons, posts and terms of the register',
  },
  options: [demoOption],
  example: 'column-inches register list --json',
  run: async (context, input) => {
    const station = await context.openStation();
    try {
      const { register, isDemo } = await registerThatCounts(
        station,
        input.options['demo'] === true,
      );
      if (context.json) {
        await context.print(JSON.stringify(register));
        return 0;
      }
      for (const line of registerLines(register, context.language)) await context.print(line);
      tellWhichRegister(context, { register, isDemo });
      return 0;
    } finally {
      await station.close();
    }
  },
};

function tellWhichRegister(context: CommandContext, shown: CountedRegister): void {
  const { persons, terms } = shown.register;
  if (persons.length === 0) {
    context.tell({
      vi: 'Chưa có danh bạ nào. Nhập bằng: column-inches register import TỆP',
      en: 'There is no register yet. Import one: column-inches register import FILE',
    });
    return;
  }
  context.tell({
    vi: `${persons.length} người, ${terms.length} nhiệm kỳ${shown.isDemo ? ' của báo chí HƯ CẤU' : ''}.`,
    en: `${numberOf(persons.length, 'person')}, ${numberOf(terms.length, 'term')}${shown.isDemo ? ' of the FICTIONAL press' : ''}.`,
  });
}

function registerLines(register: Register, language: 'vi' | 'en'): string[] {
  const persons = new Map(register.persons.map((person) => [person.id, person.name]));
  const posts = new Map(register.posts.map((post) => [post.id, post.label]));
  return register.terms.map((term) => {
    const dates = `${term.from ?? '…'} – ${term.until ?? '…'}`;
    const mark = term.checked ? (term.source ?? '') : uncheckedWord[language];
    const person = persons.get(term.person) ?? term.person;
    return `${person.padEnd(26)} ${dates.padEnd(25)} ${posts.get(term.post) ?? term.post}  (${mark})`;
  });
}
