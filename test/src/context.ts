import { join } from 'node:path';
import type { CommandContext } from '../../src/commands/command.ts';
import { type Config, readConfig } from '../../src/config.ts';
import type { Log } from '../../src/domain/index.ts';
import { systemClock } from '../../src/system-clock.ts';

const root = join(import.meta.dirname, '../..');

/** A log that keeps nothing; tests look at results. */
export const quietLog: Log = { debug() {}, info() {}, warn() {}, error() {} };

/** A command's context whose output is kept in arrays; no database unless one is given. */
export function testContext(options: {
  readonly stdin?: string;
  readonly stdinBytes?: number;
  readonly isTerminal?: boolean;
  readonly language?: 'vi' | 'en';
  readonly json?: boolean;
  readonly config?: Partial<Config>;
  readonly program?: CommandContext['program'];
  readonly openStation?: CommandContext['openStation'];
}) {
  const printed: string[] = [];
  const told: string[] = [];
  const drawn: string[] = [];
  const language = options.language ?? 'en';
  const context: CommandContext = {
    program: options.program ?? 'column-inches',
    // Nobody's own outlets: a folder that is not there.
    config: { ...readConfig({}), dataFolder: '/nonexistent/data', ...options.config },
    language,
    json: options.json ?? false,
    clock: systemClock,
    log: quietLog,
    stdin: bytes(options.stdin ?? ''),
    stdinBytes: options.stdinBytes ?? null,
    isTerminal: options.isTerminal ?? false,
    signal: new AbortController().signal,
    folders: {
      packageRoot: root,
      outletCatalogue: join(root, 'crawlers/outlets'),
      registers: join(root, 'db/register'),
    },
    print: async (line) => {
      printed.push(line);
    },
    tell: (text) => {
      told.push(text[language]);
    },
    progress: (text) => {
      drawn.push(text[language]);
    },
    openStation:
      options.openStation ??
      (() => {
        throw new TypeError('this test has no database');
      }),
  };
  return { context, printed, told, drawn };
}

async function* bytes(text: string): AsyncGenerator<Uint8Array> {
  // Odd chunks on purpose: a letter may be cut in two.
  const whole = new TextEncoder().encode(text);
  for (let at = 0; at < whole.length; at += 7) yield whole.slice(at, at + 7);
}
