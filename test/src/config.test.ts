import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bucketOf, readConfig, settingsTable } from '../../src/config.ts';
import { ColumnInchesError } from '../../src/domain/index.ts';

function errorOf(env: Record<string, string>): ColumnInchesError {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ColumnInchesError) return error;
  }
  return expect.fail(`accepted ${JSON.stringify(env)}`);
}

test('an empty environment gives the defaults', () => {
  expect(readConfig({})).toEqual({
    dataFolder: resolve('data'),
    databaseUrl: null,
    archiveFolder: resolve('data/archive'),
    bucketUrl: null,
    bucketKeyId: null,
    bucketSecret: null,
    bucketRegion: 'us-east-1',
    host: '127.0.0.1',
    port: 8080,
    publicUrl: null,
    trustProxy: null,
    language: 'en',
    logLevel: 'warn',
    contact: null,
    chromiumPath: null,
    keepPagesDays: null,
    keepPicturesDays: null,
    operatorMail: null,
    smtpUrl: null,
    mailFrom: null,
    demo: true,
  });
});

test('an empty or blank variable counts as unset', () => {
  const env = Object.fromEntries(settingsTable.map(({ variable }) => [variable, '  ']));
  expect(readConfig(env)).toEqual(readConfig({}));
});

test('every setting reaches the config', () => {
  const config = readConfig({
    COLUMN_INCHES_DATA: '/srv/inches',
    DATABASE_URL: 'postgres://reader:secret@db.example:5432/inches',
    COLUMN_INCHES_ARCHIVE: '/srv/bytes',
    COLUMN_INCHES_BUCKET: 'https://s3.example.org/inches/raw/',
    AWS_ACCESS_KEY_ID: 'KEY',
    AWS_SECRET_ACCESS_KEY: 'se/cr+et',
    AWS_REGION: 'garage',
    COLUMN_INCHES_HOST: '::1',
    COLUMN_INCHES_PORT: '0',
    COLUMN_INCHES_PUBLIC_URL: 'https://inches.example.org/',
    COLUMN_INCHES_TRUST_PROXY: 'loopback, 10.0.0.0/8,2001:db8::1',
    COLUMN_INCHES_LANGUAGE: 'vi',
    COLUMN_INCHES_LOG_LEVEL: 'debug',
    COLUMN_INCHES_CONTACT: 'desk@example.org',
    COLUMN_INCHES_CHROMIUM: '/usr/bin/chromium',
    COLUMN_INCHES_KEEP_PAGES_DAYS: '365',
    COLUMN_INCHES_KEEP_PICTURES_DAYS: '7',
    COLUMN_INCHES_OPERATOR_MAIL: 'me@example.org',
    COLUMN_INCHES_SMTP_URL: 'smtps://letters:secret@mail.example.org',
    COLUMN_INCHES_MAIL_FROM: 'letters@example.org',
    COLUMN_INCHES_DEMO: 'off',
  });
  expect(config).toEqual({
    dataFolder: '/srv/inches',
    databaseUrl: 'postgres://reader:secret@db.example:5432/inches',
    archiveFolder: '/srv/bytes',
    bucketUrl: 'https://s3.example.org/inches/raw',
    bucketKeyId: 'KEY',
    bucketSecret: 'se/cr+et',
    bucketRegion: 'garage',
    host: '::1',
    port: 0,
    publicUrl: 'https://inches.example.org',
    trustProxy: 'loopback,10.0.0.0/8,2001:db8::1',
    language: 'vi',
    logLevel: 'debug',
    contact: 'desk@example.org',
    chromiumPath: '/usr/bin/chromium',
    keepPagesDays: 365,
    keepPicturesDays: 7,
    operatorMail: 'me@example.org',
    smtpUrl: 'smtps://letters:secret@mail.example.org',
    mailFrom: 'letters@example.org',
    demo: false,
  });
});

test('a bucket needs its keys, and neither keys nor queries stand in its address', () => {
  const bucket = 'https://s3.example.org/inches';
  const config = readConfig({ COLUMN_INCHES_BUCKET: bucket });
  expect(() => bucketOf(config)).toThrow(/AWS_SECRET_ACCESS_KEY/);
  expect(bucketOf(readConfig({}))).toBeNull();
  const keys = { AWS_ACCESS_KEY_ID: 'KEY', AWS_SECRET_ACCESS_KEY: 'secret' };
  expect(bucketOf(readConfig({ COLUMN_INCHES_BUCKET: bucket, ...keys }))).toEqual({
    url: bucket,
    accessKeyId: 'KEY',
    secretAccessKey: 'secret',
    region: 'us-east-1',
  });
  for (const url of ['https://k:s@host/inches', 'https://host', `${bucket}?x=1`, 's3://inches']) {
    expect(errorOf({ COLUMN_INCHES_BUCKET: url }).code).toBe('config/not-allowed');
  }
  expect(errorOf({ AWS_SECRET_ACCESS_KEY: 'my own secret' }).message).not.toContain('my own');
});

