import { isIP } from 'node:net';
import type { FastifyInstance, FastifyPluginCallback, FastifyRequest } from 'fastify';
import { answersWithin, type Health, type Metrics, type Operations } from '../domain/index.ts';
import { readWorld, type Site } from './site.ts';

/** What supervisors and monitors ask. */
export interface HealthParts {
  readonly site: Site;
  readonly health: Health | null;
  readonly metrics: Metrics | null;
}

const quiet = { schema: { hide: true }, logLevel: 'silent', config: { rateLimit: false } } as const;

/** `/healthz`: the process lives. `/readyz`: readers get figures. `/metrics`: for a monitor. */
export const healthRoutes: FastifyPluginCallback<HealthParts> = (app, parts, done) => {
  const { site, health, metrics } = parts;
  app.get('/healthz', quiet, async (_request, reply) => {
    const { demo, outlets } = site.world;
    return reply.header('cache-control', 'no-store').send({ status: 'ok', demo, outlets });
  });
  app.get('/readyz', quiet, async (_request, reply) => {
    const [figures, others] = await Promise.all([
      answersWithin(readWorld(site), patienceMs),
      health?.checks() ?? [],
    ]);
    const checks = [{ name: 'figures', ok: figures }, ...others];
    const isReady = checks.every(({ ok }) => ok);
    return reply
      .code(isReady ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ status: isReady ? 'ready' : 'not-ready', checks });
  });
  app.get('/metrics', quiet, async (request, reply) => {
    if (metrics === null || !(await mayMeasure(request, site.operations))) {
      return reply.callNotFound();
    }
    return reply
      .header('cache-control', 'no-store')
      .header('content-type', metrics.contentType)
      .send(await metrics.text());
  });
  done();
};

/** Figures that do not come in time are figures readers do not get. */
const patienceMs = 5_000;

/**
 * Outlets' names and counts are no secret, but how a machine runs is the operator's: a monitor on
 * this machine or its network, or whoever has the operator's token. Behind a proxy everybody seems
 * to be near, so there only the token counts.
 */
async function mayMeasure(request: FastifyRequest, operations: Operations | null) {
  const token = /^Bearer (\S{1,200})$/.exec(request.headers.authorization ?? '')?.[1];
  if (token !== undefined) return (await operations?.isOperator(token)) === true;
  const isProxied = ['x-forwarded-for', 'forwarded', 'via'].some((name) => name in request.headers);
  return !isProxied && isNear(request.socket.remoteAddress ?? '');
}

function isNear(address: string): boolean {
  const plain = address.replace(/^::ffff:/, '');
  if (isIP(plain) === 6) return plain === '::1' || /^f[cd]/i.test(plain);
  return /^(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/.test(plain);
}

/** Counts and times every answer by its route, but for what the server asks of itself. */
export function measureAnswers(
  app: FastifyInstance,
  metrics: Metrics,
  isOwn: (request: FastifyRequest) => boolean,
): void {
  app.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? '(no route)';
    if (route !== '/metrics' && !isOwn(request))
      metrics.answered(route, reply.statusCode, reply.elapsedTime);
    done();
  });
}
