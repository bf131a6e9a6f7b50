import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';
import { ColumnInchesError } from '../../domain/index.ts';
import { badCursorCode } from '../query.ts';
import type { Site } from '../site.ts';
import { errorSchema } from './schemas.ts';

interface ApiError {
  readonly status: 400 | 404 | 429 | 500;
  readonly code: string;
  readonly message: string;
}

/** What any address of the API may answer instead of data, for its description. */
export const refusals = { 400: errorSchema, 404: errorSchema, 429: errorSchema, 500: errorSchema };

const retryAfter = {
  type: 'integer',
  description: 'Seconds until the next request is answered',
};

/** Describes a route as its schemas do, and what a program needs after too many requests. */
export const describeRoute: typeof jsonSchemaTransform = (given) => {
  const { schema, url } = jsonSchemaTransform(given);
  const answers = schema.response as Record<string, object> | undefined;
  if (answers?.['429'] === undefined) return { schema, url };
  const tooMany = { ...answers['429'], headers: { 'Retry-After': retryAfter } };
  return { schema: { ...schema, response: { ...answers, 429: tooMany } }, url };
};

const notFound: ApiError = {
  status: 404,
  code: 'web/not-found',
  message: 'Nothing here has this id in the data now on screen.',
};

function apiError(error: FastifyError | ColumnInchesError): ApiError {
  if (error instanceof ColumnInchesError) {
    const { code, message } = error;
    // The message of a failure may name the operator's own files; the log has it.
    return error.verdict === 'skip-item'
      ? { status: code === badCursorCode ? 400 : 404, code, message }
      : {
          status: 500,
          code,
          message: 'Figures could not be read; none is given. Try again later.',
        };
  }
  if (error.validationContext === 'params') return notFound;
  if (error.validation !== undefined) {
    const faults = error.validation.map(
      ({ instancePath, message }) => `${instancePath.slice(1) || 'query'}: ${message ?? 'odd'}`,
    );
    const message = `This cannot be read: ${faults.join('; ')}. Mend it or leave it out.`;
    return { status: 400, code: 'web/bad-query', message };
  }
  if (error.statusCode === 429) {
    return {
      status: 429,
      code: 'web/too-many-requests',
      message: 'Too many requests came from your address; Retry-After says in how many seconds.',
    };
  }
  return { status: 500, code: 'web/unexpected', message: 'Figures could not be read.' };
}

function refuse(reply: FastifyReply, { status, code, message }: ApiError): FastifyReply {
  return reply
    .code(status)
    .type('application/json; charset=utf-8')
    .header('cache-control', 'no-store')
    .serializer(JSON.stringify)
    .send({ error: { code, message } });
}

/** The answer where there is no such thing, or no such address. */
export function refuseUnknown(reply: FastifyReply): FastifyReply {
  return refuse(reply, notFound);
}

/** Turns a thrown value into the one shape of every refusal; the log has the rest. */
export function refuseError(
  site: Site,
  error: FastifyError | ColumnInchesError,
  reply: FastifyReply,
): FastifyReply {
  const answer = apiError(error);
  if (answer.status === 500) {
    const { code, stack, message } = error;
    site.log.error({ code, path: reply.request.routeOptions.url, stack }, message);
  }
  return refuse(reply, answer);
}

/** Whether an address is one of the JSON API, known or not. */
function isApi(url: string): boolean {
  return /^\/api(?:[/?]|$)/.test(url);
}

const fileEnding = /\.(?:atom|csv|json|parquet|svg)$/;

/**
 * Whether a program asks, which can make nothing of a page: at any address of the API, and at that
 * of a file or feed unless it names HTML among what it takes, as browsers do.
 */
export function wantsNoPage({ url, headers }: Pick<FastifyRequest, 'url' | 'headers'>): boolean {
  const [path = ''] = url.split('?', 1);
  const takesPages = /\btext\/html\b/i.test(headers.accept ?? '');
  return isApi(url) || (fileEnding.test(path) && !takesPages);
}
