import type { Correction, ItemDwell, ItemPage as ItemModel } from '../../domain/index.ts';
import { ChallengeLink } from '../components/challenge-link.tsx';
import { DwellTimeline } from '../components/dwell-timeline.tsx';
import { colouredAs, colourTwins, Sentence } from '../components/evidence.tsx';
import { CorrectionNotes } from '../components/correction-notes.tsx';
import { ItemMeasures, ItemPersons, ItemVersions } from '../components/item-details.tsx';
import { ItemTable } from '../components/item-table.tsx';
import { Layout } from '../components/layout.tsx';
import { PersonLink } from '../components/person-name.tsx';
import type { View } from '../view.ts';

function ItemHead({ view, page }: { readonly view: View; readonly page: ItemModel }) {
  const { t, formats } = view;
  const { item } = page;
  const weekday = formats.weekday(item.day);
  const seen = t('item.firstSeen', { day: `${weekday} ${formats.day(item.day)}` });
  const when =
    item.publishedAt === null
      ? `${t('item.undated')}, ${seen}`
      : t('item.published', {
          when: `${weekday} ${formats.instant(item.publishedAt, page.timeZone)}`,
        });
  return (
    <header className="finding finding-item">
      <h1 lang={item.takenDown ? view.language : item.language}>
        {item.takenDown ? t('item.takenDown') : item.title}
      </h1>
      <p className="lead">
        <a href={view.href(`/outlets/${encodeURIComponent(item.outletId)}`, { outlet: null })}>
          {item.outletName}
        </a>
        {' · '}
        {when} · {t('unit.words', { count: item.words })}
      </p>
      {/^https?:\/\//.test(item.url) ? (
        <p>
          <a className="original" href={item.url} rel="noopener external">
            {t('item.original', { outlet: item.outletName })}
          </a>
        </p>
      ) : null}
    </header>
  );
}

function Evidence({ view, page }: { readonly view: View; readonly page: ItemModel }) {
  const { t } = view;
  const doubted = page.item.takenDown ? [] : (page.doubted ?? []);
  const twins = colourTwins(page.sentences.flatMap(({ marks }) => marks.map(colouredAs)));
  return (
    <section aria-labelledby="evidence-heading">
      <h2 id="evidence-heading">{t('item.evidence')}</h2>
      {page.sentences.length === 0 ? (
        doubted.length > 0 ? null : (
          <p>
            {t(page.item.takenDown ? 'item.takenDownText' : 'item.noEvidence')}{' '}
            {page.item.takenDown ? (
              <a href={view.href('/corrections')}>{t('correction.all')}</a>
            ) : null}
          </p>
        )
      ) : (
        <>
          <p className="quiet">{t('item.evidenceNote')}</p>
          <div className="evidence">
            {page.sentences.map((sentence) => (
              <Sentence
                language={page.item.language}
                key={`${sentence.field} ${sentence.start}`}
                view={view}
                sentence={sentence}
                twins={twins}
                itemId={page.item.itemId}
              />
            ))}
          </div>
        </>
      )}
      {doubted.length === 0 ? null : (
        <p className="note" id="doubted">
          {t('item.doubted')}{' '}
          {doubted.map(({ personId, name }) => (
            <PersonLink key={personId} view={view} personId={personId} name={name} />
          ))}
        </p>
      )}
    </section>
  );
}

/** `/items/:id`: the sentences that mention someone, why, and everything measured of the item. */
export function ItemPage(props: {
  readonly view: View;
  readonly page: ItemModel;
  /** null where it was never seen on a front page. */
  readonly dwell: ItemDwell | null;
  /** Figures restated because of this item. */
  readonly corrections: readonly Correction[];
  /** The story it tells with others; null where it stands alone. */
  readonly storyId: string | null;
  /** The reader is signed in and may read the whole text. */
  readonly canSeeWhole: boolean;
}) {
  const { view, page, dwell, corrections, storyId, canSeeWhole } = props;
  const { t } = view;
  return (
    <Layout
      view={view}
      title={page.item.takenDown ? t('item.takenDown') : page.item.title}
      methodVersion={page.methodVersion}
    >
      <ItemHead view={view} page={page} />
      <CorrectionNotes view={view} corrections={corrections} />
      <Evidence view={view} page={page} />
      <ItemPersons view={view} page={page} />
      {dwell === null ? null : (
        <DwellTimeline
          view={view}
          dwell={dwell}
          timeZone={page.timeZone}
          itemId={page.item.itemId}
        />
      )}
      {page.copies.length === 0 ? null : (
        <section aria-labelledby="copies-heading">
          <h2 id="copies-heading">{t('item.copies')}</h2>
          <p className="quiet">
            {t('item.copiesNote')}{' '}
            {storyId === null ? null : (
              <a href={view.href(`/stories/${storyId}`)}>{t('story.open')}</a>
            )}
          </p>
          <ItemTable view={view} items={page.copies} caption={t('item.copies')} withOutlet />
        </section>
      )}
      <ItemVersions view={view} page={page} />
      {canSeeWhole ? (
        <p>
          <a href={view.href(`/items/${encodeURIComponent(page.item.itemId)}/whole`)}>
            {t('whole.open')}
          </a>
        </p>
      ) : null}
      <ItemMeasures view={view} page={page} corrections={corrections} />
      <p className="paging">
        <ChallengeLink view={view} about={{ itemId: page.item.itemId }} />
        {page.item.takenDown ? null : (
          <a rel="nofollow" href={view.href('/takedown', { item: page.item.itemId })}>
            {t('takedown.link')}
          </a>
        )}
      </p>
      <p className="quiet hash">
        {t('item.hash')}: <code>{page.contentHash}</code>
      </p>
    </Layout>
  );
}
