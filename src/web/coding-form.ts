import type {
  CodedPerson,
  CodedPlace,
  CodingValue,
  LookReading,
  LookState,
  PersonRole,
  TextState,
} from '../domain/index.ts';

export const textStates: readonly TextState[] = ['whole', 'part', 'none'];
export const roles: readonly PersonRole[] = ['subject', 'mentioned', 'listed'];
export const places: readonly CodedPlace[] = ['headline', 'lead', 'later'];

export const lookStates: readonly LookState[] = [
  'right',
  'other-page',
  'covered',
  'unstyled',
  'part',
];

function oneOf<Value extends string>(
  allowed: readonly Value[],
  given: string | null,
): Value | undefined {
  return allowed.find((value) => value === given);
}

/**
 * What a coding form says; persons outside the register and values outside the codebook are left
 * out, and each person is in it once, in order of ids.
 */
export function readCoding(fields: URLSearchParams, known: ReadonlySet<string>): CodingValue {
  const ids = [...new Set(fields.getAll('person'))].filter((id) => known.has(id)).toSorted();
  const persons = ids.map(
    (personId): CodedPerson => ({
      personId,
      role: oneOf(roles, fields.get(`role ${personId}`)) ?? 'mentioned',
      place: oneOf(places, fields.get(`place ${personId}`)) ?? 'later',
    }),
  );
  return { text: oneOf(textStates, fields.get('text')) ?? 'whole', persons };
}

/** What a form about a picture says; null where no answer of ours was chosen. */
export function readLook(fields: URLSearchParams): LookReading | null {
  const look = oneOf(lookStates, fields.get('look'));
  return look === undefined ? null : { look };
}
