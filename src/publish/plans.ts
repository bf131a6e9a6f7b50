import { createHash } from 'node:crypto';
import { methodVersion, writeRegisterCsv, writeRegisterPopolo } from '../../analyzers/index.ts';
import {
  demoIsShown,
  getState,
  type Handle,
  inSnapshot,
  inTransaction,
  listOutlets,
  listPlans,
  loadRegister,
  saveDeviation,
  saveNotice,
  savePlan,
  type StoredPlan,
} from '../../db/index.ts';
import {
  ColumnInchesError,
  type Period,
  type Plan,
  type PlanContent,
  type PlanPart,
  type Plans,
} from '../domain/index.ts';

const planParts: readonly PlanPart[] = ['outlets', 'register', 'method'];

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** What a plan sealed now would lay down, besides its title and period. */
async function present(db: Handle, demo: boolean) {
  const register = await loadRegister(db, { demo });
  const outlets = await listOutlets(db, { demo });
  return {
    outlets: outlets
      .map(({ id, name, sources }) => ({ outletId: id, name, followed: sources.length > 0 }))
      .toSorted((one, other) => (one.outletId < other.outletId ? -1 : 1)),
    register: {
      persons: register.persons.length,
      terms: register.terms.length,
      // CSV has no dates of bodies, posts and places: an edit of one would not be noticed.
      sha256: sha256(writeRegisterPopolo(register)),
    },
    // Before the first run nothing is stored: it will be the program's.
    methodVersion: (await getState(db, 'methodVersion')) ?? methodVersion,
  };
}

function planOf({ hash, sealedAt, text, deviations }: StoredPlan): Plan {
  const content = JSON.parse(text) as PlanContent;
  return { hash, sealedAt: sealedAt.toISOString(), text, content, deviations };
}

/** Sealed plans over a database. */
export function createPlans(db: Handle): Plans {
  return {
    plans: () =>
      inSnapshot(db, async (now) =>
        (await listPlans(now, { demo: await demoIsShown(now) })).map(planOf),
      ),
    plan: (hash) =>
      inSnapshot(db, async (now) => {
        const demo = await demoIsShown(now);
        const [stored] = await listPlans(now, { demo, hash });
        if (!stored) return null;
        const plan = planOf(stored);
        const differs = differences(plan.content, await stateOf(now, demo));
        const drift = {
          outlets: differs.outlets !== '',
          register: differs.register !== '',
          method: differs.method !== '',
        };
        return { plan, drift };
      }),
  };
}

type State = Awaited<ReturnType<typeof stateOf>>;

/** Plans sealed before the hash was of the Popolo JSON have that of the CSV. */
async function stateOf(db: Handle, demo: boolean) {
  const csvHash = sha256(writeRegisterCsv(await loadRegister(db, { demo })));
  return { ...(await present(db, demo)), csvHash };
}

/** How each part differs from what was sealed, without words of a language; empty = it does not. */
function differences(planned: PlanContent, now: State): Readonly<Record<PlanPart, string>> {
  const isSame = [now.register.sha256, now.csvHash].includes(planned.register.sha256);
  // Earlier versions laid down none where nothing had been measured yet.
  const isSameMethod = ['', now.methodVersion].includes(planned.methodVersion);
  return {
    outlets: outletsDiffer(planned.outlets, now.outlets),
    register: isSame ? '' : now.register.sha256,
    method: isSameMethod ? '' : now.methodVersion,
  };
}

type PlannedOutlet = PlanContent['outlets'][number];

/**
 * `+ Báo C, − Báo A`: who counts and did not, who is followed no more. Plans of earlier versions
 * do not say who was followed.
 */
function outletsDiffer(planned: readonly PlannedOutlet[], now: readonly PlannedOutlet[]): string {
  const byId = (all: readonly PlannedOutlet[]) => new Map(all.map((one) => [one.outletId, one]));
  const [before, after] = [byId(planned), byId(now)];
  const more = now.filter(({ outletId, followed }) => {
    const sealed = before.get(outletId);
    return sealed === undefined || (sealed.followed === false && followed === true);
  });
  const gone = planned.filter(({ outletId, followed }) => {
    const left = after.get(outletId);
    return left === undefined || (followed === true && left.followed === false);
  });
  // Between sign and name no line may break.
  const signs = [
    ...more.map(({ name }) => `+\u00a0${name}`),
    ...gone.map(({ name }) => `−\u00a0${name}`),
  ];
  return signs.join(', ');
}

/**
 * Notes of every plan what has come to differ from it since it was last looked at, with the date;
 * answers how many notes.
 */
export async function noticeDeviations(
  db: Handle,
  given: { readonly demo: boolean; readonly at: Date },
): Promise<number> {
  const { demo, at } = given;
  const stored = await listPlans(db, { demo });
  if (stored.length === 0) return 0;
  const state = await stateOf(db, demo);
  let noted = 0;
  for (const { hash, content } of stored.map(planOf)) {
    const differs = differences(content, state);
    for (const part of planParts) {
      if (await saveNotice(db, { hash, part, what: differs[part], at })) noted += 1;
    }
  }
  return noted;
}

/** Seals outlets, register, period and method as they are now; the hash is of every byte. */
export async function sealPlan(
  db: Handle,
  given: { readonly title: string; readonly period: Period; readonly now: Date },
): Promise<Plan> {
  const { title, period, now: sealedAt } = given;
  return inTransaction(db, async (now) => {
    const demo = await demoIsShown(now);
    const content: PlanContent = { title, period, ...(await present(now, demo)) };
    const text = `${JSON.stringify(content, null, 2)}\n`;
    const hash = sha256(text);
    await savePlan(now, { hash, demo, title, text, sealedAt });
    const [stored] = await listPlans(now, { demo, hash });
    return planOf(stored as StoredPlan);
  });
}

/** Notes, with its date, that something was done otherwise than planned. */
export async function noteDeviation(
  db: Handle,
  note: { readonly hash: string; readonly what: string; readonly at: Date },
): Promise<void> {
  if (await saveDeviation(db, note)) return;
  throw new ColumnInchesError({
    code: 'plan/unknown',
    verdict: 'stop-run',
    message: `No sealed plan has the hash "${note.hash}". See: column-inches plan list`,
    messageVietnamese: `Không có kế hoạch niêm phong nào với mã băm “${note.hash}”. Xem: column-inches plan list`,
  });
}
