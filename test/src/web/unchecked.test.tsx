import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { PersonFigures } from '../../../src/domain/index.ts';
import { PersonLink } from '../../../src/web/components/person-name.tsx';
import { viewForTests } from './view-for-tests.ts';

const view = viewForTests({
  language: 'vi',
  world: { demo: false, period: null, outlets: 1, unchecked: ['lan'] },
});

test('a name says that none of its terms is checked, unless its posts do', () => {
  const link = (personId: string, posts: PersonFigures['posts'] = []) =>
    renderToStaticMarkup(
      <PersonLink view={view} personId={personId} name="Lò Thị Lan" posts={posts} />,
    );
  expect(link('lan')).toContain('<span class="unchecked">chưa kiểm chứng</span>');
  expect(link('lan', [{ label: 'Chủ tịch', checked: false }])).not.toContain('chưa kiểm chứng');
  expect(link('minh')).not.toContain('chưa kiểm chứng');
  const beside = <PersonLink view={view} personId="lan" name="Lò Thị Lan" isTermBeside />;
  expect(renderToStaticMarkup(beside)).not.toContain('chưa kiểm chứng');
  expect(view.nameOf({ personId: 'lan', name: 'Lò Thị Lan' })).toBe('Lò Thị Lan (chưa kiểm chứng)');
  expect(view.nameOf({ personId: 'minh', name: 'Lò Văn Minh' })).toBe('Lò Văn Minh');
});
