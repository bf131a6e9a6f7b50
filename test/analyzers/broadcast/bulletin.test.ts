import { describe, expect, it } from 'vitest';
import { analyzeBulletin, createAnalyzer, measureBulletin } from '../../../analyzers/index.ts';
import { spokenText, unionMs } from '../../../analyzers/broadcast/spoken.ts';
import { clockSeconds, daypartOf } from '../../../analyzers/broadcast/dayparts.ts';
import { headlineTitles } from '../../../analyzers/broadcast/headlines.ts';
import type { AnalyzableBulletin, Cue, RundownEntry } from '../../../src/domain/index.ts';
import { generatePress } from '../../../src/demo/index.ts';

const { register } = generatePress({ days: 3 });
const [first, second] = register.persons;
const nameA = first?.name ?? '';
const nameB = second?.name ?? '';
const analyze = createAnalyzer(register);
const rules = { abbreviations: new Set<string>(), gluedStart: null };

const cue = (from: number, until: number, text: string, speaker: string | null = null): Cue => ({
  startMs: from * 1000,
  endMs: until * 1000,
  text,
  speaker,
});
const entry = (title: string, startSeconds: number | null, seconds: number | null = null) =>
  ({ kind: 'report', title, startSeconds, seconds, url: null }) satisfies RundownEntry;

const bulletin = (given: Partial<AnalyzableBulletin>): AnalyzableBulletin => ({
  id: 'b',
  outlet: 'o',
  at: '2025-10-08T18:30:00+07:00',
  title: 'Thời sự',
  language: 'vi',
  place: 'song-thanh',
  durationSeconds: 120,
  rundown: [],
  cues: null,
  ...given,
});
const personIn = (given: Partial<AnalyzableBulletin>, part = 0) =>
  analyzeBulletin(bulletin(given), analyze).parts[part]?.persons[0];

describe('seconds about a person', () => {
  it('are the cues of the sentences that mention them, over several cues, and no more', () => {
    const cues = [
      cue(0, 4, 'Sáng nay trời mưa to.'),
      cue(4, 7, `Tại xã A, ông ${nameA}`),
      cue(7, 9.5, 'đã thăm bà con vùng lũ.'),
      cue(9.5, 12, 'Bà con nhận 300 suất quà.'),
    ];
    expect(personIn({ cues })).toMatchObject({
      personId: first?.id,
      aboutMs: 5500,
      speakingMs: null,
      sentences: [{ startMs: 4000, endMs: 9500, text: expect.stringContaining('vùng lũ.') }],
    });
  });

  it('count overlapping cues once', () => {
    expect(
      unionMs([
        { startMs: 0, endMs: 5 },
        { startMs: 3, endMs: 9 },
        { startMs: 4, endMs: 6 },
      ]),
    ).toBe(9);
    const cues = [cue(0, 4, `Ông ${nameA} nói với`), cue(2, 6, 'bà con xã A.')];
    expect(personIn({ cues })?.aboutMs).toBe(6000);
  });

  it('are unknown without subtitles, where a title alone names the person', () => {
    const person = personIn({ rundown: [entry(`Ông ${nameA} thăm xã A`, 0, 60)] });
    expect(person).toMatchObject({ aboutMs: null, speakingMs: null, inTitle: true });
  });

  it('take each cue for itself where the subtitles have no punctuation', () => {
    const words = Array.from({ length: 30 }, (_, at) => cue(at, at + 1, 'trời mưa to ở xã'));
    const text = spokenText([...words, cue(30, 31, `ông ${nameA} thăm`)], rules);
    expect(text.sentences).toHaveLength(31);
  });
});

