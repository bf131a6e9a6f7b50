import type { Socket } from 'node:net';
import type { TlsOptions } from 'node:tls';
import { describe, expect, it } from 'vitest';
import { authority, certificate } from './certificate.ts';
import { LIMITS, openDoor, trusted } from './door.ts';
import { meet, type Route } from './route.ts';
import { ANSWERS } from './routes/answers.ts';
import { BLOCKS } from './routes/blocks.ts';
import { BODIES } from './routes/bodies.ts';
import { FRAMING } from './routes/framing.ts';
import { GUARDED } from './routes/guarded.ts';
import { ODDITIES } from './routes/oddities.ts';
import { REDIRECTS } from './routes/redirects.ts';
import { hostileServer, page } from './server.ts';

const MOST_MS = LIMITS.totalMs + 2500;

async function meets(route: Route): Promise<void> {
  const door = openDoor();
  try {
    await meet(door, route, (met) => {
      const { attempt } = met;
      const got = attempt.error?.code.replace(/^fetch\//, '') ?? attempt.outcome;
      expect(route.expect.split('|'), `${attempt.error?.message}`).toContain(got);
      expect(attempt.durationMs).toBeLessThan(MOST_MS);
      expect(attempt.bytes === null).toBe(attempt.outcome !== 'ok');
      if (attempt.error) expect(attempt.error.message).toMatch(/^\S.{20,}\. .{10,}\.$/s);
      route.check?.(met);
    });
  } finally {
    await door.close();
  }
}

const TABLE = { FRAMING, BLOCKS, BODIES, REDIRECTS, GUARDED, ANSWERS, ODDITIES };

for (const [group, routes] of Object.entries(TABLE)) {
  describe.concurrent(`hostile: ${group.toLowerCase()}`, () => {
    it.each(routes.map((route) => [route.name.slice(0, 90), route] as const))(
      '%s',
      async (_, route) => {
        await meets(route);
      },
    );
  });
}

const DAY_MS = 86_400_000;
const past = (days: number) => new Date(Date.now() - days * DAY_MS);
const HOST = '127.0.0.1';
const TLS: readonly (Route & { tls: Parameters<typeof certificate>[0]; more?: TlsOptions })[] = [
  { name: 'a trusted certificate', tls: { host: HOST, issuer: trusted }, expect: 'ok' },
  { name: 'self-signed', tls: { host: HOST }, expect: 'tls' },
  { name: 'an unknown authority', tls: { host: HOST, issuer: authority('Nobody') }, expect: 'tls' },
  {
    name: 'a stolen authority name',
    tls: { host: HOST, issuer: { ...authority('Nobody'), name: trusted.name } },
    expect: 'tls',
  },
  {
    name: 'expired',
    tls: { host: HOST, issuer: trusted, from: past(9), until: past(2) },
    expect: 'tls',
  },
  {
    name: 'not yet valid',
    tls: { host: HOST, issuer: trusted, from: past(-2), until: past(-9) },
    expect: 'tls',
  },
  { name: 'for another host', tls: { host: 'other.example', issuer: trusted }, expect: 'tls' },
  {
    name: 'HTTP/2 alone',
    tls: { host: HOST, issuer: trusted },
    more: { ALPNProtocols: ['h2'] },
    expect: 'tls',
  },
  {
    name: 'TLS 1.1 alone',
    tls: { host: HOST, issuer: trusted },
    more: { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' },
    expect: 'tls',
  },
  {
    name: 'a certificate of ours demanded',
    tls: { host: HOST, issuer: trusted },
    more: { requestCert: true, rejectUnauthorized: true, maxVersion: 'TLSv1.2' },
    expect: 'tls',
  },
  { name: 'for another address', tls: { host: '127.0.0.2', issuer: trusted }, expect: 'tls' },
];

describe.concurrent('hostile: tls', () => {
  it.each(TLS.map((route) => [route.name, route] as const))('%s', async (_, route) => {
    await meets({
      ...route,
      page: page(),
      server: { tls: { ...certificate(route.tls), ...route.more } },
    });
  });
  it.each([
    ['plain HTTP on a TLS address', (socket: Socket) => void socket.end(page()), /^fetch\/tls$/],
    ['a TLS handshake that never goes on', () => undefined, /connect-timeout|robots-unreachable/],
  ])('%s', async (_, onConnect, code) => {
    const server = await hostileServer({}, { onConnect });
    const door = openDoor();
    const url = `https://127.0.0.1:${server.port}/page`;
    const request = { url, expects: 'page', delayMs: 0, allowPrivateAddresses: true } as const;
    const attempt = await door.fetch(request);
    await door.close();
    await server.close();
    expect(attempt.error?.code).toMatch(code);
  });
});

it('counts its cases', () => {
  const count = Object.values(TABLE).flat().length + TLS.length + 2;
  expect(count).toBeGreaterThanOrEqual(500);
});
