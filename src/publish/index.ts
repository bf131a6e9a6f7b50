export { createNumbers, type NumbersOptions } from './numbers.ts';
