import { type FigureId, figureNames } from '../figure-names.ts';
import type { View } from '../view.ts';

/** Whom or what a challenge is about; what is left out, it is not about. */
export interface ChallengeAbout {
  readonly itemId?: string;
  readonly personId?: string;
  readonly outletId?: string;
  /** The chart, table or single figure, whose place on the page has this id. */
  readonly figure?: FigureId;
}

/**
 * Address of the challenge form for what is on this page. It names the days on screen: without them
 * the figure would be another as soon as there is a new last day. It does not name what was
 * searched for: those words are the reader's, and a challenge is kept and may be listed.
 */
export function challengeAddress(view: View, about: ChallengeAbout = {}): string {
  const { itemId, personId, outletId, figure } = about;
  const days = view.period === null ? {} : { ...view.period };
  const place = view.href(view.path, { ...view.kept, q: null, ...days });
  return view.href('/challenge', {
    ...days,
    ...(itemId === undefined ? {} : { item: itemId }),
    ...(personId === undefined ? {} : { person: personId }),
    ...(outletId === undefined ? {} : { outlet: outletId }),
    at: figure === undefined ? place : `${place}#${figure}`,
  });
}

/** "Is this wrong?": where a reader contests a figure or a mention. */
export function ChallengeLink(props: {
  readonly view: View;
  readonly about?: ChallengeAbout;
  /**
   * What is contested, for who hears the link without seeing what stands beside it; left out = the
   * name of the figure.
   */
  readonly of?: string;
}) {
  const { view, about = {} } = props;
  const { figure } = about;
  const of = props.of ?? (figure === undefined ? undefined : view.t(figureNames[figure]));
  return (
    <a className="challenge" rel="nofollow" href={challengeAddress(view, about)}>
      {view.t('challenge.link')}
      {of === undefined ? null : <span className="hidden"> {of}</span>}
    </a>
  );
}
