import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { WholeItemPage } from './pages/index.ts';
import { idSchema, readerQuerySchema } from './query.ts';
import { readWorld, type Site, sendPage, viewOf } from './site.ts';

/**
 * An outlet's page is shown as it was sent, and trusted with nothing: it has an origin of its own,
 * runs no script, sends no form and asks for nothing.
 */
const harmless =
  "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; " +
  "frame-ancestors 'none'; base-uri 'none'";

const versionSchema = idSchema.extend({ version: z.coerce.number().int().min(1).max(1_000_000) });

/** Whole texts and archived pages. Nobody else learns even whether there is one. */
export const wholeRoutes: FastifyPluginCallbackZod<{ site: Site }> = (app, { site }, done) => {
  const schema = { querystring: readerQuerySchema, params: idSchema, hide: true };
  app.get('/items/:id/whole', { schema }, async (request, reply) => {
    if (!(await site.canSeeWholeTexts(request))) return reply.callNotFound();
    const view = viewOf(site, request, { query: request.query, world: await readWorld(site) });
    const whole = await site.numbers.whole?.item(request.params.id);
    if (!whole) return reply.callNotFound();
    void reply.header('cache-control', 'no-store');
    return sendPage(reply, <WholeItemPage view={view} whole={whole} />, { view });
  });
  app.get(
    '/items/:id/versions/:version/page',
    { schema: { params: versionSchema, hide: true } },
    async (request, reply) => {
      if (!(await site.canSeeWholeTexts(request))) return reply.callNotFound();
      const { id, version } = request.params;
      const page = await site.numbers.whole?.archivedPage(id, version);
      if (!page) return reply.callNotFound();
      return reply
        .header('content-security-policy', harmless)
        .header('cache-control', 'private, no-store')
        .header('content-type', safeType(page.contentType))
        .send(Buffer.from(page.bytes));
    },
  );
  done();
};

/** HTML in its own charset; anything else is shown as text, since only HTML can be sandboxed. */
function safeType(contentType: string): string {
  const charset = /charset\s*=\s*["']?([\w-]+)/i.exec(contentType)?.[1];
  const type = /^\s*(?:text\/html|application\/xhtml\+xml)/i.test(contentType)
    ? 'text/html'
    : 'text/plain';
  return charset === undefined ? type : `${type}; charset=${charset}`;
}
