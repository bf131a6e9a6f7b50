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
      const origin = site.publicUrl ?? `${request.protocol}://${request.host}`;
      const size = { width: pixels, standalone: true, corrected };
      const chart = shareChart(view, figures, size);
      return letOthersShow(reply)
        .header('content-type', 'image/svg+xml; charset=utf-8')
        .header('cache-control', 'public, max-age=300')
        .header('vary', 'Accept-Language, Cookie, Accept-Encoding')
        .send(onPaper(chart.svg, imprintOf(view, figures, origin)));
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

/** Pixels of each line below the chart. */
const lineHeight = 20;

const names: Readonly<Record<string, string>> = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot' };

function escape(text: string): string {
  return text.replaceAll(/[&<>"]/g, (mark) => `&${names[mark]};`);
}

/** What a picture says below its chart, since no page stands behind it. */
interface Imprint {
  /** That it is fiction; null of the real world. */
  readonly mark: string | null;
  /** Where the very figures are to be found. */
  readonly address: string;
  /** Who measured, by which version of the method. */
  readonly source: string;
}

/**
 * A picture on another site brings its own paper and says below the chart where it comes from and,
 * where it shows the demo, that it is fiction.
 */
function onPaper(svg: string, { mark, address, source }: Imprint): string {
  const box = /viewBox="([-\d.]+) ([-\d.]+) ([\d.]+) ([\d.]+)"/.exec(svg);
  const [x = 0, y = 0, w = 0, h = 0] = (box ?? []).slice(1).map(Number);
  const line = (index: number) =>
    `x="0" y="${y + h + 14 + index * lineHeight}" text-anchor="start" font-size="12"`;
  const lines = [
    ...(mark === null
      ? []
      : [`<text class="fiction" ${line(0)} font-weight="600">${escape(mark)}</text>`]),
    `<a href="${escape(address)}" target="_blank"><text ${line(mark === null ? 0 : 1)}>` +
      `${escape(source)}</text></a>`,
  ];
  const height = h + lines.length * lineHeight + 6;
  const paper = `<rect x="${x}" y="${y}" width="${w}" height="${height}" fill="#fbfaf7"/>`;
  return svg.replace(/^<svg[^>]*>/, (head) => {
    const grown = head
      .replace(/viewBox="[^"]*"/, `viewBox="${x} ${y} ${w} ${height}"`)
      .replace(/ height="[^"]*"/, ` height="${height}"`);
    return grown + paper + lines.join('');
  });
}

/** The picture's words, with the address at the operator's name or the one it was asked by. */
function imprintOf(view: View, figures: FigureSet, origin: string): Imprint {
  const { from, to } = figures.query.period;
  const path = view.href('/', { from, to, lang: view.language });
  const { host } = new URL(origin);
  const method = view.t('site.footer', { version: view.version, method: figures.methodVersion });
  return {
    mark: view.world.demo ? view.t('demo.mark') : null,
    address: `${origin}${path}`,
    source: `${method} · ${host}`,
  };
}
