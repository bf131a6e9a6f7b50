export * from './charts/index.ts';
export { createNumbers } from './numbers.ts';
export { placementLines, placementsHead } from './placements-csv.ts';
