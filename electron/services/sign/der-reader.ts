/** Bytes that are not the DER that was expected. Callers turn it into a sentence for the person. */
export class DerError extends Error {
  override readonly name = 'DerError';
}

/** One DER value; `raw` is header and contents, `content` the contents alone. */
export interface DerNode {
  readonly tag: number;
  readonly raw: Uint8Array;
  readonly content: Uint8Array;
}

/** The first value in the bytes; what follows it is the caller's business. @throws DerError */
export function readDerPrefix(bytes: Uint8Array): DerNode {
  const tag = bytes[0];
  const first = bytes[1];
  if (tag === undefined || first === undefined) throw new DerError('value cut short');
  if ((tag & 0x1f) === 0x1f) throw new DerError('tag of several bytes');
  let header = 2;
  let length = first;
  if (first >= 0x80) {
    const count = first & 0x7f;
    if (count === 0 || count > 4) throw new DerError('indefinite or oversized length');
    length = 0;
    for (let index = 0; index < count; index += 1) {
      const byte = bytes[2 + index];
      if (byte === undefined) throw new DerError('length cut short');
      length = length * 256 + byte;
    }
    if (length < 0x80 || (count > 1 && length < 256 ** (count - 1))) throw new DerError('length is not minimal');
    header += count;
  }
  if (header + length > bytes.length) throw new DerError('value cut short');
  return { tag, raw: bytes.subarray(0, header + length), content: bytes.subarray(header, header + length) };
}

/** Exactly one value, to the last byte. @throws DerError */
export function readDer(bytes: Uint8Array): DerNode {
  const node = readDerPrefix(bytes);
  if (node.raw.length !== bytes.length) throw new DerError('bytes after the value');
  return node;
}

/** The values inside a constructed value. @throws DerError */
export function childrenOf(node: DerNode): readonly DerNode[] {
  if ((node.tag & 0x20) === 0) throw new DerError('a primitive value has no parts');
  const children: DerNode[] = [];
  for (let offset = 0; offset < node.content.length;) {
    const child = readDerPrefix(node.content.subarray(offset));
    children.push(child);
    offset += child.raw.length;
  }
  return children;
}

/** The node itself where it is there and has this tag. @throws DerError */
export function expectTag(node: DerNode | undefined, tag: number): DerNode {
  if (node?.tag !== tag) throw new DerError(`expected tag 0x${tag.toString(16)}`);
  return node;
}

/** Parts of a SEQUENCE. @throws DerError */
export function sequenceOf(node: DerNode | undefined): readonly DerNode[] {
  return childrenOf(expectTag(node, 0x30));
}

/** Dotted decimals of an OBJECT IDENTIFIER. @throws DerError */
export function readOid(node: DerNode | undefined): string {
  const { content } = expectTag(node, 0x06);
  const arcs: number[] = [];
  let value = 0;
  let isStart = true;
  for (const byte of content) {
    if (isStart && byte === 0x80) throw new DerError('object identifier is not minimal');
    value = value * 128 + (byte & 0x7f);
    if (value > Number.MAX_SAFE_INTEGER) throw new DerError('object identifier too large');
    isStart = byte < 0x80;
    if (isStart) {
      arcs.push(value);
      value = 0;
    }
  }
  const head = arcs[0];
  if (!isStart || head === undefined) throw new DerError('object identifier cut short');
  const first = Math.min(2, Math.floor(head / 40));
  return [first, head - first * 40, ...arcs.slice(1)].join('.');
}

/** Instant of a UTCTime or GeneralizedTime in the one form DER allows: to the second, in UTC. @throws DerError */
export function readTime(node: DerNode | undefined): Date {
  const text = node ? Buffer.from(node.content).toString('latin1') : '';
  const short = node?.tag === 0x17 && /^\d{12}Z$/u.test(text);
  const long = node?.tag === 0x18 && /^\d{14}Z$/u.test(text);
  if (!short && !long) throw new DerError('not a time');
  const digits = short ? `${Number(text.slice(0, 2)) < 50 ? '20' : '19'}${text}` : text;
  const parts = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})Z$/u.exec(digits)?.slice(1) ?? [];
  const iso = `${parts.slice(0, 3).join('-')}T${parts.slice(3).join(':')}.000Z`;
  const date = new Date(iso);
  // A day such as February 30 is moved on by Date; the round trip finds it.
  if (Number.isNaN(date.getTime()) || date.toISOString() !== iso) throw new DerError('not a time');
  return date;
}

/** Whether two byte strings are the same. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && Buffer.compare(a, b) === 0;
}
