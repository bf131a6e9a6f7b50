import type { CheckupFinding, CommandPlace } from '../../domain/index.ts';
import { AdminFrame } from '../components/admin-frame.tsx';
import { DataTable } from '../components/data-table.tsx';
import type { MessageKey } from '../language.ts';
import type { View } from '../view.ts';

export interface AdminCheckupModel {
  readonly findings: readonly CheckupFinding[];
  readonly commands: readonly CommandPlace[];
}

function stateOf({ ok, note }: CheckupFinding): MessageKey {
  if (!ok) return 'admin.checkup.trouble';
  return note ? 'admin.register.worthKnowing' : 'admin.checkup.fine';
}

function Findings({ view, findings }: { view: View; findings: readonly CheckupFinding[] }) {
  const { t } = view;
  return (
    <DataTable
      view={view}
      id="findings"
      caption={t('admin.checkup')}
      columns={[
        { key: 'state', label: t('admin.outlets.state'), cell: (one) => t(stateOf(one)) },
        {
          key: 'what',
          label: t('admin.checkup.found'),
          wrap: true,
          cell: ({ text }) => text[view.language],
        },
      ]}
      // What is to be mended comes first, then what is worth knowing.
      rows={findings.toSorted((one, other) => rank(one) - rank(other))}
      rowKey={({ check, text }) => `${check} ${text.en}`}
    />
  );
}

const rank = ({ ok, note }: CheckupFinding) => (ok ? (note ? 1 : 2) : 0);

/** What the machine and the installation lack; and where every command's work is done on pages. */
export function AdminCheckupPage(props: {
  readonly view: View;
  readonly model: AdminCheckupModel;
}) {
  const { view, model } = props;
  const { t } = view;
  const troubles = model.findings.filter(({ ok }) => !ok).length;
  return (
    <AdminFrame view={view} title="admin.checkup" outcome={null}>
      <p className="lead">
        {troubles === 0 ? t('admin.checkup.allFine') : t('admin.checkup.toMend', { n: troubles })}
      </p>
      <Findings view={view} findings={model.findings} />
      <section>
        <h2>{t('admin.checkup.commands')}</h2>
        <p>{t('admin.checkup.commandsNote')}</p>
        <DataTable
          view={view}
          id="commands"
          caption={t('admin.checkup.commands')}
          columns={[
            {
              key: 'command',
              label: t('admin.checkup.command'),
              cell: ({ name }) => <code>{name}</code>,
            },
            {
              key: 'page',
              label: t('admin.checkup.page'),
              wrap: true,
              cell: ({ page, why }) => (
                <>
                  {page === null ? null : <a href={view.href(page)}>{page}</a>}
                  {why === null ? null : <span className="hint">{why[view.language]}</span>}
                </>
              ),
            },
          ]}
          rows={model.commands}
          rowKey={({ name }) => name}
        />
      </section>
    </AdminFrame>
  );
}
