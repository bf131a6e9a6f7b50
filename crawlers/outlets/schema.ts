import { z } from 'zod';
import type { Outlet } from '../../src/domain/index.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const webAddress = z.url({ protocol: /^https?$/, error: 'must be an http:// or https:// address' });
const givenDay = z.string().regex(DAY, 'must be a day such as 2026-03-07');
const day = givenDay.nullable();
const selector = z.string().min(1).max(500);

const pattern = z
  .string()
  .min(1)
  .max(300)
  .refine((source) => isPattern(source), 'must be a regular expression, e.g. -post\\d+\\.html$')
  .refine((source) => !isNested(source), 'must not repeat a repetition, e.g. (a+)+: it may hang');

const sourceSchema = z
  .strictObject({
    kind: z
      .enum(['feed', 'sitemap', 'homepage', 'section', 'listing', 'bulletin'])
      .describe('What the address is: it decides how it is read.'),
    url: webAddress,
    title: z.string().min(1).max(200).optional().describe('What the outlet calls it.'),
  })
  .describe('One address at the outlet that tells what it published.');

const selectorsSchema = z
  .strictObject({
    from: day.default(null).describe('First day of this layout, or null.'),
    until: day.default(null).describe('Last day of this layout, inclusive, or null.'),
    title: selector.optional(),
    standfirst: selector.optional(),
    body: selector.optional(),
    publishedAt: selector.optional(),
    remove: z
      .array(selector)
      .max(50)
      .optional()
      .describe('Parts of the body that are not its text.'),
  })
  .describe('CSS selectors of one layout, valid between two days. A change is a series break.');

const frontPageSchema = z
  .strictObject({
    everyMinutes: z
      .int()
      .min(5)
      .max(1440)
      .optional()
      .describe('Minutes between two looks. Default 15.'),
    blocks: z
      .array(
        z.strictObject({
          match: pattern.describe('Tried on the heading, id and class names of a block.'),
          kind: z.enum(['editorial', 'automatic', 'carousel', 'ticker', 'sponsored', 'chrome']),
        }),
      )
      .max(50)
      .optional()
      .describe('What fills a block, where the generic reading is weak.'),
  })
  .describe('How the front page is looked at.');

const broadcastSchema = z
  .strictObject({
    channels: z
      .array(
        z.strictObject({
          id: z.string().min(1).max(200).describe('As its listings name it.'),
          name: z.string().min(1).max(200).optional(),
          medium: z.enum(['television', 'radio']).optional(),
        }),
      )
      .max(50)
      .optional()
      .describe('Channels; a listing that names none is of the first.'),
    medium: z.enum(['television', 'radio']).optional().describe('Default television.'),
    news: z.array(pattern).max(50).optional().describe('Titles of news, beside the defaults.'),
    notNews: z.array(pattern).max(50).optional().describe('Titles that are no news after all.'),
    relays: z.array(pattern).max(50).optional().describe('Titles of other outlets’ productions.'),
    bulletinUrls: z.array(pattern).max(50).optional().describe('Addresses of bulletin pages.'),
    dayStartsAtHour: z
      .int()
      .min(0)
      .max(12)
      .optional()
      .describe('Local hour at which a broadcasting day begins. Default 4.'),
  })
  .describe('Of a broadcaster: its channels and what its programmes are.');

