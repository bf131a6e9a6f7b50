import { parseWikidataHolders, wikidataQuery, writeRegisterCsv } from '../../analyzers/index.ts';
import { ColumnInchesError, numberOf } from '../domain/index.ts';
import { type Command, type CommandContext, textOption } from './command.ts';
import { keepingLooks } from './looks.ts';

const ENDPOINT = 'https://query.wikidata.org/sparql';
/** Least time between two questions to the service, milliseconds. */
const DELAY_MS = 2000;

/** Asks Wikidata who held posts, and prints a register to be checked before it is imported. */
export const registerQueryCommand: Command = {
  usage: 'register query <posts>',
  about: {
    vi: 'Hỏi Wikidata ai đã giữ các chức vụ (mã Q, cách nhau bằng dấu phẩy), in ra CSV để soát lại',
    en: 'ask Wikidata who held posts (their Q numbers, by comma), and print CSV to be checked',
  },
  options: [
    {
      flags: '--endpoint <address>',
      about: {
        vi: `dịch vụ SPARQL khác, thay cho ${ENDPOINT}`,
        en: `another SPARQL service instead of ${ENDPOINT}`,
      },
    },
    {
      flags: '--private-network',
      about: {
        vi: 'dịch vụ nằm trên máy này hoặc trong mạng riêng',
        en: 'the service is on this machine or in a private network',
      },
    },
  ],
  example: 'column-inches register query Q1234567,Q2345678 > holders.csv',
  run: async (context, input) => {
    const posts = (input.arguments[0] ?? '').split(',').map((id) => id.trim());
    const wrong = posts.find((id) => !/^Q[1-9]\d{0,11}$/.test(id));
    if (wrong !== undefined) throw noItem(wrong);
    const url = new URL(textOption(input, 'endpoint') ?? ENDPOINT);
    url.searchParams.set('query', wikidataQuery(posts));
    url.searchParams.set('format', 'json');
    const isPrivate = input.options['privateNetwork'] === true;
    const register = parseWikidataHolders(await answerOf(context, url.href, isPrivate));
    await context.print(writeRegisterCsv(register).replace(/\r?\n$/, ''));
    const { persons, terms } = register;
    context.tell({
      vi: `${persons.length} người, ${terms.length} nhiệm kỳ, đều chưa kiểm chứng. Soát lại tệp rồi: column-inches register import TỆP`,
      en: `${numberOf(persons.length, 'person')}, ${numberOf(terms.length, 'term')}, all unchecked. Go through the file, then: column-inches register import FILE`,
    });
    return 0;
  },
};

async function answerOf(
  context: CommandContext,
  url: string,
  allowPrivateAddresses: boolean,
): Promise<string> {
  const station = await context.openStation();
  try {
    const request = { url, expects: 'listing', delayMs: DELAY_MS, allowPrivateAddresses } as const;
    const { bytes, error } = await keepingLooks(station, null).fetch(request);
    if (bytes === null) throw error ?? noAnswer(url);
    return new TextDecoder().decode(bytes);
  } finally {
    await station.close();
  }
}

function noItem(word: string): ColumnInchesError {
  return new ColumnInchesError({
    code: 'input/no-wikidata-item',
    verdict: 'stop-run',
    message: `"${word}" is no Wikidata item. Write the post's number, such as Q1234567, by comma.`,
    messageVietnamese: `“${word}” không phải mã Wikidata. Viết mã của chức vụ, ví dụ Q1234567, cách nhau bằng dấu phẩy.`,
  });
}

function noAnswer(url: string): ColumnInchesError {
  return new ColumnInchesError({
    code: 'input/no-answer',
    verdict: 'stop-run',
    message: `${new URL(url).host} gave no answer. Try again later, or give another --endpoint.`,
    messageVietnamese: `${new URL(url).host} không trả lời. Thử lại sau, hoặc cho --endpoint khác.`,
  });
}
