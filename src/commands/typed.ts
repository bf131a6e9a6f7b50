import type { Bilingual } from '../domain/index.ts';

/** How a command is typed where this runs: in a clone through npm, installed by its own name. */
export type ProgramName = 'npm run cli --' | 'column-inches';

/** Advice is written with the installed name; here it becomes what works where it is read. */
export function asTyped(text: string, program: ProgramName): string {
  if (program === 'column-inches') return text;
  return text
    .replace(/\bcolumn-inches start\b(?! --)/g, 'npm start')
    .replace(/\bcolumn-inches start (?=--)/g, 'npm start -- ')
    .replace(/\bcolumn-inches (?=[a-z-])/g, `${program} `);
}

export function asTypedBoth(text: Bilingual, program: ProgramName): Bilingual {
  return { vi: asTyped(text.vi, program), en: asTyped(text.en, program) };
}
