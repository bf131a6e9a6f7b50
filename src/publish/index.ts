export * from './charts/index.ts';
export { createNumbers, type NumbersOptions } from './numbers.ts';
