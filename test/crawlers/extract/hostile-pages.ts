import { englishParagraph } from './sample-pages.ts';

/** The one paragraph in most of them. */
export const text = `<p>${englishParagraph(1)}</p>`;

function series(count: number, make: (number: number) => string): string {
  return Array.from({ length: count }, (_, number) => make(number)).join('');
}

/** Pages that make careless readers slow, deep or wrong, by how much of it there is. */
export const hostilePages: Readonly<Record<string, (count: number) => string>> = {
  'nested divs': (count) => '<div>'.repeat(count) + text + '</div>'.repeat(count),
  'nested divs never closed': (count) => '<div class="x">'.repeat(count) + text,
  'nested spans': (count) => '<span>x'.repeat(count),
  'nested tables': (count) => '<table><tr><td>'.repeat(count) + text,
  'nested lists': (count) => '<ul><li>x'.repeat(count),
  'nested unknown tags': (count) => '<x-y>z'.repeat(count) + '</x-y>'.repeat(count),
  'one tag with many attributes': (count) =>
    `<div ${series(count, (number) => `a${number}="v" `)}>${text}</div>`,
  'attributes never closed': (count) => `<div ${'a="b'.repeat(count)}${text}`,
  'single quotes never closed': (count) => "<div a='b>".repeat(count),
  'links never closed': (count) => '<a href="/x-y-z-w-12345">some words here '.repeat(count),
  'comments never closed': (count) => '<!-- x '.repeat(count),
  'scripts never closed': (count) => '<script>x'.repeat(count),
  'titles never closed': (count) => '<title>x | y '.repeat(count),
  'headings never closed': (count) => '<h1>x'.repeat(count),
  'stray end tags': (count) => '</div></p></li></a>'.repeat(count),
  'less-than signs': (count) => '<'.repeat(count),
  'broken references': (count) => '&#x'.repeat(count),
  'deep JSON-LD': (count) =>
    `<script type="application/ld+json">${'{"a":['.repeat(count)}</script>${text}`,
  'quotes in JSON-LD': (count) =>
    `<script type="application/ld+json">{"a":"${'x" '.repeat(count)}</script>${text}`,
  'class names': (count) =>
    series(count, (number) => `<div class="c${number} d-${number}">x</div>`),
  'one long class': (count) => `<div class="${'a-b '.repeat(count)}">${text}</div>`,
  'date lines': (count) => '<p class="date">12/3/2020 12:00</p>'.repeat(count),
  times: (count) => '<time datetime="2020-01-01">x</time>'.repeat(count),
  'related labels': (count) => '<div><h3>Related stories</h3><p>x y z</p></div>'.repeat(count),
  figures: (count) =>
    series(
      count,
      (number) => `<figure><img src="${number}.jpg"><figcaption>c</figcaption></figure>`,
    ),
  'line breaks': (count) => `<div>${'x<br>'.repeat(count)}</div>`,
  'blank space': (count) => `<p>${' \n'.repeat(count)}x</p>`,
};
