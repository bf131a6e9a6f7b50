import { removeFromRegister, type RegisterRemoval } from '../../db/index.ts';
import { ColumnInchesError, numberOf, type Register } from '../domain/index.ts';
import type { Command, CommandContext } from './command.ts';
import { readRegister } from './register-file.ts';
import { editOf, editOptions, tellNext } from './register.ts';

/** Takes what a file lists out of the register again: a shipped one, or one imported by mistake. */
export const registerRemoveCommand: Command = {
  usage: 'register remove <file>',
  about: {
    vi: 'Gỡ khỏi danh bạ những gì một tệp đã nhập vào; ghi vào lịch sử',
    en: 'take what a file lists out of the register again; its history tells it',
  },
  options: editOptions,
  example: 'column-inches register remove db/register/quang-ngai.csv --why "dùng danh bạ riêng"',
  run: async (context, input) => {
    const [file = ''] = input.arguments;
    const register = await readRegister(file);
    const station = await context.openStation();
    try {
      const edit = { demo: false, ...editOf(input) };
      const removal = await removeFromRegister(station.database.db, register, edit);
      refuseNothing(removal, file);
      if (context.json) await context.print(JSON.stringify(removal));
      else tellRemoval(context, register, removal);
      await tellNext(context, station);
      return removal.kept.length > 0 ? 3 : 0;
    } finally {
      await station.close();
    }
  },
};

/** Throws `register/nothing-to-remove` where the register has none of a file's terms. */
export function refuseNothing({ terms, kept }: RegisterRemoval, file: string): void {
  if (terms + kept.length > 0) return;
  throw new ColumnInchesError({
    code: 'register/nothing-to-remove',
    verdict: 'stop-run',
    message: `${file}: the register has none of its terms, so nothing was removed. See "column-inches register list".`,
    messageVietnamese: `${file}: danh bạ không có nhiệm kỳ nào của tệp này nên chưa gỡ gì cả. Xem "column-inches register list".`,
  });
}

function tellRemoval(context: CommandContext, register: Register, removal: RegisterRemoval): void {
  const { terms, persons, posts, kept } = removal;
  context.tell({
    vi: `Đã gỡ ${terms} nhiệm kỳ; ${persons} người và ${posts} chức vụ không còn nhiệm kỳ nào cũng được gỡ. Xem: column-inches register history`,
    en: `Removed ${numberOf(terms, 'term')}; ${numberOf(persons, 'person', 'people')} and ${numberOf(posts, 'post')} without any term left went too. See: column-inches register history`,
  });
  const names = new Map(register.persons.map(({ id, name }) => [id, name]));
  for (const { id, person } of kept) {
    context.tell({
      vi: `  · giữ lại ${names.get(person) ?? person} (${id}): đã được sửa sau khi nhập`,
      en: `  · ${names.get(person) ?? person} (${id}) stays: it was changed since`,
    });
  }
}
