import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { sentencesOf } from '../analyzers/index.ts';
import {
  askSubscriber,
  auditedAddresses,
  confirmSubscriber,
  folderArchive,
  importCoding,
  recordFetch,
  refreshCoverage,
  saveClusters,
  saveOutlets,
  saveRegister,
} from '../db/index.ts';
import {
  createDigests,
  createMailDoor,
  createNumbers,
  createPublication,
  makeExport,
  openDataOptions,
  type PublicationOptions,
  readFigures,
  refreshPublished,
  sealPlan,
} from '../src/publish/index.ts';
import type { Publication } from '../src/domain/index.ts';
import { createAccounts, createAdministration, createReviewDesk } from '../src/review/index.ts';
import { usualKeeping, type WebServerOptions } from '../src/web/index.ts';
import { type TestDatabase, testDatabase } from './database.ts';
import { mention, outlet, page, personIn, register } from './db/world.ts';
import { sampleOperator } from './readers-operator.ts';
import { sampleAir, sampleFrontPages, sampleOperations } from './readers-samples.ts';
import { challengeDesk } from './src/commands/challenge-desk.ts';
import { quietLog } from './src/context.ts';
import { store } from './src/publish/press.ts';
import { type House, member } from './src/web/review/house.ts';
import { serverFor } from './src/web/server-for-tests.ts';

/** A small press with everything a page can show, served by a real server. */
export interface ReadersHouse extends House {
  readonly database: TestDatabase;
  readonly publication: Publication;
  readonly itemId: string;
  /** Another item that mentions the same person. */
  readonly otherItemId: string;
  readonly storyId: string;
  readonly exportHash: string;
  readonly challengeId: string;
  readonly takedownId: string;
  readonly planHash: string;
  /** Links of letters: of the one that asks to confirm, and of one that can be ended. */
  readonly confirmToken: string;
  readonly leaveToken: string;
  /** An invitation nobody has taken up. */
  readonly invitation: string;
  /** A task that the administrator has taken, and one whose readings differ. */
  readonly taskId: string;
  readonly disputeId: string;
  /** Cookies of an administrator, who may open every page. */
  readonly cookies: ReadonlyMap<string, string>;
}

const query = { period: { from: '2026-03-02', to: '2026-03-06' }, outlets: null, demo: false };

/** Five days of two outlets; on the third day outlet b did not answer. */
async function fill(database: TestDatabase): Promise<string[]> {
  await saveOutlets(database.db, [outlet({ id: 'a' }), outlet({ id: 'b' })]);
  await saveRegister(database.db, register, { demo: false });
  const ids: string[] = [];
  for (const day of [2, 3, 4, 5, 6]) {
    for (const outletId of ['a', 'b']) {
      const failed = outletId === 'b' && day === 4;
      const at = `2026-03-0${day}T01:00:00Z`;
      const source = page({
        outletId,
        url: `https://${outletId}.example/rss`,
        at,
        kind: 'source',
        attempt: failed ? { outcome: 'failed', status: null } : {},
      });
      await recordFetch(database.db, source, null);
      if (failed) continue;
      const who = outletId === 'a' && day < 4 ? ['le-an'] : ['le-an', 'tran-binh'];
      ids.push(
        await store(database, {
          outletId,
          url: `https://${outletId}.example/${day}`,
          at,
          publishedAt: `2026-03-0${day}T09:00:00+07:00`,
          title: `Ông Lê An thăm xã số ${day}`,
          persons: who.map((personId) => personIn({ personId, fraction: 1 / who.length })),
          mentions: who.map((personId) => mention({ personId })),
        }),
      );
    }
  }
  await refreshCoverage(database.db);
  return ids;
}

/** What readers asked for and an operator laid down. */
async function publish(
  database: TestDatabase,
  parts: PublicationOptions,
  [contested, itemId]: readonly [string, string],
) {
  const publication = createPublication(database.db, parts);
  const kept = await makeExport(database.db, { query, formats: ['csv'] }, openDataOptions(parts));
  const challenge = await publication.challenges.raise({
    claim: 'other',
    itemId: null,
    personId: 'le-an',
    outletId: null,
    address: '/',
    query,
    reason: 'Con số này cao hơn tôi nghĩ.',
  });
  await publication.challenges.raise({
    claim: 'another-person',
    itemId: contested,
    personId: 'le-an',
    outletId: null,
    address: `/items/${contested}`,
    query,
    reason: 'Ông này là người ở một xã khác.',
  });
  const reason = 'Bài có nêu tên một người không giữ chức vụ nào.';
  const takedown = await publication.challenges.askTakedown({ itemId, reason });
  const { period } = query;
  const plan = await sealPlan(database.db, { title: 'Hai tuần', period, now: parts.now() });
  return {
    publication,
    exportHash: kept.hash,
    challengeId: challenge.id,
    takedownId: takedown.id,
    planHash: plan.hash,
  };
}

