import { expect, test } from 'vitest';
import type { ExportRecord, Plan, Publication } from '../../../src/domain/index.ts';
import { noPublication } from '../../../src/web/no-publication.ts';
import { samplePublication } from './sample/publication.ts';
import { page, serverFor } from './server-for-tests.ts';

const period = { from: '2026-03-02', to: '2026-03-15' };
const at = '2027-01-01T03:30:00Z';

const exported: ExportRecord = {
  hash: 'a'.repeat(64),
  createdAt: at,
  query: { period, outlets: null, demo: true },
  methodVersion: '1',
  files: [],
};

const plan: Plan = {
  hash: 'b'.repeat(64),
  sealedAt: at,
  content: {
    title: 'Tuần đầu',
    period,
    outlets: [],
    register: { persons: 1, terms: 1, sha256: 'c'.repeat(64) },
    methodVersion: '1',
  },
  text: '{}',
  deviations: [{ notedAt: at, what: 'Thêm một báo.', part: null }],
};

async function publicationThen(): Promise<Publication> {
  const sample = await samplePublication('vi');
  const [correction] = await sample.challenges.corrections({});
  expect(correction).toBeDefined();
  const corrections = correction === undefined ? [] : [{ ...correction, madeAt: at }];
  return {
    ...sample,
    openData: {
      ...noPublication.openData,
      exports: async () => [exported],
      export: async () => exported,
    },
    challenges: {
      ...sample.challenges,
      correctionPage: async () => ({ corrections, cursor: null }),
    },
    plans: {
      plans: async () => [plan],
      plan: async () => ({ plan, drift: { outlets: false, register: false, method: false } }),
    },
  };
}

test.each([
  ['/data', 1],
  [`/data/exports/${exported.hash}`, 1],
  ['/plans', 1],
  [`/plans/${plan.hash}`, 2],
  ['/corrections', 1],
])('%s tells what was done by the clock of the installation, and which it is', async (url, n) => {
  const app = serverFor(undefined, {
    publication: await publicationThen(),
    timeZone: 'America/New_York',
  });
  const { html } = await page(app, `${url}?lang=en`);
  expect(html.split('31\u00a0Dec\u00a02026, 22:30\u00a0(GMT-5)')).toHaveLength(n + 1);
  expect(html).not.toContain('10:30');
  await app.close();
});

test('a citation has the year in which its export was kept by the same clock', async () => {
  const app = serverFor(undefined, {
    publication: await publicationThen(),
    timeZone: 'America/New_York',
  });
  const { document } = await page(app, `/data/exports/${exported.hash}?lang=en`);
  const citation = document.querySelector('.citation')?.textContent ?? '';
  expect(citation).toContain('2026');
  expect(citation).not.toContain('2027');
  await app.close();
});
