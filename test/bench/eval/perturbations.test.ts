import { expect, test } from 'vitest';
import { parseRegister } from '../../../analyzers/index.ts';
import { perturbations, type Perturbed, withEdits } from '../../../bench/eval/perturbations.ts';
import type { MentionGold } from '../../../bench/eval/sets.ts';
import { uniformFrom } from '../../../src/domain/index.ts';

const text =
  'Chủ tịch UBND tỉnh Yên Bái Lò Bảo Sung họp dân. Ông Sung hứa sửa đường.\nTài xế Lò Bảo Sung bị phạt.';

function mention(surface: string, core: string, kind: 'titled-name' | 'short-name') {
  const start = text.indexOf(surface);
  const coreStart = start + surface.length - core.length;
  const end = start + surface.length;
  const spans = { start, end, coreStart, coreEnd: end, surface };
  return { ...spans, personId: 'lo-bao-sung', kind };
}

const gold: MentionGold = {
  docId: 'one',
  approxDate: '2020-05-10',
  title: '',
  text,
  mentions: [
    mention('Chủ tịch UBND tỉnh Yên Bái Lò Bảo Sung', 'Lò Bảo Sung', 'titled-name'),
    mention('Ông Sung', 'Sung', 'short-name'),
  ],
  ignore: [],
  hardNegatives: [
    { start: text.lastIndexOf('Lò'), end: text.lastIndexOf(' bị'), reason: 'a driver' },
  ],
  story: [{ personId: 'lo-bao-sung', role: 'subject' }],
};
const register = parseRegister(
  'person,post,organization,place,from,checked\n' +
    'Lò Bảo Sung,Chủ tịch UBND tỉnh Yên Bái,UBND tỉnh Yên Bái,yen-bai,2018,no\n' +
    'Ninh Cẩm Tú,Chủ tịch UBND tỉnh Sơn La,UBND tỉnh Sơn La,son-la,2018,no\n',
  'two.csv',
);
const set: Perturbed = { golds: [gold], register };

const changed = (name: string, from = set) => {
  const perturb = perturbations[name];
  if (!perturb) throw new TypeError(`no perturbation ${name}`);
  return perturb(from, uniformFrom(7));
};

test.each(Object.keys(perturbations))('%s: every span still holds its words', (name) => {
  for (const { text: fresh, mentions } of changed(name).golds) {
    for (const { start, end, surface, coreStart, coreEnd } of mentions) {
      expect(fresh.slice(start, end)).toBe(surface);
      expect(coreEnd).toBe(end);
      expect(coreStart).toBeGreaterThanOrEqual(start);
    }
  }
});

test('people are renamed in register, mentions and namesakes alike', () => {
  const { golds, register: fresh } = changed('persons renamed');
  const name = fresh.persons[0]?.name ?? '';
  expect(golds[0]?.text).not.toContain('Sung');
  expect(golds[0]?.mentions[0]?.surface).toBe(`Chủ tịch UBND tỉnh Yên Bái ${name}`);
  expect(golds[0]?.mentions[1]?.surface).toBe(`Ông ${name.split(' ').at(-1)}`);
  expect(golds[0]?.text).toContain(`Tài xế ${name} bị phạt`);
});

test('provinces change places in the text and in the register', () => {
  const { golds, register: fresh } = changed('provinces exchanged');
  expect(golds[0]?.mentions[0]?.surface).toContain('tỉnh Lạng Sơn');
  expect(fresh.posts[0]).toMatchObject({ label: expect.stringContaining('Lạng Sơn') });
  expect(fresh.posts[0]?.place).toBe('lang-son');
});

test('who leaves the register leaves the answers', () => {
  const reversed = { ...register, persons: register.persons.toReversed() };
  const { golds, register: fresh } = changed('half the register', { ...set, register: reversed });
  expect(fresh.persons.map(({ name }) => name)).toEqual(['Ninh Cẩm Tú']);
  expect(golds[0]?.mentions).toEqual([]);
  expect(golds[0]?.story).toEqual([]);
});

test('sentences turn within their paragraph only', () => {
  expect(changed('sentences turned').golds[0]?.text).toBe(
    'Ông Sung hứa sửa đường. Chủ tịch UBND tỉnh Yên Bái Lò Bảo Sung họp dân.\nTài xế Lò Bảo Sung bị phạt.',
  );
});

test('the same seed gives the same set', () => {
  expect(changed('persons renamed')).toEqual(changed('persons renamed'));
});

test('an edit moves what follows it and stretches what holds it', () => {
  const at = text.indexOf('Yên Bái');
  const longer = withEdits(gold, [{ start: at, end: at + 7, text: 'Thừa Thiên Huế' }]);
  expect(longer.mentions[0]?.surface).toBe('Chủ tịch UBND tỉnh Thừa Thiên Huế Lò Bảo Sung');
  expect(longer.mentions[1]?.surface).toBe('Ông Sung');
});
