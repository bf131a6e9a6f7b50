import {
  asColumnInchesError,
  type BackgroundState,
  type Bilingual,
  saidOf,
  type SignedChange,
} from '../domain/index.ts';
import type { Command, CommandContext, CommandInput, Station } from './command.ts';
import { followingOwnOutlets } from './own-outlets.ts';
import { asTypedBoth } from './typed.ts';

/** Runs a command as if it had been typed, over the station that is open; gives what it printed. */
export type RunCommand = (
  command: Command,
  given: Partial<CommandInput> & { readonly stdin?: Uint8Array },
) => Promise<string>;

/** Writes a change into the trail. */
export type NoteChange = (by: SignedChange, action: string, subject: string) => Promise<void>;

/** What each part of the operator's desk is made of. */
export interface DeskParts {
  readonly context: CommandContext;
  readonly station: Station;
  readonly run: RunCommand;
  readonly note: NoteChange;
}

/** The context of a command that a page runs: nothing to the terminal, results as JSON. */
function quietContext(
  { context, station }: Pick<DeskParts, 'context' | 'station'>,
  own: Pick<CommandContext, 'print'> & Partial<CommandContext>,
): CommandContext {
  return {
    ...context,
    json: true,
    tell: () => {},
    progress: () => {},
    // The page's program keeps it open.
    openStation: async () => ({ ...station, close: async () => {} }),
    ...own,
  };
}

/** Commands that end while the page waits. */
export function commandRunner(context: CommandContext, station: Station): RunCommand {
  return async (command, given) => {
    const printed: string[] = [];
    const quiet = quietContext(
      { context, station },
      {
        print: async (line) => void printed.push(line),
        ...(given.stdin ? { stdin: onceOf(given.stdin) } : {}),
      },
    );
    const input = { arguments: given.arguments ?? [], options: given.options ?? {} };
    await command.run(followingOwnOutlets(quiet, command), input);
    return printed.join('\n');
  };
}

async function* onceOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** Most notes of one run that are kept: a file of faults must not fill the memory. */
const mostNotes = 50;

/** What one run of a background command is given. */
interface BackgroundRun {
  readonly input: CommandInput;
  /** Done when it is over, however it ended. */
  readonly after?: () => Promise<void>;
  /** Its texts as they are to be shown. */
  readonly inWords?: (text: Bilingual) => Bilingual;
}

/** A command that goes on while pages are served, one at a time. */
export interface BackgroundCommand<Result> {
  readonly state: () => BackgroundState<Result>;
  /** False where it runs already. */
  readonly start: (run: BackgroundRun) => boolean;
}

/** `read` makes the result of what the command printed. */
export function backgroundCommand<Result>(
  { context, station }: Pick<DeskParts, 'context' | 'station'>,
  command: Command,
  read: (printed: string) => Result,
): BackgroundCommand<Result> {
  let state: BackgroundState<Result> = { runningSince: null, pagesSoFar: 0, last: null };
  const nowText = () => context.clock.now().toISOString();
  const inHand = async ({ input, inWords = (text) => text }: BackgroundRun) => {
    const printed: string[] = [];
    const notes: Bilingual[] = [];
    const shown = (text: Bilingual) => inWords(asTypedBoth(text, context.program));
    const quiet = quietContext(
      { context, station },
      {
        print: async (line) => void printed.push(line),
        tell: (text) => {
          if (notes.length < mostNotes) notes.push(shown(text));
        },
        progress: ({ en }) => {
          state = { ...state, pagesSoFar: Number.parseInt(en, 10) || state.pagesSoFar };
        },
      },
    );
    try {
      await command.run(followingOwnOutlets(quiet, command), input);
      return { endedAt: nowText(), result: read(printed.join('\n')), problem: null, notes };
    } catch (thrown) {
      const error = asColumnInchesError(thrown, { code: 'commands/failed', verdict: 'stop-run' });
      context.log.warn({ code: error.code }, error.message);
      return { endedAt: nowText(), result: null, problem: shown(saidOf(error)), notes };
    }
  };
  return {
    state: () => state,
    start: (run) => {
      if (state.runningSince !== null) return false;
      state = { ...state, runningSince: nowText(), pagesSoFar: 0 };
      void inHand(run).then(async (last) => {
        await run.after?.();
        state = { runningSince: null, pagesSoFar: 0, last };
      });
      return true;
    },
  };
}
