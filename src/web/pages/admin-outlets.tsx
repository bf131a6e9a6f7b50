import type { OutletLook, OutletRow, PageLook } from '../../domain/index.ts';
import { AdminFrame } from '../components/admin-frame.tsx';
import { type Column, DataTable } from '../components/data-table.tsx';
import {
  CheckField,
  type FormSetting,
  PostForm,
  SendButton,
  TextField,
} from '../components/form.tsx';
import { ImportForm } from '../components/import-form.tsx';
import { outletStates } from '../review-words.ts';
import type { View } from '../view.ts';

export interface AdminOutletsModel {
  readonly rows: readonly OutletRow[];
  readonly outcome: string | null;
  /** What a look that was just asked for found. */
  readonly look: OutletLook | null;
  /** What was read on a single page that was just asked for. */
  readonly page: PageLook | null;
}

type Props = { readonly setting: FormSetting; readonly model: AdminOutletsModel };

function LookResult({ view, look }: { readonly view: View; readonly look: OutletLook }) {
  const { t } = view;
  const { sample, sources } = look;
  const onlyReadingFails = sources.every(({ works }) => works);
  const worksNot = onlyReadingFails ? 'admin.outlets.noArticle' : 'admin.outlets.worksNot';
  return (
    <div className="note" role="status">
      <p>
        <strong>{look.outletId}</strong>: {t(look.works ? 'admin.outlets.works' : worksNot)}
      </p>
      <ul className="plain-list">
        {sources.map(({ kind, url, works, leads, aired, problem }) => (
          <li key={url}>
            {kind} {url}:{' '}
            {works || problem === null
              ? kind === 'listing'
                ? t('admin.outlets.programmes', { count: aired })
                : kind === 'bulletin'
                  ? t('admin.outlets.bulletins', { count: aired })
                  : t('admin.outlets.leads', { count: leads })
              : problem[view.language]}
          </li>
        ))}
      </ul>
      {sample === null ? null : (
        <p>
          {t('admin.outlets.sample')} <q>{sample.title}</q>,{' '}
          {t('unit.words', { count: sample.words })}
        </p>
      )}
    </div>
  );
}

/** What was read from where on one page, and what its outlet's file could say. */
function PageResult({ view, page }: { readonly view: View; readonly page: PageLook }) {
  const { t, formats, language } = view;
  return (
    <div className="note" role="status">
      <p>
        <strong>{page.outletId}</strong>: <span className="link">{page.url}</span>
      </p>
      <DataTable
        view={view}
        id="parts"
        caption={t('admin.outlets.onePage')}
        columns={[
          { key: 'part', label: t('admin.outlets.part'), cell: ({ name }) => name[language] },
          {
            key: 'value',
            label: t('admin.outlets.value'),
            wrap: true,
            cell: ({ value }) => value ?? '–',
          },
          {
            key: 'sure',
            label: t('admin.outlets.sure'),
            numeric: true,
            cell: ({ confidence }) => formats.percent(confidence),
          },
          {
            key: 'why',
            label: t('admin.outlets.where'),
            wrap: true,
            cell: ({ why, place }) => [why[language], place].filter(Boolean).join(', '),
          },
        ]}
        rows={page.parts}
        rowKey={({ name }) => name.en}
      />
      {page.proposals.length === 0 ? null : (
        <>
          <p>{t('admin.outlets.proposals')}</p>
          <pre className="letter-text">
            {page.proposals.map(({ part, selector }) => `${part}: '${selector}'`).join('\n')}
          </pre>
        </>
      )}
    </div>
  );
}

function Expected({ setting, row }: { readonly setting: FormSetting; readonly row: OutletRow }) {
  const { t } = setting.view;
  const { id, expectedItemsPerDay } = row.outlet;
  return (
    <PostForm
      setting={setting}
      action={`/admin/outlets/${id}/expected`}
      className="inline-form expected-form"
    >
      {(['min', 'max'] as const).map((end) => (
        <input
          key={end}
          name={end}
          type="number"
          min={0}
          max={100_000}
          required
          aria-label={t(end === 'min' ? 'admin.outlets.least' : 'admin.outlets.most')}
          defaultValue={expectedItemsPerDay[end]}
        />
      ))}
      <SendButton view={setting.view} label="admin.change" quiet />
    </PostForm>
  );
}

