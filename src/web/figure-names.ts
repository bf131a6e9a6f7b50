import type { MessageKey } from './language.ts';

/**
 * What of a page can be contested by itself: the id of its place, and what it is called wherever a
 * challenge of it is read. The id is the fragment of the address that a challenge keeps.
 */
export const figureNames = {
  // Charts.
  share: 'overview.shareTitle',
  ranks: 'challenge.figure.ranks',
  'outlet-days': 'trend.outletsTitle',
  coverage: 'coverage.title',
  series: 'challenge.figure.series',
  'by-outlet': 'challenge.figure.byOutlet',
  attention: 'challenge.figure.attention',
  'front-pages': 'challenge.figure.frontPages',
  lines: 'challenge.figure.lines',
  dwell: 'frontPage.dwell',
  'air-radio': 'challenge.figure.airRadio',
  'air-television': 'challenge.figure.airTelevision',
  bar: 'air.barTitle',
  // Tables.
  items: 'items.figure',
  persons: 'overview.persons',
  outlets: 'overview.outlets',
  'front-page-places': 'frontPage.places',
  composite: 'frontPage.composite',
  places: 'person.places',
  air: 'air.heading',
  ledger: 'gaps.ledger',
  gaps: 'gaps.list',
  compare: 'compare.table',
  matrix: 'compare.outlets',
  stories: 'frontPage.stories',
  copies: 'story.copies',
  parts: 'air.rundown',
  corrected: 'accuracy.corrected',
  agreement: 'accuracy.agreement',
  change: 'challenge.figure.change',
  // Single figures.
  frequency: 'person.frequency',
  'share-of-coverage': 'person.share',
  length: 'person.length',
  prominence: 'person.prominence',
  'front-page-hours': 'frontPage.hours',
  'outlet-items': 'outlet.items',
  'outlet-with-persons': 'outlet.withPersons',
  'outlet-length': 'outlet.length',
  'outlet-gaps': 'outlet.gaps',
  'radio-bulletins': 'air.bulletins',
  'radio-time': 'air.bulletinTime',
  'radio-subtitled': 'air.subtitled',
  'radio-listed': 'air.listed',
  'television-bulletins': 'air.bulletins',
  'television-time': 'air.bulletinTime',
  'television-subtitled': 'air.subtitled',
  'television-listed': 'air.listed',
  'bulletin-length': 'air.length',
  'bulletin-reports': 'air.reports',
  'bulletin-longest': 'air.longest',
  'bulletin-repeats': 'air.repeats',
  'story-published': 'story.published',
  'story-distinct': 'table.distinct',
  'all-items': 'table.items',
  'with-persons': 'table.withPersons',
  'all-mentions': 'table.mentions',
  'whole-days': 'gaps.whole',
  audited: 'accuracy.title',
} as const satisfies Readonly<Record<string, MessageKey>>;

export type FigureId = keyof typeof figureNames;

function isFigure(id: string): id is FigureId {
  return Object.hasOwn(figureNames, id);
}

/** What is contested at an address (`/?outlet=a#ranks`); null where it names no single figure. */
export function figureAt(address: string): MessageKey | null {
  const id = address.split('#', 2)[1] ?? '';
  return isFigure(id) ? figureNames[id] : null;
}
