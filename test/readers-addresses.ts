import { reviewRoutes, routes } from '../src/web/index.ts';
import type { ReadersHouse } from './readers-house.ts';

type Method = (typeof routes)[number]['method'];

/** GET addresses that answer no page: data, pictures, feeds, files, what machines ask. */
const noPage =
  /^\/api\/|^\/assets\/|\.(atom|svg|jpg|json|csv|opml)$|\/:(file|picture)$|^\/(healthz|readyz|metrics)$|versions/;

/** Every page of the route tables with an address at which this house has something to show. */
export function addressesIn(house: ReadersHouse): Record<string, string> {
  const { itemId, storyId, exportHash, challengeId, takedownId, planHash, invitation } = house;
  return {
    '/': '/',
    '/persons/:id': '/persons/le-an',
    '/persons/:id/air': '/persons/le-an/air',
    '/persons/:id/uncertain': '/persons/le-an/uncertain',
    '/posts/:id': '/posts/chu-tich-song-nam',
    '/register/history': '/register/history',
    '/register/history/:id': '/register/history/le-an',
    '/outlets/:id': '/outlets/a',
    '/outlets/:id/air': '/outlets/a/air',
    '/bulletins/:id': '/bulletins/bulletin',
    '/items': '/items?mentioning=yes',
    '/items/:id': `/items/${itemId}`,
    '/items/:id/whole': `/items/${itemId}/whole`,
    '/snapshots/:id': '/snapshots/look',
    '/compare': '/compare?from2=2026-03-02&to2=2026-03-03',
    '/gaps': '/gaps',
    '/search': '/search?q=le+an',
    '/stories/:id': `/stories/${storyId}`,
    '/plans': '/plans',
    '/plans/:hash': `/plans/${planHash}`,
    '/data': '/data',
    '/data/exports/:hash': `/data/exports/${exportHash}`,
    '/challenge': `/challenge?item=${itemId}&person=le-an`,
    '/challenges/:id': `/challenges/${challengeId}`,
    '/takedown': `/takedown?item=${itemId}`,
    '/takedowns/:id': `/takedowns/${takedownId}`,
    '/corrections': '/corrections',
    '/digest': '/digest',
    '/digest/:week': '/digest/2026-03-02',
    '/digest/confirm/:token': `/digest/confirm/${house.confirmToken}`,
    '/digest/leave/:token': `/digest/leave/${house.leaveToken}`,
    '/operations': '/operations',
    '/method': '/method',
    '/codebook': '/codebook',
    '/embed/share-of-coverage': '/embed/share-of-coverage',
    '/accuracy': '/accuracy',
    '/sign-in': '/sign-in',
    '/join/:token': `/join/${invitation}`,
    '/account': '/account',
    '/coding': '/coding',
    '/coding/tasks/:id': `/coding/tasks/${house.taskId}`,
    '/coding/challenges': '/coding/challenges',
    '/coding/disputes': '/coding/disputes',
    '/coding/disputes/:id': `/coding/disputes/${house.disputeId}`,
    '/admin': '/admin',
    '/admin/review': '/admin/review',
    '/admin/outlets': '/admin/outlets',
    '/admin/outlets/:id': '/admin/outlets/a',
    '/admin/register': '/admin/register',
    '/admin/plans': '/admin/plans',
    '/admin/upkeep': '/admin/upkeep',
    '/admin/backup': '/admin/backup',
    '/admin/replay': '/admin/replay',
    '/admin/checkup': '/admin/checkup',
    '/admin/requests': '/admin/requests',
    '/admin/subscribers': '/admin/subscribers',
    '/admin/users': '/admin/users',
    '/admin/trail': '/admin/trail',
  };
}

/** And what stands at no address of its own. */
export const otherStates = {
  'not found': '/nowhere',
  'empty period': '/?from=2020-01-01&to=2020-01-31',
  'bad period': '/?from=2020-02-01&to=2020-01-31',
  'nothing found': '/search?q=khongcogi',
};

/** Adds the language to an address. */
export function inLanguage(path: string, lang: string): string {
  return `${path}${path.includes('?') ? '&' : '?'}lang=${lang}`;
}

/** Every GET address of the route tables that answers a page. */
export function pagesOfRoutes(): string[] {
  return [...routes, ...reviewRoutes]
    .filter(({ method, path }) => (method as Method) === 'GET' && !noPage.test(path))
    .map(({ path }) => path);
}
