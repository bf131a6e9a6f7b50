import type { FastifyInstance } from 'fastify';
import { sentencesOf } from '../../../../analyzers/index.ts';
import { createNumbers } from '../../../../src/publish/index.ts';
import type { OperatorDesk, PersonalMail } from '../../../../src/domain/index.ts';
import {
  type Accounts,
  type Administration,
  createAccounts,
  createAdministration,
  createReviewDesk,
  type ReviewDesk,
} from '../../../../src/review/index.ts';
import { createWebServer } from '../../../../src/web/index.ts';
import type { TestDatabase } from '../../../database.ts';
import { silentLog } from '../server-for-tests.ts';

/** A server with everything behind the gate, over a real database. */
export interface House {
  readonly app: FastifyInstance;
  readonly accounts: Accounts;
  readonly desk: ReviewDesk;
  readonly administration: Administration;
}

export const password = 'a long enough password';

/** Where no test may come through to: whatever is asked of it fails the test. */
const unreachable = new Proxy({} as OperatorDesk, {
  get: (_desk, name) => () => {
    throw new TypeError(`the gate let a request through to ${String(name)}`);
  },
});

export async function openHouse(
  database: TestDatabase,
  operator: OperatorDesk = unreachable,
  mail: PersonalMail | null = null,
): Promise<House> {
  const publicUrl = 'http://127.0.0.1:8080';
  const accounts = await createAccounts({ database, publicUrl });
  const desk = await createReviewDesk(database);
  const administration = createAdministration(database);
  const app = createWebServer({
    numbers: createNumbers(database.db, { sentencesOf }),
    log: silentLog(),
    clock: { now: () => new Date('2026-04-02T03:00:00Z') },
    version: 'test',
    method: { vi: '', en: '' },
    codebook: { vi: '', en: '' },
    defaultLanguage: 'en',
    timeZone: 'Asia/Ho_Chi_Minh',
    requestsPerMinute: 100_000,
    review: { accounts, desk, administration, operator, publicUrl: null, mail },
  });
  await app.ready();
  return { app, accounts, desk, administration };
}

/** A browser without a screen: keeps cookies, and sends a form as the page wrote it. */
export class Visitor {
  readonly cookies = new Map<string, string>();
  readonly #app: FastifyInstance;
  readonly address: string;

  constructor(app: FastifyInstance, address = '192.0.2.1') {
    this.#app = app;
    this.address = address;
  }

  async send(method: 'GET' | 'POST', url: string, fields?: Readonly<Record<string, string>>) {
    const answer = await this.#app.inject({
      method,
      url,
      remoteAddress: this.address,
      headers: {
        host: '127.0.0.1:8080',
        cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(fields ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
      },
      ...(fields ? { payload: new URLSearchParams(fields).toString() } : {}),
    });
    for (const line of [answer.headers['set-cookie'] ?? []].flat()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      this.cookies.set(name, value);
    }
    return answer;
  }

  get(url: string) {
    return this.send('GET', url);
  }

  /** The hidden field of a page's forms. */
  async token(page: string): Promise<string> {
    const { body } = await this.get(page);
    return /name="form" value="([^"]+)"/.exec(body)?.[1] ?? '';
  }

  /** Opens a page and sends one of its forms with a file. */
  async upload(
    page: string,
    action: string,
    sent: {
      readonly file: { readonly name: string; readonly bytes: Uint8Array | string };
      readonly fields?: Readonly<Record<string, string>>;
    },
  ) {
    const form = new FormData();
    const fields = { ...sent.fields, form: await this.token(page) };
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    form.append('upload', new Blob([sent.file.bytes as BlobPart]), sent.file.name);
    const body = new Response(form);
    return this.#app.inject({
      method: 'POST',
      url: action,
      remoteAddress: this.address,
      headers: {
        host: '127.0.0.1:8080',
        cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        'content-type': body.headers.get('content-type') ?? '',
      },
      payload: Buffer.from(await body.arrayBuffer()),
    });
  }

  /** Opens a page and sends one of its forms. */
  async submit(page: string, action: string, fields: Readonly<Record<string, string>> = {}) {
    return this.send('POST', action, { ...fields, form: await this.token(page) });
  }
}

let lastMember = 0;

/** Someone with an account, signed in. */
export async function member(
  { app, accounts }: House,
  role: 'coder' | 'adjudicator' | 'administrator',
): Promise<Visitor & { readonly email?: string }> {
  lastMember += 1;
  const visitor = new Visitor(app, `198.51.100.${lastMember}`);
  const token = await accounts.invite({ role, note: '', invitedBy: null });
  const email = `${role}-${lastMember}@example.org`;
  await visitor.submit(`/join/${token}`, `/join/${token}`, { name: role, email, password });
  return Object.assign(visitor, { email });
}
