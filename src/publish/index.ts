export { alarmWords } from './alarm-words.ts';
export * from './charts/index.ts';
export {
  acceptChallenge,
  type ChallengeOptions,
  decideTakedownRequest,
  rejectChallenge,
  type Verdict,
} from './challenges.ts';
export { createNumbers } from './numbers.ts';
export { csvCell, type ExportRequest, makeExport } from './open-data/index.ts';
export { createPlans, noteDeviation, sealPlan } from './plans.ts';
export { refreshPublished } from './search.ts';
export {
  challengeOptions,
  createPublication,
  openDataOptions,
  type PublicationOptions,
} from './publication.ts';
export { placementLines, placementsHead } from './placements-csv.ts';
