import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseXmltv, XmltvReader } from '../../../crawlers/formats/xmltv.ts';
import type { ListedProgramme } from '../../../src/domain/index.ts';

const zone = 'Asia/Ho_Chi_Minh';
const file = (body: string) => `<?xml version="1.0"?>\n<tv>\n${body}\n</tv>\n`;
const programme = (start: string, inner = '<title>Tin</title>') =>
  `<programme start="${start}" channel="k1">${inner}</programme>`;
const startOf = (start: string, timeZone?: string) =>
  parseXmltv(file(programme(start)), timeZone ? { timeZone } : {}).programmes[0]?.startAt;

describe('XMLTV times', () => {
  it.each([
    ['20260302183000 +0700', '2026-03-02T18:30:00+07:00'],
    ['20260302113000 +0000', '2026-03-02T11:30:00+00:00'],
    ['202603021830 +07:00', '2026-03-02T18:30:00+07:00'],
    ['2026030218 ICT', '2026-03-02T18:00:00+07:00'],
    ['20260302113000Z', '2026-03-02T11:30:00+00:00'],
    ['2026-03-02T18:30:00+07:00', '2026-03-02T18:30:00+07:00'],
    ['20260302183015 Asia/Ho_Chi_Minh', '2026-03-02T18:30:15+07:00'],
    ['20260302240000 +0700', '2026-03-03T00:00:00+07:00'],
    ['20260302183000 -0330', '2026-03-02T18:30:00-03:30'],
  ])('reads %s', (stated, iso) => {
    expect(startOf(stated, zone)).toBe(iso);
  });

  it("takes a stamp without a zone in the outlet's, else in UTC, and says so once", () => {
    const text = file(programme('20260302183000') + programme('20260302190000'));
    const { programmes, faults } = parseXmltv(text, { timeZone: zone });
    expect(programmes.map(({ startAt }) => startAt)).toEqual([
      '2026-03-02T18:30:00+07:00',
      '2026-03-02T19:00:00+07:00',
    ]);
    expect(faults.map(({ code }) => code)).toEqual(['zone-assumed']);
    expect(startOf('20260302183000')).toBe('2026-03-02T18:30:00+00:00');
  });

  it.each(['20260230183000 +0700', '20260302 +0700', '2026', 'ngày mai', '20260302183000 +9900'])(
    'names the line of %s and keeps the rest',
    (stated) => {
      const text = file(`${programme(stated)}\n${programme('20260302190000 +0700')}`);
      const { programmes, faults } = parseXmltv(text);
      expect(programmes).toHaveLength(1);
      expect(faults).toEqual([expect.objectContaining({ code: 'bad-time', line: 3 })]);
      expect(faults[0]?.messageVietnamese).toContain(stated);
    },
  );

  it('takes what runs before four in the morning to the broadcasting day before', () => {
    const days = ['20260303000500 +0700', '20260303035959 +0700', '20260303040000 +0700'].map(
      (start) => parseXmltv(file(programme(start)), { timeZone: zone }).programmes[0]?.day,
    );
    expect(days).toEqual(['2026-03-02', '2026-03-02', '2026-03-03']);
  });
});

