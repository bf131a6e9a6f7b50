import { readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { getState, loadRegister, registerChanges, saveRegister, setState } from '../../db/index.ts';
import { numberOf, type Outlet } from '../domain/index.ts';
import type { CommandContext, Station } from './command.ts';
import { readRegister } from './register-file.ts';

/** As `takeShippedRegister`; where there is no register afterwards, that is said. */
export async function ensureRegister(
  context: CommandContext,
  station: Station,
  outlets: readonly Pick<Outlet, 'place'>[],
): Promise<void> {
  if (!(await takeShippedRegister(context, station, outlets))) tellNone(context);
}

/**
 * Real items without any register would find nobody. Where none was ever stored, and one is shipped
 * for the province of one of these outlets, that is a beginning, marked unchecked; it comes once,
 * and not at all where `leaveOutShipped` was called. Answers whether there is a register now.
 */
export async function takeShippedRegister(
  context: CommandContext,
  station: Station,
  outlets: readonly Pick<Outlet, 'place'>[],
): Promise<boolean> {
  const { db } = station.database;
  if ((await loadRegister(db, { demo: false })).persons.length > 0) return true;
  const isDecided = (await getState(db, 'shippedRegister')) !== null;
  // Somebody had one and took it out again: it must not come back by itself.
  const hadOne = (await registerChanges(db, { demo: false, limit: 1 })).length > 0;
  const names = isDecided || hadOne ? [] : await shippedFor(context, outlets);
  for (const name of names) await importShipped(context, station, name);
  if (names.length > 0) await setState(db, 'shippedRegister', 'imported');
  return names.length > 0;
}

/** No shipped register is imported by itself, now or later. */
export async function leaveOutShipped({ database }: Station): Promise<void> {
  await setState(database.db, 'shippedRegister', 'left out');
}

/** A shipped file is named by the province whose office-holders it lists. */
async function shippedFor(
  { folders }: CommandContext,
  outlets: readonly Pick<Outlet, 'place'>[],
): Promise<readonly string[]> {
  const wanted = new Set(outlets.map(({ place }) => `${place}.csv`));
  return (await readdir(folders.registers)).filter((file) => wanted.has(file)).toSorted();
}

async function importShipped(context: CommandContext, station: Station, name: string) {
  const file = join(context.folders.registers, name);
  const register = await readRegister(file);
  const [by, why] = ['Column Inches', `db/register/${name}`];
  await saveRegister(station.database.db, register, { demo: false, by, why });
  const unchecked = register.terms.filter(({ checked }) => !checked).length;
  const [persons, terms] = [register.persons.length, register.terms.length];
  const near = relative(process.cwd(), file);
  const path = near.startsWith('..') ? file : near;
  context.tell({
    vi:
      `Đã nạp danh bạ kèm sẵn của tỉnh này, ${name}, để bắt đầu: ${persons} người, ${terms} nhiệm kỳ ` +
      `(${unchecked} chưa kiểm chứng). Danh bạ của bạn được thêm vào đó: column-inches register import TỆP\n` +
      `Không muốn dùng thì gỡ ra: column-inches register remove ${path}`,
    en:
      `Imported the shipped register of this province, ${name}, to begin with: ` +
      `${numberOf(persons, 'person', 'people')}, ${numberOf(terms, 'term')} (${unchecked} unchecked). Yours is added to it: column-inches register import FILE\n` +
      `To do without it, take it out: column-inches register remove ${path}`,
  });
}

function tellNone(context: CommandContext): void {
  context.tell({
    vi:
      'Chưa có danh bạ nên chưa tìm được ai trong các tin (tin vẫn được lưu). ' +
      'Nhập danh bạ: column-inches register import TỆP',
    en:
      'There is no register, so that nobody is found in items (they are stored all the same). ' +
      'Import one: column-inches register import FILE',
  });
}
