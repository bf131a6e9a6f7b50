import {
  type Bilingual,
  type Clock,
  ColumnInchesError,
  type FetchDoor,
  type FetchRequest,
  type Outlet,
  saidOf,
  type Source,
} from '../src/domain/index.ts';
import { extractArticle } from './extract/article.ts';
import { decodeText } from './extract/charset.ts';
import { SOURCE_READERS } from './sources/index.ts';

/** What works of one source. */
export interface SourceCheck {
  readonly source: Source;
  readonly works: boolean;
  readonly leads: number;
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
  readonly reasons: readonly string[];
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
  const works = sources.some((check) => check.works && check.leads > 0) && sample !== null;
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
    check: { source, works: false, leads: 0, problem },
    urls: [],
  });
  const { bytes, headers, finalUrl: url } = attempt;
  if (bytes === null) return failed(attempt.error ? saidOf(attempt.error) : null);
  try {
    const now = options.clock.now();
    const { leads, further } = reader.read({ outlet, source, bytes, headers, url, now });
    const isCapturedOnly = source.kind === 'listing' || source.kind === 'bulletin';
    const works = isCapturedOnly || leads.length + further.length > 0;
    const problem = works ? null : namesNothing(source.url);
    const check: SourceCheck = { source, works, leads: leads.length, problem };
    return { check, urls: leads.map((lead) => lead.url) };
  } catch (thrown) {
    if (!(thrown instanceof ColumnInchesError)) throw thrown;
    return failed(saidOf(thrown));
  }
}

function namesNothing(url: string): Bilingual {
  return {
    vi: `${url} không nêu tin nào. Địa chỉ này còn đúng không?`,
    en: `${url} names no items. Is it still the right address?`,
  };
}

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
    const { selectors, timeZone, language } = outlet;
    const now = options.clock.now();
    const read = { selectors, timeZone, language, now };
    const article = extractArticle(decodeText(bytes, headers).text, finalUrl, read);
    const { title, publishedAt, confidence, reasons, text } = article;
    const words = text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
    const sample: SampleCheck = { url: finalUrl, title, publishedAt, words, confidence, reasons };
    return { sample, sampleProblem: null };
  }
  return { sample: null, sampleProblem };
}
