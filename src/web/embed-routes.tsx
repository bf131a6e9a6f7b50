import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { FigureSet } from '../domain/index.ts';
import { type Corrected, correctedOf } from './corrected.ts';
import { challengeAddress } from './components/challenge-link.tsx';
import { shareKeyText } from './components/share-figure.tsx';
import { type Imprint, onPaper, paperMargin as margin } from './paper.ts';
import { EmbedPage, nothingText, outletsText, shareChart } from './pages/index.ts';
import { readerQuerySchema } from './query.ts';
import { figureQuery, originOf, readWorld, type Site, sendPage, viewOf } from './site.ts';
import type { View } from './view.ts';

const width = z.coerce.number().int().min(280).max(1600).default(900);
const querystring = readerQuerySchema.safeExtend({ width });

type Asked = FastifyRequest & { readonly query: z.infer<typeof querystring> };

/** These two may stand on other sites; they hold a picture, a table and a link, and no form. */
const embeddable =
  "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; frame-ancestors *";

/** A chart as a file, and as a small page to be framed by others. */
export const embedRoutes: FastifyPluginCallbackZod<{ site: Site }> = (app, { site }, done) => {
  app.get(
    '/charts/share-of-coverage.svg',
    { schema: { querystring, hide: true } },
    async (request, reply) => {
      const view = await overviewOf(site, request);
      const figures = await figuresOf(site, view);
      if (figures === null) return reply.callNotFound();
      const corrected = correctedOf(figures);
      const { width: pixels } = request.query;
      const origin = originOf(site, request);
      const size = { width: pixels - 2 * margin, standalone: true, corrected };
      const chart = shareChart(view, figures, size);
      return letOthersShow(reply)
        .header('content-type', 'image/svg+xml; charset=utf-8')
        .header('cache-control', 'public, max-age=300')
        .header('vary', 'Accept-Language, Cookie, Accept-Encoding')
        .send(onPaper(chart.svg, imprintOf({ view, figures, corrected, origin })));
    },
  );
  app.get(
    '/embed/share-of-coverage',
    { schema: { querystring, hide: true } },
    async (request, reply) => {
      const view = await overviewOf(site, request);
      const figures = await figuresOf(site, view);
      if (figures === null) return reply.callNotFound();
      const corrected = correctedOf(figures);
      const page = <EmbedPage view={view} figures={figures} corrected={corrected} />;
      letOthersShow(reply);
      return sendPage(reply, page, { view, isFramed: true });
    },
  );
  done();
};

/** What is shown elsewhere is the overview's: its links and challenges lead there. */
async function overviewOf(site: Site, request: Asked): Promise<View> {
  const world = await readWorld(site);
  return viewOf(site, request, { query: request.query, world, path: '/' });
}

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

/** The picture's words below its chart, with the address readers reach this site at. */
function imprintOf(of: {
  readonly view: View;
  readonly figures: FigureSet;
  readonly corrected: Corrected;
  readonly origin: string;
}): Imprint {
  const { view, figures, corrected, origin } = of;
  const { from, to } = figures.query.period;
  const path = view.href('/', { from, to, lang: view.language });
  const { host } = new URL(origin);
  const method = view.t('site.footer', { version: view.version, method: figures.methodVersion });
  return {
    mark: view.world.demo ? view.t('demo.mark') : null,
    key: nothingText(view, figures) === null ? shareKeyText(view, corrected) : null,
    address: `${origin}${path}`,
    source: `${method} · ${outletsText(view, figures)} · ${host}`,
    challengeAddress: `${origin}${challengeAddress(view, { figure: 'share' })}`,
    challenge: view.t('challenge.link'),
  };
}
