import type { DigestDesk, SendSummary } from '../publish/index.ts';
import type { Handled, SlotTask } from './run.ts';

interface DigestParts {
  readonly digests?: DigestDesk;
}

const noLetters: Handled = { state: 'skipped', result: { reason: 'nothing-waits' } };

/** Writes the letter of the week that is over and sends it; without a mail server it is kept. */
export async function digestSlot({ digests }: DigestParts, task: SlotTask): Promise<Handled> {
  if (!digests) return noLetters;
  await digests.forgetFormer();
  const week = await digests.weekMeant();
  if (!digests.sendsMail) {
    await digests.write(week);
    return { state: 'done', result: { reason: 'no-mail' } };
  }
  return { state: 'done', result: resultOf(await digests.send(week, task.signal)) };
}

/** Sends what was put off: a server that was busy, a mailbox that was to be asked again. */
export async function lettersSlot({ digests }: DigestParts, task: SlotTask): Promise<Handled> {
  const summary = (await digests?.sendWaiting(task.signal)) ?? null;
  if (summary === null) return noLetters;
  return { state: 'done', result: resultOf(summary) };
}

function resultOf({ fault, ...counts }: SendSummary) {
  return { ...counts, ...(fault === null ? {} : { fault }) };
}
