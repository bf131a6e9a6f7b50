import { simpleParser } from 'mailparser';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { personalMailOf } from '../../../src/commands/personal-mail.ts';
import { testDatabase } from '../../database.ts';
import { smtpServer } from '../../smtp/server.ts';
import { testContext } from '../context.ts';
import { type House, member, openHouse, password, Visitor } from '../web/review/house.ts';

const server = await smtpServer();
let house: House;
beforeAll(async () => {
  const config = { smtpUrl: server.url, mailFrom: 'letters@inches.example' };
  const mail = personalMailOf(testContext({ config }).context);
  house = await openHouse(await testDatabase(), undefined, mail);
}, 60_000);
afterAll(() => house.app.close());

const invite = (visitor: Visitor, mail: string) =>
  visitor.submit('/admin/users', '/admin/users/invite', { role: 'coder', note: 'Bình', mail });

const links = (text: string) => text.match(/http:\/\/127\.0\.0\.1:8080\/join\/[\w-]+/g) ?? [];

test.each<[string, string, string]>([
  ['vi', 'Lời mời đọc tin cùng Column Inches', 'Thư mời đã được gửi.'],
  ['en', 'Invitation to Column Inches', 'The invitation was sent by mail.'],
])(
  'an invitation goes out by mail in %s, and its link makes the account once',
  async (language, subject, said) => {
    const administrator = await member(house, 'administrator');
    administrator.cookies.set('lang', language);
    const to = `invited-${language}@reader.example`;
    server.letters.length = 0;
    const page = await invite(administrator, ` ${to} `);
    expect(page.body).toContain(said);
    expect(server.letters.map((sent) => [sent.to, sent.from])).toEqual([
      [to, 'letters@inches.example'],
    ]);
    const letter = await simpleParser(server.letters[0]?.raw ?? '');
    expect(letter.subject).toBe(subject);
    const [link = ''] = links(letter.text ?? '');
    expect(links(String(letter.html))).toContain(link);
    expect(links(page.body)).toContain(link);

    const { pathname } = new URL(link);
    const account = { name: 'Bình', email: `own-${language}@reader.example`, password };
    const reader = new Visitor(house.app, `203.0.113.${language === 'vi' ? 1 : 2}`);
    expect((await reader.submit(pathname, pathname, account)).statusCode).toBe(303);
    expect((await reader.get('/coding')).statusCode).toBe(200);
    expect((await reader.get('/admin/users')).statusCode).toBe(404);
    const late = new Visitor(house.app, '203.0.113.9');
    const again = { ...account, email: `late-${language}@reader.example` };
    await late.submit(pathname, pathname, again);
    expect((await late.get('/coding')).statusCode).not.toBe(200);
    // The trail says that a letter went, and to nobody by name.
    const trail = (await administrator.get('/admin/trail')).body;
    expect(trail).toContain(
      language === 'vi' ? 'gửi lời mời bằng thư' : 'sent an invitation by mail',
    );
    expect(trail).not.toContain(to);
  },
);

test('a server that refuses leaves the link on the page, and its answer beside it', async () => {
  const administrator = await member(house, 'administrator');
  server.letters.length = 0;
  server.trouble({ name: 'no such', at: 'rcpt', does: '550 5.1.1 nobody here' });
  const page = await invite(administrator, 'gone@reader.example');
  server.trouble(null);
  expect(server.letters).toEqual([]);
  expect(page.body).toContain('The mail server did not take the invitation');
  expect(page.body).toContain('5.1.1 nobody here');
  expect(links(page.body)).toHaveLength(1);
});

test.each<[string, boolean, string, string]>([
  ['vi', true, 'thư có thể đã tới, cũng có thể chưa', 'máy chủ thư không trả lời'],
  ['en', false, 'it may have arrived, or not', 'the mail server gave no answer'],
])('an answer that is lost is told as unknown (%s)', async (language, keeps, said, noted) => {
  const administrator = await member(house, 'administrator');
  administrator.cookies.set('lang', language);
  server.letters.length = 0;
  server.trouble({ name: 'hangs up after the letter', at: 'end', does: 'drop', keeps });
  const page = await invite(administrator, 'perhaps@reader.example');
  server.trouble(null);
  expect(server.letters).toHaveLength(keeps ? 1 : 0);
  expect(page.body).toContain(said);
  expect(page.body).not.toContain('did not take');
  expect(links(page.body)).toHaveLength(1);
  expect((await administrator.get('/admin/trail')).body).toContain(noted);
});

test('without an address nothing is mailed, and no line break in one makes a second', async () => {
  const administrator = await member(house, 'administrator');
  server.letters.length = 0;
  expect(links((await invite(administrator, '')).body)).toHaveLength(1);
  expect(server.letters).toEqual([]);
  const before = server.lines.length;
  await invite(administrator, 'a@reader.example>\r\nRCPT TO:<b@reader.example');
  const asked = server.lines.slice(before).filter((line) => line.startsWith('RCPT'));
  expect(asked.length).toBeLessThanOrEqual(1);
  expect(server.letters.map(({ to }) => to)).not.toContain('b@reader.example');
});
