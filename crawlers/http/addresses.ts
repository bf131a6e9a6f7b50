import ipaddr from 'ipaddr.js';

/**
 * Where an address leads. `forbidden` is never spoken to: link-local (cloud metadata), multicast,
 * unspecified, reserved, and tunnels that hide another address.
 */
export type AddressClass = 'public' | 'loopback' | 'private' | 'forbidden';

const V4_CLASSES: Readonly<Record<string, AddressClass>> = {
  unicast: 'public',
  loopback: 'loopback',
  private: 'private',
  carrierGradeNat: 'private',
};

/** Documentation, benchmark and relay networks that ipaddr.js may count as unicast. */
const V4_RESERVED = ['192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24', '198.18.0.0/15'].concat(
  '198.51.100.0/24',
  '203.0.113.0/24',
  '192.31.196.0/24',
  '192.52.193.0/24',
  '192.175.48.0/24',
);

/** Classifies an IPv4 or IPv6 literal; anything unreadable is `forbidden`. */
export function addressClass(address: string): AddressClass {
  const plain = address.replace(/^\[|\]$/g, '').replace(/%.*/s, '');
  // ipaddr.js takes ::127.0.0.1 for ::ffff:127.0.0.1; in hexadecimal nothing is ambiguous.
  const hex = plain.includes(':') ? URL.parse(`http://[${plain}]`)?.hostname : plain;
  const literal = hex?.replace(/^\[|\]$/g, '') ?? '';
  if (!ipaddr.isValid(literal)) return 'forbidden';
  const parsed = ipaddr.parse(literal);
  return parsed instanceof ipaddr.IPv4 ? v4Class(parsed) : v6Class(parsed as ipaddr.IPv6);
}

function v4Class(address: ipaddr.IPv4): AddressClass {
  const reserved = V4_RESERVED.some((network) => address.match(ipaddr.IPv4.parseCIDR(network)));
  return reserved ? 'forbidden' : (V4_CLASSES[address.range()] ?? 'forbidden');
}

function v6Class(address: ipaddr.IPv6): AddressClass {
  const [p0, , , , p4, p5] = address.parts as [number, number, number, number, number, number];
  if (address.isIPv4MappedAddress()) return v4Class(address.toIPv4Address());
  const range = address.range();
  if (range === 'loopback') return 'loopback';
  if (range === 'uniqueLocal') return 'private';
  // NAT64 is how an IPv6-only network reaches the ordinary web; only its public half is let
  // through.
  if (range === 'rfc6052')
    return v4Class(embeddedV4(address)) === 'public' ? 'public' : 'forbidden';
  const isIsatap = (p4 === 0 || p4 === 0x200) && p5 === 0x5efe;
  const isGlobal = p0 >= 0x2000 && p0 <= 0x3fff && range === 'unicast';
  return isGlobal && !isIsatap ? 'public' : 'forbidden';
}

function embeddedV4(address: ipaddr.IPv6): ipaddr.IPv4 {
  return new ipaddr.IPv4(address.toByteArray().slice(12));
}

/**
 * Whether a chain of redirects that began in class `start` may touch `next`. Without permission
 * only the public internet is open; with it, a private outlet may stay in its own class or leave
 * for the public, but a public one never leads inside.
 */
export function mayTouch(next: AddressClass, start: AddressClass, allowPrivate: boolean): boolean {
  if (next === 'public') return true;
  return allowPrivate && next !== 'forbidden' && next === start;
}
