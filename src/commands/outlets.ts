import {
  checkOutlet,
  loadOutlets,
  type OutletCheck,
  type SourceCheck,
} from '../../crawlers/index.ts';
import { demoIsShown, listOutlets } from '../../db/index.ts';
import { ColumnInchesError, formFor, hasEnded, numberOf, type Outlet } from '../domain/index.ts';
import type { Command, CommandContext, ExitCode, Station } from './command.ts';
import { demoClock, serveDemoOriginals } from './demo-press.ts';
import { keepingLooks } from './looks.ts';
import { checkFrozen, type FrozenCheck, isAsFrozen, printFrozen } from './outlets-freeze.ts';
import {
  checkPage,
  isAddress,
  printInspection,
  reasonsInWords,
  savedOption,
} from './outlets-page.ts';
import { isFollowed } from './own-outlets.ts';

export const outletsListCommand: Command = {
  usage: 'outlets list',
  about: {
    vi: 'Các cơ quan đang theo dõi và danh mục có sẵn',
    en: 'the outlets that are followed, and the shipped catalogue',
  },
  options: [],
  example: 'column-inches outlets list --json',
  needsOutletFiles: true,
  run: async (context) => {
    const catalogue = await loadOutlets(context.folders.outletCatalogue);
    const station = await context.openStation();
    try {
      const { db } = station.database;
      const isExampleShown = await demoIsShown(db);
      // The example's outlets stay stored after it has left, but concern nobody any more.
      const stored = (await listOutlets(db)).filter(({ demo }) => !demo || isExampleShown);
      const ids = new Set(stored.map((outlet) => outlet.id));
      const rows = [
        ...stored.map((outlet) => ({ outlet, followed: isFollowed(outlet), stored: true })),
        ...catalogue
          .filter((outlet) => !ids.has(outlet.id))
          .map((outlet) => ({ outlet, followed: false, stored: false })),
      ];
      if (context.json) await context.print(JSON.stringify(rows));
      else for (const row of rows) await context.print(outletLine(context, row));
      return 0;
    } finally {
      await station.close();
    }
  },
};

function outletLine(
  context: CommandContext,
  { outlet, followed, stored }: { outlet: Outlet; followed: boolean; stored: boolean },
): string {
  const words =
    context.language === 'vi'
      ? {
          followed: 'đang theo dõi',
          stored: 'không (còn) theo dõi',
          shipped: 'có sẵn',
          unverified: 'chưa kiểm chứng',
          demo: 'hư cấu',
          ended: 'đã ngừng sau',
        }
      : {
          followed: 'followed',
          stored: 'not followed (any more)',
          shipped: 'available',
          unverified: 'unverified',
          demo: 'fiction',
          ended: 'ended after',
        };
  const marks = [followed ? words.followed : stored ? words.stored : words.shipped];
  if (hasEnded(outlet, context.clock.now())) marks.push(`${words.ended} ${outlet.until}`);
  if (outlet.demo) marks.push(words.demo);
  else if (!outlet.verified) marks.push(words.unverified);
  return `${outlet.id.padEnd(24)} ${outlet.name.padEnd(36)} ${outlet.homepage}  (${marks.join(', ')})`;
}

/** Asks each source of each outlet once and says what works. */
export const outletsCheckCommand: Command = {
  usage: 'outlets check [id-or-address]',
  about: {
    vi: 'Thử từng nguồn của cơ quan báo chí; với địa chỉ một trang thì cho biết đọc được gì từ đâu',
    en: 'try each source of the outlets; of one page by its address, tell what is read from where',
  },
  options: [savedOption],
  example: 'column-inches outlets check bao-quang-ngai',
  needsOutletFiles: true,
  run: async (context, input) => {
    const [asked] = input.arguments;
    if (isAddress(asked)) return await checkPage(context, input, asked);
    const station = await context.openStation();
    try {
      const outlets = await chooseOutlets(context, station, input.arguments[0]);
      if (outlets.length === 0) return tellNoneFollowed(context);
      const demo = outlets.some((outlet) => outlet.demo) ? await serveDemoOriginals(station) : null;
      let exitCode: ExitCode = 0;
      try {
        for (const outlet of outlets) {
          const check = await lookAt(context, station, outlet);
          const frozen = await checkFrozen(context, outlet, check);
          if (!worksWhole(check) || !isAsFrozen(frozen)) exitCode = 3;
          await printCheck(context, check, frozen);
          tellVerdict(context, outlet, check);
        }
      } finally {
        await demo?.close();
      }
      return exitCode;
    } finally {
      await station.close();
    }
  },
};

/** Whether each source of it works, and an article could be read. */
export function worksWhole({ works, sources }: OutletCheck): boolean {
  return works && sources.every((source) => source.works);
}

