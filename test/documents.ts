/** A Markdown heading: its level and words. */
export interface Heading {
  readonly level: number;
  readonly text: string;
}

/** A fenced block: the language after the fence and the lines inside. */
export interface CodeBlock {
  readonly language: string;
  readonly lines: readonly string[];
}

interface MarkdownParts {
  readonly headings: readonly Heading[];
  readonly blocks: readonly CodeBlock[];
  /** The text outside fenced blocks. */
  readonly prose: string;
}

/** Parts a Markdown text; only what our own documents use (ATX headings, backtick fences). */
export function readMarkdown(markdown: string): MarkdownParts {
  const headings: Heading[] = [];
  const blocks: { language: string; lines: string[] }[] = [];
  const prose: string[] = [];
  let open: string[] | null = null;
  for (const line of markdown.split('\n')) {
    const fence = /^```(\S*)\s*$/.exec(line);
    if (fence) {
      if (open === null) blocks.push({ language: fence[1] ?? '', lines: (open = []) });
      else open = null;
      continue;
    }
    if (open !== null) {
      open.push(line);
      continue;
    }
    prose.push(line);
    const heading = /^(#{1,6}) (.+)$/.exec(line);
    if (heading) headings.push({ level: heading[1]?.length ?? 0, text: heading[2] ?? '' });
  }
  return { headings, blocks, prose: prose.join('\n') };
}

/** Table rows of a text as trimmed cells, heads and rules left out. */
export function tableRows(prose: string): readonly (readonly string[])[] {
  const lines = prose.split('\n');
  return lines
    .filter((line, i) => {
      const isRule = /^\|[\s:|-]+\|$/.test(line);
      return line.startsWith('|') && !isRule && !/^\|[\s:|-]+\|$/.test(lines[i + 1] ?? '');
    })
    .map((line) => line.slice(1, line.lastIndexOf('|')).split(/(?<!\\)\|/))
    .map((cells) => cells.map((cell) => cell.trim()));
}

/** Commands and code without comments (`#` or `//` after two spaces or at the start) and blanks. */
export function commandsOf(blocks: readonly CodeBlock[]): readonly string[] {
  return blocks.flatMap(({ language, lines }) =>
    lines
      .map((line) => line.replace(/(^|\s{2,})(#|\/\/)\s.*$/, '').trimEnd())
      .filter(Boolean)
      .map((line) => `${language}: ${line}`),
  );
}

/** Addresses of links and pictures that name a file of the project. */
export function localLinks(prose: string): readonly string[] {
  return [...prose.matchAll(/\]\(([^)\s#]+)(?:#[^)]*)?\)/g)]
    .map((match) => match[1] ?? '')
    .filter((address) => !/^([a-z]+:|#|\/)/i.test(address));
}
