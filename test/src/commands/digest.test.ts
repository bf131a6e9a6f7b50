import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { simpleParser } from 'mailparser';
import { sql } from 'kysely';
import { afterAll, describe, expect, test } from 'vitest';
import { listSubscribers } from '../../../db/index.ts';
import { runCommandLine } from '../../../src/cli.ts';
import type { Config } from '../../../src/config.ts';
import { noticeOf } from '../../smtp/notice.ts';
import { troubles } from '../../smtp/troubles.ts';
import { testContext } from '../context.ts';
import { addReaders, mailedPress, week } from '../publish/digest/world.ts';
import { stationOver } from '../station.ts';

const folder = await mkdtemp(join(tmpdir(), 'column-inches-digest-'));
const { server, database } = await mailedPress();
afterAll(() => rm(folder, { recursive: true, force: true }));

const mailing = {
  smtpUrl: server.url,
  mailFrom: 'letters@inches.example',
  publicUrl: 'https://inches.example',
};

async function run(
  words: readonly string[],
  options: { readonly stdin?: string; readonly config?: Partial<Config> } = {},
) {
  const { context, printed, told } = testContext({
    json: words.includes('--json'),
    ...(options.stdin === undefined ? {} : { stdin: options.stdin }),
    config: { dataFolder: folder, ...mailing, ...options.config },
    openStation: stationOver(database, folder),
  });
  const exitCode = await runCommandLine(words, context);
  return { exitCode, printed, told: told.join('\n') };
}
const send = (config?: Partial<Config>) =>
  run(['digest', 'send', '--week', '2026-W11', '--json'], config ? { config } : {});
const states = async () => (await listSubscribers(database.db)).map(({ state }) => state);
const idOf = (raw: string) => /^Message-ID: (<[^>]+>)\r$/m.exec(raw)?.[1] ?? '';

describe('digest preview', () => {
  test('writes what would be sent, in both languages, and sends nothing', async () => {
    await addReaders(database, ['lan@example.org']);
    const { exitCode, printed } = await run(['digest', 'preview', '--week', week, '--json']);
    expect([exitCode, server.letters]).toEqual([0, []]);
    const { isKept, letters } = JSON.parse(printed[0] ?? '{}') as {
      isKept: boolean;
      letters: { language: string; html: string; text: string; finding: string }[];
    };
    expect([isKept, letters.map(({ language }) => language)]).toEqual([false, ['vi', 'en']]);
    for (const { html, text, finding } of letters) {
      const page = await readFile(fileURLToPath(html), 'utf8');
      expect(page).toContain(finding);
      expect(await readFile(text, 'utf8')).toContain(finding);
      // Its pictures lie beside it.
      const [, picture = ''] = /src="([^"/]+\.png)"/.exec(page) ?? [];
      const bytes = await readFile(join(fileURLToPath(html), '..', picture));
      expect(bytes.subarray(1, 4).toString()).toBe('PNG');
    }
  });

  test.each(['2026-W60', '11', '2026-02-30'])('refuses %s as a week', async (given) => {
    const { exitCode, told } = await run(['digest', 'preview', '--week', given]);
    expect(exitCode).toBe(2);
    expect(told).toContain('2026-W10');
  });
});

describe('digest send', () => {
  test('sends each reader one copy, however often, and says how they stand', async () => {
    await addReaders(database, ['lan@example.org', 'mai@example.org'], 'en');
    expect((await send()).exitCode).toBe(0);
    const again = await send();
    expect(JSON.parse(again.printed[0] ?? '{}')).toMatchObject({ week, sent: 2, waiting: 0 });
    expect(server.letters.map(({ to }) => to).toSorted()).toEqual([
      'lan@example.org',
      'mai@example.org',
    ]);
  });

  test('says what is missing where no mail server is set', async () => {
    const { exitCode, told } = await send({ smtpUrl: null });
    expect(exitCode).toBe(1);
    expect(told).toContain('COLUMN_INCHES_SMTP_URL');
  });

  test('ends with 1 where the server takes none, with 3 where one is put off', async () => {
    await addReaders(database, ['lan@example.org']);
    const named = (name: string) => troubles.find((one) => one.name === name) ?? null;
    server.trouble(named('is out of space'));
    const none = await run(['digest', 'send', '--week', week]);
    expect([none.exitCode, none.printed]).toEqual([1, ['sent 0\trefused 0\twaiting 1\tunknown 0']]);
    expect(none.told).toContain('no space');
    await sql`update deliveries set next_at = queued_at`.execute(database.db);
    server.trouble(named('is greylisting'));
    expect((await send()).exitCode).toBe(3);
  });
});

describe('digest bounces', () => {
  async function sentIds(): Promise<string[]> {
    await addReaders(database, ['lan@example.org', 'mai@example.org']);
    await send();
    return server.letters.map(({ raw }) => idOf(raw));
  }

  test('a notice from a file ends the letters to a mailbox that is not there', async () => {
    const [messageId = ''] = await sentIds();
    const path = join(folder, 'notice.eml');
    await writeFile(path, noticeOf({ messageId }));
    const { exitCode, printed } = await run(['digest', 'bounces', path, '--json']);
    expect(exitCode).toBe(0);
    expect(JSON.parse(printed[0] ?? '{}')).toEqual({
      messageId,
      status: '5.1.1',
      state: 'bounced',
    });
    expect((await states()).toSorted()).toEqual(['active', 'bounced']);
    // The next letter goes to the other reader alone.
    server.letters.splice(0);
    await run(['digest', 'send', '--week', '2026-W10']);
    expect(server.letters).toHaveLength(1);
    // The same notice a second time changes nothing.
    expect((await run(['digest', 'bounces', path])).exitCode).toBe(3);
  });

  test('a full mailbox, told on standard input, is counted and stays', async () => {
    const [messageId = ''] = await sentIds();
    const stdin = noticeOf({ messageId, status: '5.2.2' });
    const { exitCode, told } = await run(['digest', 'bounces'], { stdin });
    expect([exitCode, told]).toEqual([0, 'Noted; the address: active.']);
    const bounces = (await listSubscribers(database.db)).map((one) => one.bounces);
    expect(bounces.toSorted((one, other) => one - other)).toEqual([0, 1]);
  });

  test.each([
    ['a delay', { action: 'delayed', status: '4.4.1' }, 'not a notice'],
    ['what the server thinks of the sender', { status: '5.7.1' }, 'No address is concerned'],
    ['a letter that was never sent', { messageId: '<guess@inches.example>' }, 'No address'],
  ])('%s changes no reader', async (_name, change, said) => {
    const [messageId = ''] = await sentIds();
    const { exitCode, told } = await run(['digest', 'bounces', '-'], {
      stdin: noticeOf({ messageId, ...change }),
    });
    expect(exitCode).toBe(3);
    expect(told).toContain(said);
    expect(await states()).toEqual(['active', 'active']);
  });

  test('the letter itself, sent back by hand, is no notice', async () => {
    await sentIds();
    const [letter] = server.letters;
    const parsed = await simpleParser(Buffer.from(letter?.raw ?? '', 'latin1'));
    expect(parsed.messageId).toBe(idOf(letter?.raw ?? ''));
    const { exitCode } = await run(['digest', 'bounces'], { stdin: letter?.raw ?? '' });
    expect([exitCode, await states()]).toEqual([3, ['active', 'active']]);
  });
});
