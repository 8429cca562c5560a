import { pack, unpack } from '../../src/build/packed.ts';

/** The same data, written and read as the files below `dist/` are. */
export function throughFile<Data extends object>(data: Data): Data {
  return unpack(Uint8Array.from(pack(data))) as Data;
}
