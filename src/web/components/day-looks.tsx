import type { SnapshotPage } from '../../domain/index.ts';
import type { View } from '../view.ts';

/**
 * All looks of a snapshot's day: one step back, one on, and all of them as links. A script makes a
 * slider of the links; nothing depends on it.
 */
export function DayLooks({ view, page }: { readonly view: View; readonly page: SnapshotPage }) {
  const { t } = view;
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone: page.timeZone, timeStyle: 'short' });
  const time = (at: string) => clock.format(new Date(at));
  const here = page.sameDay.findIndex(({ id }) => id === page.id);
  const [before, after] = [page.sameDay[here - 1], page.sameDay[here + 1]];
  const href = (id: string) => view.href(`/snapshots/${id}`);
  return (
    <nav className="day-looks" aria-label={t('frontPage.sameDay')}>
      <p className="day-steps">
        {before ? (
          <a rel="prev" href={href(before.id)}>
            ‹ {time(before.at)}
          </a>
        ) : null}
        <b>{time(page.scheduledAt)}</b>
        {after ? (
          <a rel="next" href={href(after.id)}>
            {time(after.at)} ›
          </a>
        ) : null}
        {page.otherWindow === null ? null : (
          <a href={href(page.otherWindow.id)}>
            {t(page.otherWindow.viewport === 'phone' ? 'frontPage.onPhone' : 'frontPage.onDesktop')}
          </a>
        )}
      </p>
      <details>
        <summary>{t('frontPage.allLooks', { count: page.sameDay.length })}</summary>
        <p className="looks">
          {page.sameDay.map((look) => (
            <a
              key={look.id}
              href={href(look.id)}
              aria-current={look.id === page.id ? 'page' : undefined}
              className={look.good ? undefined : 'unknown'}
            >
              {time(look.at)}
            </a>
          ))}
        </p>
      </details>
    </nav>
  );
}
