import { formFor } from '../domain/index.ts';
import { type Formats, formatsFor, type Language } from './charts.ts';
import english from './locale/en.json' with { type: 'json' };
import englishReview from './locale/review.en.json' with { type: 'json' };
import vietnameseReview from './locale/review.vi.json' with { type: 'json' };
import vietnamese from './locale/vi.json' with { type: 'json' };

export type MessageKey = keyof typeof vietnamese | keyof typeof vietnameseReview;

/** Numbers are written in the language's format; text goes in as it is. */
type MessageValues = Readonly<Record<string, string | number>>;

export type Translate = (key: MessageKey, values?: MessageValues) => string;

export const languages: readonly Language[] = ['vi', 'en'];

const messages: Readonly<Record<Language, Readonly<Record<MessageKey, string>>>> = {
  vi: { ...vietnamese, ...vietnameseReview },
  en: { ...english, ...englishReview },
};

function isLanguage(value: string): value is Language {
  return languages.some((language) => language === value);
}

/**
 * Fills a message: `{n}` takes the value, `{n:item|items}` the number and the form that fits it,
 * `{n?is|are}` the form alone, where its number stands elsewhere.
 */
function fill(message: string, values: MessageValues, formats: Formats): string {
  return message.replace(/\{(\w+)(?:([:?])([^|}]*)\|([^}]*))?\}/g, (place, ...groups: string[]) => {
    const [name = '', kind, one = '', many = ''] = groups;
    const value = values[name];
    if (value === undefined) return place;
    const written = typeof value === 'number' ? formats.count(value) : value;
    if (kind === undefined) return written;
    const form = formFor(value, one, many);
    return kind === '?' ? form : `${written} ${form}`;
  });
}

export function translator(language: Language): Translate {
  const formats = formatsFor(language);
  const table = messages[language];
  return (key, values = {}) => fill(table[key], values, formats);
}

/** First language of an Accept-Language header that we speak, by its weights; null if none. */
export function acceptedLanguage(header: string | undefined): Language | null {
  const wanted = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';');
      const weight = parameters.map((parameter) => /^\s*q=([\d.]+)$/.exec(parameter)?.[1]);
      return {
        language: tag.trim().slice(0, 2).toLowerCase(),
        weight: Number(weight.find(Boolean) ?? 1),
      };
    })
    .filter(({ weight }) => weight > 0)
    .toSorted((left, right) => right.weight - left.weight);
  for (const { language } of wanted) if (isLanguage(language)) return language;
  return null;
}

/** The address first, then the cookie, then the browser, then the operator's default. */
export function chooseLanguage(options: {
  readonly address: string | undefined;
  readonly cookieHeader: string | undefined;
  readonly acceptHeader: string | undefined;
  readonly fallback: Language;
}): Language {
  if (options.address !== undefined && isLanguage(options.address)) return options.address;
  const cookie = /(?:^|;\s*)lang=(\w\w)(?:;|$)/.exec(options.cookieHeader ?? '')?.[1];
  if (cookie !== undefined && isLanguage(cookie)) return cookie;
  return acceptedLanguage(options.acceptHeader) ?? options.fallback;
}
