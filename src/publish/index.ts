export * from './charts/index.ts';
export { createNumbers } from './numbers.ts';
