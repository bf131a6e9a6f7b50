import type { FastifyReply } from 'fastify';
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { FigureSet } from '../domain/index.ts';
import { correctedOf } from './corrected.ts';
import { EmbedPage, shareChart } from './pages/index.ts';
import { readerQuerySchema } from './query.ts';
import { figureQuery, readWorld, type Site, sendPage, viewOf } from './site.ts';
import type { View } from './view.ts';

const width = z.coerce.number().int().min(280).max(1600).default(900);
const querystring = readerQuerySchema.safeExtend({ width });

/** These two may stand on other sites; they hold a picture, a table and a link, and no form. */
const embeddable =
  "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; frame-ancestors *";

/** A chart as a file, and as a small page to be framed by others. */
export const embedRoutes: FastifyPluginCallbackZod<{ site: Site }> = (app, { site }, done) => {
  app.get(
    '/charts/share-of-coverage.svg',
    { schema: { querystring, hide: true } },
    async (request, reply) => {
      const view = viewOf(site, request, { query: request.query, world: await readWorld(site) });
      const figures = await figuresOf(site, view);
      if (figures === null) return reply.callNotFound();
      const corrected = correctedOf(figures);
      const { width: pixels } = request.query;
      const size = { width: pixels, standalone: true, corrected };
      const chart = shareChart(view, figures, size);
      return letOthersShow(reply)
        .header('content-type', 'image/svg+xml; charset=utf-8')
        .header('cache-control', 'public, max-age=300')
        .send(onPaper(chart.svg, view.world.demo ? view.t('demo.mark') : null));
    },
  );
  app.get(
    '/embed/share-of-coverage',
    { schema: { querystring, hide: true } },
    async (request, reply) => {
      const view = viewOf(site, request, { query: request.query, world: await readWorld(site) });
      const figures = await figuresOf(site, view);
      if (figures === null) return reply.callNotFound();
      const corrected = correctedOf(figures);
      const page = <EmbedPage view={view} figures={figures} corrected={corrected} />;
      letOthersShow(reply);
      return sendPage(reply, page, { view });
    },
  );
  done();
};

async function figuresOf(site: Site, view: View): Promise<FigureSet | null> {
  if (view.period === null) return null;
  const { outlet } = view.query;
  return site.numbers.figures(figureQuery(view, view.period, outlet.length === 0 ? null : outlet));
}

function letOthersShow(reply: FastifyReply): FastifyReply {
  return reply
    .removeHeader('x-frame-options')
    .header('content-security-policy', embeddable)
    .header('cross-origin-resource-policy', 'cross-origin')
    .header('access-control-allow-origin', '*');
}

/** Pixels below the chart for the mark of fiction. */
const markHeight = 26;

/**
 * A picture on another site has no page behind it: it brings its own paper and, where it shows the
 * demo, says below the chart that it is fiction.
 */
function onPaper(svg: string, mark: string | null): string {
  const box = /viewBox="([-\d.]+) ([-\d.]+) ([\d.]+) ([\d.]+)"/.exec(svg);
  const [x = 0, y = 0, w = 0, h = 0] = (box ?? []).slice(1).map(Number);
  const height = mark === null ? h : h + markHeight;
  const paper = `<rect x="${x}" y="${y}" width="${w}" height="${height}" fill="#fbfaf7"/>`;
  const place = `x="0" y="${y + h + 16}" font-size="12" font-weight="600"`;
  const words = mark === null ? '' : `<text class="fiction" ${place}>${mark}</text>`;
  return svg.replace(/^<svg[^>]*>/, (head) => {
    const grown = head
      .replace(/viewBox="[^"]*"/, `viewBox="${x} ${y} ${w} ${height}"`)
      .replace(/ height="[^"]*"/, ` height="${height}"`);
    return grown + paper + words;
  });
}
