import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { ColumnInchesError } from '../src/domain/index.ts';
import { type RunningHolder, runningHolder } from './data-lock.ts';
import { connectionTo } from './embedded.ts';

/** A first start makes its database in about a second; a machine under load takes longer. */
const patienceMs = 30_000;
const stepMs = 50;

/** By this name the server knows those who joined it. */
export const guestName = 'column-inches beside';

/**
 * How to reach the server of the program that has the data folder open, once it answers. Throws
 * `database/not-reachable-beside` where it ends, or does not answer, in the meantime.
 */
export async function connectionBeside(
  dataFolder: string,
  holder: RunningHolder,
): Promise<ReturnType<typeof connectionTo>> {
  let last: unknown;
  for (let waitedMs = 0; waitedMs < patienceMs; waitedMs += stepMs) {
    const now = await runningHolder(dataFolder);
    if (now?.pid !== holder.pid) break;
    if (now.socketFolder !== null) {
      const connection = connectionTo(now.socketFolder);
      last = await failureOf(connection);
      if (last === null) return connection;
    }
    await delay(stepMs);
  }
  throw notReachable(holder, last);
}

/** Null where the server answers. */
async function failureOf(connection: pg.ClientConfig): Promise<unknown> {
  const client = new pg.Client(connection);
  // It may be shut down while we ask.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select 1');
    return null;
  } catch (thrown) {
    return thrown;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function notReachable({ pid, purpose }: RunningHolder, cause: unknown): ColumnInchesError {
  return new ColumnInchesError({
    code: 'database/not-reachable-beside',
    verdict: 'stop-run',
    message:
      `Process ${pid} (${purpose}) has the data folder open, but its database does not answer. ` +
      'Run this as the same user, or wait until that one is up; else stop it and try again.',
    messageVietnamese:
      `Tiến trình ${pid} (${purpose}) đang mở thư mục dữ liệu nhưng cơ sở dữ liệu của nó không trả ` +
      'lời. Hãy chạy bằng cùng người dùng, hoặc chờ nó mở xong; nếu không, dừng nó rồi thử lại.',
    ...(cause === undefined ? {} : { cause }),
  });
}

/** Waits, at most `patienceMs`, until nobody who joined is connected any more. */
export async function untilGuestsLeave(pool: pg.Pool, patienceMs: number): Promise<void> {
  for (let waitedMs = 0; waitedMs < patienceMs; waitedMs += stepMs) {
    const { rows } = await pool.query<{ guests: boolean }>(
      'select exists (select from pg_stat_activity where application_name = $1) as guests',
      [guestName],
    );
    if (rows[0]?.guests !== true) return;
    await delay(stepMs);
  }
}

/** PostgreSQL's names for a server that is shutting down, and the client's for a broken line. */
const lostCodes: ReadonlySet<unknown> = new Set(['57P01', '57P02', '57P03', 'ECONNRESET', 'EPIPE']);
const lostWords = /^Connection terminated|^Client has encountered a connection error/;

/** What to tell of an error that means the database went away; null for every other one. */
export function connectionLost(thrown: unknown): ColumnInchesError | null {
  if (!(thrown instanceof Error)) return null;
  const { code, message } = thrown as Error & { code?: unknown };
  const isServers = 'severity' in thrown || lostWords.test(message);
  if (!lostWords.test(message) && !(isServers && lostCodes.has(code))) return null;
  return new ColumnInchesError({
    code: 'database/connection-lost',
    verdict: 'retry',
    message:
      'The database went away in the middle: the program that runs it was stopped, or its server ' +
      'ended. Nothing half-done is kept. Run the command again.',
    messageVietnamese:
      'Cơ sở dữ liệu đóng giữa chừng: chương trình đang chạy nó đã dừng, hoặc máy chủ ngừng hoạt ' +
      'động. Không có gì bị lưu dở dang. Hãy chạy lại lệnh.',
    cause: thrown,
  });
}
