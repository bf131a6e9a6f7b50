import { Gap } from '../text/prepare.ts';
import type { FieldReading } from './field-reader.ts';
import type { OtherOccurrence } from './people.ts';
import { personFits } from './post-match.ts';
import type { RegisterIndex } from './register-index.ts';
import type { ParsedTitle, TitleReference } from './title-parser.ts';

/** Someone who bears a title in the item; `person` null for anyone not in the register. */
export interface Bearer {
  readonly order: number;
  readonly title: ParsedTitle;
  readonly person: number | null;
  /** Stands at the head of a clause, so what follows goes on about this person. */
  readonly opens: boolean;
}

/** At the head of a clause, and no further name of a list ("Tổng thống A, Thủ tướng B dự"). */
function opensClause({ tokens, names, others, titles }: FieldReading, from: number): boolean {
  const gap = tokens.gap[from] as number;
  if (gap !== Gap.comma) return gap > Gap.join;
  return ![names, others, titles].some((spans) => spans.some(({ to }) => to === from));
}

/** Every title of an announcement, as borne by a person. */
export function bearersOf(
  { order, announcement, reading }: Pick<OtherOccurrence, 'order' | 'announcement' | 'reading'>,
  person: number | null,
): Bearer[] {
  const opens = opensClause(reading, announcement.from);
  const direct = announcement.title ? [announcement.title] : [];
  return [...direct, ...announcement.before, ...announcement.after]
    .filter(({ kind }) => kind === 'office')
    .map((title) => ({ order, title, person, opens }));
}

/** Whether a title standing alone may point back (or ahead) to this bearer. */
export function mayMean(index: RegisterIndex, title: TitleReference, bearer: Bearer): boolean {
  const borne = bearer.title;
  if (borne.head !== title.head || borne.deputy !== title.deputy) return false;
  if (bearer.person !== null) {
    return (
      !borne.former && personFits(index, bearer.person, title) !== null && fitsPlace(title, borne)
    );
  }
  return !borne.former && fitsOrganization(title, borne) && fitsPlace(title, borne);
}

function fitsOrganization(title: TitleReference, borne: TitleReference): boolean {
  if (title.organizations === null || borne.organizations === null) return true;
  return title.organizations.some((key) => borne.organizations?.includes(key));
}

/** Whether two titles may be of one place: not "Chủ tịch quận X" and "Chủ tịch thành phố". */
export function fitsPlace(title: TitleReference, borne: TitleReference): boolean {
  const a = title.place;
  const b = borne.place;
  const levels = [levelOf(title), levelOf(borne)];
  if (levels[0] && levels[1] && levels[0] !== levels[1]) return false;
  if (!a || !b || a.kind === 'level' || b.kind === 'level') return true;
  if (a.kind !== b.kind) return false;
  if (a.kind === 'foreign' && b.kind === 'foreign') {
    return a.name === undefined || b.name === undefined || a.name === b.name;
  }
  if (a.kind === 'province' && b.kind === 'province') return a.id === b.id;
  if (a.kind === 'district' && b.kind === 'district') return a.name === b.name;
  return true;
}

/** "Thành phố" may be a province or a town within one, so only the kind of the place is told. */
function levelOf({ level, place }: TitleReference): TitleReference['level'] {
  return level ?? (place?.kind === 'district' ? 'district' : null);
}
