import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { analyze, parseRegister } from '../../../analyzers/index.ts';
import {
  type Mention,
  type MentionKind,
  type Register,
  uniformFrom,
} from '../../../src/domain/index.ts';
import { findSetFile, readJsonLines, readSetFile, setFaultIn } from '../files.ts';
import {
  type MentionScore,
  matchDocument,
  scoreMentions,
  scoreUncertain,
  variants,
} from '../mentions.ts';
import { demoSet } from '../demo-set.ts';
import { perturbations } from '../perturbations.ts';
import {
  type Figure,
  formatShare,
  meanOf,
  type ResultTable,
  type Scorer,
  shareOf,
  type Target,
  timed,
  warmName,
  type WeakCase,
} from '../result.ts';
import { type MentionGold, mentionGold } from '../sets.ts';

const kinds: readonly MentionKind[] = ['full-name', 'titled-name', 'short-name', 'title-only'];
const plainVariant = 'as it is';
/** Forms that must cost nothing, and forms with a floor of their own. */
const steadyVariants = new Set(['NFD', 'old tone placement', 'no-break spaces']);
const mostLost = 0.01;
/** Order decides whom a short name means, so turned sentences have no floor. */
const looseVariant = 'sentences turned';
const seed = 2017;
const floors: ReadonlyMap<string, number> = new Map([
  ['upper case', 0.95],
  ['no diacritics', 0.9],
]);

function readRegister(folder: string): Register {
  for (const name of ['register.json', 'register.csv']) {
    const path = findSetFile(folder, name);
    if (path === null) continue;
    return parseRegister(new TextDecoder().decode(readSetFile(path)), path);
  }
  const wanted = `${join(folder, 'register.json')} is missing (or register.csv).`;
  throw setFaultIn('file-missing', wanted);
}

/** The documents of one file of the set. */
interface DocumentFile {
  readonly name: string;
  readonly golds: readonly MentionGold[];
}

function readDocuments(folder: string): readonly DocumentFile[] {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const files = names.filter((name) => /\.jsonl(\.gz)?$/.test(name)).toSorted();
  if (files.length === 0) {
    throw setFaultIn('file-missing', `${folder} has no .jsonl file with documents.`);
  }
  const read = files.map((name) => ({
    name,
    golds: readJsonLines(join(folder, name), mentionGold),
  }));
  const seen = new Map<string, string>();
  for (const { name, golds } of read) {
    for (const { docId } of golds) {
      const earlier = seen.get(docId);
      if (earlier !== undefined) {
        throw setFaultIn('doubled', `The docId "${docId}" stands twice: ${earlier}, ${name}.`);
      }
      seen.set(docId, name);
    }
  }
  return read;
}

type Predictions = ReadonlyMap<string, readonly Mention[]>;

type Bands = MentionScore['calibration'];

interface Run {
  readonly predictions: Predictions;
  readonly score: MentionScore;
  /** Of readings that wait for review and are in no figure. */
  readonly uncertain: Bands;
  readonly cpuMs: number | null;
}

/** Gold texts begin with their headline, so the title field stays empty. */
function analyzeAll(
  golds: readonly MentionGold[],
  register: Register,
  change: (text: string) => string,
): Run {
  const times: number[] = [];
  const found = new Map(
    golds.map((gold) => {
      const text = change(gold.text);
      const { docId: id, approxDate: publishedAt, outlet = 'evaluation', place = null } = gold;
      const item = { id, outlet, publishedAt, title: '', text, place };
      const { value, cpuMs } = timed(() => analyze(item, register));
      times.push(cpuMs);
      return [id, value.mentions] as const;
    }),
  );
  const only = (isWanted: (mention: Mention) => boolean): Predictions =>
    new Map([...found].map(([id, mentions]) => [id, mentions.filter(isWanted)]));
  const predictions = only(({ counted }) => counted);
  const asked = golds.map(asScored);
  return {
    predictions,
    score: scoreMentions(asked, predictions),
    uncertain: scoreUncertain(
      asked,
      only(({ uncertain, institutional }) => uncertain && !institutional),
    ),
    cpuMs: meanOf(times),
  };
}

/** The scorer knows absent persons, not null ones. */
function asScored(gold: MentionGold) {
  const ignore = gold.ignore.map(({ start, end, personId }) => ({
    start,
    end,
    ...(personId ? { personId } : {}),
  }));
  return { ...gold, ignore };
}

