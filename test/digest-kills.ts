import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect } from 'vitest';
import { smtpServer } from './smtp/server.ts';
import { addReaders, pressOfTwoWeeks, week } from './src/publish/digest/world.ts';

const program = join(import.meta.dirname, '../dist/src/main.js');

/** Park–Miller: the moments of a failing run can be had again from its seed. */
function randomFrom(start: number): () => number {
  let state = start % 2_147_483_647;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/**
 * `kills` times `digest send` is killed at a seeded step of its talk with the mail server, then it
 * runs to its end: every reader has one copy, and a second only of a letter that was in doubt.
 */
export async function killWhileSending(kills: number, seed: number): Promise<void> {
  const database = await pressOfTwoWeeks();
  const server = await smtpServer();
  const readers = Array.from({ length: 20 + kills * 2 }, (_, index) => `r${index}@example.org`);
  await addReaders(database, readers);
  const folder = await mkdtemp(join(tmpdir(), 'column-inches-letters-'));
  const random = randomFrom(seed);
  const run = async (steps: number) => {
    const child = spawn(process.execPath, [program, 'digest', 'send', '--week', week], {
      env: {
        COLUMN_INCHES_DATA: folder,
        DATABASE_URL: database.databaseUrl,
        COLUMN_INCHES_SMTP_URL: server.url,
        COLUMN_INCHES_MAIL_FROM: 'letters@inches.example',
      },
      stdio: 'ignore',
    });
    let left = steps;
    server.watch(() => {
      if ((left -= 1) === 0) child.kill('SIGKILL');
    });
    await new Promise((resolve) => child.once('exit', resolve));
  };
  try {
    for (let count = 0; count < kills; count += 1) await run(1 + Math.floor(random() * 14));
    // The time of letters that were being handed over is over.
    await sql`update deliveries set claimed_until = now() - interval '1 minute'
      where state = 'handing-over'`.execute(database.db);
    await run(Infinity);
  } finally {
    server.watch(null);
    await rm(folder, { recursive: true, force: true });
  }
  const { rows } = await sql<{ count: number }>`select count(*)::integer as count
    from deliveries where resent`.execute(database.db);
  const copies = readers.map((reader) => server.letters.filter(({ to }) => to === reader).length);
  const twice = copies.filter((count) => count === 2).length;
  expect(Math.min(...copies)).toBe(1);
  expect(Math.max(...copies)).toBeLessThanOrEqual(2);
  expect(twice).toBeLessThanOrEqual(rows[0]?.count ?? 0);
}
