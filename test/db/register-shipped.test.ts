import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkRegister, parseRegister } from '../../analyzers/index.ts';

const folder = path.join(import.meta.dirname, '../../db/register');
const files = readdirSync(folder).filter((name) => name.endsWith('.csv'));

/** Pages that list whatever bears a keyword change by the day, so they prove no date. */
const isListOfATag = (address: string) => /\/tags?\//.test(address);

describe.each(files)('the register %s', (name) => {
  const register = parseRegister(readFileSync(path.join(folder, name), 'utf8'), name);

  it('has nothing that is refused', () => {
    expect(checkRegister(register).filter(({ severity }) => severity === 'refused')).toEqual([]);
  });

  it('calls a term checked only where one source tells its beginning and another its end', () => {
    const checked = register.terms.filter((term) => term.checked);
    expect(checked.length).toBeGreaterThan(0);
    const wrong = checked.filter(({ from, until, source }) => {
      const addresses = (source ?? '').split(' | ').filter((one) => !isListOfATag(one));
      return from === null || until === null || addresses.length < 2;
    });
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });
});
