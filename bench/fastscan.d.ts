// The package has no types of its own; this is what the bench uses of it.
declare module 'fastscan' {
  class FastScanner {
    constructor(words: readonly string[]);
    /** Every hit, overlapping ones too, as offset and word. */
    search(text: string): (readonly [offset: number, word: string])[];
  }
  export = FastScanner;
}
