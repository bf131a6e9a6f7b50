import type { JobKind, Slot, SlotResult, SlotState } from '../../domain/index.ts';
import { failedLooksWords } from '../charts.ts';
import type { MessageKey } from '../language.ts';
import type { View } from '../view.ts';

/** What a job is called. */
export const jobNames: Readonly<Record<JobKind, MessageKey>> = {
  crawl: 'operations.job.crawl',
  feeds: 'operations.job.feeds',
  homepage: 'operations.job.homepage',
  listings: 'operations.job.listings',
  rollups: 'operations.job.rollups',
  retention: 'operations.job.retention',
  ledger: 'operations.job.ledger',
  digest: 'operations.job.digest',
  letters: 'operations.job.letters',
};

/** What a slot's state is called. */
export const stateNames: Readonly<Record<SlotState, MessageKey>> = {
  queued: 'operations.state.queued',
  running: 'operations.state.running',
  done: 'operations.state.done',
  failed: 'operations.state.failed',
  skipped: 'operations.state.skipped',
};

/** Figures of results that have a name on the page; others are for the log. */
const named: Readonly<Record<string, MessageKey>> = {
  articles: 'operations.result.articles',
  known: 'operations.result.known',
  failed: 'operations.result.failed',
  looks: 'operations.result.looks',
  nextMinutes: 'operations.result.nextMinutes',
  open: 'operations.result.open',
  cleared: 'operations.result.cleared',
  givenUp: 'operations.result.givenUp',
  sent: 'operations.result.sent',
  waiting: 'operations.result.waiting',
  refused: 'operations.result.refused',
  unknown: 'operations.result.unknown',
};

const reasons: Readonly<Record<string, MessageKey>> = {
  'not-followed': 'operations.reason.not-followed',
  'no-browser': 'operations.reason.no-browser',
  'too-late': 'operations.reason.too-late',
  'keeps-everything': 'operations.reason.keeps-everything',
  'no-mail': 'operations.reason.no-mail',
  'nothing-waits': 'operations.reason.nothing-waits',
  'before-the-first': 'operations.reason.before-the-first',
};

function parts(view: View, result: SlotResult): string[] {
  return Object.entries(result).flatMap(([name, value]) => {
    const reason = name === 'reason' ? reasons[String(value)] : undefined;
    if (reason) return view.t(reason);
    if (name === 'fault') return String(value);
    const key = named[name];
    return key ? view.t(key, { n: value }) : [];
  });
}

/** Of looks that failed the reason is told as well: they are unknown in every figure. */
function resultParts(view: View, slot: Slot): string[] {
  const failed = failedLooksWords(slot);
  if (!slot.result) return [];
  return failed === null ? parts(view, slot.result) : [failed[view.language]];
}

/** What a slot came to, in one line of words. */
export function slotResultText(view: View, slot: Slot): string {
  const { t } = view;
  const lines = [
    ...resultParts(view, slot),
    ...(slot.errorCode === null ? [] : [`${slot.errorCode}: ${slot.errorMessage ?? ''}`]),
    ...(slot.missed > 0 ? [t('operations.missed', { n: slot.missed })] : []),
    ...(slot.attempts > 1 ? [t('operations.attempts', { n: slot.attempts })] : []),
  ];
  return lines.join(' · ');
}
