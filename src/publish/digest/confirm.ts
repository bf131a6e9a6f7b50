import { randomUUID } from 'node:crypto';
import { createElement } from 'react';
import type { Subscriber } from '../../domain/index.ts';
import type { OutgoingMail } from '../../domain/index.ts';

const words = {
  vi: {
    subject: 'Xác nhận đăng ký thư tuần Column Inches',
    text: 'Có người, có lẽ là bạn, vừa đăng ký nhận thư tuần Column Inches tại địa chỉ này. Mở đường dẫn dưới đây để xác nhận. Đường dẫn có hiệu lực trong 7 ngày.',
    button: 'Xác nhận nhận thư',
    otherwise: 'Nếu không phải bạn, hãy bỏ qua thư này: bạn sẽ không nhận thêm thư nào.',
    known: 'Bạn đã đăng ký nhận thư tuần Column Inches',
    knownText:
      'Có người, có lẽ là bạn, vừa đăng ký lại địa chỉ này. Bạn vẫn đang nhận thư; không cần làm gì thêm.',
    leave: 'Thôi nhận thư',
  },
  en: {
    subject: 'Confirm that you want the Column Inches weekly letter',
    text: 'Someone, probably you, asked for the Column Inches weekly letter at this address. Open the link below to confirm. It holds for 7 days.',
    button: 'Confirm',
    otherwise: 'If it was not you, ignore this letter: you will get no other.',
    known: 'You already get the Column Inches weekly letter',
    knownText:
      'Someone, probably you, asked for it again at this address. You still get it; there is nothing to do.',
    leave: 'Unsubscribe',
  },
} as const;

/** The letter that asks to confirm, or that tells a reader nothing is needed. */
export async function confirmationMail(
  subscriber: Subscriber,
  given: {
    readonly confirmAt: string;
    readonly leaveAt: string;
    readonly domain: string;
    readonly now: Date;
  },
): Promise<OutgoingMail> {
  const { address, language, state } = subscriber;
  const own = words[language];
  const isActive = state === 'active';
  const lines = isActive ? [own.knownText] : [own.text, own.otherwise];
  const link = isActive
    ? { label: own.leave, href: given.leaveAt }
    : { label: own.button, href: given.confirmAt };
  const subject = isActive ? own.known : own.subject;
  const [{ render }, { Note }] = await Promise.all([
    import('@react-email/render'),
    import('./note.tsx'),
  ]);
  return {
    to: address,
    subject,
    language,
    date: given.now,
    messageId: `<${randomUUID()}@${given.domain}>`,
    html: await render(createElement(Note, { language, subject, lines, link })),
    text: `${[lines[0], link.href, ...lines.slice(1)].join('\n\n')}\n`,
    headers: { 'Auto-Submitted': 'auto-generated' },
  };
}