/** The YAML of an outlet; what it leaves out has a default. */
export const outletSchema = z
  .strictObject({
    id: z
      .string()
      .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens')
      .max(60)
      .describe('The file’s name without .yaml, e.g. bao-quang-ngai.'),
    name: z.string().min(1).max(200).describe('As the outlet writes it.'),
    nameEnglish: z.string().min(1).max(200).optional(),
    medium: z.enum(['newspaper', 'news-site', 'broadcaster']),
    homepage: webAddress,
    place: z
      .string()
      .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be a place id of the register')
      .nullable()
      .default(null)
      .describe('Place id of the register, e.g. quang-ngai; null for a nationwide outlet.'),
    from: givenDay.optional().describe('First day it published, where known.'),
    until: givenDay.optional().describe('Last day it published, inclusive, where it has ended.'),
    successor: z
      .string()
      .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens')
      .optional()
      .describe('Id of the outlet that goes on in its place, e.g. after a merger.'),
    language: z
      .string()
      .refine((tag) => isLanguage(tag), 'must be a language tag such as vi or en')
      .default('vi'),
    timeZone: z
      .string()
      .refine((zone) => isTimeZone(zone), 'must be a zone such as Asia/Ho_Chi_Minh')
      .default('Asia/Ho_Chi_Minh'),
    verified: z
      .boolean()
      .default(false)
      .describe('True only after a person has run `outlets check` against the live site.'),
    sources: z.array(sourceSchema).min(1).max(200),
    selectors: z.array(selectorsSchema).max(50).default([]),
    delayMs: z
      .int()
      .min(0)
      .max(600_000)
      .default(2000)
      .describe('Least time between two requests to one host, milliseconds. Default 2,000.'),
    expectedItemsPerDay: z
      .strictObject({ min: z.int().min(0), max: z.int().min(1) })
      .default({ min: 1, max: 1000 })
      .describe('Usual items a day; the ledger expects at least min. Default 1 to 1,000.'),
    articleUrls: z
      .strictObject({
        include: z.array(pattern).max(50).optional(),
        exclude: z.array(pattern).max(50).optional(),
      })
      .optional()
      .describe('Patterns of its articles’ addresses, where the generic reading is weak.'),
    frontPage: frontPageSchema.optional(),
    broadcast: broadcastSchema.optional(),
    allowPrivateAddresses: z
      .boolean()
      .default(false)
      .describe('True only for outlets on this machine or network, such as the demo press.'),
    demo: z.boolean().default(false).describe('Fiction, shown as such everywhere.'),
  })
  .refine(({ expectedItemsPerDay: { min, max } }) => min <= max, {
    path: ['expectedItemsPerDay'],
    error: 'min must not be greater than max',
  })
  .refine(({ from = null, until = null }) => isOrdered({ from, until }), {
    path: ['until'],
    error: 'from must not be later than until',
  })
  .refine(({ id, successor }) => id !== successor, {
    path: ['successor'],
    error: 'must be another outlet',
  })
  .refine(({ delayMs, allowPrivateAddresses }) => delayMs >= 500 || allowPrivateAddresses, {
    path: ['delayMs'],
    error: 'must be at least 500 for an outlet on the internet',
  })
  .refine(({ selectors }) => selectors.every(isOrdered), {
    path: ['selectors'],
    error: 'from must not be later than until',
  })
  .describe('An outlet of Column Inches: where it publishes and how it is read.');

// Fails to compile when the schema and the domain's Outlet part ways.
const asOutlet = (outlet: z.output<typeof outletSchema>): Outlet => definedOnly(outlet) as Outlet;

/** What the schema accepts, as the domain's Outlet. */
export function toOutlet(outlet: z.output<typeof outletSchema>): Outlet {
  return asOutlet(outlet);
}

/** JSON Schema (draft 2020-12) of an outlet's YAML, for editors. */
export function outletJsonSchema(): object {
  const schema = z.toJSONSchema(outletSchema, { io: 'input', target: 'draft-2020-12' });
  return { $id: 'outlet.schema.json', title: 'Outlet of Column Inches', ...schema };
}

function definedOnly(value: object): object {
  return JSON.parse(JSON.stringify(value)) as object;
}

function isOrdered({ from, until }: { from: string | null; until: string | null }): boolean {
  return from === null || until === null || from <= until;
}

function isPattern(source: string): boolean {
  try {
    return new RegExp(source).source.length > 0;
  } catch {
    return false;
  }
}

/** A repeated group that itself repeats: the usual cause of patterns that never end. */
function isNested(source: string): boolean {
  return /\([^()]{0,500}[+*}][^()]{0,500}\)\s{0,9}[+*{]/.test(source.replace(/\\./g, ''));
}

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
