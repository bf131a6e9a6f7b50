import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import {
  type AnsweredChallenge,
  type ChallengeClaim,
  challengeClaims,
  type Correction,
  type FigureQuery,
} from '../domain/index.ts';
import { type AtomEntry, type AtomFeed, sendAtom } from './atom.ts';
import { figureAt } from './figure-names.ts';
import { sendFailure } from './failures.tsx';
import { allowOwnOrigin, isFromOwnPage, readForms } from './forms.ts';
import { ChallengePage, CorrectionsPage, RequestStatePage, TakedownPage } from './pages/index.ts';
import { readerQuerySchema } from './query.ts';
import { figureQuery, readWorld, type Site, sendPage, viewOf } from './site.ts';
import type { View } from './view.ts';

const id = z.string().regex(/^[0-9a-f]{16}$/);
const key = z.preprocess(
  (value) => (value === '' ? undefined : value),
  z.string().max(300).optional(),
);

/** What a link to a form says of what it is about. */
const targetQuery = readerQuerySchema.safeExtend({
  item: key,
  person: key,
  /** Path and query of the page with the figure. */
  at: z.string().max(2000).optional(),
});

const reason = z.string().trim().min(10).max(2000);

/** The field people do not see and programs fill in. */
const trap = z.string().max(0).optional();

const challengeForm = z.object({
  claim: z.enum(challengeClaims),
  reason,
  website: trap,
});
const takedownForm = z.object({ reason, website: trap });

/** Few a hour from one address: a form needs no account, and nobody's name. */
const formLimit = { rateLimit: { max: 10, timeWindow: 3_600_000 } };

type App = Parameters<FastifyPluginCallbackZod>[0];

/** `/challenge`, `/takedown` and what came of them. */
export const challengeRoutes: FastifyPluginCallbackZod<{ site: Site }> = (app, { site }, done) => {
  readForms(app);
  addChallenge(app, site);
  addTakedown(app, site);
  addAnswers(app, site);
  done();
};

async function seen(site: Site, request: FastifyRequest, query: z.infer<typeof targetQuery>) {
  const kept = { item: query.item ?? null, person: query.person ?? null, at: query.at ?? null };
  return viewOf(site, request, { query, world: await readWorld(site), kept });
}

/** Who and what a form is about, by name, as far as it is on screen. */
async function targetOf(site: Site, view: View, query: z.infer<typeof targetQuery>) {
  const item = query.item === undefined ? null : await site.numbers.item(query.item);
  const inItem = item?.persons.find((person) => person.personId === query.person)?.name;
  const at = ownPath(query.at);
  return {
    itemId: query.item ?? null,
    itemTitle: item?.item.title ?? null,
    itemLanguage: item?.item.language ?? null,
    personId: query.person ?? null,
    personName: inItem ?? (await nameOf(site, view, query.person)),
    outletId: query.outlet.length === 1 ? (query.outlet[0] ?? null) : null,
    figure: figureAt(at),
    outletNames: await outletNames(site, view),
    at,
  };
}

async function nameOf(site: Site, view: View, personId: string | undefined) {
  if (personId === undefined || view.period === null) return null;
  const person = await site.numbers.person(personId, askedFor(view, view.period));
  return person?.figures.name ?? null;
}

/** Of the outlets chosen; null = all. */
async function outletNames(site: Site, view: View): Promise<readonly string[] | null> {
  if (view.query.outlet.length === 0 || view.period === null) return null;
  const { outlets } = await site.numbers.figures(askedFor(view, view.period));
  return outlets.map(({ name }) => name);
}

function askedFor(view: View, period: NonNullable<View['period']>): FigureQuery {
  const { outlet } = view.query;
  return figureQuery(view, period, outlet.length === 0 ? null : outlet);
}

/** Only paths of this site: an address from a form is shown as a link. */
function ownPath(at: string | undefined): string {
  return at !== undefined && /^\/(?![/\\])/.test(at) ? at : '/';
}

function addChallenge(app: App, site: Site): void {
  const schema = { querystring: targetQuery, hide: true };
  app.get('/challenge', { schema }, async (request, reply) => {
    const view = await seen(site, request, request.query);
    const target = await targetOf(site, view, request.query);
    allowOwnOrigin(reply);
    return sendPage(reply, <ChallengePage view={view} target={target} refused={null} />, { view });
  });
  app.post('/challenge', { schema, config: formLimit }, async (request, reply) => {
    if (!isFromOwnPage(request)) return refuseForeign(site, reply);
    const view = await seen(site, request, request.query);
    const target = await targetOf(site, view, request.query);
    const form = challengeForm.safeParse(request.body);
    if (!form.success || view.period === null) {
      allowOwnOrigin(reply);
      const refused = sentBefore(request.body);
      return sendPage(reply, <ChallengePage view={view} target={target} refused={refused} />, {
        view,
        status: 400,
      });
    }
    const challenge = await site.publication.challenges.raise({
      claim: form.data.claim,
      reason: form.data.reason,
      itemId: target.itemId,
      personId: target.personId,
      outletId: target.outletId,
      address: target.at,
      query: askedFor(view, view.period),
    });
    return reply.redirect(view.href(`/challenges/${challenge.id}`), 303);
  });
}

/** What was sent, to be shown again: nobody writes the same text twice. */
export interface SentBefore {
  readonly claim: ChallengeClaim | null;
  readonly reason: string;
}

function sentBefore(body: unknown): SentBefore {
  const { claim, reason: text } = (body ?? {}) as Readonly<Record<string, unknown>>;
  return {
    claim: challengeClaims.find((one) => one === claim) ?? null,
    reason: typeof text === 'string' ? text.slice(0, 5000) : '',
  };
}