function mainFigures({ score, cpuMs }: Run, mentions: number): readonly Figure[] {
  const share = (
    name: string,
    value: number | null,
    cases: { count: number; target?: Target },
  ) => ({
    name,
    value,
    unit: 'share' as const,
    ...cases,
  });
  const { mention, story, wrongPerson, hardNegatives, personFree, documents } = score;
  const alone = score.byKind['title-only'];
  const documentsCount = { count: documents };
  return [
    share('mention F1', mention.f1, { count: mentions, target: { atLeast: 0.975 } }),
    share('mention precision', mention.precision, { count: mentions }),
    share('mention recall', mention.recall, { count: mentions }),
    share('story F1', story.f1, { ...documentsCount, target: { atLeast: 0.975 } }),
    share('title alone: precision', alone.gold === 0 ? null : alone.precision, {
      count: alone.gold,
      target: { atLeast: 0.95 },
    }),
    share('title alone: recall', alone.gold === 0 ? null : alone.recall, {
      count: alone.gold,
      target: { atLeast: 0.9 },
    }),
    {
      name: 'wrong person',
      value: wrongPerson,
      unit: 'cases',
      count: mentions,
      target: { atMost: 0 },
    },
    share('hard negatives hit', shareOf(hardNegatives.hit, hardNegatives.total), {
      count: hardNegatives.total,
      target: { atMost: 0.03 },
    }),
    share('person-free with a person', shareOf(personFree.wrong, personFree.total), {
      count: personFree.total,
      target: { atMost: 0.02 },
    }),
    { name: warmName('document'), value: cpuMs, unit: 'ms', ...documentsCount },
  ];
}

function variantFigures(runs: ReadonlyMap<string, Run>, count: number): readonly Figure[] {
  const usual = runs.get(plainVariant)?.score.mention.f1 ?? 0;
  return [...runs]
    .filter(([name]) => name !== plainVariant)
    .map(([name, { score }]) => {
      const isSteady = steadyVariants.has(name) || (name in perturbations && name !== looseVariant);
      const floor = floors.get(name) ?? (isSteady ? usual - mostLost : null);
      const target = floor === null ? {} : { target: { atLeast: floor } };
      const { f1: value } = score.mention;
      return { name: `mention F1, ${name}`, value, unit: 'share', count, ...target };
    });
}

/** The same set with names, places, order or register changed: the method may not notice. */
function perturbedRuns(golds: readonly MentionGold[], register: Register): Map<string, Run> {
  return new Map(
    Object.entries(perturbations).map(([name, perturb]) => {
      const set = perturb({ golds, register }, uniformFrom(seed));
      return [name, analyzeAll(set.golds, set.register, (text) => text)];
    }),
  );
}

/** Bands of several runs as one. */
function joinedBands(runs: readonly Bands[]): Bands {
  const bands = Map.groupBy(runs.flat(), ({ from }) => from);
  return [...bands]
    .toSorted(([a], [b]) => a - b)
    .map(([from, parts]) => {
      const mentions = parts.reduce((sum, part) => sum + part.mentions, 0);
      const mean = (valueOf: (part: (typeof parts)[number]) => number): number =>
        parts.reduce((sum, part) => sum + valueOf(part) * part.mentions, 0) / mentions;
      return {
        from,
        mentions,
        meanConfidence: mean((part) => part.meanConfidence),
        right: mean((part) => part.right),
      };
    });
}

/** Precision by the kind said, recall by the kind meant. */
function kindTable({ byKind }: MentionScore): ResultTable {
  return {
    title: 'by kind',
    head: ['kind', 'n', 'precision', 'recall', 'F1'],
    rows: kinds.map((kind) => {
      const { gold, precision, recall, f1 } = byKind[kind];
      return [kind, String(gold), ...[precision, recall, f1].map((value) => formatShare(value))];
    }),
  };
}

function matchAll(golds: readonly MentionGold[], predictions: Predictions) {
  return golds.map((gold) => ({
    gold,
    match: matchDocument(asScored(gold), predictions.get(gold.docId) ?? []),
  }));
}

type Matches = ReturnType<typeof matchAll>;

/** A row for each kind meant, a column for each said; `missed` and `nothing` where one lacks. */
function confusionTable(matches: Matches): ResultTable {
  const cells = new Map<string, number>();
  const count = (meant: string, said: string) => {
    const key = `${meant} ${said}`;
    cells.set(key, (cells.get(key) ?? 0) + 1);
  };
  for (const { match } of matches) {
    for (const { gold, prediction } of match.hits) count(gold.kind, prediction.kind);
    for (const { kind } of match.misses) count(kind, 'missed');
    for (const { kind } of match.falses) count('nothing', kind);
  }
  const said = [...kinds, 'missed'];
  return {
    title: 'meant (rows) and said (columns)',
    head: ['meant', ...said],
    rows: [...kinds, 'nothing'].map((meant) => [
      meant,
      ...said.map((column) => String(cells.get(`${meant} ${column}`) ?? 0)),
    ]),
  };
}

