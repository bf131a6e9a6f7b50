import { createHash } from 'node:crypto';
import { extractArticle, storyLinks } from '../../../crawlers/index.ts';
import { readJsonLines, readSetFile, setFaultIn, setFile } from '../files.ts';
import { type CheckFigures, type PageReader, scorePages } from '../pages.ts';
import { meanOf, type Scorer, shareOf, timed, warmName, type WeakCase } from '../result.ts';
import { pageArticleGold, pageSectionGold } from '../sets.ts';

/** A set is about these very bytes; another download of the page is another page. */
function checkPages(folder: string) {
  const golds = [
    ...readJsonLines(setFile(folder, 'gold-articles.jsonl'), pageArticleGold),
    ...readJsonLines(setFile(folder, 'gold-sections.jsonl'), pageSectionGold),
  ];
  for (const { file, sha256 } of golds) {
    const path = setFile(folder, file);
    if (createHash('sha256').update(readSetFile(path)).digest('hex') === sha256) continue;
    const message = `${path} is not the page that was described: its sha256 differs.`;
    throw setFaultIn('other-bytes', message);
  }
}

interface Times {
  readonly article: number[];
  readonly section: number[];
}

/** A reader that throws has read nothing. */
function safely<Value>(read: () => Value, fallback: Value): Value {
  try {
    return read();
  } catch {
    return fallback;
  }
}

function timedReader(times: Times): PageReader {
  return {
    extract: (html, url) => {
      const { value, cpuMs } = timed(() => safely(() => extractArticle(html, url), null));
      times.article.push(cpuMs);
      const date = value?.publishedAt ?? null;
      return { title: value?.title ?? '', text: value?.text ?? '', date };
    },
    links: (html, url) => {
      const { value, cpuMs } = timed(() => safely(() => storyLinks(html, url), []));
      times.section.push(cpuMs);
      return value.map((link) => link.url);
    },
  };
}

function figuresOf(kind: keyof Times, checks: CheckFigures, timesMs: readonly number[]) {
  const target = { atLeast: kind === 'article' ? 124 / 126 : 0.95 };
  return [
    {
      name: `${kind} checks`,
      value: shareOf(checks.passed, checks.checks),
      unit: 'share' as const,
      count: checks.checks,
      target,
    },
    {
      name: warmName(`${kind} page`),
      value: meanOf(timesMs),
      unit: 'ms' as const,
      count: timesMs.length,
    },
  ];
}

/** Failed checks (`file: name`) by page, the page with the most of them first. */
function weakPages(failed: readonly string[]): readonly WeakCase[] {
  const byFile = Map.groupBy(failed, (line) => line.slice(0, line.indexOf(': ')));
  return [...byFile]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .map(([file, lines]) => ({
      id: file,
      score: `${lines.length} failed`,
      reason: lines.map((line) => line.slice(file.length + 2)).join('; '),
    }));
}

/** pages/: facts of article pages and of section pages. */
export const pagesScorer: Scorer = {
  name: 'pages',
  score(folder) {
    checkPages(folder);
    const times: Times = { article: [], section: [] };
    scorePages(folder, timedReader({ article: [], section: [] }));
    const { articles, sections } = scorePages(folder, timedReader(times));
    return {
      set: 'pages',
      figures: [
        ...figuresOf('article', articles, times.article),
        ...figuresOf('section', sections, times.section),
      ],
      weakest: weakPages([...articles.failed, ...sections.failed]),
      tables: [],
    };
  },
};
