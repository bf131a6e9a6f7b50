import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Feeds and pictures are asked for again and again by programs. */
const askedOften = /^(?:application\/atom\+xml|image\/svg\+xml)/;

/** Whether the asker has the very bytes already that carry this tag. */
export function isKnown({ headers }: Pick<FastifyRequest, 'headers'>, tag: string): boolean {
  return (headers['if-none-match'] ?? '').split(/\s{0,9},\s{0,9}/).includes(tag);
}

/** The tag of a text; weak, since it may be sent with other compression. */
export function tagOf(text: string): string {
  return `W/"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
}

/**
 * Gives answers of the API, feeds and pictures an ETag, and answers 304 to who has them already;
 * runs before compression.
 */
export async function conditionalAnswer(
  request: FastifyRequest,
  reply: FastifyReply,
  payload: unknown,
): Promise<unknown> {
  if (reply.statusCode !== 200 || typeof payload !== 'string') return payload;
  const isApi = request.routeOptions.url?.startsWith('/api/') ?? false;
  if (!isApi && !askedOften.test(String(reply.getHeader('content-type')))) return payload;
  const tag = tagOf(payload);
  void reply.header('etag', tag);
  if (isApi) {
    void reply.header('cache-control', 'public, no-cache').header('vary', 'Accept-Encoding');
  }
  if (!isKnown(request, tag)) return payload;
  void reply.code(304);
  return '';
}
