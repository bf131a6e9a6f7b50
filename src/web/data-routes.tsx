import { shareFrameHeight } from './components/share-figure.tsx';
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { type ExportFormat, exportFormats, type OpenData } from '../domain/index.ts';
import { isKnown } from './conditional.ts';
import { DataPage, ExportPage } from './pages/index.ts';
import { readerQuerySchema } from './query.ts';
import { figureQuery, originOf, readWorld, type Site, sendPage, viewOf } from './site.ts';
import { streamAnswer } from './streaming.ts';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const file = z.string().regex(/^[a-z_]+\.[a-z]+$/);

const mediaTypes: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  parquet: 'application/vnd.apache.parquet',
};

/** A table and a format from a file name; null where there is no such format. */
function formatOf(name: string): ExportFormat | null {
  return exportFormats.find((format) => name.endsWith(`.${format}`)) ?? null;
}

/** `/data`: open data, whole tables streamed, and kept exports under their hash. */
export const dataRoutes: FastifyPluginCallbackZod<{ site: Site }> = (app, { site }, done) => {
  const { openData } = site.publication;
  addPages(app, site, openData);
  addFiles(app, site, openData);
  done();
};

type App = Parameters<FastifyPluginCallbackZod>[0];

function addPages(app: App, site: Site, openData: OpenData): void {
  const schema = { querystring: readerQuerySchema, hide: true };
  app.get('/data', { schema }, async (request, reply) => {
    const view = viewOf(site, request, { query: request.query, world: await readWorld(site) });
    const figures = view.period
      ? await site.numbers.figures(figureQuery(view, view.period, null))
      : null;
    const model = {
      tables: openData.tables,
      exports: await openData.exports(),
      outlets: figures?.outlets ?? [],
      embedHeight: figures === null ? 0 : shareFrameHeight(figures),
      origin: originOf(site, request),
    };
    return sendPage(reply, <DataPage view={view} model={model} />, { view });
  });
  app.get(
    '/data/exports/:hash',
    { schema: { ...schema, params: z.object({ hash }) } },
    async (request, reply) => {
      const view = viewOf(site, request, { query: request.query, world: await readWorld(site) });
      const record = await openData.export(request.params.hash);
      if (record === null) return reply.callNotFound();
      const model = { record, tables: openData.tables, origin: originOf(site, request) };
      return sendPage(reply, <ExportPage view={view} {...model} />, { view });
    },
  );
}

/** Whole tables cost the database more than a page: fewer of them a minute. */
const downloadLimit = { rateLimit: { max: 60, timeWindow: 60_000 } };

function addFiles(app: App, site: Site, openData: OpenData): void {
  app.get(
    '/data/:file',
    {
      schema: { querystring: readerQuerySchema, params: z.object({ file }), hide: true },
      config: downloadLimit,
    },
    async (request, reply) => {
      const view = viewOf(site, request, { query: request.query, world: await readWorld(site) });
      const format = formatOf(request.params.file);
      if (format === null || view.period === null) return reply.callNotFound();
      const name = request.params.file.slice(0, -format.length - 1);
      const { outlet } = request.query;
      const query = figureQuery(view, view.period, outlet.length === 0 ? null : outlet);
      const { from, to } = view.period;
      const saved = `column-inches-${name}-${from}-${to}${query.demo ? '-fiction' : ''}.${format}`;
      const sent = await streamAnswer(
        reply,
        (sink) => openData.write({ name, format, query }, sink),
        {
          headers: { ...fileHeaders(mediaTypes[format], saved), 'cache-control': 'no-cache' },
          log: site.log,
        },
      );
      return sent ?? reply.callNotFound();
    },
  );
  app.get(
    '/data/exports/:hash/:file',
    { schema: { params: z.object({ hash, file }), hide: true }, config: downloadLimit },
    async (request, reply) => {
      const { params } = request;
      const format = formatOf(params.file) ?? 'json';
      const record = await openData.export(params.hash);
      const tag = `"${params.hash}"`;
      if (record !== null && isKnown(request, tag)) return reply.code(304).send();
      const fiction = record?.query.demo ? 'fiction-' : '';
      const saved = `column-inches-${fiction}${params.hash.slice(0, 12)}-${params.file}`;
      const kept = { hash: params.hash, path: params.file };
      const sent = await streamAnswer(reply, (sink) => openData.read(kept, sink), {
        headers: {
          ...fileHeaders(mediaTypes[format], saved),
          'cache-control': 'public, max-age=31536000, immutable',
          etag: tag,
        },
        log: site.log,
      });
      return sent ?? reply.callNotFound();
    },
  );
}

function fileHeaders(type: string, name: string) {
  return { 'content-type': type, 'content-disposition': `attachment; filename="${name}"` };
}
