// What tests of other rooms need of the inside of `db/`: older schemas, a server of their own.
export { type EmbeddedServer, startEmbedded } from '../../db/embedded.ts';
export { migrate } from '../../db/migrate.ts';
export { backfills } from '../../db/migrations/0018-told-by-month.ts';
export { searchWindows } from '../../db/migrations/0019-search-windows.ts';
export { migrations } from '../../db/migrations/index.ts';
export type { Tables } from '../../db/schema.ts';
