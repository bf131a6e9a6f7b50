import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { readBackup } from './backup-format.ts';

const blockBytes = 512;
/** What eleven octal digits hold; beyond it sizes are written in binary, as GNU tar reads them. */
const mostOctal = 8 ** 11;

/** A backup as one tar file, everything under one folder. Throws `backup/not-a-backup`. */
export async function* backupAsTar(folder: string, under: string): AsyncGenerator<Uint8Array> {
  const { madeAt } = await readBackup(folder);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
  for (const file of files) {
    const { size } = await stat(file);
    const name = `${under}${file.slice(folder.length).replaceAll('\\', '/')}`;
    yield header(name, size, new Date(madeAt));
    for await (const chunk of createReadStream(file)) yield chunk as Uint8Array;
    yield new Uint8Array((blockBytes - (size % blockBytes)) % blockBytes);
  }
  yield new Uint8Array(2 * blockBytes);
}

/** One file's header in the form of POSIX.1-1988 (ustar). */
function header(name: string, size: number, at: Date): Uint8Array {
  const block = Buffer.alloc(blockBytes);
  const octal = (value: number, digits: number) => value.toString(8).padStart(digits, '0');
  const cut = name.length <= 100 ? -1 : name.indexOf('/', name.length - 101);
  block.write(name.slice(cut + 1), 0, 100);
  block.write(octal(0o600, 7), 100);
  block.write(octal(0, 7), 108);
  block.write(octal(0, 7), 116);
  if (size < mostOctal) block.write(octal(size, 11), 124);
  else {
    block.writeUInt8(0x80, 124);
    block.writeBigUInt64BE(BigInt(size), 128);
  }
  block.write(octal(Math.floor(at.getTime() / 1000), 11), 136);
  block.write(' '.repeat(8), 148);
  block.write('0', 156);
  block.write('ustar\u000000', 257);
  if (cut > 0) block.write(name.slice(0, cut), 345, 155);
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${octal(sum, 6)}\u0000 `, 148);
  return block;
}
