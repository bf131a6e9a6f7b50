import type { Random } from './random.ts';

/** `12500` → `12.500`: the Vietnamese thousands point. */
function thousands(value: number): string {
  return String(value).replace(/\B(?=(?:\d{3}){1,5}$)/g, '.');
}

/**
 * A number drawn by its spec: `#40-180:5` in steps, `#.12-32` tenths, `##1998-2009` without points.
 */
export function numberFact(spec: string, random: Random): string {
  const match = /^#([.#]?)(\d+)-(\d+)(?::(\d+))?$/.exec(spec) as unknown as string[];
  const [, mark, min, max, step = '1'] = match as [string, string, string, string, string?];
  const stepSize = Number(step);
  const steps = Math.floor((Number(max) - Number(min)) / stepSize);
  const value = Number(min) + random.int(0, steps) * stepSize;
  if (mark === '.') return (value / 10).toFixed(1).replace('.', ',');
  return mark === '#' ? String(value) : thousands(value);
}

/** Chooses one of `[a|b|c]`, innermost first, so that choices may lie in choices. */
export function choose(template: string, pick: (options: readonly string[]) => string): string {
  let text = template;
  for (;;) {
    const next = text.replace(/\[([^[\]]*)\]/g, (_, inner: string) => pick(inner.split('|')));
    if (next === text) return text;
    text = next;
  }
}
