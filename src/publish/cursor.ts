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
  throw new ColumnInchesError({
    code: 'numbers/bad-cursor',
    verdict: 'skip-item',
    message: 'This page address has a cursor that is not ours; start again from the first page.',
    messageVietnamese:
      'Địa chỉ trang này có con trỏ không phải của chúng tôi; hãy bắt đầu lại từ trang đầu.',
  });
}
