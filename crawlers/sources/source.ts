import type { FetchRequest, Lead, Outlet, Source, SourceKind } from '../../src/domain/index.ts';

/** A source's page as fetched. */
export interface SourcePage {
  readonly outlet: Outlet;
  readonly source: Source;
  readonly bytes: Uint8Array;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  /** After redirects. */
  readonly url: string;
  readonly now: Date;
}

/** What a source tells: items in its order, and further addresses of the same kind to read now. */
export interface SourceReading {
  readonly leads: readonly Lead[];
  readonly further: readonly Source[];
  /** Pages of bulletins: no articles, and in no count of them. */
  readonly bulletins?: readonly Lead[];
}

/** How one kind of source is read. Throws where the page is not of that kind. */
export interface SourceReader {
  readonly kind: SourceKind;
  readonly expects: FetchRequest['expects'];
  read(page: SourcePage): SourceReading;
}
