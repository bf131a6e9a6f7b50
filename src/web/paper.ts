import { linesOf } from './charts.ts';

/** Pixels between a picture's edge and what is drawn. */
export const paperMargin = 12;
/** Pixels of each line below the chart. */
const lineHeight = 20;
const fontSize = 12;

const names: Readonly<Record<string, string>> = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot' };

function escape(text: string): string {
  return text.replaceAll(/[&<>"]/g, (mark) => `&${names[mark]};`);
}

/** What a picture says below its chart, since no page stands behind it. */
export interface Imprint {
  /** That it is fiction; null of the real world. */
  readonly mark: string | null;
  /** What its signs mean; null where it has none. */
  readonly key: string | null;
  /** Where the very figures are to be found. */
  readonly address: string;
  /** Who measured, of which outlets, by which version of the method. */
  readonly source: string;
  /** Where the figures can be contested. */
  readonly challengeAddress: string;
  readonly challenge: string;
}

interface Line {
  readonly text: string;
  readonly attributes?: string;
  readonly address?: string;
}

function linesBelow(imprint: Imprint, width: number): Line[] {
  const broken = (text: string, rest: Omit<Line, 'text'> = {}) =>
    linesOf(text, { width, fontSize }).map((line) => ({ text: line, ...rest }));
  const { mark } = imprint;
  return [
    ...(imprint.key === null ? [] : broken(imprint.key)),
    ...(mark === null ? [] : broken(mark, { attributes: ' class="fiction" font-weight="600"' })),
    ...broken(imprint.source, { address: imprint.address }),
    { text: imprint.challenge, address: imprint.challengeAddress },
  ];
}

function drawn({ text, attributes = '', address }: Line, y: number): string {
  const place = `x="0" y="${y}" text-anchor="start" font-size="${fontSize}"`;
  // What leads somewhere is underlined, since it has no colour of its own.
  const underline = address === undefined ? '' : ' text-decoration="underline"';
  const words = `<text${attributes} ${place}${underline}>${escape(text)}</text>`;
  return address === undefined
    ? words
    : `<a href="${escape(address)}" target="_blank">${words}</a>`;
}

/**
 * A picture on another site brings its own paper and says below the chart what its signs mean,
 * where it comes from, where to contest it and, where it shows the demo, that it is fiction.
 */
export function onPaper(svg: string, imprint: Imprint): string {
  const box = /viewBox="([-\d.]+) ([-\d.]+) ([\d.]+) ([\d.]+)"/.exec(svg);
  const [, top = 0, chartWidth = 0, chartHeight = 0] = (box ?? []).slice(1).map(Number);
  const lines = linesBelow(imprint, chartWidth);
  const [x, y, width] = [-paperMargin, top - paperMargin, chartWidth + 2 * paperMargin];
  const height = chartHeight + lines.length * lineHeight + 6 + 2 * paperMargin;
  const words = lines.map((line, at) => drawn(line, top + chartHeight + 18 + at * lineHeight));
  const paper = `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="#fbfaf7"/>`;
  return svg.replace(/^<svg[^>]*>/, (head) => {
    const grown = head
      .replace(/viewBox="[^"]*"/, `viewBox="${x} ${y} ${width} ${height}"`)
      .replace(/ width="[^"]*"/, ` width="${width}"`)
      .replace(/ height="[^"]*"/, ` height="${height}"`);
    return grown + paper + words.join('');
  });
}
