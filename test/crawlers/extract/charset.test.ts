import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { decodeText } from '../../../crawlers/extract/charset.ts';

const SENTENCE =
  'Sáng nay, Chủ tịch tỉnh tiếp xúc cử tri huyện đảo, giải quyết kiến nghị về nước sạch và đất ở.';
const page = (head: string, body = SENTENCE) =>
  `<!doctype html><html><head>${head}</head><body><p>${body}</p></body></html>`;

/** windows-1258 writes tones as marks of their own, as Windows did. */
function windows1258(text: string): Buffer {
  const marked = Array.from(text, (letter) => {
    const parts = letter.normalize('NFD');
    const tone = /[\u0300\u0301\u0303\u0309\u0323]/.exec(parts)?.[0] ?? '';
    return parts.replace(tone, '').normalize('NFC') + tone;
  }).join('');
  return iconv.encode(marked, 'windows-1258');
}

describe('what is declared', () => {
  test.each([
    ['tcvn', 'tcvn'],
    ['x-viet-tcvn5712', 'tcvn'],
    ['TCVN-5712', 'tcvn'],
    ['viscii', 'viscii'],
  ])('reads the Vietnamese table %s', (label, table) => {
    const bytes = iconv.encode(page(''), table);
    const headers = { 'Content-Type': `text/html; charset=${label}` };
    expect(decodeText(bytes, headers)).toEqual({ text: page(''), encoding: table });
  });

  test('reads windows-1258 with its loose marks as NFC', () => {
    const html = page('<meta charset="windows-1258">');
    expect(decodeText(windows1258(html))).toEqual({ text: html, encoding: 'windows-1258' });
  });

  test('finds a declaration in an XML prologue that browsers do not know', () => {
    const xml = `<?xml version="1.0" encoding="tcvn"?><rss><title>${SENTENCE}</title></rss>`;
    expect(decodeText(iconv.encode(xml, 'tcvn')).text).toBe(xml);
  });

  test('finds a late <meta>', () => {
    const html = page(`<!--${'x'.repeat(5000)}--><meta charset="windows-1258">`);
    expect(decodeText(windows1258(html)).text).toBe(html);
  });

  test.each(['utf-16le', 'utf-16be', 'utf-32le', 'utf-32be'])(
    'reads %s without any mark',
    (name) => {
      expect(decodeText(iconv.encode(page(''), name))).toEqual({ text: page(''), encoding: name });
    },
  );

  test.each(['utf-16le', 'utf-16be', 'utf-32le', 'utf-32be', 'utf-8'])(
    'drops the mark of %s',
    (name) => {
      const bytes = iconv.encode(page(''), name, { addBOM: true });
      expect(decodeText(bytes, { 'content-type': 'text/html; charset=iso-8859-1' }).text).toBe(
        page(''),
      );
    },
  );

  test.each([
    ['shift_jis', '東京で記者会見が行われた。'],
    ['euc-kr', '서울에서 기자회견이 열렸다.'],
    ['big5', '今日在臺北召開會議。'],
    ['gb18030', '今天在北京召开会议。'],
    ['windows-1251', 'Сегодня в Москве прошло заседание.'],
    ['iso-8859-7', 'Σήμερα στην Αθήνα έγινε συνεδρίαση.'],
  ])('keeps %s', (label, text) => {
    const bytes = iconv.encode(text, label);
    expect(decodeText(bytes, { 'content-type': `text/html; charset=${label}` }).text).toBe(text);
  });
});

