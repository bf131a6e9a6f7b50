import type { CommandContext, Station } from './command.ts';
import { personalMailOf } from './personal-mail.ts';
import { createOperatorDesk } from './operator-desk.ts';

/** What the pages behind the gate need, over an open station. */
export async function openReview(context: CommandContext, station: Station) {
  const { config } = context;
  const { database } = station;
  const { createAccounts, createAdministration, createReviewDesk } = await import(
    '../review/index.ts'
  );
  const { publicUrl } = config;
  // Without an address of its own the pages are reached over plain HTTP: cookies must not ask more.
  const accounts = await createAccounts({
    database,
    publicUrl: publicUrl ?? `http://${config.host}:${config.port}`,
  });
  const desk = await createReviewDesk(database);
  const operator = createOperatorDesk(context, station);
  const administration = createAdministration(database);
  const mail = personalMailOf(context);
  return { accounts, desk, administration, operator, publicUrl, mail };
}

/** Until somebody has an account: a link for the first administrator, new at each start. */
export async function tellFirstAdministrator(
  context: CommandContext,
  review: Awaited<ReturnType<typeof openReview>>,
  address: string,
): Promise<void> {
  const token = await review.accounts.firstAdministratorToken();
  if (token === null) return;
  const link = `${review.publicUrl ?? address}/join/${token}`;
  context.tell({
    vi: `Tài khoản quản trị đầu tiên (dùng một lần, trong bảy ngày): ${link}`,
    en: `The first administrator's account (holds once, for seven days): ${link}`,
  });
}