function columns(setting: FormSetting): Column<OutletRow>[] {
  const { view } = setting;
  const { t, formats } = view;
  return [
    {
      key: 'outlet',
      label: t('admin.outlets.outlet'),
      cell: ({ outlet, state }) => (
        <>
          {state === 'available' ? (
            outlet.name
          ) : (
            <a href={view.href(`/outlets/${outlet.id}`)}>{outlet.name}</a>
          )}
          <span className="hint">
            {outlet.id} · {outlet.homepage}
          </span>
        </>
      ),
    },
    {
      key: 'state',
      label: t('admin.outlets.state'),
      cell: ({ outlet, state }) => (
        <>
          {t(outlet.demo ? 'admin.outlets.fiction' : outletStates[state])}
          {outlet.verified || outlet.demo ? null : (
            <span className="hint">{t('admin.outlets.unverified')}</span>
          )}
        </>
      ),
    },
    {
      key: 'sources',
      label: t('admin.outlets.sources'),
      numeric: true,
      cell: ({ outlet }) => formats.count(outlet.sources.length),
    },
    {
      key: 'expected',
      label: t('admin.outlets.expected'),
      wrap: true,
      cell: (row) => <Usual setting={setting} row={row} />,
    },
    {
      key: 'what',
      label: t('admin.actions'),
      wrap: true,
      cell: ({ outlet, state }) =>
        outlet.demo ? null : (
          <>
            <OutletButtons setting={setting} path={`/admin/outlets/${outlet.id}`} state={state} />
            {state === 'followed' ? (
              <a href={view.href(`/admin/outlets/${outlet.id}`)}>{t('admin.outlets.file')}</a>
            ) : null}
          </>
        ),
    },
  ];
}

/** How many items a day are usual; of an outlet of one's own to be changed. */
function Usual({ setting, row }: { readonly setting: FormSetting; readonly row: OutletRow }) {
  const { outlet, state } = row;
  const { min, max } = outlet.expectedItemsPerDay;
  if (!outlet.demo && state === 'followed') return <Expected setting={setting} row={row} />;
  return `${min}–${max}`;
}

const buttons = {
  look: 'admin.outlets.look',
  pause: 'admin.outlets.pause',
  resume: 'admin.outlets.resume',
  follow: 'admin.outlets.follow',
} as const;

function OutletButtons(props: {
  readonly setting: FormSetting;
  readonly path: string;
  readonly state: OutletRow['state'];
}) {
  const { setting, path, state } = props;
  const { view } = setting;
  const button = (name: keyof typeof buttons) => (
    <PostForm setting={setting} action={`${path}/${name}`} className="inline-form">
      <SendButton view={view} label={buttons[name]} quiet />
    </PostForm>
  );
  if (state === 'replayed') return null;
  return (
    <>
      {state === 'paused' ? null : button('look')}
      {state === 'followed' ? button('pause') : null}
      {state === 'paused' ? button('resume') : null}
      {state === 'available' ? button('follow') : null}
    </>
  );
}

function AddOutlet({ setting }: { readonly setting: FormSetting }) {
  const { view } = setting;
  const { t } = view;
  return (
    <section>
      <h2>{t('admin.outlets.add')}</h2>
      <p>{t('admin.outlets.addNote')}</p>
      <PostForm setting={setting} action="/admin/outlets/add">
        <TextField view={view} name="address" label="admin.outlets.address" />
        <CheckField view={view} name="replace" label="admin.outlets.replace" />
        <CheckField view={view} name="private" label="admin.outlets.private" />
        <SendButton view={view} label="admin.outlets.addDo" />
      </PostForm>
    </section>
  );
}

/** Outlets: follow one more, look at its sources, pause, and say what is usual. */
export function AdminOutletsPage({ setting, model }: Props) {
  const { view } = setting;
  const { t } = view;
  return (
    <AdminFrame view={view} title="admin.outlets" outcome={model.outcome}>
      {model.look === null ? null : <LookResult view={view} look={model.look} />}
      {model.page === null ? null : <PageResult view={view} page={model.page} />}
      <AddOutlet setting={setting} />
      <DataTable
        view={view}
        id="outlets"
        caption={t('admin.outlets')}
        columns={columns(setting)}
        rows={model.rows}
        rowKey={({ outlet }) => outlet.id}
      />
      <p className="quiet">{t('admin.outlets.note')}</p>
      <ImportForm
        setting={setting}
        title="admin.outlets.list"
        note="admin.outlets.listNote"
        action="/admin/outlets/opml/import"
        before={
          <p className="actions">
            <a href="/admin/outlets/outlets.opml">{t('admin.outlets.opml')}</a>
          </p>
        }
      />
      <section>
        <h2>{t('admin.outlets.onePage')}</h2>
        <p>{t('admin.outlets.onePageNote')}</p>
        <PostForm setting={setting} action="/admin/outlets/page">
          <TextField view={view} name="address" label="admin.outlets.page" />
          <SendButton view={view} label="admin.outlets.onePageDo" />
        </PostForm>
      </section>
      <section>
        <h2>{t('admin.outlets.freeze')}</h2>
        <p>{t('admin.outlets.freezeNote')}</p>
        <PostForm setting={setting} action="/admin/outlets/freeze">
          <TextField view={view} name="address" label="admin.outlets.page" />
          <SendButton view={view} label="admin.outlets.freezeDo" />
        </PostForm>
      </section>
    </AdminFrame>
  );
}
