import { generatePress, truthAt } from '../../src/demo/index.ts';
import { searchVector } from '../../src/publish/index.ts';

/** What the rows of a store are put together from. */
export interface TextPool {
  /** Headlines as they are stored and as they are searched. */
  readonly titles: readonly { readonly text: string; readonly words: string }[];
  /** Sentences that may be public, the same way. */
  readonly sentences: readonly { readonly text: string; readonly words: string }[];
  /** Whole texts. */
  readonly bodies: readonly string[];
}

const presses = 4;
const leastBody = 2_400;

/** Headlines, sentences and texts of the demo press, so that words repeat as they do in print. */
export function textPool(seed: string): TextPool {
  const told = Array.from({ length: presses }, (_, index) => {
    const press = generatePress({ seed: `${seed}-${index}` });
    return truthAt(press, new Date(press.endMs)).map(({ version }) => version);
  }).flat();
  const searched = (texts: Iterable<string>) =>
    [...new Set(texts)].map((text) => ({ text, words: searchVector([text]) }));
  const paragraphs = told.flatMap((version) => version.paragraphs.map(({ text }) => text));
  return {
    titles: searched(told.map(({ title }) => title)),
    sentences: searched(paragraphs),
    bodies: bodiesOf(paragraphs),
  };
}

/** Paragraph after paragraph until a text is as long as articles usually are. */
function bodiesOf(paragraphs: readonly string[]): string[] {
  const bodies: string[] = [];
  let body = '';
  for (const paragraph of paragraphs) {
    body += body === '' ? paragraph : `\n${paragraph}`;
    if (body.length < leastBody) continue;
    bodies.push(body);
    body = '';
  }
  return bodies;
}
