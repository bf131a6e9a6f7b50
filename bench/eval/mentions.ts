import type { MentionKind } from '../../src/domain/index.ts';

/** A span of the gold set; UTF-16 offsets in the NFC text. */
interface GoldSpan {
  readonly start: number;
  readonly end: number;
  readonly personId?: string;
}

interface GoldMention extends GoldSpan {
  readonly coreStart: number;
  readonly coreEnd: number;
  readonly surface: string;
  readonly personId: string;
  readonly kind: MentionKind;
}

/** One annotated document, a line of `dev.jsonl`. */
export interface GoldDocument {
  readonly docId: string;
  readonly approxDate: string;
  readonly title: string;
  readonly text: string;
  readonly mentions: readonly GoldMention[];
  readonly ignore: readonly GoldSpan[];
  readonly hardNegatives: readonly GoldSpan[];
  readonly story: readonly { readonly personId: string; readonly role: string }[];
}

/** A prediction to be scored. */
export interface PredictedMention {
  readonly start: number;
  readonly end: number;
  readonly personId: string;
  readonly kind: MentionKind;
  readonly confidence: number;
}

export interface Ratio {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export interface CalibrationBand {
  /** Lower end of the band of confidence. */
  readonly from: number;
  readonly mentions: number;
  readonly meanConfidence: number;
  readonly right: number;
}

/** Figures of one run; confusion and calibration are over counted mentions. */
export interface MentionScore {
  readonly documents: number;
  readonly mention: Ratio;
  readonly story: Ratio;
  readonly wrongPerson: number;
  readonly hardNegatives: { readonly hit: number; readonly total: number };
  readonly personFree: { readonly wrong: number; readonly total: number };
  readonly byKind: Readonly<Record<MentionKind, Ratio & { readonly gold: number }>>;
  readonly calibration: readonly CalibrationBand[];
}

const kinds: readonly MentionKind[] = ['full-name', 'titled-name', 'short-name', 'title-only'];

/** Forms a text may arrive in; each keeps the gold offsets, since offsets are of the NFC form. */
export const variants: Readonly<Record<string, (text: string) => string>> = {
  'as it is': (text) => text,
  NFD: (text) => text.normalize('NFD'),
  'old tone placement': withOldTones,
  'no-break spaces': (text) => text.replaceAll(' ', '\u00a0'),
  'upper case': (text) => text.toUpperCase(),
  'no diacritics': (text) =>
    text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D'),
};

function withOldTones(text: string): string {
  const moved = text
    .normalize('NFD')
    .replace(/([ou])([\u0300\u0301\u0303\u0309\u0323])([aey])(?![\p{L}\p{M}])/giu, '$1$3$2');
  return moved.normalize('NFC');
}

interface Tally {
  hits: number;
  falses: number;
  misses: number;
}

const newTally = (): Tally => ({ hits: 0, falses: 0, misses: 0 });

function ratio({ hits, falses, misses }: Tally): Ratio {
  const precision = hits + falses === 0 ? 0 : hits / (hits + falses);
  const recall = hits + misses === 0 ? 0 : hits / (hits + misses);
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { precision, recall, f1 };
}

const overlap = (a: GoldSpan, b: GoldSpan): boolean => a.start < b.end && b.start < a.end;

export interface DocumentScore {
  readonly hits: readonly { readonly prediction: PredictedMention; readonly gold: GoldMention }[];
  readonly falses: readonly PredictedMention[];
  readonly misses: readonly GoldMention[];
}

/**
 * Lenient, one to one: overlap and same person. What falls on an ignored zone or doubles a hit is
 * neither.
 */
export function matchDocument(
  gold: GoldDocument,
  predictions: readonly PredictedMention[],
): DocumentScore {
  const open = new Set(gold.mentions);
  const hits: { prediction: PredictedMention; gold: GoldMention }[] = [];
  const left: PredictedMention[] = [];
  for (const prediction of predictions.toSorted((a, b) => a.start - b.start)) {
    const best = [...open]
      .filter((mention) => mention.personId === prediction.personId && overlap(mention, prediction))
      .toSorted((a, b) => shared(b, prediction) - shared(a, prediction))[0];
    if (best) {
      open.delete(best);
      hits.push({ prediction, gold: best });
    } else left.push(prediction);
  }
  const falses = left.filter((prediction) => {
    const doubles = hits.some(
      ({ gold: mention }) =>
        mention.personId === prediction.personId && overlap(mention, prediction),
    );
    const ignored = gold.ignore.some(
      (zone) =>
        (!zone.personId || zone.personId === prediction.personId) && overlap(zone, prediction),
    );
    return !doubles && !ignored;
  });
  return { hits, falses, misses: [...open] };
}

function shared(a: GoldSpan, b: GoldSpan): number {
  return Math.min(a.end, b.end) - Math.max(a.start, b.start);
}

/** Scores predictions by document id against gold documents. */
export function scoreMentions(
  gold: readonly GoldDocument[],
  predictions: ReadonlyMap<string, readonly PredictedMention[]>,
): MentionScore {
  const matched = gold.map((document) => ({
    document,
    predictions: predictions.get(document.docId) ?? [],
    score: matchDocument(document, predictions.get(document.docId) ?? []),
  }));
  const falses = matched.flatMap(({ document, score }) =>
    score.falses.map((prediction) => ({ document, prediction })),
  );
  const hits = matched.flatMap(({ score }) => score.hits);
  const misses = matched.flatMap(({ score }) => score.misses);
  const stories = matched.map(({ document, predictions: found }) => storyTally(document, found));
  const free = stories.filter(({ wanted }) => wanted === 0);
  return {
    documents: gold.length,
    mention: ratio({ hits: hits.length, falses: falses.length, misses: misses.length }),
    story: ratio(stories.reduce((sum, { tally }) => add(sum, tally), newTally())),
    wrongPerson: falses.filter(({ document, prediction }) =>
      document.mentions.some((mention) => overlap(mention, prediction)),
    ).length,
    hardNegatives: {
      hit: falses.filter(({ document, prediction }) =>
        document.hardNegatives.some((negative) => overlap(negative, prediction)),
      ).length,
      total: gold.reduce((sum, { hardNegatives }) => sum + hardNegatives.length, 0),
    },
    personFree: { wrong: free.filter(({ tally }) => tally.falses > 0).length, total: free.length },
    byKind: byKind(
      hits,
      falses.map(({ prediction }) => prediction),
      misses,
    ),
    calibration: calibration(
      hits.map(({ prediction }) => prediction),
      falses.map(({ prediction }) => prediction),
    ),
  };
}

function add(a: Tally, b: Tally): Tally {
  return { hits: a.hits + b.hits, falses: a.falses + b.falses, misses: a.misses + b.misses };
}

function storyTally(document: GoldDocument, predictions: readonly PredictedMention[]) {
  const wanted = new Set(document.story.map(({ personId }) => personId));
  const soft = new Set(document.ignore.map(({ personId }) => personId));
  const found = new Set(predictions.map(({ personId }) => personId));
  const tally = newTally();
  for (const person of found) {
    if (wanted.has(person)) tally.hits++;
    else if (!soft.has(person)) tally.falses++;
  }
  tally.misses = [...wanted].filter((person) => !found.has(person)).length;
  return { wanted: wanted.size, tally };
}

/** Recall by the gold kind, precision by the predicted kind. */
function byKind(
  hits: DocumentScore['hits'],
  falses: readonly PredictedMention[],
  misses: readonly GoldMention[],
): MentionScore['byKind'] {
  const entries = kinds.map((kind) => {
    const goldHits = hits.filter(({ gold }) => gold.kind === kind).length;
    const missed = misses.filter((mention) => mention.kind === kind).length;
    const { recall } = ratio({ hits: goldHits, falses: 0, misses: missed });
    const right = hits.filter(({ prediction }) => prediction.kind === kind).length;
    const wrong = falses.filter((prediction) => prediction.kind === kind).length;
    const { precision } = ratio({ hits: right, falses: wrong, misses: 0 });
    const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
    return [kind, { precision, recall, f1, gold: goldHits + missed }];
  });
  return Object.fromEntries(entries) as MentionScore['byKind'];
}

/** How often readings that no figure counts would have been right, by how sure they said to be. */
export function scoreUncertain(
  gold: readonly GoldDocument[],
  uncertain: ReadonlyMap<string, readonly PredictedMention[]>,
): CalibrationBand[] {
  const scores = gold.map((document) =>
    matchDocument(document, uncertain.get(document.docId) ?? []),
  );
  return calibration(
    scores.flatMap(({ hits }) => hits.map(({ prediction }) => prediction)),
    scores.flatMap(({ falses }) => falses),
  );
}

/** Of those said .9, about 90 % should be right. */
function calibration(
  hits: readonly PredictedMention[],
  falses: readonly PredictedMention[],
): CalibrationBand[] {
  const all = [
    ...hits.map((mention) => ({ ...mention, right: true })),
    ...falses.map((mention) => ({ ...mention, right: false })),
  ];
  const bands = Map.groupBy(all, ({ confidence }) => Math.floor(confidence * 20 + 1e-9) / 20);
  return [...bands]
    .toSorted(([a], [b]) => a - b)
    .map(([from, mentions]) => ({
      from,
      mentions: mentions.length,
      meanConfidence:
        mentions.reduce((sum, { confidence }) => sum + confidence, 0) / mentions.length,
      right: mentions.filter(({ right }) => right).length / mentions.length,
    }));
}
