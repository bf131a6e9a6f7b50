import type { LetterDesk } from '../domain/index.ts';
import { digestBouncesCommand, digestSendCommand } from './digest.ts';
import { digestOf } from './digest-parts.ts';
import type { DeskParts } from './operator-run.ts';

/** What administrators do with the weekly letter. */
export function letterDesk({ context, station, run, note }: DeskParts): LetterDesk {
  const { smtpUrl, mailFrom } = context.config;
  return {
    sendsMail: smtpUrl !== null && mailFrom !== null,
    addSubscriber: async (by, asked) => {
      await (await digestOf(context, station)).subscribe(asked);
      // The trail never holds the address.
      await note(by, 'subscription asked', asked.language);
    },
    previewLetter: async (language, week) => {
      const desk = await digestOf(context, station);
      const { letters, isKept } = await desk.preview(week ?? (await desk.weekMeant()));
      const letter = letters.find((one) => one.language === language);
      return { subject: letter?.subject ?? '', text: letter?.text ?? '', isKept };
    },
    sendLetter: async (by, week) => {
      const options = week === null ? {} : { week };
      const printed = await run(digestSendCommand, { options });
      const { week: sent, ...summary } = JSON.parse(printed) as Awaited<
        ReturnType<LetterDesk['sendLetter']>
      > & { readonly week: string };
      await note(by, 'letter sent', `${sent}: ${summary.sent}`);
      return summary;
    },
    readBounce: async (by, notice) => {
      const bytes = new TextEncoder().encode(notice);
      const printed = await run(digestBouncesCommand, { stdin: bytes });
      if (printed === '') return null;
      const { state } = JSON.parse(printed) as { readonly state: string | null };
      await note(by, 'bounce read', '');
      return state === null || state === 'active' ? 'noted' : 'ended';
    },
  };
}
