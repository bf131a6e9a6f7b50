import { createHash } from 'node:crypto';
import { writeRegisterCsv, writeRegisterPopolo } from '../../analyzers/index.ts';
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
  savePlan,
  type StoredPlan,
} from '../../db/index.ts';
import {
  ColumnInchesError,
  type Period,
  type Plan,
  type PlanContent,
  type PlanDrift,
  type Plans,
} from '../domain/index.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** What a plan sealed now would lay down, besides its title and period. */
async function present(db: Handle, demo: boolean) {
  const register = await loadRegister(db, { demo });
  const outlets = await listOutlets(db, { demo });
  return {
    outlets: outlets
      .map(({ id, name }) => ({ outletId: id, name }))
      .toSorted((one, other) => (one.outletId < other.outletId ? -1 : 1)),
    register: {
      persons: register.persons.length,
      terms: register.terms.length,
      // CSV has no dates of bodies, posts and places: an edit of one would not be noticed.
      sha256: sha256(writeRegisterPopolo(register)),
    },
    methodVersion: (await getState(db, 'methodVersion')) ?? '',
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
        const state = await present(now, demo);
        const csvHash = sha256(writeRegisterCsv(await loadRegister(now, { demo })));
        return { plan, drift: drift(plan.content, { ...state, csvHash }) };
      }),
  };
}

type State = Awaited<ReturnType<typeof present>> & { readonly csvHash: string };

/** Plans sealed before the hash was of the Popolo JSON have that of the CSV. */
function drift(planned: PlanContent, now: State): PlanDrift {
  const ids = (of: Pick<PlanContent, 'outlets'>) => of.outlets.map(({ outletId }) => outletId);
  return {
    outlets: ids(planned).join(' ') !== ids(now).join(' '),
    register: ![now.register.sha256, now.csvHash].includes(planned.register.sha256),
    method: planned.methodVersion !== now.methodVersion,
  };
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
