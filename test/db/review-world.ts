import { sql } from 'kysely';
import { saveOutlets, saveRegister } from '../../db/index.ts';
import type { Handle } from '../../db/schema.ts';
import { outlet, register } from './world.ts';

/**
 * Many small analyzed items at once: every third mentions Lê An, every ninth doubts about Trần
 * Bình. Days run through March 2026.
 */
export async function storeManyItems(
  db: Handle,
  options: { readonly outletId: string; readonly count: number; readonly demo?: boolean },
): Promise<void> {
  const { outletId, count, demo = false } = options;
  await saveOutlets(db, [outlet({ id: outletId, demo })]);
  await saveRegister(db, register, { demo });
  const id = sql`${outletId} || '-' || n`;
  const at = sql`(timestamptz '2026-03-01 08:00+07' + make_interval(hours => n % 700))`;
  const day = sql`to_char(${at} at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD')`;
  const series = sql`generate_series(1, ${count}::int) as n`;
  await sql`insert into fetches (id, outlet_id, kind, source_kind, url, url_key, final_url,
      started_at, day, duration_ms, outcome, headers)
    select ${id}, ${outletId}, 'article', 'feed', 'https://x.example/' || n, 'x/' || n,
      'https://x.example/' || n, ${at}, ${day}, 1, 'ok', '{}' from ${series}`.execute(db);
  await sql`insert into items (id, outlet_id, canonical_url, first_seen, sorted_at, day,
      latest_version)
    select ${id}, ${outletId}, 'https://x.example/' || ${outletId} || '/' || n, ${at}, ${at},
      ${day}, 1 from ${series}`.execute(db);
  await sql`insert into item_versions (item_id, version, fetch_id, first_seen, url, content_hash,
      title, text, paragraphs, pictures, language, confidence, reasons, origins)
    select ${id}, 1, ${id}, ${at}, 'https://x.example/' || n, md5(n::text), 'Tin ' || n,
      case when n % 3 = 0 then 'Ông Lê An dự họp.' else 'Cầu mới sẽ xong.' end, '[]', '[]', 'vi',
      0.9, '[]', '{}' from ${series}`.execute(db);
  await sql`insert into analyses (item_id, version, method_version, language, outlet_id,
      month)
    select ${id}, 1, '1', 'vi', ${outletId}, left(${day}, 7) from ${series}`.execute(db);
  await sql`insert into item_persons (item_id, version, person_id, role, mentions, words,
      paragraph_share, first_place, fraction)
    select ${id}, 1, 'le-an', 'mentioned', 1, 5, 1, 'standfirst', 1 from ${series}
    where n % 3 = 0`.execute(db);
  await sql`insert into mentions (outlet_id, month, item_id, version, position, person_id, field, start_offset,
      end_offset, core_start, core_end, surface, kind, confidence, uncertain, institutional,
      former, counted, reason_vi, reason_en)
    select ${outletId}, left(${day}, 7), ${id}, 1, 0, 'tran-binh', 'text', 0, 3, 0, 3, 'Cầu', 'full-name', 0.4, true, false,
      false, false, 'trùng tên', 'a namesake' from ${series} where n % 9 = 1`.execute(db);
}