/** Uncertain readings first: in no figure, but what they say of themselves should hold too. */
function calibrationTable(title: string, runs: readonly Run[]): ResultTable {
  const rows = (bands: Bands, note: string) =>
    bands.map(({ from, mentions, meanConfidence, right }) => [
      formatShare(from, 2) + note,
      String(mentions),
      formatShare(meanConfidence),
      formatShare(right),
    ]);
  const uncertain = rows(joinedBands(runs.map((run) => run.uncertain)), ', uncertain');
  return {
    title,
    head: ['said from', 'n', 'said on average', 'right'],
    rows: [
      ...(uncertain.length > 0 ? uncertain : [['uncertain', '0', '–', '–']]),
      ...rows(joinedBands(runs.map(({ score }) => score.calibration)), ''),
    ],
  };
}

/** What each file says by itself, where there are several: one may be far harder than another. */
function fileTables(files: readonly DocumentFile[], register: Register): readonly ResultTable[] {
  if (files.length < 2) return [];
  const runs = files.map(({ name, golds }) => ({
    name,
    mentions: golds.reduce((sum, gold) => sum + gold.mentions.length, 0),
    run: analyzeAll(golds, register, (text) => text),
  }));
  const head = ['file', 'n', 'mentions', 'precision', 'recall', 'F1', 'story F1', 'wrong person'];
  const rows = runs.map(({ name, mentions, run: { score } }) => [
    name,
    String(score.documents),
    String(mentions),
    ...[score.mention.precision, score.mention.recall, score.mention.f1, score.story.f1].map(
      (value) => formatShare(value),
    ),
    String(score.wrongPerson),
  ]);
  return [
    { title: 'by file', head, rows },
    ...runs.map(({ name, run }) => calibrationTable(`calibration: ${name}`, [run])),
  ];
}

/** Documents with the most faults first; a reason names up to three of them. */
function weakDocuments(matches: Matches): readonly WeakCase[] {
  return matches
    .map(({ gold, match }) => {
      const text = gold.text.normalize('NFC');
      const faults = [
        ...match.falses.map((mention) => {
          const surface = text.slice(mention.start, mention.end);
          return `"${surface}" is not ${mention.personId} (${mention.kind})`;
        }),
        ...match.misses.map(
          (mention) => `"${mention.surface}" is ${mention.personId} (${mention.kind}), not found`,
        ),
      ];
      return { id: gold.docId, faults };
    })
    .filter(({ faults }) => faults.length > 0)
    .toSorted((a, b) => b.faults.length - a.faults.length)
    .map(({ id, faults }) => {
      const more = faults.length > 3 ? `; and ${faults.length - 3} more` : '';
      const reason = faults.slice(0, 3).join('; ') + more;
      return { id, score: `${faults.length} faults`, reason };
    });
}

/** mentions/: every mention of a registered person, in six forms of the same texts. */
export const mentionsScorer: Scorer = {
  name: 'mentions',
  score(folder) {
    const register = readRegister(folder);
    const files = readDocuments(folder);
    const golds = files.flatMap((file) => file.golds);
    const runs = new Map(
      Object.entries(variants).map(([name, change]) => [name, analyzeAll(golds, register, change)]),
    );
    const usual = analyzeAll(golds, register, (text) => text);
    const perturbed = perturbedRuns(golds, register);
    const all = [usual, ...perturbed.values()];
    const demo = demoSet();
    const invented = analyzeAll(demo.golds, demo.register, (text) => text);
    const mentions = golds.reduce((sum, gold) => sum + gold.mentions.length, 0);
    const matches = matchAll(golds, usual.predictions);
    return {
      set: 'mentions',
      figures: [
        ...mainFigures(usual, mentions),
        ...variantFigures(new Map([...runs, ...perturbed]), mentions),
      ],
      weakest: weakDocuments(matches),
      tables: [
        kindTable(usual.score),
        confusionTable(matches),
        ...fileTables(files, register),
        calibrationTable('calibration: said, and how often right', [usual]),
        calibrationTable('calibration: with the changed sets', all),
        calibrationTable('calibration: and with the demo press', [...all, invented]),
      ],
    };
  },
};