/** Why the command ends with 3, as its last word on an outlet. */
function tellVerdict(context: CommandContext, { name }: Outlet, check: OutletCheck): void {
  const { sources, works } = check;
  const failed = sources.filter((source) => !source.works);
  if (failed.length === 0 && works) return;
  const reason = failed[0]?.problem ?? check.sampleProblem;
  const [all, bad] = [sources.length, failed.length];
  context.tell({
    vi: `${name}: ${bad} trong ${all} nguồn không dùng được${works ? '' : ', không đọc được bài nào'}${why(reason?.vi)}`,
    en: `${name}: ${bad} of ${numberOf(all, 'source')} ${formFor(bad, 'does', 'do')} not work${works ? '' : ', and no article could be read'}${why(reason?.en)}`,
  });
}

function why(reason: string | undefined): string {
  return reason === undefined ? '.' : `: ${reason}`;
}

async function lookAt(
  context: CommandContext,
  station: Station,
  outlet: Outlet,
): Promise<OutletCheck> {
  const { signal } = context;
  // The example's days are long past: by today's clock its news would be too old to be named.
  const clock = outlet.demo ? demoClock() : context.clock;
  const door = keepingLooks(station, outlet.id);
  const check = await checkOutlet(outlet, { door, clock, signal });
  signal.throwIfAborted();
  return check;
}

function tellNoneFollowed(context: CommandContext): ExitCode {
  context.tell({
    vi: 'Chưa theo dõi cơ quan báo chí nào. Thêm bằng: column-inches outlets add https://…',
    en: 'No outlet is followed yet. Add one: column-inches outlets add https://…',
  });
  return 2;
}

/** The outlet of that id, followed or in the catalogue; without an id, all that are followed. */
async function chooseOutlets(
  context: CommandContext,
  station: Station,
  id: string | undefined,
): Promise<readonly Outlet[]> {
  const stored = await listOutlets(station.database.db);
  if (id === undefined) return stored.filter((outlet) => !outlet.demo && isFollowed(outlet));
  const catalogue = await loadOutlets(context.folders.outletCatalogue);
  const chosen = [...stored.filter(isFollowed), ...catalogue].find((outlet) => outlet.id === id);
  if (chosen) return [chosen];
  throw unknownOutlet(id);
}

export function unknownOutlet(id: string): ColumnInchesError {
  return new ColumnInchesError({
    code: 'input/unknown-outlet',
    verdict: 'stop-run',
    message: `No outlet has the id "${id}". See the ids with "column-inches outlets list".`,
    messageVietnamese: `Không có cơ quan báo chí mang mã “${id}”. Xem mã bằng "column-inches outlets list".`,
  });
}

async function printCheck(
  context: CommandContext,
  check: OutletCheck,
  frozen: FrozenCheck,
): Promise<void> {
  if (context.json) {
    await context.print(JSON.stringify({ ...check, sample: briefly(check), frozen }));
    return;
  }
  await context.print(check.outletId);
  for (const found of check.sources) {
    const { source, works, hubs, problem } = found;
    await context.print(`  ${works ? '✓' : '✗'} ${source.kind.padEnd(9)} ${source.url}`);
    const offered = hubs.length > 0 ? `, WebSub: ${hubs.join(', ')}` : '';
    await context.print(
      `      ${problem?.[context.language] ?? `${foundIn(found, context)}${offered}`}`,
    );
  }
  const { sample, sampleProblem } = check;
  if (sampleProblem) await context.print(`  ✗ ${sampleProblem[context.language]}`);
  await printFrozen(context, frozen);
  if (!sample) return;
  const read =
    context.language === 'vi'
      ? `  ✓ bài đọc thử: “${sample.title}”, ${sample.words} chữ, ${sample.publishedAt ?? 'không rõ ngày'}`
      : `  ✓ article read for trial: “${sample.title}”, ${numberOf(sample.words, 'word')}, ${sample.publishedAt ?? 'no date'}`;
  await context.print(read);
  await context.print(`      ${sample.url}`);
  const surely = { vi: 'độ chắc', en: 'confidence' }[context.language];
  const why = reasonsInWords(sample, context.language);
  await context.print(`      ${surely} ${sample.confidence.toFixed(2)}: ${why}`);
  if (sample.inspection.proposals.length > 0) await printInspection(context, sample.inspection);
}

/** What a source names, in the words of its kind. */
function foundIn(
  { source: { kind }, leads, aired }: SourceCheck,
  { language }: CommandContext,
): string {
  if (kind === 'listing')
    return language === 'vi' ? `${aired} chương trình` : numberOf(aired, 'programme');
  if (kind === 'bulletin')
    return language === 'vi' ? `${aired} bản tin` : numberOf(aired, 'bulletin');
  return language === 'vi' ? `${leads} bài` : numberOf(leads, 'article');
}

/** The article read for trial without its text, which is the outlet's. */
function briefly({ sample }: OutletCheck): object | null {
  if (!sample) return null;
  const { inspection, ...told } = sample;
  return { ...told, parts: inspection.parts, proposals: inspection.proposals };
}
