import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { RegisterHistoryPage } from './pages/index.ts';
import { idSchema, readerQuerySchema } from './query.ts';
import { readWorld, type Site, sendPage, viewOf } from './site.ts';

/** `/register/history` and the same of one person or post: every edit of the register. */
export const registerRoutes: FastifyPluginCallbackZod<{ site: Site }> = (app, { site }, done) => {
  const schema = { querystring: readerQuerySchema, hide: true };
  const { timeZone } = site;
  app.get('/register/history', { schema }, async (request, reply) => {
    const view = viewOf(site, request, { query: request.query, world: await readWorld(site) });
    const history = (await site.numbers.history?.(null)) ?? null;
    if (history === null) return reply.callNotFound();
    return sendPage(reply, <RegisterHistoryPage {...{ view, history, timeZone }} />, { view });
  });
  app.get(
    '/register/history/:id',
    { schema: { ...schema, params: idSchema } },
    async (request, reply) => {
      const view = viewOf(site, request, { query: request.query, world: await readWorld(site) });
      const history = (await site.numbers.history?.(request.params.id)) ?? null;
      if (history === null) return reply.callNotFound();
      return sendPage(reply, <RegisterHistoryPage {...{ view, history, timeZone }} />, { view });
    },
  );
  done();
};
