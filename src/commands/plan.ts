import { ColumnInchesError, dayIn, numberOf } from '../domain/index.ts';
import { type Command, type CommandInput, textOption } from './command.ts';
import { operatorTimeZone } from './operator-zone.ts';
import { readQuery } from './period.ts';

/** Lays down outlets, register, period and method before a period begins. */
export const planSealCommand: Command = {
  usage: 'plan seal',
  about: {
    vi: 'Niêm phong kế hoạch theo dõi: cơ quan, danh bạ, khoảng thời gian, phương pháp, kèm mã băm',
    en: 'seal a monitoring plan: outlets, register, period and method under one hash',
  },
  options: [
    { flags: '--title <text>', about: { vi: 'tên kế hoạch', en: 'what the plan is called' } },
    { flags: '--from <day>', about: { vi: 'ngày đầu, YYYY-MM-DD', en: 'first day, YYYY-MM-DD' } },
    { flags: '--to <day>', about: { vi: 'ngày cuối, YYYY-MM-DD', en: 'last day, YYYY-MM-DD' } },
  ],
  example: 'column-inches plan seal --title "Quý I" --from 2027-01-01 --to 2027-03-31',
  run: async (context, input) => {
    const title = needed(input, 'title');
    needed(input, 'from');
    needed(input, 'to');
    const { sealPlan } = await import('../publish/index.ts');
    const station = await context.openStation();
    try {
      const { period } = await readQuery(input, station.numbers.extent());
      const now = context.clock.now();
      const plan = await sealPlan(station.database.db, { title, period, now });
      if (context.json) await context.print(JSON.stringify(plan));
      else await context.print(plan.hash);
      const { outlets, register } = plan.content;
      if (outlets.length === 0 || register.persons === 0) {
        context.tell({
          vi: `Kế hoạch có ${outlets.length} cơ quan và ${register.persons} người: hãy thêm cơ quan, nhập danh bạ, rồi niêm phong lại trước ngày đầu.`,
          en: `The plan holds ${numberOf(outlets.length, 'outlet')} and ${numberOf(register.persons, 'person', 'people')}: add outlets, import a register, then seal again before the first day.`,
        });
      }
      context.tell({
        vi: `Đã niêm phong: ${context.config.publicUrl ?? ''}/plans/${plan.hash}`,
        en: `Sealed: ${context.config.publicUrl ?? ''}/plans/${plan.hash}`,
      });
      return 0;
    } finally {
      await station.close();
    }
  },
};

/** Notes that something was done otherwise than planned; the plan itself never changes. */
export const planNoteCommand: Command = {
  usage: 'plan note <hash>',
  about: {
    vi: 'Ghi một thay đổi so với kế hoạch đã niêm phong, kèm ngày',
    en: 'note a deviation from a sealed plan, with its date',
  },
  options: [
    { flags: '--what <text>', about: { vi: 'đã làm khác điều gì, vì sao', en: 'what, and why' } },
  ],
  example: 'column-inches plan note 3f2a… --what "Thêm một cơ quan từ 2027-02-01"',
  run: async (context, input) => {
    const [hash = ''] = input.arguments;
    const what = needed(input, 'what');
    const { noteDeviation } = await import('../publish/index.ts');
    const station = await context.openStation();
    try {
      await noteDeviation(station.database.db, { hash, what, at: context.clock.now() });
      context.tell({ vi: 'Đã ghi.', en: 'Noted.' });
      return 0;
    } finally {
      await station.close();
    }
  },
};

/** Sealed plans with their hashes. */
export const planListCommand: Command = {
  usage: 'plan list',
  about: { vi: 'Các kế hoạch đã niêm phong', en: 'list sealed plans' },
  options: [],
  example: 'column-inches plan list',
  run: async (context) => {
    const { createPlans } = await import('../publish/index.ts');
    const station = await context.openStation();
    try {
      const plans = await createPlans(station.database.db).plans();
      if (context.json) await context.print(JSON.stringify({ plans }));
      else
        for (const { hash, sealedAt, content } of plans) {
          const sealedOn = dayIn(operatorTimeZone, new Date(sealedAt));
          const { from, to } = content.period;
          await context.print(`${hash}  ${sealedOn}  ${from}–${to}  ${content.title}`);
        }
      if (plans.length === 0)
        context.tell({ vi: 'Chưa có kế hoạch nào.', en: 'No plan is sealed yet.' });
      return 0;
    } finally {
      await station.close();
    }
  },
};

function needed(input: CommandInput, name: string): string {
  const value = textOption(input, name)?.trim() ?? '';
  if (value !== '') return value;
  throw new ColumnInchesError({
    code: 'input/option-needed',
    verdict: 'stop-run',
    message: `--${name} is needed here; see --help.`,
    messageVietnamese: `Ở đây cần --${name}; xem --help.`,
  });
}
