import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { decodeText } from '../crawlers/index.ts';
import { ColumnInchesError } from '../src/domain/index.ts';
import { type SamplePage, spread } from './sample-press.ts';

const folders = ['extraction/html', 'dates/html', 'pages'];

/**
 * Pages of a folder of evaluation sets, evenly from all of them. Their addresses are made up: time
 * does not depend on them.
 * @throws ColumnInchesError where the folder has no page
 */
export function savedPages(dataFolder: string, most: number): readonly SamplePage[] {
  const files = folders
    .map((folder) => join(dataFolder, folder))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder)
        .filter((file) => /\.html(\.gz)?$/.test(file))
        .map((file) => join(folder, file)),
    );
  if (files.length === 0) {
    throw new ColumnInchesError({
      code: 'input/no-pages',
      verdict: 'stop-run',
      message: `${dataFolder} has no page (.html or .html.gz) in ${folders.join(', ')}.`,
    });
  }
  return spread(files, most).map((file, index) => {
    const bytes = readFileSync(file);
    const { text } = decodeText(file.endsWith('.gz') ? gunzipSync(bytes) : bytes);
    return { url: `https://press.example/page-${index}.html`, html: text };
  });
}
