import { z } from 'zod';
import type { AirFigures, AirWeek, BulletinPage } from '../../domain/index.ts';
import { query } from './schemas.ts';

// The published form of what is on air; null is unknown, never zero.

function list<Schema extends z.ZodType>(schema: Schema) {
  return z.array(schema).readonly();
}

const count = z.number().int().nonnegative();
const seconds = z.number().nonnegative().nullable();
const medium = z.enum(['television', 'radio']);
const day = z.iso.date();
const startFrom = z.enum(['stated', 'title', 'listing']).nullable();
const known = z.object({ seconds, unknownReports: count });

const outletAir = z.object({
  outletId: z.string(),
  name: z.string(),
  medium,
  bulletins: count,
  bulletinLength: z.object({ seconds, unknownBulletins: count }),
  reports: count,
  withSubtitles: count,
  programmes: count,
  newsProgrammes: count,
  newsRepeats: count,
  relays: count,
  newsSeconds: seconds,
});

const personAir = z.object({
  personId: z.string(),
  name: z.string(),
  medium,
  reports: count,
  reportsFractional: z.number(),
  bulletins: count,
  reportLength: known,
  about: known,
  speaking: known,
  openers: count,
  inHeadlines: count,
  headlinesKnown: count,
  repeats: count,
  dayparts: list(
    z.object({
      daypart: z.enum(['night', 'morning', 'noon', 'afternoon', 'evening']),
      reports: count,
      about: known,
    }),
  ),
  reportsWithoutTime: count,
});

export const airFiguresSchema = z.object({
  query,
  methodVersion: z.string(),
  outlets: list(outletAir),
  persons: list(personAir),
}) satisfies z.ZodType<AirFigures>;

export const airWeekSchema = z.object({
  outletId: z.string(),
  outletName: z.string(),
  language: z.string(),
  timeZone: z.string(),
  from: day,
  to: day,
  dayStartsAtHour: z.number(),
  channels: list(z.object({ id: z.string(), name: z.string() })),
  programmes: list(
    z.object({
      channel: z.string(),
      day,
      startAt: z.string(),
      endAt: z.string().nullable(),
      title: z.string(),
      isNews: z.boolean(),
      isRelay: z.boolean(),
      isRepeat: z.boolean(),
      firstAiringAt: z.string().nullable(),
      versions: count,
      bulletinId: z.string().nullable(),
    }),
  ),
  bulletins: list(
    z.object({
      id: z.string(),
      title: z.string(),
      startAt: z.string().nullable(),
      startFrom,
      day,
      durationSeconds: seconds,
      reports: count,
      persons: count,
      hasSubtitles: z.boolean(),
    }),
  ),
  figures: list(outletAir),
  methodVersion: z.string(),
}) satisfies z.ZodType<AirWeek>;

const spoken = z.object({
  text: z.string(),
  startMs: z.number(),
  endMs: z.number(),
  marks: list(z.object({ start: count, end: count })),
});

export const bulletinPageSchema = z.object({
  id: z.string(),
  outletId: z.string(),
  outletName: z.string(),
  language: z.string(),
  timeZone: z.string(),
  channel: z.string(),
  medium,
  url: z.string(),
  title: z.string(),
  startAt: z.string().nullable(),
  startFrom,
  day,
  durationSeconds: seconds,
  hasSubtitles: z.boolean(),
  repeatOf: z.string().nullable(),
  repeats: list(z.string()),
  parts: list(
    z.object({
      kind: z.enum(['headlines', 'report', 'whole', 'rest']),
      slot: count.nullable(),
      title: z.string(),
      startSeconds: seconds,
      seconds,
      url: z.string().nullable(),
      inHeadlines: z.boolean().nullable(),
      persons: list(
        z.object({
          personId: z.string(),
          aboutMs: seconds,
          speakingMs: seconds,
          mentions: count,
          inTitle: z.boolean(),
          fraction: z.number(),
          sentences: list(spoken),
        }),
      ),
    }),
  ),
  clockHours: list(list(z.object({ hour: count, seconds: z.number() })).nullable()),
  names: z.record(z.string(), z.string()),
  methodVersion: z.string(),
}) satisfies z.ZodType<BulletinPage>;
