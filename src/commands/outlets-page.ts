import { join } from 'node:path';
import {
  type CapturedBytes,
  createReplayDoor,
  type FrozenPage,
  hasKnownLayout,
  inspectCapture,
  loadOutlets,
  missesLayout,
  outletOfPage,
  type PageInspection,
  type PartReason,
  readFrozenPages,
} from '../../crawlers/index.ts';
import {
  type Article,
  type Bilingual,
  ColumnInchesError,
  type FetchDoor,
  type Outlet,
} from '../domain/index.ts';
import {
  type CommandContext,
  type CommandInput,
  type CommandOption,
  type ExitCode,
  textOption,
} from './command.ts';
import { keepingLooks } from './looks.ts';
import { ownOutlets } from './own-outlets.ts';

/** Of the commands that look at single pages: the page from a file instead of the network. */
export const savedOption: CommandOption = {
  flags: '--saved <path>',
  about: {
    vi: 'lấy trang từ thư mục hay tệp WARC đã lưu thay vì từ mạng',
    en: 'take the page from saved ones (a folder or a WARC) instead of the network',
  },
};

/** Whether a word is an address rather than the id of an outlet. */
export function isAddress(word: string | undefined): word is string {
  return word !== undefined && /^https?:\/\//i.test(word) && URL.canParse(word);
}

/** A page as captured just now or before, and the outlet it belongs to. */
export interface AskedPage {
  readonly page: CapturedBytes;
  readonly outlet: Outlet;
}

/** The page at an address, through the outlet's own door or from saved pages. */
export async function askedPage(
  context: CommandContext,
  input: CommandInput,
  url: string,
): Promise<AskedPage> {
  const shipped = await loadOutlets(context.folders.outletCatalogue);
  const outlet = outletOfPage(url, [...(await ownOutlets(context)), ...shipped]);
  const saved = textOption(input, 'saved');
  if (saved !== undefined) {
    const door = await createReplayDoor(saved, { clock: context.clock });
    return { outlet, page: await captured(door, url, outlet) };
  }
  const station = await context.openStation();
  try {
    return { outlet, page: await captured(keepingLooks(station, null), url, outlet) };
  } finally {
    await station.close();
  }
}

async function captured(door: FetchDoor, url: string, outlet: Outlet): Promise<CapturedBytes> {
  const { delayMs, allowPrivateAddresses } = outlet;
  const attempt = await door.fetch({ url, expects: 'page', delayMs, allowPrivateAddresses });
  const { bytes, headers, finalUrl, startedAt, error } = attempt;
  if (bytes === null) throw error ?? noPage(url);
  return { url: finalUrl, bytes, headers, capturedAt: startedAt };
}

function noPage(url: string): ColumnInchesError {
  return new ColumnInchesError({
    code: 'input/no-page',
    verdict: 'stop-run',
    message: `${url} gave no page. Open it in a browser and use the address shown there.`,
    messageVietnamese: `${url} không cho trang nào. Mở bằng trình duyệt rồi dùng địa chỉ hiện ở đó.`,
  });
}

/** Says of one page what was taken from where, how surely, and which selectors would help. */
export async function checkPage(
  context: CommandContext,
  input: CommandInput,
  url: string,
): Promise<ExitCode> {
  const { page, outlet } = await askedPage(context, input, url);
  const inspection = inspectCapture(page, outlet);
  const isKnownLayout = hasKnownLayout(inspection, await frozenPagesOf(context, outlet));
  if (context.json) {
    const { article, ...account } = inspection;
    const { confidence, reasons } = article;
    await context.print(
      JSON.stringify({
        url: page.url,
        outletId: outlet.id,
        confidence,
        reasons,
        isKnownLayout,
        ...account,
      }),
    );
  } else {
    await context.print(`${outlet.id}  ${page.url}`);
    await printInspection(context, inspection);
    if (!isKnownLayout) await printUnknownLayout(context);
  }
  const isSound = inspection.article.text !== '' && !missesLayout(inspection.article);
  return isSound && isKnownLayout ? 0 : 3;
}

