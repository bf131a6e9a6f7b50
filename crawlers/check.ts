import {
  type ArticleReason,
  type Bilingual,
  type Clock,
  ColumnInchesError,
  type FetchDoor,
  type FetchRequest,
  type Outlet,
  saidOf,
  type Source,
} from '../src/domain/index.ts';
import { missesLayout } from './extract/article.ts';
import type { PageInspection } from './extract/inspect.ts';
import { findWebSubLinks } from './formats/websub.ts';
import { countAired } from './on-air.ts';
import { inspectCapture } from './outlets/frozen.ts';
import { SOURCE_READERS } from './sources/index.ts';

/** What works of one source. */
export interface SourceCheck {
  readonly source: Source;
  readonly works: boolean;
  readonly leads: number;
  /** Programmes of a listing, or bulletins of a bulletin source; 0 for other kinds. */
  readonly aired: number;
  /** Hubs at which a feed could be subscribed to (WebSub); empty for other kinds. */
  readonly hubs: readonly string[];
  /** What is wrong and the mend, or null. */
  readonly problem: Bilingual | null;
}

/** One article read for trial, so that a person can compare it with the site. */
export interface SampleCheck {
  readonly url: string;
  readonly title: string;
  readonly publishedAt: string | null;
  readonly words: number;
  readonly confidence: number;
  readonly reasons: readonly ArticleReason[];
  /** How each part was read, and selectors for the weak ones. */
  readonly inspection: PageInspection;
}

export interface OutletCheck {
  readonly outletId: string;
  readonly works: boolean;
  readonly sources: readonly SourceCheck[];
  /** Null where no source led to an article that could be read. */
  readonly sample: SampleCheck | null;
  readonly sampleProblem: Bilingual | null;
}

const SAMPLE_TRIES = 3;
const noHubs: { readonly hubs: readonly string[] } = { hubs: [] };

/** Tries every source of an outlet and one of the articles they name. Rejects only if stopped. */
export async function checkOutlet(
  outlet: Outlet,
  options: { readonly door: FetchDoor; readonly clock: Clock; readonly signal?: AbortSignal },
): Promise<OutletCheck> {
  const sources: SourceCheck[] = [];
  const candidates: string[] = [];
  for (const source of outlet.sources) {
    const { check, urls } = await checkSource(source, outlet, options);
    sources.push(check);
    candidates.push(...urls.slice(0, SAMPLE_TRIES));
  }
  const { sample, sampleProblem } = await checkSample(candidates, outlet, options);
  const works =
    sources.some((check) => check.works && check.leads > 0) &&
    sample !== null &&
    sampleProblem === null;
  return { outletId: outlet.id, works, sources, sample, sampleProblem };
}

type CheckOptions = Parameters<typeof checkOutlet>[1];

async function ask(
  wanted: Pick<FetchRequest, 'url' | 'expects'>,
  outlet: Outlet,
  options: CheckOptions,
) {
  const { delayMs, allowPrivateAddresses } = outlet;
  const { door, signal } = options;
  const request = { ...wanted, delayMs, allowPrivateAddresses };
  return await door.fetch(signal ? { ...request, signal } : request);
}

async function checkSource(source: Source, outlet: Outlet, options: CheckOptions) {
  const reader = SOURCE_READERS[source.kind];
  const attempt = await ask({ url: source.url, expects: reader.expects }, outlet, options);
  const failed = (problem: Bilingual | null) => ({
    check: { source, works: false, leads: 0, aired: 0, hubs: [], problem },
    urls: [],
  });
  const { bytes, headers, finalUrl: url } = attempt;
  if (bytes === null) return failed(attempt.error ? saidOf(attempt.error) : null);
  try {
    const now = options.clock.now();
    const page = { outlet, source, bytes, headers, url, now };
    const { leads, further } = reader.read(page);
    const aired = countAired(page);
    const works = leads.length + further.length + aired > 0;
    const problem = works ? null : namesNothing(source);
    const { hubs } = source.kind === 'feed' ? findWebSubLinks(bytes, headers, { url }) : noHubs;
    const check: SourceCheck = { source, works, leads: leads.length, aired, hubs, problem };
    return { check, urls: leads.map((lead) => lead.url) };
  } catch (thrown) {
    if (!(thrown instanceof ColumnInchesError)) throw thrown;
    return failed(saidOf(thrown));
  }
}

function namesNothing({ kind, url }: Source): Bilingual {
  const [vi, en] =
    kind === 'listing'
      ? ['chương trình', 'programmes']
      : kind === 'bulletin'
        ? ['bản tin', 'bulletins']
        : ['tin', 'items'];
  return {
    vi: `${url} không nêu ${vi} nào. Địa chỉ này còn đúng không?`,
    en: `${url} names no ${en}. Is it still the right address?`,
  };
}

const selectorsMatchNothing: Bilingual = {
  vi: 'Bộ chọn phần thân bài trong tệp không còn khớp trang: có thể trang đã đổi giao diện.',
  en: 'The selector of the body in its file matches nothing: the site may have a new layout.',
};

const noArticle: Bilingual = {
  vi: 'Không nguồn nào dẫn tới bài báo.',
  en: 'No source names an article.',
};

async function checkSample(urls: readonly string[], outlet: Outlet, options: CheckOptions) {
  let sampleProblem: Bilingual | null = noArticle;
  for (const url of [...new Set(urls)].slice(0, SAMPLE_TRIES)) {
    const { bytes, headers, error, finalUrl } = await ask(
      { url, expects: 'page' },
      outlet,
      options,
    );
    if (bytes === null) {
      sampleProblem = error ? saidOf(error) : null;
      continue;
    }
    const capturedAt = options.clock.now();
    const inspection = inspectCapture({ url: finalUrl, bytes, headers, capturedAt }, outlet);
    const { title, publishedAt, confidence, reasons, text } = inspection.article;
    const words = text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
    const read = { title, publishedAt, words, confidence, reasons, inspection };
    const sample: SampleCheck = { url: finalUrl, ...read };
    if (missesLayout(inspection.article)) return { sample, sampleProblem: selectorsMatchNothing };
    return { sample, sampleProblem: null };
  }
  return { sample: null, sampleProblem };
}
