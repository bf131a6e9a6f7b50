import type { Correction, Publication } from '../../../../src/domain/index.ts';
import { noPublication } from '../../../../src/web/no-publication.ts';
import { sampleNumbers } from './numbers.ts';

const period = { from: '2026-03-02', to: '2026-03-15' };
const query = { period, outlets: null, demo: true };
const itemId = 'bao-lam-giang-03-12-13';

/** One of everything, in an outlet's language. */
export async function samplePublication(tag: string): Promise<Publication> {
  const person = await sampleNumbers.person('pham-duc-long', query);
  const items = (person?.items.slice(0, 3) ?? []).map((item) => ({
    ...item,
    language: tag,
    timeZone: 'Asia/Ho_Chi_Minh',
  }));
  const correction: Correction = {
    id: '1',
    challengeId: 'c1',
    itemId,
    itemTitle: 'Tin',
    itemLanguage: tag,
    personId: 'pham-duc-long',
    personName: 'Phạm Đức Long',
    toPersonId: null,
    toPersonName: null,
    query,
    before: 12,
    after: 11,
    why: 'Người trùng tên.',
    madeAt: '2026-03-20T00:00:00.000Z',
  };
  const pieces = [{ text: 'Chủ tịch', found: true }];
  return {
    ...noPublication,
    search: {
      find: async () => ({
        hits: items.map((item) => ({ item, title: pieces, sentences: [pieces] })),
        cursor: null,
      }),
      story: async (storyId) => ({ storyId, items, persons: [] }),
      storyOf: async () => null,
    },
    challenges: {
      ...noPublication.challenges,
      corrections: async () => [correction],
      correctionPage: async () => ({ corrections: [correction], cursor: null }),
    },
  };
}
