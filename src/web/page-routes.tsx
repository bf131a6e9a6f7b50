import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { FigureQuery, FigureSet } from '../domain/index.ts';
import { type Language, rankSpans } from './charts.ts';
import { correctedOf, notCorrected } from './corrected.ts';
import { panelsAtMost, rankedPersons } from './components/trend-figures.tsx';
import {
  AirPage,
  BulletinPage,
  DoubtedPage,
  ItemPage,
  ItemsPage,
  CodebookPage,
  MethodPage,
  type OwnText,
  OutletPage,
  OverviewPage,
  PersonAirPage,
  PersonPage,
  PostPage,
  SnapshotPage,
} from './pages/index.ts';
import { idSchema, readerQuerySchema } from './query.ts';
import { figureQuery, readWorld, type Site, sendPage, sendRead, viewOf } from './site.ts';
import type { View } from './view.ts';

interface ChosenFigures {
  readonly figures: FigureSet;
  /** Of the whole world, so that a narrowed choice can be widened again. */
  readonly allOutlets: readonly { readonly outletId: string; readonly name: string }[];
}

/** The figures of the view's period and outlets; null while nothing was ever captured. */
async function chosenFigures(site: Site, view: View): Promise<ChosenFigures | null> {
  if (view.period === null) return null;
  const { outlet } = view.query;
  const chosen = outlet.length === 0 ? null : outlet;
  const [figures, all] = await Promise.all([
    site.numbers.figures(figureQuery(view, view.period, chosen)),
    chosen === null ? null : site.numbers.figures(figureQuery(view, view.period, null)),
  ]);
  const { outlets } = all ?? figures;
  return { figures, allOutlets: outlets.map(({ outletId, name }) => ({ outletId, name })) };
}

/** How the period moved; null where the figures have no trends. */
async function overviewTrends(site: Site, query: FigureQuery) {
  const { trends } = site.numbers;
  if (trends === undefined) return null;
  const { spans } = rankSpans(query.period);
  const [shares, outletDays, change, events] = await Promise.all([
    trends.shares(query, spans, rankedPersons),
    trends.outletDays(query, panelsAtMost),
    trends.change(query),
    trends.events(query),
  ]);
  return { shares, outletDays, change, events };
}

/** A document in the reader's language, else in the one there is. */
function textIn(texts: Readonly<Record<Language, string>>, language: Language): OwnText {
  const order: readonly Language[] = language === 'vi' ? ['vi', 'en'] : ['en', 'vi'];
  const found = order.find((one) => texts[one].trim() !== '') ?? language;
  return { language: found, source: texts[found] };
}

/** `/`, `/method` and `/codebook`: pages that always exist. */
export const overviewRoutes: FastifyPluginCallbackZod<{ site: Site }> = (app, { site }, done) => {
  const schema = { querystring: readerQuerySchema, hide: true };
  app.get('/', { schema }, (request, reply) =>
    sendRead(site, reply, async (now) => {
      const view = viewOf(now, request, { query: request.query, world: await readWorld(now) });
      const chosen = await chosenFigures(now, view);
      const strip = chosen ? await now.numbers.frontPages?.strip(chosen.figures.query) : null;
      const model = {
        figures: chosen?.figures ?? null,
        allOutlets: chosen?.allOutlets ?? [],
        strip: strip ?? null,
        corrected: chosen ? correctedOf(chosen.figures) : notCorrected,
        trends: chosen ? await overviewTrends(now, chosen.figures.query) : null,
      };
      return { view, element: <OverviewPage view={view} model={model} /> };
    }),
  );
  app.get('/method', { schema }, (request, reply) =>
    sendRead(site, reply, async (now) => {
      const view = viewOf(now, request, { query: request.query, world: await readWorld(now) });
      const text = textIn(now.method, view.language);
      const figures = (await chosenFigures(now, view))?.figures ?? null;
      return { view, element: <MethodPage view={view} text={text} figures={figures} /> };
    }),
  );
  app.get('/codebook', { schema }, (request, reply) =>
    sendRead(site, reply, async (now) => {
      const view = viewOf(now, request, { query: request.query, world: await readWorld(now) });
      const text = textIn(now.codebook, view.language);
      return { view, element: <CodebookPage view={view} text={text} /> };
    }),
  );
  done();
};

