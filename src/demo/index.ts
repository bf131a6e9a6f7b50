export { type SimulatedClock, simulatedClock } from './clock.ts';
export { frontPage } from './front.ts';
export type { OutletId } from './model.ts';
export {
  generatePress,
  type Outage,
  type Press,
  pressOutlets,
  truthAt,
} from './press.ts';
export { type ArticleReading, articleReadings } from './readings.ts';
export { revisionsBetween } from './rhythm.ts';
export { respond } from './respond.ts';
export { type ServedPress, servePress } from './serve.ts';
export { countWords } from './words.ts';
