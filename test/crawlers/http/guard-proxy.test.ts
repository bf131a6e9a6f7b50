import { createServer, request, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ResolvedAddress } from '../../../crawlers/http/connection.ts';
import { type GuardProxy, openGuardProxy } from '../../../crawlers/http/guard-proxy.ts';

let server: Server;
let port: number;
const proxies: GuardProxy[] = [];

beforeAll(async () => {
  server = createServer((_, response) => response.end('inside'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ({ port } = server.address() as AddressInfo);
});
afterAll(async () => {
  for (const proxy of proxies) await proxy.close();
  server.close();
});

const names: Readonly<Record<string, string>> = {
  'outlet.example': '93.184.216.34',
  'inside.example': '127.0.0.1',
  'metadata.example': '169.254.169.254',
};

async function resolve(host: string): Promise<ResolvedAddress[]> {
  return names[host] ? [{ address: names[host], family: 4 }] : [];
}

async function open(url: string, allowPrivateAddresses: boolean): Promise<GuardProxy> {
  const isBlockedHost = (host: string) => host === 'ads.example';
  const proxy = await openGuardProxy({ url, allowPrivateAddresses, resolve, isBlockedHost });
  proxies.push(proxy);
  return proxy;
}

/** Status of a plain request through the proxy. */
function ask(proxy: GuardProxy, url: string): Promise<number> {
  const { hostname: host, port: proxyPort } = new URL(proxy.address);
  return new Promise((done, reject) => {
    request(
      { host, port: proxyPort, path: url, headers: { host: new URL(url).host } },
      (answer) => {
        answer.resume();
        done(answer.statusCode ?? 0);
      },
    )
      .on('error', reject)
      .end();
  });
}

/** First line a tunnel is answered with. */
function tunnel(proxy: GuardProxy, target: string): Promise<string> {
  const { hostname, port: proxyPort } = new URL(proxy.address);
  return new Promise((done, reject) => {
    const socket = connect({ host: hostname, port: Number(proxyPort) });
    socket.on('error', reject);
    socket.once('data', (data) => {
      done(data.toString().split('\r\n')[0] ?? '');
      socket.destroy();
    });
    socket.write(`CONNECT ${target} HTTP/1.1\r\nHost: ${target}\r\n\r\n`);
  });
}

describe('the guard proxy', () => {
  test('lets a private outlet’s page have what lies beside it', async () => {
    const proxy = await open(`http://127.0.0.1:${port}/`, true);
    expect(await ask(proxy, `http://127.0.0.1:${port}/x`)).toBe(200);
    expect(await tunnel(proxy, `127.0.0.1:${port}`)).toContain('200');
    expect(await ask(proxy, 'http://169.254.169.254/latest')).toBe(403);
    expect(await ask(proxy, 'http://10.0.0.1:8000/')).toBe(403);
    expect(proxy.refused()).toBe(2);
  });

  test.each([
    [false, 'without permission'],
    [true, 'nor with it, since the page is public'],
  ])('leads a public page nowhere inside (%s: %s)', async (allowed) => {
    const proxy = await open('http://outlet.example/', allowed);
    expect(await ask(proxy, `http://127.0.0.1:${port}/x`)).toBe(403);
    expect(await ask(proxy, `http://inside.example:8080/x`)).toBe(403);
    expect(await ask(proxy, 'http://metadata.example/')).toBe(403);
    expect(await tunnel(proxy, `127.0.0.1:${port}`)).toContain('403');
    expect(await tunnel(proxy, '[::1]:443')).toContain('403');
    expect(await tunnel(proxy, 'inside.example:443')).toContain('403');
    expect(proxy.refused()).toBe(6);
  });

  test('keeps back what is on the list of trackers', async () => {
    const proxy = await open(`http://127.0.0.1:${port}/`, true);
    expect(await tunnel(proxy, 'ads.example:443')).toContain('403');
    expect(proxy.blocked()).toBe(1);
  });

  test('is not opened at all for a page that may not be opened', async () => {
    await expect(open('http://inside.example/', false)).rejects.toThrow(/private/i);
  });
});
