import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkRegister, parseRegister, writeRegisterCsv } from '../../analyzers/index.ts';

const folder = path.join(import.meta.dirname, '../../db/register');
const files = readdirSync(folder).filter((name) => name.endsWith('.csv'));

/** Pages that list whatever bears a keyword change by the day, so they prove no date. */
const isListOfATag = (address: string) => /\/tags?\//.test(address);

describe.each(['README.md', 'README.vi.md'])('%s of the registers', (name) => {
  const text = readFileSync(path.join(folder, name), 'utf8');
  const example = /```csv\n(.*?)```/s.exec(text)?.[1] ?? '';

  it('tells every column in the order they are written, each with an example', () => {
    const rows = [...text.matchAll(/^\| `(\w+)` \| (.+) \| (`.+`) \|$/gm)];
    const [written] = writeRegisterCsv(parseRegister(example, name)).split(/\r?\n/);
    expect(rows.map(([, column]) => column)).toEqual(written?.split(','));
    const required = rows.filter(([, , what]) => /^(required|bắt buộc):/.test(what ?? ''));
    expect(required.map(([, column]) => column)).toEqual(['person', 'post']);
    for (const one of ['person', 'post']) {
      const without = example.replace(new RegExp(`\\b${one}\\b`), 'gone');
      expect(() => parseRegister(without, name), one).toThrow();
    }
  });

  it('shows a file that can be imported as it stands', () => {
    const register = parseRegister(example, name);
    expect(register.terms).toHaveLength(2);
    expect(register.posts).toHaveLength(1);
    expect(checkRegister(register).filter(({ severity }) => severity === 'refused')).toEqual([]);
  });
});

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
