import type { Language } from '../language.ts';
import { vietnameseAttendance } from './attendance.ts';
import { vietnameseContext } from './context.ts';
import { foreignPlaces } from './countries.ts';
import { vietnameseNames } from './names.ts';
import { vietnameseOrganizations } from './organizations.ts';
import { vietnamPlaces } from './places.ts';
import { vietnameseHeads, vietnameseHonorifics, vietnameseImplied } from './titles.ts';

/** Vietnamese as its newspapers write it. */
export const vietnamese: Language = {
  id: 'vi',
  hasMarks: true,
  abbreviations: `tp t ư tw ts ths pgs gs bs ls mr mrs ms dr st đ c th s q p tx tt vv v`.split(' '),
  lostWithoutMarks: ['cố', 'tượng', 'thầy', 'bạn', 'mỗi'],
  gluedStarts: ['Ông', 'Bà', 'Theo', 'Ảnh'],
  heads: vietnameseHeads,
  honorifics: vietnameseHonorifics,
  organizations: vietnameseOrganizations,
  implied: vietnameseImplied,
  ministry: { word: 'bộ', heads: ['bộ trưởng'] },
  departmentWord: 'sở',
  provinceWord: 'tỉnh',
  context: vietnameseContext,
  attendance: vietnameseAttendance,
  names: vietnameseNames,
  places: vietnamPlaces,
  countries: foreignPlaces,
};
