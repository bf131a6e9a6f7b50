import { randomUUID } from 'node:crypto';
import fastifyHelmet from '@fastify/helmet';
import fastifyRateLimit from '@fastify/rate-limit';
import fastifySwagger from '@fastify/swagger';
import { fastify, type FastifyInstance, type FastifyPluginCallback } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import type {
  Clock,
  Digests,
  Health,
  Log,
  Metrics,
  Numbers,
  Operations,
  Publication,
} from '../domain/index.ts';
import type { Language } from './charts.ts';
import { apiRoutes, describeRoute, refuseError, refuseUnknown, wantsNoPage } from './api/index.ts';
import { callerOf } from './gate.ts';
import { type AssetFolders, defaultFolders, loadAssets } from './assets.ts';
import { compressAnswer } from './compression.ts';
import { conditionalAnswer } from './conditional.ts';
import { challengeRoutes } from './challenge-routes.tsx';
import { dataRoutes } from './data-routes.tsx';
import { digestRoutes } from './digest-routes.tsx';
import { embedRoutes } from './embed-routes.tsx';
import { answerError, sendFailure } from './failures.tsx';
import { healthRoutes, measureAnswers } from './health-routes.ts';
import { openAnswer } from './open-answers.ts';
import { operationsRoutes } from './operations-routes.tsx';
import { lookupRoutes } from './lookup-routes.tsx';
import { type ReviewParts, reviewPlugin } from './review-plugin.ts';
import {
  airRoutes,
  figureRoutes,
  itemListRoutes,
  itemRoutes,
  overviewRoutes,
  snapshotRoutes,
} from './page-routes.tsx';
import { registerRoutes } from './register-routes.tsx';
import { noDigests } from './no-digests.ts';
import { isOwn, keepPages, type KeptPagesOptions, type OwnRequests } from './kept-pages.ts';
import { noPublication } from './no-publication.ts';
import { wholeRoutes } from './whole-routes.tsx';
import { noWorld, refuseUnknownOutlets, type Site } from './site.ts';

export interface WebServerOptions {
  /** The only source of figures. */
  readonly numbers: Numbers;
  /** Open data and all else that is published; left out = those pages are empty. */
  readonly publication?: Publication;
  /** The weekly letter; left out = there is none. */
  readonly digests?: Digests;
  /** The timetable; left out = this server has none to show. */
  readonly operations?: Operations;
  /** What must work besides the figures; left out = nothing else. */
  readonly health?: Health;
  /** Figures for a monitor; left out = there are none. */
  readonly metrics?: Metrics;
  readonly log: Log;
  readonly clock: Pick<Clock, 'now'>;
  /** Of the program, printed in every footer. */
  readonly version: string;
  /** METHOD.md by language, as Markdown; an empty text falls back to the other language. */
  readonly method: Readonly<Record<Language, string>>;
  /** What coders read (analyzers/README.md) by language, as Markdown; likewise. */
  readonly codebook: Readonly<Record<Language, string>>;
  /** For readers whose browser asks for neither Vietnamese nor English. */
  readonly defaultLanguage: Language;
  /** Zone of the age of the data and of what is done once for all outlets. */
  readonly timeZone: string;
  /** Who may see whole texts and pictures; where left out, whoever is signed in. */
  readonly canSeeWholeTexts?: Site['canSeeWholeTexts'];
  /** Where the style sheet and the compiled client modules lie; default: this package. */
  readonly folders?: AssetFolders;
  /** Accounts, coding and administration; left out: the public pages alone. */
  readonly review?: ReviewParts;
  /**
   * How long pages are kept for the next readers where nothing stored has changed; left out, every
   * page is made anew.
   */
  readonly keptPages?: Omit<KeptPagesOptions, 'stamp' | 'own'>;
  /** Requests one address may make each minute; default 600, at least 1. */
  readonly requestsPerMinute?: number;
  /**
   * Proxies whose X-Forwarded-For is believed: addresses, ranges or `loopback`, parted by commas;
   * default false, nobody's.
   */
  readonly trustProxy?: string | false;
  /** Origin at which readers reach the pages, for absolute links; null = pages name none. */
  readonly publicUrl?: string | null;
  /**
   * Commands in a text as they are typed on this machine; default: by their installed name, as they
   * are written.
   */
  readonly asTyped?: Site['asTyped'];
}

/** Nothing is loaded from anywhere else, nothing runs inline, nobody may frame the pages. */
const securityPolicy = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'none'"],
    styleSrc: ["'self'"],
    scriptSrc: ["'self'"],
    fontSrc: ["'self'"],
    imgSrc: ["'self'"],
    connectSrc: ["'self'"],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
  },
};

const assetRoutes: FastifyPluginCallback<{ site: Site }> = (app, { site }, done) => {
  const options = { schema: { hide: true }, config: { rateLimit: false } };
  app.get('/assets/:hash/:file', options, async (request, reply) => {
    const { hash, file } = request.params as { readonly hash: string; readonly file: string };
    const current = site.assets.address === `/assets/${hash}`;
    const asset = current ? site.assets.files.get(file) : undefined;
    if (asset === undefined) return reply.callNotFound();
    return reply
      .header('content-type', asset.type)
      .header('cache-control', 'public, max-age=31536000, immutable')
      .header('vary', 'Accept-Encoding')
      .send(asset.bytes);
  });
  done();
};

