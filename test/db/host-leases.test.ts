import { afterAll, describe, expect, test } from 'vitest';
import { createHostLender } from '../../db/index.ts';
import type { HostLender, HostUse } from '../../src/domain/index.ts';
import { testDatabase } from '../database.ts';
import { quietLog } from '../src/context.ts';

const database = await testDatabase();
const lenders: HostLender[] = [];
afterAll(async () => {
  for (const lender of lenders) await lender.close();
});

function lender(holder: string, leaseMs = 30_000): HostLender {
  const made = createHostLender(database.db, { holder, log: quietLog, leaseMs });
  lenders.push(made);
  return made;
}

const used = (more: Partial<HostUse> = {}): HostUse => ({
  delayMs: 0,
  pause: null,
  recovered: false,
  ...more,
});

describe('a host', () => {
  const [one, two] = [lender('one'), lender('two')];

  test('is lent to one at a time, and after the delay to the next', async () => {
    expect(await one.ask('a.example')).toMatchObject({ lent: true });
    expect(await two.ask('a.example')).toMatchObject({ lent: false, paused: false });
    await one.giveBack('a.example', used({ delayMs: 60_000 }));
    const answer = await two.ask('a.example');
    expect(answer.lent ? 0 : answer.waitMs).toBeGreaterThan(50_000);
    expect(await two.ask('b.example')).toMatchObject({ lent: true });
  });

  test('that asked one for peace has it from all, longer each time it says so', async () => {
    const saysTooOften = used({ pause: { askedMs: null, mostMs: 3_600_000 } });
    expect(await one.ask('c.example')).toMatchObject({ lent: true });
    await one.giveBack('c.example', saysTooOften);
    const answer = await two.ask('c.example');
    expect(answer).toMatchObject({ lent: false, paused: true });
    expect(answer.lent ? 0 : answer.waitMs).toBeGreaterThan(3_000);
    expect(await one.ask('d.example')).toMatchObject({ lent: true });
    await one.giveBack('d.example', used({ pause: { askedMs: 90_000, mostMs: 3_600_000 } }));
    const named = await two.ask('d.example');
    expect(named.lent ? 0 : named.waitMs).toBeGreaterThan(80_000);
  });

  test('comes free by itself when who had it is dead, and not while it lives', async () => {
    const [living, dead] = [lender('living', 1_000), lender('dead', 1_000)];
    expect(await living.ask('e.example')).toMatchObject({ lent: true });
    expect(await dead.ask('f.example')).toMatchObject({ lent: true });
    await dead.close();
    await database.db
      .updateTable('host_leases')
      .set({ holder: 'dead', held_until: new Date(Date.now() + 700) })
      .where('host', '=', 'f.example')
      .execute();
    expect(await two.ask('f.example')).toMatchObject({ lent: false });
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    expect(await two.ask('f.example')).toMatchObject({ lent: true });
    expect(await two.ask('e.example')).toMatchObject({ lent: false });
  });

  test('that another has by now is told to who believed to have it', async () => {
    const asleep = lender('asleep', 1_000);
    const loan = await asleep.ask('g.example');
    if (!loan.lent) throw new TypeError('it was free');
    await database.db
      .updateTable('host_leases')
      .set({ holder: 'another' })
      .where('host', '=', 'g.example')
      .execute();
    if (!loan.lost.aborted) {
      await new Promise((resolve) => loan.lost.addEventListener('abort', resolve));
    }
    expect(loan.lost.aborted).toBe(true);
    // What it gives back afterwards is no longer its own.
    await asleep.giveBack('g.example', used());
    expect(await two.ask('g.example')).toMatchObject({ lent: false });
  });
});
