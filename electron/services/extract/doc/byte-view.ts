import { AppError } from '../../../../shared/contract/errors.ts';

/** The refusal of a binary Word file that contradicts itself. @param what the part concerned, Chinese */
export function damagedDoc(what: string, cause?: unknown): AppError {
  return new AppError(
    'damaged-file',
    `Word 文件已损坏或不完整（${what}）。请用 Word 或 WPS 打开后另存为 .docx，再重新提交。`,
    cause === undefined ? undefined : { cause },
  );
}

/** Little-endian numbers out of bytes that nobody vouches for: whatever lies outside them refuses the file. */
export class ByteView {
  readonly bytes: Uint8Array;
  readonly #view: DataView;
  readonly #what: string;

  /** @param what what the bytes are, Chinese, for the message */
  constructor(bytes: Uint8Array, what: string) {
    this.bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#what = what;
  }

  get length(): number {
    return this.bytes.length;
  }

  u8(at: number): number {
    this.#check(at, 1);
    return this.#view.getUint8(at);
  }

  u16(at: number): number {
    this.#check(at, 2);
    return this.#view.getUint16(at, true);
  }

  u32(at: number): number {
    this.#check(at, 4);
    return this.#view.getUint32(at, true);
  }

  i32(at: number): number {
    this.#check(at, 4);
    return this.#view.getInt32(at, true);
  }

  slice(at: number, length: number): Uint8Array {
    this.#check(at, length);
    return this.bytes.subarray(at, at + length);
  }

  /** A part as a view of its own, whose bounds hold. */
  part(at: number, length: number, what = this.#what): ByteView {
    return new ByteView(this.slice(at, length), what);
  }

  /** UTF-16 text. @param count units */
  text(at: number, count: number): string {
    return decodeUtf16(this.slice(at, count * 2));
  }

  #check(at: number, length: number): void {
    if (!(at >= 0 && length >= 0 && at + length <= this.bytes.length)) throw damagedDoc(this.#what);
  }
}

/** UTF-16LE bytes as text, lone surrogates kept. */
export function decodeUtf16(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf16le');
}