function addGuards(app: FastifyInstance, options: WebServerOptions, own: OwnRequests): void {
  void app.register(fastifyHelmet, {
    contentSecurityPolicy: securityPolicy,
    // Whether the site is reached by HTTPS only is for the proxy in front to say.
    strictTransportSecurity: false,
    referrerPolicy: { policy: 'no-referrer' },
  });
  void app.register(fastifyRateLimit, {
    max: options.requestsPerMinute ?? 600,
    timeWindow: 60_000,
    allowList: (request) => isOwn(request, own),
  });
  void app.register(fastifySwagger, {
    openapi: {
      // What is null, and in which list, only the later version can say as JSON Schema does.
      openapi: '3.1.0',
      info: { title: 'Column Inches', version: options.version },
      ...(options.publicUrl ? { servers: [{ url: options.publicUrl }] } : {}),
    },
    transform: describeRoute,
  });
}

function addLogging(app: FastifyInstance, log: Log): void {
  app.addHook('onResponse', (request, reply, done) => {
    // The route, not the address: what a reader looked up is nobody's business.
    const route = request.routeOptions.url ?? '(no route)';
    const durationMs = Math.round(reply.elapsedTime);
    log.debug({ route, status: reply.statusCode, durationMs }, 'answered');
    done();
  });
}

/** Accounts are coders', adjudicators' and administrators': all of them may see whole texts. */
function whoeverIsSignedIn(review: WebServerOptions['review']): Site['canSeeWholeTexts'] {
  return async (request) => {
    if (!review || request.headers.cookie === undefined) return false;
    return (await review.accounts.signedIn(callerOf(request))) !== null;
  };
}

/** Administrators are operators of the timetable too, and what they do is in the trail. */
function whoeverAdministers(review: WebServerOptions['review']): Site['administratorOf'] {
  return async (request) => {
    if (!review || request.headers.cookie === undefined) return null;
    const person = await review.accounts.signedIn(callerOf(request));
    if (person?.role !== 'administrator') return null;
    return (action, subject) => review.administration.note(person.accountId, action, subject);
  };
}

function makeSite(options: WebServerOptions): Site {
  const { numbers, log, clock, version, method, codebook, defaultLanguage, timeZone } = options;
  return {
    numbers,
    publication: options.publication ?? noPublication,
    digests: options.digests ?? noDigests,
    operations: options.operations ?? null,
    hasAdministration: options.review !== undefined,
    log,
    clock,
    version,
    method,
    codebook,
    defaultLanguage,
    timeZone,
    publicUrl: options.publicUrl ?? null,
    asTyped: options.asTyped ?? ((text) => text),
    assets: loadAssets(options.folders ?? defaultFolders()),
    canSeeWholeTexts: options.canSeeWholeTexts ?? whoeverIsSignedIn(options.review),
    administratorOf: whoeverAdministers(options.review),
    world: noWorld,
  };
}

/**
 * A path that is no text (`%ff`) is an address of nothing: as such it gets past the router to the
 * same answer, with the same headers, as any other. NUL stands in no text, and no database takes
 * it: it is read as the sign for an unknown character.
 */
function readableUrl(given: string): string {
  const url = given.replaceAll('%00', '%EF%BF%BD');
  const [path = '/'] = url.split('?', 1);
  try {
    decodeURIComponent(path);
    return url;
  } catch {
    return url.replace(path, path.replaceAll('%', '%25'));
  }
}

/**
 * The web server, ready to `listen`: pages, assets and health. Throws `web/assets-missing` where
 * its files are not built. Every figure comes from `numbers`; nothing is asked of any other host.
 */
export function createWebServer(options: WebServerOptions): FastifyInstance {
  const site = makeSite(options);
  const app = fastify({
    logger: false,
    trustProxy: options.trustProxy ?? false,
    routerOptions: { maxParamLength: 300 },
    rewriteUrl: (request) => readableUrl(request.url ?? '/'),
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  const own = { make: randomUUID(), look: randomUUID() };
  addGuards(app, options, own);
  addLogging(app, options.log);
  const { health = null, metrics = null } = options;
  if (metrics) measureAnswers(app, metrics, (request) => isOwn(request, own));
  app.addHook('onSend', openAnswer);
  app.addHook('onSend', conditionalAnswer);
  app.addHook('onSend', compressAnswer);
  const { stamp } = options.numbers;
  if (options.keptPages && stamp) keepPages(app, { ...options.keptPages, stamp, own });
  // After the kept pages: one that is kept was asked for outlets that are known.
  refuseUnknownOutlets(app, site);
  app.setErrorHandler((error: Parameters<typeof answerError>[1], request, reply) =>
    wantsNoPage(request) ? refuseError(site, error, reply) : answerError(site, error, reply),
  );
  app.setNotFoundHandler((request, reply) =>
    wantsNoPage(request)
      ? refuseUnknown(reply)
      : sendFailure(site, reply, { kind: 'not-found', code: null }),
  );
  void app.register(overviewRoutes, { site });
  void app.register(figureRoutes, { site });
  void app.register(itemListRoutes, { site });
  void app.register(itemRoutes, { site });
  void app.register(wholeRoutes, { site });
  void app.register(registerRoutes, { site });
  void app.register(snapshotRoutes, { site });
  void app.register(airRoutes, { site });
  void app.register(dataRoutes, { site });
  void app.register(challengeRoutes, { site });
  void app.register(digestRoutes, { site });
  void app.register(operationsRoutes, { site });
  void app.register(lookupRoutes, { site });
  void app.register(embedRoutes, { site });
  void app.register(apiRoutes, { site });
  void app.register(assetRoutes, { site });
  void app.register(healthRoutes, { site, health, metrics });
  if (options.review) void app.register(reviewPlugin, { site, parts: options.review });
  return app;
}
