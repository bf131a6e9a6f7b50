import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { airFileKind } from '../../crawlers/index.ts';
import {
  type Bilingual,
  ColumnInchesError,
  type ReplayDesk,
  type ReplayFile,
  type ReplayResult,
} from '../domain/index.ts';
import { backgroundCommand, type DeskParts } from './operator-run.ts';
import { replayCommand } from './replay.ts';

/** Saved pages, listings and subtitles that somebody sends from a page. */
export function replayDesk(parts: DeskParts): ReplayDesk {
  const replay = backgroundCommand(parts, replayCommand, (printed) => {
    const { article, source, failed, programmes, cues } = JSON.parse(printed) as ReplayResult;
    return { article, source, failed, programmes, cues } as ReplayResult;
  });
  return {
    replayState: replay.state,
    startReplay: async (by, file) => {
      if (replay.state().runningSince !== null) return false;
      const kept = await putAside(file);
      const isBegun = replay.start({
        input: { arguments: [kept.path], options: kept.options },
        after: kept.remove,
        inWords: kept.inWords,
      });
      if (!isBegun) await kept.remove();
      else await parts.note(by, 'pages replayed', kept.name);
      return isBegun;
    },
  };
}

/** The file in a folder of its own, as the command takes it. */
async function putAside(file: ReplayFile) {
  const { address, outletId, day, bulletin, bytes } = file;
  const name = fileName(file.name);
  const folder = await mkdtemp(join(tmpdir(), 'column-inches-replay-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  const own = join(folder, name);
  try {
    await writeFile(own, bytes);
    const isAired = (await airFileKind(own)) !== null;
    if (isAired && outletId === null) throw noOutlet(name);
    if (address !== '') {
      await writeFile(join(folder, 'pages.jsonl'), JSON.stringify({ file: name, url: address }));
    }
    const options = isAired
      ? {
          outlet: outletId ?? '',
          ...(day === null ? {} : { day }),
          ...(bulletin === '' ? {} : { bulletin }),
        }
      : {};
    const cut = (text: string) => text.replaceAll(`${folder}/`, '').replaceAll(folder, name);
    const inWords = ({ vi, en }: Bilingual) => ({ vi: cut(vi), en: cut(en) });
    return { name, path: isAired ? own : folder, options, remove, inWords };
  } catch (thrown) {
    await remove();
    throw thrown;
  }
}

/** No system takes a longer name, letters of three bytes each. */
const longestName = 80;

/** A name from a form leads to no other place, and is that of a file: `..` is none. */
function fileName(given: string): string {
  const own = given.replace(/^.*[/\\]/, '').replace(/^\.+/, '');
  return own.replaceAll(/[^\p{L}\p{N}._-]/gu, '_').slice(-longestName) || 'page';
}

function noOutlet(name: string): ColumnInchesError {
  return new ColumnInchesError({
    code: 'replay/no-outlet',
    verdict: 'stop-run',
    message: `${name} is a listing or subtitles: choose the outlet it is of.`,
    messageVietnamese: `${name} là lịch phát sóng hoặc phụ đề: hãy chọn cơ quan báo chí của nó.`,
  });
}
