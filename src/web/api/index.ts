import { createHash } from 'node:crypto';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import type { z } from 'zod';
import { ColumnInchesError, type FigureQuery } from '../../domain/index.ts';
import {
  type ChosenFigures,
  figureQuerySchema,
  idSchema,
  listQuerySchema,
  periodOf,
} from '../query.ts';
import { placementRoutes } from './placements.ts';
import { readWorld, refuseUnknownOutlets, type Site } from '../site.ts';
import { airFiguresSchema, airWeekSchema, bulletinPageSchema } from './air-schemas.ts';
import { publicationApiRoutes } from './publication.ts';
import {
  answerOf,
  errorSchema,
  figureSetSchema,
  itemPageSchema,
  outletPageSchema,
  personPageSchema,
  snapshotPageSchema,
  postPageSchema,
} from './schemas.ts';

interface ApiError {
  readonly status: 400 | 404 | 429 | 500;
  readonly code: string;
  readonly message: string;
}

const notFound: ApiError = {
  status: 404,
  code: 'web/not-found',
  message: 'Nothing here has this id in the data now on screen.',
};

function apiError(error: FastifyError | ColumnInchesError): ApiError {
  if (error instanceof ColumnInchesError) {
    const { code, message } = error;
    // The message of a failure may name the operator's own files; the log has it.
    return error.verdict === 'skip-item'
      ? { status: 404, code, message }
      : {
          status: 500,
          code,
          message: 'Figures could not be read; none is given. Try again later.',
        };
  }
  if (error.validationContext === 'params') return notFound;
  if (error.validation !== undefined) {
    return { status: 400, code: 'web/bad-query', message: error.message };
  }
  if (error.statusCode === 429) {
    return { status: 429, code: 'web/too-many-requests', message: 'Wait a minute and try again.' };
  }
  return { status: 500, code: 'web/unexpected', message: 'Figures could not be read.' };
}

function refuse(reply: FastifyReply, { status, code, message }: ApiError): FastifyReply {
  return reply
    .code(status)
    .type('application/json; charset=utf-8')
    .header('cache-control', 'no-store')
    .serializer(JSON.stringify)
    .send({ error: { code, message } });
}

/** Whether an address is one of the JSON API, known or not. */
export function isApi(url: string): boolean {
  return /^\/api(?:[/?]|$)/.test(url);
}

/** The answer to an address of the API that does not exist. */
export function refuseUnknown(reply: FastifyReply): FastifyReply {
  return refuse(reply, notFound);
}

/** The same period and outlets as the page with the same address. */
async function askedFigures(site: Site, query: ChosenFigures): Promise<FigureQuery | null> {
  const { demo, period } = await readWorld(site);
  if (period === null) return null;
  const outlets = query.outlet.length === 0 ? null : query.outlet;
  return { period: periodOf(query, period), outlets, demo };
}

const refusals = { 400: errorSchema, 404: errorSchema, 429: errorSchema, 500: errorSchema };

const figureRoutes: FastifyPluginCallbackZod<{ site: Site }> = (app, { site }, done) => {
  app.get(
    '/api/figures',
    {
      schema: {
        summary: 'Figures of a period: persons, outlets, coverage ledger.',
        querystring: figureQuerySchema,
        response: { 200: answerOf(figureSetSchema), ...refusals },
      },
    },
    async (request, reply) => {
      const asked = await askedFigures(site, request.query);
      if (asked === null) return refuse(reply, notFound);
      const data = await site.numbers.figures(asked);
      refuseUnknownOutlets(data);
      return { demo: asked.demo, data };
    },
  );
  app.get(
    '/api/persons/:id',
    {
      schema: {
        summary: 'One office-holder: posts, figures, series, one page of the items counted.',
        querystring: listQuerySchema,
        params: idSchema,
        response: { 200: answerOf(personPageSchema), ...refusals },
      },
    },
    async (request, reply) => {
      const asked = await askedFigures(site, request.query);
      if (asked === null) return refuse(reply, notFound);
      const data = await site.numbers.person(request.params.id, asked, {
        cursor: request.query.cursor,
      });
      return data === null ? refuse(reply, notFound) : { demo: asked.demo, data };
    },
  );
  done();
};

const airRoutes: FastifyPluginCallbackZod<{ site: Site }> = (app, { site }, done) => {
  const querystring = figureQuerySchema;
  const answers = <Schema extends z.ZodType>(schema: Schema) => ({
    response: { 200: answerOf(schema), ...refusals },
  });
  const air = 'Figures of what is on air, radio and television apart.';
  app.get(
    '/api/air',
    { schema: { summary: air, querystring, ...answers(airFiguresSchema) } },
    async (request, reply) => {
      const asked = await askedFigures(site, request.query);
      const data = asked && (await site.numbers.air?.figures(asked));
      return asked && data ? { demo: asked.demo, data } : refuse(reply, notFound);
    },
  );
  const week = 'A broadcaster’s week: programmes, bulletins, what was captured.';
  app.get(
    '/api/outlets/:id/air',
    { schema: { summary: week, querystring, params: idSchema, ...answers(airWeekSchema) } },
    async (request, reply) => {
      const { id } = request.params;
      const asked = await askedFigures(site, { ...request.query, outlet: [id] });
      const data = asked && (await site.numbers.air?.week(id, asked));
      return asked && data ? { demo: asked.demo, data } : refuse(reply, notFound);
    },
  );
  const one = 'One bulletin: parts, persons, seconds, the sentences that mention them.';
  app.get(
    '/api/bulletins/:id',
    { schema: { summary: one, params: idSchema, ...answers(bulletinPageSchema) } },
    async (request, reply) => {
      const { demo } = await readWorld(site);
      const data = (await site.numbers.air?.bulletin(request.params.id)) ?? null;
      return data === null ? refuse(reply, notFound) : { demo, data };
    },
  );
  done();
};

