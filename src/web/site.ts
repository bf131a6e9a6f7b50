import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import {
  type Clock,
  ColumnInchesError,
  type Day,
  dayIn,
  type Digests,
  type FigureQuery,
  type Log,
  type Numbers,
  type Operations,
  type Period,
  type Publication,
} from '../domain/index.ts';
import { dayCount, type Language } from './charts.ts';
import type { Assets } from './assets.ts';
import { isKnown, tagOf } from './conditional.ts';
import { chooseLanguage } from './language.ts';
import { type AddressChanges, periodOf, type ReaderQuery } from './query.ts';
import { makeView, type View, type World } from './view.ts';

/** What all handlers share for the server's life. */
export interface Site {
  readonly numbers: Numbers;
  readonly publication: Publication;
  readonly digests: Digests;
  /** Null where this server has no timetable. */
  readonly operations: Operations | null;
  /** There are pages of administrators, behind a sign-in. */
  readonly hasAdministration: boolean;
  readonly log: Log;
  readonly clock: Pick<Clock, 'now'>;
  readonly version: string;
  /** METHOD.md by language, as Markdown. */
  readonly method: Readonly<Record<Language, string>>;
  /** The codebook by language, as Markdown. */
  readonly codebook: Readonly<Record<Language, string>>;
  readonly defaultLanguage: Language;
  /** Zone of "today", where the age of the data is told, and of what is done for all outlets. */
  readonly timeZone: string;
  /** Origin of absolute links; null where the operator has named none. */
  readonly publicUrl: string | null;
  /** Commands in a text as they are typed on this machine. */
  readonly asTyped: (text: string) => string;
  readonly assets: Assets;
  /** Whether the reader is signed in as one who may see whole texts and pictures. */
  readonly canSeeWholeTexts: (request: FastifyRequest) => Promise<boolean>;
  /** Writes what a signed-in administrator does into the trail; null for everybody else. */
  readonly administratorOf: (
    request: FastifyRequest,
  ) => Promise<((action: string, subject: string) => Promise<void>) | null>;
  /** The last world read; error pages show its fiction band even when figures cannot be read. */
  world: World;
}

export const noWorld: World = { demo: false, period: null, outlets: 0, unchecked: [] };

export async function readWorld(site: Site): Promise<World> {
  site.world = await site.numbers.extent();
  return site.world;
}

/** A page and what it was drawn for. */
export interface ReadPage {
  readonly view: View;
  readonly element: ReactElement;
}

/**
 * Sends the page that is read from one unmoving picture of what is stored, each figure once; null =
 * there is none. The picture is let go before the page is drawn.
 */
export async function sendRead(
  site: Site,
  reply: FastifyReply,
  read: (now: Site) => Promise<ReadPage | null>,
): Promise<FastifyReply> {
  const readOver = async (numbers: Numbers) => {
    const now = { ...site, numbers };
    try {
      return await read(now);
    } finally {
      // The page of a failure needs it as well.
      site.world = now.world;
    }
  };
  const page = await (site.numbers.together?.(readOver) ?? readOver(site.numbers));
  if (page !== null) return sendPage(reply, page.element, { view: page.view });
  reply.callNotFound();
  return reply;
}

/** Its figures still grow: it counts as whole as soon as its sources have answered. */
function openDay(site: Site, world: World, period: Period | null): Day | null {
  if (world.demo || world.period === null || period === null) return null;
  const today = dayIn(site.timeZone, site.clock.now());
  const isShown = period.from <= today && today <= period.to && today <= world.period.to;
  return isShown ? today : null;
}

function staleDays(site: Site, world: World): number {
  if (world.demo || world.period === null) return 0;
  const today = dayIn(site.timeZone, site.clock.now());
  return Math.max(0, dayCount({ from: world.period.to, to: today }) - 1);
}

function languageOf(site: Site, request: FastifyRequest, query: ReaderQuery): Language {
  return chooseLanguage({
    address: query.lang,
    cookieHeader: request.headers.cookie,
    acceptHeader: request.headers['accept-language'],
    fallback: site.defaultLanguage,
  });
}

/** Path without the query, as the reader sees it. */
function pathOf(request: FastifyRequest): string {
  return request.url.split('?', 1)[0] ?? '/';
}

