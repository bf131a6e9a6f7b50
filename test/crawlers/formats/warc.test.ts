import { brotliCompressSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import {
  readWarc,
  type WarcCapture,
  type WarcReading,
  writeWarc,
} from '../../../crawlers/formats/warc.ts';

const captures: WarcCapture[] = [1, 2, 3].map((n) => ({
  url: `https://bao.example/${n}`,
  at: '2026-03-06T17:05:00.000Z',
  status: n === 2 ? 404 : 200,
  headers: {
    'content-type': 'text/html; charset=utf-8',
    'content-encoding': 'gzip',
    'x-place': 'Huế',
  },
  bytes: Buffer.from(`<p>Tin số ${n}</p>`.repeat(500 * n)),
}));

async function collect<Value>(source: AsyncIterable<Value>): Promise<Value[]> {
  const values: Value[] = [];
  for await (const value of source) values.push(value);
  return values;
}
const archive = async (gzip: boolean) =>
  Buffer.concat(await collect(writeWarc(captures, { gzip })));
const body = (reading: WarcReading | undefined) =>
  Buffer.from(reading?.bytes ?? []).toString('utf8');

test.each([true, false])(
  'what is written is read back (gzip: %s), in chunks of any size',
  async (gzip) => {
    const bytes = await archive(gzip);
    const chunks = Array.from({ length: Math.ceil(bytes.length / 13) }, (_, n) =>
      bytes.subarray(n * 13, n * 13 + 13),
    );
    for (const source of [bytes, chunks]) {
      const back = await collect(readWarc(source));
      expect(
        back.map(({ url, at, status, truncated }) => ({ url, at, status, truncated })),
      ).toEqual(captures.map(({ url, at, status }) => ({ url, at, status, truncated: false })));
      for (const [index, one] of back.entries()) {
        expect(Buffer.from(one.bytes).equals(captures[index]?.bytes ?? Buffer.alloc(0))).toBe(true);
        expect(one.headers).toMatchObject({
          'content-type': 'text/html; charset=utf-8',
          'x-place': 'Huế',
        });
        expect(one.headers).not.toHaveProperty('content-encoding');
      }
    }
  },
);

test.each([true, false])(
  'a cut-off archive (gzip: %s) gives what it holds and says what was cut',
  async (gzip) => {
    const bytes = await archive(gzip);
    for (let length = 0; length < bytes.length; length += 97) {
      const back = await collect(readWarc(bytes.subarray(0, length)));
      for (const [index, one] of back.entries()) {
        const whole = captures[index]?.bytes.toString() ?? '';
        expect(
          one.truncated ? whole.startsWith(body(one).replace(/\ufffd$/, '')) : whole === body(one),
        ).toBe(true);
        if (index < back.length - 1) expect(one.truncated).toBe(false);
      }
    }
  },
);

const response = (headers: string, content: Uint8Array | string) => {
  const block = Buffer.concat([
    Buffer.from(`HTTP/1.1 200 OK\r\n${headers}\r\n\r\n`),
    Buffer.from(content),
  ]);
  return record(`WARC-Type: response\r\nContent-Length: ${block.length}`, block);
};
const record = (fields: string, block: Uint8Array | string) =>
  Buffer.concat([
    Buffer.from(
      `WARC/1.0\r\nWARC-Target-URI: <https://a.example/>\r\nWARC-Date: 2026-03-06T17:05:00Z\r\n${fields}\r\n\r\n`,
    ),
    Buffer.from(block),
    Buffer.from('\r\n\r\n'),
  ]);

test('chunks and compressions of the wire are undone', async () => {
  const bodies = [
    response('Transfer-Encoding: chunked', '4\r\nTin \r\n3\r\nmoi\r\n0\r\n\r\n'),
    response('Content-Encoding: gzip', gzipSync('Tin moi')),
    response('Content-Encoding: br', brotliCompressSync('Tin moi')),
    response('Content-Encoding: gzip', 'Tin moi'),
    response('Transfer-Encoding: chunked', 'Tin moi'),
    record('WARC-Type: resource\r\nContent-Type: text/plain\r\nContent-Length: 7', 'Tin moi'),
  ];
  const back = await collect(readWarc(Buffer.concat(bodies)));
  expect(back.map(body)).toEqual(bodies.map(() => 'Tin moi'));
});

test('what the crawler that wrote it had cut off is marked so', async () => {
  const half = response('X-A: b\r\nX-B: c', 'Tin m');
  const marked = Buffer.from(
    half.toString().replace('WARC-Type', 'WARC-Truncated: length\r\nWARC-Type'),
  );
  const back = await collect(readWarc(Buffer.concat([marked, half])));
  expect(back.map(({ truncated }) => truncated)).toEqual([true, false]);
});

test('other records, false lengths and rubbish are passed over; the limit holds', async () => {
  const good = response('X-A: b', 'Tin moi');
  const other = record('WARC-Type: request\r\nContent-Length: 5', 'hello');
  const short = record('WARC-Type: request\r\nContent-Length: 2', 'hello');
  const noLength = record('WARC-Type: response\r\nContent-Length: x', 'hello');
  const back = await collect(
    readWarc(Buffer.concat([other, short, Buffer.from('rubbish\n'), noLength, good, good])),
  );
  expect(back.map(body)).toEqual(['Tin moi', 'Tin moi']);
  const bomb = response('Content-Encoding: gzip', gzipSync(Buffer.alloc(1_000_000)));
  const [limited] = await collect(readWarc(bomb, { maxBytes: 10_000 }));
  expect(limited).toMatchObject({ truncated: true });
  expect(await collect(readWarc(Buffer.from('no archive')))).toEqual([]);
  expect(await collect(readWarc(Buffer.from([0x1f, 0x8b, 8, 0, 1, 2, 3])))).toEqual([]);
});
