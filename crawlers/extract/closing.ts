import type { Analysis } from './analysis.ts';
import { HEADING, TAG, tagFlags } from './tags.ts';
import { isNames } from './text.ts';

/*
 * The last paragraphs of an article: sites add who wrote it, what they sell and where to go next.
 * Only the end is read so, since the same words inside a text are the author's.
 */

/** A paragraph of the text so far; `keep` is taken back here. */
export interface ClosingCandidate {
  readonly block: number;
  readonly text: string;
  keep: boolean;
}

/** Opens what asks readers to join, buy or go elsewhere; in lower case. */
const OFFER = new RegExp(
  `^(?:${[
    'need to (?:re)?subscribe\\b|want more\\b',
    'have (?:any |a )?(?:feedback|tips?)\\b',
    "if you(?:’ve|'ve)? (?:enjoyed|liked)\\b|if you need (?:professional|help)",
    'sign[- ]up\\b|subscribe\\b|join (?:our|the|us)\\b|follow (?:us|me|.{2,40}\\bcoverage)\\b',
    'get (?:in touch|matched|the free|one-on-one|access)\\b',
    '(?:explore|discover) more\\b|connect with\\b|other ways to\\b|buy now\\b|begin your\\b',
    '(?:to|for) (?:learn more|read more|browse|more information)\\b.*(?:visit|go to|call)\\b',
  ].join('|')})`,
);

/** Heads a box about who runs the site; in lower case. */
const OFFER_HEAD = /^(?:want|like|need) to (?:know|learn|read|see) more\b.{0,40}\?$/;

/** Legal and editorial notes; in lower case. */
const NOTE = new RegExp(
  `^\\W{0,3}(?:${[
    "disclaimer|disclosure|disclaimers?:|affiliate disclosure|editor[’']s note:|legal notice",
    'this (?:article|story|post) (?:was|has been) (?:originally |first )?' +
      '(?:published|produced|developed|created|edited|written|sponsored|generated|translated|' +
      'updated|amended|corrected)\\b',
    '(?:the )?views expressed|opinions expressed|a version of this (?:article|story) appears in print',
    // What else the house did with it, and where it was printed.
    'our standards: |(?:über )?dieses thema (?:im programm|berichtete)|icon: |mit informationen von',
    '《[^》]{2,20}》\\s?[（(]\\s?\\d{4}',
    'miễn trừ trách nhiệm|mời (?:bạn đọc|quý (?:độc giả|vị|khán giả)|độc giả|khán giả)',
  ].join('|')})`,
);

// Trades of those who write, not of those who are written about.
const TRADE =
  // Read only to leave such lines out of the text; no writer is kept.
  'writer|journalist|reporter|editor|author|columnist|correspondent|photographer|contributor|' +
  'freelancer?|blogger|professor|lecturer|researcher|fellow';
/** Who wrote it, as sites put it under a text: "Ann Lee is a writer in Leeds." */
const BIOGRAPHY = new RegExp(
  `^(.{3,80}?),? is (?:an?|the|our|currently)\\b[^.]{0,100}\\b(?:${TRADE})\\b`,
);

/** The same without a trade: "Ann Lee covers the coast for The Paper", "… reported from Leeds". */
const PAPER = 'The [A-Z]|the (?:news)?paper\\b|the (?:magazine|(?:web)?site)\\b|us\\b';
const BEAT = new RegExp(
  '^(?!The )(.{3,80}?),? (?:' +
    // Funds and insurers cover things too, and for the Navy; only people write.
    `(?:covers|has covered|reports on)\\b.{3,200}\\bfor (?:${PAPER})|` +
    '(?:writes (?:about|on)|has (?:reported on|written about))\\b.{3,200}' +
    `\\bfor (?:${PAPER}|the [A-Z])|` +
    'reported from [A-Z\\u00c0-\\u1eff])',
);

/** What both have, and few other paragraphs: it is found out ten times as fast. */
const BIOGRAPHY_WORD = / is (?:a|the |our |currently)| for | reported from /;

/** Who else worked on it, or sent a part; in lower case. */
const CREDIT =
  /^\W?(?:.{2,40} )?(?:avec|mit|con|com|with|с|und|et|and|y|e) (?:l['’])?(?:afp|reuters|dpa|apa|efe|ansa|ap|тасс|agences?|agencias|agências|agenzie|agencies)\)?$|\bcontributed (?:to this (?:report|story|article)|reporting)\b|^\W?(?:additional )?reporting by\b/;

/** At most so many of the last paragraphs are looked at. */
const LAST = 6;
/** Longer paragraphs are the author's own, characters. */
const LONGEST_OFFER = 450;
const LONGEST_NOTE = 600;
const LONGEST_CREDIT = 200;

function isNote(text: string): boolean {
  if (text.length <= LONGEST_CREDIT && CREDIT.test(text.toLowerCase())) return true;
  return text.length <= LONGEST_NOTE && NOTE.test(text.slice(0, 80).toLowerCase());
}

function isOffer(text: string): boolean {
  return text.length <= LONGEST_OFFER && OFFER.test(text.toLowerCase());
}

function isBiography(text: string, writer: string): boolean {
  if (text.length > LONGEST_NOTE) return false;
  // Nobody writes of himself by his whole name but under the text.
  if (writer !== '' && text.startsWith(writer) && text.charAt(writer.length) === ' ') return true;
  if (!BIOGRAPHY_WORD.test(text)) return false;
  const bare = text.replace(/^(?:Dr|Prof)\.? /, '');
  const who = BIOGRAPHY.exec(bare)?.[1] ?? BEAT.exec(bare)?.[1];
  return who !== undefined && isNames(who, 2, 4);
}

function isRunning(analysis: Analysis, { block, text }: ClosingCandidate): boolean {
  const tag = analysis.page.tag[analysis.page.blockElement[block] as number] as number;
  if ((tagFlags[tag] ?? 0) & HEADING || tag === TAG.li || tag === TAG.td) return false;
  return text.length > 120;
}

/**
 * Takes back the paragraphs at the end that are offers, notes and biographies, with the short
 * lines after them. A long paragraph of another kind ends the search, unless an offer heads it.
 * `declaredWriter` is the name in the page's own `<meta name=author>`; it is kept nowhere.
 */
export function dropClosing(
  analysis: Analysis,
  candidates: readonly ClosingCandidate[],
  declaredWriter = '',
): void {
  // Outlets that sign as a house write about themselves too.
  const writer = isNames(declaredWriter, 2, 5) ? declaredWriter : '';
  const kept = candidates.filter(({ keep }) => keep);
  const least = Math.max(2, Math.ceil(kept.length / 2));
  let isAuthors = false;
  // Several writers have a paragraph each: the one before what was taken back counts as last too.
  let end = kept.length;
  for (let at = kept.length - 1; at >= Math.max(least, kept.length - LAST); at--) {
    const candidate = kept[at] as ClosingCandidate;
    const { text } = candidate;
    const isHead = at >= kept.length - 4 && OFFER_HEAD.test(text.toLowerCase());
    const isLast = at >= end - 2 && isBiography(text, writer);
    if (isHead || (!isAuthors && (isLast || isOffer(text) || isNote(text)))) {
      for (const after of kept.slice(at)) after.keep = false;
      end = at;
    } else if (isRunning(analysis, candidate)) isAuthors = true;
  }
  for (const candidate of kept.slice(Math.max(least, kept.length - 2 * LAST)))
    if (isNote(candidate.text)) candidate.keep = false;
}
