import { numberOf } from '../domain/index.ts';
import { loadOutlet } from '../../db/index.ts';
import { finishRunAlone } from '../pipeline.ts';
import { recomputeItems } from '../recompute.ts';
import { type Command, textOption } from './command.ts';
import { unknownOutlet } from './outlets.ts';

/** Reads the kept bytes again with the present method and register; figures follow. */
export const recomputeCommand: Command = {
  usage: 'recompute',
  about: {
    vi: 'Tính lại từ dữ liệu gốc đã lưu, theo phương pháp và danh bạ hiện tại',
    en: 'compute again from the stored raw data, with the present method and register',
  },
  options: [{ flags: '--outlet <id>', about: { vi: 'chỉ cơ quan này', en: 'only this outlet' } }],
  example: 'column-inches recompute',
  run: async (context, input) => {
    const station = await context.openStation();
    try {
      const { demo } = await station.numbers.extent();
      const parts = { ...station, clock: context.clock, log: context.log };
      const outletId = textOption(input, 'outlet');
      if (outletId !== undefined && !(await loadOutlet(station.database.db, outletId))) {
        throw unknownOutlet(outletId);
      }
      const done = await recomputeItems(parts, {
        demo,
        signal: context.signal,
        ...(outletId === undefined ? {} : { outletId }),
        onPage: (count) => context.progress({ vi: `${count} trang`, en: numberOf(count, 'page') }),
      });
      await finishRunAlone(parts, { demo, anew: true });
      if (context.json) await context.print(JSON.stringify(done));
      else {
        context.tell({
          vi: `Đã đọc và tính lại ${done.pages} trang; ${done.failed} trang không đọc lại được.`,
          en: `Read and computed ${numberOf(done.pages, 'page')} again; ${done.failed} could not be read.`,
        });
        for (const { outletId, pages, from, to } of done.gone) {
          context.tell({
            vi: `${outletId}: ${pages} trang từ ${from} đến ${to} không còn byte gốc; số liệu của chúng giữ nguyên.`,
            en: `${outletId}: no bytes are left of ${numberOf(pages, 'page')} of ${from} to ${to}; the figures stay as they are.`,
          });
        }
      }
      return done.failed > 0 || done.gone.length > 0 ? 3 : 0;
    } finally {
      await station.close();
    }
  },
};
