import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { loadRegister, saveRegister } from '../../db/index.ts';
import type { CommandContext, Station } from './command.ts';
import { readRegister } from './register-file.ts';

/**
 * Real items without any register would find nobody: the shipped ones are a beginning, marked
 * unchecked. Does nothing once there is a register.
 */
export async function ensureRegister(context: CommandContext, station: Station): Promise<void> {
  const { db } = station.database;
  if ((await loadRegister(db, { demo: false })).persons.length > 0) return;
  const folder = context.folders.registers;
  for (const name of (await readdir(folder)).filter((file) => file.endsWith('.csv'))) {
    await saveRegister(db, await readRegister(join(folder, name)), { demo: false });
    context.tell({
      vi:
        `Đã nạp danh bạ kèm sẵn ${name} để bắt đầu; danh bạ của bạn được thêm vào đó: ` +
        'column-inches register import TỆP',
      en:
        `Imported the shipped register ${name} to begin with; yours is added to it: ` +
        'column-inches register import FILE',
    });
  }
}
