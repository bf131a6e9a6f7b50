import type { View } from '../view.ts';

/** The style sheet of front pages, beside the first thing that needs it. */
export function FrontPageStyle({ view }: { readonly view: View }) {
  return <link rel="stylesheet" href={`${view.assets}/front-pages.css`} />;
}
