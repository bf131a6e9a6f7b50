import { readFile } from 'node:fs/promises';
import { parseRegister } from '../../analyzers/index.ts';
import { ColumnInchesError, type Register } from '../domain/index.ts';

/**
 * The register of a file, CSV or Popolo JSON, in UTF-8 or in the UTF-16 that spreadsheets write.
 * Throws `input/register-missing`, `-unreadable`, `-encoding`, `-empty-file`, and the errors of
 * `parseRegister`.
 */
export async function readRegister(file: string | undefined): Promise<Register> {
  if (file === undefined) {
    throw new ColumnInchesError({
      code: 'input/register-missing',
      verdict: 'stop-run',
      message: 'No register was named. Add --register FILE (CSV or Popolo JSON).',
      messageVietnamese: 'Chưa chỉ ra danh bạ. Thêm --register TỆP (CSV hoặc Popolo JSON).',
    });
  }
  const register = parseRegister(decode(await readBytes(file), file), file);
  if (register.persons.length === 0) throw emptyFile(file);
  return register;
}

async function readBytes(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (thrown) {
    const { message } = thrown as Error;
    throw new ColumnInchesError({
      code: 'input/register-unreadable',
      verdict: 'stop-run',
      message: `The register ${file} cannot be read: ${message}. Check the path.`,
      messageVietnamese: `Không đọc được danh bạ ${file}: ${message}. Xem lại đường dẫn.`,
      cause: thrown,
    });
  }
}

function decode(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new ColumnInchesError({
      code: 'input/register-encoding',
      verdict: 'stop-run',
      message:
        `${file} is written in an old encoding, so its letters cannot be told. ` +
        'Save it as "CSV UTF-8" in the spreadsheet and import that.',
      messageVietnamese:
        `${file} dùng bảng mã cũ nên không đọc đúng chữ được. ` +
        'Trong chương trình bảng tính, hãy lưu thành "CSV UTF-8" rồi nhập lại.',
      cause,
    });
  }
}

/** By its mark, or by the empty halves that UTF-16 gives the Latin letters of the first line. */
function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first !== 0 && second === 0) return 'utf-16le';
  return first === 0 && second !== 0 ? 'utf-16be' : 'utf-8';
}

function emptyFile(file: string): ColumnInchesError {
  return new ColumnInchesError({
    code: 'input/register-empty-file',
    verdict: 'stop-run',
    message:
      `${file} holds no person, so nothing was done. A CSV needs one row a term under its header, ` +
      'Popolo JSON the lists "persons", "posts" and "memberships".',
    messageVietnamese:
      `${file} không có người nào nên chưa làm gì cả. Tệp CSV cần mỗi nhiệm kỳ một dòng dưới dòng ` +
      'tiêu đề; Popolo JSON cần các danh sách "persons", "posts" và "memberships".',
  });
}
