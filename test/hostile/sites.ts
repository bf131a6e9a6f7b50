import { afterEach } from 'vitest';
import { createFetchDoor, crawlOutlet } from '../../crawlers/index.ts';
import type { FetchDoor, Source } from '../../src/domain/index.ts';
import {
  forgetful,
  openSite,
  outletOf,
  realClock,
  silent,
  type Site,
  type SitePage,
} from '../crawlers/press.ts';

const sites: Site[] = [];
const doors: FetchDoor[] = [];
afterEach(async () => {
  for (const door of doors.splice(0)) await door.close();
  for (const site of sites.splice(0)) await site.close();
});

/** A site that is gone when the test has ended. */
export async function site(pages: Readonly<Record<string, SitePage>>): Promise<Site> {
  const made = await openSite(pages);
  sites.push(made);
  return made;
}

/** Crawls one source of a site at a time, through one door that closes when the test has ended. */
export function crawlWith(
  limits: Parameters<typeof createFetchDoor>[0]['limits'],
  maxArticles: number,
) {
  const door = createFetchDoor({ clock: realClock, log: silent, ...(limits && { limits }) });
  doors.push(door);
  return async ({ origin }: Site, kind: Source['kind'], path: string) =>
    await crawlOutlet({
      outlet: outletOf(origin, [{ kind, url: origin + path }]),
      door,
      clock: realClock,
      log: silent,
      memory: forgetful,
      recheckWithinMs: 0,
      maxArticles,
      onPage: async () => undefined,
    });
}
