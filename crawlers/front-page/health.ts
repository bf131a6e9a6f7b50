import { numberOf, type PagePlacement, type SnapshotFault } from '../../src/domain/index.ts';
import { isSameSite } from '../canonical-url.ts';
import type { PageReading } from './page-reading.ts';

export interface HealthQuestion {
  readonly url: string;
  readonly finalUrl: string;
  readonly reading: PageReading;
  readonly placements: readonly PagePlacement[];
  /** Usual part of the window that story ink covers above the fold, 0–1; null while unknown. */
  readonly usualAboveFold: number | null;
}

/** Why the page is unfit for any figure, in a word and in a sentence. */
export interface PageFault {
  readonly fault: SnapshotFault;
  readonly text: string;
}

const leastStories = 3;
const consentWords =
  /cookie|consent|gdpr|privacy|quyền riêng tư|chấp nhận|đồng ý|datenschutz|confidentialité|privacidad|ملفات تعريف/i;
const errorTitle =
  /\b(?:404|403|500|502|503|504)\b|not found|access denied|forbidden|bad gateway|service unavailable|just a moment|attention required|verify you are human|xác minh bạn|không tìm thấy|bảo trì/i;
const homeSegments = /^(?:index(?:\.\w+)?|home|trang-chu|[a-z]{2}(?:-[a-z]{2})?|default\.\w+)$/i;

/** The first thing that makes a page unfit; null where it is good. Pure. */
export function faultOf(question: HealthQuestion): PageFault | null {
  return (
    elsewhere(question) ??
    errorPage(question) ??
    coveredUp(question) ??
    lostStyles(question) ??
    noLinks(question) ??
    unusual(question)
  );
}

/** Whether an address the site sent us to is another page than the one asked for. */
export function isElsewhere(url: string, finalUrl: string): boolean {
  if (!isSameSite(finalUrl, url) && !isSameSite(url, finalUrl)) return true;
  const steps = (address: string) =>
    new URL(address).pathname.split('/').filter((step) => step !== '' && !homeSegments.test(step));
  const [asked, got] = [steps(url), steps(finalUrl)];
  return asked.join('/').toLowerCase() !== got.join('/').toLowerCase();
}

function elsewhere({ url, finalUrl }: HealthQuestion): PageFault | null {
  if (!isElsewhere(url, finalUrl)) return null;
  return { fault: 'redirected', text: `${url} led to ${finalUrl}, which is another page.` };
}

function errorPage({ reading, placements }: HealthQuestion): PageFault | null {
  if (!errorTitle.test(reading.title) || placements.length > leastStories) return null;
  return { fault: 'error-page', text: `The page calls itself “${reading.title.slice(0, 100)}”.` };
}

function coveredUp({ reading }: HealthQuestion): PageFault | null {
  const { overlay, scrollLocked } = reading;
  const percent = Math.round(overlay.share * 100);
  if (overlay.share > 0.3 && consentWords.test(overlay.text)) {
    const text = `A question about consent covers ${percent} % of the window and could not be refused.`;
    return { fault: 'consent-wall', text };
  }
  if (!scrollLocked) return null;
  const text = `The page is longer than the window but cannot be scrolled; a layer covers ${percent} %.`;
  return { fault: 'scroll-lock', text };
}

function lostStyles({ reading }: HealthQuestion): PageFault | null {
  const { asked, loaded } = reading.styleSheets;
  // One of several may be a font or a widget; most of them missing is a page without its layout.
  if (asked === 0 || loaded >= asked / 2) return null;
  return {
    fault: 'lost-styles',
    text: `${asked - loaded} of ${numberOf(asked, 'style sheet')} did not load.`,
  };
}

function noLinks({ placements }: HealthQuestion): PageFault | null {
  const seen = new Set(placements.filter((one) => one.inkArea > 0).map((one) => one.storyKey));
  if (seen.size >= leastStories) return null;
  const stories = numberOf(seen.size, 'story', 'stories');
  return { fault: 'no-links', text: `Only ${stories} can be seen on the page.` };
}

function unusual({ reading, placements, usualAboveFold }: HealthQuestion): PageFault | null {
  if (usualAboveFold === null || usualAboveFold === 0) return null;
  const share = aboveFoldInk(placements, reading.viewport);
  if (share >= usualAboveFold / 4) return null;
  const [now, usual] = [share, usualAboveFold].map((part) => `${Math.round(part * 100)} %`);
  const text = `Stories cover ${now} of the first screen, usually ${usual}: its layout is lost.`;
  return { fault: 'lost-styles', text };
}

/** Part of the first screen that story ink covers, 0–1. */
export function aboveFoldInk(
  placements: readonly PagePlacement[],
  viewport: { readonly width: number; readonly height: number },
): number {
  let area = 0;
  for (const { lines, pictures } of placements) {
    for (const { y, width, height } of [...lines, ...pictures]) {
      area += width * Math.max(0, Math.min(y + height, viewport.height) - Math.max(0, y));
    }
  }
  return Math.min(1, area / (viewport.width * viewport.height));
}
