import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../../database.ts';
import { numbersWith, serverFor } from '../server-for-tests.ts';
import { type House, member, openHouse } from './house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse(await testDatabase());
}, 60_000);
afterAll(() => house.app.close());

test.each([
  [true, 'attachment; filename="codings-fiction.csv"'],
  [false, 'attachment; filename="codings.csv"'],
])(
  'codings of the demo (%s) say by their file’s name that they are fiction',
  async (demo, name) => {
    const { accounts, desk, administration } = house;
    const extent = async () => ({ demo, period: null, outlets: 1, unchecked: [] });
    const app = serverFor(numbersWith({ extent }), {
      review: { accounts, desk, administration, publicUrl: null },
    });
    const visitor = await member(house, 'administrator');
    const { headers, statusCode } = await app.inject({
      url: '/admin/review/codings.csv',
      remoteAddress: visitor.address,
      headers: {
        host: '127.0.0.1:8080',
        cookie: [...visitor.cookies].map(([key, value]) => `${key}=${value}`).join('; '),
      },
    });
    await app.close();
    expect([statusCode, headers['content-disposition']]).toEqual([200, name]);
  },
);
