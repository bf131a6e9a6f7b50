import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { ShareChange } from '../../../src/domain/index.ts';
import { ChangeSentence } from '../../../src/web/components/trend-figures.tsx';
import { viewForTests } from './view-for-tests.ts';

const view = viewForTests();

const lan = { personId: 'lan', name: 'Lò Thị Lan', before: 0.25, after: 0.5 };
const minh = { personId: 'minh', name: 'Vũ Minh', before: 0.75, after: 0.5 };

const rose = 'rose most, from 25.0% to 50.0% of the coverage';
const fell = 'fell most, from 75.0% to 50.0%';

test.each([
  [lan, minh, `Lò Thị Lan ${rose}; Vũ Minh ${fell}.`],
  [lan, null, `Lò Thị Lan ${rose}.`],
  [null, minh, `nobody’s share of coverage rose; Vũ Minh ${fell}.`],
  [null, null, 'nobody’s share of coverage changed.'],
])('what changed is a whole sentence (%#)', (risen, fallen, told) => {
  const change: ShareChange = {
    before: { from: '2026-03-02', to: '2026-03-03' },
    after: { from: '2026-03-04', to: '2026-03-05' },
    gapDays: { before: 0, after: 0 },
    risen,
    fallen,
  };
  const text = renderToStaticMarkup(<ChangeSentence view={view} change={change} />);
  expect(text).toMatch(new RegExp(`: ${told.replaceAll('.', '\\.')} <a href="/compare\\?`));
  // Both periods beside each other, where each share opens to its items.
  const days = 'from=2026-03-04&amp;to=2026-03-05';
  expect(text).toContain(`${days}&amp;from2=2026-03-02&amp;to2=2026-03-03"`);
  expect(text).toContain('class="challenge"');
});
