/** A random number from 0 up to 1, the same row for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A damaged copy: a few bytes flipped, cut off, or a piece put elsewhere, taken out or repeated. */
export function mutate(bytes: Uint8Array, random: () => number): Uint8Array {
  const at = () => Math.floor(random() * bytes.length);
  const piece = () => {
    const start = at();
    return bytes.subarray(start, start + Math.floor(random() * 400));
  };
  const kind = random();
  if (kind < 0.4) {
    const copy = Uint8Array.from(bytes);
    for (let count = 1 + Math.floor(random() * 8); count > 0; count -= 1) copy[at()] = Math.floor(random() * 256);
    return copy;
  }
  if (kind < 0.55) return bytes.slice(0, at());
  const place = at();
  if (kind < 0.7) return Buffer.concat([bytes.subarray(0, place), bytes.subarray(place + Math.floor(random() * 400))]);
  const times = random() < 0.2 ? 50 : 1;
  const inserted = Array.from({ length: times }, piece);
  return Buffer.concat([bytes.subarray(0, place), ...inserted, bytes.subarray(place)]);
}
