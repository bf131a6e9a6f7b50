export type { AirPerson, AirTruth, Bulletin, Cue, RundownItem } from './broadcast.ts';
export { type SimulatedClock, simulatedClock } from './clock.ts';
export {
  type BlockKind,
  type BoxSize,
  type FrontBlock,
  type FrontPage,
  frontPage,
  type Placement,
  revisionsBetween,
} from './front.ts';
export type { OutletId, UncountedReason } from './model.ts';
export { demoRegister } from './register.ts';
export {
  generatePress,
  type Outage,
  type Press,
  type PressOptions,
  pressOutlets,
  type PressTruth,
  truthAt,
} from './press.ts';
export { type PressRequest, type PressResponse, respond } from './respond.ts';
export type { Programme } from './schedule.ts';
export { type ServedPress, servePress } from './serve.ts';
export type {
  TruthArticle,
  TruthMention,
  TruthPerson,
  TruthSentence,
  TruthUncounted,
  TruthVersion,
} from './truth.ts';
export { countWords } from './words.ts';