/** The view for a request in a world already read. */
export function viewOf(
  site: Site,
  request: FastifyRequest,
  options: {
    readonly query: ReaderQuery;
    readonly world: World;
    /** Parameters of this page alone. */
    readonly kept?: AddressChanges;
    /** Of the page in another language; default: the one asked for. */
    readonly path?: string;
  },
): View {
  const { query, world } = options;
  const period = world.period === null ? null : periodOf(query, world.period);
  return makeView({
    query,
    world,
    language: languageOf(site, request, query),
    path: options.path ?? pathOf(request),
    period,
    version: site.version,
    assets: site.assets.address,
    timeZone: site.timeZone,
    publicUrl: site.publicUrl,
    hasOperations: site.operations !== null,
    hasAdministration: site.hasAdministration,
    staleDays: staleDays(site, world),
    openDay: openDay(site, world, period),
    kept: options.kept ?? {},
  });
}

/** The figures a view asks for. */
export function figureQuery(
  view: View,
  period: Period,
  outlets: FigureQuery['outlets'],
): FigureQuery {
  return { period, outlets, demo: view.world.demo };
}

/** The outlets an address asks for, where its route knows such a choice. */
function chosenOutlets({ query, routeOptions }: FastifyRequest): readonly unknown[] {
  if (routeOptions.schema?.querystring === undefined) return [];
  const { outlet } = (query ?? {}) as { readonly outlet?: unknown };
  return Array.isArray(outlet) ? outlet : [];
}

/**
 * Figures of outlets that nobody follows would be zeros that mean nothing: whatever address asks
 * for one is refused, a page, a file and the API alike, with `web/unknown-outlet`, which is
 * answered as "not found".
 */
export function refuseUnknownOutlets(app: FastifyInstance, { numbers }: Site): void {
  app.addHook('preHandler', async (request) => {
    const asked = chosenOutlets(request);
    if (asked.length === 0) return;
    const known = new Set<unknown>(await numbers.outletIds());
    const unknown = asked.filter((id) => !known.has(id));
    if (unknown.length > 0) throw unknownOutlets(unknown.join(', '));
  });
}

function unknownOutlets(ids: string): ColumnInchesError {
  return new ColumnInchesError({
    code: 'web/unknown-outlet',
    verdict: 'skip-item',
    message: `No outlet on screen has this id: ${ids}. Take it out of the address.`,
    messageVietnamese: `Không có cơ quan báo chí nào mang mã ${ids}. Hãy bỏ mã đó khỏi địa chỉ.`,
  });
}

/** Where readers reach these pages: what the operator says, else as this one was reached. */
export function originOf(site: Site, request: FastifyRequest): string {
  return site.publicUrl ?? `${request.protocol}://${request.host}`;
}

/** Renders a page and sends it with an ETag; answers 304 to who has it already. */
export function sendPage(
  reply: FastifyReply,
  element: ReactElement,
  options: {
    readonly view: View;
    readonly status?: number;
    /** Shown inside somebody else's page, where nobody chose a language for these. */
    readonly isFramed?: boolean;
  },
): FastifyReply {
  const { view, status = 200, isFramed = false } = options;
  const html = `<!doctype html>${renderToStaticMarkup(element)}\n`;
  if (view.query.lang !== undefined && !isFramed) rememberLanguage(reply, view);
  void reply
    .code(status)
    .header('content-type', 'text/html; charset=utf-8')
    .header('content-language', view.language)
    .header('vary', 'Accept-Language, Cookie, Accept-Encoding');
  // A form names its own origin when it is sent, so it is never taken from a cache.
  const isForm = reply.getHeader('cache-control') === 'no-store';
  if (status !== 200 || isForm) return reply.header('cache-control', 'no-store').send(html);
  const tag = tagOf(html);
  void reply.header('etag', tag).header('cache-control', 'private, no-cache');
  return isKnown(reply.request, tag) ? reply.code(304).send() : reply.send(html);
}

/** A choice made in the address holds for a year; no other cookie is ever set here. */
function rememberLanguage(reply: FastifyReply, view: View): void {
  const cookie = `lang=${view.language}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly`;
  void reply.header('set-cookie', cookie);
}
