import { AwsClient } from 'aws4fetch';
import { ColumnInchesError } from '../src/domain/index.ts';
import { type Archive, keyOf, packed, unpackChecked, verifyBytes } from './archive.ts';
import { hashOf } from './identity.ts';

/** An S3-compatible bucket and how it is reached. */
export interface BucketPlace {
  /** Server, bucket and, if wanted, the beginning of every key: `https://host/bucket/prefix`. */
  readonly url: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** As the server calls it; default `us-east-1`, which most that are not Amazon's take. */
  readonly region?: string;
  /** Longest wait for one answer, milliseconds; default 30,000. */
  readonly answerMs?: number;
}

/** More tries after a server's fault or a broken line, each waiting longer. */
const retries = 4;

/** An archive in an S3-compatible bucket, laid out as in a folder: `ab/cd/abcd….gz`. */
export function bucketArchive(place: BucketPlace): Archive {
  const bucket = new Bucket(place);
  const has = async (hash: string) => (await bucket.ask('HEAD', keyOf(hash))) !== null;
  const archive: Archive = {
    async put(bytes) {
      const hash = hashOf(bytes);
      if (!(await has(hash))) await bucket.put(keyOf(hash), await packed(bytes));
      return hash;
    },
    async get(hash) {
      const answer = await bucket.ask('GET', keyOf(hash));
      if (answer === null) return null;
      const kept = new Uint8Array(await answer.arrayBuffer());
      return await unpackChecked(kept, { hash, at: bucket.address(keyOf(hash)) });
    },
    has,
    verify: (hash) => verifyBytes(archive, hash),
    async remove(hash) {
      await (await bucket.ask('DELETE', keyOf(hash)))?.arrayBuffer();
    },
  };
  return archive;
}

class Bucket {
  readonly #place: BucketPlace;
  readonly #client: AwsClient;

  constructor(place: BucketPlace) {
    const { accessKeyId, secretAccessKey, region = 'us-east-1' } = place;
    this.#place = place;
    this.#client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries });
  }

  address(key: string): string {
    return `${this.#place.url.replace(/\/{1,9}$/, '')}/${key}`;
  }

  /** The answer; null where nothing is kept under the key. */
  async ask(method: 'GET' | 'HEAD' | 'DELETE', key: string): Promise<Response | null> {
    const answer = await this.#fetch(key, { method });
    if (answer.ok) return answer;
    // A missing bucket answers 404 too: putting something says so, reading finds nothing.
    if (answer.status === 404) return null;
    throw await this.#refused(answer);
  }

  async put(key: string, bytes: Uint8Array): Promise<void> {
    const body = new Uint8Array(bytes);
    // The server compares what arrives with this hash, so that nothing half is ever kept.
    const headers = { 'content-type': 'application/gzip', 'x-amz-content-sha256': hashOf(bytes) };
    const answer = await this.#fetch(key, { method: 'PUT', body, headers });
    if (!answer.ok) throw await this.#refused(answer);
    await answer.arrayBuffer();
  }

  async #fetch(key: string, init: RequestInit): Promise<Response> {
    const { answerMs = 30_000 } = this.#place;
    try {
      const signal = AbortSignal.timeout(answerMs);
      return await this.#client.fetch(this.address(key), { ...init, signal });
    } catch (cause) {
      throw unreachable(this.#host(), cause);
    }
  }

  #host(): string {
    return new URL(this.#place.url).host;
  }

  async #refused(answer: Response): Promise<ColumnInchesError> {
    const text = await answer.text().catch(() => '');
    const code = /<Code>(\w+)<\/Code>/.exec(text)?.[1] ?? '';
    const says = [answer.status, code].filter(Boolean).join(' ');
    return new ColumnInchesError({
      code: 'archive/bucket-refused',
      verdict: answer.status >= 500 ? 'retry' : 'stop-run',
      message:
        `The bucket at ${this.#host()} refused (${says}). Check that the bucket in ` +
        'COLUMN_INCHES_BUCKET exists, and that AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and ' +
        'AWS_REGION are right and may read and write it.',
      messageVietnamese:
        `Kho chứa (bucket) ở ${this.#host()} từ chối (${says}). Kiểm tra bucket trong ` +
        'COLUMN_INCHES_BUCKET có tồn tại không, và AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, ' +
        'AWS_REGION có đúng và có quyền đọc, ghi không.',
    });
  }
}

function unreachable(host: string, cause: unknown): ColumnInchesError {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new ColumnInchesError({
    code: 'archive/bucket-unreachable',
    verdict: 'retry',
    message:
      `The bucket at ${host} does not answer (${why}). Check COLUMN_INCHES_BUCKET and that its ` +
      'server runs; what was being stored is stored at the next try.',
    messageVietnamese:
      `Kho chứa (bucket) ở ${host} không trả lời (${why}). Kiểm tra COLUMN_INCHES_BUCKET và xem máy ` +
      'chủ của nó có chạy không; phần đang lưu sẽ được lưu ở lần thử sau.',
    cause,
  });
}
