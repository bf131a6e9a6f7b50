import {
  type AirNumbers,
  type Alarm,
  type FrontPageNumbers,
  type Operations,
  viewports,
} from '../src/domain/index.ts';

// What readers see of front pages, of the air and of the timetable, small and made up: enough for
// every part of their pages to be drawn. Their figures are tested where they are made.

const at = '2026-03-05T01:00:00.000Z';
const outlet = {
  outletId: 'a',
  outletName: 'Báo A',
  language: 'vi',
  timeZone: 'Asia/Ho_Chi_Minh',
} as const;
const box = { x: 100, y: 200, width: 400, height: 300 };

function placement(rank: number, share: number | null) {
  return {
    storyKey: `a.example/${rank}`,
    url: `https://a.example/${rank}`,
    headline: `Tin thứ ${rank}`,
    box: { ...box, y: box.y + rank * 320 },
    lines: [box],
    pictures: [],
    inkArea: 120_000,
    pictureArea: 0,
    headlinePx: 28,
    headlineWeight: 700,
    rank,
    aboveFold: rank === 1,
    blockLabel: share === null ? 'Đọc nhiều' : null,
    blockKind: share === null ? ('automatic' as const) : ('editorial' as const),
    crop: 0,
    carousel: null,
    itemId: null,
    share,
  };
}

/** One look at one front page, with a failed one after it. */
export const sampleFrontPages: FrontPageNumbers = {
  looks: async () => ['look'],
  picture: async () => null,
  attention: async () => null,
  dwell: async () => ({
    viewport: 'desktop',
    hours: { low: 1.5, high: 2.5 },
    unknownHours: 1,
    bestRank: 1,
    spans: [
      { from: at, until: '2026-03-05T03:00:00.000Z', low: 0.2, high: 0.5, snapshotId: 'look' },
    ],
  }),
  strip: async () => ({
    day: '2026-03-05',
    knownHours: 1,
    unknownHours: 1,
    cells: [
      { outletId: 'a', hour: 8, share: 0.34, snapshotId: 'look' },
      { outletId: 'b', hour: 8, share: null, snapshotId: null },
    ],
  }),
  snapshot: async (id) =>
    id === 'look'
      ? {
          ...outlet,
          id,
          pageKind: 'front',
          url: 'https://a.example/',
          viewport: viewports.desktop,
          scheduledAt: at,
          takenAt: at,
          fault: null,
          faultText: null,
          judged: null,
          pageHeight: 3000,
          facts: {
            browser: 'Chromium 1',
            fonts: 'Open Sans',
            blockedRequests: 3,
            disallowedRequests: 0,
            consentRefused: false,
          },
          hasPicture: true,
          methodVersion: '1',
          stories: [placement(1, 0.75), placement(2, 0.25), placement(3, null)],
          otherWindow: null,
          sameDay: [
            { id, at, good: true },
            { id: 'later', at: '2026-03-05T02:00:00.000Z', good: false },
          ],
        }
      : null,
};

const bulletin = {
  ...outlet,
  id: 'bulletin',
  channel: 'ATV',
  medium: 'television' as const,
  url: 'https://a.example/ban-tin/1',
  title: 'Thời sự tối',
  startAt: '2026-03-05T11:30:00.000Z',
  startFrom: 'stated' as const,
  day: '2026-03-05',
  durationSeconds: 120,
  hasSubtitles: true,
  repeatOf: null,
  repeats: [],
  parts: [
    {
      kind: 'report' as const,
      slot: 1,
      title: 'Thăm xã A',
      startSeconds: 0,
      seconds: 60,
      url: null,
      inHeadlines: true,
      persons: [
        {
          personId: 'le-an',
          aboutMs: 5500,
          speakingMs: null,
          mentions: 1,
          inTitle: false,
          fraction: 1,
          sentences: [
            {
              text: 'Ông Lê An thăm xã A.',
              startMs: 30_000,
              endMs: 35_500,
              marks: [{ start: 0, end: 9 }],
            },
          ],
        },
      ],
    },
  ],
  clockHours: [],
  names: { 'le-an': 'Lê An' },
  methodVersion: '1',
};

const outletAir = {
  outletId: 'a',
  name: 'Báo A',
  medium: 'television',
  bulletins: 1,
  bulletinLength: { seconds: 120, unknownBulletins: 0 },
  reports: 1,
  withSubtitles: 1,
  programmes: 1,
  newsProgrammes: 1,
  newsRepeats: 0,
  relays: 0,
  newsSeconds: 1800,
} as const;

/** One bulletin of one broadcaster, and its week. */
export const sampleAir: AirNumbers = {
  figures: async (query) => ({ query, methodVersion: '1', outlets: [outletAir], persons: [] }),
  bulletin: async (id) => (id === bulletin.id ? bulletin : null),
  reports: async (personId) => ({
    personId,
    name: 'Lê An',
    counts: [{ medium: bulletin.medium, reports: 1 }],
    cursor: null,
    reports: [
      {
        bulletinId: bulletin.id,
        position: 1,
        title: 'Ông Lê An thăm xã',
        bulletinTitle: bulletin.title,
        language: bulletin.language,
        outletName: bulletin.outletName,
        medium: bulletin.medium,
        day: bulletin.day,
        aboutSeconds: 12,
      },
    ],
  }),
  week: async () => ({
    ...outlet,
    from: '2026-03-05',
    to: '2026-03-06',
    dayStartsAtHour: 4,
    channels: [{ id: 'atv', name: 'ATV' }],
    programmes: [
      {
        channel: 'atv',
        day: '2026-03-05',
        startAt: '2026-03-05T11:30:00.000Z',
        endAt: '2026-03-05T12:00:00.000Z',
        title: 'Thời sự tối',
        isNews: true,
        isRelay: false,
        isRepeat: false,
        firstAiringAt: null,
        versions: 2,
        bulletinId: bulletin.id,
      },
    ],
    bulletins: [],
    figures: [outletAir],
    methodVersion: '1',
  }),
};

const slot = {
  id: 'crawl a 2026-03-05T02:14',
  kind: 'crawl',
  target: 'a',
  label: '2026-03-05T02:14',
  dueAt: at,
  state: 'failed',
  missed: 2,
  manual: false,
  startedAt: at,
  finishedAt: at,
  attempts: 1,
  worker: 'may-1',
  result: null,
  errorCode: 'jobs/failed',
  errorMessage: 'Máy chủ không trả lời.',
} as const;

const alarms: readonly Alarm[] = [
  {
    id: '1',
    kind: 'silent-source',
    outletId: 'a',
    outletName: 'Báo A',
    about: 'https://a.example/rss',
    facts: { reason: 'no-answer', hours: 30, attempts: 12, error: 'fetch/connect' },
    raisedAt: at,
    resolvedAt: null,
  },
];

/** A timetable of one line, whose last slot failed, with the alarm of it. */
export const sampleOperations: Operations = {
  alarms: async () => alarms,
  isOperator: async () => false,
  runNow: async () => slot,
  status: async () => ({
    lines: [
      {
        kind: 'crawl',
        target: 'a',
        outletName: 'Báo A',
        timeZone: 'Asia/Ho_Chi_Minh',
        rule: '02:14',
        nextAt: '2026-03-06T19:14:00.000Z',
        last: slot,
      },
    ],
    recent: [slot],
    workers: [],
    alarms,
  }),
};