/** The frozen pages of an outlet, its operator's and those that are shipped. */
export async function frozenPagesOf(
  context: CommandContext,
  outlet: Outlet,
): Promise<readonly FrozenPage[]> {
  const pages: FrozenPage[] = [];
  for (const folder of frozenFolders(context, outlet.id)) {
    pages.push(...(await readFrozenPages(folder)));
  }
  return pages;
}

/** Says that an article lies where it does in no frozen page. */
export async function printUnknownLayout(context: CommandContext): Promise<void> {
  const said = {
    vi: '  ✗ Bài mới nằm ở chỗ khác với mọi trang mẫu: có thể trang đã đổi giao diện. Xem lại, rồi lưu trang mẫu mới bằng outlets freeze.',
    en: '  ✗ The fresh article lies elsewhere than in every frozen page: the site may have a new layout. Look at it, then freeze a new page with outlets freeze.',
  };
  await context.print(said[context.language]);
}

const partNames: Readonly<Record<string, Bilingual>> = {
  title: { vi: 'tiêu đề', en: 'title' },
  standfirst: { vi: 'sapo', en: 'standfirst' },
  text: { vi: 'số chữ', en: 'words' },
  publishedAt: { vi: 'đăng lúc', en: 'published' },
  section: { vi: 'chuyên mục', en: 'section' },
  pictures: { vi: 'ảnh', en: 'pictures' },
};

const reasonWords: Readonly<Record<PartReason, Bilingual>> = {
  selectors: { vi: 'theo bộ chọn của tệp', en: "by the file's selector" },
  'several-agree': { vi: 'nhiều chỗ trên trang khớp nhau', en: 'several places agree' },
  'one-place': { vi: 'chỉ một chỗ cho biết', en: 'one place says so' },
  declared: { vi: 'trang khai báo cho máy', en: 'declared for machines' },
  'shown-only': { vi: 'chỉ thấy trong phần hiển thị', en: 'shown only' },
  'day-only': { vi: 'chỉ có ngày, không có giờ', en: 'a day without a time' },
  named: { vi: 'trang gọi đúng tên phần này', en: 'the page names it so' },
  unnamed: { vi: 'trang không gọi tên phần này', en: 'nothing names it so' },
  missing: { vi: 'không thấy', en: 'not found' },
};

/** What a part is called, and why it is read as surely as it is. */
export function partInWords(part: string, reason: PartReason): { name: Bilingual; why: Bilingual } {
  return { name: partNames[part] ?? { vi: part, en: part }, why: reasonWords[reason] };
}

/** Why an article is read as surely as it is, in one line. */
export function reasonsInWords(
  { reasons }: Pick<Article, 'reasons'>,
  language: 'vi' | 'en',
): string {
  return reasons.map((reason) => reason[language]).join('; ');
}

/** Prints an inspection part by part, then the selectors proposed, as a file would hold them. */
export async function printInspection(
  context: CommandContext,
  { article, parts, proposals }: PageInspection,
): Promise<void> {
  const { language } = context;
  for (const { part, value, place, confidence, reason } of parts) {
    const said = partInWords(part, reason);
    const name = said.name[language].padEnd(12);
    const why = [said.why[language], place].filter((word) => word !== null).join(', ');
    await context.print(`  ${name} ${confidence.toFixed(2)}  ${value ?? '–'}`);
    await context.print(`      ${why}`);
    if (part === 'text') await context.print(`      ${reasonsInWords(article, language)}`);
  }
  if (proposals.length === 0) return;
  const head = {
    vi: '  Phần đọc còn yếu; có thể thêm vào tệp YAML (đã thử trên trang này):',
    en: '  Some parts are weak; the YAML file may say (tried on this page):',
  };
  await context.print(head[language]);
  await context.print('    selectors:');
  await context.print('      - from: null');
  for (const { part, selector } of proposals) {
    await context.print(`        ${part}: '${selector.replaceAll("'", "''")}'`);
  }
}

/** Folders in which the frozen pages of an outlet may lie: the operator's own and the shipped. */
export function frozenFolders(context: CommandContext, outletId: string): readonly string[] {
  return [
    join(context.config.dataFolder, 'outlets', outletId),
    join(context.folders.outletCatalogue, 'vn', outletId),
  ];
}
