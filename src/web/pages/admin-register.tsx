import type { OperatorFinding, Register, Term } from '../../domain/index.ts';
import { withoutMarks } from '../charts.ts';
import { AdminFrame } from '../components/admin-frame.tsx';
import { type Column, DataTable } from '../components/data-table.tsx';
import {
  ChoiceField,
  type FormSetting,
  PostForm,
  SendButton,
  TextField,
} from '../components/form.tsx';
import { ImportForm } from '../components/import-form.tsx';
import { UncheckedMark } from '../components/person-name.tsx';
import { partialDate } from '../components/term-parts.tsx';
import { findingNames, registerFormats, termKinds } from '../review-words.ts';
import type { View } from '../view.ts';

export interface AdminRegisterModel {
  readonly register: Register;
  readonly findings: readonly OperatorFinding[];
  readonly outcome: string | null;
  /** The term being changed; null: a new one. */
  readonly term: Term | null;
  /** Only persons whose name holds this. */
  readonly find: string;
}

type Props = { readonly setting: FormSetting; readonly model: AdminRegisterModel };

/** When a term began and ended, and where that is written. */
function DatesAndSource({ view, term }: { readonly view: View; readonly term: Term | null }) {
  const { t } = view;
  return (
    <>
      <TextField
        view={view}
        name="from"
        label="admin.register.from"
        value={term?.from ?? ''}
        hint={t('admin.register.dateHint')}
        optional
      />
      <TextField
        view={view}
        name="until"
        label="admin.register.until"
        value={term?.until ?? ''}
        hint={t('admin.register.untilHint')}
        optional
      />
      <TextField
        view={view}
        name="source"
        label="admin.register.source"
        value={term?.source ?? ''}
        hint={t('admin.register.sourceHint')}
        optional
      />
    </>
  );
}

function TermForm({ setting, model }: Props) {
  const { view } = setting;
  const { t } = view;
  const { register, term } = model;
  const collator = new Intl.Collator('vi');
  const people = register.persons
    .map(({ id, name }) => ({ value: id, label: name }))
    .toSorted((one, other) => collator.compare(one.label, other.label));
  const posts = register.posts.map(({ id, label }) => ({ value: id, label }));
  const kinds = (['holder', 'acting', 'candidate'] as const).map((value) => ({
    value,
    label: t(termKinds[value]),
  }));
  return (
    <section id="term">
      <h2>{t(term === null ? 'admin.register.new' : 'admin.register.change')}</h2>
      <p>{t('admin.register.termNote')}</p>
      <PostForm setting={setting} action="/admin/register/term">
        <input type="hidden" name="term" value={term?.id ?? ''} />
        <ChoiceField
          view={view}
          name="person"
          label="admin.register.person"
          empty={t('admin.register.newPerson')}
          choices={people}
          value={term?.person ?? ''}
        />
        {term === null ? (
          <TextField view={view} name="name" label="admin.register.name" optional />
        ) : null}
        <ChoiceField
          view={view}
          name="post"
          label="admin.register.post"
          choices={posts}
          value={term?.post ?? ''}
        />
        <ChoiceField
          view={view}
          name="kind"
          label="admin.register.kind"
          choices={kinds}
          value={term?.kind ?? 'holder'}
        />
        <DatesAndSource view={view} term={term} />
        <TextField view={view} name="why" label="admin.why" />
        <SendButton view={view} label="admin.register.save" />
      </PostForm>
    </section>
  );
}

