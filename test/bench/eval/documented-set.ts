import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

const guide = join(import.meta.dirname, '../../../bench/README.md');

/** Files of the example set in bench/README.md: a line of paths in backticks, then a block. */
export function documentedFiles(): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  const example = /^((?:`[^`\s]+\/[^`\s]+\.[a-z.]+`\s?)+)\n\n```\w+\n([\s\S]*?)```$/gm;
  for (const [, paths = '', text = ''] of readFileSync(guide, 'utf8').matchAll(example)) {
    for (const [, path = ''] of paths.matchAll(/`([^`]+)`/g)) files.set(path, text);
  }
  return files;
}

/** Writes files below a folder, packed where the name ends in `.gz`. */
export function writeFiles(folder: string, files: ReadonlyMap<string, string>): void {
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), path.endsWith('.gz') ? gzipSync(text) : text);
  }
}
