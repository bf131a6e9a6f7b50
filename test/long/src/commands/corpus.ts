// A corpus on standard input, read by the built program under a heap far smaller than the corpus.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const program = join(import.meta.dirname, '../../../../dist/src/main.js');
const register =
  'person,post,place,from,until,source\nLê Hải Đăng,Chủ tịch UBND tỉnh Sông Thanh,,2024,,fiction\n';
const sentence = 'Sáng 3/11, ông Lê Hải Đăng, Chủ tịch UBND tỉnh Sông Thanh, dự lễ thông xe. ';

export interface CorpusRun {
  readonly exitCode: number | null;
  readonly results: number;
  readonly corpusBytes: number;
  readonly told: string;
}

/** Items whose text is `textBytes` long and whose line carries as much again as `padding`. */
async function writeCorpus(path: string, items: number, size: { text: number; padding: number }) {
  const stream = createWriteStream(path);
  const text = sentence.repeat(Math.ceil(size.text / Buffer.byteLength(sentence)));
  const padding = 'x'.repeat(size.padding);
  let bytes = 0;
  for (let id = 0; id < items; id += 1) {
    const item = { id: String(id), outlet: 'bao', publishedAt: '2026-11-03', title: '', text };
    const line = `${JSON.stringify({ ...item, padding })}\n`;
    bytes += Buffer.byteLength(line);
    if (!stream.write(line)) await once(stream, 'drain');
  }
  stream.end();
  await once(stream, 'finish');
  return bytes;
}

/** Runs `analyze` over so many items with a heap of so many megabytes. */
export async function analyzeCorpus(
  items: number,
  options: { readonly text: number; readonly padding: number; readonly heapMegabytes: number },
): Promise<CorpusRun> {
  const folder = await mkdtemp(join(tmpdir(), 'corpus-'));
  try {
    const [corpus, registerFile] = [join(folder, 'items.jsonl'), join(folder, 'register.csv')];
    await writeFile(registerFile, register);
    const corpusBytes = await writeCorpus(corpus, items, options);
    const input = await open(corpus);
    const heap = `--max-old-space-size=${options.heapMegabytes}`;
    const child = spawn(process.execPath, [heap, program, 'analyze', '--register', registerFile], {
      stdio: [input.fd, 'pipe', 'pipe'],
      env: { ...process.env, LC_ALL: 'C.UTF-8' },
    });
    let results = 0;
    let told = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      for (const byte of chunk) if (byte === 0x0a) results += 1;
    });
    child.stderr?.on('data', (chunk: Buffer) => {
      told += chunk.toString();
    });
    const [exitCode] = (await once(child, 'close')) as [number | null];
    await input.close();
    return { exitCode, results, corpusBytes, told };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
