import fc from 'fast-check';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import type { OutgoingMail } from '../../../src/domain/index.ts';
import { addressFault, createMailDoor } from '../../../src/publish/mail.ts';
import { smtpServer } from '../../smtp/server.ts';
import { troubles } from '../../smtp/troubles.ts';
import { quietLog } from '../context.ts';

const server = await smtpServer();
const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const door of open.splice(0)) await door.close();
  server.trouble(null);
  server.letters.splice(0);
});

function doorTo(url: string) {
  const door = createMailDoor({
    url,
    from: 'letters@inches.example',
    log: quietLog,
    silenceMs: 400,
    letterMs: 1500,
  });
  open.push(door);
  return door;
}

function mailOf(change: Partial<OutgoingMail> = {}): OutgoingMail {
  return {
    to: 'reader@example.org',
    subject: 'Trần Văn A chiếm 23,4 % lượng tin',
    html: `<p>Thư</p>${'<p>.một dòng có dấu chấm ở đầu</p>\n'.repeat(200)}`,
    text: '.\n..\nThư của tuần\n.\n',
    language: 'vi',
    messageId: '<one@inches.example>',
    date: new Date('2026-03-16T00:00:00Z'),
    ...change,
  };
}

describe('a mail server that', () => {
  test.each(troubles)('$name', async (trouble) => {
    server.trouble(trouble);
    const withPassword = server.url.replace('//', '//letters:secret@');
    const door = doorTo(trouble.at === 'auth' ? withPassword : server.url);
    const outcome = await door.send(mailOf());
    expect(outcome.state).toBe(trouble.state);
    if (outcome.state === 'later') expect(outcome.ofHouse).toBe(trouble.ofHouse);
    if (outcome.state === 'refused') expect(outcome.address).toBe(trouble.address);
    expect(outcome.answer).not.toContain('reader@example.org');
    expect(server.letters).toHaveLength(trouble.keeps === true ? 1 : 0);
    // When the trouble is over, the same door works.
    server.trouble(null);
    expect((await door.send(mailOf({ messageId: '<two@inches.example>' }))).state).toBe('sent');
  });

  test('is not there at all', async () => {
    const outcome = await doorTo('smtp://127.0.0.1:9').send(mailOf());
    expect(outcome).toMatchObject({ state: 'later', ofHouse: true });
  });

  test('ends the connection after each letter', async () => {
    const door = doorTo(server.url);
    for (let count = 0; count < 3; count += 1) {
      expect((await door.send(mailOf())).state).toBe('sent');
      server.trouble(null);
    }
    expect(server.letters).toHaveLength(3);
  });
});

describe('the end of a letter', () => {
  test('waits for leave, when all the rest is with the server', async () => {
    let before = -1;
    const outcome = await doorTo(server.url).send(mailOf(), async () => {
      before = server.letters.length;
      return true;
    });
    expect([outcome.state, before, server.letters.length]).toEqual(['sent', 0, 1]);
  });

  test.each([
    ['is refused leave', async () => false],
    ['cannot ask for leave', async () => Promise.reject(new TypeError('the database is away'))],
  ])('%s: surely nothing arrives', async (_name, beforeEnd) => {
    const outcome = await doorTo(server.url).send(mailOf(), beforeEnd);
    expect(outcome.state).toBe('later');
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(server.letters).toEqual([]);
  });

  test('leave that comes after the time is up no longer counts', async () => {
    const outcome = await doorTo(server.url).send(
      mailOf(),
      () => new Promise((resolve) => setTimeout(() => resolve(true), 2000)),
    );
    expect(outcome.state).toBe('later');
    await new Promise((resolve) => setTimeout(resolve, 800));
    expect(server.letters).toEqual([]);
  });
});

describe('what arrives', () => {
  test('is what was sent: both texts, the picture, the headers', async () => {
    const bytes = new Uint8Array([137, 80, 78, 71]);
    const html = '<p>Chào <img src="cid:chart.png" alt="Biểu đồ"></p>';
    const headers = { 'List-Unsubscribe': '<https://inches.example/digest/leave/abc>' };
    const pictures = [{ name: 'chart.png', bytes }];
    await doorTo(server.url).send(mailOf({ html, headers, pictures }));
    const [taken] = server.letters;
    const parsed = await simpleParser(Buffer.from(taken?.raw ?? '', 'latin1'));
    expect(parsed.subject).toBe('Trần Văn A chiếm 23,4 % lượng tin');
    expect(parsed.text).toBe('.\n..\nThư của tuần\n.\n');
    expect(parsed.messageId).toBe('<one@inches.example>');
    expect(parsed.from?.value).toEqual([
      { address: 'letters@inches.example', name: 'Column Inches' },
    ]);
    expect(parsed.headers.get('content-language')).toBe('vi');
    expect(parsed.attachments[0]).toMatchObject({ cid: 'chart.png', contentType: 'image/png' });
    expect([...(parsed.attachments[0]?.content ?? [])]).toEqual([...bytes]);
  });

  test('has the headers it was given and no others, whatever is in a subject', async () => {
    const door = doorTo(server.url);
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc.constantFrom(
        'A\r\nBcc: all@example.org',
        'A\nX-Other: 1',
        'A\r\n\r\n<b>body</b>',
        'A\u2028B\u0085C\0D',
        '=?utf-8?q?=0D=0ABcc:_x@example.org?=',
      ),
    );
    await fc.assert(
      fc.asyncProperty(hostile, async (subject) => {
        server.letters.splice(0);
        await door.send(mailOf({ subject, html: '<p>x</p>', text: 'x' }));
        const raw = server.letters[0]?.raw ?? '';
        const head = raw.slice(0, raw.indexOf('\r\n\r\n')).replaceAll(/\r\n[ \t]+/g, ' ');
        const names = head.split('\r\n').map((line) => line.split(':')[0]?.toLowerCase());
        expect(new Set(names)).toEqual(new Set(expectedNames(subject)));
        expect(names.length).toBe(new Set(names).size);
        expect(server.letters[0]?.to).toBe('reader@example.org');
      }),
      { numRuns: 30 },
    );
  });

  /** nodemailer leaves a header out where nothing but blanks is left of its value. */
  function expectedNames(subject: string): string[] {
    const names = ['content-language', 'content-type', 'date', 'from', 'message-id'];
    names.push('mime-version', 'to');
    if (/[^ \t\r\n]/.test(subject)) names.push('subject');
    return names;
  }
});

test.each([
  ['in the clear on this machine', 'smtp', { disabledCommands: ['STARTTLS'] }],
  ['over STARTTLS', 'smtp', {}],
  ['over TLS from the first byte', 'smtps', { secure: true }],
])('signs in %s', async (_name, protocol, options) => {
  const seen: string[] = [];
  const plain = new SMTPServer({
    ...options,
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _session, done) => {
      seen.push(`${username}:${password}`);
      done(null, { user: username });
    },
  });
  await new Promise<void>((resolve) => void plain.listen(0, '127.0.0.1', () => resolve()));
  afterAll(() => new Promise<void>((resolve) => plain.close(() => resolve())));
  const { port } = plain.server.address() as AddressInfo;
  const door = doorTo(`${protocol}://letters:s%3Acret@127.0.0.1:${port}`);
  expect((await door.send(mailOf())).state).toBe('sent');
  expect(seen).toEqual(['letters:s:cret']);
});

test('an enhanced status code says whether the address is at fault', () => {
  expect(['5.1.1', '5.2.1', '5.2.2', '5.7.1', null].map(addressFault)).toEqual([
    'missing',
    'missing',
    'failing',
    'unharmed',
    'failing',
  ]);
});
