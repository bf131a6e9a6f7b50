/** A marked text (see `marked.ts`), alone or with the day or outlet's province it needs. */
export type Case =
  | string
  | {
      readonly text: string;
      /** Publication day; 2023-05-10 where empty. */
      readonly at?: string;
      /** The outlet's province. */
      readonly place?: string;
      /** Captions of its pictures, marked too. */
      readonly captions?: readonly string[];
    };

/** Texts that show one trap. */
export interface Family {
  readonly name: string;
  readonly cases: readonly Case[];
}
