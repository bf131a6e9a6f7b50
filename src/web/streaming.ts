import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { asColumnInchesError, type ByteSink, type Log } from '../domain/index.ts';

/**
 * Sends bytes as they are made, no faster than the reader takes them. Nothing is sent before the
 * first bytes are there, so that an error before them is still an answer; one after them cuts the
 * transfer, never ends it as if it were whole. Answers null where `write` finds nothing.
 */
export async function streamAnswer(
  reply: FastifyReply,
  write: (sink: ByteSink) => Promise<boolean>,
  options: { readonly headers: Readonly<Record<string, string>>; readonly log: Log },
): Promise<FastifyReply | null> {
  const stream = new PassThrough();
  const begun = Promise.withResolvers<boolean>();
  const sink: ByteSink = async (bytes) => {
    begun.resolve(true);
    if (stream.destroyed) throw gone();
    if (!stream.write(bytes)) await Promise.race([once(stream, 'drain'), once(stream, 'close')]);
  };
  const done = write(sink).then(
    (found) => {
      stream.end();
      begun.resolve(found);
    },
    (error: Error) => {
      begun.reject(error);
      if (stream.destroyed) return;
      options.log.warn({ error: error.message }, 'download cut short');
      stream.destroy(error);
    },
  );
  stream.on('error', () => undefined);
  if (!(await begun.promise)) return null;
  reply.raw.once('close', () => stream.destroy());
  void done;
  return reply.headers(options.headers).send(stream);
}

function gone() {
  return asColumnInchesError('The reader went away.', {
    code: 'web/reader-gone',
    verdict: 'skip-item',
  });
}
