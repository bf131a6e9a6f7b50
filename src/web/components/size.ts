import type { View } from '../view.ts';

/** Kilobytes to gigabytes of a thousand, as file managers count them. */
export function writeSize({ formats }: View, sizeBytes: number): string {
  if (sizeBytes < 1000) return `${formats.count(sizeBytes)}\u00a0B`;
  if (sizeBytes < 1_000_000) return `${formats.decimal(sizeBytes / 1000)}\u00a0kB`;
  if (sizeBytes >= 1e9) return `${formats.decimal(sizeBytes / 1e9)}\u00a0GB`;
  return `${formats.decimal(sizeBytes / 1_000_000)}\u00a0MB`;
}
