import { describe, expect, test } from 'vitest';
import { createAnalyzer } from '../../../analyzers/index.ts';
import { generatePress, truthAt } from '../../../src/demo/index.ts';
import type { PersonRole } from '../../../src/domain/index.ts';

const press = generatePress();
const place = press.register.posts.find((post) => post.place !== null)?.place ?? null;
const analyze = createAnalyzer(press.register);
const lastDay = new Date(
  Math.max(...press.truth.articles.map(({ publishedAt }) => Date.parse(publishedAt))) + 86_400_000,
);

/** Role by the press's own plan and role as read, of every person in every article. */
const roles = truthAt(press, lastDay).flatMap(({ version, ...article }) => {
  const { persons } = analyze({
    id: article.id,
    outlet: article.outletId,
    publishedAt: article.dated ? article.publishedAt : null,
    title: version.title,
    text: version.text,
    paragraphs: version.paragraphs,
    pictures: version.captions.map((caption, index) => ({ url: `/${index}.jpg`, caption })),
    place,
  });
  return version.persons.map(({ personId, role }) => ({
    where: `${personId} in "${version.title}"`,
    planned: role,
    read: persons.find((person) => person.personId === personId)?.role,
  }));
});

describe('roles, against what the press planned its articles to be about', () => {
  test('of a hundred, ninety-eight are read as planned', () => {
    const wrong = roles.filter(({ planned, read }) => planned !== read);
    expect(wrong.length / roles.length, JSON.stringify(wrong.slice(0, 5))).toBeLessThan(0.02);
  });

  test.each<PersonRole>(['subject', 'mentioned', 'listed'])('%s is planned often', (role) => {
    expect(roles.filter(({ planned }) => planned === role).length).toBeGreaterThan(40);
  });
});
