import * as Plot from '@observablehq/plot';
import type { Period } from '../../domain/index.ts';
import type { Formats } from './formats.ts';
import { SvgDocument, type SvgElement, svgNamespace } from './svg-document.ts';

/** What every chart is told besides its data. */
export interface ChartFrame {
  /** Unique on the page; patterns inside the picture are named by it. */
  readonly id: string;
  /** Pixels. Under 480 the narrow drawing is used, made for a telephone. */
  readonly width: number;
  /** The measure or the finding in words. */
  readonly title: string;
  /** Unit, n and period. */
  readonly subtitle: string;
  /** The finding for someone who cannot see the picture. */
  readonly alt: string;
  readonly formats: Formats;
  /** Draw title and subtitle into the picture: for letters and files, which have no caption. */
  readonly standalone?: boolean;
}

/** Which items a number of the table counts, so that a page can list them. */
export interface CountedCell {
  /** Of the row's or panel's person or outlet; null = of all. */
  readonly id: string | null;
  /** Of which days; null = all of the chart. */
  readonly days: Period | null;
}

/** The same numbers as the picture, already written out; the first column names the row. */
export interface ChartTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Cell by cell; null or left out where there are no items to list. */
  readonly counted?: readonly (readonly (CountedCell | null)[])[];
}

/** A finished picture: an SVG without style sheet, style attribute or script, and its numbers. */
export interface Chart {
  readonly svg: string;
  readonly table: ChartTable;
}

/** Below this width (pixels) labels go above their row instead of beside it. */
const narrowBelowWidth = 480;

export function isNarrow(frame: ChartFrame): boolean {
  return frame.width < narrowBelowWidth;
}

const titleHeight = 58;
/** Mean width of a letter in em, generous: no line may be cut at the picture's edge. */
const letterWidth = 0.57;

/** Breaks a text between words where a line of the picture is full. */
export function linesOf(text: string, given: { width: number; fontSize: number }): string[] {
  const most = given.width / (letterWidth * given.fontSize);
  const [first = '', ...words] = text.split(' ');
  const lines = [first];
  for (const word of words) {
    const longer = `${lines.at(-1)} ${word}`;
    if (longer.length <= most) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** A Plot mark that only defines the hatching of unknown days; use it as `url(#id-hatch)`. */
export function hatchDefinition(frame: ChartFrame): Plot.RenderFunction {
  let isDefined = false;
  // oxlint-disable-next-line max-params -- Plot calls it with these five.
  return (_index, _scales, _values, _dimensions, context) => {
    // Plot calls it once a facet, and an id must be unique.
    if (isDefined) return null;
    isDefined = true;
    const { document } = context;
    const pattern = document.createElementNS(svgNamespace, 'pattern');
    const attributes = { width: '5', height: '5', patternUnits: 'userSpaceOnUse' };
    pattern.setAttribute('id', `${frame.id}-hatch`);
    for (const [name, value] of Object.entries(attributes)) pattern.setAttribute(name, value);
    pattern.setAttribute('patternTransform', 'rotate(45)');
    const line = document.createElementNS(svgNamespace, 'rect');
    line.setAttribute('width', '1.2');
    line.setAttribute('height', '5');
    line.setAttribute('fill', 'currentColor');
    line.setAttribute('fill-opacity', '0.45');
    pattern.append(line);
    const definitions = document.createElementNS(svgNamespace, 'defs');
    definitions.append(pattern);
    return definitions;
  };
}

export function hatchFill(frame: ChartFrame): string {
  return `url(#${frame.id}-hatch)`;
}

function setTitle(svg: SvgElement, frame: ChartFrame): void {
  const line = (text: string, y: number, attributes: Record<string, string>) => {
    const element = svg.ownerDocument.createElementNS(svgNamespace, 'text');
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.setAttribute('x', '0');
    element.setAttribute('y', String(y));
    element.setAttribute('text-anchor', 'start');
    element.textContent = text;
    return element;
  };
  const titles = linesOf(frame.title, { width: frame.width, fontSize: 17 });
  const subtitles = linesOf(frame.subtitle, { width: frame.width, fontSize: 12 });
  const above = titleHeight + (titles.length - 1) * 22 + (subtitles.length - 1) * 17;
  const height = Number(svg.getAttribute('height'));
  svg.setAttribute('height', String(height + above));
  svg.setAttribute('viewBox', `0 ${-above} ${frame.width} ${height + above}`);
  const firstSubtitle = titles.length * 22 - above + 20;
  svg.append(
    ...titles.map((text, at) =>
      line(text, 20 - above + at * 22, { 'font-size': '17', 'font-weight': '600' }),
    ),
    ...subtitles.map((text, at) =>
      line(text, firstSubtitle + at * 17, { 'font-size': '12', 'fill-opacity': '0.75' }),
    ),
  );
}

/** Draws with Plot on the server and returns the SVG, ready for a page under a strict policy. */
export function drawChart(frame: ChartFrame, options: Plot.PlotOptions): string {
  const document = new SvgDocument() as unknown as Document;
  const svg = Plot.plot({ ...options, document, width: frame.width }) as unknown as SvgElement;
  const elements = [...svg.all()];
  for (const element of elements) {
    if (element.localName === 'style') element.parentNode?.removeChild(element);
    // The page reads one sentence instead of a hundred marks; their labels would only be noise.
    element.removeAttribute('aria-label');
  }
  svg.setAttribute('class', isNarrow(frame) ? 'chart chart-narrow' : 'chart chart-wide');
  svg.setAttribute('xmlns', svgNamespace);
  svg.setAttribute('font-family', "'Be Vietnam Pro', sans-serif");
  svg.setAttribute('font-size', '12');
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', frame.alt);
  if (frame.standalone === true) setTitle(svg, frame);
  return svg.outerHTML;
}
