import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressClass, mayTouch } from '../../../crawlers/http/addresses.ts';

describe('addressClass', () => {
  it.each([
    [
      'public',
      '8.8.8.8 1.1.1.1 93.184.216.34 113.160.0.1 2606:4700::1111 2001:ee0::1 64:ff9b::808:808 ::ffff:8.8.8.8',
    ],
    ['loopback', '127.0.0.1 127.255.255.255 ::1 ::ffff:127.0.0.1 ::ffff:7f00:1'],
    [
      'private',
      '10.0.0.1 172.16.0.1 172.31.255.255 192.168.0.1 100.64.0.1 100.127.255.255 fc00::1 fdff::1 ::ffff:10.0.0.1',
    ],
    [
      'forbidden',
      '0.0.0.0 0.1.2.3 169.254.169.254 192.0.0.1 192.0.2.1 192.88.99.1 198.18.0.1 198.51.100.1 203.0.113.1 224.0.0.1 ' +
        '239.255.255.255 240.0.0.1 255.255.255.255 :: fe80::1 fe80::1%eth0 febf::1 fec0::1 ff02::1 2001:db8::1 ' +
        '2002:7f00:1:: 2002:808:808:: 2001::1 2001:10::1 2001:20::1 64:ff9b::7f00:1 64:ff9b::a00:1 64:ff9b:1::1 ' +
        '100::1 ::127.0.0.1 ::8.8.8.8 2606:4700::5efe:a00:1 2606:4700::200:5efe:8.8.8.8 3fff::1 5f00::1 4000::1 ' +
        '::ffff:0:127.0.0.1 not-an-address 127.0.0.1.5',
    ],
  ])('%s', (expected, addresses) => {
    const classes = addresses.split(' ').map((address) => [address, addressClass(address)]);
    expect(classes.filter(([, found]) => found !== expected)).toEqual([]);
  });

  it('calls nothing public that is written as an inner IPv4 address in any IPv6 form', () => {
    const inner = fc.constantFrom(
      '127.0.0.1',
      '10.1.2.3',
      '192.168.7.7',
      '169.254.169.254',
      '0.0.0.0',
    );
    const wrap = fc.constantFrom(
      '::ffff:',
      '::',
      '64:ff9b::',
      '2001:db8::',
      '::ffff:0:',
      'fe80::',
      '64:ff9b:1::',
    );
    fc.assert(
      fc.property(wrap, inner, (prefix, address) => addressClass(prefix + address) !== 'public'),
    );
  });
});

describe('mayTouch', () => {
  it('opens the inside only to what began there, and never the forbidden', () => {
    const cases = [
      [mayTouch('public', 'public', false), true],
      [mayTouch('loopback', 'loopback', false), false],
      [mayTouch('loopback', 'loopback', true), true],
      [mayTouch('private', 'loopback', true), false],
      [mayTouch('loopback', 'public', true), false],
      [mayTouch('public', 'loopback', true), true],
      [mayTouch('forbidden', 'forbidden', true), false],
    ];
    expect(cases.map(([found]) => found)).toEqual(cases.map(([, expected]) => expected));
  });
});
