import { expect, test } from 'vitest';
import { crawlCommand } from '../../../src/commands/crawl.ts';
import { ColumnInchesError } from '../../../src/domain/index.ts';
import { testContext } from '../context.ts';

const crawlWhere = async (code: string) => {
  const refusal = new ColumnInchesError({
    code,
    verdict: 'stop-run',
    message: 'In use by process 7 (start).',
    messageVietnamese: 'Đang do tiến trình 7 (start) sử dụng.',
  });
  const openStation = async () => await Promise.reject(refusal);
  const { context } = testContext({ openStation });
  const input = { arguments: [], options: {} };
  return await crawlCommand.run(context, input).catch((thrown: unknown) => thrown);
};

test('beside start, the refusal names the way to crawl now, in both languages', async () => {
  expect(await crawlWhere('database/in-use')).toMatchObject({
    code: 'database/in-use',
    message: expect.stringMatching(/process 7 \(start\).*jobs --run crawl:<outlet>.*Run now/),
    messageVietnamese: expect.stringMatching(/tiến trình 7.*jobs --run crawl:<mã>.*Chạy ngay/),
  });
});

test('any other refusal keeps its words', async () => {
  expect(await crawlWhere('database/unreachable')).toMatchObject({
    message: 'In use by process 7 (start).',
  });
});
