import { formFor, numberOf } from '../../domain/index.ts';
import type { LetterWords } from './letter-words.ts';

/** The letter in English. */
export const english: LetterWords = {
  fiction:
    'Example data: the province, outlets, people and articles in this letter are all fictional.',
  fictionMark: '[Example]',
  name: 'Column Inches weekly letter',
  subject: (period, finding) => `${period}: ${finding}`,
  leading: ({ name, share, period, change }) => {
    const start = `${name} had ${share} of the coverage of office-holders in the week ${period}`;
    if (change === null) return `${start}.`;
    if (change.way === 'same') return `${start}, much as the week before.`;
    return `${start}, ${change.way} ${numberOf(change.points, 'percentage point')} on the week before.`;
  },
  nobody: (items, period) =>
    `Of ${numberOf(items, 'item')} captured in the week ${period}, none mentions an office-holder of the register.`,
  nothing: (period) =>
    `Nothing was captured in the week ${period}: the data are missing, which is not zero.`,
  basis: ({ withPersons, items, outlets }) =>
    `Rests on ${numberOf(withPersons, 'item that mentions an office-holder', 'items that mention office-holders')}, of ${items} captured from ${numberOf(outlets, 'outlet')}.`,
  shares: 'Share of coverage',
  sharesNote: (hasCorrected, hasBefore) =>
    [
      hasCorrected
        ? 'Hollow dot: as counted by the machine. Filled dot and pale bar: corrected, 95% interval.'
        : 'Dot: this week.',
      hasBefore ? 'Grey tick: the week before.' : '',
      'An item about several people is split between them.',
    ]
      .filter(Boolean)
      .join(' '),
  sharesAlt: (list) => `Share of coverage this week: ${list}.`,
  auditNote: (audited, needed) =>
    `No intervals yet: ${numberOf(audited, 'item has', 'items have')} been audited by people, and ${numberOf(needed, 'is', 'are')} needed to correct the machine’s errors. The figures here are as the machine counted.`,
  correctedNote: (audited) =>
    `Corrected by ${numberOf(audited, 'independently audited item')}; what the machine counted stands beside.`,
  person: 'Office-holder',
  thisWeek: 'This week',
  weekBefore: 'Week before',
  corrected: 'corrected',
  raw: 'counted',
  items: (count, written) => `${written} ${formFor(count, 'item', 'items')}`,
  more: (count) => `And ${count} more, on the page of figures.`,
  changes: 'Biggest changes',
  noChanges: 'No share changed by more than 0.1 percentage points.',
  changesUnknown: 'There are no figures of the week before to compare with.',
  rise: ({ name, before, after, points }) =>
    `${name}: from ${before} to ${after} (+${numberOf(points, 'point')})`,
  fall: ({ name, before, after, points }) =>
    `${name}: from ${before} to ${after} (−${numberOf(points, 'point')})`,
  changesCaution: (gapDays) =>
    `Data are missing in one of the two weeks (${numberOf(gapDays, 'outlet day')}), which may be part of a change.`,
  frontPages: 'On front pages',
  frontPagesNote:
    'Hours × share of the front page held by items about each person: solid is sure, faded is possible.',
  frontPagesNone: 'No look at a front page was usable this week: unknown, which is not zero.',
  frontPagesAlt: (list) => `Hours × share of the front page: ${list}.`,
  frontPageOf: ({ name, share, hours }) =>
    share === null
      ? `${name}: ${numberOf(hours, 'page hour')}`
      : `${name}: ${share} of the attention, ${numberOf(hours, 'page hour')}`,
  hours: 'h',
  sure: 'Sure',
  possible: 'At most',
  gaps: 'Gaps',
  gapsOf: ({ days, of, before }) => {
    const start = `${days} of ${numberOf(of, 'outlet day')} ${formFor(days, 'is', 'are')} incomplete`;
    const end = 'Figures cover only what was captured.';
    return before === null ? `${start}. ${end}` : `${start} (the week before: ${before}). ${end}`;
  },
  noGaps: 'No day is missing.',
  gapsLink: 'See what is missing, and why',
  corrections: 'Corrections',
  correctionsOf: (count) =>
    `${numberOf(count, 'figure restated or text', 'figures restated or texts')} taken down this week, each with its reason.`,
  noCorrections: 'None this week.',
  correctionsLink: 'See every correction',
  evidence: 'Evidence',
  figuresLink: 'Open the week’s figures, down to the sentence with the name',
  dataLink: 'Download the week’s open data',
  accuracyLink: 'How well the machine reads',
  method: (version) => `Version ${version} of the method.`,
  methodLink: 'All definitions',
  boundary:
    'This letter counts and measures; it judges no item and no outlet. Everyone gets the same letter.',
  ownLink: 'Read this letter on the web',
  otherLink: 'Đọc thư này bằng tiếng Việt',
  archiveLink: 'All letters, and how to get them',
  why: 'You get this letter because you confirmed that you want it.',
  leave: 'Unsubscribe',
};
