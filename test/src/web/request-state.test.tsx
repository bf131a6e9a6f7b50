import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { Correction } from '../../../src/domain/index.ts';
import { RequestStatePage } from '../../../src/web/pages/index.ts';
import { viewForTests } from './view-for-tests.ts';

const correction = { personName: 'Lò Thị Lan', before: 51, after: 50 } as Correction;

test('the arrow of a restated figure is drawn, since no font of the pages has one', () => {
  const html = renderToStaticMarkup(
    <RequestStatePage
      view={viewForTests({ language: 'vi' })}
      model={{
        id: '1',
        at: '2026-03-12T01:00:00Z',
        state: 'accepted',
        decidedAt: '2026-03-13T01:00:00Z',
        answer: 'Đúng vậy.',
        back: '/',
        correction,
      }}
    />,
  );
  expect(html).toContain('51 <span class="arrow">→</span> 50');
  expect(html.replaceAll('<span class="arrow">→</span>', '')).not.toContain('→');
});
