import { readerQuerySchema } from '../../../src/web/query.ts';
import { makeView } from '../../../src/web/view.ts';

/** What a page's parts are drawn with, of a real world of one outlet unless told otherwise. */
export function viewForTests(given: Partial<Parameters<typeof makeView>[0]> = {}) {
  return makeView({
    language: 'en',
    query: readerQuerySchema.parse({}),
    path: '/',
    world: { demo: false, period: null, outlets: 1, unchecked: [] },
    period: null,
    version: '0',
    assets: '/assets/0',
    timeZone: 'Asia/Ho_Chi_Minh',
    publicUrl: null,
    hasOperations: false,
    hasAdministration: false,
    kept: {},
    staleDays: 0,
    openDay: null,
    ...given,
  });
}
