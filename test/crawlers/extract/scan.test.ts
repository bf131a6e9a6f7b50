import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attribute } from '../../../crawlers/extract/attributes.ts';
import { decodeEntities } from '../../../crawlers/extract/entities.ts';
import { IN_BOLD, IN_LINK, type Page, scanPage } from '../../../crawlers/extract/scan.ts';
import { TAG, tagName } from '../../../crawlers/extract/tags.ts';
import { blockText, cleanText } from '../../../crawlers/extract/text.ts';

function blocksOf(html: string): string[] {
  const page = scanPage(html);
  return Array.from(page.blockElement, (_element, block) => blockText(page, block));
}

function tagsOf(page: Page): string[] {
  return Array.from(page.tag, (tag) => tagName(tag));
}

describe('scanPage', () => {
  it.each([
    ['<p>one</p><p>two</p>', ['one', 'two']],
    ['<p>one<p>two', ['one', 'two']],
    ['<p>on<b>e</b> and <a href=x>link</a></p>', ['one and link']],
    ['<div>one<br>two<br><br>three</div>', ['one two', 'three']],
    ['<ul><li>one<li>two</ul>three', ['one', 'two', 'three']],
    ['<table><tr><td>one<td>two<tr><td>three</table>', ['one', 'two', 'three']],
    ['<table><tr><td>one<table><tr><td>two</table>three</table>', ['one', 'two', 'three']],
    ['a < b and c > d', ['a < b and c > d']],
    ['<script>if (a < b) "<p>no</p>"</script>yes', ['yes']],
    ['<SCRIPT>x</ScRiPt>yes', ['yes']],
    ['<script>never closed <p>no</p>', []],
    ['<!-- no --><p>yes</p><!-- open', ['yes', '']],
    ['<p title="a > b">yes</p>', ['yes']],
    ["<p title='a > b'>yes</p>", ['yes']],
    ['<p title="open>yes</p>', ['yes']],
    ['<h2>one</h3>two', ['one', 'two']],
    ['</p></div>one', ['one']],
    ['<svg><text>no</text></svg>yes', ['yes']],
    ['<title>open <p>yes</p>', ['open', 'yes']],
  ])('%s', (html, expected) => {
    expect(blocksOf(html).filter((text) => text !== '')).toEqual(
      expected.filter((text) => text !== ''),
    );
  });

  it('counts linked and bold characters', () => {
    const page = scanPage('<p>four <a href="#">link</a> <b>bold</b></p>');
    expect([page.blockLength[0], page.blockLinked[0], page.blockBold[0]]).toEqual([12, 4, 4]);
    expect(page.runFlags.filter((flag) => flag & IN_LINK)).toHaveLength(1);
    expect(page.runFlags.some((flag) => flag & IN_BOLD)).toBe(true);
  });

  it('lets a link without an end hold only its own text', () => {
    const page = scanPage('<p><a href=1>one<a href=2>two</p><p>three</p>');
    expect([...page.blockLinked]).toEqual([6, 0]);
  });

  it('does not tear down a section at a stray end tag', () => {
    const page = scanPage('<ul><li><div>one</li>two</div></li></ul>');
    expect(tagsOf(page)).toEqual(['html', 'ul', 'li', 'div']);
    expect([...page.blockElement]).toEqual([3, 3]);
  });

  it('keeps subtrees within their parents', () => {
    const tags = fc.constantFrom(
      '<div>',
      '</div>',
      '<p>',
      '</p>',
      '<a href="x">',
      '</a>',
      '<li>',
      '<ul>',
      '</ul>',
      '<table>',
      '<td>',
      '</table>',
      'text',
      '<h2>',
      '</h2>',
      '<br>',
      '<b>',
      '</b>',
      '<x-y>',
      '</x-y>',
    );
    fc.assert(
      fc.property(fc.array(tags, { maxLength: 80 }), (pieces) => {
        const page = scanPage(pieces.join(' '));
        for (let element = 1; element < page.tag.length; element++) {
          const parent = page.parent[element] as number;
          expect(parent).toBeLessThan(element);
          expect(page.subtreeEnd[element]).toBeLessThanOrEqual(page.subtreeEnd[parent] as number);
        }
      }),
    );
  });
});

describe('attribute', () => {
  const page = scanPage(
    `<a href = 'x y' data-a=1 HREF="second" title="&quot;q&quot;" checked>t</a>`,
  );
  const element = page.tag.indexOf(TAG.a);

  it.each([
    ['href', 'x y'],
    ['data-a', '1'],
    ['title', '"q"'],
    ['checked', ''],
    ['missing', null],
  ])('%s', (name, value) => {
    expect(attribute(page, element, name)).toBe(value);
  });
});

describe('decodeEntities', () => {
  it.each([
    ['&amp;&lt;&gt;&quot;&#39;&apos;', "&<>\"''"],
    ['&ocirc;&agrave;&#273;&#x1EA7;', 'ôàđầ'],
    ['&nbsp;', '\u00a0'],
    ['&#150;&#x80;', '–€'],
    ['&#0;&#xD800;&#99999999;', '\ufffd\ufffd\ufffd'],
    ['&unknown; & &;', '&unknown; & &;'],
    ['&amp;lt;', '&lt;'],
  ])('%s', (text, expected) => {
    expect(decodeEntities(text)).toBe(expected);
  });
});

describe('cleanText', () => {
  it('is NFC, evenly spaced, without invisible characters, and idempotent', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const clean = cleanText(text.replaceAll('&', ''));
        expect(clean).toBe(clean.normalize('NFC'));
        expect(clean).not.toMatch(/^\s|\s$|\s{2}|[\u00ad\u200b\ufeff]/);
        expect(cleanText(clean)).toBe(clean);
      }),
    );
  });
});