test('the archive follows the data folder', () => {
  const config = readConfig({ COLUMN_INCHES_DATA: '/srv/inches' });
  expect(config.archiveFolder).toBe('/srv/inches/archive');
});

describe('language', () => {
  test.each([
    [{ LANG: 'vi_VN.UTF-8' }, 'vi'],
    [{ LANG: 'vi' }, 'vi'],
    [{ LC_ALL: 'vi_VN', LANG: 'en_US.UTF-8' }, 'vi'],
    [{ LC_ALL: 'C', LANG: 'vi_VN.UTF-8' }, 'en'],
    [{ LC_ALL: '', LC_MESSAGES: 'vi_VN', LANG: 'C' }, 'vi'],
    [{ LANG: 'virtual' }, 'en'],
    [{ COLUMN_INCHES_LANGUAGE: 'en', LC_ALL: 'vi_VN' }, 'en'],
  ])('%j → %s', (env: Record<string, string>, language) => {
    expect(readConfig(env).language).toBe(language);
  });
});

describe('what is not allowed names the variable and the mend', () => {
  test.each([
    ['COLUMN_INCHES_PORT', '80a'],
    ['COLUMN_INCHES_PORT', '65536'],
    ['COLUMN_INCHES_PORT', '-1'],
    ['COLUMN_INCHES_HOST', 'local host'],
    ['COLUMN_INCHES_PUBLIC_URL', 'ftp://example.org'],
    ['COLUMN_INCHES_PUBLIC_URL', 'https://example.org/?page=1'],
    ['COLUMN_INCHES_PUBLIC_URL', 'https://example.org/inches/'],
    ['COLUMN_INCHES_TRUST_PROXY', 'on'],
    ['COLUMN_INCHES_TRUST_PROXY', '10.0.0.0/33'],
    ['COLUMN_INCHES_TRUST_PROXY', 'proxy.example.org'],
    ['COLUMN_INCHES_LANGUAGE', 'fr'],
    ['COLUMN_INCHES_LOG_LEVEL', 'loud'],
    ['COLUMN_INCHES_CONTACT', 'someone'],
    ['COLUMN_INCHES_CONTACT', 'a@b.example\r\nX-Other: 1'],
    ['COLUMN_INCHES_MAIL_FROM', 'a@b.example\r\nBcc: c@d.example'],
    ['COLUMN_INCHES_DEMO', 'maybe'],
  ])('%s=%j', (variable, text) => {
    const error = errorOf({ [variable]: text });
    const allowed = settingsTable.find((setting) => setting.variable === variable)?.allowed;
    expect(error.code).toBe('config/not-allowed');
    expect(error.verdict).toBe('stop-run');
    expect(error.message).toContain(`${variable}: "${text}"`);
    expect(error.message).toContain(allowed);
  });

  test('a bad server address is not repeated: it may hold a password', () => {
    for (const variable of ['DATABASE_URL', 'COLUMN_INCHES_SMTP_URL']) {
      const error = errorOf({ [variable]: 'mysql://root:hunter2@db.example/x' });
      expect(error.message).toContain(variable);
      expect(error.message).not.toContain('hunter2');
    }
  });

  test('a misspelt variable is refused, not ignored', () => {
    const error = errorOf({ COLUMN_INCHES_PROT: '81' });
    expect(error.code).toBe('config/unknown-variable');
    expect(error.message).toMatch(/COLUMN_INCHES_PROT .*COLUMN_INCHES_PORT/);
  });
});

test('any text either gives a config or a ColumnInchesError', () => {
  const variables = fc.constantFrom(...settingsTable.map(({ variable }) => variable));
  fc.assert(
    fc.property(fc.dictionary(variables, fc.string()), (env) => {
      try {
        const { port, contact } = readConfig(env);
        expect(Number.isInteger(port) && port >= 0 && port <= 65_535).toBe(true);
        expect(contact ?? '').not.toMatch(/[\r\n]/);
      } catch (error) {
        expect(error).toBeInstanceOf(ColumnInchesError);
      }
    }),
  );
});

test('the table names every setting once, in both languages', () => {
  const names = settingsTable.map(({ name }) => name);
  expect([...names].toSorted()).toEqual(Object.keys(readConfig({})).toSorted());
  expect(new Set(settingsTable.map(({ variable }) => variable)).size).toBe(names.length);
  for (const { sentence } of settingsTable) {
    expect(sentence.vi).toMatch(/^\p{Lu}.*\.$/u);
    expect(sentence.en).toMatch(/^\p{Lu}.*\.$/u);
  }
});
