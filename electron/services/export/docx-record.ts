import { SaxesParser } from 'saxes';
import { fromBuffer, type Entry, type ZipFile } from 'yauzl';

/** Namespace of the custom XML part that holds a review record. */
export const recordNamespace = 'urn:review-desk:record:1';

/** A review record of a 100,000-character draft with every finding stays far below this, base64 included. */
const PART_LIMIT = 48 << 20;
const ENTRIES_LIMIT = 5000;

/**
 * The review record embedded in a DOCX; null when there is none or the package cannot be read. Only the record's own
 * part is unpacked, and no more of it than 48 MB.
 * @param docx untrusted
 */
export async function readRecordFromDocx(docx: Uint8Array): Promise<Uint8Array | null> {
  try {
    const zip = await openZip(docx);
    // A word processor that saved the file again may have given the part another number.
    for await (const entry of entriesOf(zip)) {
      if (!/^customXml\/item\d{1,4}\.xml$/u.test(entry.fileName)) continue;
      const record = parseRecord(new TextDecoder().decode(await readEntry(zip, entry)));
      if (record) return record;
    }
    return null;
  } catch {
    // Whatever cannot be read holds no record that could be relied on.
    return null;
  }
}

function openZip(bytes: Uint8Array): Promise<ZipFile> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return new Promise((resolve, reject) => {
    fromBuffer(buffer, { lazyEntries: true, validateEntrySizes: true }, (error: Error | null, zip) => {
      if (error) reject(error);
      else resolve(zip);
    });
  });
}

async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  for (let count = 0; count < ENTRIES_LIMIT; count += 1) {
    const entry = await nextEntry(zip);
    if (!entry) return;
    yield entry;
  }
}

function nextEntry(zip: ZipFile): Promise<Entry | null> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void): void => {
      zip.removeAllListeners('entry');
      zip.removeAllListeners('end');
      zip.removeAllListeners('error');
      act();
    };
    zip.once('entry', (entry: Entry) => {
      settle(() => resolve(entry));
    });
    zip.once('end', () => {
      settle(() => resolve(null));
    });
    zip.once('error', (error: Error) => {
      settle(() => reject(error));
    });
    zip.readEntry();
  });
}

function readEntry(zip: ZipFile, entry: Entry): Promise<Uint8Array> {
  if (entry.uncompressedSize > PART_LIMIT) return Promise.reject(new Error('custom XML part too large'));
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error: Error | null, stream) => {
      if (error) {
        reject(error);
        return;
      }
      const chunks: Buffer[] = [];
      // The sizes are validated while reading: a part that unpacks to more than it says ends in an error.
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
      stream.on('error', reject);
    });
  });
}

/** The bytes of a `record` element in our namespace, or null for any other part. */
function parseRecord(xml: string): Uint8Array | null {
  const parser = new SaxesParser({ xmlns: true });
  let isRecord = false;
  let base64 = '';
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('doctype', () => {
    throw new Error('a record has no document type');
  });
  parser.on('opentag', (tag) => {
    isRecord = tag.uri === recordNamespace && tag.local === 'record' && tag.attributes['encoding']?.value === 'base64';
  });
  parser.on('text', (text) => {
    if (isRecord) base64 += text;
  });
  parser.on('closetag', () => {
    isRecord = false;
  });
  parser.write(xml).close();
  const clean = base64.replaceAll(/\s/gu, '');
  if (clean === '' || !/^[A-Za-z0-9+/]*={0,2}$/u.test(clean)) return null;
  return new Uint8Array(Buffer.from(clean, 'base64'));
}
