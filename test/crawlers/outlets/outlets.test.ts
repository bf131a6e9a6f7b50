import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadOutlets, outletJsonSchema, outletYaml, parseOutlet } from '../../../crawlers/index.ts';

const FOLDER = path.join(import.meta.dirname, '../../../crawlers/outlets');
const YAML = `id: bao-thu
name: Báo Thử
medium: newspaper
homepage: https://thu.example/
sources:
  - kind: feed
    url: https://thu.example/tin.rss
`;
const temporary: string[] = [];
afterAll(() => temporary.forEach((folder) => rmSync(folder, { recursive: true })));

function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'outlets-'));
  temporary.push(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
  return folder;
}

function faultOf(text: string): string {
  try {
    parseOutlet(text, 'bao-thu.yaml');
  } catch (error) {
    return (error as Error).message;
  }
  return 'accepted';
}

describe('shipped outlets', () => {
  it('all load, are unverified, and give a plain account of themselves', async () => {
    const outlets = await loadOutlets(FOLDER);
    expect(outlets.length).toBeGreaterThanOrEqual(11);
    for (const outlet of outlets) {
      expect(outlet).toMatchObject({ verified: false, demo: false, allowPrivateAddresses: false });
      expect(
        outlet.sources.some(({ kind }) => kind === 'homepage'),
        outlet.id,
      ).toBe(true);
      expect(
        outlet.sources.every(({ url }) => url.startsWith('https://')),
        outlet.id,
      ).toBe(true);
    }
    const provincial = outlets.filter(({ place }) => place !== null);
    expect(new Set(provincial.map(({ place }) => place)).size).toBeGreaterThanOrEqual(4);
    expect(
      provincial.filter(({ place }) => place === 'quang-ngai').map(({ medium }) => medium),
    ).toEqual(expect.arrayContaining(['newspaper', 'broadcaster']));
  });

  it('outlet.schema.json is what the code would write', () => {
    const written = JSON.parse(
      readFileSync(path.join(FOLDER, 'outlet.schema.json'), 'utf8'),
    ) as object;
    expect(written).toEqual(JSON.parse(JSON.stringify(outletJsonSchema())));
  });
});

describe('parseOutlet', () => {
  it('fills in the defaults', () => {
    expect(parseOutlet(YAML, 'bao-thu.yaml')).toEqual({
      id: 'bao-thu',
      name: 'Báo Thử',
      medium: 'newspaper',
      homepage: 'https://thu.example/',
      place: null,
      language: 'vi',
      timeZone: 'Asia/Ho_Chi_Minh',
      verified: false,
      sources: [{ kind: 'feed', url: 'https://thu.example/tin.rss' }],
      selectors: [],
      delayMs: 2000,
      expectedItemsPerDay: { min: 1, max: 1000 },
      allowPrivateAddresses: false,
      demo: false,
    });
  });

  it.each([
    ['an unknown field', `${YAML}colour: red\n`, /bao-thu\.yaml:\d+: .*colour/],
    ['a wrong kind', YAML.replace('feed', 'fed'), /bao-thu\.yaml:6: sources\.0\.kind/],
    [
      'an address that is none',
      YAML.replace('https://thu.example/tin', 'tin'),
      /:7: sources\.0\.url: must be an http/,
    ],
    ['a missing name', YAML.replace(/name: .*\n/, ''), /name/],
    ['a zone that is none', `${YAML}timeZone: Asia/Saigoon\n`, /:8: timeZone: must be a zone/],
    ['a delay that is rude', `${YAML}delayMs: 10\n`, /:8: delayMs: must be at least 500/],
    [
      'a pattern that is none',
      `${YAML}articleUrls: { include: ['('] }\n`,
      /:8: articleUrls\.include\.0/,
    ],
    ['a pattern that may hang', `${YAML}articleUrls: { include: ['(a+)+$'] }\n`, /may hang/],
    [
      'a range that is none',
      `${YAML}expectedItemsPerDay: { min: 5, max: 2 }\n`,
      /:8: expectedItemsPerDay/,
    ],
    ['broken YAML', `${YAML}  - : [\n`, /bao-thu\.yaml:\d+: .*Mend the YAML/],
    [
      'another id than the file',
      YAML.replace('id: bao-thu', 'id: bao-khac'),
      /:1: id: is not the file/,
    ],
    ['aliases that unfold', `a: &a [1]\nb: [*a,*a]\n`, /bao-thu\.yaml/],
    ['an empty file', '', /bao-thu\.yaml:1/],
  ])('names file, line and mend for %s', (_, text, message) => {
    expect(faultOf(text)).toMatch(message);
  });

  it('reads back what outletYaml writes', async () => {
    for (const outlet of await loadOutlets(FOLDER)) {
      const text = outletYaml(outlet);
      expect(text.split('\n', 1)[0]).toContain('$schema=');
      expect(parseOutlet(text, `${outlet.id}.yaml`)).toEqual(outlet);
    }
  });
});

describe('loadOutlets', () => {
  it('knows the outlet that succeeds another, in the folder or the catalogue', async () => {
    const merged = `${YAML}from: 2010-05-01\nuntil: 2025-06-30\nsuccessor: bao-moi\n`;
    const next = YAML.replace('id: bao-thu', 'id: bao-moi');
    const both = await loadOutlets(folderOf({ 'bao-thu.yaml': merged, 'bao-moi.yaml': next }));
    expect(both.find(({ id }) => id === 'bao-thu')).toMatchObject({
      from: '2010-05-01',
      until: '2025-06-30',
      successor: 'bao-moi',
    });
    const own = folderOf({ 'bao-thu.yaml': merged });
    const alone = await loadOutlets(own, folderOf({ 'bao-moi.yaml': next }));
    expect(alone).toMatchObject([{ id: 'bao-thu', successorName: both[0]?.name }]);
    await expect(loadOutlets(own)).rejects.toMatchObject({
      code: 'outlets/unknown-successor',
      message: expect.stringContaining('bao-moi.yaml'),
    });
    expect(faultOf(`${YAML}successor: bao-thu\n`)).toMatch(/another outlet/);
    expect(faultOf(`${YAML}from: 2025-01-01\nuntil: 2024-01-01\n`)).toMatch(/later than until/);
  });

  it('passes over drafts and tells of two with one id and of a folder that is not there', async () => {
    const folder = folderOf({ 'bao-thu.yaml': YAML, '_draft.yaml': 'x', 'notes.txt': 'x' });
    expect((await loadOutlets(folder)).map(({ id }) => id)).toEqual(['bao-thu']);
    const double = folderOf({ 'bao-thu.yaml': YAML, 'bao-thu.yml': YAML });
    await expect(loadOutlets(double)).rejects.toMatchObject({ code: 'outlets/duplicate' });
    await expect(loadOutlets(`${folder}/none`)).rejects.toMatchObject({
      code: 'outlets/unreadable',
    });
  });
});