function termColumns(view: View, { register, find }: AdminRegisterModel): Column<Term>[] {
  const { t } = view;
  const names = new Map(register.persons.map(({ id, name }) => [id, name]));
  const labels = new Map(register.posts.map(({ id, label }) => [id, label]));
  return [
    {
      key: 'person',
      label: t('admin.register.person'),
      cell: ({ person }) => (
        <a href={view.href(`/register/history/${person}`)}>{names.get(person) ?? person}</a>
      ),
    },
    {
      key: 'post',
      label: t('admin.register.post'),
      wrap: true,
      cell: ({ post, kind }) => (
        <>
          {labels.get(post) ?? post}
          {kind === 'holder' ? null : <span className="hint">{t(termKinds[kind])}</span>}
        </>
      ),
    },
    {
      key: 'dates',
      label: t('admin.register.dates'),
      wrap: true,
      cell: ({ from, until }) =>
        `${partialDate(view, from, '…')} –\u2060\u00a0${partialDate(view, until, '…')}`,
    },
    {
      key: 'source',
      label: t('admin.register.source'),
      wrap: true,
      cell: ({ source, checked }) => (
        <>
          {source ?? (checked ? '–' : null)} {checked ? null : <UncheckedMark view={view} />}
        </>
      ),
    },
    {
      key: 'change',
      label: t('admin.actions'),
      cell: ({ id }) => (
        <a href={`${view.href('/admin/register', { term: id, find })}#term`}>{t('admin.change')}</a>
      ),
    },
  ];
}

function Terms({ view, model }: { readonly view: View; readonly model: AdminRegisterModel }) {
  const { t } = view;
  const { register, find } = model;
  const names = new Map(register.persons.map(({ id, name }) => [id, name]));
  const wanted = withoutMarks(find.trim());
  const shown = register.terms.filter(({ person }) =>
    withoutMarks(names.get(person) ?? person).includes(wanted),
  );
  return (
    <section>
      <h2>{t('admin.register.terms')}</h2>
      <p className="quiet">{t('admin.register.count', { count: shown.length })}</p>
      <DataTable
        view={view}
        id="terms"
        caption={t('admin.register.terms')}
        columns={termColumns(view, model)}
        rows={shown}
        rowKey={({ id }) => id}
      />
    </section>
  );
}

/** What is wrong, doubtful or worth knowing in it, folded away. */
function Findings(props: { readonly view: View; readonly findings: readonly OperatorFinding[] }) {
  const { view, findings } = props;
  const { t } = view;
  if (findings.length === 0) return <p>{t('admin.register.sound')}</p>;
  return (
    <details>
      <summary>{t('admin.register.findings', { count: findings.length })}</summary>
      <ul>
        {findings.map(({ severity, message }) => (
          <li key={`${severity} ${message.en}`}>
            <strong>{t(findingNames[severity])}</strong>: {message[view.language]}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** The register: terms with their sources, one by one or as a file, and its history. */
export function AdminRegisterPage({ setting, model }: Props) {
  const { view } = setting;
  const { t } = view;
  const { register } = model;
  return (
    <AdminFrame view={view} title="admin.register" outcome={model.outcome}>
      <p className="actions">
        <a href={view.href('/register/history')}>{t('admin.register.history')}</a>
        {t('admin.register.download')}
        {registerFormats.map(({ format, name, title }) => (
          <a key={format} href={`/admin/register/${name}`}>
            {title}
          </a>
        ))}
      </p>
      <form method="get" action="/admin/register" className="inline-form find-form">
        <input type="hidden" name="lang" value={view.language} />
        <input
          type="search"
          name="find"
          defaultValue={model.find}
          aria-label={t('admin.register.find')}
          placeholder={t('admin.register.find')}
        />
        <SendButton view={view} label="admin.register.findDo" quiet />
      </form>
      {register.posts.length === 0 ? (
        <p>{t('admin.register.empty')}</p>
      ) : (
        <>
          <Findings view={view} findings={model.findings} />
          <Terms view={view} model={model} />
          <TermForm setting={setting} model={model} />
        </>
      )}
      <section>
        <h2>{t('admin.register.query')}</h2>
        <p>{t('admin.register.queryNote')}</p>
        <PostForm setting={setting} action="/admin/register/query">
          <TextField view={view} name="posts" label="admin.register.queryPosts" />
          <SendButton view={view} label="admin.register.queryDo" />
        </PostForm>
      </section>
      <ImportForm
        setting={setting}
        title="admin.register.import"
        note="admin.register.importNote"
        action="/admin/register/import"
      >
        <TextField view={view} name="why" label="admin.why" />
      </ImportForm>
      <ImportForm
        setting={setting}
        title="admin.register.remove"
        note="admin.register.removeNote"
        action="/admin/register/removal/import"
        button="admin.register.removeDo"
      >
        <TextField view={view} name="why" label="admin.why" />
      </ImportForm>
    </AdminFrame>
  );
}
