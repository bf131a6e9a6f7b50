import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { cursorSchema, idSchema, listQuerySchema, periodOf, wordsLimitChars } from '../query.ts';
import { readWorld, type Site } from '../site.ts';
import { refusals, refuseUnknown } from './refusals.ts';
import {
  answerOf,
  correctionPageSchema,
  exportsSchema,
  searchPageSchema,
  storyPageSchema,
} from './schemas.ts';

const searchQuery = listQuerySchema.safeExtend({
  q: z
    .string()
    .min(1)
    .max(wordsLimitChars)
    .describe('Words; in quotation marks they follow each other'),
});

/** Search, stories, corrections and kept exports under `/api`. */
export const publicationApiRoutes: FastifyPluginCallbackZod<{ site: Site }> = (
  app,
  { site },
  done,
) => {
  const { publication } = site;
  app.get(
    '/api/search',
    {
      schema: {
        summary: 'Items whose title or public sentences hold all the words, latest first.',
        querystring: searchQuery,
        response: { 200: answerOf(searchPageSchema), ...refusals },
      },
    },
    async (request, reply) => {
      const { demo, period } = await readWorld(site);
      if (period === null) return refuseUnknown(reply);
      const { query } = request;
      // Without days of its own a search goes over all there are, as on the page.
      const asked = { ...query, from: query.from ?? period.from, to: query.to ?? period.to };
      const outlets = query.outlet.length === 0 ? null : query.outlet;
      const over = { period: periodOf(asked, period), outlets, demo };
      return { demo, data: await publication.search.find(query.q, over, query.cursor) };
    },
  );
  app.get(
    '/api/stories/:id',
    {
      schema: {
        summary: 'One story: its copies at several outlets, and whom they mention.',
        params: idSchema,
        response: { 200: answerOf(storyPageSchema), ...refusals },
      },
    },
    async (request, reply) => {
      const { demo } = await readWorld(site);
      const data = await publication.search.story(request.params.id);
      return data === null ? refuseUnknown(reply) : { demo, data };
    },
  );
  app.get(
    '/api/corrections',
    {
      schema: {
        summary: 'Restated figures, latest first, each with its reason.',
        querystring: cursorSchema,
        response: { 200: answerOf(correctionPageSchema), ...refusals },
      },
    },
    async (request) => {
      const { demo } = await readWorld(site);
      return { demo, data: await publication.challenges.correctionPage(request.query.cursor) };
    },
  );
  app.get(
    '/api/exports',
    {
      schema: {
        summary: 'Kept exports, latest first: period, method, files with their hashes.',
        response: { 200: answerOf(exportsSchema), ...refusals },
      },
    },
    async () => {
      const { demo } = await readWorld(site);
      return { demo, data: await publication.openData.exports() };
    },
  );
  done();
};
