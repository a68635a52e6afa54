/** Windows code pages to the names by which a TextDecoder knows them (WHATWG Encoding). */
const encodings: Readonly<Record<number, string | undefined>> = {
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gb18030',
  949: 'euc-kr',
  950: 'big5',
  1250: 'windows-1250',
  1251: 'windows-1251',
  1252: 'windows-1252',
  1253: 'windows-1253',
  1254: 'windows-1254',
  1255: 'windows-1255',
  1256: 'windows-1256',
  1257: 'windows-1257',
  1258: 'windows-1258',
  10000: 'macintosh',
  20936: 'gb18030',
  54936: 'gb18030',
  65001: 'utf-8',
};

/** Character sets of fonts (`\fcharset`, RTF 1.9.1 "Font table") to code pages; 0 and 1 leave it to the document. */
const charsets: Readonly<Record<number, number | undefined>> = {
  77: 10000,
  128: 932,
  129: 949,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
};

const multiByte: ReadonlySet<string> = new Set(['gb18030', 'big5', 'shift_jis', 'euc-kr', 'utf-8']);
const western = 'windows-1252';

/** How the bytes of a font's text are read. */
export interface ByteEncoding {
  /** Name for a TextDecoder. */
  readonly name: string;
  /** False where the font says nothing and the document's code page is only likely. */
  readonly isCertain: boolean;
}

/** The encoding of a document's own code page (`\ansicpg`); Western where it is not known. */
export function encodingOfCodePage(codePage: number): string {
  return encodings[codePage] ?? western;
}

/** The encoding of a font. @param ownCodePage `\cpg` of the font; null where it has none */
export function encodingOfFont(charset: number | null, ownCodePage: number | null, document: string): ByteEncoding {
  const codePage = ownCodePage ?? (charset === null ? undefined : charsets[charset]);
  const name = codePage === undefined ? undefined : encodings[codePage];
  return name === undefined ? { name: document, isCertain: false } : { name, isCertain: true };
}

/** Node 20 decodes windows-1252 as Latin-1, with controls where quotes and dashes stand. */
const westernControls = /[\u0080-\u009f]/gu;
const westernSigns = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

const newDecoder = (name: string, fatal: boolean) => new TextDecoder(name, { fatal, ignoreBOM: true });
const decoders = new Map<string, ReturnType<typeof newDecoder>>();

function decode(raw: Uint8Array, name: string, fatal: boolean): string {
  const key = `${name}/${fatal}`;
  const known = decoders.get(key) ?? newDecoder(name, fatal);
  decoders.set(key, known);
  const text = known.decode(raw);
  return name === western
    ? text.replace(westernControls, (control) => westernSigns[control.charCodeAt(0) - 0x80] ?? control)
    : text;
}

/** Added to a byte of a run that was written as an escape. */
export const escapedByte = 0x100;

/**
 * Whether every byte beyond ASCII has its second byte, itself an escape. Text in a Western font may hold single such
 * bytes (“ is 93) before plain letters, which a Chinese code page would swallow.
 */
function isPaired(bytes: readonly number[]): boolean {
  for (let index = 0; index < bytes.length; index += 1) {
    if (((bytes[index] ?? 0) & 0xff) < 0x80) continue;
    index += 1;
    if ((bytes[index] ?? 0) < 0x80) return false;
  }
  return true;
}

/** Decoded text and whether bytes had to be replaced by U+FFFD. */
export interface DecodedBytes {
  readonly text: string;
  readonly isDamaged: boolean;
}

/** Decodes the bytes of one run, those that were escapes raised by {@link escapedByte}. */
export function decodeBytes(bytes: readonly number[], encoding: ByteEncoding): DecodedBytes {
  if (bytes.every((byte) => (byte & 0x80) === 0)) {
    return { text: bytes.map((byte) => String.fromCharCode(byte & 0x7f)).join(''), isDamaged: false };
  }
  const raw = Uint8Array.from(bytes, (byte) => byte & 0xff);
  let { name } = encoding;
  if (!encoding.isCertain && multiByte.has(name) && name !== 'utf-8' && !isPaired(bytes)) name = western;
  try {
    return { text: decode(raw, name, true), isDamaged: false };
  } catch {
    if (!encoding.isCertain) return { text: decode(raw, western, false), isDamaged: false };
    return { text: decode(raw, name, false), isDamaged: true };
  }
}
