import { sql } from 'kysely';
import { beforeEach } from 'vitest';
import { readFigures } from '../../../../src/publish/index.ts';
import {
  createDigests,
  createMailDoor,
  type DigestOptions,
} from '../../../../src/publish/index.ts';
import {
  confirmSubscriber,
  type Database,
  askSubscriber,
  recordFetch,
  refreshCoverage,
  saveOutlets,
  saveRegister,
} from '../../../../db/index.ts';
import { simulatedClock } from '../../../../src/demo/index.ts';
import { mention, outlet, personIn, register, page as sourcePage } from '../../../db/world.ts';
import { type TestDatabase, testDatabase } from '../../../database.ts';
import { quietLog } from '../../context.ts';
import { smtpServer } from '../../../smtp/server.ts';
import { store } from '../press.ts';

export const week = '2026-03-09';
const origin = 'https://inches.example';

/** Two outlets, two weeks; in the second one outlet b is not crawled for its last two days. */
export async function pressOfTwoWeeks(): Promise<TestDatabase> {
  const database = await testDatabase();
  const { db } = database;
  await saveOutlets(db, [outlet({ id: 'a' }), outlet({ id: 'b' })]);
  await saveRegister(db, register, { demo: false });
  for (let day = 2; day <= 15; day += 1) {
    const date = `2026-03-${String(day).padStart(2, '0')}`;
    for (const outletId of ['a', 'b']) {
      if (outletId === 'b' && day > 13) continue;
      const url = `https://${outletId}.example/rss`;
      const at = `${date}T01:00:00Z`;
      await recordFetch(db, sourcePage({ outletId, url, at, kind: 'source' }), null);
      const who = day < 9 || outletId === 'a' ? ['le-an'] : ['le-an', 'tran-binh'];
      await store(database, {
        outletId,
        url: `https://${outletId}.example/${day}`,
        at: `${date}T02:00:00Z`,
        publishedAt: `${date}T09:00:00+07:00`,
        persons: who.map((personId) => personIn({ personId, fraction: 1 / who.length })),
        mentions: who.map((personId) => mention({ personId })),
      });
    }
  }
  await refreshCoverage(db);
  return database;
}

/** A mail server, and a fresh database of those weeks without letters or readers for each test. */
export async function mailedPress() {
  const server = await smtpServer();
  const database = await pressOfTwoWeeks();
  beforeEach(async () => {
    await sql`truncate digests, subscribers cascade`.execute(database.db);
    server.trouble(null);
    server.letters.splice(0);
  });
  return { server, database };
}

/** A desk on the Monday after, its clock in the test's hands. */
export function deskOver(
  database: Database,
  options: { readonly smtpUrl: string | null } & Partial<DigestOptions>,
) {
  const { smtpUrl, ...rest } = options;
  const clock = simulatedClock(new Date('2026-03-16T00:00:00Z'));
  const from = 'letters@inches.example';
  const desk = createDigests(database, {
    figures: readFigures,
    log: quietLog,
    now: () => clock.now(),
    timeZone: 'Asia/Ho_Chi_Minh',
    origin,
    openMail:
      smtpUrl === null
        ? null
        : () =>
            createMailDoor({ url: smtpUrl, from, log: quietLog, silenceMs: 300, letterMs: 900 }),
    ...rest,
  });
  return { desk, clock };
}

/** Confirmed readers, by the same two steps as everybody's. */
export async function addReaders(
  database: Database,
  addresses: readonly string[],
  language: 'vi' | 'en' = 'vi',
): Promise<void> {
  const now = new Date('2026-03-10T00:00:00Z');
  for (const [index, address] of addresses.entries()) {
    const confirmToken = `${address.length}${index}`.padStart(40, '0');
    const token = `${index}${address.length}`.padEnd(40, 'a');
    const asked = { address, language, token, confirmToken, now };
    const taken = await askSubscriber(database.db, asked);
    if (taken) await confirmSubscriber(database.db, taken.confirmToken, now);
  }
}
