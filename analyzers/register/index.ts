import type { Register } from '../../src/domain/index.ts';
import { parseRegisterCsv } from './csv.ts';
import { parsePopolo } from './popolo.ts';

export { checkRegister, type FindingKind, type RegisterFinding } from './check.ts';
export { type CsvColumn, csvColumns } from './csv-columns.ts';
export { writeRegisterCsv, writeRegisterPopolo } from './write.ts';
export { writeRegisterFollowTheMoney } from './write-follow-the-money.ts';
export { parseWikidataHolders, wikidataQuery } from './read-wikidata.ts';
export { writeRegisterWikidata } from './write-wikidata.ts';

/**
 * Reads a register: Popolo JSON (also EveryPolitician's) or CSV (`csvColumns`), told apart by the
 * first character.
 * Throws a ColumnInchesError (`register/…`, verdict stop-run) that names file, line or entry, and
 * the mend.
 */
export function parseRegister(text: string, fileName: string): Register {
  const isJson = /^[\ufeff\s]*[{[]/.test(text);
  return isJson ? parsePopolo(text, fileName) : parseRegisterCsv(text, fileName);
}
