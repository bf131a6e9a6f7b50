import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FrontPageNumbers } from '../../../../src/domain/index.ts';
import { type TestDatabase, testDatabase } from '../../../database.ts';
import { numbersWith, serverFor } from '../server-for-tests.ts';
import { type House, member, openHouse, Visitor } from './house.ts';

let database: TestDatabase;
let house: House;
beforeAll(async () => {
  database = await testDatabase();
  house = await openHouse(database);
}, 60_000);
afterAll(() => house.app.close());

test('a front page’s whole picture is for who is signed in; everyone else has the reduced', async () => {
  const [reduced, whole] = [new Uint8Array([1]), new Uint8Array([2, 2])];
  const picture: FrontPageNumbers['picture'] = async (_id, reader) =>
    reader?.canSeeWholeTexts === true ? whole : reduced;
  const { accounts, desk, administration } = house;
  const app = serverFor(numbersWith({ frontPages: { picture } as FrontPageNumbers }), {
    review: { accounts, desk, administration, publicUrl: null },
  });
  const coder = await member(house, 'coder');
  const ask = (visitor: Visitor | null, cookie = '') =>
    app.inject({
      url: '/snapshots/look/picture.jpg',
      remoteAddress: visitor?.address ?? '192.0.2.9',
      headers: {
        host: '127.0.0.1:8080',
        cookie: visitor
          ? [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
          : cookie,
      },
    });
  const seen = await ask(coder);
  expect(seen.rawPayload.length).toBe(2);
  expect(seen.headers['cache-control']).toBe('private, no-store');
  expect((await ask(null)).rawPayload.length).toBe(1);
  expect((await ask(null, 'lang=vi; better-auth.session_token=made.up')).rawPayload.length).toBe(1);
  await app.close();
});
