import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { isScalar, LineCounter, parseDocument, stringify, type Document } from 'yaml';
import { type Bilingual, ColumnInchesError, type Outlet } from '../../src/domain/index.ts';
import { faultsOf } from './faults.ts';
import { outletSchema, toOutlet } from './schema.ts';

export { outletJsonSchema } from './schema.ts';

/** Shown at the top of a written YAML, so that editors check and complete it. */
const SCHEMA_LINE = '# yaml-language-server: $schema=';
const MAX_BYTES = 1_000_000;

/**
 * All outlets of a folder and its subfolders, by id. Files whose names begin with _ or . are passed
 * over. A successor may also stand in the folder `catalogue`.
 * @throws outlets/invalid naming file, line and mend; outlets/duplicate; outlets/unreadable;
 * outlets/unknown-successor
 */
export async function loadOutlets(folder: string, catalogue?: string): Promise<readonly Outlet[]> {
  const files = await yamlFiles(folder);
  const outlets: Outlet[] = [];
  const seen = new Map<string, string>();
  for (const file of files) {
    const outlet = parseOutlet(await readYaml(file), file);
    const other = seen.get(outlet.id);
    if (other !== undefined) {
      throw outletError('duplicate', {
        vi: `${file}: ${other} cũng có mã ${outlet.id}. Đổi mã một trong hai.`,
        en: `${file}: ${other} has the id ${outlet.id} too. Rename one.`,
      });
    }
    seen.set(outlet.id, file);
    outlets.push(outlet);
  }
  const names = await unfollowedSuccessors(outlets, { files: seen, catalogue });
  const named = outlets.map((outlet) => withSuccessorName(outlet, names));
  return named.toSorted((left, right) => (left.id < right.id ? -1 : 1));
}

function withSuccessorName(outlet: Outlet, names: ReadonlyMap<string, string>): Outlet {
  const successorName = names.get(outlet.successor ?? '');
  return successorName === undefined ? outlet : { ...outlet, successorName };
}

/** Names of successors that stand in the catalogue only. */
async function unfollowedSuccessors(
  outlets: readonly Outlet[],
  {
    files,
    catalogue,
  }: { readonly files: ReadonlyMap<string, string>; readonly catalogue: string | undefined },
): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  const open = outlets.filter(({ successor }) => successor && !files.has(successor));
  if (open.length === 0) return names;
  const others = catalogue === undefined ? [] : await yamlFiles(catalogue);
  // An outlet's id is its file's name, so only the files asked for are read.
  const known = new Map(others.map((file) => [path.basename(file).replace(/\.ya?ml$/i, ''), file]));
  for (const { successor = '' } of open) {
    const file = known.get(successor);
    if (file !== undefined) names.set(successor, parseOutlet(await readYaml(file), file).name);
  }
  const wrong = open.find(({ successor = '' }) => !known.has(successor));
  if (!wrong) return names;
  const file = files.get(wrong.id) ?? wrong.id;
  throw outletError('unknown-successor', {
    vi: `${file}: successor: không có cơ quan nào mang mã ${wrong.successor}. Thêm tệp ${wrong.successor}.yaml hoặc sửa mã.`,
    en: `${file}: successor: no outlet has the id ${wrong.successor}. Add ${wrong.successor}.yaml or correct the id.`,
  });
}

async function yamlFiles(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile() && /^[^_.].*\.ya?ml$/i.test(entry.name))
      .map((entry) => path.join(entry.parentPath, entry.name))
      .toSorted();
  } catch (cause) {
    const said = {
      vi: `Không liệt kê được ${folder}. Kiểm tra xem thư mục có tồn tại và đọc được không.`,
      en: `${folder} cannot be listed. Check that the folder exists and may be read.`,
    };
    throw outletError('unreadable', said, cause);
  }
}

