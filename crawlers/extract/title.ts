import type { PartOrigin } from '../../src/domain/index.ts';
import { type Analysis } from './analysis.ts';
import { ASIDE, CARD, HIDDEN, TITLE } from './hints.ts';
import { elementsOf } from './scan.ts';
import type { LinkedData } from './structured.ts';
import { TAG } from './tags.ts';
import { blockText, cleanText, comparable, countWords } from './text.ts';

/** A title with where it was taken from, and the block that shows it (-1 if none). */
export interface FoundTitle {
  readonly title: string;
  readonly origin: PartOrigin;
  readonly block: number;
}

interface Headline {
  readonly text: string;
  readonly block: number;
}

const SEPARATOR = /\s{1,9}(?:[|–—\-·•«»‹›:/]|::)\s{1,9}|\s{0,9}\|\s{0,9}/g;

function textOfElement(analysis: Analysis, element: number): Headline | null {
  const { page } = analysis;
  const end = page.subtreeEnd[element] as number;
  let first = -1;
  const texts: string[] = [];
  for (const block of blocksWithin(analysis, element, end)) {
    if (first < 0) first = block;
    if (block > first + 20) return null;
    texts.push(blockText(page, block, (run) => ((analysis.hints[run] as number) & HIDDEN) !== 0));
  }
  return first < 0 ? null : { text: texts.join(' ').trim(), block: first };
}

/** Blocks are in document order, so those of a subtree are neighbours. */
function* blocksWithin(analysis: Analysis, element: number, end: number): Generator<number> {
  const { blockElement } = analysis.page;
  let low = 0;
  let high = blockElement.length;
  const start = analysis.page.tagStart[element] as number;
  const runAt = (block: number) =>
    analysis.page.runStart[analysis.page.blockFirstRun[block] as number] as number;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (runAt(middle) < start) low = middle + 1;
    else high = middle;
  }
  for (let block = low; block < blockElement.length; block++) {
    const owner = blockElement[block] as number;
    if (owner < element || owner >= end) return;
    yield block;
  }
}

function headlines(analysis: Analysis): Headline[] {
  const { page } = analysis;
  const found: Headline[] = [];
  for (const element of elementsOf(page, TAG.h1)) {
    if (found.length === 12) break;
    if ((analysis.area[element] as number) & (ASIDE | HIDDEN)) continue;
    const headline = textOfElement(analysis, element);
    if (headline && headline.text.length > 1 && headline.text.length < 400) found.push(headline);
  }
  return found;
}

/** Longer ones are no titles; each place where one may be parted is looked at. */
const TITLE_LIMIT = 500;

function pageTitle(analysis: Analysis): string {
  const { page } = analysis;
  for (const [element, [start, end]] of page.rawContent) {
    if (page.tag[element] === TAG.title) {
      return cleanText(page.html.slice(start, Math.min(end, start + 8 * TITLE_LIMIT))).slice(
        0,
        TITLE_LIMIT,
      );
    }
  }
  return '';
}

/** What may be the title in "Title - Section - Site": the beginnings at each separator. */
function headsOf(title: string): string[] {
  return [...title.matchAll(SEPARATOR)].map(({ index }) => title.slice(0, index).trim());
}

/** What may be the title in "Site: Title" or "Site | Title": the endings at each separator. */
function tailsOf(title: string): string[] {
  return [...title.matchAll(/\s{1,9}[|–—\-·•»›]\s{1,9}|\s{0,9}[|:]\s{1,9}/g)].map(
    ({ 0: separator, index }) => title.slice(index + separator.length).trim(),
  );
}

/** At most so many blocks from the top are compared. */
const SHOWN_LIMIT = 600;

/** Scripts that put no space between words. */
const UNSPACED = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]/;

/** Whether a claim is more than the name of a section or a label. */
function isLongEnough(claim: string): boolean {
  return countWords(claim) >= 4 || (claim.length >= 10 && UNSPACED.test(claim));
}

