/*
 * Memory for the numbers about a page. A page wants some thirty lists; to ask the system for each,
 * page after page, costs small pages more than reading them. While a page is read they are laid out
 * one behind the other in one piece of memory, which is used again for the next page.
 */

const FIRST_BYTES = 1 << 20;
/** More is not kept from page to page. */
const MOST_BYTES = 1 << 24;
const ALIGNMENT = 8;

let memory = new ArrayBuffer(FIRST_BYTES);
let used = 0;
/** What the pages at hand wanted altogether, whether or not there was room. */
let wanted = 0;
let depth = 0;

/**
 * Reads a page in the room: lists made meanwhile end with it and must not be returned. Rooms inside
 * one another are given back from the inside out; nothing here ever waits, so no two overlap.
 */
export function inRoom<Result>(read: () => Result): Result {
  const before = used;
  depth++;
  try {
    return read();
  } finally {
    depth--;
    used = before;
    if (depth === 0) refit();
  }
}

function refit(): void {
  if (wanted > memory.byteLength && memory.byteLength < MOST_BYTES) {
    memory = new ArrayBuffer(Math.min(MOST_BYTES, 2 ** Math.ceil(Math.log2(wanted))));
  }
  wanted = 0;
}

/** The place of so many bytes in the room; -1 where there is none, or nobody asked for one. */
function take(bytes: number): number {
  if (depth === 0) return -1;
  const size = Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;
  wanted += size;
  if (used + size > memory.byteLength) return -1;
  used += size;
  return used - size;
}

/** So many zeros, 32 bits each. */
export function zeroInts(count: number): Int32Array {
  const at = take(4 * count);
  return at < 0 ? new Int32Array(count) : new Int32Array(memory, at, count).fill(0);
}

/** So many zeros, a byte each. */
export function zeroBytes(count: number): Uint8Array {
  const at = take(count);
  return at < 0 ? new Uint8Array(count) : new Uint8Array(memory, at, count).fill(0);
}

/** So many zeros, floating. */
export function zeroFloats(count: number): Float64Array {
  const at = take(8 * count);
  return at < 0 ? new Float64Array(count) : new Float64Array(memory, at, count).fill(0);
}
