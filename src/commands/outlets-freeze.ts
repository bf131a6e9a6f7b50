import { join } from 'node:path';
import {
  compareFrozen,
  type FrozenDifference,
  freezePage,
  hasKnownLayout,
  missesLayout,
  type OutletCheck,
} from '../../crawlers/index.ts';
import { ColumnInchesError, type Outlet } from '../domain/index.ts';
import { type Command, type CommandContext, textOption } from './command.ts';
import {
  askedPage,
  frozenPagesOf,
  isAddress,
  printInspection,
  printUnknownLayout,
  savedOption,
} from './outlets-page.ts';
import { ownOutletsFolder } from './own-outlets.ts';

/** Keeps a page of an outlet with what is read from it, to notice later what reads otherwise. */
export const outletsFreezeCommand: Command = {
  usage: 'outlets freeze <address>',
  about: {
    vi: 'Lưu một trang bài làm mẫu cùng kết quả đọc, để biết khi trang đổi giao diện',
    en: "keep an article page with what is read from it, to notice the site's next redesign",
  },
  options: [
    savedOption,
    {
      flags: '--into <folder>',
      about: {
        vi: 'thư mục của cơ quan báo chí (mặc định: cạnh tệp YAML của nó)',
        en: "the outlet's folder (default: beside its YAML file)",
      },
    },
  ],
  example: 'column-inches outlets freeze https://example.vn/tin-1.html',
  run: async (context, input) => {
    const [url] = input.arguments;
    if (!isAddress(url)) throw notAnAddress(url ?? '');
    const { page, outlet } = await askedPage(context, input, url);
    const folder = textOption(input, 'into') ?? join(ownOutletsFolder(context), outlet.id);
    const { file, inspection } = await freezePage(page, { outlet, folder });
    if (context.json) {
      const { parts, proposals } = inspection;
      await context.print(JSON.stringify({ outletId: outlet.id, file, parts, proposals }));
    } else {
      await printInspection(context, inspection);
      context.tell({
        vi: `Đã lưu ${file}. Hãy so tệp này với trang thật và sửa chỗ sai trước khi tin vào nó.`,
        en: `Written to ${file}. Compare it with the page, and mend what is wrong, before trusting it.`,
      });
    }
    return missesLayout(inspection.article) ? 3 : 0;
  },
};

function notAnAddress(word: string): ColumnInchesError {
  return new ColumnInchesError({
    code: 'input/bad-address',
    verdict: 'stop-run',
    message: `"${word}" is not the address of a page. Write it whole: https://example.vn/tin-1.html`,
    messageVietnamese: `“${word}” không phải địa chỉ của một trang. Viết đầy đủ: https://example.vn/tin-1.html`,
  });
}

/** How an outlet's frozen pages read now, and whether a fresh article lies where theirs do. */
export interface FrozenCheck {
  readonly pages: readonly { file: string; differences: readonly FrozenDifference[] }[];
  /** False where the fresh article's layout is none of the frozen ones: a redesign, most likely. */
  readonly isKnownLayout: boolean;
}

/** Reads every frozen page of an outlet again and compares the layout of the article just read. */
export async function checkFrozen(
  context: CommandContext,
  outlet: Outlet,
  check: OutletCheck,
): Promise<FrozenCheck> {
  const pages = await frozenPagesOf(context, outlet);
  const inspection = check.sample?.inspection;
  return {
    pages: pages.map((page) => ({ file: page.file, differences: compareFrozen(page, outlet) })),
    isKnownLayout: !inspection || hasKnownLayout(inspection, pages),
  };
}

/** Whether all is as it was frozen. */
export function isAsFrozen({ pages, isKnownLayout }: FrozenCheck): boolean {
  return isKnownLayout && pages.every(({ differences }) => differences.length === 0);
}

export async function printFrozen(context: CommandContext, frozen: FrozenCheck): Promise<void> {
  const isVietnamese = context.language === 'vi';
  for (const { file, differences } of frozen.pages) {
    const [first] = differences;
    const said = isVietnamese ? 'trang mẫu' : 'frozen page';
    await context.print(`  ${first ? '✗' : '✓'} ${said} ${file}`);
    for (const { what, expected, found } of differences) {
      await context.print(`      ${what}: ${expected} → ${found}`);
    }
  }
  if (!frozen.isKnownLayout) await printUnknownLayout(context);
}
