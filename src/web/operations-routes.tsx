import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { ColumnInchesError, type Operations } from '../domain/index.ts';
import { sendFailure } from './failures.tsx';
import { allowOwnOrigin, isFromOwnPage, readForms } from './forms.ts';
import { OperationsPage } from './pages/index.ts';
import { readerQuerySchema } from './query.ts';
import { readWorld, type Site, sendPage, viewOf } from './site.ts';

const operationsQuery = readerQuerySchema.extend({
  asked: z.string().max(300).optional(),
  refused: z.string().max(20).optional(),
});
const schema = { querystring: operationsQuery, hide: true };
const runForm = z.object({ kind: z.string().max(40), target: z.string().max(200) });
const tokenForm = z.object({ token: z.string().max(200) });
/** A token is not for trying many. */
const formLimit = { rateLimit: { max: 20, timeWindow: 60_000 } };

/** `/operations`: the timetable with each slot's result, and a button for the operator. */
export const operationsRoutes: FastifyPluginCallbackZod<{ readonly site: Site }> = (
  app,
  { site },
  done,
) => {
  readForms(app);
  const { operations } = site;
  app.get('/operations', { schema }, async (request, reply) => {
    if (operations === null) return reply.callNotFound();
    const { asked = null, refused } = request.query;
    const view = viewOf(site, request, { query: request.query, world: await readWorld(site) });
    const isOperator =
      (await operations.isOperator(tokenOf(request))) ||
      (await site.administratorOf(request)) !== null;
    allowOwnOrigin(reply);
    const model = {
      status: await operations.status(),
      now: site.clock.now(),
      isOperator,
      asked,
      refused: refused !== undefined,
      asTyped: site.asTyped,
    };
    return sendPage(reply, <OperationsPage view={view} model={model} />, { view });
  });
  app.post('/operations/operator', { schema, config: formLimit }, async (request, reply) => {
    if (operations === null) return reply.callNotFound();
    if (!isFromOwnPage(request)) return sendFailure(site, reply, foreign);
    const form = tokenForm.safeParse(request.body);
    const token = form.success ? form.data.token.trim() : '';
    if (!(await operations.isOperator(token))) return reply.redirect('/operations?refused=1', 303);
    return rememberOperator(request, reply, token).redirect('/operations', 303);
  });
  app.post('/operations/run', { schema, config: formLimit }, async (request, reply) => {
    if (operations === null) return reply.callNotFound();
    if (!isFromOwnPage(request)) return sendFailure(site, reply, foreign);
    const note = await site.administratorOf(request);
    return runAsked({ operations, note }, request, reply);
  });
  done();
};

const foreign = { kind: 'foreign-form', code: null } as const;

interface Asked {
  readonly operations: Operations;
  /** Null where no administrator asks. */
  readonly note: Awaited<ReturnType<Site['administratorOf']>>;
}

async function runAsked({ operations, note }: Asked, request: FastifyRequest, reply: FastifyReply) {
  const form = runForm.safeParse(request.body);
  if (!form.success) return reply.callNotFound();
  try {
    const by = note ? 'administrator' : { token: tokenOf(request) };
    const slot = await operations.runNow({ ...form.data, by });
    await note?.('job asked', `${slot.kind} ${slot.target}`.trim());
    return await reply.redirect(`/operations?asked=${encodeURIComponent(slot.id)}`, 303);
  } catch (thrown) {
    if (!(thrown instanceof ColumnInchesError)) throw thrown;
    if (thrown.code === 'operations/unknown-job') return reply.callNotFound();
    if (thrown.code !== 'operations/wrong-token') throw thrown;
    return reply.redirect('/operations?refused=1', 303);
  }
}

const cookieName = 'operator';

function tokenOf(request: FastifyRequest): string {
  return (
    /(?:^|;\s*)operator=([0-9a-f]{1,200})(?:;|$)/.exec(request.headers.cookie ?? '')?.[1] ?? ''
  );
}

/** For this browser session only, never sent from another site, out of every script's reach. */
function rememberOperator(request: FastifyRequest, reply: FastifyReply, token: string) {
  const secure = request.protocol === 'https' ? '; Secure' : '';
  const cookie = `${cookieName}=${token}; Path=/operations; SameSite=Strict; HttpOnly${secure}`;
  return reply.header('set-cookie', cookie);
}
