import { createHmac } from 'node:crypto';
import {
  adjudicate,
  codedPairs,
  type Database,
  demoIsShown,
  disputedTask,
  disputedTasks,
  exportedCodings,
  exportedLooks,
  importCoding,
  inSnapshot,
  loadRegister,
  saveDraft,
  stateOrFirst,
  streamProgress,
  submitCoding,
  type Submitted,
  takenTask,
  type TakenTask,
  takeTask,
  writeAudit,
} from '../../db/index.ts';
import type {
  CodingTask,
  CodingValue,
  Dispute,
  ExportedCoding,
  ExportedLook,
  FigureQuery,
  Register,
  ReviewStream,
  StreamProgress,
  TaskReading,
} from '../domain/index.ts';
import { ruleAgreement, type RuleAgreement } from './agreement-rules.ts';
import { type AuditDraw, keepTasksCurrent, openAudit } from './assign.ts';
import { correctionInput, type CorrectionReader, createCorrections } from './corrections.ts';
import { readCodings } from './exchange.ts';
import { type LookDesk, lookDesk } from './looks.ts';
import { type CodingPlan, planCodings } from './plan.ts';

/** A person coders may tick, with the posts that tell namesakes apart. */
export interface RegisterPerson {
  readonly personId: string;
  readonly name: string;
  readonly otherNames: readonly string[];
  readonly posts: readonly string[];
}

/** Everything coders, adjudicators and their pages do. All of it is of the world on screen. */
export interface ReviewDesk extends LookDesk {
  progress(coder: string): Promise<readonly StreamProgress[]>;
  /** The next task's id; null if none is left for this coder. */
  take(coder: string, stream: ReviewStream): Promise<string | null>;
  /** A task this coder has taken; null for any other. */
  task(coder: string, taskId: string): Promise<CodingTask | null>;
  draft(coder: string, taskId: string, value: CodingValue): Promise<boolean>;
  submit(coder: string, taskId: string, value: TaskReading): Promise<Submitted>;
  disputes(adjudicator: string): Promise<readonly Dispute[]>;
  dispute(adjudicator: string, taskId: string): Promise<Dispute | null>;
  adjudicate(adjudicator: string, taskId: string, value: TaskReading): Promise<boolean>;
  /** Of the audit as a whole; with a coder, of the tasks they took part in. */
  agreement(coder?: string): Promise<readonly RuleAgreement[]>;
  /** Codings still wanted for ±`wanted` (0–1) of the widest of the most covered persons. */
  plan(query: FigureQuery, wanted: number): Promise<CodingPlan | null>;
  persons(): Promise<readonly RegisterPerson[]>;
  /** Codings of items, then judgements of looks at front pages. */
  exported(): Promise<readonly (ExportedCoding | ExportedLook)[]>;
  /** Takes in a file of codings made elsewhere (Label Studio JSON, CSV). */
  imported(by: string, file: string): Promise<ImportedCodings>;
  openAudit(by: string, draw: Omit<AuditDraw, 'demo'>): Promise<number>;
  /** Makes tasks of what the machine doubts, brings back overtaken ones, frees forgotten places. */
  refresh(by: string | null): Promise<number>;
}

/** How many codings of a file were taken in and left out; `looks` are never taken in. */
interface ImportedCodings {
  readonly taken: number;
  readonly left: number;
  readonly looks: number;
}

interface DeskParts {
  readonly database: Database;
  readonly secret: string;
  readonly corrections: CorrectionReader;
}

function codingTask(taken: TakenTask): CodingTask {
  const isAudit = taken.stream === 'audit';
  const { status: _status, reasons, ...task } = taken;
  return {
    ...task,
    // The audit is coded blind to the machine.
    reasons: isAudit ? [] : reasons.map(({ vi, en }) => ({ vi, en })),
    candidates: isAudit ? [] : reasons.flatMap(({ personId }) => personId ?? []),
    locked: taken.status !== 'open',
  };
}

function disputeOf(task: TakenTask & { readonly codings: readonly CodingValue[] }): Dispute | null {
  const [first, second] = task.codings;
  return first && second ? { task: codingTask(task), codings: [first, second] } : null;
}

function personsOf(register: Register): RegisterPerson[] {
  const labels = new Map(register.posts.map(({ id, label }) => [id, label]));
  const terms = Map.groupBy(register.terms, ({ person }) => person);
  const collator = new Intl.Collator('vi');
  return register.persons
    .map(({ id, name, otherNames }) => ({
      personId: id,
      name,
      otherNames: otherNames.map((other) => other.name),
      posts: [...new Set((terms.get(id) ?? []).flatMap(({ post }) => labels.get(post) ?? []))],
    }))
    .toSorted((one, other) => collator.compare(one.name, other.name));
}

/** The same coder has the same name in every export, and nobody can tell whose it is. */
function anonymous(secret: string, coder: string): string {
  const hash = createHmac('sha256', secret).update(`coder ${coder}`).digest('hex');
  return `coder-${hash.slice(0, 8)}`;
}

/** A plan is for the persons with the largest shares: those whom readers compare. */
const plannedPersons = 5;

