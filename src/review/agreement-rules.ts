import type { CodedPair } from '../../db/index.ts';
import type { CodingValue } from '../domain/index.ts';
import {
  type Agreement,
  type CodedUnit,
  type CodedValue,
  cohenKappa,
  krippendorffAlpha,
  type Level,
} from './agreement.ts';

/** The rules of the codebook, each measured by itself so that an unclear one is seen. */
export type CodebookRule = 'person' | 'role' | 'place' | 'text' | 'count';

export interface RuleAgreement extends Agreement {
  readonly rule: CodebookRule;
  readonly level: Level;
  /** Cohen's κ of first and second coder; null on scales it does not know or without variation. */
  readonly kappa: number | null;
}

const scales: Readonly<Record<CodebookRule, { level: Level; order?: readonly string[] }>> = {
  person: { level: 'nominal' },
  role: { level: 'nominal' },
  place: { level: 'ordinal', order: ['headline', 'lead', 'later'] },
  text: { level: 'ordinal', order: ['whole', 'part', 'none'] },
  count: { level: 'interval' },
};

/** The rules in the order they are shown. */
const codebookRules = Object.keys(scales) as readonly CodebookRule[];

/** What each of a task's codings says of one thing. */
function unitOf(pair: CodedPair, read: (value: CodingValue) => CodedValue): CodedUnit {
  return pair.values.map(read);
}

function personUnits(
  pairs: readonly CodedPair[],
  read: (value: CodingValue, personId: string) => CodedValue,
): CodedUnit[] {
  const named = new Set(
    pairs.flatMap(({ values }) => values.flatMap(({ persons }) => persons.map((p) => p.personId))),
  );
  return pairs.flatMap((pair) =>
    [...named].map((personId) => unitOf(pair, (value) => read(value, personId))),
  );
}

const codedPerson = (value: CodingValue, personId: string) =>
  value.persons.find((person) => person.personId === personId);

function unitsOf(rule: CodebookRule, pairs: readonly CodedPair[]): CodedUnit[] {
  switch (rule) {
    case 'person':
      return personUnits(pairs, (value, id) => (codedPerson(value, id) ? 'yes' : 'no'));
    case 'role':
      return personUnits(pairs, (value, id) => codedPerson(value, id)?.role ?? null);
    case 'place':
      return personUnits(pairs, (value, id) => codedPerson(value, id)?.place ?? null);
    case 'text':
      return pairs.map((pair) => unitOf(pair, (value) => value.text));
    case 'count':
      return pairs.map((pair) => unitOf(pair, (value) => value.persons.length));
  }
}

/**
 * Agreement rule by rule over tasks that two coders handed in. `person` asks, for every task and
 * every person anyone named, whether the person is in it; `role` and `place` look at persons both
 * named.
 */
export function ruleAgreement(pairs: readonly CodedPair[], resamplings = 1000): RuleAgreement[] {
  return codebookRules.map((rule) => {
    const units = unitsOf(rule, pairs);
    const scale = scales[rule];
    return {
      rule,
      level: scale.level,
      ...krippendorffAlpha(units, { ...scale, resamplings, seed: rule }),
      kappa:
        scale.level === 'nominal'
          ? cohenKappa(units.map(([one = null, other = null]) => [one, other]))
          : null,
    };
  });
}
