/**
 * A screenshot as a PNG of at most 256 colours: about a third of the bytes, and words look the same, as they are few colours and their blends.
 * Format: the PNG specification (https://www.w3.org/TR/png-3/).
 */

import { crc32, deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Colour type → bytes a pixel, at 8 bits a channel: RGB and RGBA, which browsers write. */
const PIXEL_BYTES: Readonly<Record<number, number>> = { 2: 3, 6: 4 };
const INDEXED = 3;
const MOST_COLOURS = 256;

interface Pixels {
  readonly width: number;
  readonly height: number;
  /** 0xRRGGBB, row by row. */
  readonly colours: Uint32Array;
}

/** @throws Error where `png` is not what a browser writes: 8 bits a channel, RGB or RGBA, not interlaced. */
export function toIndexedPng(png: Buffer): Buffer {
  const { width, height, colours } = decode(png);
  const palette = commonest(colours);
  const indexOf = nearestIn(palette);
  const rows = Buffer.alloc(height * (width + 1)); // each row begins with its filter: 0, none
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) rows[y * (width + 1) + x + 1] = indexOf(colours[y * width + x] ?? 0);

  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, INDEXED, 0, 0, 0], 8);
  const colourTable = Buffer.from(palette.flatMap(channels));
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', colourTable),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function decode(png: Buffer): Pixels {
  if (!png.subarray(0, SIGNATURE.length).equals(SIGNATURE)) throw new Error('This is no PNG.');
  const parts: Buffer[] = [];
  let header: Buffer | undefined;
  for (let at = SIGNATURE.length; at < png.length;) {
    const length = png.readUInt32BE(at);
    const data = png.subarray(at + 8, at + 8 + length);
    const type = png.toString('latin1', at + 4, at + 8);
    if (type === 'IHDR') header = data;
    if (type === 'IDAT') parts.push(data);
    at += length + 12; // length, type and check sum
  }
  const [depth, colourType = 0, , , interlaced] = header?.subarray(8) ?? [];
  const size = PIXEL_BYTES[colourType];
  if (!header || depth !== 8 || size === undefined || interlaced !== 0)
    throw new Error('This is no PNG as browsers write it.');

  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const bytes = unfilter(inflateSync(Buffer.concat(parts)), width * size, height, size);
  return {
    width,
    height,
    colours: Uint32Array.from({ length: width * height }, (_, pixel) => bytes.readUIntBE(pixel * size, 3)),
  };
}

/** Undoes what each row was filtered with: the difference to the pixel at the left, above, to both, or to the better of three. */
function unfilter(filtered: Buffer, rowBytes: number, height: number, size: number): Buffer {
  const bytes = Buffer.alloc(rowBytes * height);
  for (let y = 0; y < height; y++) {
    const filter = filtered[y * (rowBytes + 1)];
    for (let x = 0; x < rowBytes; x++) {
      const at = y * rowBytes + x;
      const left = x >= size ? (bytes[at - size] ?? 0) : 0;
      const up = y > 0 ? (bytes[at - rowBytes] ?? 0) : 0;
      const corner = x >= size && y > 0 ? (bytes[at - rowBytes - size] ?? 0) : 0;
      bytes[at] = (filtered[at + y + 1] ?? 0) + predicted(filter, left, up, corner); // a Buffer keeps the lowest 8 bits
    }
  }
  return bytes;
}

function predicted(filter: number | undefined, left: number, up: number, corner: number): number {
  switch (filter) {
    case 0:
      return 0;
    case 1:
      return left;
    case 2:
      return up;
    case 3:
      return (left + up) >> 1;
    case 4: {
      const [byLeft, byUp, byCorner] = [
        Math.abs(up - corner),
        Math.abs(left - corner),
        Math.abs(left + up - 2 * corner),
      ];
      if (byLeft <= byUp && byLeft <= byCorner) return left;
      return byUp <= byCorner ? up : corner;
    }
    default:
      throw new Error(`PNG knows no filter ${filter}.`);
  }
}

/** The colours that most pixels have, at most as many as a palette holds. */
function commonest(colours: Uint32Array): readonly number[] {
  const counts = new Map<number, number>();
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([colour]) => colour)
    .slice(0, MOST_COLOURS);
}

/** Colour → index of the nearest in the palette. */
function nearestIn(palette: readonly number[]): (colour: number) => number {
  const known = new Map(palette.map((colour, index) => [colour, index]));
  return (colour) => {
    const index =
      known.get(colour) ??
      palette.reduce(
        (best, other, at) => (distance(colour, other) < distance(colour, palette[best] ?? 0) ? at : best),
        0,
      );
    known.set(colour, index);
    return index;
  };
}

function distance(one: number, other: number): number {
  const others = channels(other);
  return channels(one).reduce((sum, value, channel) => sum + (value - (others[channel] ?? 0)) ** 2, 0);
}

function channels(colour: number): readonly number[] {
  return [colour >> 16, (colour >> 8) & 0xff, colour & 0xff];
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
