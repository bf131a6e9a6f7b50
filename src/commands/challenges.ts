import { demoIsShown, listChallenges, listTakedowns } from '../../db/index.ts';
import {
  type Challenge,
  type ChallengeClaim,
  ColumnInchesError,
  type Correction,
  numberOf,
  type Takedown,
} from '../domain/index.ts';
import {
  type Bilingual,
  type Command,
  type CommandContext,
  type CommandInput,
  type CommandOption,
  type ExitCode,
  type Station,
  textOption,
} from './command.ts';

const byOption: CommandOption = {
  flags: '--by <name>',
  about: { vi: 'ai quyết định', en: 'who decides' },
};
const whyOption: CommandOption = {
  flags: '--why <text>',
  about: { vi: 'lý do, hiện công khai', en: 'the reason, shown in public' },
};

const claimNames: Readonly<Record<ChallengeClaim, Bilingual>> = {
  'another-person': { vi: 'là người khác', en: 'another person is meant' },
  'not-mentioned': { vi: 'không được nhắc', en: 'not mentioned' },
  missed: { vi: 'có nhắc mà không được tính', en: 'mentioned and not counted' },
  other: { vi: 'điều khác', en: 'something else' },
};

const everyOutlet: Bilingual = { vi: 'mọi cơ quan báo chí', en: 'all outlets' };

async function withStation(
  context: CommandContext,
  action: (station: Station) => Promise<void>,
): Promise<ExitCode> {
  const station = await context.openStation();
  try {
    await action(station);
    return 0;
  } finally {
    await station.close();
  }
}

/** Challenges that wait, with what readers wrote. */
export const challengesListCommand: Command = {
  usage: 'challenges list',
  about: {
    vi: 'Các phản ánh của bạn đọc đang chờ quyết định',
    en: "readers' challenges that wait for a decision",
  },
  options: [
    { flags: '--all', about: { vi: 'cả những cái đã quyết định', en: 'decided ones too' } },
  ],
  example: 'column-inches challenges list',
  run: (context, input) =>
    withStation(context, async ({ database: { db } }) => {
      const demo = await demoIsShown(db);
      const all = input.options['all'] === true;
      const challenges = await listChallenges(db, { demo, ...(all ? {} : { state: 'open' }) });
      if (context.json) await context.print(JSON.stringify({ challenges }));
      else for (const one of challenges) await context.print(challengeText(one, context.language));
      if (challenges.length === 0)
        context.tell({ vi: 'Không có phản ánh nào đang chờ.', en: 'No challenge waits.' });
    }),
};

function challengeText(challenge: Challenge, language: 'vi' | 'en'): string {
  const { id, raisedAt, claim, personName, itemTitle, address, reason, state, itemId } = challenge;
  const { query, outletNames } = challenge;
  const whose = outletNames?.join(', ') ?? everyOutlet[language];
  return [
    `${id}  ${raisedAt.slice(0, 16)}  ${state}  ${claimNames[claim][language]}`,
    `  ${[personName, itemTitle].filter(Boolean).join(' · ')}`,
    `  ${itemId === null ? address : `/items/${itemId}`}`,
    `  ${query.period.from}–${query.period.to} · ${whose}`,
    `  “${reason.replaceAll(/\s+/g, ' ')}”`,
  ].join('\n');
}

/** Accepts a challenge; where a person was wrongly counted, the figure is restated in public. */
export const challengesAcceptCommand: Command = {
  usage: 'challenges accept <id>',
  about: {
    vi: 'Chấp nhận một phản ánh; số liệu được đính chính công khai, số của máy giữ nguyên',
    en: 'accept a challenge: the figure is restated in public, machine values stay as they are',
  },
  options: [
    byOption,
    whyOption,
    {
      flags: '--to <person>',
      about: { vi: 'mã người thật ra được nhắc', en: 'id of the person who is really meant' },
    },
  ],
  example: 'column-inches challenges accept 0123456789abcdef --by "Lan" --why "Người trùng tên"',
  run: (context, input) =>
    withStation(context, async ({ database: { db } }) => {
      const { acceptChallenge } = await import('../publish/index.ts');
      const to = textOption(input, 'to');
      const verdict = { ...readVerdict(input), ...(to === undefined ? {} : { toPersonId: to }) };
      const correction = await acceptChallenge(db, verdict, await parts(context));
      if (context.json) await context.print(JSON.stringify({ correction }));
      else await context.print(correctionText(correction)[context.language]);
    }),
};

