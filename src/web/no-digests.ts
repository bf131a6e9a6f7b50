import { ColumnInchesError, type Digests } from '../domain/index.ts';

/** Stands in where only figures are served: there are no letters. */
export const noDigests: Digests = {
  sendsMail: false,
  list: async () => [],
  letter: async () => null,
  subscribe: async () => {
    throw new ColumnInchesError({
      code: 'digest/no-mail',
      verdict: 'skip-item',
      message: 'This server sends no letters.',
      messageVietnamese: 'Máy chủ này không gửi thư.',
    });
  },
  stateOf: async () => null,
  confirm: async () => false,
  unsubscribe: async () => false,
};
