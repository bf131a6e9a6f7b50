import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, extname, join } from 'node:path';
import { ColumnInchesError } from '../domain/index.ts';

/** One file served to browsers, kept in memory: all of them together are under half a megabyte. */
interface Asset {
  readonly bytes: Buffer;
  readonly type: string;
}

export interface Assets {
  /** `/assets/<hash>`: changes with any content, so everything under it may be kept for ever. */
  readonly address: string;
  readonly files: ReadonlyMap<string, Asset>;
}

/** Where the files lie; both have defaults that fit the built package. */
export interface AssetFolders {
  /** Style sheet and icon. */
  readonly assets: string;
  /** Compiled client modules (`*.js`). */
  readonly client: string;
}

const mediaTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** Vietnamese needs two subsets: Latin, and the letters with two marks. */
const fontFiles = ['be-vietnam-pro', 'source-serif-4'].flatMap((family) =>
  ['latin', 'vietnamese'].flatMap((subset) =>
    ['400', '600'].map((weight) => ({
      family,
      file: `${family}-${subset}-${weight}-normal.woff2`,
    })),
  ),
);

const require = createRequire(import.meta.url);

/** The folders of this package, from source and from `dist` alike. */
export function defaultFolders(): AssetFolders {
  const root = dirname(require.resolve('column-inches/package.json'));
  return {
    assets: join(root, 'src', 'web', 'assets'),
    client: join(root, 'dist', 'src', 'web', 'client'),
  };
}

function readAsset(path: string): Asset {
  return {
    bytes: readFileSync(path),
    type: mediaTypes[extname(path)] ?? 'application/octet-stream',
  };
}

function listFiles(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => mediaTypes[extname(name)] !== undefined);
  } catch (cause) {
    throw new ColumnInchesError({
      code: 'web/assets-missing',
      verdict: 'stop-run',
      message:
        `The web files in ${folder} cannot be read. ` +
        'Run `npm run build`, or install the package again.',
      messageVietnamese:
        `Không đọc được các tệp web trong ${folder}. ` + 'Chạy `npm run build`, hoặc cài lại gói.',
      cause,
    });
  }
}

/** Reads style sheet, scripts and fonts once. Throws `web/assets-missing` without its folders. */
export function loadAssets(folders: AssetFolders): Assets {
  const paths = [
    ...listFiles(folders.assets).map((name) => join(folders.assets, name)),
    ...listFiles(folders.client).map((name) => join(folders.client, name)),
    ...fontFiles.map(({ family, file }) => require.resolve(`@fontsource/${family}/files/${file}`)),
  ];
  const files = new Map(paths.map((path) => [basename(path), readAsset(path)]));
  const hash = createHash('sha256');
  for (const [name, asset] of files) hash.update(name).update(asset.bytes);
  return { address: `/assets/${hash.digest('hex').slice(0, 12)}`, files };
}
