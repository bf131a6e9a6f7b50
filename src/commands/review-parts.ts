import type { CommandContext, Station } from './command.ts';

/** What the pages behind the gate need, over an open station. */
export async function openReview({ config }: CommandContext, { database }: Station) {
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
  return { accounts, desk, administration: createAdministration(database), publicUrl };
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
