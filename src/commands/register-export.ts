import {
  writeRegisterCsv,
  writeRegisterFollowTheMoney,
  writeRegisterPopolo,
  writeRegisterWikidata,
} from '../../analyzers/index.ts';
import { ColumnInchesError, type Register } from '../domain/index.ts';
import { type Command, textOption } from './command.ts';
import { demoOption, storedRegister } from './register-check.ts';

const writers: Readonly<Record<string, (register: Register) => string>> = {
  csv: writeRegisterCsv,
  popolo: writeRegisterPopolo,
  ftm: writeRegisterFollowTheMoney,
  wikidata: writeRegisterWikidata,
};

/** Writes the stored register to standard output in a format others read. */
export const registerExportCommand: Command = {
  usage: 'register export',
  about: {
    vi: 'Xuất danh bạ: CSV, Popolo, FollowTheMoney hoặc Wikidata',
    en: 'export the register: CSV, Popolo, FollowTheMoney or Wikidata',
  },
  options: [
    {
      flags: '--format <name>',
      about: {
        vi: 'csv (mặc định), popolo, ftm hoặc wikidata',
        en: 'csv (default), popolo, ftm or wikidata',
      },
    },
    demoOption,
  ],
  example: 'column-inches register export --format popolo > register.json',
  run: async (context, input) => {
    const name = textOption(input, 'format') ?? 'csv';
    const write = writers[name];
    if (write === undefined) {
      throw new ColumnInchesError({
        code: 'input/unknown-format',
        verdict: 'stop-run',
        message: `There is no format "${name}". Write one of: ${Object.keys(writers).join(', ')}.`,
        messageVietnamese: `Không có định dạng “${name}”. Viết một trong: ${Object.keys(writers).join(', ')}.`,
      });
    }
    const demo = input.options['demo'] === true;
    const register = await storedRegister(context, demo);
    // Beside the output, which stays readable for its format; each row's source says it as well.
    if (demo) {
      context.tell({
        vi: 'HƯ CẤU: danh bạ này chỉ để minh họa, không dùng để trích dẫn.',
        en: 'FICTION: this register is a demonstration and must not be cited.',
      });
    }
    // A printed line ends itself.
    await context.print(write(register).replace(/\r?\n$/, ''));
    return 0;
  },
};