/** A kept letter, a reader of it, and one who has not confirmed yet. */
async function letters(database: TestDatabase, now: () => Date) {
  const desk = createDigests(database, {
    figures: readFigures,
    log: quietLog,
    now,
    timeZone: 'Asia/Ho_Chi_Minh',
    origin: 'https://inches.example',
    // Never asked for a letter: the pages are only looked at.
    openMail: () =>
      createMailDoor({ url: 'smtp://127.0.0.1:9', from: 'a@inches.example', log: quietLog }),
  });
  await desk.write(query.period.from);
  const [leaveToken, confirmToken] = ['a'.repeat(40), 'b'.repeat(40)];
  const asked = { language: 'vi', now: now() } as const;
  const reader = { address: 'lan@example.org', token: leaveToken, confirmToken: 'c'.repeat(40) };
  await askSubscriber(database.db, { ...asked, ...reader });
  await confirmSubscriber(database.db, reader.confirmToken, now());
  const waiting = { address: 'an@example.org', token: 'd'.repeat(40), confirmToken };
  await askSubscriber(database.db, { ...asked, ...waiting });
  return { digests: desk, leaveToken, confirmToken };
}

type ReviewParts = NonNullable<WebServerOptions['review']>;

/** An audit with one dispute, and an administrator who has taken a task of it. */
async function review(database: TestDatabase, app: FastifyInstance, parts: ReviewParts) {
  const { accounts, desk } = parts;
  const visitor = await member({ ...parts, app }, 'administrator');
  const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const person = await accounts.signedIn({ cookie, address: '192.0.2.1', userAgent: 'test' });
  const accountId = person?.accountId ?? '';
  await desk.openAudit(accountId, { ...query.period, items: 9, seed: 'readers' });
  const taskId = (await desk.take(accountId, 'audit')) ?? '';
  for (const { itemId } of await auditedAddresses(database.db, { demo: false })) {
    for (const [coder, text] of [
      ['first', 'whole'],
      ['second', 'part'],
    ] as const) {
      await importCoding(database.db, { demo: false, itemId, coder }, { text, persons: [] });
    }
  }
  const [dispute] = await desk.disputes(accountId);
  const invitation = await accounts.invite({ role: 'coder', note: '', invitedBy: null });
  const { cookies } = visitor;
  return { taskId, disputeId: dispute?.task.taskId ?? '', invitation, cookies };
}

/** Fills a database of the test's own and opens a server over it. */
export async function openReadersHouse(): Promise<ReadersHouse> {
  const database = await testDatabase();
  const { db } = database;
  const ids = await fill(database);
  const [first = '', second = '', third = ''] = ids;
  const members = [first, second].map((itemId) => ({ itemId, clusterId: 'story' }));
  await saveClusters(db, members, '1');
  await refreshPublished(db, sentencesOf);
  const folder = await mkdtemp(join(tmpdir(), 'readers-'));
  const archive = folderArchive(folder, { durable: false });
  const now = () => new Date('2026-03-08T02:00:00Z');
  const published = await publish(database, { sentencesOf, archive, version: '1', now }, [
    second,
    third,
  ]);
  const accounts = await createAccounts({ database, publicUrl: 'http://127.0.0.1:8080' });
  const desk = await createReviewDesk(database);
  const administration = createAdministration(database);
  const operator = { ...sampleOperator(second), ...(await challengeDesk(database, folder)) };
  const parts = { accounts, desk, administration, operator, publicUrl: null };
  const { digests, ...tokens } = await letters(database, now);
  const numbers = {
    ...createNumbers(db, { sentencesOf, archive }),
    air: sampleAir,
    frontPages: sampleFrontPages,
  };
  const app = serverFor(numbers, {
    publication: published.publication,
    operations: sampleOperations,
    digests,
    review: parts,
    keptPages: usualKeeping,
  });
  await app.ready();
  const reviewed = await review(database, app, parts);
  const served = { app, accounts, desk, administration, database };
  const shown = { itemId: second, otherItemId: third, storyId: 'story' };
  return { ...served, ...shown, ...published, ...tokens, ...reviewed };
}
