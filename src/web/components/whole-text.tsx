import type { EvidenceSentence, ItemPage } from '../../domain/index.ts';
import { colouredAs, colourTwins, cutAtMarks, MarkedText } from './evidence.tsx';

type Mark = EvidenceSentence['marks'][number];

/** Every mention in the text, its offsets those of the whole text. */
function marksOf(page: ItemPage): Mark[] {
  return page.sentences
    .filter(({ field }) => field === 'text')
    .flatMap(({ start, marks }) =>
      marks.map((mark) => ({
        ...mark,
        start: mark.start + start,
        end: mark.end + start,
        coreStart: mark.coreStart + start,
        coreEnd: mark.coreEnd + start,
      })),
    );
}

/** The marks of one line, counted from its beginning. */
function marksIn(marks: readonly Mark[], start: number, end: number): Mark[] {
  return marks
    .filter((mark) => mark.start >= start && mark.end <= end)
    .map((mark) => ({
      ...mark,
      start: mark.start - start,
      end: mark.end - start,
      coreStart: mark.coreStart - start,
      coreEnd: mark.coreEnd - start,
    }));
}

/** A whole text, a paragraph a line, with its mentions marked. */
export function MarkedLines(props: { readonly text: string; readonly page: ItemPage }) {
  const { text, page } = props;
  const marks = marksOf(page);
  const twins = colourTwins(marks.map(colouredAs));
  let start = 0;
  const paragraphs = text.split('\n').map((line) => {
    const from = start;
    start += line.length + 1;
    return { from, line };
  });
  return (
    <div className="whole-text" lang={page.item.language}>
      {paragraphs.map(({ from, line }) => (
        <p key={from}>
          {cutAtMarks(line, marksIn(marks, from, from + line.length)).map((piece) =>
            piece.mark === null ? (
              <span key={piece.start}>{piece.text}</span>
            ) : (
              <MarkedText key={piece.start} piece={piece} mark={piece.mark} twins={twins} />
            ),
          )}
        </p>
      ))}
    </div>
  );
}