describe('what is declared wrongly', () => {
  test.each(['iso-8859-1', 'windows-1258', 'us-ascii', 'x-nonsense-7', 'utf-16'])(
    'reads UTF-8 labelled %s',
    (label) => {
      const bytes = Buffer.from(page(''), 'utf8');
      const { text, encoding } = decodeText(bytes, {
        'content-type': `text/html; charset=${label}`,
      });
      expect([text, encoding]).toEqual([page(''), 'utf-8']);
    },
  );

  test.each([
    ['windows-1258', windows1258(page(''))],
    ['tcvn', iconv.encode(page(''), 'tcvn')],
    ['viscii', iconv.encode(page(''), 'viscii')],
  ])('finds %s behind the labels utf-8 and iso-8859-1', (table, bytes) => {
    for (const label of ['utf-8', 'iso-8859-1']) {
      const headers = { 'content-type': `text/html; charset=${label}` };
      expect(decodeText(bytes, headers)).toEqual({ text: page(''), encoding: table });
    }
  });

  test.each([
    ['tcvn', 'viscii'],
    ['viscii', 'tcvn'],
  ])('finds %s behind the label %s', (table, label) => {
    const bytes = iconv.encode(page(''), table);
    const headers = { 'content-type': `text/html; charset=${label}` };
    expect(decodeText(bytes, headers)).toEqual({ text: page(''), encoding: table });
  });

  test.each([
    'Le préfet a été reçu à l’hôtel de ville près de la forêt.',
    'Für die Bürger in Köln gilt größte Vorsicht.',
  ])('leaves true Latin-1 alone: %s', (text) => {
    const bytes = iconv.encode(text, 'windows-1252');
    expect(decodeText(bytes, { 'content-type': 'text/html; charset=iso-8859-1' }).text).toBe(text);
  });

  test('keeps a UTF-8 page with one foreign byte', () => {
    const bytes = Buffer.concat([Buffer.from(page('')), Buffer.from([0xf1])]);
    expect(decodeText(bytes, {}).text).toBe(`${page('')}\ufffd`);
  });
});

describe('what was encoded twice', () => {
  const twice = (text: string) => new TextDecoder('windows-1252').decode(Buffer.from(text, 'utf8'));

  test('is repaired throughout, also three times over', () => {
    expect(decodeText(Buffer.from(twice(SENTENCE))).text).toBe(SENTENCE);
    expect(decodeText(Buffer.from(twice(twice(SENTENCE)))).text).toBe(SENTENCE);
  });

  test('is repaired where Vietnamese Windows was in between', () => {
    const broken = new TextDecoder('windows-1258').decode(Buffer.from(SENTENCE, 'utf8'));
    expect(decodeText(Buffer.from(page('', broken))).text).toBe(page(''));
  });

  test('is repaired in a page that is sound elsewhere', () => {
    const text = decodeText(Buffer.from(page(`<title>${SENTENCE}</title>`, twice(SENTENCE)))).text;
    expect(text).toBe(page(`<title>${SENTENCE}</title>`));
  });

  test.each(['A MANHÃ” foi longa; não há mais café.', 'Giá “2 tỷ” – ông nói.', 'Âm thanh ×2 ±5°'])(
    'is not seen where it is not: %s',
    (text) => {
      expect(decodeText(Buffer.from(text)).text).toBe(text.normalize('NFC'));
    },
  );
});

describe('for any bytes', () => {
  test('gives NFC without a mark and never throws', () => {
    const headers = fc.constantFrom<Record<string, string>>(
      {},
      { 'content-type': 'text/html; charset=utf-8' },
      { 'content-type': 'text/xml; charset=tcvn' },
      { 'content-type': 'text/html; charset=' },
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), headers, (bytes, given) => {
        const { text } = decodeText(bytes, given);
        expect(text).toBe(text.normalize('NFC'));
      }),
      { numRuns: 500 },
    );
  });

  test('gives back any UTF-8 text of Vietnamese words', () => {
    const words = fc.array(fc.constantFrom(...SENTENCE.split(' '), 'đường', 'Ưu', 'kỳ', 'nghiệp'));
    fc.assert(
      fc.property(words, (list) => {
        const text = list.join(' ');
        expect(decodeText(Buffer.from(text.normalize('NFD'))).text).toBe(text);
      }),
    );
  });
});
