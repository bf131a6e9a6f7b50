import { describe, expect, test } from 'vitest';
import { readBounce } from '../../../../src/publish/index.ts';
import { letterId as id, noticeOf } from '../../../smtp/notice.ts';

describe('a notice that a letter was not delivered', () => {
  test.each([
    ['with lines that end in CR LF', noticeOf()],
    ['with lines that end in LF', noticeOf().replaceAll('\r\n', '\n')],
    ['with a comment behind the status', noticeOf({ status: '5.1.1 (bad mailbox)' })],
    [
      'in capitals',
      noticeOf().replaceAll(/^(action|status|message-id):/gim, (k) => k.toUpperCase()),
    ],
  ])('names the letter and why: %s', (_name, mail) => {
    expect(readBounce(mail)).toEqual({ messageId: id, status: '5.1.1' });
  });

  test('takes the id of the letter, not that of the notice', () => {
    expect(readBounce(noticeOf({ returned: 'Subject: no id' }))).toBeNull();
  });

  test('has no status where the server gives a passing one for a final failure', () => {
    expect(readBounce(noticeOf({ status: '4.4.7' }))).toEqual({ messageId: id, status: null });
  });
});

describe('is no such notice:', () => {
  test.each([
    ['a delay', noticeOf({ action: 'delayed', status: '4.4.1' })],
    ['a delivery', noticeOf({ action: 'delivered', status: '2.0.0' })],
    [
      'an automatic answer',
      `Auto-Submitted: auto-replied\r\nIn-Reply-To: ${id}\r\n\r\nTôi đi vắng.`,
    ],
    ['what a person wrote', `Subject: thư\r\n\r\nAction: failed\r\nMessage-ID: ${id}\r\n`],
    ['nothing', ''],
    ['an id with more than a line in it', noticeOf({ messageId: '<a\r\nBcc: all@example.org>' })],
  ])('%s', (_name, mail) => {
    expect(readBounce(mail)).toBeNull();
  });

  test('a flood of folded lines, in bounded time', () => {
    const flood = `Content-Type: multipart/report;${'\n '.repeat(2_000_000)}\n\nAction: failed\n`;
    const begun = performance.now();
    expect(readBounce(flood)).toBeNull();
    expect(performance.now() - begun).toBeLessThan(1_000);
  });
});
