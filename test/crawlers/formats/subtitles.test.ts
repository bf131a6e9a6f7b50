import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSubtitles } from '../../../crawlers/formats/subtitles.ts';

const read = (text: string) => parseSubtitles(Buffer.from(text));
const cues = (text: string) =>
  read(text).cues.map(({ startMs, endMs, speaker, text: said }) => [startMs, endMs, speaker, said]);

describe('WebVTT', () => {
  it('reads voices, styles, references and short times', () => {
    const text = `\ufeffWEBVTT - minh họa\nLanguage: vi\n\nNOTE không đọc\n--\n\nSTYLE\n::cue{}\n
c1
00:01.000 --> 00:03.500 align:start
<v PTV>Kính chào <i>quý vị</i> &amp; các bạn.</v>

1:00:04.000 --> 1:00:06.000
<v.loud Trần Thị A>Tôi <00:05.000>xin nói rõ.
- Dòng hai`;
    expect(cues(text)).toEqual([
      [1000, 3500, 'PTV', 'Kính chào quý vị & các bạn.'],
      [3_604_000, 3_606_000, 'Trần Thị A', 'Tôi xin nói rõ. - Dòng hai'],
    ]);
    expect(read(text)).toMatchObject({ format: 'webvtt', language: 'vi', faults: [] });
  });

  it('takes out lines that roll over from the cue before', () => {
    const text = `WEBVTT

00:00.000 --> 00:02.000
Sáng nay
00:02.000 --> 00:02.010
Sáng nay
00:02.010 --> 00:04.000
Sáng nay
Chủ tịch tỉnh
00:04.000 --> 00:06.000
Chủ tịch tỉnh
thăm xã A.
00:30.000 --> 00:32.000
thăm xã A.`;
    expect(cues(text)).toEqual([
      [0, 2010, null, 'Sáng nay'],
      [2010, 4000, null, 'Chủ tịch tỉnh'],
      [4000, 6000, null, 'thăm xã A.'],
      [30_000, 32_000, null, 'thăm xã A.'],
    ]);
  });

  it('names the line of bad times, keeps the words of a cue without an end, and sorts', () => {
    const text = `WEBVTT

00:10.000 --> 00:09.000
Ngược giờ

00:75.000 --> 00:80.000
Sai giờ

00:05.000 --> 00:07.000
Sớm hơn

00:20.000 --> 00:21.000
`;
    const { faults } = read(text);
    expect(cues(text)).toEqual([
      [5000, 7000, null, 'Sớm hơn'],
      [10_000, 10_000, null, 'Ngược giờ'],
    ]);
    expect(faults.map(({ code, line }) => [code, line])).toEqual([
      ['bad-end', 3],
      ['bad-time', 6],
      ['backwards', 9],
      ['empty-cue', 12],
    ]);
  });
});

describe('a file of very many cues', () => {
  const cue = (at: number) => new Date(at * 1000).toISOString().slice(11, 19);
  const file = (count: number) =>
    Array.from({ length: count }, (_, at) => `${cue(at)}.000 --> ${cue(at)}.900\nCâu ${at}.\n`);

  it('is read up to a limit, and the line from which it was not is named', () => {
    const { cues, faults } = read(`WEBVTT\n\n${file(50_002).join('\n')}`);
    expect(cues).toHaveLength(50_000);
    expect(faults.map(({ code, line }) => [code, line])).toEqual([['too-many-cues', 150_003]]);
  });

  it('has no fault where it ends at the limit', () => {
    expect(read(`WEBVTT\n\n${file(50_000).join('\n')}`).faults).toEqual([]);
  });
});

describe('SubRip', () => {
  it('reads commas, missing blank lines and labels; a label holds to the end of its sentence', () => {
    const text = `1\r\n00:00:01,000 --> 00:00:03,000\r\nTRẦN VĂN B: Chúng tôi đã\r
2\r\n00:00:03,000 --> 00:00:05,000\r\nlàm xong cầu.\r\n\r
3\r\n00:00:05,200 --> 00:00:07,000\r\nLưu ý: trời sắp mưa.\r\n`;
    expect(cues(text)).toEqual([
      [1000, 3000, 'TRẦN VĂN B', 'Chúng tôi đã'],
      [3000, 5000, 'TRẦN VĂN B', 'làm xong cầu.'],
      [5200, 7000, null, 'Lưu ý: trời sắp mưa.'],
    ]);
    expect(read(text).format).toBe('srt');
  });
});

describe('TTML', () => {
  it('reads clocks, frames, ticks, offsets, lengths, agents and the time of its parents', () => {
    const text = `<?xml version="1.0"?>
<tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttp="http://www.w3.org/ns/ttml#parameter"
 xmlns:ttm="http://www.w3.org/ns/ttml#metadata" xml:lang="vi" ttp:frameRate="25" ttp:tickRate="10">
<head><ttm:agent xml:id="a1" type="person"><ttm:name type="full">Lê Thị C</ttm:name></ttm:agent></head>
<body begin="10s"><div>
<p begin="00:00:01.500" end="00:00:03">Câu <span>một</span><br/>dòng hai</p>
<p begin="00:00:04:05" dur="500ms" ttm:agent="a1">Câu ba.</p>
<p begin="60t" end="70t">Câu bốn.</p>
<p begin="sớm">Câu hỏng</p>
</div></body></tt>`;
    expect(cues(text)).toEqual([
      [11_500, 13_000, null, 'Câu một dòng hai'],
      [14_200, 14_700, 'Lê Thị C', 'Câu ba.'],
      [16_000, 17_000, null, 'Câu bốn.'],
    ]);
    expect(read(text)).toMatchObject({
      format: 'ttml',
      language: 'vi',
      faults: [{ code: 'bad-time', line: 9 }],
    });
  });
});

describe('any bytes', () => {
  it('give cues in order of time and never an end before its start', () => {
    const bits = [
      'WEBVTT\n\n',
      '00:01.000',
      ' --> ',
      '00:00:02,5',
      '\n',
      '<v A>',
      '</p>',
      '<tt>',
      'A: b',
      '<p begin="1s">',
    ];
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...bits), fc.string())), (parts) => {
        const found = read(parts.join('')).cues;
        for (const [index, cue] of found.entries()) {
          expect(cue.endMs).toBeGreaterThanOrEqual(cue.startMs);
          expect(cue.startMs).toBeGreaterThanOrEqual(found[index - 1]?.startMs ?? 0);
        }
      }),
      { numRuns: 300 },
    );
  });
});
