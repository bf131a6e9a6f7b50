import { dayIn } from '../../domain/index.ts';
import type { Account, Invitation } from '../../review/index.ts';
import { AdminFrame } from '../components/admin-frame.tsx';
import { type Column, DataTable } from '../components/data-table.tsx';
import {
  DayFields,
  type FormSetting,
  PostForm,
  SendButton,
  TextField,
} from '../components/form.tsx';
import { ImportForm } from '../components/import-form.tsx';
import { Layout } from '../components/layout.tsx';
import type { MessageKey } from '../language.ts';
import { roleNames } from '../review-words.ts';
import type { View } from '../view.ts';

const sections = [
  ['/admin/review', 'admin.review', 'admin.reviewAbout'],
  ['/admin/outlets', 'admin.outlets', 'admin.outletsAbout'],
  ['/admin/register', 'admin.register', 'admin.registerAbout'],
  ['/admin/plans', 'admin.plans', 'admin.plansAbout'],
  ['/admin/requests', 'admin.requests', 'admin.requestsAbout'],
  ['/admin/subscribers', 'admin.subscribers', 'admin.subscribersAbout'],
  ['/admin/upkeep', 'admin.upkeep', 'admin.upkeepAbout'],
  ['/admin/backup', 'admin.backup', 'admin.backupAbout'],
  ['/admin/replay', 'admin.replay', 'admin.replayAbout'],
  ['/admin/checkup', 'admin.checkup', 'admin.checkupAbout'],
  ['/operations', 'admin.operations', 'admin.operationsAbout'],
  ['/admin/users', 'admin.users', 'admin.usersAbout'],
  ['/admin/trail', 'admin.trail', 'admin.trailAbout'],
] as const satisfies readonly (readonly [string, MessageKey, MessageKey])[];

/** What administrators can do, a line each. */
export function AdminPage({ view }: { readonly view: View }) {
  const { t } = view;
  return (
    <Layout view={view} title={t('admin.title')} methodVersion={null}>
      <header className="finding">
        <h1>{t('admin.title')}</h1>
      </header>
      <p className="actions">
        <a href={view.href('/coding')}>{t('coding.title')}</a>
      </p>
      <ul className="plain-list">
        {sections.map(([path, name, about]) => (
          <li key={path}>
            <a href={view.href(path)}>{t(name)}</a>: {t(about)}
          </li>
        ))}
      </ul>
    </Layout>
  );
}

/** Draw an audit, list doubts, export and import codings. */
export function AdminReviewPage(props: {
  readonly setting: FormSetting;
  readonly outcome: string | null;
}) {
  const { setting, outcome } = props;
  const { view } = setting;
  const { t, world } = view;
  return (
    <AdminFrame view={view} title="admin.review" outcome={outcome}>
      <section>
        <h2>{t('admin.draw')}</h2>
        <p>{t('admin.drawNote')}</p>
        <PostForm setting={setting} action="/admin/review/audit">
          <DayFields view={view} period={world.period} />
          <TextField view={view} name="items" type="number" label="admin.items" value="200" />
          <TextField view={view} name="seed" label="admin.seed" value={world.period?.to ?? ''} />
          <SendButton view={view} label="admin.drawDo" />
        </PostForm>
      </section>
      <section>
        <h2>{t('admin.doubts')}</h2>
        <p>{t('admin.doubtsNote')}</p>
        <PostForm setting={setting} action="/admin/review/doubts">
          <SendButton view={view} label="admin.doubtsDo" />
        </PostForm>
      </section>
      <section>
        <h2>{t('admin.export')}</h2>
        <p>{t('admin.exportNote')}</p>
        <p className="actions">
          <a href="/admin/review/codings.csv">CSV</a>
          <a href="/admin/review/codings.json">JSON</a>
        </p>
      </section>
      <ImportForm
        setting={setting}
        title="admin.import"
        note="admin.importNote"
        action="/admin/review/import"
      />
    </AdminFrame>
  );
}

function RoleSelect({ view, role }: { readonly view: View; readonly role: Account['role'] }) {
  return (
    <select name="role" aria-label={view.t('admin.role')} defaultValue={role}>
      {(['coder', 'adjudicator', 'administrator'] as const).map((name) => (
        <option key={name} value={name}>
          {view.t(roleNames[name])}
        </option>
      ))}
    </select>
  );
}

