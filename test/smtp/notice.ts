/** Id of the letter that a notice is about, unless another is named. */
export const letterId = '<5c1f2a90-0000-4000-8000-00000000abcd@inches.example>';

/** A notice as mail servers write it (RFC 3464), the letter's head brought back in it. */
export function noticeOf(
  change: {
    readonly action?: string;
    readonly status?: string;
    readonly messageId?: string;
    readonly head?: readonly string[];
    readonly returned?: string;
  } = {},
): string {
  const { action = 'failed', status = '5.1.1', messageId = letterId } = change;
  const type = 'Content-Type: multipart/report; report-type=delivery-status;\n boundary="b"';
  const lines = [
    'From: MAILER-DAEMON@mx.example.org (Mail Delivery System)',
    'To: letters@inches.example',
    'Subject: Undelivered Mail Returned to Sender',
    'Message-Id: <own-id-of-the-notice@mx.example.org>',
    ...(change.head ?? [type]),
    '',
    '--b',
    'Content-Type: text/plain; charset=us-ascii',
    '',
    'I am sorry to have to inform you that your message could not be delivered.',
    '',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example.org',
    '',
    'Final-Recipient: rfc822; reader@example.org',
    `Action: ${action}`,
    `Status: ${status}`,
    'Diagnostic-Code: smtp; 550 no such user',
    '',
    '--b',
    'Content-Type: text/rfc822-headers',
    '',
    change.returned ?? `Subject: Thư tuần\nMessage-ID:\n ${messageId}\nFrom: x@inches.example`,
    '',
    '--b--',
    '',
  ];
  return lines.join('\n').replaceAll('\n', '\r\n');
}
