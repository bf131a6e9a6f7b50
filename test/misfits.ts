// "1 items": a text is read as if its numbers were one.

/** Ends in s, or goes with several, and yet may follow a one: "1 is", "1 of its pages". */
const singular =
  /^(?:is|was|has|does|as|this|its|[a-z-]+ss|holds|names|belongs|ends|says|refers|waits|takes|misses|mentions|counts|lacks|stays|becomes|succeeds|leaves|news|column-inches)$/;
/** Verbs of several. */
const several = /^(?:are|were|have|wait|take|miss|people|persons)$/;

/** What does not fit a one (`one` stands for it) and the few words that belong to it. */
export function misfits(text: string, one: RegExp): string[] {
  const phrases = text.matchAll(
    new RegExp(`(?<![\\w'"“/.,-])${one.source}((?: [a-z][a-z-]*){1,3})`, 'g'),
  );
  return [...phrases].flatMap(([phrase, words = '']) => {
    const [first = '', second = '', third = ''] = words.trim().split(' ');
    // "1 of the looks", "1 in these tables": what follows is another thing.
    const own = [first, second, third].filter((_, at, all) =>
      all.slice(0, at + 1).every((word) => !/^(?:of|in|on|at|to|by|from|for|and|or)$/.test(word)),
    );
    const odd = own.some(
      (word, at) =>
        !singular.test(word) && ((at < 2 && /[a-z]s$/.test(word)) || several.test(word)),
    );
    return odd ? [phrase] : [];
  });
}
