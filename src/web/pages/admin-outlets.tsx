import type { OutletLook, OutletRow } from '../../domain/index.ts';
import { AdminFrame } from '../components/admin-frame.tsx';
import {
  CheckField,
  type FormSetting,
  PostForm,
  SendButton,
  TextField,
} from '../components/form.tsx';
import { outletStates } from '../review-words.ts';
import type { View } from '../view.ts';

export interface AdminOutletsModel {
  readonly rows: readonly OutletRow[];
  readonly outcome: string | null;
  /** What a look that was just asked for found. */
  readonly look: OutletLook | null;
}

type Props = { readonly setting: FormSetting; readonly model: AdminOutletsModel };

function LookResult({ view, look }: { readonly view: View; readonly look: OutletLook }) {
  const { t } = view;
  const { sample } = look;
  return (
    <div className="note" role="status">
      <p>
        <strong>{look.outletId}</strong>:{' '}
        {t(look.works ? 'admin.outlets.works' : 'admin.outlets.worksNot')}
      </p>
      <ul className="plain-list">
        {look.sources.map(({ kind, url, works, leads, aired, problem }) => (
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

function OutletLine({ setting, row }: { readonly setting: FormSetting; readonly row: OutletRow }) {
  const { view } = setting;
  const { t } = view;
  const { outlet, state } = row;
  const { min, max } = outlet.expectedItemsPerDay;
  const path = `/admin/outlets/${outlet.id}`;
  const isOwn = !outlet.demo && state !== 'available';
  return (
    <tr>
      <th scope="row">
        {state === 'available' ? (
          outlet.name
        ) : (
          <a href={view.href(`/outlets/${outlet.id}`)}>{outlet.name}</a>
        )}
        <span className="hint">
          {outlet.id} · {outlet.homepage}
        </span>
      </th>
      <td>
        {t(outlet.demo ? 'admin.outlets.fiction' : outletStates[state])}
        {outlet.verified || outlet.demo ? null : (
          <span className="hint">{t('admin.outlets.unverified')}</span>
        )}
      </td>
      <td className="number">{outlet.sources.length}</td>
      <td>
        {isOwn && state === 'followed' ? <Expected setting={setting} row={row} /> : `${min}–${max}`}
      </td>
      <td>{outlet.demo ? null : <OutletButtons setting={setting} path={path} state={state} />}</td>
    </tr>
  );
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
      <AddOutlet setting={setting} />
      <div className="scroll-wide">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('admin.outlets.outlet')}</th>
              <th scope="col">{t('admin.outlets.state')}</th>
              <th scope="col" className="number">
                {t('admin.outlets.sources')}
              </th>
              <th scope="col">{t('admin.outlets.expected')}</th>
              <th scope="col">
                <span className="hidden">{t('admin.what')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {model.rows.map((row) => (
              <OutletLine key={row.outlet.id} setting={setting} row={row} />
            ))}
          </tbody>
        </table>
      </div>
      <p className="quiet">{t('admin.outlets.note')}</p>
    </AdminFrame>
  );
}
