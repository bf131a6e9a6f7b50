import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { FigureSet, Period, SearchPage as Found } from '../domain/index.ts';
import {
  ComparePage,
  GapsPage,
  PlanPage,
  PlansPage,
  SearchPage,
  StoryPage,
} from './pages/index.ts';
import { dayText, idSchema, readerQuerySchema, wordsLimitChars } from './query.ts';
import { figureQuery, readWorld, type Site, sendPage, sendRead, viewOf } from './site.ts';
import type { View } from './view.ts';

type App = Parameters<FastifyPluginCallbackZod>[0];

/** `/compare`, `/gaps`, `/search`, `/stories/:id`, `/plans`: other ways to the same figures. */
export const lookupRoutes: FastifyPluginCallbackZod<{ site: Site }> = (app, { site }, done) => {
  addGaps(app, site);
  addCompare(app, site);
  addSearch(app, site);
  addStory(app, site);
  addPlans(app, site);
  done();
};

function chosenOutlets(view: View): readonly string[] | null {
  return view.query.outlet.length === 0 ? null : view.query.outlet;
}

/** Outlets of the whole world, so that a narrowed choice can be widened again. */
async function everyOutlet(site: Site, view: View, figures: FigureSet) {
  if (view.period === null || chosenOutlets(view) === null) return figures.outlets;
  return (await site.numbers.figures(figureQuery(view, view.period, null))).outlets;
}

function addGaps(app: App, site: Site): void {
  const schema = { querystring: readerQuerySchema, hide: true };
  app.get('/gaps', { schema }, (request, reply) =>
    sendRead(site, reply, async (now) => {
      const view = viewOf(now, request, { query: request.query, world: await readWorld(now) });
      if (view.period === null)
        return { view, element: <GapsPage view={view} model={null} allOutlets={[]} /> };
      const figures = await now.numbers.figures(
        figureQuery(view, view.period, chosenOutlets(view)),
      );
      const allOutlets = await everyOutlet(now, view, figures);
      const model = { figures, alarms: await alarmsOf(now, figures) };
      return { view, element: <GapsPage view={view} model={model} allOutlets={allOutlets} /> };
    }),
  );
}

/** What is amiss with the capture of the outlets shown. */
async function alarmsOf({ operations }: Site, { outlets }: FigureSet) {
  const shown = new Set(outlets.map(({ outletId }) => outletId));
  return (await operations?.alarms())?.filter(({ outletId }) => shown.has(outletId)) ?? null;
}

const list = z.preprocess(
  (value) => (value === undefined ? [] : [value].flat().filter((one) => one !== '')),
  z.array(z.string().max(300)).max(50),
);

const compareQuery = readerQuerySchema.safeExtend({ person: list, from2: dayText, to2: dayText });

/** Persons beside each other; more columns than this cannot be read. */
const personsAtMost = 6;

function addCompare(app: App, site: Site): void {
  app.get('/compare', { schema: { querystring: compareQuery, hide: true } }, (request, reply) =>
    sendRead(site, reply, async (now) => {
      const { query } = request;
      const view = viewOf(now, request, {
        query,
        world: await readWorld(now),
        kept: { person: query.person, from2: query.from2 ?? null, to2: query.to2 ?? null },
      });
      const model = view.period === null ? null : await compared(now, view, query);
      return { view, element: <ComparePage view={view} model={model} /> };
    }),
  );
}

async function compared(site: Site, view: View, asked: z.infer<typeof compareQuery>) {
  const period = view.period as Period;
  const outlets = chosenOutlets(view);
  const query = figureQuery(view, period, outlets);
  const figures = await site.numbers.figures(query);
  const other = secondPeriod(asked);
  const ids = chosenPersons(figures, asked.person);
  const unknownIds = unknownPersons(figures, asked.person);
  const { trends } = site.numbers;
  return {
    figures,
    other: other === null ? null : await site.numbers.figures(figureQuery(view, other, outlets)),
    personIds: ids,
    unknownIds,
    areOthersShown: unknownIds.length > 0 && ids.every((id) => !asked.person.includes(id)),
    lines: (await trends?.personLines(query, ids)) ?? [],
    events: (await trends?.events(query)) ?? [],
    outletShares: (await trends?.outletShares(query, ids)) ?? [],
    allOutlets: await everyOutlet(site, view, figures),
  };
}

