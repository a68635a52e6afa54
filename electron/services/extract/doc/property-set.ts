import { ByteView, decodeUtf16 } from './byte-view.ts';

const codePageProperty = 1;
const narrowText = 0x1e;
const wideText = 0x1f;
/** Properties of a set that are looked at; the standard ones are about thirty. */
const maxProperties = 200;
const maxText = 1000;

/** Encodings by Windows code page; others are read as `windows-<number>`. */
const encodings: Readonly<Record<number, string | undefined>> = {
  936: 'gb18030',
  950: 'big5',
  932: 'shift_jis',
  949: 'euc-kr',
  54936: 'gb18030',
  65001: 'utf-8',
};

function decode(bytes: Uint8Array, codePage: number): string {
  if (codePage === 1200) return decodeUtf16(bytes);
  try {
    return new TextDecoder(encodings[codePage] ?? `windows-${codePage}`).decode(bytes);
  } catch {
    // A code page of which nothing is known: only its ASCII part can be relied on.
    return Array.from(bytes, (byte) => (byte < 0x80 ? String.fromCharCode(byte) : '\ufffd')).join('');
  }
}

/**
 * The texts of the first section of a property set ([MS-OLEPS] 2.21), by property identifier.
 * @throws AppError `damaged-file`
 */
export function readPropertySet(bytes: Uint8Array): ReadonlyMap<number, string> {
  const view = new ByteView(bytes, '文件属性');
  const section = view.u32(44);
  const count = Math.min(view.u32(section + 4), maxProperties);
  const places = new Map<number, number>();
  for (let index = 0; index < count; index += 1) {
    const at = section + 8 + index * 8;
    places.set(view.u32(at), section + view.u32(at + 4));
  }
  const codePageAt = places.get(codePageProperty);
  const codePage = codePageAt === undefined ? 1252 : view.u16(codePageAt + 4);
  const texts = new Map<number, string>();
  for (const [identifier, at] of places) {
    const type = view.u16(at);
    if (type !== narrowText && type !== wideText) continue;
    const length = view.u32(at + 4);
    const content = view.slice(at + 8, Math.min(type === wideText ? length * 2 : length, maxText));
    const text = type === wideText ? decodeUtf16(content) : decode(content, codePage);
    texts.set(identifier, (text.split('\0')[0] ?? '').trim());
  }
  return texts;
}
