import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/**
 * Bytes this process holds after a full collection, on the heap and in buffers. Garbage is left
 * out: how much of it lies about is the engine's choice, and differs from run to run.
 */
export function heldBytes(): number {
  // The first finds the buffers that nothing refers to, the second frees what they kept.
  collect();
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