/** `/persons/:id` and `/outlets/:id`: figures of one, with the items they count. */
export const figureRoutes: FastifyPluginCallbackZod<{ site: Site }> = (app, { site }, done) => {
  const schema = { querystring: readerQuerySchema, params: idSchema, hide: true };
  app.get('/persons/:id', { schema }, (request, reply) =>
    sendRead(site, reply, async (now) => {
      const view = viewOf(now, request, { query: request.query, world: await readWorld(now) });
      const model = await personModel(now, view, request.params.id);
      return model && { view, element: <PersonPage view={view} model={model} /> };
    }),
  );
  app.get('/persons/:id/air', { schema }, (request, reply) =>
    sendRead(site, reply, async (now) => {
      const view = viewOf(now, request, { query: request.query, world: await readWorld(now) });
      const model = await personAirModel(now, view, request.params.id);
      return model && { view, element: <PersonAirPage view={view} model={model} /> };
    }),
  );
  app.get('/persons/:id/uncertain', { schema }, (request, reply) =>
    sendRead(site, reply, async (now) => {
      const view = viewOf(now, request, { query: request.query, world: await readWorld(now) });
      const model = await doubtedModel(now, view, request.params.id);
      return model && { view, element: <DoubtedPage view={view} model={model} /> };
    }),
  );
  app.get('/outlets/:id', { schema }, (request, reply) =>
    sendRead(site, reply, async (now) => {
      const { id } = request.params;
      const query = { ...request.query, outlet: [] };
      const view = viewOf(now, request, { query, world: await readWorld(now) });
      if (view.period === null) return null;
      const asked = figureQuery(view, view.period, [id]);
      const outlet = await now.numbers.outlet(id, asked, query.cursor);
      if (outlet === null) return null;
      const { methodVersion } = await now.numbers.figures(asked);
      const air = (await now.numbers.air?.figures(asked)) ?? null;
      const page = { outlet, methodVersion, isOnAir: air !== null };
      return { view, element: <OutletPage view={view} {...page} /> };
    }),
  );
  done();
};

/** What the count of reports in a person's figures of the air counts. */
async function personAirModel(site: Site, view: View, id: string) {
  const chosen = await chosenFigures(site, view);
  const reports =
    chosen && (await site.numbers.air?.reports(id, chosen.figures.query, view.query.cursor));
  if (!chosen || !reports) return null;
  return { reports, methodVersion: chosen.figures.methodVersion, allOutlets: chosen.allOutlets };
}

/** What the count of uncertain items in a person's figures counts. */
async function doubtedModel(site: Site, view: View, id: string) {
  const chosen = await chosenFigures(site, view);
  if (chosen === null) return null;
  const { figures, allOutlets } = chosen;
  const doubted = await site.numbers.doubted(id, figures.query, view.query.cursor);
  if (doubted === null) return null;
  const person = figures.persons.find(({ personId }) => personId === id);
  const { uncertainItems: count = 0, posts = [] } = person ?? {};
  return { doubted, count, posts, methodVersion: figures.methodVersion, allOutlets };
}

async function personModel(site: Site, view: View, id: string) {
  const chosen = await chosenFigures(site, view);
  if (chosen === null) return null;
  const { figures, allOutlets } = chosen;
  const { query, itemsCaptured, methodVersion, coverage } = figures;
  const person = await site.numbers.person(id, query, {
    cursor: view.query.cursor,
    lines: panelsAtMost,
  });
  if (person === null) return null;
  return {
    person,
    itemsCaptured,
    methodVersion,
    coverage,
    allOutlets,
    corrected: correctedOf(figures),
    corrections: await site.publication.challenges.corrections({ personId: id }),
    air: (await site.numbers.air?.figures(query, id)) ?? null,
    events: (await site.numbers.trends?.events(query)) ?? [],
    strip: (await site.numbers.frontPages?.strip(query, id)) ?? null,
    attention: (await site.numbers.frontPages?.attention(id, query)) ?? null,
  };
}

