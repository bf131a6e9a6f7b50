import type { FastifyInstance } from 'fastify';
import { parseHTML } from 'linkedom';
import type { Log, Numbers } from '../../../src/domain/index.ts';
import { createWebServer, type WebServerOptions } from '../../../src/web/index.ts';
import { sampleNumbers } from './sample/numbers.ts';

export interface LoggedLine {
  readonly fields: object;
  readonly message: string;
}

export function silentLog(lines: LoggedLine[] = []): Log {
  const write = (fields: object, message: string) => {
    lines.push({ fields, message });
  };
  return { debug: write, info: write, warn: write, error: write };
}

const sampleMethod = [
  '# Cách đo',
  '',
  'Mỗi **tin** tính một lần; xem [luật](https://example.org/luat).',
  '',
  '## Tần suất',
  '',
  '- số tin có nhắc',
  '  chia cho số tin thu được',
  '- `null` là *không rõ*',
  '',
  '| Số đo | Đơn vị |',
  '|---|---|',
  '| length.words | chữ |',
  '',
  '```',
  'tin ÷ tin thu được',
  '```',
].join('\n');

const sampleCodebook = [
  '# Sổ tay',
  '',
  '12. **Tên** gọi',
  '    tắt.',
  '    - **Ông A** nói. *x*',
  '    - Bà B im.',
  '13. Chức vụ.',
].join('\n');

/**
 * A server over the sample, or over other figures; the clock stands five days after the last day.
 */
export function serverFor(
  numbers: Numbers = sampleNumbers,
  rest: Partial<WebServerOptions> = {},
): FastifyInstance {
  return createWebServer({
    numbers,
    log: silentLog(),
    clock: { now: () => new Date('2026-03-20T03:00:00Z') },
    version: '0.1.0',
    method: { vi: sampleMethod, en: '' },
    codebook: { vi: sampleCodebook, en: '' },
    defaultLanguage: 'vi',
    timeZone: 'Asia/Ho_Chi_Minh',
    ...rest,
  });
}

export async function page(
  app: FastifyInstance,
  url: string,
  headers: Record<string, string> = {},
) {
  const response = await app.inject({ url, headers });
  const { document } = parseHTML(response.body);
  return { response, document, html: response.body };
}

/** Numbers of the sample with some answers replaced. */
export function numbersWith(changes: Partial<Numbers>): Numbers {
  return { ...sampleNumbers, ...changes };
}
