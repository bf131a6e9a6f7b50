import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { crawlDelay, isAllowed, sitemapsOf } from '../../crawlers/robots.ts';

const site = 'https://bao.example';
const allowed = (robots: string, path: string, agent = 'column-inches') =>
  isAllowed(robots, agent, site + path);
const rules = (...lines: string[]) => ['User-agent: *', ...lines].join('\n');

describe('groups', () => {
  const robots =
    'User-agent: *\nDisallow: /\n\nUser-agent: Column-Inches\nUser-agent: other\nDisallow: /a\n\nUSER-AGENT: column-INCHES/2.1\nDisallow: /b';
  test('a named agent’s groups are merged and the rest does not count', () => {
    expect(['/a', '/b', '/c'].map((path) => allowed(robots, path))).toEqual([false, false, true]);
    expect(
      ['/a', '/b'].map((path) => allowed(robots, path, 'Other/1.0 (+https://o.example)')),
    ).toEqual([false, true]);
    expect(allowed(robots, '/c', 'someone')).toBe(false);
  });

  test('a part of a name is not the name', () => {
    expect(allowed('User-agent: column\nDisallow: /', '/a')).toBe(true);
    expect(allowed('User-agent: column-inches-news\nDisallow: /', '/a')).toBe(true);
  });

  test('an empty group of our own opens all; rules before any agent are nobody’s', () => {
    expect(allowed('User-agent: *\nDisallow: /\nUser-agent: column-inches\nDisallow:', '/a')).toBe(
      true,
    );
    expect(allowed('Disallow: /\nUser-agent: *\nDisallow: /b', '/a')).toBe(true);
  });

  test('other lines between agents do not part them', () => {
    const split =
      'User-agent: column-inches\nCrawl-delay: 7\nSitemap: https://bao.example/s.xml\n\nUser-agent: b\nDisallow: /a';
    expect(allowed(split, '/a')).toBe(false);
    expect(crawlDelay(split, 'column-inches')).toBe(7);
    expect(sitemapsOf(split)).toEqual(['https://bao.example/s.xml']);
  });
});

describe('rules', () => {
  test.each([
    [['Disallow: /a', 'Allow: /a/b'], '/a/b/c', true],
    [['Allow: /a', 'Disallow: /a/b'], '/a/b/c', false],
    [['Disallow: /page', 'Allow: /page'], '/page', true],
    [['Disallow: /*.pdf$'], '/x/y.pdf', false],
    [['Disallow: /*.pdf$'], '/x/y.pdf?z', true],
    [['Disallow: /a*b*c'], '/a-b-x-c-y', false],
    [['Disallow: /a*b*c$'], '/a-b-c-b', true],
    [['Disallow: /a*b*c$'], '/a-b-c-b-c', false],
    [['Disallow: /*?'], '/tin?trang=2', false],
    [['Disallow: /A'], '/a', true],
    [['Disallow: /a$'], '/a', false],
    [['Disallow: /a$b'], '/a$b', false],
    [['Disallow:'], '/a', true],
    [['Disallow: *'], '/a', false],
    [['Disallow: /a # why'], '/a', false],
    [['Disallow: /'], '/robots.txt', true],
    [['Disallow: /tin tức'], '/tin%20t%E1%BB%A9c', false],
    [['Disallow: /tin-%e1%bb%a9c'], '/tin-ức', false],
    [['Disallow: /%7Ejoe'], '/~joe', false],
    [['Disallow: /a%2Fb'], '/a/b', true],
    [['Disallow: /a%2fb'], '/a%2Fb', false],
    [['Disallow: /x-%2A.html'], '/x-*.html', false],
    [['Disallow: /a?u=https://b.example'], '/a?u=https%3A%2F%2Fb.example', false],
    [['Disallow: /a'], '/x#/a', true],
  ])('%j on %s: %s', (lines, path, expected) => {
    expect(allowed(rules(...lines), path)).toBe(expected);
  });

  test.each([
    'Dissallow: /a',
    'Disallow /a',
    'disallow : /a',
    'Disallow: a',
    `Disallow: ${site}/a`,
    'DISALLOW:/a',
  ])('the wish behind "%s" holds', (line) => {
    expect(allowed(rules(line), '/a/b')).toBe(false);
  });

  test.each([
    'User-agent: googlebot, column-inches\nDisallow: /a',
    'User-agent:\nDisallow: /a',
    'User-agent: * Disallow: /a',
    'User-agent: "*"\nDisallow: "/a"',
    'User-agent: *\u2028Disallow: /a',
    'User-agent: *\u0000\nDisallow: /a\u0000',
    '\u200bUser-agent: *\nDisallow: /a',
    'User-agent： *\nDisallow： /a',
    'User_agent: *\nDisallow: /a',
    'User-agent: * Disallow: /a Sitemap: https://x.example/s.xml',
    'User-agent: * Disallow: /a Site-map: https://x.example/s.xml',
    'User-agent: * Disallow: /a Host: x.example',
    'User-agent: * Disallow: /a Clean-param: q /',
    'User-agent: * Disallow: /a Noindex: /b',
    'User-agent: * Dissallow: /a',
    'User-agent: * Disallow /a',
    'User-agent: x Disallow: / User agent: * Disallow: /a',
    'User-agent: x Disallow: / User_agent: * Disallow: /a',
    'User-agent： * Disallow： /a',
    'User-agent: *Disallow: /a',
    'User-agent: Googlebot, *\nDisallow: /a',
    'User-agent: Googlebot; *\nDisallow: /a',
    'User-agent: *, Googlebot\nDisallow: /a',
    'User-agent: *\nDisallow: /a\n\nUser-agent:\nAllow: /',
    'User-agent: *\nDisallow: /a\n\nUser-agent:\nUser-agent: Googlebot\nAllow: /',
  ])('the wish behind the file %j holds', (robots) => {
    expect(allowed(robots, '/a/b')).toBe(false);
    expect(allowed(robots, '/b')).toBe(true);
  });

  test('an asterisk in a path ends no line', () => {
    expect(allowed(rules('Disallow: /*allow:/a'), '/a')).toBe(true);
    expect(allowed(rules('Disallow: /*allow:/a', 'Allow: /b'), '/x/allow:/a')).toBe(false);
  });

  test('sitemaps on one line with the rules are found', () => {
    const one = 'https://x.example/1.xml';
    const two = 'https://x.example/2.xml';
    expect(sitemapsOf(`User-agent: * Disallow: /a Sitemap: ${one} Sitemap: ${two}`)).toEqual([
      one,
      two,
    ]);
  });

  test('a group without a name closes and asks for time, it opens nothing', () => {
    const robots = 'User-agent:\nCrawl-delay: 7\nDisallow: /a\nAllow: /a/b';
    expect(allowed(robots, '/a/b')).toBe(false);
    expect(crawlDelay(robots, 'b')).toBe(7);
  });

  test('a comment that holds a rule is none, and neither is a quoted allow', () => {
    expect(allowed(rules('# open all Disallow: /a', 'Disallow: /b # Allow: /b'), '/a')).toBe(true);
    expect(allowed(rules('# open all Disallow: /a', 'Disallow: /b # Allow: /b'), '/b')).toBe(false);
    expect(allowed(rules('Disallow: /', 'Allow: "/a"'), '/a')).toBe(false);
  });

  test.each([
    ['10s', 10],
    ['1,5', 1.5],
    ['2 seconds', 2],
    ['1e9', null],
    ['-3', null],
  ])('a delay of %s', (written, seconds) => {
    expect(crawlDelay(rules(`Crawl-delay: ${written}`), 'b')).toBe(seconds);
  });

  test('a broken allow opens nothing', () => {
    expect(allowed(rules('Disallow: /', 'Allow: a'), '/a')).toBe(false);
  });
});

