import { sentencesOf } from '../../analyzers/index.ts';
import { type Archive, type Database, saveOutlets, saveRegister } from '../../db/index.ts';
import type { Log, Outlet } from '../../src/domain/index.ts';
import { finishRun, type PipelineParts, runOutlets } from '../../src/pipeline.ts';
import { createNumbers } from '../../src/publish/index.ts';
import { outlet, register } from '../db/world.ts';
import { type Dice, diceOf } from './dice.ts';
import { movedClock, shakyArchive, shakyDatabase, simulatedDoor, type Trouble } from './faults.ts';
import { makePress, outletIds, type SimulatedPress } from './press.ts';

const hourMs = 3_600_000;
// Who is called a former chairman here was one.
const terms = register.terms.map((term) =>
  term.person === 'tran-binh' ? { ...term, from: '2020', until: '2023' } : term,
);
const quiet: Log = { debug() {}, info() {}, warn() {}, error() {} };

/** How a simulated fortnight of trouble ended. */
export interface Simulated {
  readonly seed: number;
  /** Each broken promise in a sentence; empty where all were kept. */
  readonly broken: readonly string[];
  /** Runs that ended early: a lost connection, a full disk, a killed process. */
  readonly cutRuns: number;
}

/**
 * Two days of a small press through the real pipeline and the real database, with clock, network
 * and storage that fail by the seed's dice; then two runs without trouble. Whatever failed, nothing
 * may be lost, doubled or wrong afterwards. `database` must be empty and is left full.
 */
export async function simulate(
  seed: number,
  place: { readonly database: Database; readonly archive: Archive },
): Promise<Simulated> {
  const dice = diceOf(seed);
  const press = makePress(dice);
  const clock = movedClock(press.startMs);
  const trouble: Trouble = {
    dice,
    isOn: true,
    attempts: 0,
    storingFailed: 0,
    onRequest: () => undefined,
  };
  const parts: PipelineParts = {
    database: shakyDatabase(place.database, trouble),
    archive: shakyArchive(place.archive, trouble),
    door: simulatedDoor(press, clock, trouble),
    clock,
    log: quiet,
  };
  const outlets = outletIds.map(followed);
  await saveOutlets(place.database.db, outlets);
  await saveRegister(place.database.db, { ...register, terms }, { demo: false });
  let cutRuns = 0;
  for (const atMs of troubledHours(press, dice)) {
    clock.set(atMs);
    if (!(await runOnce(outlets, parts, trouble))) cutRuns += 1;
  }
  trouble.isOn = false;
  // An article asked for too young is asked for again when it is old enough: twice, hours apart.
  for (const hours of [1, 40]) {
    clock.set(press.endMs + hours * hourMs);
    if (!(await runOnce(outlets, parts, trouble)))
      throw new TypeError('a run without trouble failed');
  }
  const broken = await brokenPromises(press, place.database, trouble);
  return { seed, broken, cutRuns };
}

function followed(id: string): Outlet {
  const site = `https://${id}.example`;
  const sources = [
    { kind: 'feed', url: `${site}/tin.rss` },
    { kind: 'sitemap', url: `${site}/sitemap.xml` },
  ] as const;
  return outlet({ id, sources: [...sources], place: 'song-nam' });
}

/** Every few hours, sometimes again at once, sometimes after the clock was put back. */
function troubledHours(press: SimulatedPress, dice: Dice): number[] {
  const hours: number[] = [];
  for (let atMs = press.startMs + 5 * hourMs; atMs < press.endMs; ) {
    // A clock put back may come to a minute again, but not to the very millisecond: two attempts at
    // one address in one millisecond would be one.
    hours.push(atMs + hours.length);
    atMs += dice.pick([-1, 0, 8, 11, 14]) * hourMs + dice.between(1, 60) * 60_000;
    if (hours.length > 7) break;
  }
  return hours;
}

/** False where the run was cut off; the next one goes on from what is stored. */
async function runOnce(
  outlets: readonly Outlet[],
  parts: PipelineParts,
  trouble: Trouble,
): Promise<boolean> {
  const killed = new AbortController();
  let left = trouble.isOn && trouble.dice.chance(0.3) ? trouble.dice.between(1, 12) : Infinity;
  trouble.onRequest = () => {
    left -= 1;
    if (left <= 0) killed.abort();
  };
  try {
    await runOutlets(outlets, parts, { signal: killed.signal });
    if (killed.signal.aborted) return false;
    await finishRun(parts, { demo: false });
    return true;
  } catch (thrown) {
    if (!trouble.isOn || !String(thrown).includes('simulated')) throw thrown;
    return false;
  }
}

async function brokenPromises(
  press: SimulatedPress,
  { db }: Database,
  trouble: Trouble,
): Promise<string[]> {
  const broken: string[] = [];
  const promise = (isKept: boolean, words: string) => {
    if (!isKept) broken.push(words);
  };
  const numbers = createNumbers(db, { sentencesOf });
  const { period } = await numbers.extent();
  if (period === null) return ['nothing was stored'];
  const query = { period: { from: '2026-03-01', to: '2026-03-10' }, outlets: null, demo: false };
  const figures = await numbers.figures(query);
  const { articles } = press;
  promise(
    figures.itemsCaptured === articles.length,
    `${figures.itemsCaptured} items for ${articles.length} articles`,
  );
  for (const id of ['le-an', 'tran-binh']) {
    const wanted = articles.filter(({ persons }) => persons.includes(id)).length;
    const got = figures.persons.find(({ personId }) => personId === id)?.items ?? 0;
    promise(got === wanted, `${id} is in ${got} items, not in ${wanted}`);
  }
  for (const outletId of outletIds) {
    const stored = await numbers.outlet(outletId, query);
    for (const { title, url } of stored?.items ?? []) {
      const { pathname } = new URL(url);
      const article = articles.find((one) => one.outletId === outletId && one.path === pathname);
      const served = article?.versions.map((version) => version.title) ?? [];
      promise(served.includes(title), `${url} has the title "${title}", which was never served`);
    }
  }
  const counted = db.selectFrom('fetches').select(({ fn }) => [fn.countAll().as('rows')]);
  const rows = Number((await counted.executeTakeFirst())?.rows);
  const { attempts, storingFailed } = trouble;
  promise(
    rows >= attempts - storingFailed && rows <= attempts,
    `${rows} rows for ${attempts} attempts, of which ${storingFailed} could not be stored`,
  );
  return broken;
}
