export * from './charts/index.ts';
export { createNumbers } from './numbers.ts';
export { csvCell, type ExportRequest, makeExport } from './open-data/index.ts';
export { createPublication, openDataOptions, type PublicationOptions } from './publication.ts';
