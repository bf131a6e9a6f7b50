import type { ReactNode } from 'react';
import type { ItemSummary } from '../../domain/index.ts';
import type { View } from '../view.ts';

/** A title in its own language, for who reads the page aloud; of a text taken down, those words. */
export function Title(props: {
  readonly view: View;
  /** Empty where the text was taken down. */
  readonly title: string;
  /** BCP 47 tag; null where it is not known. */
  readonly language: string | null;
}) {
  const { view, title, language } = props;
  if (title === '') return view.t('item.takenDown');
  return <span lang={language ?? undefined}>{title}</span>;
}

/** An item's title that leads to its page; `children` where it is shown in pieces. */
export function ItemLink(props: {
  readonly view: View;
  readonly item: ItemSummary;
  readonly children?: ReactNode;
}) {
  const { view, item, children } = props;
  return (
    <a
      className="headline"
      lang={item.takenDown ? undefined : item.language}
      href={view.href(`/items/${encodeURIComponent(item.itemId)}`)}
    >
      {item.takenDown ? view.t('item.takenDown') : (children ?? item.title)}
    </a>
  );
}
