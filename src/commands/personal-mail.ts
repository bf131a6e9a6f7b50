import { randomUUID } from 'node:crypto';
import type { MailOutcome, PersonalMail } from '../domain/index.ts';
import type { CommandContext } from './command.ts';

/** Plain letters to single persons; null where no mail server is set. */
export function personalMailOf(context: CommandContext): PersonalMail | null {
  const { config, log, clock } = context;
  const { smtpUrl, mailFrom } = config;
  if (smtpUrl === null || mailFrom === null) return null;
  const [, domain = 'column-inches.invalid'] = mailFrom.split('@');
  return async ({ name, text, ...letter }): Promise<MailOutcome> => {
    const { createMailDoor } = await import('../publish/index.ts');
    const door = createMailDoor({ url: smtpUrl, from: mailFrom, log });
    const messageId = `<${name}-${randomUUID()}@${domain}>`;
    const html = `<pre>${escaped(text)}</pre>`;
    try {
      return await door.send({ ...letter, text, html, messageId, date: clock.now() });
    } finally {
      await door.close();
    }
  };
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
