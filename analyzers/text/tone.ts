// Vietnamese is written with two placements of the tone mark (hoà/hòa, uỷ/ủy). Both have the same
// length in NFC,
// so the text can be read in one placement without moving any offset.

const oldToNew = new Map<string, string>([
  ...pairs('oa', 'òóỏõọ', 'àáảãạ'),
  ...pairs('oe', 'òóỏõọ', 'èéẻẽẹ'),
  ...pairs('uy', 'ùúủũụ', 'ỳýỷỹỵ'),
]);

/** Old spelling to new, of a pair of vowels: its first one with each tone, its second with each. */
function pairs(vowels: string, toned: string, old: string): [string, string][] {
  const [first, second] = vowels.split('') as [string, string];
  return old.split('').flatMap((mark, index): [string, string][] => {
    const tonedFirst = toned[index] as string;
    const upper: [string, string] = [
      (first + mark).toUpperCase(),
      (tonedFirst + second).toUpperCase(),
    ];
    const capital: [string, string] = [
      first.toUpperCase() + mark,
      tonedFirst.toUpperCase() + second,
    ];
    return [[first + mark, tonedFirst + second], capital, upper];
  });
}

const candidate = /[oOuU][àáảãạèéẻẽẹỳýỷỹỵÀÁẢÃẠÈÉẺẼẸỲÝỶỸỴ]/g;
const letter = /\p{L}/u;

/**
 * Same text, same length, tone marks in the new placement: `hoà` → `hòa`; `quý` and `hoàn` stay.
 * Takes NFC.
 */
export function withNewTonePlacement(text: string): string {
  return text.replace(candidate, (pair: string, offset: number) => {
    const next = text[offset + 2];
    if (next !== undefined && letter.test(next)) return pair;
    const previous = text[offset - 1];
    const isQu = (previous === 'q' || previous === 'Q') && (pair[0] === 'u' || pair[0] === 'U');
    return isQu ? pair : (oldToNew.get(pair) ?? pair);
  });
}

const plainOf = new Map<string, string>();

/** One letter without its marks: `ễ` → `e`, `đ` → `d`. */
function plainLetter(letterWithMarks: string): string {
  const known = plainOf.get(letterWithMarks);
  if (known !== undefined) return known;
  const bare = letterWithMarks.normalize('NFD').replace(/\p{M}+/gu, '');
  const plain = bare === 'đ' ? 'd' : bare === 'Đ' ? 'D' : bare;
  const sameLength = plain.length === letterWithMarks.length ? plain : letterWithMarks;
  plainOf.set(letterWithMarks, sameLength);
  return sameLength;
}

/** Same text and length without diacritics: `Nguyễn` → `Nguyen`. Takes NFC. */
export function withoutMarks(text: string): string {
  return text.replace(/[^\0-\x7f]/g, plainLetter);
}

/**
 * Whether two spellings of equal plain letters differ in one mark of one letter: `Thanh`/`Thành`,
 * `Tổ`/`Tô`.
 * Takes NFC; false for equal texts.
 */
export function differInOneMark(first: string, second: string): boolean {
  if (first.length !== second.length) return false;
  let differences = 0;
  for (let index = 0; index < first.length; index++) {
    const a = first[index] as string;
    const b = second[index] as string;
    if (a === b) continue;
    if (plainLetter(a) !== plainLetter(b)) return false;
    differences += markDistance(a, b);
  }
  return differences === 1;
}

function markDistance(a: string, b: string): number {
  const marksA = new Set(a.normalize('NFD').slice(1));
  const marksB = new Set(b.normalize('NFD').slice(1));
  if (isStroked(a) !== isStroked(b)) return 1;
  const onlyA = [...marksA].filter((mark) => !marksB.has(mark)).length;
  const onlyB = [...marksB].filter((mark) => !marksA.has(mark)).length;
  return Math.max(onlyA, onlyB);
}

function isStroked(text: string): boolean {
  return text === 'đ' || text === 'Đ';
}
