import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import type { z } from 'zod';
import type { FigureQuery } from '../../domain/index.ts';
import {
  type ChosenFigures,
  figureQuerySchema,
  idSchema,
  listQuerySchema,
  periodOf,
} from '../query.ts';
import { placementRoutes } from './placements.ts';
import { readWorld, type Site } from '../site.ts';
import { airFiguresSchema, airWeekSchema, bulletinPageSchema } from './air-schemas.ts';
import { publicationApiRoutes } from './publication.ts';
import { refusals, refuseError, refuseUnknown } from './refusals.ts';
import {
  answerOf,
  figureSetSchema,
  itemPageSchema,
  outletPageSchema,
  personPageSchema,
  snapshotPageSchema,
  postPageSchema,
} from './schemas.ts';

/** The same period and outlets as the page with the same address. */
async function askedFigures(site: Site, query: ChosenFigures): Promise<FigureQuery | null> {
  const { demo, period } = await readWorld(site);
  if (period === null) return null;
  const outlets = query.outlet.length === 0 ? null : query.outlet;
  return { period: periodOf(query, period), outlets, demo };
}

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
      if (asked === null) return refuseUnknown(reply);
      const data = await site.numbers.figures(asked);
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
      if (asked === null) return refuseUnknown(reply);
      const data = await site.numbers.person(request.params.id, asked, {
        cursor: request.query.cursor,
      });
      return data === null ? refuseUnknown(reply) : { demo: asked.demo, data };
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
      return asked && data ? { demo: asked.demo, data } : refuseUnknown(reply);
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
      return asked && data ? { demo: asked.demo, data } : refuseUnknown(reply);
    },
  );
  const one = 'One bulletin: parts, persons, seconds, the sentences that mention them.';
  app.get(
    '/api/bulletins/:id',
    { schema: { summary: one, params: idSchema, ...answers(bulletinPageSchema) } },
    async (request, reply) => {
      const { demo } = await readWorld(site);
      const data = (await site.numbers.air?.bulletin(request.params.id)) ?? null;
      return data === null ? refuseUnknown(reply) : { demo, data };
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
      if (asked === null) return refuseUnknown(reply);
      const data = await site.numbers.outlet(id, asked, request.query.cursor);
      return data === null ? refuseUnknown(reply) : { demo: asked.demo, data };
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
      return data === null ? refuseUnknown(reply) : { demo, data };
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
      return data === null ? refuseUnknown(reply) : { demo, data };
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
      return data === null ? refuseUnknown(reply) : { demo, data };
    },
  );
  app.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger());
  done();
};

/**
 * Of the persons named in an answer, those of whom no term is checked, and those who changed in the
 * register since items were last read for anyone, are said beside the data, whatever it is.
 */
function withDoubts(payload: unknown, site: Site): unknown {
  if (typeof payload !== 'object' || payload === null || !('data' in payload)) return payload;
  const { unchecked, olderThanRegister } = site.world;
  const doubted = { unchecked, unread: olderThanRegister?.persons ?? [] };
  const isAny = Object.values(doubted).some((ids) => ids.length > 0);
  const said = isAny ? JSON.stringify(payload.data) : '';
  const named = (ids: readonly string[]) => ids.filter((id) => said.includes(JSON.stringify(id)));
  return { ...payload, unchecked: named(unchecked), unread: named(doubted.unread) };
}

/** The JSON API under `/api`: the same figures as the pages, described at `/api/openapi.json`. */
export const apiRoutes: FastifyPluginCallbackZod<{ site: Site }> = (app, { site }, done) => {
  app.setErrorHandler((error: Parameters<typeof refuseError>[1], _request, reply) =>
    refuseError(site, error, reply),
  );
  app.addHook('preSerialization', async (_request, _reply, payload) => withDoubts(payload, site));
  void app.register(figureRoutes, { site });
  void app.register(evidenceRoutes, { site });
  void app.register(airRoutes, { site });
  void app.register(placementRoutes, { site });
  void app.register(publicationApiRoutes, { site });
  done();
};

export { describeRoute, refuseError, refuseUnknown, wantsNoPage } from './refusals.ts';
