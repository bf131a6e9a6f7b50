import type { ReactNode } from 'react';
import { Arrows } from './arrows.tsx';

/** `code`, **strong**, *emphasis*, [text](address): what our own documents use. */
const inlinePattern =
  /`([^`]{1,500})`|\*\*((?:[^*]|\*(?!\*)){1,500})\*\*|\*([^*\s][^*]{0,500})\*|\[([^\]]{1,500})\]\(([^)\s]{1,500})\)/g;

/** Only addresses that lead to a page: never `javascript:`. */
function isSafeAddress(address: string): boolean {
  return /^(https?:\/\/|#|\/)/.test(address);
}

/** Plain text; where it has arrows, they are drawn. */
function plain(text: string, key: string): ReactNode {
  return text.includes('→') ? <Arrows key={key} text={text} /> : text;
}

function inline(text: string): ReactNode[] {
  const nodes: ReactNode[] = [];
  let end = 0;
  for (const match of text.matchAll(inlinePattern)) {
    const [whole, code, strong, emphasis, label, address] = match;
    nodes.push(plain(text.slice(end, match.index), `before ${match.index}`));
    const key = match.index;
    if (code !== undefined) nodes.push(<code key={key}>{code}</code>);
    else if (strong !== undefined) nodes.push(<strong key={key}>{inline(strong)}</strong>);
    else if (emphasis !== undefined) nodes.push(<em key={key}>{inline(emphasis)}</em>);
    else if (label !== undefined && address !== undefined && isSafeAddress(address)) {
      nodes.push(
        <a key={key} href={address}>
          {inline(label)}
        </a>,
      );
    } else nodes.push(label ?? whole);
    end = match.index + whole.length;
  }
  nodes.push(plain(text.slice(end), 'end'));
  return nodes;
}

interface Block {
  readonly kind: 'heading' | 'list' | 'numbers' | 'table' | 'code' | 'text';
  readonly lines: readonly string[];
}

function kindOf(line: string): Block['kind'] {
  if (/^#{1,6} /.test(line)) return 'heading';
  if (/^[-*] /.test(line)) return 'list';
  if (/^\d+\. /.test(line)) return 'numbers';
  if (line.startsWith('|')) return 'table';
  return 'text';
}

/** A line that is indented or plain goes on with a list item or paragraph begun before it. */
function continues(block: Block | undefined, line: string): boolean {
  if (block === undefined || block.kind === 'heading' || block.kind === 'code') return false;
  const kind = kindOf(line);
  return kind === block.kind || (kind === 'text' && block.kind !== 'table');
}

function blocksOf(markdown: string): Block[] {
  const blocks: { kind: Block['kind']; lines: string[] }[] = [];
  let open = false;
  let fenced = false;
  for (const line of markdown.replaceAll('\r\n', '\n').split('\n')) {
    const last = blocks.at(-1);
    if (line.startsWith('```')) {
      fenced = !fenced;
      if (fenced) blocks.push({ kind: 'code', lines: [] });
      open = false;
    } else if (fenced) last?.lines.push(line);
    else if (line.trim() === '') open = false;
    else if (open && continues(last, line)) last?.lines.push(line);
    else {
      blocks.push({ kind: kindOf(line), lines: [line] });
      open = true;
    }
  }
  return blocks;
}

function itemsOf(lines: readonly string[], bullet: RegExp): string[] {
  const items: string[] = [];
  for (const line of lines) {
    if (bullet.test(line)) items.push(line.replace(bullet, ''));
    else items.push(`${items.pop() ?? ''} ${line.trim()}`);
  }
  return items;
}

/** A numbered point with the list below it, one level in. */
interface NumberedPoint {
  readonly text: string;
  readonly below: readonly string[];
}

function numberedPoints(lines: readonly string[]): NumberedPoint[] {
  const points: { text: string; below: string[] }[] = [];
  for (const line of lines) {
    const last = points.at(-1);
    const bullet = /^ +[-*] /;
    if (last === undefined || /^\d+\. /.test(line)) {
      points.push({ text: line.replace(/^\d+\. +/, ''), below: [] });
    } else if (bullet.test(line)) last.below.push(line.replace(bullet, ''));
    else last.text += ` ${line.trim()}`;
  }
  return points;
}

function NumberedList({ lines }: { readonly lines: readonly string[] }) {
  const first = Number.parseInt(lines[0] ?? '1', 10);
  return (
    <ol start={first === 1 ? undefined : first}>
      {numberedPoints(lines).map(({ text, below }, index) => (
        <li key={index}>
          {inline(text)}
          {below.length === 0 ? null : (
            <ul>
              {below.map((point, at) => (
                <li key={at}>{inline(point)}</li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  );
}

function cellsOf(line: string): string[] {
  return line
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim());
}

/** What a table is called for who hears it: the names of its columns. */
function tableName(lines: readonly string[]): string {
  return cellsOf(lines[0] ?? '')
    .filter(Boolean)
    .join(', ');
}

function Table({ lines, name }: { readonly lines: readonly string[]; readonly name: string }) {
  const [head = '', ...rest] = lines;
  const body = rest.filter((line) => !/^\|[\s:|-]+\|?$/.test(line));
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={name}>
      <table>
        <thead>
          <tr>
            {cellsOf(head).map((cell, index) =>
              cell === '' ? (
                <td key={index} />
              ) : (
                <th scope="col" key={index}>
                  {inline(cell)}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {body.map((line, row) => (
            <tr key={row}>
              {cellsOf(line).map((cell, index) => (
                <td key={index}>{inline(cell)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Heading({ line }: { readonly line: string }) {
  const text = inline(line.replace(/^#+ /, ''));
  if (line.startsWith('# ')) return <h1>{text}</h1>;
  return line.startsWith('## ') ? <h2>{text}</h2> : <h3>{text}</h3>;
}

function BlockView({ block, name }: { readonly block: Block; readonly name: string }) {
  const { kind, lines } = block;
  switch (kind) {
    case 'heading':
      return <Heading line={lines[0] ?? ''} />;
    case 'list':
      return (
        <ul>
          {itemsOf(lines, /^[-*] /).map((item, index) => (
            <li key={index}>{inline(item)}</li>
          ))}
        </ul>
      );
    case 'numbers':
      return <NumberedList lines={lines} />;
    case 'table':
      return <Table lines={lines} name={name} />;
    case 'code':
      return (
        <pre>
          <code>{lines.join('\n')}</code>
        </pre>
      );
    case 'text':
      return <p>{inline(lines.join(' '))}</p>;
  }
}

/** The name of each table; those of the same columns are numbered, to be told apart. */
function tableNames(blocks: readonly Block[]): string[] {
  const seen = new Map<string, number>();
  return blocks.map(({ kind, lines }) => {
    if (kind !== 'table') return '';
    const name = tableName(lines);
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  });
}

/** Our own documents as elements: text stays text, so nothing in them can become markup. */
export function Markdown({ source }: { readonly source: string }) {
  const blocks = blocksOf(source);
  const names = tableNames(blocks);
  return (
    <>
      {blocks.map((block, index) => (
        <BlockView key={index} block={block} name={names[index] ?? ''} />
      ))}
    </>
  );
}
