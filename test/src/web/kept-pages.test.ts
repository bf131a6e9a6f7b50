import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, test, vi } from 'vitest';
import type { Numbers } from '../../../src/domain/index.ts';
import type { WebServerOptions } from '../../../src/web/index.ts';
import { sampleNumbers } from './sample/numbers.ts';
import { serverFor } from './server-for-tests.ts';

/** A server over figures that count how often they are read, and a stamp a test can change. */
function counted(
  keptPages: NonNullable<WebServerOptions['keptPages']>,
  options: Pick<WebServerOptions, 'requestsPerMinute'> = {},
) {
  const state = { reads: 0, stamp: '0 first' };
  const numbers: Numbers = {
    ...sampleNumbers,
    stamp: async () => state.stamp,
    figures: (query) => {
      state.reads += 1;
      return sampleNumbers.figures(query);
    },
  };
  return { state, app: serverFor(numbers, { keptPages, ...options }) };
}

const alwaysLook = { unlookedMs: 0, meanwhileMs: 0, renewAfterMs: 0 };

describe('kept pages', () => {
  test('are made once for all readers until something stored has changed', async () => {
    const { state, app } = counted(alwaysLook);
    const first = await app.inject({ url: '/' });
    const readsOfOne = state.reads;
    const answers = await Promise.all(Array.from({ length: 20 }, () => app.inject({ url: '/' })));
    expect(state.reads).toBe(readsOfOne);
    for (const answer of answers) expect(answer.body).toBe(first.body);
    expect(answers[0]?.headers).toMatchObject({
      etag: first.headers.etag,
      'content-type': first.headers['content-type'],
      'content-security-policy': first.headers['content-security-policy'],
      'content-language': 'vi',
    });
    state.stamp = '0 second';
    await app.inject({ url: '/' });
    expect(state.reads).toBe(2 * readsOfOne);
  });

  test('are made once where many ask at the same time', async () => {
    const { state, app } = counted(alwaysLook);
    await app.ready();
    await app.inject({ url: '/' });
    const readsOfOne = state.reads;
    state.stamp = '0 second';
    await Promise.all(Array.from({ length: 20 }, () => app.inject({ url: '/' })));
    expect(state.reads).toBe(2 * readsOfOne);
  });

  test('differ by language, compression and address; who has one gets 304', async () => {
    const { app } = counted(alwaysLook);
    const vietnamese = await app.inject({ url: '/' });
    const english = await app.inject({ url: '/', headers: { 'accept-language': 'en' } });
    expect(english.headers['content-language']).toBe('en');
    expect(english.body).not.toBe(vietnamese.body);
    const unpack = { gzip: gunzipSync, br: brotliDecompressSync };
    for (const encoding of ['gzip', 'br'] as const)
      for (const _ of ['made', 'kept', 'kept'])
        for (const [headers, page] of [
          [{}, vietnamese],
          [{ 'accept-language': 'en' }, english],
        ] as const) {
          const packed = { ...headers, 'accept-encoding': encoding };
          const answer = await app.inject({ url: '/', headers: packed });
          expect(answer.headers['content-encoding']).toBe(encoding);
          expect(answer.headers['content-length']).toBe(String(answer.rawPayload.length));
          expect(unpack[encoding](answer.rawPayload).toString()).toBe(page.body);
        }
    const known = { 'if-none-match': String(vietnamese.headers.etag) };
    const again = await app.inject({ url: '/', headers: known });
    expect([again.statusCode, again.body]).toEqual([304, '']);
  });

  test('are never those of a reader with a session, a choice of language, or a form', async () => {
    const { state, app } = counted(alwaysLook);
    for (const request of [
      { url: '/', headers: { cookie: 'session=1' } },
      { url: '/?lang=en' },
      { url: '/challenge?claim=figure' },
    ]) {
      await app.inject(request);
      const before = state.reads;
      const answer = await app.inject(request);
      const isForm = request.url.startsWith('/challenge');
      if (!isForm) expect(state.reads).toBeGreaterThan(before);
      if (isForm) expect(answer.headers['cache-control']).toBe('no-store');
    }
  });

  test('may be sent for a moment without looking, and while the next one is made', async () => {
    const moment = counted({ ...alwaysLook, unlookedMs: 60_000 });
    const first = await moment.app.inject({ url: '/' });
    const readsOfOne = moment.state.reads;
    moment.state.stamp = '0 second';
    expect((await moment.app.inject({ url: '/' })).body).toBe(first.body);
    expect(moment.state.reads).toBe(readsOfOne);
    // Whoever sends something sees what it has changed.
    await moment.app.inject({ method: 'POST', url: '/challenge' });
    await moment.app.inject({ url: '/' });
    expect(moment.state.reads).toBe(2 * readsOfOne);
  });

  test('are sent as they were while the next one is made behind the reader’s back', async () => {
    const { state, app } = counted({ ...alwaysLook, meanwhileMs: 60_000 });
    const first = await app.inject({ url: '/' });
    const readsOfOne = state.reads;
    state.stamp = '0 second';
    const meanwhile = await Promise.all([1, 2, 3].map(() => app.inject({ url: '/' })));
    for (const answer of meanwhile) expect(answer.body).toBe(first.body);
    await vi.waitFor(() => expect(state.reads).toBe(2 * readsOfOne));
    await app.inject({ url: '/' });
    expect(state.reads).toBe(2 * readsOfOne);
  });

  test('are not made again before their time, but for a takedown', async () => {
    const { state, app } = counted({ ...alwaysLook, meanwhileMs: 60_000, renewAfterMs: 60_000 });
    const first = await app.inject({ url: '/' });
    const readsOfOne = state.reads;
    state.stamp = '0 second';
    for (const _ of [1, 2, 3]) expect((await app.inject({ url: '/' })).body).toBe(first.body);
    expect(state.reads).toBe(readsOfOne);
    state.stamp = '1 third';
    await app.inject({ url: '/' });
    expect(state.reads).toBe(2 * readsOfOne);
  });

  test('are looked at once for all pages and readers of a moment', async () => {
    let looks = 0;
    const numbers: Numbers = { ...sampleNumbers, stamp: async () => `0 ${(looks += 1)}` };
    const keptPages = { unlookedMs: 60_000, meanwhileMs: 60_000, renewAfterMs: 0 };
    const app = serverFor(numbers, { keptPages });
    const urls = ['/', '/method', '/gaps'];
    await Promise.all(urls.map((url) => app.inject({ url })));
    expect(looks).toBe(1);
    await app.inject({ method: 'POST', url: '/challenge' });
    await app.inject({ url: '/' });
    expect(looks).toBeGreaterThan(1);
  });

  test('are never sent as they were before a takedown, nor kept if made while something came', async () => {
    const { state, app } = counted({ ...alwaysLook, meanwhileMs: 60_000 });
    await app.inject({ url: '/' });
    const readsOfOne = state.reads;
    state.stamp = '1 second';
    await app.inject({ url: '/' });
    expect(state.reads).toBe(2 * readsOfOne);

    const slow = counted({ ...alwaysLook, unlookedMs: 60_000, meanwhileMs: 60_000 });
    await slow.app.ready();
    const begun = slow.app.inject({ url: '/' });
    await vi.waitFor(() => expect(slow.state.reads).toBeGreaterThan(0));
    await slow.app.inject({ method: 'POST', url: '/challenge' });
    await begun;
    const reads = slow.state.reads;
    await slow.app.inject({ url: '/' });
    expect(slow.state.reads).toBeGreaterThan(reads);
  });

  test('of the overview are there in both languages before anyone asks for it', async () => {
    const ahead = { pages: ['/'], everyMs: 3_600_000 };
    // What the server asks of itself is no reader’s request.
    const { state, app } = counted({ ...alwaysLook, ahead }, { requestsPerMinute: 2 });
    await app.listen({ host: '127.0.0.1', port: 0 });
    await vi.waitFor(() => expect(state.reads).toBe(4));
    for (const language of ['vi-VN,vi;q=0.9,en;q=0.8', 'en-GB,en;q=0.9']) {
      const headers = { 'accept-language': language, 'accept-encoding': 'gzip, deflate, br' };
      const answer = await app.inject({ url: '/', headers });
      expect(answer.headers['content-language']).toBe(language.slice(0, 2));
      expect(answer.headers['content-encoding']).toBe('br');
    }
    expect((await app.inject({ url: '/' })).statusCode).toBe(429);
    expect(state.reads).toBe(4);
    await app.close();
  });

  test('are the same at each of the server’s addresses, but for feeds, which name it', async () => {
    const { state, app } = counted(alwaysLook);
    const at = (host: string, url: string) => app.inject({ url, headers: { host } });
    await at('one.example', '/');
    const reads = state.reads;
    await at('two.example', '/');
    expect(state.reads).toBe(reads);
    for (const host of ['one.example', 'two.example'])
      expect((await at(host, '/corrections.atom')).body).toContain(`http://${host}/`);
  });

  test('an answer that fails is not kept and holds nobody up', async () => {
    let fails = true;
    const numbers: Numbers = {
      ...sampleNumbers,
      stamp: async () => 'same',
      figures: (query) =>
        fails ? Promise.reject(new TypeError('no figures')) : sampleNumbers.figures(query),
    };
    const app = serverFor(numbers, { keptPages: alwaysLook });
    const failed = await Promise.all([1, 2, 3].map(() => app.inject({ url: '/' })));
    expect(failed.map(({ statusCode }) => statusCode)).toEqual([500, 500, 500]);
    fails = false;
    expect((await app.inject({ url: '/' })).statusCode).toBe(200);
  });
});