function refuseForeign(site: Site, reply: FastifyReply) {
  return sendFailure(site, reply, { kind: 'foreign-form', code: null });
}

function addTakedown(app: App, site: Site): void {
  const schema = { querystring: targetQuery, hide: true };
  app.get('/takedown', { schema }, async (request, reply) => {
    const view = await seen(site, request, request.query);
    const target = await targetOf(site, view, request.query);
    if (target.itemTitle === null) return reply.callNotFound();
    allowOwnOrigin(reply);
    return sendPage(reply, <TakedownPage view={view} target={target} refused={null} />, { view });
  });
  app.post('/takedown', { schema, config: formLimit }, async (request, reply) => {
    if (!isFromOwnPage(request)) return refuseForeign(site, reply);
    const view = await seen(site, request, request.query);
    const target = await targetOf(site, view, request.query);
    const form = takedownForm.safeParse(request.body);
    if (target.itemId === null) return reply.callNotFound();
    if (!form.success) {
      allowOwnOrigin(reply);
      const refused = sentBefore(request.body);
      return sendPage(reply, <TakedownPage view={view} target={target} refused={refused} />, {
        view,
        status: 400,
      });
    }
    const asked = { itemId: target.itemId, reason: form.data.reason };
    const takedown = await site.publication.challenges.askTakedown(asked);
    return reply.redirect(view.href(`/takedowns/${takedown.id}`), 303);
  });
}

function addAnswers(app: App, site: Site): void {
  const { challenges } = site.publication;
  const schema = { querystring: readerQuerySchema, hide: true };
  const one = { schema: { ...schema, params: z.object({ id }) } };
  app.get('/challenges/:id', one, async (request, reply) => {
    const view = viewOf(site, request, { query: request.query, world: await readWorld(site) });
    const found = await challenges.challenge(request.params.id);
    if (found === null) return reply.callNotFound();
    const made =
      found.itemId === null ? [] : await challenges.corrections({ itemId: found.itemId });
    const correction = made.find(({ challengeId }) => challengeId === found.id) ?? null;
    const model = { ...found, at: found.raisedAt, back: ownPath(found.address), correction };
    return sendPage(reply, <RequestStatePage view={view} model={model} />, { view });
  });
  app.get('/takedowns/:id', one, async (request, reply) => {
    const view = viewOf(site, request, { query: request.query, world: await readWorld(site) });
    const found = await challenges.takedown(request.params.id);
    if (found === null) return reply.callNotFound();
    const back = `/items/${encodeURIComponent(found.itemId)}`;
    const model = { ...found, at: found.askedAt, back, correction: null };
    return sendPage(reply, <RequestStatePage view={view} model={model} />, { view });
  });
  app.get('/corrections', { schema }, async (request, reply) => {
    const view = viewOf(site, request, { query: request.query, world: await readWorld(site) });
    const model = {
      ...(await challenges.correctionPage(request.query.cursor)),
      answered: await challenges.answered(),
      takedowns: await challenges.takedowns(),
      counts: await challenges.counts(),
    };
    return sendPage(reply, <CorrectionsPage view={view} model={model} />, { view });
  });
  app.get('/corrections.atom', { schema }, async (request, reply) => {
    const view = viewOf(site, request, { query: request.query, world: await readWorld(site) });
    const restated = await challenges.corrections();
    const feed = correctionsFeed(view, restated, await challenges.answered());
    return sendAtom(reply, feed, site.publicUrl);
  });
}

/** "12 → 11, why", one entry a correction; and what was answered about other figures. */
function correctionsFeed(
  view: View,
  corrections: readonly Correction[],
  answered: readonly AnsweredChallenge[],
): AtomFeed {
  const { t, language } = view;
  const entries = corrections.map((one) => restatedEntry(view, one));
  entries.push(...answered.map((one) => answeredEntry(view, one)));
  return {
    path: view.href('/corrections.atom'),
    title: `Column Inches · ${t('correction.title')}`,
    language,
    mark: view.world.demo ? t('demo.mark') : null,
    entries: entries.toSorted((one, other) => (one.updated < other.updated ? 1 : -1)),
  };
}

function restatedEntry(view: View, one: Correction): AtomEntry {
  const { t, formats, language } = view;
  const { id, itemId, personName, before, after, why, query, madeAt } = one;
  return {
    id,
    path: view.href(`/items/${encodeURIComponent(itemId)}`, { lang: language }),
    title: t('correction.restated', { name: personName, before, after }),
    summary: `${why} (${formats.period(query.period.from, query.period.to)})`,
    updated: madeAt,
  };
}

/** An address of this site in the language of the feed that leads there. */
function pathIn(language: View['language'], address: string): string {
  const { pathname, searchParams, hash } = new URL(ownPath(address), 'http://own.invalid');
  searchParams.set('lang', language);
  return `${pathname}?${searchParams.toString()}${hash}`;
}

function answeredEntry({ t, formats, language }: View, one: AnsweredChallenge): AtomEntry {
  const { address, answer, decidedAt, outletNames, query } = one;
  const whose = outletNames?.join(', ') ?? t('challenge.allOutlets');
  return {
    id: `answered-${decidedAt}`,
    path: pathIn(language, address),
    title: t('correction.answeredFigure', { figure: challengedWords(one, t) }),
    summary: `${answer} (${formats.period(query.period.from, query.period.to)} · ${whose})`,
    updated: decidedAt ?? '',
  };
}

/** As the list names it: the address stands only for a page that is contested as a whole. */
function challengedWords(
  { address, itemTitle, personName }: AnsweredChallenge,
  t: View['t'],
): string {
  const figure = figureAt(address);
  const words = [figure === null ? null : t(figure), personName, itemTitle].filter(Boolean);
  return words.join(' · ') || (ownPath(address).split(/[?#]/, 1)[0] ?? '/');
}