async function planOf(
  { database, corrections }: DeskParts,
  query: FigureQuery,
  wanted: number,
): Promise<CodingPlan | null> {
  return inSnapshot(database.db, async (now) => {
    const { persons } = await corrections(now, query);
    if (persons.size === 0) return null;
    const shareOf = (id: string) => persons.get(id)?.shareOfCoverage?.value ?? 0;
    const largest = [...persons.keys()].toSorted((one, other) => shareOf(other) - shareOf(one));
    const input = await correctionInput(now, query);
    return planCodings(input, { personIds: largest.slice(0, plannedPersons), wanted });
  });
}

async function importFile(
  { database, secret }: DeskParts,
  by: string,
  file: string,
): Promise<ImportedCodings> {
  const { db } = database;
  const demo = await demoIsShown(db);
  const known = new Set((await loadRegister(db, { demo })).persons.map(({ id }) => id));
  const { codings, unread, looks } = readCodings(file);
  // A file of this house come back: nobody is their own second reader.
  const read = new Set(
    (await exportedCodings(db, demo)).map((own) => `${own.itemId} ${anonymous(secret, own.coder)}`),
  );
  let taken = 0;
  for (const { itemId, coder, value } of codings) {
    // Somebody outside the register can be in no figure: such a reading is not of our codebook.
    if (value.persons.some(({ personId }) => !known.has(personId))) continue;
    if (read.has(`${itemId} ${coder}`)) continue;
    const own = anonymous(secret, `import ${coder}`);
    const became = await importCoding(db, { demo, itemId, coder: own }, value);
    if (became !== 'refused') taken += 1;
  }
  const left = codings.length + unread - taken;
  await writeAudit(db, { userId: by, action: 'codings imported', details: { taken, left, looks } });
  return { taken, left, looks };
}

/** What adjudicators and administrators do. */
function settlingParts(parts: DeskParts) {
  const { database, secret } = parts;
  const { db } = database;
  const asking = async (adjudicator: string) => ({ adjudicator, demo: await demoIsShown(db) });
  return {
    disputes: async (adjudicator: string) =>
      (await disputedTasks(db, { ...(await asking(adjudicator)), limit: 200 })).flatMap(
        (task) => disputeOf(task) ?? [],
      ),
    dispute: async (adjudicator: string, taskId: string) => {
      const task = await disputedTask(db, { ...(await asking(adjudicator)), taskId });
      return task && disputeOf(task);
    },
    adjudicate: async (adjudicator: string, taskId: string, value: TaskReading) => {
      const done = await adjudicate(db, { taskId, adjudicator }, value);
      if (done)
        await writeAudit(db, { userId: adjudicator, action: 'adjudicated', subject: taskId });
      return done;
    },
    exported: async () => {
      const demo = await demoIsShown(db);
      const all = [...(await exportedCodings(db, demo)), ...(await exportedLooks(db, demo))];
      return all.map((coding) => ({ ...coding, coder: anonymous(secret, coding.coder) }));
    },
    imported: (by: string, file: string) => importFile(parts, by, file),
    openAudit: async (by: string, draw: Omit<AuditDraw, 'demo'>) => {
      const opened = await openAudit(db, { ...draw, demo: await demoIsShown(db) });
      const details = { ...draw, opened };
      await writeAudit(db, { userId: by, action: 'audit drawn', details });
      return opened;
    },
    refresh: async (by: string | null) => {
      const demo = await demoIsShown(db);
      const opened = await keepTasksCurrent(db, demo);
      await writeAudit(db, { userId: by, action: 'doubts listed', details: { opened } });
      return opened;
    },
  };
}

/** Opens the desk over a database. */
export async function createReviewDesk(database: Database): Promise<ReviewDesk> {
  const { db } = database;
  const secret = await stateOrFirst(
    db,
    'accountsSecret',
    crypto.randomUUID() + crypto.randomUUID(),
  );
  const parts: DeskParts = { database, secret, corrections: createCorrections() };
  return {
    progress: async (coder) => streamProgress(db, coder, await demoIsShown(db)),
    take: async (coder, stream) => takeTask(db, { coder, stream, demo: await demoIsShown(db) }),
    task: async (coder, taskId) => {
      const taken = await takenTask(db, taskId, coder);
      return taken && codingTask(taken);
    },
    draft: (coder, taskId, value) => saveDraft(db, { taskId, coder }, value),
    submit: async (coder, taskId, value) => {
      const became = await submitCoding(db, { taskId, coder }, value);
      await writeAudit(db, { userId: coder, action: `coding ${became}`, subject: taskId });
      return became;
    },
    agreement: async (coder) =>
      ruleAgreement(
        await codedPairs(db, {
          demo: await demoIsShown(db),
          stream: 'audit',
          ...(coder === undefined ? {} : { coder }),
        }),
      ),
    plan: (query, wanted) => planOf(parts, query, wanted),
    persons: async () => personsOf(await loadRegister(db, { demo: await demoIsShown(db) })),
    ...lookDesk(database),
    ...settlingParts(parts),
  };
}
