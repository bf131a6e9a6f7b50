import type { EvidenceSentence } from '../../domain/index.ts';
import type { View } from '../view.ts';
import { ChallengeLink } from './challenge-link.tsx';
import { correctionAnchor } from './correction-notes.tsx';
import { PersonLink, personClass } from './person-name.tsx';

type Mark = EvidenceSentence['marks'][number];

interface Piece {
  readonly start: number;
  readonly text: string;
  readonly mark: Mark | null;
}

/** Cuts a sentence at its marks. Of two that overlap the earlier is drawn; both keep their note. */
export function cutAtMarks(text: string, marks: readonly Mark[]): Piece[] {
  const ordered = marks.toSorted((left, right) => left.start - right.start || right.end - left.end);
  const pieces: Piece[] = [];
  let end = 0;
  for (const mark of ordered) {
    if (mark.start < end || mark.end > text.length || mark.end <= mark.start) continue;
    if (mark.start > end) {
      pieces.push({ start: end, text: text.slice(end, mark.start), mark: null });
    }
    pieces.push({ start: mark.start, text: text.slice(mark.start, mark.end), mark });
    end = mark.end;
  }
  if (end < text.length) pieces.push({ start: end, text: text.slice(end), mark: null });
  return pieces;
}

/** Persons whose colour another before them on the page has already: they get a second sign. */
export function colourTwins(personIds: readonly string[]): ReadonlySet<string> {
  const taken = new Map<string, string>();
  const twins = new Set<string>();
  for (const id of personIds) {
    const first = taken.get(personClass(id)) ?? id;
    taken.set(personClass(id), first);
    if (first !== id) twins.add(id);
  }
  return twins;
}

/** Whose colour a mark has: of whom it counts for; where for nobody, of who was found. */
export function colouredAs({ personId, correction }: Mark): string {
  return correction?.toPersonId ?? personId;
}

/** The person's colour, and the second sign where it is needed. */
function signOf(mark: Mark, twins: ReadonlySet<string>): string {
  const personId = colouredAs(mark);
  const colour = personClass(personId);
  return twins.has(personId) ? `${colour} twin` : colour;
}

const stateNames = {
  institutional: 'item.institutional',
  uncertain: 'item.uncertain',
  counted: 'item.counted',
  corrected: 'item.corrected',
} as const;

function stateOf(mark: Mark): keyof typeof stateNames {
  if (mark.institutional) return 'institutional';
  if (mark.uncertain) return 'uncertain';
  return mark.counted ? 'counted' : 'corrected';
}

function markClass(mark: Mark, twins: ReadonlySet<string>): string {
  return `mark-${stateOf(mark)} ${signOf(mark, twins)}`;
}

interface MarkedTextProps {
  readonly piece: Piece;
  readonly mark: Mark;
  readonly twins: ReadonlySet<string>;
}

/** One mention, marked; its name in bold. */
export function MarkedText({ piece, mark, twins }: MarkedTextProps) {
  const core = Math.max(0, mark.coreStart - mark.start);
  const coreEnd = Math.min(piece.text.length, Math.max(core, mark.coreEnd - mark.start));
  return (
    <mark className={markClass(mark, twins)}>
      {piece.text.slice(0, core)}
      <b>{piece.text.slice(core, coreEnd)}</b>
      {piece.text.slice(coreEnd)}
    </mark>
  );
}

/** Whether the mark counts, and how sure the machine was; a correction says so before that. */
function MarkState({ view, mark }: { readonly view: View; readonly mark: Mark }) {
  const { t, formats } = view;
  const percent = formats.percentShort(mark.confidence);
  const { correction } = mark;
  const former = mark.former ? ` · ${t('item.former')}` : '';
  if (correction === undefined)
    return `${t(stateNames[stateOf(mark)])}${former} · ${t('item.confidence', { percent })}`;
  const { id, toPersonId, toPersonName } = correction;
  const words =
    toPersonId === null
      ? t('item.corrected')
      : t('item.correctedTo', { name: toPersonName ?? toPersonId });
  return (
    <>
      <a href={`#${correctionAnchor(id)}`}>{words}</a>
      {former} · {t('item.confidenceBefore', { percent })}
    </>
  );
}

function Note(props: {
  readonly view: View;
  readonly mark: Mark;
  readonly twins: ReadonlySet<string>;
  readonly itemId: string;
}) {
  const { view, mark, twins, itemId } = props;
  return (
    <li className={signOf(mark, twins)}>
      <PersonLink view={view} personId={mark.personId} name={mark.personName} />
      <span className="reason">{mark.reason[view.language]}</span>
      <span className="quiet">
        <MarkState view={view} mark={mark} />
        <span className="challenge-part">
          {' · '}
          <ChallengeLink
            view={view}
            about={{ itemId, personId: mark.personId }}
            of={mark.surface}
          />
        </span>
      </span>
    </li>
  );
}

/** One quoted sentence with its marks, and beside it who each mark is and why. */
export function Sentence(props: {
  readonly view: View;
  readonly sentence: EvidenceSentence;
  readonly twins: ReadonlySet<string>;
  readonly itemId: string;
  readonly language: string;
}) {
  const { view, sentence, twins, itemId, language } = props;
  return (
    <div className="sentence">
      <blockquote
        className={sentence.field === 'title' ? 'quote quote-title' : 'quote'}
        lang={language}
      >
        {sentence.field === 'text' ? null : (
          <span className="quote-field" lang={view.language}>
            {view.t(sentence.field === 'title' ? 'item.inTitle' : 'item.inCaption')}
          </span>
        )}
        <p>
          {cutAtMarks(sentence.text, sentence.marks).map((piece) =>
            piece.mark === null ? (
              <span key={piece.start}>{piece.text}</span>
            ) : (
              <MarkedText key={piece.start} piece={piece} mark={piece.mark} twins={twins} />
            ),
          )}
        </p>
      </blockquote>
      <ul className="notes">
        {sentence.marks.map((mark) => (
          <Note
            key={`${mark.start} ${mark.personId}`}
            view={view}
            mark={mark}
            twins={twins}
            itemId={itemId}
          />
        ))}
      </ul>
    </div>
  );
}