function correctionText(correction: Correction | null): Bilingual {
  if (correction === null)
    return {
      vi: 'Đã chấp nhận; không số liệu nào đổi. Nếu danh bạ thiếu người, hãy sửa rồi: column-inches recompute',
      en: 'Accepted; no figure changes. If the register lacks someone, mend it, then: column-inches recompute',
    };
  const { personName, before, after, why } = correction;
  return {
    vi: `${personName}: ${before} → ${after} tin. ${why}`,
    en: `${personName}: ${before} → ${numberOf(after, 'item')}. ${why}`,
  };
}

/** Rejects a challenge with a public answer. */
export const challengesRejectCommand: Command = {
  usage: 'challenges reject <id>',
  about: {
    vi: 'Bác một phản ánh, kèm câu trả lời',
    en: 'reject a challenge with an answer',
  },
  options: [byOption, whyOption],
  example: 'column-inches challenges reject 0123456789abcdef --by "Lan" --why "Đúng người này"',
  run: (context, input) =>
    withStation(context, async ({ database: { db } }) => {
      const { rejectChallenge } = await import('../publish/index.ts');
      await rejectChallenge(db, readVerdict(input), await parts(context));
      context.tell({ vi: 'Đã bác và ghi câu trả lời.', en: 'Rejected, with the answer.' });
    }),
};

/** Requests to hide a text, and those that are hidden. */
export const takedownsListCommand: Command = {
  usage: 'takedowns list',
  about: {
    vi: 'Các yêu cầu gỡ văn bản và những văn bản đã gỡ',
    en: 'requests to take a text down, and texts taken down',
  },
  options: [],
  example: 'column-inches takedowns list',
  run: (context) =>
    withStation(context, async ({ database: { db } }) => {
      const takedowns = await listTakedowns(db, { demo: await demoIsShown(db) });
      if (context.json) await context.print(JSON.stringify({ takedowns }));
      else for (const one of takedowns) await context.print(takedownText(one));
      if (takedowns.length === 0)
        context.tell({ vi: 'Không có yêu cầu nào.', en: 'There is no request.' });
    }),
};

function takedownText({ id, askedAt, state, url, reason, itemId }: Takedown): string {
  return [
    `${id}  ${askedAt.slice(0, 16)}  ${state}  /items/${itemId}`,
    `  ${url}`,
    `  “${reason.replaceAll(/\s+/g, ' ')}”`,
  ].join('\n');
}

function takedownDecision(accept: boolean, about: Bilingual): Command {
  const word = accept ? 'accept' : 'reject';
  return {
    usage: `takedowns ${word} <id>`,
    about,
    options: [byOption, whyOption],
    example: `column-inches takedowns ${word} 0123456789abcdef --by "Lan" --why "…"`,
    run: (context, input) =>
      withStation(context, async ({ database: { db } }) => {
        const { decideTakedownRequest } = await import('../publish/index.ts');
        await decideTakedownRequest(db, { ...readVerdict(input), accept }, await parts(context));
        context.tell(
          accept
            ? { vi: 'Văn bản đã ẩn; số liệu giữ nguyên.', en: 'The text is hidden; figures stay.' }
            : { vi: 'Đã từ chối gỡ.', en: 'The text stays.' },
        );
      }),
  };
}

/** Hides a text at once; its figures stay, and the hiding is listed. */
export const takedownsAcceptCommand = takedownDecision(true, {
  vi: 'Gỡ văn bản theo yêu cầu: ẩn khỏi mọi trang, có ghi danh sách, số liệu giữ nguyên',
  en: 'take a text down: hidden from every page and listed; its figures stay',
});

/** Leaves a text as it is. */
export const takedownsRejectCommand = takedownDecision(false, {
  vi: 'Từ chối gỡ một văn bản',
  en: 'refuse to take a text down',
});

function readVerdict(input: CommandInput) {
  const [id = ''] = input.arguments;
  const by = textOption(input, 'by')?.trim() ?? '';
  const answer = textOption(input, 'why')?.trim() ?? '';
  if (by !== '' && answer !== '') return { id, by, answer };
  throw new ColumnInchesError({
    code: 'input/decision-unsigned',
    verdict: 'stop-run',
    message: 'A decision needs a name and a reason: --by "NAME" --why "REASON".',
    messageVietnamese: 'Quyết định phải có tên và lý do: --by "TÊN" --why "LÝ DO".',
  });
}

async function parts(context: CommandContext) {
  const { challengeOptions } = await import('../publish/index.ts');
  const { sentencesOf } = await import('../../analyzers/index.ts');
  return challengeOptions({ sentencesOf, now: () => context.clock.now() });
}
