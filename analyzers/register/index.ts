import type { Register } from '../../src/domain/index.ts';
import { parsePopolo } from './popolo.ts';

/**
 * Reads a register: Popolo JSON (also EveryPolitician's) or CSV, told apart by the first character.
 * Throws a ColumnInchesError naming file, line or entry, and the mend.
 */
export function parseRegister(text: string, fileName: string): Register {
  return parsePopolo(text, fileName);
}
