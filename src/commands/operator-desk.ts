import { checkRegister, parseRegister } from '../../analyzers/index.ts';
import {
  demoIsShown,
  endSubscriber,
  listChallenges,
  listSubscribers,
  listTakedowns,
  loadRegister,
  removeFromRegister,
  saveRegister,
  writeAudit,
} from '../../db/index.ts';
import {
  type Correction,
  numberOf,
  type OperatorDesk,
  type PlanDesk,
  type SignedChange,
  type SignedDecision,
  type Subscriber,
  type SubscriberCount,
} from '../domain/index.ts';
import {
  challengesAcceptCommand,
  challengesRejectCommand,
  takedownsAcceptCommand,
  takedownsRejectCommand,
} from './challenges.ts';
import type { CommandContext, CommandInput, Station } from './command.ts';
import { backupDesk } from './operator-backup.ts';
import { checkupDesk } from './operator-checkup.ts';
import { outletsDesk } from './operator-outlets.ts';
import { letterDesk } from './operator-letters.ts';
import { replayDesk } from './operator-replay.ts';
import { commandRunner, type DeskParts, type NoteChange } from './operator-run.ts';
import { upkeepDesk } from './operator-upkeep.ts';
import { planNoteCommand, planSealCommand } from './plan.ts';
import { registerQueryCommand } from './register-query.ts';
import { saveTerm } from './operator-register.ts';
import { refuseBadRegister } from './register-check.ts';
import { registerExportCommand } from './register-export.ts';
import { refuseNothing } from './register-remove.ts';

/** Everything administrators do on pages, by the very commands that do it in a terminal. */
export function createOperatorDesk(context: CommandContext, station: Station): OperatorDesk {
  const run = commandRunner(context, station);
  const { db } = station.database;
  const note: NoteChange = ({ accountId, why }, action, subject) =>
    writeAudit(db, {
      userId: accountId,
      action,
      subject,
      ...(why === '' ? {} : { details: { why } }),
    });
  const parts: DeskParts = { context, station, run, note };
  return {
    ...outletsDesk(parts),
    ...registerDesk(parts),
    ...upkeepDesk(parts),
    ...backupDesk(parts),
    ...replayDesk(parts),
    ...checkupDesk(parts),
    ...letterDesk(parts),
    ...planDesk(parts),
    challenges: async () => listChallenges(db, { demo: await demoIsShown(db), state: 'open' }),
    takedowns: async () =>
      (await listTakedowns(db, { demo: await demoIsShown(db) })).filter(
        ({ state }) => state === 'open',
      ),
    decideChallenge: async (decision) => {
      const command = decision.accept ? challengesAcceptCommand : challengesRejectCommand;
      const printed = await run(command, decisionInput(decision));
      const action = decision.accept ? 'challenge accepted' : 'challenge rejected';
      await note(decision, action, decision.id);
      if (printed === '') return null;
      return (JSON.parse(printed) as { correction: Correction | null }).correction;
    },
    decideTakedown: async (decision) => {
      await run(
        decision.accept ? takedownsAcceptCommand : takedownsRejectCommand,
        decisionInput(decision),
      );
      await note(
        decision,
        decision.accept ? 'takedown accepted' : 'takedown rejected',
        decision.id,
      );
    },
    subscribers: async () => countSubscribers(await listSubscribers(db)),
    endSubscription: async (by, address) => {
      const wanted = address.trim().toLowerCase();
      const all = await listSubscribers(db);
      const found = all.find((one) => one.address.trim().toLowerCase() === wanted);
      if (!found || found.state === 'ended') return false;
      await endSubscriber(db, { token: found.token }, context.clock.now());
      // The trail never holds the address.
      await note(by, 'subscription ended', found.id);
      return true;
    },
  };
}

function decisionInput({ id, name, why, toPersonId }: SignedDecision): Partial<CommandInput> {
  const to = toPersonId === null ? {} : { to: toPersonId };
  return { arguments: [id], options: { by: name, why, ...to } };
}

function planDesk({ station, run, note }: DeskParts): PlanDesk {
  return {
    plans: async () => {
      const { createPlans } = await import('../publish/index.ts');
      return createPlans(station.database.db).plans();
    },
    sealPlan: async (by, { title, from, to }) => {
      const printed = await run(planSealCommand, { options: { title, from, to } });
      const { hash } = JSON.parse(printed) as { readonly hash: string };
      await note(by, 'plan sealed', hash);
      return hash;
    },
    noteDeviation: async (by, hash, what) => {
      await run(planNoteCommand, { arguments: [hash], options: { what } });
      await note(by, 'deviation noted', hash);
    },
  };
}

function registerDesk(parts: DeskParts) {
  const { station, run, note } = parts;
  const { db } = station.database;
  return {
    register: async () => loadRegister(db, { demo: await demoIsShown(db) }),
    registerFile: async (format: string) =>
      run(registerExportCommand, { options: { format, demo: await demoIsShown(db) } }),
    registerFindings: async () =>
      checkRegister(await loadRegister(db, { demo: await demoIsShown(db) })),
    queryRegister: async (by: SignedChange, posts: string) => {
      const csv = await run(registerQueryCommand, { arguments: [posts] });
      await note(by, 'register asked', posts);
      return csv;
    },
    saveTerm: async (by: SignedChange, draft: Parameters<OperatorDesk['saveTerm']>[1]) => {
      const termId = await saveTerm(db, by, draft);
      await note(by, 'term saved', termId);
    },
    importRegister: async (by: SignedChange, text: string) => {
      const read = parseRegister(text, 'register');
      refuseBadRegister(checkRegister(read), 'register');
      await saveRegister(db, read, { demo: await demoIsShown(db), by: by.name, why: by.why });
      await note(by, 'register imported', numberOf(read.persons.length, 'person'));
      return read.terms.length;
    },
    removeRegister: async (by: SignedChange, text: string) => {
      const read = parseRegister(text, 'register');
      const edit = { demo: await demoIsShown(db), by: by.name, why: by.why };
      const removal = await removeFromRegister(db, read, edit);
      refuseNothing(removal, 'register');
      const { terms, persons, kept } = removal;
      const gone = [numberOf(terms, 'term'), numberOf(persons, 'person')].join(', ');
      await note(by, 'register removed', gone);
      return { terms, persons, kept: kept.length };
    },
  };
}

function countSubscribers(all: readonly Subscriber[]): SubscriberCount[] {
  const groups = Map.groupBy(all, ({ state, language }) => `${state} ${language}`);
  return [...groups.values()].flatMap((own) => {
    const [one] = own;
    return one ? [{ state: one.state, language: one.language, count: own.length }] : [];
  });
}
