import { sql } from 'kysely';
import type { MentionCorrection, NamedMention } from '../src/domain/index.ts';

// Mentions `m` as they count once corrections are applied, by the same rule as `counted_persons`:
// a correction is of everything that the machine counts for one person in one item.

/** Joins the correction of a counted mention, if there is one, as `own`. */
export const withCorrection = sql`left join corrections own
  on m.counted and own.item_id = m.item_id and own.person_id = m.person_id`;

/** Whether a mention counts for anyone. */
export const countedNow = sql`(m.counted and (own.id is null or own.to_person_id is not null))`;

/** What the correction made of it; null where there is none. */
export function correctionOfMention(demo: boolean) {
  return sql`case when own.id is not null then json_build_object('id', own.id::text,
    'toPersonId', own.to_person_id, 'toPersonName', (select heir.name from persons heir
      where heir.demo = ${demo} and heir.id = own.to_person_id)) end`;
}

/** A mention as the database answers it. */
export type StoredMention = Omit<NamedMention, 'correction'> & {
  readonly correction: MentionCorrection | null;
};

/** Leaves the correction out where there is none. */
export function mentionOf({ correction, ...mention }: StoredMention): NamedMention {
  return correction === null ? mention : { ...mention, correction };
}
