import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';

/** Just enough DER to make certificates that are wrong in chosen ways. */
export interface CertificateOptions {
  readonly host: string;
  readonly from?: Date;
  readonly until?: Date;
  /** Signs instead of the certificate's own key. */
  readonly issuer?: Authority;
}

export interface Authority {
  readonly name: string;
  readonly key: KeyObject;
  readonly cert: string;
}

export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

const DAY_MS = 86_400_000;

/** A certificate authority nobody trusts unless told to. */
export function authority(name: string): Authority {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const isAuthority = sequence(
    oid(0x55, 0x1d, 0x13),
    boolean(true),
    octets(sequence(boolean(true))),
  );
  const subject = { host: name, publicKey, extensions: [isAuthority] };
  return { name, key: privateKey, cert: signed({ ...subject, issuerName: name, key: privateKey }) };
}

/** A server's key and certificate, PEM. */
export function certificate(options: CertificateOptions): Certificate {
  const { host, from, until, issuer } = options;
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const isAddress = /^[\d.]+$/.test(host);
  const name = isAddress
    ? der(0x87, Buffer.from(host.split('.').map(Number)))
    : der(0x82, Buffer.from(host));
  const names = sequence(oid(0x55, 0x1d, 0x11), octets(sequence(name)));
  const cert = signed({
    host,
    publicKey,
    extensions: [names],
    issuerName: issuer?.name ?? host,
    key: issuer?.key ?? privateKey,
    ...(from ? { from } : {}),
    ...(until ? { until } : {}),
  });
  return { key: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string, cert };
}

interface Signing {
  readonly host: string;
  readonly publicKey: KeyObject;
  readonly extensions: readonly Buffer[];
  readonly issuerName: string;
  readonly key: KeyObject;
  readonly from?: Date;
  readonly until?: Date;
}

function signed(signing: Signing): string {
  const { host, publicKey, extensions, issuerName, key } = signing;
  const algorithm = sequence(oid(0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02));
  const from = time(signing.from ?? new Date(Date.now() - DAY_MS));
  const until = time(signing.until ?? new Date(Date.now() + DAY_MS));
  const body = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([1 + Math.floor(Math.random() * 100)])),
    algorithm,
    commonName(issuerName),
    sequence(from, until),
    commonName(host),
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(...extensions)),
  );
  const signature = Buffer.concat([Buffer.from([0]), sign('sha256', body, key)]);
  const whole = sequence(body, algorithm, der(0x03, signature));
  const lines = whole.toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}

function der(tag: number, content: Buffer): Buffer {
  const { length } = content;
  const size =
    length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

function sequence(...parts: readonly Buffer[]): Buffer {
  return der(0x30, Buffer.concat(parts));
}

function oid(...bytes: readonly number[]): Buffer {
  return der(0x06, Buffer.from(bytes));
}

function octets(content: Buffer): Buffer {
  return der(0x04, content);
}

function boolean(value: boolean): Buffer {
  return der(0x01, Buffer.from([value ? 255 : 0]));
}

function time(date: Date): Buffer {
  return der(0x18, Buffer.from(`${date.toISOString().replace(/[-:T]|\.\d+/g, '')}`));
}

function commonName(name: string): Buffer {
  return sequence(der(0x31, sequence(oid(0x55, 0x04, 0x03), der(0x0c, Buffer.from(name)))));
}
