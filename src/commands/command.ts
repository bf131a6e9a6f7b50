import type { Archive, Database } from '../../db/index.ts';
import type { Config } from '../config.ts';
import type { ProgramName } from './typed.ts';
import type { Bilingual, Clock, FetchAttempt, FetchDoor, Log, Numbers } from '../domain/index.ts';

export type { Bilingual } from '../domain/index.ts';

export interface CommandOption {
  /** As commander reads it: `--outlet <id>`. */
  readonly flags: string;
  readonly about: Bilingual;
}

/** What a command needs of the opened installation; closing it leaves nothing running. */
export interface Station {
  readonly database: Database;
  readonly archive: Archive;
  readonly door: FetchDoor;
  /** The door's own requests, for the pipeline to store. */
  readonly ownAttempts: FetchAttempt[];
  readonly numbers: Numbers;
  close(): Promise<void>;
}

/**
 * How a command gets on with a program that has the installation open already: it works beside any
 * (`always`), beside one that does not crawl, so that no site is asked twice as often as is polite
 * (`no-crawler`), or needs the installation to itself (`never`).
 */
export type Beside = 'always' | 'no-crawler' | 'never';

/** What is opened, and by whom. */
export interface StationUse {
  /** The command, as told to whoever finds the installation open. */
  readonly command: string;
  readonly beside: Beside;
  /** For a restore: neither the schema nor the outlet files are brought up to date. */
  readonly untouched?: true;
}

/** Everything a command may touch: passed in, so that commands can be tested without a process. */
export interface CommandContext {
  /** How commands are typed here, for advice and help. */
  readonly program: ProgramName;
  readonly config: Config;
  readonly language: 'vi' | 'en';
  /** Machine-readable output was asked for. */
  readonly json: boolean;
  readonly clock: Clock;
  readonly log: Log;
  readonly stdin: AsyncIterable<Uint8Array>;
  /** Size of standard input where it is a file; null where it is a pipe or a terminal. */
  readonly stdinBytes: number | null;
  /** Standard error is a terminal, on which a line may be drawn again. */
  readonly isTerminal: boolean;
  /** Fires at Ctrl-C. */
  readonly signal: AbortSignal;
  /** Whole folders that ship with the program. */
  readonly folders: {
    readonly outletCatalogue: string;
    readonly registers: string;
    readonly packageRoot: string;
  };
  /** A line of result, to standard output; waits while the reader is slow. */
  print(line: string): Promise<void>;
  /** A line for people, to standard error. */
  tell(text: Bilingual): void;
  /** Redraws one line of progress on a terminal; nothing where standard error is not one. */
  progress(text: Bilingual): void;
  /** Opens the installation; `for` is how the command uses it (default: beside anything). */
  openStation(use?: StationUse): Promise<Station>;
}

export interface CommandInput {
  readonly arguments: readonly string[];
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
}

/** 0 all well · 1 failed · 2 bad input or usage · 3 done, but some items failed and are listed. */
export type ExitCode = 0 | 1 | 2 | 3;

export interface Command {
  /** Words and arguments as typed: `outlets add <address>`. */
  readonly usage: string;
  readonly about: Bilingual;
  readonly options: readonly CommandOption[];
  /** One line anyone can try. */
  readonly example: string;
  /** Default `always`. */
  readonly beside?: Beside;
  /** A wrong outlet file of the operator's own is told and passed over unless this is true. */
  readonly needsOutletFiles?: boolean;
  run(context: CommandContext, input: CommandInput): Promise<ExitCode>;
}

/** The words of a command without its arguments: `outlets add`. */
export function commandName(command: Command): string {
  return command.usage.replace(/\s{0,9}[<[].*/s, '');
}

export function textOption(input: CommandInput, name: string): string | undefined {
  const value = input.options[name];
  return typeof value === 'string' ? value : undefined;
}
