import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'kysely';
import type { HostLender, HostLoan, HostUse, Log } from '../src/domain/index.ts';
import type { Handle } from './schema.ts';

/** How hosts are lent. */
export interface HostLenderOptions {
  /** Of this process, different from every other's. */
  readonly holder: string;
  readonly log: Log;
  /** After so long without a sign of life a loan ends; at least 1,000. Default 30,000. */
  readonly leaseMs?: number;
}

const firstPauseMs = 5_000;
/** How long to wait before asking again for a host that another has. */
const heldWaitMs = 150;

/**
 * Lends hosts to one process at a time by a row each in the database, whose clock alone counts. Who
 * dies loses its hosts when the lease ends; who lives but cannot say so is told before that.
 */
export function createHostLender(db: Handle, options: HostLenderOptions): HostLender {
  return new Lender(db, options);
}

interface Loan {
  readonly lost: AbortController;
  /** On this process's own steady clock. */
  until: number;
}

class Lender implements HostLender {
  readonly #db: Handle;
  readonly #holder: string;
  readonly #log: Log;
  readonly #leaseMs: number;
  readonly #loans = new Map<string, Loan>();
  readonly #closing = new AbortController();
  #renewing: Promise<void> | null = null;

  constructor(db: Handle, { holder, log, leaseMs = 30_000 }: HostLenderOptions) {
    this.#db = db;
    this.#holder = holder;
    this.#log = log;
    this.#leaseMs = leaseMs;
  }

  async ask(host: string): Promise<HostLoan> {
    // The lease in the database ends later than this, so we stop before another may begin.
    const until = performance.now() + this.#leaseMs * 0.8;
    if (!(await this.#take(host))) return await this.#refusal(host);
    const lost = new AbortController();
    this.#loans.set(host, { lost, until });
    this.#renewing ??= this.#renew();
    return { lent: true, lost: lost.signal };
  }

  async #take(host: string): Promise<boolean> {
    const { rows } = await sql`insert into host_leases as l (host, holder, held_until)
      values (${host}, ${this.#holder}, ${this.#end()})
      on conflict (host) do update set holder = excluded.holder, held_until = excluded.held_until
        where (l.holder is null or l.held_until <= clock_timestamp())
          and greatest(l.free_at, l.paused_until) <= clock_timestamp()
      returning host`.execute(this.#db);
    return rows.length === 1;
  }

  #end() {
    return sql`clock_timestamp() + make_interval(secs => ${this.#leaseMs / 1000})`;
  }

  async #refusal(host: string): Promise<HostLoan> {
    const { rows } = await sql<{ held: boolean; paused: boolean; waitMs: number }>`
      select holder is not null and held_until > now as held, paused_until > now as paused,
        (extract(epoch from greatest(free_at, paused_until, now) - now) * 1000)::float8 as "waitMs"
      from host_leases, clock_timestamp() as now where host = ${host}`.execute(this.#db);
    const { held = false, paused = false, waitMs = 0 } = rows[0] ?? {};
    // A little apart, or all who wait would ask in the same moment.
    const apartMs = Math.random() * heldWaitMs;
    return { lent: false, paused, waitMs: Math.ceil(waitMs + apartMs + (held ? heldWaitMs : 1)) };
  }

  async giveBack(host: string, use: HostUse): Promise<void> {
    this.#loans.delete(host);
    await this.#release(host, use).catch((thrown: unknown) => {
      // What was fetched is not lost for that: the lease ends by itself.
      this.#log.warn({ host, error: String(thrown) }, 'a host could not be given back');
    });
  }

  async #release(host: string, { delayMs, pause, recovered }: HostUse): Promise<void> {
    const asked = pause?.askedMs ?? null;
    await sql`update host_leases set holder = null, held_until = null,
        free_at = greatest(free_at, clock_timestamp() + make_interval(secs => ${delayMs / 1000})),
        paused_until = case when ${pause !== null} then greatest(paused_until, clock_timestamp()
          + make_interval(secs => coalesce(${asked}::float8,
            least(${firstPauseMs} * 2 ^ least(strikes, 20), ${pause?.mostMs ?? 0})) / 1000))
          else paused_until end,
        strikes = case when ${pause !== null} then strikes + 1 when ${recovered} then 0
          else strikes end
      where host = ${host} and holder = ${this.#holder}`.execute(this.#db);
  }

  /** Says that we live, as long as anything is lent. */
  async #renew(): Promise<void> {
    while (this.#loans.size > 0 && !this.#closing.signal.aborted) {
      const { signal } = this.#closing;
      await delay(this.#leaseMs / 4, undefined, { signal, ref: false }).catch(() => undefined);
      const [until, before] = [performance.now() + this.#leaseMs * 0.8, new Map(this.#loans)];
      const kept = await this.#prolonged().catch((thrown: unknown) => {
        this.#log.warn({ error: String(thrown) }, 'loans of hosts could not be prolonged');
        return null;
      });
      for (const [host, loan] of before) {
        if (this.#loans.get(host) !== loan) continue;
        if (kept?.has(host)) loan.until = until;
        else if (kept !== null || loan.until <= performance.now()) this.#lose(host, loan);
      }
    }
    this.#renewing = null;
  }

  async #prolonged(): Promise<ReadonlySet<string>> {
    const { rows } = await sql<{ host: string }>`update host_leases set held_until = ${this.#end()}
      where holder = ${this.#holder} and held_until > clock_timestamp()
      returning host`.execute(this.#db);
    return new Set(rows.map(({ host }) => host));
  }

  #lose(host: string, { lost }: Loan): void {
    this.#loans.delete(host);
    this.#log.warn({ host }, 'the loan of a host ended; what was asked of it is called off');
    lost.abort();
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.#renewing;
    await sql`update host_leases set holder = null, held_until = null
      where holder = ${this.#holder}`.execute(this.#db);
  }
}
