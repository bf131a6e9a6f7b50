import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { type Database, type OperationalCounts, operationalCounts } from '../../db/index.ts';
import { alarmKinds, answersWithin, type Metrics } from '../domain/index.ts';

/** What is measured about the running of the program; nothing about readers but their number. */
export interface MetricsOptions {
  readonly database: Pick<Database, 'db'>;
  readonly version: string;
  readonly now: () => Date;
}

const prefix = 'column_inches_';
/** Less than a scrape waits. */
const patienceMs = 5_000;

/** Figures for a monitor in Prometheus' text form, read anew at each scrape. */
export function createMetrics({ database, version, now }: MetricsOptions): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const gauges = makeGauges(registry);
  gauges.info.set({ version }, 1);
  const duration = new Histogram({
    name: `${prefix}http_request_duration_seconds`,
    help: 'Seconds to answer a request, by route and status; never by address or reader',
    labelNames: ['route', 'status'],
    buckets: [0.01, 0.05, 0.1, 0.3, 1, 3, 10],
    registers: [registry],
  });
  return {
    contentType: registry.contentType,
    answered: (route, status, durationMs) => {
      duration.observe({ route, status: String(status) }, durationMs / 1000);
    },
    text: async () => {
      const at = now();
      const read = operationalCounts(database.db, at).then((counts) =>
        setGauges(gauges, counts, at),
      );
      gauges.up.set((await answersWithin(read, patienceMs)) ? 1 : 0);
      return registry.metrics();
    },
  };
}

type Gauges = ReturnType<typeof makeGauges>;

function makeGauges(registry: Registry) {
  const gauge = (name: string, help: string, labelNames: readonly string[] = []) =>
    new Gauge({ name: prefix + name, help, labelNames: [...labelNames], registers: [registry] });
  return {
    info: gauge('info', 'Version of the program', ['version']),
    up: gauge('database_up', '1 while the database answers'),
    databaseBytes: gauge('database_bytes', 'Size of the database'),
    outlets: gauge('outlets', 'Outlets that are followed'),
    workers: gauge('workers', 'Workers heard of in the last minute'),
    fetches: gauge('fetches_last_hour', 'Attempts to fetch in the last hour', ['outcome']),
    lastFetch: gauge('last_fetch_timestamp_seconds', 'When something was last asked for'),
    alarms: gauge('alarms_open', 'Open alarms about the capture', ['kind']),
    slots: gauge('slots_last_day', 'Slots of the timetable in the last day', ['job', 'state']),
    queued: gauge('oldest_queued_slot_seconds', 'Age of the oldest slot nobody took up'),
    captured: gauge('day_captured', 'Items captured on the last day that is over', ['outlet']),
    expected: gauge('day_expected', 'Least items expected on that day', ['outlet']),
  };
}

function setGauges(gauges: Gauges, counts: OperationalCounts, now: Date): void {
  const { lastFetchAt, oldestQueuedAt } = counts;
  gauges.databaseBytes.set(counts.databaseBytes);
  gauges.outlets.set(counts.outlets);
  gauges.workers.set(counts.workers);
  if (lastFetchAt !== null) gauges.lastFetch.set(lastFetchAt.getTime() / 1000);
  const waitedMs = oldestQueuedAt === null ? 0 : now.getTime() - oldestQueuedAt.getTime();
  gauges.queued.set(Math.max(0, waitedMs) / 1000);
  for (const one of [gauges.fetches, gauges.slots, gauges.captured, gauges.expected]) one.reset();
  for (const { outcome, count } of counts.fetches) gauges.fetches.set({ outcome }, count);
  // A kind without an alarm is 0, so that a rule sees it fall.
  for (const kind of alarmKinds) gauges.alarms.set({ kind }, 0);
  for (const { kind, count } of counts.alarms) gauges.alarms.set({ kind }, count);
  for (const { kind, state, count } of counts.slots) gauges.slots.set({ job: kind, state }, count);
  for (const { outletId, captured, expected } of counts.days) {
    if (captured !== null) gauges.captured.set({ outlet: outletId }, captured);
    if (expected !== null) gauges.expected.set({ outlet: outletId }, expected);
  }
}