/** `/snapshots/:id`: one look at a front page, and its reduced picture. */
export const snapshotRoutes: FastifyPluginCallbackZod<{ site: Site }> = (app, { site }, done) => {
  const schema = { querystring: readerQuerySchema, params: idSchema, hide: true };
  app.get('/snapshots/:id', { schema }, async (request, reply) => {
    const view = viewOf(site, request, { query: request.query, world: await readWorld(site) });
    const page = await site.numbers.frontPages?.snapshot(request.params.id);
    if (!page) return reply.callNotFound();
    return sendPage(reply, <SnapshotPage view={view} page={page} />, { view });
  });
  app.get('/snapshots/:id/picture.jpg', { schema }, async (request, reply) => {
    const canSeeWholeTexts = await site.canSeeWholeTexts(request);
    const bytes = await site.numbers.frontPages?.picture(request.params.id, { canSeeWholeTexts });
    if (!bytes) return reply.callNotFound();
    return reply
      .header('content-type', 'image/jpeg')
      .header('vary', 'Cookie')
      .header('cache-control', canSeeWholeTexts ? 'private, no-store' : 'public, max-age=86400')
      .send(Buffer.from(bytes));
  });
  done();
};

/** `/outlets/:id/air` and `/bulletins/:id`: what is on air. */
export const airRoutes: FastifyPluginCallbackZod<{ site: Site }> = (app, { site }, done) => {
  const schema = { querystring: readerQuerySchema, params: idSchema, hide: true };
  app.get('/outlets/:id/air', { schema }, async (request, reply) => {
    const { id } = request.params;
    const query = { ...request.query, outlet: [] };
    const view = viewOf(site, request, { query, world: await readWorld(site) });
    if (view.period === null) return reply.callNotFound();
    const week = await site.numbers.air?.week(id, figureQuery(view, view.period, [id]));
    if (!week) return reply.callNotFound();
    return sendPage(reply, <AirPage view={view} week={week} />, { view });
  });
  app.get('/bulletins/:id', { schema }, async (request, reply) => {
    const view = viewOf(site, request, { query: request.query, world: await readWorld(site) });
    const page = await site.numbers.air?.bulletin(request.params.id);
    if (!page) return reply.callNotFound();
    return sendPage(reply, <BulletinPage view={view} page={page} />, { view });
  });
  done();
};

const itemsQuery = readerQuerySchema.safeExtend({
  mentioning: z.preprocess(
    (value) => (value === '' ? undefined : value),
    z.literal('yes').optional(),
  ),
});

/** `/items`: what the figures of all outlets count. */
export const itemListRoutes: FastifyPluginCallbackZod<{ site: Site }> = (app, { site }, done) => {
  app.get('/items', { schema: { querystring: itemsQuery, hide: true } }, (request, reply) =>
    sendRead(site, reply, async (now) => {
      const { query } = request;
      const view = viewOf(now, request, {
        query,
        world: await readWorld(now),
        kept: { mentioning: query.mentioning ?? null },
      });
      const chosen = await chosenFigures(now, view);
      const choice = { onlyMentioning: query.mentioning === 'yes', cursor: query.cursor };
      const model = chosen && {
        ...chosen,
        ...choice,
        ...(await now.numbers.items(chosen.figures.query, choice)),
      };
      return { view, element: <ItemsPage view={view} model={model} /> };
    }),
  );
  done();
};

/** `/items/:id`: the end of every way down from a figure; `/posts/:id`: who held a post. */
export const itemRoutes: FastifyPluginCallbackZod<{ site: Site }> = (app, { site }, done) => {
  const schema = { querystring: readerQuerySchema, params: idSchema, hide: true };
  app.get('/items/:id', { schema }, async (request, reply) => {
    const view = viewOf(site, request, { query: request.query, world: await readWorld(site) });
    const page = await site.numbers.item(request.params.id);
    if (page === null) return reply.callNotFound();
    const dwell = (await site.numbers.frontPages?.dwell(request.params.id)) ?? null;
    const about = { itemId: request.params.id };
    const corrections = await site.publication.challenges.corrections(about);
    const storyId = await site.publication.search.storyOf(request.params.id);
    const canSeeWhole = !page.item.takenDown && (await site.canSeeWholeTexts(request));
    const model = { page, dwell, corrections, storyId, canSeeWhole };
    return sendPage(reply, <ItemPage view={view} {...model} />, { view });
  });
  app.get('/posts/:id', { schema }, async (request, reply) => {
    const view = viewOf(site, request, { query: request.query, world: await readWorld(site) });
    const post = await site.numbers.post(request.params.id);
    if (post === null) return reply.callNotFound();
    return sendPage(reply, <PostPage view={view} post={post} />, { view });
  });
  done();
};
