import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { z } from 'zod';
import { ColumnInchesError } from '../../src/domain/index.ts';

const guide = 'bench/README.md says how a set is written.';

/** An error that stops the evaluation and names the file (and line) at fault. */
export function setFaultIn(code: string, message: string, cause?: unknown): ColumnInchesError {
  return new ColumnInchesError({
    code: `eval/${code}`,
    verdict: 'stop-run',
    message: `${message} ${guide}`,
    ...(cause === undefined ? {} : { cause }),
  });
}

/** Path of a file of a set, as it is or with `.gz` behind; null where there is neither. */
export function findSetFile(folder: string, name: string): string | null {
  const paths = [join(folder, name), join(folder, `${name}.gz`)];
  return paths.find((path) => existsSync(path)) ?? null;
}

/** Path of a file of a set, as it is or with `.gz` behind. @throws where there is neither */
export function setFile(folder: string, name: string): string {
  const path = findSetFile(folder, name);
  if (path !== null) return path;
  throw setFaultIn('file-missing', `${join(folder, name)} is missing (also as ${name}.gz).`);
}

/** The bytes of a file, unpacked where its name ends in `.gz`. @throws naming the file */
export function readSetFile(path: string): Uint8Array {
  try {
    const bytes = readFileSync(path);
    return path.endsWith('.gz') ? gunzipSync(bytes) : bytes;
  } catch (thrown) {
    throw setFaultIn('unreadable', `${path} cannot be read: ${(thrown as Error).message}.`, thrown);
  }
}

function parseJson(text: string, place: string): unknown {
  try {
    return JSON.parse(text);
  } catch (thrown) {
    throw setFaultIn('malformed', `${place} is no JSON: ${(thrown as Error).message}.`, thrown);
  }
}

function checkShape<Schema extends z.ZodType>(
  value: unknown,
  schema: Schema,
  place: string,
): z.infer<Schema> {
  const checked = schema.safeParse(value);
  if (checked.success) return checked.data;
  const [first] = checked.error.issues;
  const field = first?.path.length ? `"${first.path.join('.')}": ` : '';
  throw setFaultIn('malformed', `${place} is not as documented: ${field}${first?.message ?? ''}.`);
}

/**
 * Reads a file of JSON lines (UTF-8, perhaps packed, blank lines skipped) and checks every line.
 * @throws ColumnInchesError naming file, line and field
 */
export function readJsonLines<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
): readonly z.infer<Schema>[] {
  const lines = new TextDecoder().decode(readSetFile(path)).split('\n');
  const rows = lines.flatMap((line, index) => {
    if (line.trim() === '') return [];
    const place = `${path}, line ${index + 1}`;
    return [checkShape(parseJson(line, place), schema, place)];
  });
  if (rows.length === 0) throw setFaultIn('empty', `${path} has no line.`);
  return rows;
}
