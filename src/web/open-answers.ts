import type { FastifyReply, FastifyRequest } from 'fastify';

/** The API, tables and kept exports, feeds and sealed plans: what programs of others read. */
const openPath = /^\/(?:(?:api|data)\/.|[a-z]+\.atom$|plans\/[^/]+\/plan\.json$)/;

/** What a program needs to ask again only for what is new, and not too often. */
const exposed = [
  'ETag',
  'Retry-After',
  'X-RateLimit-Limit',
  'X-RateLimit-Remaining',
  'X-RateLimit-Reset',
].join(', ');

/**
 * Open data may be read by the pages of any other site, also where they are refused or known
 * already; without cookies, so that what is behind a sign-in stays there.
 */
export async function openAnswer(
  request: FastifyRequest,
  reply: FastifyReply,
  payload: unknown,
): Promise<unknown> {
  const [path = ''] = request.url.split('?', 1);
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  if (!isRead || !openPath.test(path)) return payload;
  void reply
    .header('access-control-allow-origin', '*')
    .header('access-control-expose-headers', exposed)
    .header('cross-origin-resource-policy', 'cross-origin');
  return payload;
}
