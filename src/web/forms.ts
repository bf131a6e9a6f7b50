import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** Bytes a form may send: far more than its fields hold. */
const formBytes = 20_000;

/** Lets the routes of one plugin read plain HTML forms. */
export function readForms(app: FastifyInstance): void {
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: formBytes },
    (_request, body, done) => {
      done(null, Object.fromEntries(new URLSearchParams(String(body))));
    },
  );
}

/**
 * Whether a form was sent from a page of this site. Browsers say so themselves: Sec-Fetch-Site on
 * HTTPS and loopback, Origin everywhere; a request with neither comes from no browser page, so no
 * other site can have made a reader send it.
 */
export function isFromOwnPage(request: FastifyRequest): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  const { origin, host } = request.headers;
  if (origin === undefined) return true;
  return URL.parse(origin)?.host === host;
}

/** Pages with a form: browsers must be told they may name their own origin when sending it. */
export function allowOwnOrigin(reply: FastifyReply): void {
  void reply.header('referrer-policy', 'same-origin').header('cache-control', 'no-store');
}
