import { ColumnInchesError, type Publication } from '../domain/index.ts';

/** Stands in where only figures are served: nothing is published besides them. */
export const noPublication: Publication = {
  openData: {
    tables: [],
    write: async () => false,
    exports: async () => [],
    export: async () => null,
    read: async () => false,
  },
  challenges: {
    raise: async () => refuse(),
    challenge: async () => null,
    corrections: async () => [],
    correctionPage: async () => ({ corrections: [], cursor: null }),
    answered: async () => [],
    counts: async () => ({ open: 0, accepted: 0, rejected: 0 }),
    askTakedown: async () => refuse(),
    takedown: async () => null,
    takedowns: async () => [],
  },
  search: {
    find: async () => ({ hits: [], cursor: null }),
    story: async () => null,
    storyOf: async () => null,
  },
  plans: { plans: async () => [], plan: async () => null },
};

function refuse(): never {
  throw new ColumnInchesError({
    code: 'challenge/not-taken-here',
    verdict: 'skip-item',
    message: 'This server shows figures only and takes no challenges.',
    messageVietnamese: 'Máy chủ này chỉ hiện số liệu, không nhận phản ánh.',
  });
}
