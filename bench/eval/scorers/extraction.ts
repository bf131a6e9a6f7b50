import { join } from 'node:path';
import { extractArticle } from '../../../crawlers/index.ts';
import { differenceInWords } from '../difference.ts';
import {
  type ExtractedPage,
  type Extractor,
  type PageFigures,
  scoreDates,
  scoreExtraction,
} from '../extraction.ts';
import { readJsonLines, readSetFile, setFile } from '../files.ts';
import {
  formatShare,
  harmonicMean,
  meanOf,
  type Scorer,
  timed,
  warmName,
  type WeakCase,
} from '../result.ts';
import { dateGold, type ExtractionGold, extractionGold } from '../sets.ts';

/** What was read, in the order of the gold lines: the scorers ask for one page after another. */
interface Reading extends ExtractedPage {
  readonly cpuMs: number;
}

function recordingExtractor(readings: Reading[]): Extractor {
  return (html, url) => {
    const place = readings.push({ title: '', text: '', date: null, cpuMs: 0 }) - 1;
    const { value, cpuMs } = timed(() => extractArticle(html, url));
    const page = { title: value.title, text: value.text, date: value.publishedAt };
    readings[place] = { ...page, cpuMs };
    return page;
  };
}

/** Every page must be there and unpack before a figure is made of the others. */
function checkPages(folder: string, golds: readonly { readonly id: string }[]): void {
  for (const { id } of golds) readSetFile(setFile(join(folder, 'html'), `${id}.html.gz`));
}

function weakPage(page: PageFigures, texts: { gold: ExtractionGold; got: string }): WeakCase {
  const f1 = harmonicMean(page.precision ?? 0, page.recall ?? 0);
  return {
    id: page.id,
    score: `F1 ${formatShare(f1, 2)}`,
    reason: page.error ?? differenceInWords(texts.gold.text, texts.got),
  };
}

/** extraction/: body, length, lead and title of article pages, and what reading them costs. */
export const extractionScorer: Scorer = {
  name: 'extraction',
  score(folder) {
    const golds = readJsonLines(setFile(folder, 'gold.jsonl'), extractionGold);
    checkPages(folder, golds);
    const readings: Reading[] = [];
    scoreExtraction(folder, recordingExtractor([]));
    const scored = scoreExtraction(folder, recordingExtractor(readings));
    const count = scored.pages;
    const share = (name: string, value: number, atLeast?: number) => ({
      name,
      value: Number.isNaN(value) ? null : value,
      unit: 'share' as const,
      count,
      ...(atLeast === undefined ? {} : { target: { atLeast } }),
    });
    const places = new Map(golds.map(({ id }, index) => [id, index]));
    const weakest = scored.worst.flatMap((page) => {
      const place = places.get(page.id) ?? -1;
      const gold = golds[place];
      return gold ? [weakPage(page, { gold, got: readings[place]?.text ?? '' })] : [];
    });
    return {
      set: 'extraction',
      figures: [
        share('F1 of the text', scored.f1, 0.965),
        share('precision', scored.precision),
        share('recall', scored.recall),
        share('length within 10 %', scored.within10, 0.9),
        share('lead kept', scored.lead, 0.97),
        share('title', scored.title, 0.85),
        {
          name: warmName('page'),
          value: meanOf(readings.map(({ cpuMs }) => cpuMs)),
          unit: 'ms',
          count,
          target: { atMost: 1.5 },
        },
        {
          name: 'pages that threw',
          value: scored.errors,
          unit: 'cases',
          count,
          target: { atMost: 0 },
        },
      ],
      weakest,
      tables: [],
    };
  },
};

function daysApart(first: string, second: string): number {
  const dayMs = 86_400_000;
  return Math.abs(Date.parse(first.slice(0, 10)) - Date.parse(second.slice(0, 10))) / dayMs;
}

/** dates/: the day of first publication. */
export const datesScorer: Scorer = {
  name: 'dates',
  score(folder) {
    const golds = readJsonLines(setFile(folder, 'gold.jsonl'), dateGold);
    checkPages(folder, golds);
    const readings: Reading[] = [];
    const { pages: count, sameDay, found } = scoreDates(folder, recordingExtractor(readings));
    const wrong = golds.flatMap((gold, index) => {
      const date = readings[index]?.date ?? null;
      if (date?.slice(0, 10) === gold.date.slice(0, 10)) return [];
      const days = date === null ? -1 : daysApart(date, gold.date);
      return [{ id: gold.id, score: date ?? 'no date', reason: `is of ${gold.date}`, days }];
    });
    return {
      set: 'dates',
      figures: [
        { name: 'right day', value: sameDay, unit: 'share', count, target: { atLeast: 0.9 } },
        { name: 'any day', value: found, unit: 'share', count },
      ],
      weakest: wrong.toSorted((a, b) => b.days - a.days),
      tables: [],
    };
  },
};
