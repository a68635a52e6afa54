import { inflateSync } from 'node:zlib';
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFRawStream, PDFString } from 'pdf-lib';

/** A review record of a 100,000-character draft with every finding stays far below this. */
const ATTACHMENT_LIMIT = 32 << 20;
const TREE_DEPTH_LIMIT = 8;
const NAMES_LIMIT = 1000;

/**
 * A file embedded in a PDF, by its name in the document's name tree (ISO 32000-1, 7.11.4); null when there is none, or
 * when it is encrypted, compressed otherwise than by Flate, or larger than 32 MB.
 * @param pdf untrusted
 */
export async function readAttachment(pdf: Uint8Array, name: string): Promise<Uint8Array | null> {
  try {
    const document = await PDFDocument.load(pdf, { updateMetadata: false });
    const names = document.catalog.lookupMaybe(PDFName.of('Names'), PDFDict);
    const tree = names?.lookupMaybe(PDFName.of('EmbeddedFiles'), PDFDict);
    const file = tree ? findInNameTree(tree, name, 0) : null;
    const stream = file?.lookupMaybe(PDFName.of('EF'), PDFDict)?.lookup(PDFName.of('F'));
    return stream instanceof PDFRawStream ? inflate(stream) : null;
  } catch {
    // Whatever cannot be read holds no record that could be relied on.
    return null;
  }
}

function findInNameTree(node: PDFDict, name: string, depth: number): PDFDict | null {
  if (depth > TREE_DEPTH_LIMIT) return null;
  const names = node.lookupMaybe(PDFName.of('Names'), PDFArray);
  const count = Math.min(names?.size() ?? 0, 2 * NAMES_LIMIT);
  for (let index = 0; index + 1 < count; index += 2) {
    const key = names?.lookup(index);
    if (!(key instanceof PDFString || key instanceof PDFHexString) || key.decodeText() !== name) continue;
    return names?.lookupMaybe(index + 1, PDFDict) ?? null;
  }
  const kids = node.lookupMaybe(PDFName.of('Kids'), PDFArray);
  for (let index = 0; index < Math.min(kids?.size() ?? 0, NAMES_LIMIT); index += 1) {
    const kid = kids?.lookupMaybe(index, PDFDict);
    const found = kid ? findInNameTree(kid, name, depth + 1) : null;
    if (found) return found;
  }
  return null;
}

function inflate(stream: PDFRawStream): Uint8Array | null {
  const filter = stream.dict.lookup(PDFName.of('Filter'));
  if (filter === undefined) return stream.contents.length <= ATTACHMENT_LIMIT ? stream.contents : null;
  if (filter !== PDFName.of('FlateDecode')) return null;
  return new Uint8Array(inflateSync(stream.contents, { maxOutputLength: ATTACHMENT_LIMIT }));
}
