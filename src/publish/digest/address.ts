import { domainToASCII } from 'node:url';
import { ColumnInchesError } from '../../domain/index.ts';

/** What mail programs let people have; no quotes, no comments, nothing that ends a header. */
const localPart = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const domainName = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{0,62}[a-z][a-z0-9-]{0,62}$/;

/**
 * An address as letters are sent to it, its domain in ASCII. Throws `digest/not-an-address`.
 */
export function readAddress(text: string): string {
  const trimmed = text.trim();
  const at = trimmed.lastIndexOf('@');
  const local = trimmed.slice(0, Math.max(0, at));
  const domain = domainToASCII(trimmed.slice(at + 1)).toLowerCase();
  const isFine =
    at > 0 &&
    local.length <= 64 &&
    domain.length <= 253 &&
    localPart.test(local) &&
    domainName.test(domain);
  if (isFine) return `${local}@${domain}`;
  throw new ColumnInchesError({
    code: 'digest/not-an-address',
    verdict: 'skip-item',
    message: 'This is not an e-mail address. Write it as name@example.org.',
    messageVietnamese: 'Đây không phải một địa chỉ e-mail. Hãy viết theo dạng ten@example.org.',
  });
}
