import { describe, expect, test } from 'vitest';
import { runCommandLine } from '../../../src/cli.ts';
import { article } from '../../crawlers/press.ts';
import { testContext } from '../context.ts';

async function extract(words: readonly string[], stdin: string, language: 'vi' | 'en' = 'en') {
  const given = testContext({ stdin, language, json: words.includes('--json') });
  const exitCode = await runCommandLine(['extract', ...words], given.context);
  return { exitCode, printed: given.printed, told: given.told.join('\n') };
}

describe('extract', () => {
  test('prints the article of a page as JSON, its time in the zone that was named', async () => {
    const page = article('Khởi công cầu mới').replace('T06:30:00+07:00', 'T06:30:00');
    const words = ['--url', 'https://bao.example/tin-1.html', '--json'];
    const { exitCode, printed } = await extract(words, page);
    expect(exitCode).toBe(0);
    expect(JSON.parse(printed[0] ?? '')).toMatchObject({
      title: 'Khởi công cầu mới',
      publishedAt: '2026-03-07T06:30:00+07:00',
      canonicalUrl: 'https://bao.example/tin-1.html',
    });
    const other = await extract([...words, '--time-zone', 'Asia/Tokyo'], page);
    expect(JSON.parse(other.printed[0] ?? '').publishedAt).toBe('2026-03-07T06:30:00+09:00');
  });

  test('a zone or an address that is none is named, with how to write it', async () => {
    const zone = await extract(['--time-zone', 'Foo/Bar'], '<p>x</p>', 'vi');
    expect(zone.exitCode).toBe(2);
    expect(zone.told).toContain('--time-zone Foo/Bar không phải múi giờ');
    const address = await extract(['--url', 'bao.example'], '<p>x</p>');
    expect([address.exitCode, address.told]).toEqual([
      2,
      expect.stringContaining('Write it whole'),
    ]);
  });

  test('nothing on standard input, and far too much, are told as that', async () => {
    expect((await extract([], '', 'vi')).told).toContain('input/no-page');
    expect((await extract([], 'x'.repeat(15 * 1024 * 1024 + 1))).told).toContain(
      'larger than 15 MB',
    );
  });
});
