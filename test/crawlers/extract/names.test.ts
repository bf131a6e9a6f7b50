import { describe, expect, it } from 'vitest';
import {
  ASIDE,
  BODY,
  CAPTION,
  DATE,
  STANDFIRST,
  TITLE,
} from '../../../crawlers/extract/hint-words.ts';
import { namesFlags } from '../../../crawlers/extract/names.ts';

/** What a list of names says, wherever in a page it stands. */
function flagsOf(list: string): number {
  const page = `<p class="${list}">`;
  return namesFlags(page, 10, 10 + list.length);
}

describe('names of classes', () => {
  it.each([
    ['articleBody__main_text', BODY],
    ['ARTICLE-BODY', BODY],
    ['detail-sapo', STANDFIRST],
    ['tin-lien-quan', ASIDE],
    ['x  wp-caption-text\u00a0y', CAPTION],
    ['widget_recent', ASIDE],
    ['article\u00e9body', BODY],
    ['newstitle', TITLE],
    ['comments', flagsOf('comment')],
  ])('%s', (list, flags) => {
    expect(flagsOf(list)).toBe(flags);
  });

  it.each([
    '',
    ' ',
    '-',
    'body',
    'subtitled',
    'xarticle-body',
    'has-sidebar',
    'no_comments',
    'wp-image-related',
    'tracking-tight',
    'lg:shadow-card',
    'md:-border-footer',
    '[&>figcaption]:mt-2',
    'x-widget',
  ])('%s says nothing', (list) => {
    expect(flagsOf(list)).toBe(0);
  });

  it('of a post’s terms count only where no post lists its terms', () => {
    expect(flagsOf('tag-comments')).not.toBe(0);
    expect(flagsOf('post tag-comments hentry')).toBe(0);
    expect(flagsOf('tag-comments status-publish')).toBe(0);
    expect(flagsOf('post hentry tag-comments post-date')).toBe(0);
    expect(flagsOf('hentry ngay')).toBe(DATE);
  });

  it('say what they say together', () => {
    expect(flagsOf('sapo article-body')).toBe(STANDFIRST | BODY);
    expect(flagsOf('sapo-article-body')).toBe(STANDFIRST | BODY);
  });

  it('are looked at so many, and each to so many letters', () => {
    expect(flagsOf(`${'x '.repeat(39)}sapo`)).toBe(STANDFIRST);
    expect(flagsOf(`${'x '.repeat(40)}sapo`)).toBe(0);
    expect(flagsOf(`${'x'.repeat(75)}-sapo`)).toBe(STANDFIRST);
    expect(flagsOf(`${'x'.repeat(76)}-sapo`)).toBe(0);
  });
});
