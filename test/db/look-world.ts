import { saveSnapshot } from '../../db/index.ts';
import type { Handle } from '../../db/schema.ts';
import { type SnapshotFault, viewports } from '../../src/domain/index.ts';

/** One look at an outlet's front page as a test wants it; answers its id. */
export function storeLook(
  db: Handle,
  look: {
    readonly outletId: string;
    readonly at: string;
    readonly fault?: SnapshotFault;
    readonly aboveFold?: number;
    readonly pageHeight?: number;
    /** Content of its whole picture; null: none could be made. */
    readonly picture?: string | null;
    readonly shares?: Readonly<Record<string, number>>;
  },
): Promise<string> {
  const { outletId, at, fault = null, aboveFold = 0.6, pageHeight = 5000, shares = {} } = look;
  const picture = look.picture === undefined ? at : look.picture;
  const bytes = picture === null ? null : new TextEncoder().encode(picture);
  const url = `https://${outletId}.example/`;
  return saveSnapshot(db, {
    outletId,
    pageKind: 'front',
    scheduledAt: new Date(at),
    everyMinutes: 60,
    snapshot: {
      url,
      finalUrl: url,
      viewport: viewports.desktop,
      takenAt: new Date(at),
      durationMs: 900,
      fault,
      faultText: fault && 'It failed.',
      pageHeight,
      facts: {
        browser: 'Chromium 1',
        fonts: 'some',
        blockedRequests: 0,
        disallowedRequests: 0,
        consentRefused: false,
      },
      placements: [],
      screenshot: bytes,
      thumbnail: bytes,
      selfContained: null,
    },
    aboveFold: fault === null ? aboveFold : null,
    shares: Object.entries(shares).map(([storyKey, share]) => ({
      storyKey,
      exposure: 0.1,
      share,
      automaticExposure: 0,
    })),
    hashes: {
      screenshot: picture === null ? null : `picture ${picture}`,
      thumbnail: picture === null ? null : `small ${picture}`,
      page: null,
    },
    methodVersion: '1',
  });
}
