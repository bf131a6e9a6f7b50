import { z } from 'zod';
import type {
  Correction,
  CorrectionPage,
  ExportRecord,
  FigureSet,
  ItemPage,
  Numbers,
  PersonPage,
  PostPage,
  SearchPage,
  SnapshotPage,
  StoryPage,
} from '../../domain/index.ts';

// The published form of every figure: what the domain's types say, checked on the way out.

function list<Schema extends z.ZodType>(schema: Schema) {
  return z.array(schema).readonly();
}

const day = z.iso.date();
const count = z.number().int().nonnegative();
const share = z.number().nonnegative().nullable();
const firstPlace = z.enum([
  'headline',
  'standfirst',
  'first-paragraph',
  'first-third',
  'later',
  'caption-only',
]);
const role = z.enum(['subject', 'mentioned', 'listed']);

const period = z.object({ from: day, to: day });

/** What a figure was asked for. */
export const query = z.object({
  period,
  outlets: list(z.string()).nullable(),
  demo: z.boolean(),
});

const coverageDay = z.object({
  outletId: z.string(),
  day,
  captured: count.nullable(),
  expected: z.number().nullable(),
  failed: count,
  gap: z.enum(['outlet-unreachable', 'refused', 'extraction-failed', 'not-crawled']).nullable(),
});

const outletFigures = z.object({
  outletId: z.string(),
  name: z.string(),
  medium: z.enum(['newspaper', 'news-site', 'broadcaster']),
  verified: z.boolean(),
  items: count,
  itemsWithPersons: count,
  distinctItems: count,
  mentions: count,
  words: count,
  columnInches: z.number(),
  gapDays: count,
});

const hours = z.object({ low: z.number(), high: z.number() });
const pageHours = { inclusive: hours, fractional: hours, share };
const otherPages = z.object(pageHours).nullable();

const estimate = z.object({ value: z.number(), low: z.number(), high: z.number() });

/** Left out while too little is audited; the raw figures stand beside it. */
const correctedFigures = z.object({
  items: estimate,
  frequency: estimate.nullable(),
  shareOfCoverage: estimate.nullable(),
  precision: estimate.nullable(),
  recall: estimate.nullable(),
});

const personFigures = z.object({
  personId: z.string(),
  name: z.string(),
  posts: list(z.object({ label: z.string(), checked: z.boolean() })),
  items: count,
  distinctItems: count,
  itemsFractional: z.number(),
  mentions: count,
  frequency: share,
  shareOfCoverage: share,
  words: count,
  wordShare: share,
  columnInches: z.number(),
  firstPlaces: z.record(firstPlace, count),
  leadShare: share,
  uncertainItems: count,
  frontPage: z.object({ ...pageHours, phone: otherPages, section: otherPages }).exactOptional(),
  feedOrder: z.object({ inclusive: z.number(), fractional: z.number() }).exactOptional(),
  corrected: correctedFigures.exactOptional(),
  composite: z
    .object({ value: z.number(), low: z.number(), high: z.number() })
    .nullable()
    .exactOptional(),
});

export const figureSetSchema = z.object({
  query,
  methodVersion: z.string(),
  itemsCaptured: count,
  outlets: list(outletFigures),
  persons: list(personFigures),
  coverage: list(coverageDay),
  audit: z.object({ audited: count, needed: count, readItems: count }).exactOptional(),
}) satisfies z.ZodType<FigureSet>;

const itemSummary = z.object({
  itemId: z.string(),
  outletId: z.string(),
  outletName: z.string(),
  title: z.string(),
  language: z.string(),
  url: z.string(),
  publishedAt: z.string().nullable(),
  day,
  words: count,
  /** True where the text was taken down: the title is empty, the figures stay. */
  takenDown: z.boolean().exactOptional(),
});

const termDetails = {
  from: z.string().nullable(),
  until: z.string().nullable(),
  kind: z.enum(['holder', 'acting', 'candidate']),
  source: z.string().nullable(),
  checked: z.boolean(),
};

const term = z.object({ postId: z.string(), label: z.string(), ...termDetails });

