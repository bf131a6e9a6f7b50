import type { Reason } from '../../domain/index.ts';
import type { View } from '../view.ts';

/** Why the machine asks about something; nothing in the audit, which is coded blind. */
export function Reasons({
  view,
  reasons,
}: {
  readonly view: View;
  readonly reasons: readonly Reason[];
}) {
  if (reasons.length === 0) return null;
  return (
    <aside className="note">
      <strong>{view.t('coding.reason')}</strong>
      <ul>
        {reasons.map((reason) => (
          <li key={reason.vi}>{reason[view.language]}</li>
        ))}
      </ul>
    </aside>
  );
}
