import { describe, expect, it } from 'vitest';
import { inRoom, zeroBytes, zeroFloats, zeroInts } from '../../../crawlers/extract/room.ts';

describe('a room', () => {
  it('gives zeros again where others stood before', () => {
    for (let turn = 0; turn < 2; turn++) {
      inRoom(() => {
        const [ints, bytes, floats] = [zeroInts(3), zeroBytes(3), zeroFloats(3)];
        expect([...ints, ...bytes, ...floats]).toEqual(Array(9).fill(0));
        ints.fill(-1);
        bytes.fill(255);
        floats.fill(0.5);
        expect([...ints, ...bytes, ...floats]).toEqual([-1, -1, -1, 255, 255, 255, 0.5, 0.5, 0.5]);
      });
    }
  });

  it('keeps what stood in the room around it', () => {
    inRoom(() => {
      const outer = zeroInts(4).fill(7);
      inRoom(() => void zeroInts(1000).fill(1));
      const after = zeroInts(4).fill(8);
      expect([...outer]).toEqual([7, 7, 7, 7]);
      expect([...after]).toEqual([8, 8, 8, 8]);
    });
  });

  it('is given back where reading fails', () => {
    const offsetOf = (): number => inRoom(() => zeroInts(1).byteOffset);
    const before = offsetOf();
    const failing = () =>
      inRoom(() => {
        zeroInts(100);
        throw new RangeError('no page');
      });
    expect(failing).toThrow('no page');
    expect(offsetOf()).toBe(before);
  });

  it('has memory of its own for more than fits, and for everybody outside', () => {
    inRoom(() => {
      const large = zeroFloats(4_000_000);
      const small = zeroInts(2);
      expect(large.buffer).not.toBe(small.buffer);
    });
    expect(zeroInts(2).buffer).not.toBe(zeroInts(2).buffer);
  });
});
