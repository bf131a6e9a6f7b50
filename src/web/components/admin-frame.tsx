import type { ReactNode } from 'react';
import type { MessageKey } from '../language.ts';
import type { View } from '../view.ts';
import { Outcome } from './form.tsx';
import { Layout } from './layout.tsx';

/** A page of the administration: the way back, its title, and what the last form led to. */
export function AdminFrame(props: {
  readonly view: View;
  readonly title: MessageKey;
  readonly outcome: string | null;
  readonly children: ReactNode;
}) {
  const { view, title, outcome, children } = props;
  const { t } = view;
  return (
    <Layout view={view} title={t(title)} methodVersion={null}>
      <p className="actions">
        <a href={view.href('/admin')}>{t('admin.title')}</a>
      </p>
      <header className="finding">
        <h1>{t(title)}</h1>
      </header>
      <Outcome text={outcome} />
      {children}
    </Layout>
  );
}
