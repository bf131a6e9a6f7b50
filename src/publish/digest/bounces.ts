/** A notice that a letter could not be delivered (RFC 3464). */
export interface BounceNotice {
  /** Id of the letter, as it was sent. */
  readonly messageId: string;
  /** Enhanced status code such as `5.1.1`; null where the notice gives none. */
  readonly status: string | null;
}

/** No notice is longer; what stands behind is the letter itself. */
const mostCharacters = 400_000;

/**
 * Reads a mail that came back: which letter it is about, and why. Null where it is no notice of a
 * failure, such as a delay, an automatic answer or anything a person wrote.
 */
export function readBounce(mail: string): BounceNotice | null {
  const text = mail.slice(0, mostCharacters).replaceAll(/\r\n?/g, '\n');
  const isReport = /^content-type:\s*multipart\/report\b/im.test(unfolded(text));
  const failed = /^action:\s*failed\b/im.test(text);
  if (!isReport || !failed) return null;
  const status = /^status:\s*(5\.\d{1,3}\.\d{1,3})\b/im.exec(text)?.[1] ?? null;
  // The notice's own id stands in its head; the letter's in what it brings back.
  const returned = text.slice(text.indexOf('\n\n'));
  const messageId = /^message-id:\s*(<[^<>\s]{1,250}>)/im.exec(unfolded(returned))?.[1];
  return messageId === undefined ? null : { messageId, status };
}

/** Header lines that were folded, as one line. */
function unfolded(text: string): string {
  return text.replaceAll(/\n[ \t]+/g, ' ');
}
