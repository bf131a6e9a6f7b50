import type { ReactNode } from 'react';
import type { Reason } from '../../domain/index.ts';
import type { MessageKey } from '../language.ts';
import type { View } from '../view.ts';
import { Layout } from './layout.tsx';
import { Reasons } from './reasons.tsx';

/** A page on which people read: on one side what is read, on the other why, the form, the rules. */
export function ReadingFrame(props: {
  readonly view: View;
  readonly title: MessageKey;
  /** The way back, and what it is called. */
  readonly back: readonly [path: string, name: MessageKey];
  /** Beside the way back. */
  readonly actions?: ReactNode;
  /** Above both sides. */
  readonly note?: ReactNode;
  /** Which script makes the form quick. */
  readonly kind: 'coding' | 'look';
  /** What the script says once a draft is kept. */
  readonly saved?: string;
  /** What is read. */
  readonly shown: ReactNode;
  readonly reasons: readonly Reason[];
  readonly children: ReactNode;
}) {
  const { view, title, back, actions, note, kind, saved, shown, reasons, children } = props;
  const marks = kind === 'coding' ? { 'data-coding': true } : { 'data-look': true };
  return (
    <Layout view={view} title={view.t(title)} methodVersion={null}>
      <p className="actions">
        <a href={view.href(back[0])}>{view.t(back[1])}</a>
        {actions}
      </p>
      {note}
      <div className="coding" {...marks} data-saved={saved}>
        {shown}
        <div className="coding-side">
          <Reasons view={view} reasons={reasons} />
          {children}
        </div>
      </div>
    </Layout>
  );
}
