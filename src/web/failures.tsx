import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { ColumnInchesError } from '../domain/index.ts';
import { type FailureKind, FailurePage } from './pages/index.ts';
import { badCursorCode, emptyReaderQuery, type ReaderQuery } from './query.ts';
import { type Site, sendPage, viewOf } from './site.ts';

const statusOf: Readonly<Record<FailureKind, number>> = {
  'not-found': 404,
  'bad-query': 400,
  'bad-period': 400,
  'bad-words': 400,
  'bad-cursor': 400,
  'foreign-form': 403,
  'too-many': 429,
  failed: 500,
};

/** Even a request that cannot be read may say its language. */
function languageOnly(request: FastifyRequest): ReaderQuery {
  const { lang } = (request.query ?? {}) as Readonly<Record<string, unknown>>;
  return typeof lang === 'string' ? { ...emptyReaderQuery, lang } : emptyReaderQuery;
}

/** Sends the designed page for a failure, in the reader's language and in the last known world. */
export function sendFailure(
  site: Site,
  reply: FastifyReply,
  failure: { readonly kind: FailureKind; readonly code: string | null },
): FastifyReply {
  const { request } = reply;
  const view = viewOf(site, request, { query: languageOnly(request), world: site.world });
  const { kind, code } = failure;
  return sendPage(reply, <FailurePage view={view} kind={kind} code={code} />, {
    view,
    status: statusOf[kind],
  });
}

/** What cannot be read: how dates are written helps nobody whose words are too many. */
function unreadKind(faults: NonNullable<FastifyError['validation']>): FailureKind {
  const [first = ''] = faults.map(({ instancePath }) => instancePath.split('/', 2)[1] ?? '');
  if (['from', 'to', 'from2', 'to2'].includes(first)) return 'bad-period';
  return first === 'q' ? 'bad-words' : 'bad-query';
}

function kindOf(error: FastifyError | ColumnInchesError): FailureKind {
  // What is wrong with one address only (a cursor not ours) is no failure of the figures.
  if (error instanceof ColumnInchesError) {
    if (error.code === badCursorCode) return 'bad-cursor';
    return error.verdict === 'skip-item' ? 'not-found' : 'failed';
  }
  if (error.validationContext === 'params') return 'not-found';
  if (error.validation !== undefined) return unreadKind(error.validation);
  if (error.statusCode === 429) return 'too-many';
  const status = error.statusCode ?? 500;
  return status >= 400 && status < 500 ? 'bad-query' : 'failed';
}

/** Turns a thrown value into a page; the reader sees a code, the log has the rest. */
export function answerError(
  site: Site,
  error: FastifyError | ColumnInchesError,
  reply: FastifyReply,
): FastifyReply {
  const kind = kindOf(error);
  if (kind !== 'failed') return sendFailure(site, reply, { kind, code: null });
  const code = error.code ?? 'web/unexpected';
  const path = reply.request.routeOptions.url ?? '(no route)';
  site.log.error({ code, path, stack: error.stack }, `Page failed: ${error.message}`);
  return sendFailure(site, reply, { kind, code });
}
