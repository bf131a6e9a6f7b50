import type { ReactNode } from 'react';
import type { FigureId } from '../figure-names.ts';
import type { View } from '../view.ts';
import { type ChallengeAbout, ChallengeLink } from './challenge-link.tsx';

export interface KeyFigure {
  readonly id: FigureId;
  readonly name: string;
  readonly value: string;
  /** Unit, numerator and denominator in words. */
  readonly text: ReactNode;
  /** The same figure corrected, or in another way; left out where there is none. */
  readonly more?: string | undefined;
  /** Where what it counts is listed, if elsewhere than what the others count. */
  readonly items?: string;
}

/** The few numbers a page is about, each with what it counts. */
export function KeyFigures(props: {
  readonly view: View;
  readonly figures: readonly KeyFigure[];
  /** Whose figures they are, for who contests one. */
  readonly about?: ChallengeAbout;
  /** Where the items they count are listed; left out: nowhere on this page. */
  readonly items?: string;
}) {
  const { view, figures, about } = props;
  return (
    <dl className="key-figures">
      {figures.map(({ id, name, value, text, more, items = props.items }) => (
        <div key={id} id={id}>
          <dt>{name}</dt>
          <dd>
            {items === undefined ? (
              <span className="key-value">{value}</span>
            ) : (
              <a className="key-value" href={items}>
                {value}
              </a>
            )}
            <span className="quiet">{text}</span>
            {more === undefined ? null : <span className="quiet">{more}</span>}
            <ChallengeLink view={view} about={{ ...about, figure: id }} of={name} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
