import { simpleParser } from 'mailparser';
import { expect, test } from 'vitest';
import { listSubscribers } from '../../../../db/index.ts';
import { serverFor } from '../../web/server-for-tests.ts';
import { deskOver, mailedPress, week } from './world.ts';

const { server, database } = await mailedPress();

const form = { 'content-type': 'application/x-www-form-urlencoded' };
const stateNow = async () => (await listSubscribers(database.db))[0]?.state;

test('a reader asks, confirms by a button, reads, and leaves by one click', async () => {
  const { desk } = deskOver(database, { smtpUrl: server.url });
  const app = serverFor(undefined, { digests: desk });
  const ask = (payload: string) =>
    app.inject({ method: 'POST', url: '/digest', headers: form, payload });
  expect((await ask('address=no-address&language=vi')).statusCode).toBe(400);
  const injected = encodeURIComponent('a@b.example\r\nBcc: all@example.org');
  expect((await ask(`address=${injected}&language=vi`)).statusCode).toBe(400);
  expect(server.letters).toEqual([]);
  await ask('address=lan@example.org&language=vi');
  // Once an hour, and the answer tells nothing of who is known.
  const again = await ask('address=LAN@example.org&language=vi');
  expect([again.statusCode, server.letters.length]).toEqual([200, 1]);
  const mail = await simpleParser(Buffer.from(server.letters[0]?.raw ?? '', 'latin1'));
  const confirm = /https:\/\/inches\.example(\/digest\/confirm\/[0-9a-f]{40})/.exec(
    mail.text ?? '',
  );
  const url = confirm?.[1] ?? '';
  // Programs that open every link of a letter begin nothing.
  await app.inject({ url });
  expect(await stateNow()).toBe('pending');
  await app.inject({ method: 'POST', url, headers: form, payload: '' });
  expect(await stateNow()).toBe('active');
  await desk.send(week, new AbortController().signal);
  const head = server.letters[1]?.raw ?? '';
  const leave = /^List-Unsubscribe: <https:\/\/inches\.example([^>]+)>/m.exec(head)?.[1] ?? '';
  await app.inject({ url: leave });
  expect(await stateNow()).toBe('active');
  const part = 'Content-Disposition: form-data; name="List-Unsubscribe"';
  const payload = `--x\r\n${part}\r\n\r\nOne-Click\r\n--x--\r\n`;
  const headers = { 'content-type': 'multipart/form-data; boundary=x' };
  const left = await app.inject({ method: 'POST', url: leave, headers, payload });
  expect([left.statusCode, await stateNow()]).toEqual([200, 'ended']);
  // The old link does not bring anyone back.
  await app.inject({ method: 'POST', url, headers: form, payload: '' });
  expect(await stateNow()).toBe('ended');
  const list = await app.inject({ url: '/digest?lang=vi' });
  expect(list.body).toMatch(new RegExp(`/digest/${week}[^>]*>[^<]*\\d\u2060–\u2060\\d`));
  const page = await app.inject({ url: `/digest/${week}?lang=vi` });
  expect(page.statusCode).toBe(200);
  expect(page.body).not.toContain('/digest/leave/');
  const picture = await app.inject({ url: `/digest/${week}/vi/shares.png` });
  expect(picture.rawPayload.subarray(1, 4).toString()).toBe('PNG');
  expect((await app.inject({ url: '/digest.atom?lang=vi' })).body).toContain('<entry>');
});