function accountColumns(setting: FormSetting): Column<Account>[] {
  const { view } = setting;
  const { t, formats } = view;
  const path = (id: string) => `/admin/users/${id}`;
  return [
    {
      key: 'name',
      label: t('session.name'),
      cell: ({ name, email, createdAt }) => (
        <>
          {name}
          <span className="hint">
            {email} · {formats.day(dayIn(view.timeZone, createdAt))}
          </span>
        </>
      ),
    },
    {
      key: 'second',
      label: t('admin.secondFactor'),
      cell: ({ secondFactor }) => t(secondFactor ? 'admin.yes' : 'admin.no'),
    },
    {
      key: 'role',
      label: t('admin.role'),
      wrap: true,
      cell: ({ id, role }) => (
        <PostForm setting={setting} action={`${path(id)}/role`} className="inline-form">
          <RoleSelect view={view} role={role} />
          <SendButton view={view} label="admin.change" quiet />
        </PostForm>
      ),
    },
    {
      key: 'what',
      label: t('admin.actions'),
      wrap: true,
      cell: ({ id }) => (
        <>
          <PostForm setting={setting} action={`${path(id)}/sessions`} className="inline-form">
            <SendButton view={view} label="admin.endSessions" quiet />
          </PostForm>
          <PostForm setting={setting} action={`${path(id)}/remove`} className="inline-form">
            <SendButton view={view} label="admin.remove" quiet />
          </PostForm>
        </>
      ),
    },
  ];
}

function Invite(props: {
  readonly setting: FormSetting;
  readonly invitations: readonly Invitation[];
  readonly sendsMail: boolean;
}) {
  const { setting, invitations, sendsMail } = props;
  const { view } = setting;
  const { t, formats } = view;
  return (
    <section>
      <h2>{t('admin.invite')}</h2>
      <PostForm setting={setting} action="/admin/users/invite">
        <label className="field">
          <span>{t('admin.role')}</span>
          <RoleSelect view={view} role="coder" />
        </label>
        <TextField view={view} name="note" label="admin.inviteNote" optional />
        {sendsMail ? (
          <TextField
            view={view}
            name="mail"
            type="email"
            label="admin.inviteByMail"
            hint={t('admin.inviteByMailHint')}
            optional
          />
        ) : null}
        <SendButton view={view} label="admin.inviteDo" />
      </PostForm>
      <ul className="plain-list">
        {invitations.map((invitation) => (
          <li key={invitation.tokenHash}>
            {[
              t(roleNames[invitation.role]),
              invitation.note,
              formats.day(dayIn(view.timeZone, invitation.createdAt)),
            ]
              .filter(Boolean)
              .join(' · ')}{' '}
            <PostForm
              setting={setting}
              action={`/admin/invitations/${invitation.tokenHash}/withdraw`}
              className="inline-form"
            >
              <SendButton view={view} label="admin.withdraw" quiet />
            </PostForm>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A letter with the link, in the administrator's own mail program: no other has to know of it. */
function mailOf({ t }: View, link: string): string {
  const subject = encodeURIComponent(t('admin.inviteSubject'));
  const body = encodeURIComponent(t('admin.inviteBody', { link }));
  return `mailto:?subject=${subject}&body=${body}`;
}

/** Accounts with their roles, open invitations, and a form for the next. */
export function AdminUsersPage(props: {
  readonly setting: FormSetting;
  readonly accounts: readonly Account[];
  readonly invitations: readonly Invitation[];
  readonly outcome: string | null;
  /** The link just made; it is shown this once. */
  readonly link: string | null;
  /** Whether a mail server is set. */
  readonly sendsMail: boolean;
}) {
  const { setting, accounts, invitations, outcome, link, sendsMail } = props;
  const { view } = setting;
  const { t } = view;
  return (
    <AdminFrame view={view} title="admin.users" outcome={outcome}>
      {link === null ? null : (
        <div className="note" role="status">
          <p>{t('admin.inviteLink')}</p>
          <p>
            <code className="link">{link}</code>
          </p>
          <p>
            <a href={mailOf(view, link)}>{t('admin.inviteMail')}</a>
          </p>
        </div>
      )}
      <DataTable
        view={view}
        id="users"
        caption={t('admin.users')}
        columns={accountColumns(setting)}
        rows={accounts}
        rowKey={({ id }) => id}
      />
      <Invite setting={setting} invitations={invitations} sendsMail={sendsMail} />
    </AdminFrame>
  );
}
