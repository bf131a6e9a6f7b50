import { simpleParser } from 'mailparser';
import { afterAll, expect, test } from 'vitest';
import { operatorMailOf } from '../../../src/commands/operator-mail.ts';
import { smtpServer } from '../../smtp/server.ts';
import { testContext } from '../context.ts';

const server = await smtpServer();
afterAll(() => server.close());

const config = {
  operatorMail: 'me@operator.example',
  smtpUrl: server.url,
  mailFrom: 'letters@inches.example',
  publicUrl: 'https://inches.example',
};
const letter = { subject: 'Column Inches: 1 báo động mới, 0 đã hết', text: 'Báo <Sông> Lam\n' };

test('an alarm reaches the operator over a real mail server, in both parts', async () => {
  const mail = await operatorMailOf(testContext({ language: 'vi', config }).context);
  if (mail === null) throw new TypeError('there is a way to send');
  await mail.send(letter);
  expect(server.letters.map(({ to, from }) => [to, from])).toEqual([
    ['me@operator.example', 'letters@inches.example'],
  ]);
  const got = await simpleParser(server.letters[0]?.raw ?? '');
  expect(got.subject).toBe('Column Inches: 1 báo động mới, 0 đã hết');
  expect(got.text).toContain('Báo <Sông> Lam');
  expect(mail.address).toBe('https://inches.example');
  expect(got.html).toContain('Báo &lt;Sông&gt; Lam');
});

test('a letter that is refused is told as such, and without an address there is none', async () => {
  const mail = await operatorMailOf(testContext({ config }).context);
  server.trouble({ name: 'full', at: 'rcpt', does: '452 4.2.2 mailbox full' });
  await expect(mail?.send(letter)).rejects.toMatchObject({ code: 'operations/letter-not-sent' });
  server.trouble(null);
  const without = testContext({ config: { ...config, operatorMail: null } });
  expect(await operatorMailOf(without.context)).toBeNull();
});
