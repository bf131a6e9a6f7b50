// Pictures and number formats, one chart a file; used by pages, letters and exports alike.
export {
  type Chart,
  type ChartFrame,
  type ChartTable,
  type CountedCell,
  linesOf,
} from './chart.ts';
export { personColour, personColourIndex, personColours } from './colours.ts';
export { coverageStrip, type CoverageStripInput } from './coverage-strip.ts';
export { type Annotation, annotationsAtMost } from './annotations.ts';
export { addDays, dayCount, daysOf, rankSpans } from './day-spans.ts';
export { frontPageAttention, type FrontPageAttentionInput } from './front-page-attention.ts';
export { type Formats, formatsFor, type Language } from './formats.ts';
export { healthDays, healthSteps, lookHealthDays } from './health-strip.ts';
export { highestMean, lineStepDays, lineSteps, writeStep } from './line-steps.ts';
export { personSeries, type PersonSeriesInput } from './person-series.ts';
export { rankBump, type RankBumpInput } from './rank-bump.ts';
export { shareOfCoverage, type ShareOfCoverageInput } from './share-of-coverage.ts';
export { smallMultiples, type SmallMultiplesInput } from './small-multiples.ts';
export { weekFrontPages } from './week-front-pages.ts';
export { weekShares } from './week-shares.ts';
