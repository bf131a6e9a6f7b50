const LATIN_1 =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn ' +
  'sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave ' +
  'Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ' +
  'ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN ' +
  'szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute ' +
  'icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml ' +
  'yacute thorn yuml';

const GREEK_CAPITAL =
  'Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho _ Sigma ' +
  'Tau Upsilon Phi Chi Psi Omega';

const GREEK_SMALL =
  'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigmaf ' +
  'sigma tau upsilon phi chi psi omega';

const OTHERS =
  'amp:26 lt:3c gt:3e quot:22 apos:27 AMP:26 LT:3c GT:3e QUOT:22 OElig:152 oelig:153 Scaron:160 ' +
  'scaron:161 Yuml:178 fnof:192 circ:2c6 tilde:2dc ensp:2002 emsp:2003 thinsp:2009 zwnj:200c ' +
  'zwj:200d lrm:200e rlm:200f ndash:2013 mdash:2014 horbar:2015 lsquo:2018 rsquo:2019 sbquo:201a ' +
  'ldquo:201c rdquo:201d bdquo:201e dagger:2020 Dagger:2021 bull:2022 hellip:2026 permil:2030 ' +
  'prime:2032 Prime:2033 lsaquo:2039 rsaquo:203a oline:203e frasl:2044 euro:20ac image:2111 ' +
  'weierp:2118 real:211c trade:2122 alefsym:2135 larr:2190 uarr:2191 rarr:2192 darr:2193 harr:2194 ' +
  'crarr:21b5 lArr:21d0 uArr:21d1 rArr:21d2 dArr:21d3 hArr:21d4 forall:2200 part:2202 exist:2203 ' +
  'empty:2205 nabla:2207 isin:2208 notin:2209 ni:220b prod:220f sum:2211 minus:2212 lowast:2217 ' +
  'radic:221a prop:221d infin:221e ang:2220 and:2227 or:2228 cap:2229 cup:222a int:222b there4:2234 ' +
  'sim:223c cong:2245 asymp:2248 ne:2260 equiv:2261 le:2264 ge:2265 sub:2282 sup:2283 nsub:2284 ' +
  'sube:2286 supe:2287 oplus:2295 otimes:2297 perp:22a5 sdot:22c5 lang:27e8 rang:27e9 loz:25ca ' +
  'spades:2660 clubs:2663 hearts:2665 diams:2666 hairsp:200a numsp:2007 puncsp:2008 nbhy:2011 ' +
  'comma:2c period:2e colon:3a semi:3b excl:21 quest:3f lpar:28 rpar:29 lsqb:5b rsqb:5d sol:2f ' +
  'bsol:5c num:23 dollar:24 percnt:25 ast:2a plus:2b equals:3d commat:40 lowbar:5f grave:60 ' +
  'lcub:7b rcub:7d verbar:7c vert:7c Tab:9 NewLine:a check:2713 star:2606 starf:2605 dash:2010 ' +
  'rsquor:2019 ldquor:201e lsquor:201a rdquor:201d abreve:103 Abreve:102 dstrok:111 Dstrok:110 ' +
  'itilde:129 Itilde:128 utilde:169 Utilde:168 ccaron:10d Ccaron:10c cacute:107 Cacute:106 ' +
  'zcaron:17e Zcaron:17d scedil:15f Scedil:15e gbreve:11f Gbreve:11e inodot:131 imath:131 Idot:130 ' +
  'lstrok:142 Lstrok:141 eogon:119 Eogon:118 aogon:105 Aogon:104 nacute:144 Nacute:143 sacute:15b ' +
  'Sacute:15a zdot:17c Zdot:17b zacute:17a Zacute:179 ecaron:11b Ecaron:11a rcaron:159 Rcaron:158 ' +
  'uring:16f Uring:16e odblac:151 Odblac:150 udblac:171 Udblac:170 amacr:101 emacr:113 imacr:12b ' +
  'omacr:14d umacr:16b';

function buildTable(): Map<string, string> {
  const table = new Map<string, string>();
  const inOrder = (names: string, first: number) => {
    for (const [at, name] of names.split(' ').entries()) {
      table.set(name, String.fromCharCode(first + at));
    }
  };
  inOrder(LATIN_1, 0xa0);
  inOrder(GREEK_CAPITAL, 0x391);
  inOrder(GREEK_SMALL, 0x3b1);
  for (const pair of OTHERS.split(' ')) {
    const [name = '', hex = ''] = pair.split(':');
    table.set(name, String.fromCharCode(Number.parseInt(hex, 16)));
  }
  return table;
}

const table = buildTable();

// What browsers show for the C1 range, where pages mean windows-1252.
const C1 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function fromCodePoint(code: number): string {
  if (code >= 0x80 && code <= 0x9f) return C1[code - 0x80] ?? '';
  if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return '\ufffd';
  return String.fromCodePoint(code);
}

function decodeOne(...found: readonly string[]): string {
  const [whole = '', decimal, hex, name] = found;
  if (decimal !== undefined) return fromCodePoint(Number.parseInt(decimal, 10));
  if (hex !== undefined) return fromCodePoint(Number.parseInt(hex, 16));
  return table.get(name ?? '') ?? whole;
}

const REFERENCE = /&(?:#(\d{1,8});?|#[xX]([0-9a-fA-F]{1,7});?|([A-Za-z][A-Za-z0-9]{1,10});)/g;

/** Replaces character references by their characters; unknown names are left as they are. */
export function decodeEntities(text: string): string {
  return text.includes('&') ? text.replace(REFERENCE, decodeOne) : text;
}