async function readYaml(file: string): Promise<string> {
  try {
    const bytes = await readFile(file);
    if (bytes.length <= MAX_BYTES) return bytes.toString('utf8');
  } catch (cause) {
    const said = {
      vi: `Không đọc được ${file}. Kiểm tra quyền của tệp.`,
      en: `${file} cannot be read. Check its permissions.`,
    };
    throw outletError('unreadable', said, cause);
  }
  throw outletError('unreadable', {
    vi: `${file} lớn hơn 1 MB, không cơ quan nào cần vậy. Hãy rút gọn.`,
    en: `${file} is larger than 1 MB, which no outlet needs. Shorten it.`,
  });
}

/**
 * One outlet from its YAML. The id must be the file's name, where `file` is one.
 * @throws outlets/invalid naming file, line and mend
 */
export function parseOutlet(text: string, file: string): Outlet {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const [fault] = document.errors;
  if (fault) {
    const { line } = lines.linePos(fault.pos[0]);
    throw outletError('invalid', {
      vi: `${file}:${line}: ${fault.message}. Sửa YAML ở chỗ đó.`,
      en: `${file}:${line}: ${fault.message}. Mend the YAML there.`,
    });
  }
  const value = plainValue(document, file);
  const read = outletSchema.safeParse(value);
  if (!read.success) {
    const place = (at: readonly PropertyKey[]) => `${file}:${lineOf(document, at, lines)}`;
    const faults = faultsOf(value, place);
    throw outletError('invalid', {
      vi: `${faults.vi}\nSửa các dòng đã nêu; xem outlet.schema.json.`,
      en: `${faults.en}\nMend the lines named; see outlet.schema.json.`,
    });
  }
  const outlet = toOutlet(read.data);
  const name = path.basename(file).replace(/\.ya?ml$/i, '');
  if (/\.ya?ml$/i.test(file) && name !== outlet.id) {
    const line = lineOf(document, ['id'], lines);
    const yaml = `${outlet.id}.yaml`;
    throw outletError('invalid', {
      vi: `${file}:${line}: id: không trùng tên tệp. Đổi tên tệp thành ${yaml} hoặc đổi id thành ${name}.`,
      en: `${file}:${line}: id: is not the file’s name. Rename the file to ${yaml} or change the id to ${name}.`,
    });
  }
  return outlet;
}

/** Aliases could unfold to any size; outlets need none. */
function plainValue(document: Document, file: string): unknown {
  try {
    return document.toJS({ maxAliasCount: 0 });
  } catch (cause) {
    const said = {
      vi: `${file}: dùng bí danh YAML. Viết hẳn giá trị ra thay cho & và *.`,
      en: `${file}: uses YAML aliases. Write the values out instead of using & and *.`,
    };
    throw outletError('invalid', said, cause);
  }
}

/** The line of a value, or of the nearest thing around it. */
function lineOf(document: Document, at: readonly PropertyKey[], lines: LineCounter): number {
  for (let depth = at.length; depth >= 0; depth -= 1) {
    const node = document.getIn(at.slice(0, depth), true) as { range?: [number] } | undefined;
    if (node?.range && (depth > 0 || isScalar(node))) return lines.linePos(node.range[0]).line;
  }
  return 1;
}

function outletError(name: string, said: Bilingual, cause?: unknown): ColumnInchesError {
  return new ColumnInchesError({
    code: `outlets/${name}`,
    verdict: 'stop-run',
    message: said.en,
    messageVietnamese: said.vi,
    cause,
  });
}

/**
 * The YAML of an outlet, with what is at its default left out, and a line that names the schema.
 */
export function outletYaml(outlet: Outlet, schemaPath = '../outlet.schema.json'): string {
  const isDefault: Partial<Record<keyof Outlet, boolean>> = {
    selectors: outlet.selectors.length === 0,
    allowPrivateAddresses: !outlet.allowPrivateAddresses,
    demo: !outlet.demo,
  };
  const kept = Object.entries(outlet).filter(([key]) => !isDefault[key as keyof Outlet]);
  return `${SCHEMA_LINE}${schemaPath}\n${stringify(Object.fromEntries(kept), { lineWidth: 96 })}`;
}
