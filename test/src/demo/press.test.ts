import { describe, expect, it } from 'vitest';
import { countWords, generatePress } from '../../../src/demo/index.ts';

const press = generatePress();

describe('the demo press', () => {
  it('is the same for the same seed and another for another', () => {
    expect(generatePress()).toEqual(press);
    const other = generatePress({ seed: 'khac' });
    expect(other.truth.articles[5]?.versions[0]?.text).not.toBe(
      press.truth.articles[5]?.versions[0]?.text,
    );
  });

  it('has about 400 articles by three outlets on every one of 14 days but an outage', () => {
    expect(press.articles.length).toBeGreaterThan(360);
    expect(press.articles.length).toBeLessThan(460);
    for (const { id } of press.outlets) {
      const own = press.truth.articles.filter((article) => article.outletId === id);
      expect(new Set(own.map(({ publishedAt }) => publishedAt.slice(0, 10))).size).toBe(
        14 - press.truth.outages.filter(({ outletId }) => outletId === id).length,
      );
    }
  });

  it('contains every shape that detectors and measures must face', () => {
    const { articles } = press.truth;
    const versions = articles.flatMap((article) => article.versions);
    const reasons = new Set(versions.flatMap(({ uncounted }) => uncounted.map((u) => u.reason)));
    for (const reason of [
      'apposition',
      'predicate',
      'institutional',
      'ambiguous-name',
      'ambiguous-title',
      'private-namesake',
      'street',
    ] as const) {
      expect(reasons, reason).toContain(reason);
    }
    const mentions = versions.flatMap((version) => version.mentions);
    for (const kind of ['full-name', 'titled-name', 'short-name', 'title-only'] as const) {
      expect(mentions.filter((mention) => mention.kind === kind).length, kind).toBeGreaterThan(50);
    }
    expect(mentions.some(({ former }) => former)).toBe(true);
    expect(articles.filter(({ dated }) => !dated)).toHaveLength(3);
    expect(articles.filter(({ copyOf }) => copyOf !== null).length).toBeGreaterThan(40);
    const changes = new Set(versions.map(({ change }) => change));
    expect([...changes].toSorted()).toEqual(['correction', 'published', 'retitled', 'update']);
    const nobody = versions.filter(({ persons }) => persons.length === 0);
    expect(nobody.length / versions.length).toBeGreaterThan(0.15);
    const places = versions.flatMap(({ persons }) => persons.map((person) => person.firstPlace));
    expect(places).toContain('caption-only');
    const roles = new Set(versions.flatMap(({ persons }) => persons.map(({ role }) => role)));
    expect([...roles].toSorted()).toEqual(['listed', 'mentioned', 'subject']);
  });

  it('hands the chair over in the middle', () => {
    const { handover } = press.truth;
    const alone = press.truth.articles.flatMap((article) =>
      article.versions
        .flatMap(({ mentions }) => mentions)
        .filter(({ postId, kind }) => postId === 'chu-tich-ubnd-tinh' && kind === 'title-only')
        .map(({ personId }) => ({
          personId,
          after: Date.parse(article.publishedAt) >= handover.voteMs,
        })),
    );
    expect(alone.filter(({ after }) => !after).length).toBeGreaterThan(3);
    expect(alone.filter(({ after }) => after).length).toBeGreaterThan(3);
    for (const { personId, after } of alone) {
      expect(personId).toBe(after ? 'lam-thi-ngoc-khue' : 'dinh-trong-tuong');
    }
  });

  it('copies with small edits: most words of a wire copy are the original’s', () => {
    const byId = new Map(press.truth.articles.map((article) => [article.id, article]));
    for (const copy of press.truth.articles.filter(({ copyOf }) => copyOf !== null)) {
      const original = byId.get(copy.copyOf ?? '')?.versions[0];
      const own = copy.versions[0];
      const lines = new Set(original?.text.split(/(?<=\.)\s/));
      const kept = own?.text.split(/(?<=\.)\s/).filter((line) => lines.has(line)) ?? [];
      expect(kept.length / (own?.text.split(/(?<=\.)\s/).length ?? 1)).toBeGreaterThan(0.5);
    }
  });

  it('does not read as one text with a name swapped', () => {
    const originals = press.truth.articles.filter(({ copyOf }) => copyOf === null);
    const sentences = originals.flatMap(({ versions: [first] }) =>
      (first?.sentences ?? [])
        .filter(({ field }) => field === 'text')
        .map(({ start, end }) => first?.text.slice(start, end) ?? ''),
    );
    expect(new Set(sentences).size / sentences.length).toBeGreaterThan(0.75);
    const titles = originals.map(({ versions: [first] }) => first?.title);
    expect(new Set(titles).size / titles.length).toBeGreaterThan(0.75);
    const lengths = originals.map(({ versions: [first] }) => first?.paragraphs.length ?? 0);
    expect(Math.min(...lengths)).toBeGreaterThanOrEqual(4);
    expect(Math.max(...lengths)).toBeGreaterThanOrEqual(9);
  });

  it('leaves no slot, bracket or doubled mark in its sentences', () => {
    for (const { versions } of press.truth.articles) {
      for (const { title, text, captions } of versions) {
        for (const words of [title, text, ...captions]) {
          expect(words).not.toMatch(/[{}[\]|]|\s{2}| [,.;:]|,,|,\.|\.\.|undefined|NaN/);
        }
      }
    }
  });

  it('names no real leader and no real province', () => {
    const real =
      /Tô Lâm|Lương Cường|Phạm Minh Chính|Trần Thanh Mẫn|Trần Cẩm Tú|Nguyễn Phú Trọng|Vương Đình Huệ|Nguyễn Xuân Phúc|Võ Văn Thưởng|Trương Thị Mai|Hồ Chí Minh|Quảng Ngãi|Quảng Nam|Đà Nẵng|Bình Định|Khánh Hòa|Hà Nội|Cần Thơ/;
    for (const { versions } of press.truth.articles) {
      for (const { title, text } of versions) expect(`${title}\n${text}`).not.toMatch(real);
    }
    for (const { source } of press.register.terms) expect(source).toContain('Hư cấu');
  });

  it('neither praises nor blames', () => {
    const judging = /xuất sắc|yếu kém|tiêu cực|phê bình|biểu dương|tận tụy|tâm huyết|sai phạm/i;
    for (const { versions } of press.truth.articles) {
      for (const { text } of versions) expect(text).not.toMatch(judging);
    }
  });

  it('counts Vietnamese syllables as words', () => {
    expect(countWords('Ông Bảy nói: “1.230 tàu, 4,5 tỷ đồng”.')).toBe(8);
  });
});
