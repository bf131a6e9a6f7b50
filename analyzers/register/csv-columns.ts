/** One column of a register CSV: a row is one term of one person in one post. */
export interface CsvColumn {
  readonly name: string;
  readonly required: boolean;
  /** What stands in it, for the codebook and for error messages. */
  readonly meaning: string;
}

/** The columns, in the order they are written. Lists inside a cell are parted by "|". */
export const csvColumns: readonly CsvColumn[] = [
  { name: 'person', required: true, meaning: 'full name as usually written, with diacritics' },
  { name: 'person_id', required: false, meaning: 'id; made of the name where empty' },
  {
    name: 'other_names',
    required: false,
    meaning: 'other spellings, e.g. "Trương Hoà Bình|Thanh Trà:short"',
  },
  { name: 'gender', required: false, meaning: 'female or male' },
  { name: 'post', required: true, meaning: 'the post as usually written' },
  { name: 'post_id', required: false, meaning: 'id; made of the post where empty' },
  { name: 'other_labels', required: false, meaning: 'every other spelling of the post' },
  {
    name: 'generic_title',
    required: false,
    meaning: 'what all holders of its kind are called: Bộ trưởng',
  },
  { name: 'organization', required: false, meaning: 'the body the post belongs to' },
  { name: 'organization_id', required: false, meaning: 'id; made of the organization where empty' },
  { name: 'place', required: false, meaning: 'id or name of the province: quang-ngai' },
  {
    name: 'from',
    required: false,
    meaning: 'first day: YYYY-MM-DD, YYYY-MM or YYYY; empty = unknown',
  },
  { name: 'until', required: false, meaning: 'last day, inclusive; empty = still in office' },
  { name: 'kind', required: false, meaning: 'holder (default), acting or candidate' },
  {
    name: 'source',
    required: false,
    meaning: 'address or citation; required unless checked is no',
  },
  { name: 'checked', required: false, meaning: 'yes (default) or no' },
];
