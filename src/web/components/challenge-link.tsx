import type { View } from '../view.ts';

/** Address of the challenge form for what is on this page. */
export function challengeAddress(
  view: View,
  about: { readonly itemId?: string; readonly personId?: string; readonly outletId?: string } = {},
): string {
  return view.href('/challenge', {
    ...(about.itemId === undefined ? {} : { item: about.itemId }),
    ...(about.personId === undefined ? {} : { person: about.personId }),
    ...(about.outletId === undefined ? {} : { outlet: about.outletId }),
    at: view.href(view.path),
  });
}

/** "Is this wrong?": where a reader contests a figure or a mention. */
export function ChallengeLink(props: {
  readonly view: View;
  readonly about?: {
    readonly itemId?: string;
    readonly personId?: string;
    readonly outletId?: string;
  };
  /** What is contested, for who hears the link without seeing what stands beside it. */
  readonly of?: string;
}) {
  const { view, about, of } = props;
  return (
    <a className="challenge" rel="nofollow" href={challengeAddress(view, about)}>
      {view.t('challenge.link')}
      {of === undefined ? null : <span className="hidden"> {of}</span>}
    </a>
  );
}
