import type { ItemPosition } from '../../db/index.ts';
import { ColumnInchesError } from '../domain/index.ts';

/** Where a list goes on, as an opaque text for an address; null at its end. */
export function writeCursor(position: ItemPosition | null): string | null {
  if (!position) return null;
  return Buffer.from(`${position.sortedAt} ${position.itemId}`).toString('base64url');
}

/** Throws `numbers/bad-cursor` where the text is not ours. */
export function readCursor(cursor: string | undefined): ItemPosition | null {
  if (cursor === undefined) return null;
  const text = Buffer.from(cursor, 'base64url').toString();
  const match = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z) ([a-z2-7]{16})$/.exec(text);
  const [, sortedAt, itemId] = match ?? [];
  if (sortedAt && itemId && !Number.isNaN(Date.parse(sortedAt))) return { sortedAt, itemId };
  throw badCursor();
}

/** The same for a list in the order of its numbers. */
export function writeNumberCursor(id: string): string {
  return Buffer.from(`after ${id}`).toString('base64url');
}

/** Throws `numbers/bad-cursor` where the text is not ours. */
export function readNumberCursor(cursor: string | undefined): string | null {
  if (cursor === undefined) return null;
  const id = /^after (\d{1,18})$/.exec(Buffer.from(cursor, 'base64url').toString())?.[1];
  if (id === undefined) throw badCursor();
  return id;
}

function badCursor(): ColumnInchesError {
  return new ColumnInchesError({
    code: 'numbers/bad-cursor',
    verdict: 'skip-item',
    message: 'This page address has a cursor that is not ours; start again from the first page.',
    messageVietnamese:
      'Địa chỉ trang này có con trỏ không phải của chúng tôi; hãy bắt đầu lại từ trang đầu.',
  });
}
