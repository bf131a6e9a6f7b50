/** Room (pixels) a row of a wide chart keeps for its name; where it wraps (em; Infinity: never). */
export interface RowNames {
  readonly width: number;
  readonly lineWidth: number;
}

const fontSize = 13;
/** Mean width of a letter of Be Vietnam Pro in em, generous: names must never touch ink. */
const letterWidth = 0.57;
const gap = 14;

/**
 * Measures the names that stand left of a chart's rows: each line of a name that has its own line
 * break counts by itself. At most a quarter of the picture: a longer name wraps.
 */
export function rowNames(names: readonly string[], pictureWidth: number): RowNames {
  const longest = Math.max(
    1,
    ...names.flatMap((name) => name.split('\n')).map((line) => line.length),
  );
  const wanted = longest * letterWidth * fontSize + gap;
  const width = Math.round(Math.min(Math.max(196, wanted), Math.max(196, pictureWidth / 4)));
  const fits = wanted <= width;
  return { width, lineWidth: fits ? Infinity : (width - gap) / fontSize };
}
