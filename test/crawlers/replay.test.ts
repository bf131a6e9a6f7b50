import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import zlib from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { createReplayDoor, type ReplayedPage, replayPages } from '../../crawlers/index.ts';
import { SetClock } from './press.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'replay-'));
afterAll(() => rmSync(folder, { recursive: true }));
const page = (head: string, body = 'Chào') =>
  `<html><head>${head}</head><body>${body}</body></html>`;
const files: Readonly<Record<string, string | Uint8Array>> = {
  'a.html': page(
    '<meta property="og:url" content="https://thu.example/wrong"><link rel="canonical" href="https://thu.example/a.html?utm_source=x">',
  ),
  'b.html.gz': zlib.gzipSync(
    page('<meta content="https://thu.example/b?x=1&amp;y=2" property="og:url"/>'),
  ),
  'c.html': page('<title>no address</title>'),
  'd.htm': page('<link rel=canonical href=/relative>'),
  'sub/e.html': page('<link rel="canonical" href="https://thu.example/not-this">'),
  'bomb.html.gz': zlib.gzipSync(Buffer.alloc(20_000_000)),
  'broken.html.gz': zlib.gzipSync('x'.repeat(500)).subarray(0, 15),
  'notes.txt': 'not a page',
  'pages.jsonl':
    '{"file":"sub/e.html","url":"https://thu.example/e","capturedAt":"2026-03-07T06:00:00+07:00"}\n',
};
mkdirSync(path.join(folder, 'sub'));
for (const [name, bytes] of Object.entries(files)) writeFileSync(path.join(folder, name), bytes);

async function read(where: string) {
  const pages: ReplayedPage[] = [];
  const skipped: string[] = [];
  for await (const found of replayPages(where, {
    onSkipped: ({ message }) => skipped.push(message),
  })) {
    pages.push(found);
  }
  return { pages, skipped };
}

describe('replayPages', () => {
  it('reads a folder in order, each page by its own address or the index', async () => {
    const { pages, skipped } = await read(folder);
    expect(pages.map(({ url }) => url)).toEqual([
      'https://thu.example/a.html',
      'https://thu.example/b?x=1&y=2',
      'https://thu.example/e',
    ]);
    expect(pages[2]?.capturedAt?.toISOString()).toBe('2026-03-06T23:00:00.000Z');
    expect(Buffer.from(pages[1]?.bytes ?? []).toString()).toContain('Chào');
    expect(skipped).toHaveLength(4);
    expect(skipped.join('\n')).toMatch(/c\.html does not say which page it is\. Name its address/);
    expect((await read(folder)).pages).toEqual(pages);
  });

  it('reads a WARC, whole pages only', async () => {
    const html = page('<title>x</title>');
    const record = (url: string, body: string, length = body.length) => {
      const http = [
        'HTTP/1.1 200 OK',
        'Content-Type: text/html',
        `Content-Length: ${length}`,
        '',
        body,
      ].join('\r\n');
      return [
        'WARC/1.1',
        'WARC-Type: response',
        'WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>',
        'WARC-Date: 2026-03-07T01:02:03Z',
        `WARC-Target-URI: ${url}`,
        'Content-Type: application/http; msgtype=response',
        `Content-Length: ${Buffer.byteLength(http)}`,
        '',
        `${http}\r\n\r\n`,
      ].join('\r\n');
    };
    const plain = html.replace('Chào', 'Chao');
    const file = path.join(folder, '..', `${path.basename(folder)}.warc`);
    writeFileSync(
      file,
      record('https://thu.example/1', plain) + record('https://thu.example/2', plain),
    );
    const { pages } = await read(file);
    rmSync(file);
    expect(pages.map(({ url, status }) => [url, status])).toEqual([
      ['https://thu.example/1', 200],
      ['https://thu.example/2', 200],
    ]);
    expect(pages[0]?.capturedAt?.toISOString()).toBe('2026-03-07T01:02:03.000Z');
    expect(Buffer.from(pages[0]?.bytes ?? []).toString()).toBe(plain);
  });

  it('tells of a path that is not there and of an index that cannot be read', async () => {
    await expect(read(`${folder}/none`)).rejects.toMatchObject({ code: 'replay/unreadable' });
    const other = mkdtempSync(path.join(tmpdir(), 'replay-'));
    writeFileSync(path.join(other, 'pages.jsonl'), '{"file":"a.html"}\n');
    await expect(read(other)).rejects.toThrow(/pages\.jsonl:1: cannot be read/);
    rmSync(other, { recursive: true });
  });
});

describe('createReplayDoor', () => {
  it('answers with the saved page for any rendering, and with 404 otherwise', async () => {
    const clock = new SetClock('2026-03-08T00:00:00Z');
    const door = await createReplayDoor(folder, { clock });
    const ask = async (url: string) =>
      await door.fetch({ url, expects: 'page', delayMs: 0, allowPrivateAddresses: false });
    expect(await ask('https://www.thu.example/e/amp?utm_medium=a#top')).toMatchObject({
      outcome: 'ok',
      status: 200,
      finalUrl: 'https://thu.example/e',
      startedAt: new Date('2026-03-07T06:00:00+07:00'),
    });
    const missing = await ask('https://thu.example/none');
    expect(missing).toMatchObject({ outcome: 'failed', status: 404, bytes: null });
    expect(missing.error?.code).toBe('fetch/not-found');
    await door.close();
  });
});
