// The only door of this room: everything others use of the analyzers.
import { languageFor } from './languages/index.ts';
import { sentenceRules } from './layout.ts';
import { type SentenceSpan, splitSentences } from './text/sentences.ts';

export { analyze, createAnalyzer, methodVersion } from './analyze.ts';
export { analyzeBulletin, type AnalyzeItem } from './broadcast/bulletin.ts';
export { withoutPrivateLabels } from './broadcast/private-labels.ts';
export { clockSeconds, daypartBegins, daypartOf, localSeconds } from './broadcast/dayparts.ts';
export {
  broadcastMeasures,
  type MeasuredBulletin,
  measureBulletin,
  type PartMeasurement,
} from './broadcast/measures.ts';
export {
  type AiredProgramme,
  firstAirings,
  programmeKind,
  type ProgrammeRules,
  programmeRules,
} from './broadcast/programmes.ts';
export {
  ClusterIndex,
  type ClusterItem,
  type ClusterPlace,
  clusterParameters,
  clusterWindowStart,
  exactSimilarity,
  type Signature,
  signatureOf,
  similarity,
} from './clusters.ts';
export { composite } from './front-page/composite.ts';
export { feedOrderShares } from './front-page/feed-order.ts';
export {
  type Capture,
  type FrontPageHours,
  frontPageShareHours,
  type ShareHours,
} from './front-page/share-hours.ts';
export { storyShares } from './front-page/story-shares.ts';
export { columnInches, referenceTypesetting } from './measures/column-inches.ts';
export { type Measure, measures } from './measures/index.ts';
export {
  checkRegister,
  type CsvColumn,
  csvColumns,
  type FindingKind,
  parseRegister,
  parseWikidataHolders,
  type RegisterFinding,
  wikidataQuery,
  writeRegisterCsv,
  writeRegisterFollowTheMoney,
  writeRegisterPopolo,
  writeRegisterWikidata,
} from './register/index.ts';
export type { SentenceSpan } from './text/sentences.ts';
export { countWords } from './text/words.ts';
export {
  createNameMatcher,
  type Detector,
  detectors,
  type NameHit,
  type NameMatcher,
} from './detectors/index.ts';
export { vietnamPlaces } from './languages/vi/places.ts';

/**
 * Sentences of a text, as UTF-16 offsets in its NFC form: the very ones by which the words of a
 * person are counted
 * and that the public may see.
 */
export function sentencesOf(text: string, language?: string): SentenceSpan[] {
  return splitSentences(text.normalize('NFC'), sentenceRules(languageFor(language)));
}
