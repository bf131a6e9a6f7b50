import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from '@20minutes/s3rver';
import { afterAll, describe, expect, test } from 'vitest';
import { bucketArchive, folderArchive } from '../../db/index.ts';

// A real server of the S3 protocol on loopback, which checks every signature.
const directory = await mkdtemp(join(tmpdir(), 'column-inches-bucket-'));
const server = new S3rver({
  address: '127.0.0.1',
  port: 0,
  silent: true,
  directory,
  configureBuckets: [{ name: 'inches', configs: [] }],
});
const { port } = await server.run();
afterAll(async () => {
  await server.close();
  await rm(directory, { recursive: true, force: true });
});

const url = `http://127.0.0.1:${port}/inches/raw`;
const keys = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' };
const archive = bucketArchive({ url, ...keys });
const bytes = new TextEncoder().encode('<p>Đường ven biển thông xe</p>'.repeat(50));

describe('an archive in a bucket', () => {
  test('keeps bytes by their hash, once, as a folder would', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'column-inches-folder-'));
    afterAll(() => rm(folder, { recursive: true, force: true }));
    const hash = await archive.put(bytes);
    expect(hash).toBe(await folderArchive(folder).put(bytes));
    expect(await archive.put(bytes)).toBe(hash);
    expect(Buffer.from((await archive.get(hash)) ?? [])).toEqual(Buffer.from(bytes));
    expect(await archive.has(hash)).toBe(true);
    expect(await archive.verify(hash)).toBe('whole');
    const [one, two] = [hash.slice(0, 2), hash.slice(2, 4)];
    const direct = await readFile(join(folder, one, two, `${hash}.gz`));
    const kept = await readFile(
      join(directory, 'inches/raw', one, two, `${hash}.gz._S3rver_object`),
    );
    expect(kept.equals(direct)).toBe(true);
  });

  test('knows nothing of what was never put, and refuses what is no hash', async () => {
    const never = '0'.repeat(64);
    expect(await archive.get(never)).toBeNull();
    expect(await archive.has(never)).toBe(false);
    expect(await archive.verify(never)).toBe('missing');
    await expect(archive.get('../../etc/passwd')).rejects.toMatchObject({
      code: 'archive/bad-hash',
    });
  });

  test('notices bytes that are not those of their name', async () => {
    const hash = await archive.put(randomBytes(500));
    const path = join(directory, 'inches/raw', hash.slice(0, 2), hash.slice(2, 4));
    await writeFile(join(path, `${hash}.gz._S3rver_object`), 'no gzip at all');
    expect(await archive.verify(hash)).toBe('damaged');
    await expect(archive.get(hash)).rejects.toMatchObject({ code: 'archive/damaged' });
  });

  test('removes what is to be kept no more, and what is not there without a word', async () => {
    const hash = await archive.put(randomBytes(500));
    await archive.remove(hash);
    await archive.remove(hash);
    expect(await archive.has(hash)).toBe(false);
  });

  test('many at once, small and large, come back whole', async () => {
    const many = Array.from({ length: 12 }, (_, at) => randomBytes(at * 20_000));
    const hashes = await Promise.all(many.map((one) => archive.put(one)));
    const back = await Promise.all(hashes.map((hash) => archive.get(hash)));
    expect(back.map((one) => one && Buffer.from(one))).toEqual(many);
  });
});

describe('a bucket that cannot be used is named with its mend', () => {
  test('wrong keys, a missing bucket, and no server', async () => {
    const refused = { code: 'archive/bucket-refused', verdict: 'stop-run' };
    const stranger = bucketArchive({ url, accessKeyId: 'S3RVER', secretAccessKey: 'guess' });
    await expect(stranger.put(bytes)).rejects.toMatchObject(refused);
    const nowhere = bucketArchive({ url: `http://127.0.0.1:${port}/missing`, ...keys });
    await expect(nowhere.put(bytes)).rejects.toMatchObject(refused);
    const silent = bucketArchive({ url: 'http://127.0.0.1:9/inches', ...keys });
    const thrown = await silent.put(bytes).catch((error: unknown) => error);
    expect(thrown).toMatchObject({ code: 'archive/bucket-unreachable', verdict: 'retry' });
    expect(String(thrown)).not.toContain('S3RVER');
  });
});
