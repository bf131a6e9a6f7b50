import { recordFetch, saveAnalysis, saveArticleVersion } from '../../../db/index.ts';
import type { Mention, PersonInItem } from '../../../src/domain/index.ts';
import type { TestDatabase } from '../../database.ts';
import { analysis, article, page } from '../../db/world.ts';

/** Cuts at full stops and line ends: enough for the texts of these tests. */
export function sentencesOf(text: string) {
  const spans: { start: number; end: number }[] = [];
  for (const match of text.matchAll(/[^.\n]+\.?/g))
    spans.push({ start: match.index, end: match.index + match[0].length });
  return spans;
}

/** One stored page; what a test leaves out has a default. */
export interface Story {
  outletId: string;
  url: string;
  at: string;
  publishedAt?: string | null;
  title?: string;
  text?: string;
  words?: number;
  persons?: PersonInItem[];
  mentions?: Mention[];
}

/** Stores one page as the pipeline does and answers the item's id. */
export async function store({ db }: TestDatabase, story: Story) {
  const { outletId, url, at, persons = [], mentions = [], words = 100, ...content } = story;
  const fetchId = await recordFetch(db, page({ outletId, url, at }), null);
  const firstSeen = new Date(at);
  const saved = await saveArticleVersion(db, {
    outletId,
    canonicalUrl: url,
    fetchId,
    firstSeen,
    article: article({ url, ...content }),
  });
  const length = (measure: string, value: number, personId: string | null) => ({
    measure,
    version: 1,
    unit: 'words' as const,
    personId,
    value,
    evidence: {},
  });
  const measures = [
    length('length.words', words, null),
    length('length.column-inches', words / 40, null),
    ...persons.map((person) => length('length.column-inches', person.words / 40, person.personId)),
  ];
  await saveAnalysis(db, saved, analysis(saved.itemId, { persons, mentions, measures }));
  return saved.itemId;
}
