import { randomUUID } from 'node:crypto';
import { ColumnInchesError, type MailOutcome, type OperatorMail } from '../domain/index.ts';
import type { CommandContext } from './command.ts';
import { originOf } from './digest-parts.ts';

/** The way to tell the operator of alarms; null where no address or no mail server is set. */
export async function operatorMailOf(context: CommandContext): Promise<OperatorMail | null> {
  const { config, log, clock, language } = context;
  const { operatorMail: to, smtpUrl, mailFrom } = config;
  if (to === null || smtpUrl === null || mailFrom === null) return null;
  const { createMailDoor } = await import('../publish/index.ts');
  const [, domain = 'column-inches.invalid'] = mailFrom.split('@');
  return {
    language,
    address: originOf(context),
    send: async ({ subject, text }) => {
      const door = createMailDoor({ url: smtpUrl, from: mailFrom, log });
      const messageId = `<alarms-${randomUUID()}@${domain}>`;
      const html = `<pre>${escaped(text)}</pre>`;
      const letter = { to, subject, text, html, language, messageId, date: clock.now() };
      try {
        refuseUnsent(await door.send(letter));
      } finally {
        await door.close();
      }
    },
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

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