/** A line of the page that says what is declared as its title, on pages without a headline. */
function shownBlock(analysis: Analysis, claims: readonly string[]): Headline | null {
  const { page, area } = analysis;
  const wanted = new Set(claims.filter(isLongEnough).map(comparable));
  const lengths = [...wanted].map((key) => key.length);
  const [least, most] = [Math.min(...lengths), Math.max(...lengths)];
  for (let block = 0; block < Math.min(page.blockElement.length, SHOWN_LIMIT); block++) {
    const length = page.blockLength[block] as number;
    if (length < least || length > most + 40) continue;
    if ((page.blockLinked[block] as number) > 0.5 * length) continue;
    if ((area[page.blockElement[block] as number] as number) & (ASIDE | HIDDEN)) continue;
    const text = blockText(page, block);
    if (wanted.has(comparable(text))) return { text, block };
  }
  return null;
}

/** The first line of the page that a name says is a title, on pages that declare none. */
function namedBlock(analysis: Analysis): Headline | null {
  const { page, area, hints } = analysis;
  for (let block = 0; block < Math.min(page.blockElement.length, SHOWN_LIMIT); block++) {
    const element = page.blockElement[block] as number;
    const inner = page.runElement[page.blockFirstRun[block] as number] as number;
    if (!(((hints[element] as number) | (hints[inner] as number)) & TITLE)) continue;
    if ((area[element] as number) & (ASIDE | HIDDEN | CARD)) continue;
    const length = page.blockLength[block] as number;
    if (length > 300 || (page.blockLinked[block] as number) > 0.5 * length) continue;
    const text = blockText(page, block);
    if (countWords(text) >= 4) return { text, block };
  }
  return null;
}

/** As hosts spell a name: `Báo Quảng Ngãi` → `baoquangngai`. */
function bareLetters(key: string): string {
  const plain = key.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
  return plain.replaceAll('đ', 'd').replaceAll(' ', '');
}

/** Leaves out " | Site" where the rest, or another source, shows that it is not of the title. */
export function withoutSite(
  title: string,
  site: string | null,
  witnesses: readonly string[],
): string {
  const parts = [...title.matchAll(SEPARATOR)];
  if (parts.length === 0) return title;
  const own = comparable(title);
  for (const witness of witnesses) {
    const key = comparable(witness);
    if (key.length > 8 && own !== key && own.startsWith(key)) {
      const cut = parts.find((part) => comparable(title.slice(0, part.index)) === key);
      if (cut) return title.slice(0, cut.index).trim();
    }
  }
  const last = parts.at(-1) as RegExpExecArray;
  const head = title.slice(0, last.index).trim();
  const tail = title.slice(last.index + last[0].length).trim();
  const names = site === null ? [] : [comparable(site), comparable(site).replaceAll(' ', '')];
  const tailKey = comparable(tail);
  const namesSite = names.some(
    (name) =>
      name.length > 1 &&
      (tailKey.replaceAll(' ', '').includes(name.replaceAll(' ', '')) ||
        (tailKey.length > 3 && (name.includes(tailKey) || bareLetters(tailKey) === name))),
  );
  if (namesSite && head.length > 3) return withoutSite(head, null, []);
  const shortTail = countWords(tail) <= 4 && countWords(head) >= 3 && /[|»·]|—/.test(last[0]);
  return shortTail ? head : title;
}

/** Share of the shorter text's words that the longer has too, in [0, 1]; both are comparable. */
function overlap(first: string, second: string): number {
  if (first === second) return 1;
  const words = new Set(first.split(' '));
  const others = new Set(second.split(' '));
  let shared = 0;
  for (const word of words) if (others.has(word)) shared++;
  return shared / Math.max(1, Math.min(words.size, others.size));
}

const LONE_HEADLINE = 0.2;

/**
 * Whether a headline is only what a declared title has beside the title that is declared elsewhere:
 * the paper's name as its logo.
 */
