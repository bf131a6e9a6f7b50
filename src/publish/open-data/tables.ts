import { airOutletsTable, airPersonsTable, airReportsTable } from './air-tables.ts';
import { correctionsTable } from './correction-table.ts';
import { coverageTable, gapsTable, outletsTable, personsTable } from './figure-tables.ts';
import { termsTable } from './register-table.ts';
import {
  daysTable,
  itemPersonsTable,
  itemsTable,
  measurementsTable,
  mentionsTable,
} from './row-tables.ts';
import type { PlainTable } from './table.ts';

/** Every table of open data, in the order in which they are listed. */
export const tables: readonly PlainTable[] = [
  personsTable,
  outletsTable,
  daysTable,
  gapsTable,
  coverageTable,
  correctionsTable,
  itemsTable,
  itemPersonsTable,
  mentionsTable,
  measurementsTable,
  airPersonsTable,
  airOutletsTable,
  airReportsTable,
  termsTable,
];
