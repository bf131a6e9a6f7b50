import { sql } from 'kysely';
import type { Day, DigestContent, DigestRecord, Period } from '../src/domain/index.ts';
import { json, storable } from './batch.ts';
import type { Handle } from './schema.ts';

type Language = DigestRecord['language'];

const columns = sql`week, language, subject, finding, content, written_at as "writtenAt"`;
type Row = Omit<DigestRecord, 'writtenAt'> & { readonly writtenAt: Date };
const recordOf = ({ writtenAt, ...row }: Row): DigestRecord => ({
  ...row,
  writtenAt: writtenAt.toISOString(),
});

/** Keeps a letter; the first of its week and language stays, whatever is written later. */
export async function saveDigest(db: Handle, record: DigestRecord): Promise<void> {
  const { week, language, subject, finding, content, writtenAt } = record;
  await sql`insert into digests (demo, week, language, subject, finding, content,
      method_version, written_at)
    values (${content.demo}, ${week}, ${language}, ${storable(subject)}, ${storable(finding)},
      ${json(content)}::jsonb, ${content.methodVersion}, ${writtenAt})
    on conflict do nothing`.execute(db);
}

/** One letter; null where none was written. */
export async function loadDigest(
  db: Handle,
  asked: { readonly demo: boolean; readonly week: Day; readonly language: Language },
): Promise<DigestRecord | null> {
  const { demo, week, language } = asked;
  const { rows } = await sql<Row>`select ${columns} from digests
    where demo = ${demo} and week = ${week} and language = ${language}`.execute(db);
  return rows[0] ? recordOf(rows[0]) : null;
}

/** Letters of one world, latest first, at most 200. */
export async function listDigests(
  db: Handle,
  asked: { readonly demo: boolean; readonly language: Language },
): Promise<DigestRecord[]> {
  const { rows } = await sql<Row>`select ${columns} from digests
    where demo = ${asked.demo} and language = ${asked.language}
    order by week desc limit 200`.execute(db);
  return rows.map(recordOf);
}

/** Figures restated and texts taken down on the days of a period, in a zone. */
export async function correctionsOfDays(
  db: Handle,
  asked: { readonly demo: boolean; readonly period: Period; readonly timeZone: string },
): Promise<number> {
  const { demo, period, timeZone } = asked;
  const from = sql`(${period.from}::date::timestamp at time zone ${timeZone})`;
  const until = sql`((${period.to}::date + 1)::timestamp at time zone ${timeZone})`;
  const { rows } = await sql<{ count: number }>`select (
      (select count(*) from corrections where demo = ${demo} and made_at >= ${from}
        and made_at < ${until})
      + (select count(*) from takedowns where demo = ${demo} and state = 'accepted'
        and decided_at >= ${from} and decided_at < ${until}))::integer as count`.execute(db);
  return rows[0]?.count ?? 0;
}

/** What a content holds of a week that is stored; null where the week has no letter. */
export async function digestContent(
  db: Handle,
  asked: { readonly demo: boolean; readonly week: Day },
): Promise<DigestContent | null> {
  const { rows } = await sql<{ content: DigestContent }>`select content from digests
    where demo = ${asked.demo} and week = ${asked.week} limit 1`.execute(db);
  return rows[0]?.content ?? null;
}
