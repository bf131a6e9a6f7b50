import { describe, expect, it } from 'vitest';
import { generatePress, truthAt } from '../../../src/demo/index.ts';

const press = generatePress();
const versions = press.truth.articles.flatMap(({ versions: list }) => list);

describe('the truth of the demo press', () => {
  it('has every mention and every trap exactly at its offsets', () => {
    for (const version of versions) {
      const caption = version.captions.join('\n');
      const fields = { title: version.title, text: version.text, caption };
      for (const found of [...version.mentions, ...version.uncounted]) {
        expect(fields[found.field].slice(found.start, found.end)).toBe(found.surface);
      }
      for (const mention of version.mentions) {
        const core = fields[mention.field].slice(mention.coreStart, mention.coreEnd);
        expect(mention.surface.toLowerCase()).toContain(core.toLowerCase());
      }
      expect(version.text).toBe(version.paragraphs.map(({ text }) => text).join('\n'));
      expect(version.text).toBe(version.text.normalize('NFC'));
    }
  });

  it('leaves no full name in title or text that it does not account for', () => {
    const names = press.register.persons.map(({ name }) => name);
    for (const version of versions) {
      for (const field of ['title', 'text'] as const) {
        for (const name of names) {
          for (let at = version[field].indexOf(name); at >= 0; ) {
            const end = at + name.length;
            const known = [...version.mentions, ...version.uncounted].some(
              (found) => found.field === field && found.start <= at && found.end >= end,
            );
            expect(known, `${name} in "${version.title}" at ${at}`).toBe(true);
            at = version[field].indexOf(name, end);
          }
        }
      }
    }
  });

  it('uses a short name only after the full name in the same text', () => {
    for (const version of versions) {
      for (const mention of version.mentions.filter(({ kind }) => kind === 'short-name')) {
        const before = version.mentions.filter(
          ({ field, personId, start }) =>
            field === 'text' && personId === mention.personId && start < mention.start,
        );
        expect(before.some(({ kind }) => kind === 'full-name' || kind === 'titled-name')).toBe(
          true,
        );
      }
    }
  });

  it('lets the title alone mean whoever holds the post on the day of the item', () => {
    for (const article of press.truth.articles) {
      const day = article.publishedAt.slice(0, 10);
      for (const mention of article.versions.flatMap((version) => version.mentions)) {
        if (mention.kind !== 'title-only') continue;
        expect(article.dated).toBe(true);
        const holders = press.register.terms.filter(
          (term) =>
            term.post === mention.postId &&
            (term.from === null || term.from <= day) &&
            (term.until === null || term.until >= day),
        );
        expect(holders.map(({ person }) => person)).toEqual([mention.personId]);
      }
    }
  });

  it('sums up: sentences cover the text, fractions one item, words their sentences', () => {
    for (const version of versions) {
      const inText = version.sentences.filter(({ field }) => field === 'text');
      expect(inText.reduce((sum, { words }) => sum + words, 0)).toBe(version.words);
      const total = version.persons.reduce((sum, { fraction }) => sum + fraction, 0);
      if (version.persons.length > 0) expect(total).toBeCloseTo(1, 12);
      for (const person of version.persons) {
        expect(person.words).toBeLessThanOrEqual(version.words);
        const inCaption = person.firstPlace === 'caption-only';
        expect(person.words + person.headlineWords > 0).toBe(!inCaption);
        expect(person.paragraphShare).toBeLessThanOrEqual(1);
      }
    }
  });

  it('shows a time only what was published by then, in the version of then', () => {
    const edited = press.truth.articles.find((article) => article.versions.length > 1);
    const [first, second] = edited?.versions ?? [];
    expect(first && second).toBeTruthy();
    const at = (iso: string, shift: number) => new Date(Date.parse(iso) + shift);
    const find = (time: Date) => truthAt(press, time).find(({ id }) => id === edited?.id);
    expect(find(at(first?.at ?? '', -1))).toBeUndefined();
    expect(find(at(second?.at ?? '', -1))?.version).toEqual(first);
    expect(find(at(second?.at ?? '', 0))?.version).toEqual(second);
  });
});
