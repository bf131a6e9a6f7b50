import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { isScalar, LineCounter, parseDocument, stringify, type Document } from 'yaml';
import { ColumnInchesError, type Outlet } from '../../src/domain/index.ts';
import { outletSchema, toOutlet } from './schema.ts';

export { outletJsonSchema } from './schema.ts';

/** Shown at the top of a written YAML, so that editors check and complete it. */
const SCHEMA_LINE = '# yaml-language-server: $schema=';
const MAX_BYTES = 1_000_000;

/**
 * All outlets of a folder and its subfolders, by id. Files whose names begin with _ or . are passed
 * over. @throws outlets/invalid naming file, line and mend; outlets/duplicate; outlets/unreadable
 */
export async function loadOutlets(folder: string): Promise<readonly Outlet[]> {
  const files = await yamlFiles(folder);
  const outlets: Outlet[] = [];
  const seen = new Map<string, string>();
  for (const file of files) {
    const outlet = parseOutlet(await readYaml(file), file);
    const other = seen.get(outlet.id);
    if (other !== undefined) {
      throw outletError('duplicate', `${file}: ${other} has the id ${outlet.id} too. Rename one.`);
    }
    seen.set(outlet.id, file);
    outlets.push(outlet);
  }
  return outlets.toSorted((left, right) => (left.id < right.id ? -1 : 1));
}

async function yamlFiles(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile() && /^[^_.].*\.ya?ml$/i.test(entry.name))
      .map((entry) => path.join(entry.parentPath, entry.name))
      .toSorted();
  } catch (cause) {
    const mend = 'Check that the folder exists and may be read.';
    throw outletError('unreadable', `${folder} cannot be listed. ${mend}`, cause);
  }
}

async function readYaml(file: string): Promise<string> {
  try {
    const bytes = await readFile(file);
    if (bytes.length <= MAX_BYTES) return bytes.toString('utf8');
  } catch (cause) {
    throw outletError('unreadable', `${file} cannot be read. Check its permissions.`, cause);
  }
  throw outletError(
    'unreadable',
    `${file} is larger than 1 MB, which no outlet needs. Shorten it.`,
  );
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
    throw outletError('invalid', `${file}:${line}: ${fault.message}. Mend the YAML there.`);
  }
  const read = outletSchema.safeParse(plainValue(document, file));
  if (!read.success) {
    const faults = read.error.issues.map(
      (issue) => `${file}:${lineOf(document, issue.path, lines)}: ${told(issue)}`,
    );
    throw outletError(
      'invalid',
      `${faults.join('\n')}\nMend the lines named; see outlet.schema.json.`,
    );
  }
  const outlet = toOutlet(read.data);
  const name = path.basename(file).replace(/\.ya?ml$/i, '');
  if (/\.ya?ml$/i.test(file) && name !== outlet.id) {
    const line = lineOf(document, ['id'], lines);
    const mend = `Rename the file to ${outlet.id}.yaml or change the id to ${name}.`;
    throw outletError('invalid', `${file}:${line}: id: is not the file’s name. ${mend}`);
  }
  return outlet;
}

/** Aliases could unfold to any size; outlets need none. */
function plainValue(document: Document, file: string): unknown {
  try {
    return document.toJS({ maxAliasCount: 0 });
  } catch (cause) {
    const mend = 'Write the values out instead of using & and *.';
    throw outletError('invalid', `${file}: uses YAML aliases. ${mend}`, cause);
  }
}

function told(issue: { path: readonly PropertyKey[]; message: string }): string {
  const where = issue.path.map(String).join('.');
  return where === '' ? issue.message : `${where}: ${issue.message}`;
}

/** The line of a value, or of the nearest thing around it. */
function lineOf(document: Document, at: readonly PropertyKey[], lines: LineCounter): number {
  for (let depth = at.length; depth >= 0; depth -= 1) {
    const node = document.getIn(at.slice(0, depth), true) as { range?: [number] } | undefined;
    if (node?.range && (depth > 0 || isScalar(node))) return lines.linePos(node.range[0]).line;
  }
  return 1;
}

function outletError(name: string, message: string, cause?: unknown): ColumnInchesError {
  const verdict = 'stop-run';
  return new ColumnInchesError({ code: `outlets/${name}`, verdict, message, cause });
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