describe('the file', () => {
  test.each(['\n', '\r', '\r\n'])('line ends %j, with a mark before', (end) => {
    expect(allowed(`\ufeffUser-agent: *${end}Disallow: /a${end}`, '/a')).toBe(false);
  });

  test('what is no http(s) URL is refused', () => {
    for (const url of ['nonsense', 'ftp://bao.example/', 'javascript:x', '']) {
      expect(isAllowed('', 'column-inches', url)).toBe(false);
    }
    expect(isAllowed('', 'column-inches', `${site}/`)).toBe(true);
  });

  test('500 KiB are read, a line cut there is not', () => {
    const filler = '#'.repeat(99).concat('\n');
    const head = `User-agent: *\n${filler.repeat(5119)}`;
    expect(allowed(`${head}\nDisallow: /a`, '/a')).toBe(false);
    const room = 500 * 1024 - head.length;
    const cut = `${head}${'#'.repeat(room - 9)}\nAllow: /abc\n`;
    expect(allowed(cut.replace('User-agent: *\n', 'User-agent: *\nDisallow: /\n'), '/a')).toBe(
      false,
    );
  });

  test('100,000 rules with asterisks are quick', () => {
    const many = rules(...Array.from({ length: 100_000 }, (_, n) => `Disallow: /*a*b${n}$`));
    const start = process.cpuUsage();
    expect(allowed(many, `/${'ab'.repeat(1500)}`)).toBe(true);
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(1500);
  });

  test('delays: the longest of ours, else of all', () => {
    const robots =
      'User-agent: *\nCrawl-delay: 9\nUser-agent: a\nCrawl-delay: 1.5\nDisallow: /x\nUser-agent: a\nCrawl-delay: 2\nCrawl-delay: soon';
    expect(crawlDelay(robots, 'a')).toBe(2);
    expect(crawlDelay(robots, 'b')).toBe(9);
    expect(crawlDelay('', 'b')).toBeNull();
  });
});

test('patterns match as their regular expressions do', () => {
  const letters = fc
    .array(fc.constantFrom('a', 'b', '/', '*'), { maxLength: 10 })
    .map((list) => `/${list.join('')}`);
  const paths = fc
    .array(fc.constantFrom('a', 'b', '/'), { maxLength: 12 })
    .map((list) => `/${list.join('')}`);
  fc.assert(
    fc.property(letters, fc.boolean(), paths, (pattern, isAnchored, path) => {
      const source = pattern.replaceAll('*', '.*');
      const expected = !new RegExp(`^${source}${isAnchored ? '$' : ''}`).test(path);
      expect(allowed(rules(`Disallow: ${pattern}${isAnchored ? '$' : ''}`), path)).toBe(expected);
    }),
    { numRuns: 2000 },
  );
});

test('any text and URL give an answer', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.webUrl(), (robots, agent, url) => {
      expect(typeof isAllowed(robots, agent, url)).toBe('boolean');
    }),
  );
});