describe('XMLTV texts', () => {
  it('decodes references and CDATA once, composes, and picks the title in Vietnamese', () => {
    const inner =
      '<title lang="en">News</title>' +
      `<title lang="vi">${'Thời sự'.normalize('NFD')} &amp; <![CDATA[ <Bình luận> ]]>&eacute;&#7897;</title>` +
      '<desc>a&amp;amp;b</desc><category>Tin</category><previously-shown/>';
    const [read] = parseXmltv(file(programme('20260302183000 +0700', inner))).programmes;
    expect(read).toMatchObject({
      title: 'Thời sự & <Bình luận> éộ',
      description: 'a&amp;b',
      categories: ['Tin'],
      saidRepeat: true,
    });
  });

  it("keeps a blank title, a missing end and the file's own entities", () => {
    const text = `<!DOCTYPE tv [<!ENTITY dai "Đài Cửa Vọng">]>${file(
      programme('20260302183000 +0700', '<title/>') +
        programme('20260302190000 +0700', '<title>Tiếp chuyển &dai;</title>'),
    )}`;
    const { programmes } = parseXmltv(text);
    expect(programmes.map(({ title, endAt }) => [title, endAt])).toEqual([
      ['', null],
      ['Tiếp chuyển Đài Cửa Vọng', null],
    ]);
  });

  it('calls an end before the start unknown', () => {
    const text = file('<programme start="20260302183000 +0700" stop="20260302180000 +0700"/>');
    const { programmes, faults } = parseXmltv(text);
    expect(programmes[0]?.endAt).toBeNull();
    expect(faults[0]?.code).toBe('bad-end');
  });

  it('keeps what stands before a cut, and what stands around broken markup', () => {
    const whole = file(programme('20260302183000 +0700') + programme('20260302190000 +0700'));
    const cut = whole.slice(0, whole.lastIndexOf('<title>') + 4);
    expect(parseXmltv(cut).programmes).toHaveLength(1);
    expect(parseXmltv(cut).faults).toEqual([expect.objectContaining({ code: 'cut-off', line: 3 })]);
    const broken = whole.replace('<title>', '<icon src="x <title>');
    expect(parseXmltv(broken).programmes.map(({ title }) => title)).toEqual(['Tin', 'Tin']);
    expect(parseXmltv('không phải XML').faults[0]?.code).toBe('unknown-format');
  });
});

describe('XMLTV in pieces', () => {
  it('reads the same whatever the pieces', () => {
    const text = file(
      `<channel id="k1"><display-name>Kênh &lt;1&gt;</display-name></channel><!-- <programme> -->` +
        programme('20260302183000 +0700', '<title>a <![CDATA[<b>]]> &amp; c</title>') +
        programme('20260302190000 +0700'),
    );
    const whole = parseXmltv(text);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 }), (sizes) => {
        const got: ListedProgramme[] = [];
        const reader = new XmltvReader({ onProgramme: (one) => void got.push(one) });
        for (let at = 0, turn = 0; at < text.length; turn += 1) {
          const size = sizes[turn % sizes.length] ?? 1;
          reader.write(text.slice(at, at + size));
          at += size;
        }
        expect(reader.end()).toEqual(whole.faults);
        expect(got).toEqual(whole.programmes);
      }),
      { numRuns: 60 },
    );
  });

  it('never throws, whatever it is given', () => {
    const bits = [
      '<tv>',
      '<programme start="',
      '2026',
      '" ',
      '<',
      '>',
      '&',
      ']]>',
      '<![CDATA[',
      '\n',
    ];
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...bits), fc.string())), (parts) => {
        parseXmltv(parts.join(''), { timeZone: zone });
      }),
      { numRuns: 300 },
    );
  });

  it('does not hold what it has read', { timeout: 60_000 }, () => {
    let count = 0;
    const reader = new XmltvReader({ onProgramme: () => void (count += 1) });
    const day = Array.from({ length: 1000 }, (_, index) =>
      programme(`202603021${String(index % 10)}3000 +0700`, `<title>${'Tin '.repeat(20)}</title>`),
    ).join('\n');
    const times = Math.ceil(20_000_000 / day.length);
    globalThis.gc?.();
    const before = process.memoryUsage().heapUsed;
    reader.write('<tv>');
    let highest = 0;
    for (let turn = 0; turn < times; turn += 1) {
      reader.write(day);
      highest = Math.max(highest, process.memoryUsage().heapUsed - before);
    }
    reader.end();
    expect(count).toBe(times * 1000);
    // A fifth of the promise's size; a reader that keeps its input would hold it all.
    expect(highest).toBeLessThan(200_000_000);
  });
});
