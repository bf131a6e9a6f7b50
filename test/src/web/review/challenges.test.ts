import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openReadersHouse, type ReadersHouse } from '../../../readers-house.ts';
import { member, type Visitor } from './house.ts';

// Readers' challenges as coders decide them on their page.

let house: ReadersHouse;
const people: Record<string, Visitor & { readonly email?: string }> = {};

beforeAll(async () => {
  house = await openReadersHouse();
  for (const role of ['coder', 'adjudicator', 'administrator'] as const)
    people[role] = await member(house, role);
});
afterAll(() => house.app.close());

const query = { period: { from: '2026-03-02', to: '2026-03-06' }, outlets: null, demo: false };
const page = '/coding/challenges';
const coder = () => people['coder'] as Visitor;

/** A challenge to a mention of Lê An. */
async function raised(itemId: string | null = house.otherItemId) {
  const target = { itemId, personId: 'le-an', outletId: null };
  const rest = { address: '/', query, reason: 'Lời riêng của bạn đọc này.' };
  const claim = 'not-mentioned';
  return (await house.publication.challenges.raise({ claim, ...target, ...rest })).id;
}

const stateOf = async (id: string) => (await house.publication.challenges.challenge(id))?.state;

async function trailOf(id: string) {
  const { rows } = await sql<{ action: string; email: string }>`select t.action, u.email
    from audit_trail t join auth_users u on u.id = t.user_id
    where t.subject = ${id}`.execute(house.database.db);
  return rows;
}

test('a coder is told how many wait, and sees them without anything administrative', async () => {
  await raised();
  const { open } = await house.publication.challenges.counts();
  const { body: first } = await coder().get('/coding?lang=en');
  expect(first).toContain(`${open} readers’ challenges wait`);
  const { body } = await coder().get(`${page}?lang=en`);
  expect(body.match(/action="\/coding\/challenges\//g)).toHaveLength(open);
  expect(body).toContain(`href="/items/${house.otherItemId}?lang=en"`);
  expect(body).toContain(`href="/items/${house.otherItemId}/whole?lang=en"`);
  expect(body).not.toMatch(/\/admin|takedown|subscriber|Bài có nêu tên một người/);
  const { body: administration } = await (people['administrator'] as Visitor).get(
    '/admin/requests?lang=en',
  );
  expect(administration).toContain('Bài có nêu tên một người');
});

test.each(['coder', 'adjudicator', 'administrator'])(
  '%s: the deed stands in the trail',
  async (role) => {
    const visitor = people[role] as Visitor & { readonly email?: string };
    const id = await raised(null);
    const fields = { decision: 'reject', why: 'Đúng người này.' };
    const answer = await visitor.submit(page, `${page}/${id}`, fields);
    expect(answer.statusCode).toBe(200);
    expect(await stateOf(id)).toBe('rejected');
    expect(await trailOf(id)).toEqual([{ action: 'challenge rejected', email: visitor.email }]);
  },
);

test('of two who decide at once one is told that it is decided', async () => {
  const id = await raised();
  const who = [people['coder'], people['adjudicator']] as [Visitor, Visitor];
  const tokens = await Promise.all(who.map((one) => one.token(page)));
  const fields = { decision: 'accept', why: 'Người trùng tên.' };
  const answers = await Promise.all(
    who.map((one, at) => one.send('POST', `${page}/${id}`, { ...fields, form: tokens[at] ?? '' })),
  );
  const second = answers.find(({ statusCode }) => statusCode === 409);
  expect(answers.map(({ statusCode }) => String(statusCode)).toSorted()).toEqual(['200', '409']);
  // Either may be the second, each in a language of their own.
  expect(second?.body).toMatch(/decided this already|Đã có người quyết định việc này trước/);
  expect(await trailOf(id)).toHaveLength(1);
  const made = await house.publication.challenges.corrections({ itemId: house.otherItemId });
  expect(made.filter(({ challengeId }) => challengeId === id)).toHaveLength(1);
});

test('without an answer, or without yes or no, nothing is decided', async () => {
  const id = await raised();
  for (const fields of [
    { decision: 'accept', why: '  ' },
    { decision: 'perhaps', why: 'Vì sao.' },
    { why: 'Vì sao.' },
  ] as Record<string, string>[]) {
    const answer = await coder().submit(page, `${page}/${id}`, fields);
    expect(answer.statusCode).toBe(400);
    expect(answer.body).toContain('nothing was saved');
  }
  expect(await stateOf(id)).toBe('open');
});

test('the token of somebody else’s form decides nothing', async () => {
  const id = await raised();
  const fields = { decision: 'reject', why: 'Không.' };
  const form = await (people['adjudicator'] as Visitor).token(page);
  const foreign = await coder().send('POST', `${page}/${id}`, { ...fields, form });
  expect(foreign.statusCode).toBe(403);
  expect(await stateOf(id)).toBe('open');
});
