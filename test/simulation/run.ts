import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { folderArchive } from '../../db/index.ts';
import { type TestDatabase, testDatabase } from '../database.ts';
import { simulate, type Simulated } from './simulate.ts';

/**
 * Simulates one seed after another on one database that is emptied between them, and answers those
 * that broke a promise. `SIMULATION_SEED=17 npx vitest run test/simulation.test.ts` replays one.
 */
export async function simulateSeeds(
  seeds: readonly number[],
): Promise<{ readonly faulty: readonly Simulated[]; readonly cutRuns: number }> {
  const database = await testDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'simulation-'));
  const faulty: Simulated[] = [];
  let cutRuns = 0;
  try {
    for (const seed of seeds) {
      await empty(database);
      const archive = folderArchive(folder, { durable: false });
      const result = await simulate(seed, { database, archive }).catch((thrown: unknown) => ({
        seed,
        broken: [String(thrown)],
        cutRuns: 0,
      }));
      cutRuns += result.cutRuns;
      if (result.broken.length > 0) faulty.push(result);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return { faulty, cutRuns };
}

async function empty({ db }: TestDatabase): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select quote_ident(tablename) as name from pg_tables
    where schemaname = 'public' and tablename not like '%migration%'`.execute(db);
  await sql`truncate ${sql.raw(rows.map(({ name }) => name).join(', '))} cascade`.execute(db);
}

/** The failing seeds, each with what it broke and how to see it again. */
export function describeFaulty(faulty: readonly Simulated[]): string {
  return faulty
    .map(({ seed, broken }) => `seed ${seed} (SIMULATION_SEED=${seed}): ${broken.join('; ')}`)
    .join('\n');
}
