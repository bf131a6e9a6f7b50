import { totalmem } from 'node:os';

const megabyte = 1024 * 1024;
/** PostgreSQL's own default, with which every machine gets along. */
const leastMegabytes = 128;
const mostMegabytes = 2048;

/**
 * Memory in which the embedded server keeps pages of tables: an eighth of what this machine, or the
 * container it is, has; between PostgreSQL's default and 2 GB. It is taken when it is needed.
 */
export function sharedBuffers(): string {
  const constrained = process.constrainedMemory();
  const bytes = constrained > 0 ? Math.min(totalmem(), constrained) : totalmem();
  const eighth = Math.floor(bytes / 8 / megabyte);
  return `shared_buffers=${Math.max(leastMegabytes, Math.min(mostMegabytes, eighth))}MB`;
}
