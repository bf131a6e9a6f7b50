/**
 * The part of a long run that this process does, by the setting LONG_PART: `2/5` = the second of
 * five. All of it where nothing is set. The parts together are the whole, whoever runs them.
 */
export function ownPart<Piece>(all: readonly Piece[]): readonly Piece[] {
  const given = process.env['LONG_PART'] ?? '1/1';
  const [, part = '', parts = ''] = /^(\d+)\/(\d+)$/.exec(given) ?? [];
  const [at, of] = [Number(part), Number(parts)];
  if (!(at >= 1 && at <= of)) throw new TypeError(`LONG_PART is "${given}": write it as 2/5`);
  return all.filter((_, index) => index % of === at - 1);
}