export const postPageSchema = z.object({
  postId: z.string(),
  label: z.string(),
  otherLabels: list(z.string()),
  organization: z.string().nullable(),
  place: z.string().nullable(),
  terms: list(z.object({ personId: z.string(), name: z.string(), ...termDetails })),
}) satisfies z.ZodType<PostPage>;

const seriesPoint = z.object({
  outletId: z.string().nullable(),
  day,
  items: count.nullable(),
  itemsCaptured: count.nullable(),
});

const personItem = itemSummary.extend({
  role,
  firstPlace,
  mentions: count,
  personWords: count,
  fraction: z.number(),
});

export const personPageSchema = z.object({
  figures: personFigures,
  terms: list(term),
  series: list(seriesPoint),
  items: list(personItem),
  cursor: z.string().nullable(),
}) satisfies z.ZodType<PersonPage>;

const namedOutlet = z.object({
  outletId: z.string(),
  name: z.string(),
  isFollowed: z.literal(false).exactOptional(),
});

export const outletPageSchema = z.object({
  figures: outletFigures,
  succession: z
    .object({
      from: z.string().nullable(),
      until: z.string().nullable(),
      successor: namedOutlet.nullable(),
      predecessors: list(namedOutlet),
    })
    .exactOptional(),
  persons: list(personFigures),
  coverage: list(coverageDay),
  items: list(itemSummary),
  cursor: z.string().nullable(),
}) satisfies z.ZodType<NonNullable<Awaited<ReturnType<Numbers['outlet']>>>>;

const mark = z.object({
  field: z.enum(['title', 'text', 'caption']),
  start: count,
  end: count,
  coreStart: count,
  coreEnd: count,
  surface: z.string(),
  personId: z.string(),
  personName: z.string(),
  kind: z.enum(['full-name', 'titled-name', 'short-name', 'title-only']),
  postId: z.string().nullable(),
  confidence: z.number(),
  uncertain: z.boolean(),
  institutional: z.boolean(),
  former: z.boolean(),
  counted: z.boolean(),
  reason: z.object({ vi: z.string(), en: z.string() }),
  correction: z
    .object({
      id: z.string(),
      toPersonId: z.string().nullable(),
      toPersonName: z.string().nullable(),
    })
    .exactOptional()
    .describe('The correction that took it out of the count, or gave it to another person'),
});

const measurement = z.object({
  measure: z.string(),
  version: z.number(),
  unit: z.enum([
    'words',
    'characters',
    'paragraphs',
    'pictures',
    'column-inches',
    'items',
    'mentions',
    'share',
    'seconds',
    'offset',
    'category',
  ]),
  personId: z.string().nullable(),
  value: z.union([z.number(), z.string()]).nullable(),
  evidence: z.record(z.string(), z.unknown()),
});

const itemPerson = z.object({
  personId: z.string(),
  name: z.string(),
  role,
  mentions: count,
  words: count,
  paragraphShare: z.number(),
  firstOffset: count.nullable(),
  firstPlace,
  fraction: z.number(),
});

export const itemPageSchema = z.object({
  item: itemSummary,
  timeZone: z.string(),
  versions: list(
    z.object({
      version: count,
      firstSeen: z.string(),
      words: count,
      edit: z.object({ added: count, removed: count }).nullable(),
    }),
  ),
  sentences: list(
    z.object({
      field: z.enum(['title', 'text', 'caption']),
      start: count,
      text: z.string(),
      marks: list(mark),
    }),
  ),
  persons: list(itemPerson),
  doubted: list(z.object({ personId: z.string(), name: z.string() })).exactOptional(),
  measures: list(measurement).describe('As the machine measured them, before corrections'),
  copies: list(itemSummary),
  contentHash: z.string(),
  methodVersion: z.string(),
}) satisfies z.ZodType<ItemPage>;

const box = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() });

const snapshotStory = z.object({
  storyKey: z.string(),
  url: z.string(),
  headline: z.string(),
  box,
  lines: list(box),
  pictures: list(box),
  inkArea: z.number(),
  pictureArea: z.number(),
  headlinePx: z.number().nullable(),
  headlineWeight: z.number().nullable(),
  rank: count,
  aboveFold: z.boolean(),
  blockLabel: z.string().nullable(),
  blockKind: z.enum(['editorial', 'automatic', 'carousel', 'ticker', 'sponsored', 'chrome']),
  crop: z.number(),
  carousel: z.object({ id: count, slides: count }).nullable(),
  itemId: z.string().nullable(),
  share,
});

