import type { ExportFile, FigureQuery } from '../../domain/index.ts';
import type { PlainTable } from './table.ts';

/** One table as written: its file and what it holds. */
export interface WrittenTable {
  readonly table: PlainTable;
  readonly file: ExportFile;
}

/** What every export says of itself. */
export interface PackageFacts {
  readonly query: FigureQuery;
  readonly methodVersion: string;
  /** Of the program. */
  readonly version: string;
}

/**
 * datapackage.json (Frictionless Data Package v1). It holds no time and no machine's name, so that
 * the same data exported twice have the same bytes and the same hash.
 */
export function dataPackage(facts: PackageFacts, written: readonly WrittenTable[]): string {
  const { query, methodVersion } = facts;
  const { from, to } = query.period;
  const whole = {
    profile: 'data-package',
    name: `column-inches-${from}-${to}${query.demo ? '-fiction' : ''}`,
    title: `Column Inches: coverage of office-holders, ${from} to ${to}`,
    description:
      (query.demo ? 'FICTION for demonstration, never to be cited. ' : '') +
      'How outlets covered public office-holders: frequency, length, prominence. An empty cell ' +
      'is unknown, never zero; the days that are missing are in gaps. Titles and sentences ' +
      'belong to the outlets that published them.',
    version: methodVersion,
    columnInches: {
      period: query.period,
      outlets: query.outlets,
      data: query.demo ? 'fiction' : 'real',
      methodVersion,
      program: facts.version,
    },
    resources: written.map(resource),
  };
  return `${JSON.stringify(whole, null, 2)}\n`;
}

function resource({ table, file }: WrittenTable) {
  const isTabular = !file.path.endsWith('.parquet');
  return {
    name: file.path.replaceAll('.', '-').replaceAll('_', '-'),
    path: file.path,
    profile: isTabular ? 'tabular-data-resource' : 'data-resource',
    title: table.title.en,
    description: `${table.about.en} · ${table.about.vi}`,
    format: file.path.split('.').at(-1),
    mediatype: file.mediaType.split(';')[0],
    ...(isTabular ? { encoding: 'utf-8' } : {}),
    bytes: file.sizeBytes,
    hash: `sha256:${file.sha256}`,
    rows: file.rows,
    schema: {
      fields: table.fields.map(({ name, type, about }) => ({
        name,
        // Frictionless reads "datetime" with an offset only by its own pattern.
        type: type === 'datetime' ? 'string' : type,
        description: `${about.en} · ${about.vi}`,
      })),
      primaryKey: table.primaryKey,
      missingValues: [''],
    },
  };
}