function isRest(key: string, told: readonly string[], wholes: readonly string[]): boolean {
  return told.some(
    (claim) =>
      claim !== key &&
      wholes.some((whole) => whole === `${claim} ${key}` || whole === `${key} ${claim}`),
  );
}

/** A headline without the label that a site sets into it, where a claim shows what is the title. */
function withoutLabels(headline: string, claims: readonly string[]): string {
  const key = comparable(headline);
  for (const claim of claims) {
    if (claim === headline) continue;
    const own = comparable(claim);
    if (own.length >= key.length || own.length < 0.5 * key.length) continue;
    if (countWords(claim) < 3) continue;
    if (key.startsWith(`${own} `) || key.endsWith(` ${own}`)) return claim;
  }
  return headline;
}

function siteName(meta: ReadonlyMap<string, string>, url: string): string | null {
  const named = meta.get('og:site_name') ?? meta.get('application-name');
  if (named) return cleanText(named);
  try {
    return new URL(url).hostname.replace(/^www\./, '').split('.')[0] ?? null;
  } catch {
    return null;
  }
}

export interface TitleSources {
  readonly url: string;
  readonly meta: ReadonlyMap<string, string>;
  readonly data: LinkedData | null;
}

/** The title readers see: an h1 that agrees with what the page says of itself, else that. */
export function findTitle(analysis: Analysis, sources: TitleSources): FoundTitle {
  const { meta, data } = sources;
  const site = siteName(meta, sources.url);
  const shown = headlines(analysis);
  const tag = pageTitle(analysis);
  const witnesses = shown.map((headline) => headline.text);
  if (data?.headline) witnesses.push(data.headline);
  const stated = meta.get('og:title') ?? meta.get('twitter:title') ?? '';
  const declared = cleanText(stated.slice(0, TITLE_LIMIT));
  const og = declared === '' ? '' : withoutSite(declared, site, witnesses);
  const bare = tag === '' ? '' : withoutSite(tag, site, [...witnesses, og]);
  const claims = [data?.headline ?? '', og, bare].filter((text) => text !== '');
  const siteKey = site === null ? null : comparable(site);
  const claimed = [...new Set(claims.map(comparable))];
  const told = [data?.headline ?? '', declared].map(comparable).filter((key) => key !== '');
  const wholes = [comparable(tag), comparable(declared)];
  const scored = shown
    .map((headline) => ({ headline, key: comparable(headline.text) }))
    .filter(
      ({ key }) => key !== siteKey && bareLetters(key) !== siteKey && !isRest(key, told, wholes),
    )
    .map(({ headline, key }) => {
      return { headline, score: Math.max(0, ...claimed.map((claim) => overlap(key, claim))) };
    })
    .toSorted((one, other) => other.score - one.score);
  const best = scored[0];
  // A lone headline may be worded otherwise than what is declared, but not wholly.
  const enough = scored.length === 1 ? LONE_HEADLINE : 0.5;
  if (best && (best.score >= enough || claims.length === 0)) {
    const { block } = best.headline;
    return { title: withoutLabels(best.headline.text, claims), origin: 'generic', block };
  }
  const declaredAgain = shownBlock(analysis, [...claims, ...headsOf(tag), ...tailsOf(tag)]);
  if (declaredAgain) {
    return { title: declaredAgain.text, origin: 'generic', block: declaredAgain.block };
  }
  if (
    data?.headline &&
    overlap(comparable(data.headline), comparable(og || bare || data.headline)) > 0.5
  ) {
    return { title: data.headline, origin: 'json-ld', block: -1 };
  }
  if (og !== '') return { title: og, origin: 'meta', block: -1 };
  const named = namedBlock(analysis);
  if (named) return { title: named.text, origin: 'generic', block: named.block };
  return { title: bare, origin: bare === '' ? 'none' : 'meta', block: -1 };
}