const evidenceRoutes: FastifyPluginCallbackZod<{ site: Site }> = (app, { site }, done) => {
  app.get(
    '/api/outlets/:id',
    {
      schema: {
        summary: 'One outlet: figures, coverage, one page of its items.',
        querystring: listQuerySchema,
        params: idSchema,
        response: { 200: answerOf(outletPageSchema), ...refusals },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const asked = await askedFigures(site, { ...request.query, outlet: [id] });
      if (asked === null) return refuse(reply, notFound);
      const data = await site.numbers.outlet(id, asked, request.query.cursor);
      return data === null ? refuse(reply, notFound) : { demo: asked.demo, data };
    },
  );
  app.get(
    '/api/items/:id',
    {
      schema: {
        summary: 'One item: sentences with mentions and reasons, versions, measurements.',
        params: idSchema,
        response: { 200: answerOf(itemPageSchema), ...refusals },
      },
    },
    async (request, reply) => {
      const { demo } = await readWorld(site);
      const data = await site.numbers.item(request.params.id);
      return data === null ? refuse(reply, notFound) : { demo, data };
    },
  );
  app.get(
    '/api/snapshots/:id',
    {
      schema: {
        summary: 'One look at a front page: every placement with its boxes and share.',
        params: idSchema,
        response: { 200: answerOf(snapshotPageSchema), ...refusals },
      },
    },
    async (request, reply) => {
      const { demo } = await readWorld(site);
      const data = (await site.numbers.frontPages?.snapshot(request.params.id)) ?? null;
      return data === null ? refuse(reply, notFound) : { demo, data };
    },
  );
  app.get(
    '/api/posts/:id',
    {
      schema: {
        summary: 'One post: who held or stood for it, when, with sources.',
        params: idSchema,
        response: { 200: answerOf(postPageSchema), ...refusals },
      },
    },
    async (request, reply) => {
      const { demo } = await readWorld(site);
      const data = await site.numbers.post(request.params.id);
      return data === null ? refuse(reply, notFound) : { demo, data };
    },
  );
  app.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger());
  done();
};

/** Gives JSON an ETag, and answers 304 to who has it already; runs before compression. */
export async function conditionalJson(
  request: FastifyRequest,
  reply: FastifyReply,
  payload: unknown,
): Promise<unknown> {
  const isAnswer = request.routeOptions.url?.startsWith('/api/') && reply.statusCode === 200;
  if (!isAnswer || typeof payload !== 'string') return payload;
  const tag = `W/"${createHash('sha256').update(payload).digest('base64url').slice(0, 22)}"`;
  void reply
    .header('etag', tag)
    .header('cache-control', 'public, no-cache')
    .header('vary', 'Accept-Encoding');
  const known = (request.headers['if-none-match'] ?? '').split(/\s{0,9},\s{0,9}/);
  if (!known.includes(tag)) return payload;
  void reply.code(304);
  return '';
}

/** Names whose terms nobody has checked are said beside the data, whatever they are. */
function withUnchecked(payload: unknown, site: Site): unknown {
  if (typeof payload !== 'object' || payload === null || !('data' in payload)) return payload;
  const { unchecked } = site.world;
  const said = unchecked.length === 0 ? '' : JSON.stringify(payload.data);
  return { ...payload, unchecked: unchecked.filter((id) => said.includes(JSON.stringify(id))) };
}

/** The JSON API under `/api`: the same figures as the pages, described at `/api/openapi.json`. */
export const apiRoutes: FastifyPluginCallbackZod<{ site: Site }> = (app, { site }, done) => {
  app.setErrorHandler((error: FastifyError | ColumnInchesError, _request, reply) => {
    const answer = apiError(error);
    if (answer.status === 500) {
      const { code, stack, message } = error;
      site.log.error({ code, path: reply.request.routeOptions.url, stack }, message);
    }
    return refuse(reply, answer);
  });
  app.addHook('preSerialization', async (_request, _reply, payload) =>
    withUnchecked(payload, site),
  );
  void app.register(figureRoutes, { site });
  void app.register(evidenceRoutes, { site });
  void app.register(airRoutes, { site });
  void app.register(placementRoutes, { site });
  void app.register(publicationApiRoutes, { site });
  done();
};
