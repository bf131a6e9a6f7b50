export { alarmWords } from './alarm-words.ts';
export * from './charts/index.ts';
export {
  acceptChallenge,
  decideTakedownRequest,
  rejectChallenge,
} from './challenges.ts';
export {
  createDigests,
  type DigestDesk,
  type DigestOptions,
  readBounce,
  readWeek,
  type SendSummary,
} from './digest/index.ts';
export { addressFault, createMailDoor } from './mail.ts';
export { createNumbers, readFigures } from './numbers.ts';
export { csvCell, makeExport } from './open-data/index.ts';
export { failedLooksWords, faultWords, ruleWords } from './operations-words.ts';
export { createPlans, noteDeviation, noticeDeviations, sealPlan } from './plans.ts';
export { refreshPublished } from './search.ts';
export { searchVector, withoutMarks } from './search-words.ts';
export {
  challengeOptions,
  createPublication,
  openDataOptions,
  type PublicationOptions,
} from './publication.ts';
export { placementLines, placementsHead } from './placements-csv.ts';
