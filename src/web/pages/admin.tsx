import type { Account, AuditEntry, Invitation } from '../../review/index.ts';
import { AdminFrame } from '../components/admin-frame.tsx';
import {
  type FormSetting,
  PostForm,
  SendButton,
  TextArea,
  TextField,
} from '../components/form.tsx';
import { Layout } from '../components/layout.tsx';
import type { MessageKey } from '../language.ts';
import { actionText, roleNames } from '../review-words.ts';
import type { View } from '../view.ts';

const sections = [
  ['/admin/review', 'admin.review', 'admin.reviewAbout'],
  ['/admin/outlets', 'admin.outlets', 'admin.outletsAbout'],
  ['/admin/register', 'admin.register', 'admin.registerAbout'],
  ['/admin/requests', 'admin.requests', 'admin.requestsAbout'],
  ['/admin/subscribers', 'admin.subscribers', 'admin.subscribersAbout'],
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
          <TextField
            view={view}
            name="from"
            type="date"
            label="filter.from"
            value={world.period?.from ?? ''}
          />
          <TextField
            view={view}
            name="to"
            type="date"
            label="filter.to"
            value={world.period?.to ?? ''}
          />
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
      <section>
        <h2>{t('admin.import')}</h2>
        <p>{t('admin.importNote')}</p>
        <PostForm setting={setting} action="/admin/review/import">
          <TextArea view={view} name="file" label="admin.importText" />
          <SendButton view={view} label="admin.importDo" />
        </PostForm>
      </section>
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

function AccountRow({
  setting,
  account,
}: {
  readonly setting: FormSetting;
  readonly account: Account;
}) {
  const { view } = setting;
  const { t, formats } = view;
  const path = `/admin/users/${account.id}`;
  return (
    <tr>
      <th scope="row">
        {account.name}
        <span className="hint">
          {account.email} · {formats.day(account.createdAt.toISOString().slice(0, 10))}
        </span>
      </th>
      <td>{t(account.secondFactor ? 'admin.yes' : 'admin.no')}</td>
      <td>
        <PostForm setting={setting} action={`${path}/role`} className="inline-form">
          <RoleSelect view={view} role={account.role} />
          <SendButton view={view} label="admin.change" quiet />
        </PostForm>
      </td>
      <td>
        <PostForm setting={setting} action={`${path}/sessions`} className="inline-form">
          <SendButton view={view} label="admin.endSessions" quiet />
        </PostForm>
        <PostForm setting={setting} action={`${path}/remove`} className="inline-form">
          <SendButton view={view} label="admin.remove" quiet />
        </PostForm>
      </td>
    </tr>
  );
}

function Invite(props: {
  readonly setting: FormSetting;
  readonly invitations: readonly Invitation[];
}) {
  const { setting, invitations } = props;
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
        <TextField view={view} name="note" label="admin.inviteNote" />
        <SendButton view={view} label="admin.inviteDo" />
      </PostForm>
      <ul className="plain-list">
        {invitations.map((invitation) => (
          <li key={invitation.tokenHash}>
            {t(roleNames[invitation.role])} · {invitation.note} ·{' '}
            {formats.day(invitation.createdAt.toISOString().slice(0, 10))}{' '}
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
}) {
  const { setting, accounts, invitations, outcome, link } = props;
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
      <div className="scroll-wide" tabIndex={0} role="region" aria-label={t('admin.users')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('session.name')}</th>
              <th scope="col">{t('admin.secondFactor')}</th>
              <th scope="col">{t('admin.role')}</th>
              <th scope="col">
                <span className="hidden">{t('admin.what')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {accounts.map((account) => (
              <AccountRow key={account.id} setting={setting} account={account} />
            ))}
          </tbody>
        </table>
      </div>
      <Invite setting={setting} invitations={invitations} />
    </AdminFrame>
  );
}

/** What a line adds in numbers and words: `items 130`, `role coder`. */
function detailsOf({ details }: AuditEntry): string[] {
  if (typeof details !== 'object' || details === null) return [];
  return Object.entries(details)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name} ${String(value)}`);
}

/** Who did what, latest first. */
export function AdminTrailPage(props: {
  readonly view: View;
  readonly entries: readonly (AuditEntry & { readonly id: string })[];
  readonly timeZone: string;
}) {
  const { view, entries, timeZone } = props;
  const { t, formats } = view;
  const last = entries.at(-1);
  return (
    <AdminFrame view={view} title="admin.trail" outcome={null}>
      <div className="scroll-wide" tabIndex={0} role="region" aria-label={t('admin.trail')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('admin.when')}</th>
              <th scope="col">{t('admin.who')}</th>
              <th scope="col">{t('admin.what')}</th>
              <th scope="col">{t('admin.onWhat')}</th>
            </tr>
          </thead>
          <tbody>
            {entries.map((entry) => (
              <tr key={entry.id}>
                <td>{formats.instant(entry.at.toISOString(), timeZone)}</td>
                <td>{entry.userName ?? entry.userId ?? t('admin.system')}</td>
                <td>{actionText(view, entry.action)}</td>
                <td className="wrap">
                  {[entry.subject ?? '', ...detailsOf(entry)].filter(Boolean).join(' · ')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {last && entries.length === 100 ? (
        <p>
          <a href={view.href('/admin/trail', { before: last.id })}>{t('admin.older')}</a>
        </p>
      ) : null}
    </AdminFrame>
  );
}
