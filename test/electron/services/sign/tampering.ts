import { verifyPdf } from '../../../../electron/services/sign/verify-pdf.ts';
import { takeApart } from './signed-pdf.ts';

/** Numbers from 0 (inclusive) to 1 that a seed fixes (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Offsets of every byte outside stream data: objects, dictionaries, cross-references, trailer, signature. */
export function structureOffsets(pdf: Buffer): readonly number[] {
  const offsets: number[] = [];
  let from = 0;
  for (;;) {
    const stream = pdf.indexOf('stream\n', from, 'latin1');
    const end = stream < 0 ? -1 : pdf.indexOf('endstream', stream + 7, 'latin1');
    const until = end < 0 ? pdf.length : stream + 7;
    for (let offset = from; offset < until; offset += 1) offsets.push(offset);
    if (end < 0) return offsets;
    // Past the keyword, so that its own "stream" opens nothing.
    for (let offset = end; offset < end + 9; offset += 1) offsets.push(offset);
    from = end + 9;
  }
}

/** Offsets of every byte of the signature's object, contents and padding included. */
export function signatureOffsets(pdf: Buffer): readonly number[] {
  const [gapStart, gapEnd] = takeApart(pdf).gap;
  const start = pdf.lastIndexOf(' obj', gapStart, 'latin1') - 8;
  const end = pdf.indexOf('endobj', gapEnd, 'latin1') + 6;
  return Array.from({ length: end - start }, (_, index) => start + index);
}

/** Offsets at which a flip, each to another seeded value, leaves the file valid. The buffer is the same afterwards. */
export function unnoticedFlips(pdf: Buffer, offsets: readonly number[], seed: number): readonly number[] {
  const random = seededRandom(seed);
  return offsets.filter((offset) => {
    const original = pdf[offset] ?? 0;
    pdf[offset] = original ^ (1 + Math.floor(random() * 255));
    const isValid = verifyPdf(pdf).verdict === 'valid';
    pdf[offset] = original;
    return isValid;
  });
}

/** So many seeded offsets, one in each of as many equal parts of the file. */
export function spreadOffsets(length: number, count: number, seed: number): readonly number[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, (_, index) => Math.floor(((index + random()) * length) / count));
}

/** Changes of length and padding, by name; every one of them must be reported. */
export function reshapings(pdf: Buffer): readonly (readonly [string, Buffer])[] {
  const { gap, cms } = takeApart(pdf);
  const padding = gap[0] + 1 + cms.length * 2;
  const write = (at: number, text: string): Buffer => {
    const copy = Buffer.from(pdf);
    copy.write(text, at, 'latin1');
    return copy;
  };
  const hex = cms.toString('hex');
  return [
    ['one zero byte appended', Buffer.concat([pdf, Buffer.of(0)])],
    ['one line feed appended', Buffer.concat([pdf, Buffer.of(10)])],
    ['the file appended to itself', Buffer.concat([pdf, pdf])],
    ['one byte put before', Buffer.concat([Buffer.of(10), pdf])],
    ['one byte cut', pdf.subarray(0, -1)],
    ['the first byte cut', pdf.subarray(1)],
    ['padding filled with f', write(padding, 'f'.repeat(gap[1] - 1 - padding))],
    ['padding filled with spaces', write(padding, ' '.repeat(gap[1] - 1 - padding))],
    ['padding filled with the CMS once more', write(padding, hex)],
    ['hex in upper case', write(gap[0] + 1, hex.toUpperCase())],
    ['contents all zero', write(gap[0] + 1, '0'.repeat(hex.length))],
    ['contents ended early', write(padding, '>')],
    ...Array.from(
      { length: 40 },
      (_, part) => [`cut to ${part}/40`, pdf.subarray(0, Math.floor((pdf.length * part) / 40))] as const,
    ),
  ];
}
