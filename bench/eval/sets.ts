import { z } from 'zod';

// The formats of bench/README.md as code. Fields a set has beyond these are left alone.

const text = z.string();
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}/, 'must begin with YYYY-MM-DD');
const offset = z.int().min(0);
const headers = z.record(z.string(), z.string());

/** extraction/gold.jsonl: what a reader would call the article, and nothing else. */
export const extractionGold = z.object({
  id: text.min(1),
  /** May be empty where it is not known. */
  url: text,
  text: text.min(1),
  title: text.nullish(),
});
export type ExtractionGold = z.infer<typeof extractionGold>;

/** dates/gold.jsonl: the day of first publication. */
export const dateGold = z.object({ id: text.min(1), url: text, date: day });

const span = z
  .object({ start: offset, end: offset })
  .refine(({ start, end }) => start < end, 'start must lie before end');

const goldMention = z
  .object({
    start: offset,
    end: offset,
    coreStart: offset,
    coreEnd: offset,
    surface: text,
    personId: text.min(1),
    kind: z.enum(['full-name', 'titled-name', 'short-name', 'title-only']),
  })
  .refine(
    ({ start, end, coreStart, coreEnd }) =>
      start <= coreStart && coreStart < coreEnd && coreEnd <= end,
    'must have start ≤ coreStart < coreEnd ≤ end',
  );

/** mentions/*.jsonl: a document with every mention of a registered person. */
export const mentionGold = z
  .object({
    docId: text.min(1),
    approxDate: day,
    title: text,
    text: text.min(1),
    outlet: text.optional(),
    place: text.nullish(),
    mentions: z.array(goldMention),
    ignore: z.array(span.and(z.object({ personId: text.nullish(), reason: text.optional() }))),
    hardNegatives: z.array(span.and(z.object({ surface: text.optional(), reason: text }))),
    story: z.array(
      z.object({ personId: text.min(1), role: z.enum(['subject', 'quoted', 'passing']) }),
    ),
  })
  .superRefine((document, context) => {
    const normal = document.text.normalize('NFC');
    for (const [index, { start, end, surface }] of document.mentions.entries()) {
      if (normal.slice(start, end) === surface.normalize('NFC')) continue;
      context.addIssue({
        code: 'custom',
        path: ['mentions', index, 'surface'],
        message: `text ${start}..${end} is "${normal.slice(start, end)}", not "${surface}"`,
      });
    }
  });
export type MentionGold = z.infer<typeof mentionGold>;

/** pages/gold-articles.jsonl: facts about a page, as word sequences. */
export const pageArticleGold = z.object({
  file: text.min(1),
  sha256: z.string().length(64),
  url: z.url(),
  title: text.min(1),
  leadFirst8: text,
  leadFirst8NoPrefix: text.optional(),
  leadLast8: text,
  bodyFirst8: text,
  bodyLast8: text,
  words: z.int().min(1),
  published: z.iso.datetime({ offset: true }),
  in: z.array(text),
  out: z.array(z.object({ kind: text, words: text })),
});

/** pages/gold-sections.jsonl: the main stories of a section page in reading order. */
export const pageSectionGold = z.object({
  file: text.min(1),
  sha256: z.string().length(64),
  url: z.url(),
  lead: z.url(),
  stories: z.array(z.url()).min(1),
  otherStories: z.array(z.url()),
  notStories: z.array(z.url()),
});

const nullableText = text.nullish();

/** odd/feeds.jsonl: a feed's bytes, what must be read from it, and another reader's answer. */
export const oddFeed = z.object({
  id: text.min(1),
  headers,
  b64: z.base64(),
  asserts: z.array(z.object({ path: z.array(z.union([text, z.int()])), val: z.unknown() })),
  oracle: z
    .object({
      n: z.int().min(0),
      feedTitle: nullableText,
      feedLink: nullableText,
      language: nullableText,
      items: z.array(
        z.object({
          title: nullableText,
          link: nullableText,
          id: nullableText,
          date: nullableText,
        }),
      ),
    })
    .nullish(),
});

/** odd/decode.jsonl: bytes and what must come out. */
export const oddDecoding = z.object({
  id: text.min(1),
  headers,
  b64: z.base64(),
  must: z.enum(['text', 'encoding', 'survive']),
  text: nullableText,
  encoding: nullableText,
});

/** odd/dates.jsonl: a date as written, and the instant meant. */
export const oddDate = z.object({
  s: text,
  /** null: must be rejected; `any`: any instant will do. */
  iso: nullableText,
  tz: text,
  now: z.iso.datetime({ offset: true }),
  dateOnly: z.boolean().optional(),
});

/** listings/gold.jsonl: a programme that a file of the folder holds. */
export const listingGold = z.object({
  file: text.min(1),
  startAt: z.iso.datetime({ offset: true }),
  /** Empty where the listing leaves it blank. */
  title: text,
  channel: text.optional(),
});
export type ListingGold = z.infer<typeof listingGold>;
