import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { generatePress, respond } from '../../../src/demo/index.ts';

const press = generatePress();
const { programmes, bulletins } = press.truth.air;
const end = new Date(press.endMs - 1);
const get = (path: string, at = end) =>
  respond(press, { outletId: 'dai-song-thanh', path, at }).body;
const seconds = (clock: string) => {
  const [minutes = 0, rest = 0] = clock.split(':').map(Number);
  return minutes * 60 + rest;
};

describe('the broadcaster on air', () => {
  it('fills every day without gap or overlap, midnight included', () => {
    const days = [...new Set(programmes.map(({ day }) => day))];
    expect(days).toHaveLength(14);
    for (const day of days) {
      const list = programmes.filter((programme) => programme.day === day);
      for (const [index, programme] of list.entries()) {
        const next = list[index + 1];
        if (next) expect(programme.endAt).toBe(next.startAt);
        expect(programme.startAt < programme.endAt).toBe(true);
      }
      expect(list.at(-1)?.startAt.slice(0, 10)).not.toBe(day);
      expect(list.filter(({ relay }) => relay)).toHaveLength(1);
    }
  });

  it('prints the same listing as table, text and XMLTV', () => {
    const at = new Date(press.startMs + 2.5 * 86_400_000);
    const day = programmes[0]?.day ?? '';
    const second = programmes.find((programme) => programme.day > day)?.day ?? '';
    const list = programmes.filter((programme) => programme.day === second);
    const rows = [
      ...get(`/lich-phat-song/${second}`, at).matchAll(/<td>(\d\d:\d\d)<\/td><td>(.*?)<\/td>/g),
    ];
    expect(rows.map(([, time, title]) => `${time} ${title}`)).toEqual(
      list.map(({ startAt, title }) => `${startAt.slice(11, 16)} ${title}`),
    );
    const text = get(`/lich-phat-song/${second}.txt`, at).trim().split('\n');
    expect(text).toHaveLength(list.length);
    expect(text[0]).toBe('5:03 Ca nhạc buổi sáng');
    const tv = get('/lich-phat-song/xmltv.xml', at);
    expect(XMLValidator.validate(tv)).toBe(true);
    const parsed = new XMLParser({ ignoreAttributes: false }).parse(tv).tv.programme as Record<
      string,
      string
    >[];
    expect(parsed.map((entry) => entry['@_start'])).toContain(
      `${second.replaceAll('-', '')}183000 +0700`,
    );
  });

  it('changes the listing of the day of the vote once the live broadcast is known', () => {
    const { day } = press.truth.handover;
    const before = get(
      `/lich-phat-song/${day}`,
      new Date(Date.parse(`${day}T00:00:00Z`) - 16 * 3_600_000),
    );
    expect(before).toContain('Trang địa phương');
    expect(before).not.toContain('trực tiếp');
    expect(get(`/lich-phat-song/${day}`)).toContain(
      'Truyền hình trực tiếp: Kỳ họp chuyên đề HĐND tỉnh',
    );
  });

  it('shows each rundown as it is known, to the second', () => {
    expect(bulletins.length).toBeGreaterThanOrEqual(40);
    for (const bulletin of bulletins) {
      const html = get(bulletin.path);
      const rows = [
        ...html.matchAll(/<li><time>([\d:]+)<\/time> <a [^>]*>(.*?)<\/a> <em>([\d:]+)<\/em>/g),
      ];
      expect(
        rows.map(([, start, , length]) => [seconds(start ?? ''), seconds(length ?? '')]),
      ).toEqual(bulletin.items.map((item) => [item.startSeconds, item.seconds]));
      const json = JSON.parse(
        /<script type="application\/ld\+json">(.*?)<\/script>/.exec(html)?.[1] ?? '',
      );
      const [, minutes, rest] = /^PT(\d+)M(\d+)S$/.exec(json.duration) ?? [];
      expect(Number(minutes) * 60 + Number(rest)).toBe(bulletin.seconds);
      expect(json.hasPart).toHaveLength(bulletin.items.length);
      const slot = programmes.find(({ id }) => id === bulletin.programmeId);
      expect(slot?.startAt).toBe(bulletin.startAt);
      const slotSeconds = (Date.parse(slot?.endAt ?? '') - Date.parse(slot?.startAt ?? '')) / 1000;
      expect(bulletin.seconds).toBeLessThanOrEqual(slotSeconds);
    }
  });

  it('times its cues in order, within their item, and counts seconds about people from them', () => {
    for (const { cues, items } of bulletins) {
      for (const [index, cue] of cues.entries()) {
        expect(cue.endMs).toBeGreaterThan(cue.startMs);
        expect(cue.startMs).toBeGreaterThanOrEqual(cues[index - 1]?.endMs ?? 0);
      }
      for (const item of items) {
        const until = (item.startSeconds + item.seconds) * 1000;
        const own = cues.filter(
          ({ startMs, endMs }) => startMs >= item.startSeconds * 1000 && endMs <= until,
        );
        for (const person of item.persons) {
          const about = own.filter(({ mentions }) => mentions.includes(person.personId));
          expect(person.aboutMs).toBe(
            about.reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0),
          );
          expect(person.aboutMs + person.speakingMs).toBeLessThanOrEqual(item.seconds * 1000);
        }
      }
    }
    const speaking = bulletins.flatMap(({ items }) => items.flatMap(({ persons }) => persons));
    expect(speaking.some(({ speakingMs }) => speakingMs > 0)).toBe(true);
  });

  it('serves subtitles with speakers', () => {
    const [bulletin] = bulletins.filter(({ cues }) => cues.some(({ speakerId }) => speakerId));
    const vtt = get(`${bulletin?.path}.vtt`);
    expect(vtt.startsWith('WEBVTT\n')).toBe(true);
    expect(vtt.match(/-->/g)).toHaveLength(bulletin?.cues.length ?? 0);
    expect(vtt).toContain('<v PTV>');
    expect(vtt).toMatch(/\d\d:\d\d:\d\d\.\d{3} --> \d\d:\d\d:\d\d\.\d{3}\n<v (?!PTV)/);
  });
});
