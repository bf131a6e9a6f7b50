import { endSubscriber, listSubscribers } from '../../db/index.ts';
import { ColumnInchesError, dayIn, type Subscriber } from '../domain/index.ts';
import { type Command, textOption } from './command.ts';
import { digestOf } from './digest-parts.ts';
import { operatorTimeZone } from './operator-zone.ts';

const states = {
  vi: { pending: 'chờ xác nhận', active: 'đang nhận', ended: 'đã thôi', bounced: 'hộp thư hỏng' },
  en: { pending: 'to be confirmed', active: 'active', ended: 'ended', bounced: 'bounced' },
} as const;

/** Who gets the weekly letter, on the operator's own terminal. */
export const subscribersListCommand: Command = {
  usage: 'subscribers list',
  about: { vi: 'Ai nhận thư tuần', en: 'list who gets the weekly letter' },
  options: [],
  example: 'column-inches subscribers list',
  run: async (context) => {
    const station = await context.openStation();
    try {
      const subscribers = await listSubscribers(station.database.db);
      if (context.json) {
        // The links of a reader's letters are that reader's alone.
        const shown = subscribers.map(({ token: _token, ...subscriber }) => subscriber);
        await context.print(JSON.stringify({ subscribers: shown }));
        return 0;
      }
      const words = states[context.language];
      for (const { address, language, state, askedAt } of subscribers) {
        await context.print(
          [address, language, words[state], dayIn(operatorTimeZone, askedAt)].join('\t'),
        );
      }
      if (subscribers.length === 0) {
        context.tell({ vi: 'Chưa có ai đăng ký.', en: 'Nobody has subscribed yet.' });
      }
      return 0;
    } finally {
      await station.close();
    }
  },
};

/** Asks an address to confirm, as the form on the page does: nobody is signed up by another. */
export const subscribersAddCommand: Command = {
  usage: 'subscribers add <address>',
  about: {
    vi: 'Gửi thư mời xác nhận đến một địa chỉ; chỉ người nhận mới xác nhận được',
    en: 'send an address the letter that asks to confirm; only its owner can',
  },
  options: [
    {
      flags: '--language <code>',
      about: { vi: 'ngôn ngữ của thư: vi hoặc en', en: 'language of the letters: vi or en' },
    },
  ],
  example: 'column-inches subscribers add reader@example.org --language vi',
  run: async (context, input) => {
    const [address = ''] = input.arguments;
    const language = readLanguage(textOption(input, 'language') ?? context.language);
    const station = await context.openStation();
    try {
      const desk = await digestOf(context, station);
      await desk.subscribe({ address, language });
      context.tell({
        vi: 'Thư mời xác nhận đã gửi, trừ khi địa chỉ này vừa được gửi trong vòng một giờ.',
        en: 'The letter that asks to confirm is sent, unless one went there within the hour.',
      });
      return 0;
    } finally {
      await station.close();
    }
  },
};

/** Ends the letters to an address. */
export const subscribersRemoveCommand: Command = {
  usage: 'subscribers remove <address>',
  about: { vi: 'Ngừng gửi thư đến một địa chỉ', en: 'end the letters to an address' },
  options: [],
  example: 'column-inches subscribers remove reader@example.org',
  run: async (context, input) => {
    const [address = ''] = input.arguments;
    const station = await context.openStation();
    try {
      const known = await endSubscriber(station.database.db, { address }, context.clock.now());
      if (!known) throw unknownAddress();
      context.tell({ vi: 'Đã ngừng gửi.', en: 'Ended.' });
      return 0;
    } finally {
      await station.close();
    }
  },
};

function readLanguage(text: string): Subscriber['language'] {
  if (text === 'vi' || text === 'en') return text;
  throw new ColumnInchesError({
    code: 'input/unknown-language',
    verdict: 'stop-run',
    message: `"${text}" is no language of the letters. Write vi or en.`,
    messageVietnamese: `Thư không có ngôn ngữ “${text}”. Ghi vi hoặc en.`,
  });
}

function unknownAddress(): ColumnInchesError {
  return new ColumnInchesError({
    code: 'input/unknown-address',
    verdict: 'stop-run',
    message: 'No letter goes to this address. "column-inches subscribers list" shows who gets it.',
    messageVietnamese:
      'Không gửi thư nào đến địa chỉ này. Chạy "column-inches subscribers list" để xem ai đang nhận.',
  });
}
