import { ColumnInchesError, type MailOutcome, type OperatorMail } from '../domain/index.ts';
import type { CommandContext } from './command.ts';
import { originOf } from './digest-parts.ts';
import { personalMailOf } from './personal-mail.ts';

/** The way to tell the operator of alarms; null where no address or no mail server is set. */
export async function operatorMailOf(context: CommandContext): Promise<OperatorMail | null> {
  const { config, language } = context;
  const to = config.operatorMail;
  const send = personalMailOf(context);
  if (to === null || send === null) return null;
  return {
    language,
    address: originOf(context),
    send: async (letter) => refuseUnsent(await send({ ...letter, to, language, name: 'alarms' })),
  };
}

/** A letter whose answer was lost may have arrived: alarms are not worth a second copy. */
function refuseUnsent(outcome: MailOutcome): void {
  if (outcome.state === 'sent' || outcome.state === 'unknown') return;
  throw new ColumnInchesError({
    code: 'operations/letter-not-sent',
    verdict: 'retry',
    message: `The mail server did not take the letter (${outcome.answer}). It is tried again in an hour.`,
    messageVietnamese: `Máy chủ thư không nhận thư (${outcome.answer}). Một giờ sau sẽ thử lại.`,
  });
}
