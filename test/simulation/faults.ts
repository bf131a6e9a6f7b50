import type { Archive, Database } from '../../db/index.ts';
import {
  type Clock,
  ColumnInchesError,
  type FetchAttempt,
  type FetchDoor,
  type FetchRequest,
} from '../../src/domain/index.ts';
import type { Dice } from './dice.ts';
import { answer, type SimulatedPress } from './press.ts';

/** Time that moves only when told, also backwards, as a corrected clock does. */
export function movedClock(startMs: number): Clock & { set(atMs: number): void } {
  let nowMs = startMs;
  return {
    now: () => new Date(nowMs),
    set: (atMs) => {
      nowMs = atMs;
    },
    sleep: async (durationMs, signal) => {
      signal?.throwIfAborted();
      nowMs += Math.max(0, durationMs);
    },
  };
}

/** What goes wrong, and how often; switched off for the last runs. */
export interface Trouble {
  readonly dice: Dice;
  isOn: boolean;
  /** Attempts answered so far, and those whose storing was made to fail. */
  attempts: number;
  storingFailed: number;
  /** Fires when the process is to end in the middle of a run. */
  onRequest(): void;
}

const networkFaults = [
  { code: 'fetch/reset', verdict: 'retry', status: null },
  { code: 'fetch/timeout', verdict: 'retry', status: null },
  { code: 'fetch/server-error', verdict: 'retry', status: 503 },
  { code: 'fetch/not-found', verdict: 'skip-item', status: 404 },
  { code: 'fetch/cut-off', verdict: 'retry', status: 200 },
] as const;

/** Bytes a server may send with status 200 in place of what was asked for. */
const odd = [
  '',
  '<html><body><h1>Hệ thống đang bảo trì</h1><p>Vui lòng quay lại sau.</p></body></html>',
  '<!doctype html><html><head><title>Just a moment...</title></head><body></body></html>',
  '\u0000\u0001\u0002\uffff'.repeat(50),
  '<rss><channel><item><title>nửa chừng',
];

/** The press behind a door that fails as networks do. */
export function simulatedDoor(press: SimulatedPress, clock: Clock, trouble: Trouble): FetchDoor {
  const fetch = async (request: FetchRequest): Promise<FetchAttempt> => {
    const { dice } = trouble;
    const startedAt = clock.now();
    trouble.attempts += 1;
    await clock.sleep(dice.between(20, 2000));
    if (trouble.isOn) trouble.onRequest();
    if (trouble.isOn && dice.chance(0.15)) return failed(request, startedAt, dice);
    const isOdd = trouble.isOn && dice.chance(0.08);
    const text = isOdd
      ? dice.pick(odd)
      : answer(press, new URL(request.url), clock.now().getTime());
    if (text === null) return failed(request, startedAt, dice, networkFaults[3]);
    const headers = { 'content-type': request.expects === 'page' ? 'text/html' : 'text/xml' };
    return { ...attemptOf(request, startedAt), headers, bytes: Buffer.from(text), status: 200 };
  };
  return { fetch, close: async () => undefined };
}

function attemptOf({ url }: FetchRequest, startedAt: Date): FetchAttempt {
  const nothing = { headers: {}, bytes: null, error: null, status: null };
  return { url, finalUrl: url, startedAt, durationMs: 20, outcome: 'ok', ...nothing };
}

function failed(
  request: FetchRequest,
  startedAt: Date,
  dice: Dice,
  fault: (typeof networkFaults)[number] = dice.pick(networkFaults),
): FetchAttempt {
  const { code, verdict, status } = fault;
  const error = new ColumnInchesError({ code, verdict, message: `${request.url}: ${code}.` });
  return { ...attemptOf(request, startedAt), outcome: 'failed', status, error };
}

/** The connection went away before, during or after a commit; who asked cannot tell which. */
class ConnectionLost extends TypeError {}

/** A database whose transactions fail before they begin, at their end, or after they are kept. */
export function shakyDatabase(database: Database, trouble: Trouble): Database {
  return {
    ...database,
    transaction: async (action) => {
      const { dice } = trouble;
      const moment =
        trouble.isOn && dice.chance(0.06) ? dice.pick(['before', 'within', 'after']) : null;
      if (moment === null) return database.transaction(action);
      if (moment !== 'after') trouble.storingFailed += 1;
      if (moment === 'before') throw new ConnectionLost('simulated: no connection');
      const result = await database.transaction(async (db) => {
        const done = await action(db);
        if (moment === 'within') throw new ConnectionLost('simulated: lost before the commit');
        return done;
      });
      if (moment === 'after') throw new ConnectionLost('simulated: lost after the commit');
      return result;
    },
  };
}

/** An archive on a disk that is full now and then. */
export function shakyArchive(archive: Archive, trouble: Trouble): Archive {
  return {
    ...archive,
    put: async (bytes) => {
      if (trouble.isOn && trouble.dice.chance(0.04)) {
        trouble.storingFailed += 1;
        throw new ConnectionLost('simulated: no space left');
      }
      return archive.put(bytes);
    },
  };
}
