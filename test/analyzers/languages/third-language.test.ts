import { expect, test } from 'vitest';
import { analyze, parseRegister } from '../../../analyzers/index.ts';
import { english } from '../../../analyzers/languages/en/index.ts';
import {
  type ContextWords,
  type Language,
  languages,
  type TitleHead,
} from '../../../analyzers/languages/index.ts';

const none = Object.fromEntries(
  Object.entries(english.context).map(([name, value]) => [name, Array.isArray(value) ? [] : '']),
  // Safe: the same names, each with an empty value of its own type.
) as unknown as ContextWords;

const head = (words: string): TitleHead => ({ words, head: words, deputy: false, kind: 'office' });

/** Lao, as a folder of lists would have it: a script without spaces between words. */
const lao: Language = {
  id: 'lo',
  hasMarks: false,
  abbreviations: [],
  gluedStarts: [],
  heads: [head('ນາຍົກລັດຖະມົນຕີ'), head('ເຈົ້າແຂວງ')],
  honorifics: [{ words: 'ທ່ານ', gender: null, familiar: false }],
  organizations: [],
  implied: [],
  ministry: { word: '', heads: [] },
  departmentWord: null,
  provinceWord: 'ແຂວງ',
  context: { ...none, former: ['ອະດີດ'], predicate: ['ຕຳແໜ່ງ'], plural: ['ບັນດາ'] },
  attendance: { heads: [], compounds: [], links: [], complete: ['ໂດຍມີ'], tails: [], acts: ['ກ່າວ'] },
  names: {
    familyNames: [],
    commonSyllables: [],
    frequentFamilies: [],
    sharedFamilies: [],
    sharedSyllables: [],
    maxSyllables: 3,
  },
  places: [],
  countries: ['ໄທ'],
};

const register = parseRegister(
  'person,person_id,post,post_id,organization,from,until,checked\n' +
    'ຄຳໄຊ ວົງສາ,khamxay,ນາຍົກລັດຖະມົນຕີ,pm,ລັດຖະບານ,2020,2024,no\n' +
    'ບຸນມີ ແສງຈັນ,bounmy,ນາຍົກລັດຖະມົນຕີ,pm,ລັດຖະບານ,2025,,no\n',
  'lao.csv',
);

const found = (text: string, publishedAt = '2023-05-10') =>
  analyze(
    { id: 'one', outlet: 'pasaxon', publishedAt, title: '', text, language: 'lo-LA' },
    register,
    [...languages, lao],
  );

test('a third language is lists alone: names, titles, dates, former posts', () => {
  const said = (text: string, day?: string) =>
    found(text, day).mentions.map(
      ({ personId, kind, surface }) => `${personId} ${kind}: ${surface}`,
    );
  expect(said('ທ່ານ ຄຳໄຊ ວົງສາ, ນາຍົກລັດຖະມົນຕີ, ກ່າວໃນກອງປະຊຸມ.')).toEqual([
    'khamxay full-name: ທ່ານ ຄຳໄຊ ວົງສາ',
  ]);
  expect(said('ນາຍົກລັດຖະມົນຕີ ຢ້ຽມຢາມແຂວງ.')).toEqual(['khamxay title-only: ນາຍົກລັດຖະມົນຕີ']);
  expect(said('ນາຍົກລັດຖະມົນຕີ ຢ້ຽມຢາມແຂວງ.', '2025-05-10')).toEqual(['bounmy title-only: ນາຍົກລັດຖະມົນຕີ']);
  expect(said('ບັນດາ ນາຍົກລັດຖະມົນຕີ ເຂົ້າຮ່ວມ.')).toEqual([]);
});

test('it says its language and measures words as Unicode counts them', () => {
  const { language, measures } = found('ທ່ານ ຄຳໄຊ ວົງສາ ກ່າວ.');
  expect(language).toBe('lo');
  const words = measures.find(({ measure, personId }) => measure === 'length.words' && !personId);
  expect(words?.value).toBeGreaterThanOrEqual(4);
});

test('the languages that were there read as before', () => {
  const item = { id: 'one', outlet: 'bao', publishedAt: '2023-05-10', title: '' };
  const text = 'Thủ tướng Anh từ chức.';
  expect(analyze({ ...item, text }, register, [...languages, lao]).language).toBe('vi');
});
