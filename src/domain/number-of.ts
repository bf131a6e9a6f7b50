/**
 * A number and the English noun that fits it: `1 page`, `2 pages`, `1 entry`. Vietnamese nouns have
 * one form. What is not known stands as `?`.
 */
export function numberOf(
  count: number | string | undefined,
  one: string,
  many: string = `${one}s`,
): string {
  return `${count ?? '?'} ${formFor(count, one, many)}`;
}

/** The form alone, where the number stands elsewhere or is written otherwise. */
export function formFor(count: number | string | undefined, one: string, many: string): string {
  return Number(count) === 1 && !String(count).includes('.') ? one : many;
}
