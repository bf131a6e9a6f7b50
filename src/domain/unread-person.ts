import type { PersonFigures, UnreadRegister } from './figures.ts';

/** Whether nobody has looked for a person in items yet: 0 would be a gap shown as a zero. */
export function isUnreadPerson(
  { personId, items }: Pick<PersonFigures, 'personId' | 'items'>,
  unread: UnreadRegister | null,
): boolean {
  return items === 0 && unread?.persons.includes(personId) === true;
}