export const snapshotPageSchema = z.object({
  id: z.string(),
  outletId: z.string(),
  outletName: z.string(),
  language: z.string(),
  timeZone: z.string(),
  pageKind: z.enum(['front', 'section']),
  url: z.string(),
  viewport: z.object({ name: z.enum(['desktop', 'phone']), width: count, height: count }),
  scheduledAt: z.string(),
  takenAt: z.string(),
  fault: z
    .enum([
      'unreachable',
      'refused',
      'error-page',
      'redirected',
      'no-links',
      'lost-styles',
      'consent-wall',
      'scroll-lock',
      'too-slow',
      'browser-gone',
    ])
    .nullable(),
  faultText: z.string().nullable(),
  judged: z.enum(['right', 'other-page', 'covered', 'unstyled', 'part']).nullable(),
  pageHeight: z.number(),
  facts: z.object({
    browser: z.string(),
    fonts: z.string(),
    blockedRequests: count,
    disallowedRequests: count,
    consentRefused: z.boolean(),
  }),
  hasPicture: z.boolean(),
  methodVersion: z.string(),
  stories: list(snapshotStory),
  otherWindow: z.object({ id: z.string(), viewport: z.enum(['desktop', 'phone']) }).nullable(),
  sameDay: list(z.object({ id: z.string(), at: z.string(), good: z.boolean() })),
}) satisfies z.ZodType<SnapshotPage>;

const piece = z.object({ text: z.string(), found: z.boolean() });

export const searchPageSchema = z.object({
  hits: list(z.object({ item: itemSummary, title: list(piece), sentences: list(list(piece)) })),
  cursor: z.string().nullable(),
}) satisfies z.ZodType<SearchPage>;

export const storyPageSchema = z.object({
  storyId: z.string(),
  items: list(itemSummary.extend({ timeZone: z.string() })),
  persons: list(z.object({ personId: z.string(), name: z.string(), items: count })),
}) satisfies z.ZodType<StoryPage>;

const correction = z.object({
  id: z.string(),
  challengeId: z.string(),
  itemId: z.string(),
  itemTitle: z.string(),
  itemLanguage: z.string().nullable(),
  personId: z.string(),
  personName: z.string(),
  toPersonId: z.string().nullable(),
  toPersonName: z.string().nullable(),
  query,
  before: count,
  after: count,
  why: z.string(),
  madeAt: z.string(),
}) satisfies z.ZodType<Correction>;

export const correctionPageSchema = z.object({
  corrections: list(correction),
  cursor: z.string().nullable(),
}) satisfies z.ZodType<CorrectionPage>;

export const exportsSchema = list(
  z.object({
    hash: z.string(),
    createdAt: z.string(),
    query,
    methodVersion: z.string(),
    files: list(
      z.object({
        path: z.string(),
        mediaType: z.string(),
        rows: count,
        sizeBytes: count,
        sha256: z.string(),
      }),
    ),
  }) satisfies z.ZodType<ExportRecord>,
);

/** The one shape of every refusal. */
export const errorSchema = z
  .object({
    error: z.object({
      code: z.string().describe('Stable name, e.g. web/not-found'),
      message: z.string().describe('What happened and what to do, in English'),
    }),
  })
  .describe('A refusal: the same shape for every one.');

/** Every answer says first whether it is fiction. */
export function answerOf<Schema extends z.ZodType>(data: Schema) {
  return z
    .object({
      demo: z.boolean().describe('True for the demonstration’s fiction: never to be cited'),
      data,
      unchecked: list(z.string())
        .optional()
        .describe('Of the persons named in `data`, those of whom no term is checked'),
      unread: list(z.string())
        .optional()
        .describe(
          'Of the persons named in `data`, those new or changed in the register since items were ' +
            'last read: what is 0 of them is not known yet',
        ),
    })
    .describe('What was asked for; null in it is unknown, never zero.');
}
