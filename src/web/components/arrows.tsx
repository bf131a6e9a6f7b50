import { Fragment } from 'react';

/**
 * Text whose arrows are drawn: neither font of the pages has one, and not every machine has a
 * third. It is read, copied and searched as `12 → 11` all the same.
 */
export function Arrows({ text }: { readonly text: string }) {
  return text.split('→').map((part, index) => (
    <Fragment key={index}>
      {index === 0 ? null : <span className="arrow">→</span>}
      {part}
    </Fragment>
  ));
}