/** Half a period, or one that ends before it begins, is no second period. */
function secondPeriod({ from2, to2 }: z.infer<typeof compareQuery>): Period | null {
  return from2 !== undefined && to2 !== undefined && from2 <= to2 ? { from: from2, to: to2 } : null;
}

/** Those asked for and known; else those with the largest shares. */
function chosenPersons(figures: FigureSet, asked: readonly string[]): string[] {
  const known = figures.persons.map(({ personId }) => personId);
  const chosen = known.filter((id) => asked.includes(id));
  return (chosen.length === 0 ? known.slice(0, 4) : chosen).slice(0, personsAtMost);
}

/** Those asked for of whom there are no figures: others in their place would pass for them. */
function unknownPersons(figures: FigureSet, asked: readonly string[]): string[] {
  const known = new Set(figures.persons.map(({ personId }) => personId));
  return [...new Set(asked)].filter((id) => !known.has(id));
}

const searchQuery = readerQuerySchema.safeExtend({
  q: z.string().max(wordsLimitChars).optional(),
});

function addSearch(app: App, site: Site): void {
  app.get(
    '/search',
    { schema: { querystring: searchQuery, hide: true } },
    async (request, reply) => {
      const { q = '', cursor } = request.query;
      const view = viewOf(site, request, {
        query: request.query,
        world: await readWorld(site),
        kept: { q },
      });
      const found = await findIn(site, view, { q, cursor });
      return sendPage(reply, <SearchPage view={view} words={q} found={found} />, { view });
    },
  );
}

/** Over all days there are, unless the reader has chosen some; null before anything is asked. */
async function findIn(
  site: Site,
  view: View,
  asked: { readonly q: string; readonly cursor: string | undefined },
): Promise<Found | null> {
  const { world, query } = view;
  if (world.period === null || asked.q.trim() === '') return null;
  const period = { from: query.from ?? world.period.from, to: query.to ?? world.period.to };
  const over = figureQuery(view, period, chosenOutlets(view));
  return site.publication.search.find(asked.q, over, asked.cursor);
}

function addStory(app: App, site: Site): void {
  const schema = { querystring: readerQuerySchema, params: idSchema, hide: true };
  app.get('/stories/:id', { schema }, async (request, reply) => {
    const view = viewOf(site, request, { query: request.query, world: await readWorld(site) });
    const story = await site.publication.search.story(request.params.id);
    if (story === null) return reply.callNotFound();
    return sendPage(reply, <StoryPage view={view} story={story} />, { view });
  });
}

const hash = z.object({ hash: z.string().regex(/^[0-9a-f]{64}$/) });

function addPlans(app: App, site: Site): void {
  const { plans } = site.publication;
  const schema = { querystring: readerQuerySchema, hide: true };
  app.get('/plans', { schema }, async (request, reply) => {
    const view = viewOf(site, request, { query: request.query, world: await readWorld(site) });
    return sendPage(reply, <PlansPage view={view} plans={await plans.plans()} />, { view });
  });
  app.get('/plans/:hash', { schema: { ...schema, params: hash } }, async (request, reply) => {
    const view = viewOf(site, request, { query: request.query, world: await readWorld(site) });
    const found = await plans.plan(request.params.hash);
    if (found === null) return reply.callNotFound();
    return sendPage(reply, <PlanPage view={view} {...found} />, { view });
  });
  app.get(
    '/plans/:hash/plan.json',
    { schema: { params: hash, hide: true } },
    async (request, reply) => {
      const found = await plans.plan(request.params.hash);
      if (found === null) return reply.callNotFound();
      return reply
        .header('content-type', 'application/json; charset=utf-8')
        .header('cache-control', 'public, max-age=31536000, immutable')
        .send(found.plan.text);
    },
  );
}
