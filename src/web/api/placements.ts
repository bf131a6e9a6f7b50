import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { placementLines, placementsHead } from '../../publish/index.ts';
import { idSchema } from '../query.ts';
import { readWorld, type Site } from '../site.ts';
import { refusals } from './refusals.ts';

/** `/api/snapshots/:id/placements.csv`: one look for a spreadsheet. */
export const placementRoutes: FastifyPluginCallbackZod<{ site: Site }> = (app, { site }, done) => {
  const summary = 'Every placement of one look as CSV, with its box, block, rank and share.';
  const csv = {
    description: 'A line a placement.',
    content: { 'text/csv': { schema: z.string() } },
  };
  const schema = { summary, params: idSchema, response: { 200: csv, ...refusals } };
  app.get('/api/snapshots/:id/placements.csv', { schema }, async (request, reply) => {
    const { demo } = await readWorld(site);
    const page = await site.numbers.frontPages?.snapshot(request.params.id);
    if (!page) return reply.callNotFound();
    const lines = [placementsHead, ...placementLines(page, { demo })];
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="placements-${page.id}.csv"`)
      .send(`${lines.join('\r\n')}\r\n`);
  });
  done();
};
