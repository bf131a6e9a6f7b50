import {
  type Database,
  demoIsShown,
  disputedLooks,
  type TakenLook,
  takenLook,
} from '../../db/index.ts';
import type { LookDispute, LookTask } from '../domain/index.ts';

/** What people do with looks at front pages: they judge the picture, not the text. */
export interface LookDesk {
  /** A look this coder has taken; null for any other task. */
  lookTask(coder: string, taskId: string): Promise<LookTask | null>;
  lookDisputes(adjudicator: string): Promise<readonly LookDispute[]>;
  lookDispute(adjudicator: string, taskId: string): Promise<LookDispute | null>;
}

function taskOf(taken: TakenLook): LookTask {
  const { status, viewport: name, width, height, takenAt, reasons, ...task } = taken;
  return {
    ...task,
    viewport: { name, width, height },
    takenAt: takenAt.toISOString(),
    reasons: reasons.map(({ vi, en }) => ({ vi, en })),
    locked: status !== 'open',
  };
}

/** Opens that part of the desk. */
export function lookDesk({ db }: Database): LookDesk {
  const lookDisputes = async (adjudicator: string) => {
    const asking = { adjudicator, demo: await demoIsShown(db), limit: 200 };
    return (await disputedLooks(db, asking)).flatMap(({ readings, ...taken }): LookDispute[] => {
      const [first, second] = readings;
      return first && second ? [{ task: taskOf(taken), readings: [first, second] }] : [];
    });
  };
  return {
    lookTask: async (coder, taskId) => {
      const taken = await takenLook(db, taskId, coder);
      return taken && taskOf(taken);
    },
    lookDisputes,
    lookDispute: async (adjudicator, taskId) => {
      const all = await lookDisputes(adjudicator);
      return all.find(({ task }) => task.taskId === taskId) ?? null;
    },
  };
}
