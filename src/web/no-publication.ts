import type { Publication } from '../domain/index.ts';

/** Stands in where only figures are served: nothing is published besides them. */
export const noPublication: Publication = {
  openData: {
    tables: [],
    write: async () => false,
    exports: async () => [],
    export: async () => null,
    read: async () => false,
  },
};