describe('seconds speaking', () => {
  const said = [
    cue(0, 3, `Chủ tịch tỉnh ${nameA} phát biểu.`, 'PTV'),
    cue(3, 8, 'Chúng ta phải làm nhanh hơn.', nameA),
    cue(8, 10, 'Xong trong tháng này.', nameA),
  ];
  it('are the cues whose voice is the person', () => {
    expect(personIn({ cues: said })).toMatchObject({ aboutMs: 3000, speakingMs: 7000 });
  });

  it('follow a label with a short name to whom the report names in full', () => {
    const given = nameA.split(' ').at(-1) ?? '';
    const labelled = said.map((one) =>
      one.speaker === nameA ? { ...one, speaker: `ÔNG ${given.toUpperCase()}` } : one,
    );
    expect(personIn({ cues: labelled })?.speakingMs).toBe(7000);
  });

  it('are zero, not unknown, where others speak, and belong to nobody the register lacks', () => {
    const cues = [cue(0, 3, `Ông ${nameA} tới dự.`, 'PTV'), cue(3, 5, 'Cảm ơn.', 'Người dân')];
    const { parts } = analyzeBulletin(bulletin({ cues }), analyze);
    expect(parts[0]?.persons).toHaveLength(1);
    expect(parts[0]?.persons[0]).toMatchObject({ aboutMs: 3000, speakingMs: 0 });
  });
});

describe('parts of a bulletin', () => {
  const rundown: RundownEntry[] = [
    { ...entry('Tin chính', 0, 10), kind: 'headlines' },
    entry('Khởi công 3 cầu mới', 10, 30),
    entry(`Ông ${nameB} tiếp dân`, 40, 50),
  ];
  const cues = [
    cue(0, 5, 'Khởi công 3 cầu mới.'),
    cue(12, 20, 'Ba cây cầu được khởi công.'),
    cue(41, 50, `Ông ${nameB} tiếp dân.`),
    cue(100, 104, 'Xin cảm ơn.'),
  ];
  const analysis = analyzeBulletin(bulletin({ rundown, cues }), analyze);

  it('have slots, their own cues, and what is said outside apart', () => {
    expect(analysis.parts.map(({ kind, slot }) => [kind, slot])).toEqual([
      ['headlines', null],
      ['report', 1],
      ['report', 2],
      ['rest', null],
    ]);
    expect(analysis.parts[2]?.persons[0]).toMatchObject({ personId: second?.id, aboutMs: 9000 });
  });

  it('are in the headlines where their title is read there, and unknown without any', () => {
    expect(analysis.parts.map(({ inHeadlines }) => inHeadlines)).toEqual([null, true, false, null]);
    const silent = analyzeBulletin(bulletin({ rundown }), analyze);
    expect(silent.parts.map(({ inHeadlines }) => inHeadlines)).toEqual([null, null, null]);
    const heard = headlineTitles([cue(0, 5, 'Tỉnh còn 10 dự án vướng mặt bằng')], rules);
    expect(heard.includesTitle('Tỉnh còn 21 dự án vướng mặt bằng')).toBe(false);
  });

  it('give every measure, unknown where the source does not say', () => {
    const about = { ...analysis, durationSeconds: 120, timeZone: 'Asia/Ho_Chi_Minh' };
    const values = (startAt: string | null) =>
      measureBulletin({ ...about, startAt })
        .filter(({ part, measure }) => part === 2 && measure !== 'broadcast.in-headlines')
        .map(({ measure, value }) => [measure.slice('broadcast.'.length), value]);
    expect(values('2025-10-08T18:59:30+07:00')).toEqual([
      ['seconds', 50],
      ['share-of-bulletin', 50 / 120],
      ['slot', '2/2'],
      ['daypart', 'evening'],
      ['clock-seconds', '19:00 50'],
      ['about-seconds', 9],
      ['speaking-seconds', null],
    ]);
    expect(Object.fromEntries(values(null))).toMatchObject({
      daypart: null,
      'clock-seconds': null,
    });
  });
});

describe('clock and parts of the day', () => {
  it('divide a stretch at the hour, in the outlet’s zone', () => {
    const start = Date.parse('2025-10-08T18:50:00+07:00');
    expect([...clockSeconds(start, 4500, 'Asia/Ho_Chi_Minh')]).toEqual([
      [18, 600],
      [19, 3600],
      [20, 300],
    ]);
    expect([...clockSeconds(start, 60, 'UTC')]).toEqual([[11, 60]]);
  });

  it('begin and end where the method says', () => {
    const at = (hour: number, minute = 0) => daypartOf(hour * 60 + minute);
    expect([at(4, 59), at(5), at(10, 59), at(11), at(14), at(18), at(22, 59), at(23)]).toEqual([
      'night',
      'morning',
      'morning',
      'noon',
      'afternoon',
      'evening',
      'evening',
      'night',
    ]);
  });
});
