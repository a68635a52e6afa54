import { signatureProblems, type SignatureProblem } from '../../../shared/sign/problems.ts';
import { DerError, readDerPrefix } from './der-reader.ts';
import { fromPdfDate } from './pdf-date.ts';
import { parsePdfDictionary, type PdfDictionary, type PdfValue } from './pdf-dictionary.ts';

/** One signature dictionary of a PDF, read from the raw bytes. */
export interface PdfSignature {
  /** Bytes [0, gapStart) and [gapEnd, end) are what is signed; null where the ranges are not sound. */
  readonly range: { readonly gapStart: number; readonly gapEnd: number; readonly end: number } | null;
  /** The CMS structure without its padding; null where it cannot be taken out. */
  readonly cms: Uint8Array | null;
  /** RFC 3339, from /M: a claim. */
  readonly claimedTime: string | null;
  readonly problems: readonly SignatureProblem[];
}

const marks = ['/Adobe.PPKLite', '/ETSI.CAdES.detached', '/adbe.pkcs7', '/Type /Sig\n', '/Type/Sig/'];

/** Whether anything points to a signature, be it whole or not. */
export function hasSignatureMarks(pdf: Buffer): boolean {
  return marks.some((mark) => pdf.includes(mark, 0, 'latin1'));
}

/**
 * Finds every signature dictionary by its /ByteRange. The raw bytes are read, not a repaired object tree: what is
 * verified is exactly what stands in the file. Whether a page refers to the dictionary is of no account, because a
 * signature that covers all bytes but its own covers those references too.
 */
export function findPdfSignatures(pdf: Buffer): readonly PdfSignature[] {
  const signatures: PdfSignature[] = [];
  for (let at = pdf.indexOf('/ByteRange'); at >= 0; at = pdf.indexOf('/ByteRange', at + 1)) {
    signatures.push(readSignature(pdf, at));
  }
  return signatures;
}

function broken(problem: SignatureProblem): PdfSignature {
  return { range: null, cms: null, claimedTime: null, problems: [problem] };
}

function readSignature(pdf: Buffer, at: number): PdfSignature {
  const objectStart = pdf.lastIndexOf(' obj', at, 'latin1');
  const objectEnd = pdf.indexOf('endobj', at, 'latin1');
  if (objectStart < 0 || objectEnd < 0) return broken(signatureProblems.brokenSignature);
  const base = objectStart + ' obj'.length;
  const text = pdf.toString('latin1', base, objectEnd);
  const dictionary = parsePdfDictionary(text, 0);
  if (!dictionary || text.slice(dictionary.end).trim() !== '') {
    return broken(signatureProblems.unreadableDictionary);
  }
  if (name(dictionary, 'Type') !== 'Sig' || name(dictionary, 'Filter') !== 'Adobe.PPKLite') {
    return broken(signatureProblems.unreadableDictionary);
  }
  const contents = dictionary.entries.get('Contents');
  const numbers = rangeNumbers(dictionary.entries.get('ByteRange'));
  if (contents?.kind !== 'hex' || !numbers) return broken(signatureProblems.unreadableDictionary);
  const problems: SignatureProblem[] = [];
  if (name(dictionary, 'SubFilter') !== 'ETSI.CAdES.detached') problems.push(signatureProblems.unsupportedFormat);
  const range = checkRange(numbers, base + contents.start, base + contents.end, pdf.length);
  const cms = readContents(contents.source);
  if (typeof range === 'string') problems.push(range);
  if (typeof cms === 'string') problems.push(cms);
  const signedAt = dictionary.entries.get('M');
  return {
    range: typeof range === 'string' ? null : range,
    cms: typeof cms === 'string' ? null : cms,
    claimedTime: signedAt?.kind === 'string' ? fromPdfDate(signedAt.source) : null,
    problems,
  };
}

function name(dictionary: PdfDictionary, key: string): string | null {
  const value = dictionary.entries.get(key);
  return value?.kind === 'name' ? value.name : null;
}

type RangeNumbers = readonly [number, number, number, number];

function rangeNumbers(value: PdfValue | undefined): RangeNumbers | null {
  if (value?.kind !== 'array') return null;
  const numbers = value.items.map((item) => (item.kind === 'number' ? item.value : -1));
  const [a = -1, b = -1, c = -1, d = -1] = numbers;
  return numbers.length === 4 && numbers.every((number) => Number.isSafeInteger(number) && number >= 0)
    ? [a, b, c, d]
    : null;
}

/** ISO 32000-1 §12.8.1: everything from the first byte, except the contents with its brackets. */
function checkRange(
  [start, firstLength, second, secondLength]: RangeNumbers,
  gapStart: number,
  gapEnd: number,
  fileEnd: number,
): SignatureProblem | { readonly gapStart: number; readonly gapEnd: number; readonly end: number } {
  if (start !== 0) return signatureProblems.rangeNotFromStart;
  if (firstLength !== gapStart || second !== gapEnd) return signatureProblems.rangeGap;
  const end = second + secondLength;
  return end > fileEnd ? signatureProblems.rangeBeyondEnd : { gapStart, gapEnd, end };
}

/** The one way in which the contents may be written: lower-case hex of one DER value, then zeros. */
function readContents(source: string): SignatureProblem | Uint8Array {
  if (source.length % 2 !== 0 || !/^[0-9a-f]*$/u.test(source)) return signatureProblems.hexNotCanonical;
  const bytes = Buffer.from(source, 'hex');
  try {
    const cms = readDerPrefix(bytes).raw;
    if (bytes.subarray(cms.length).some((byte) => byte !== 0)) return signatureProblems.paddingNotZero;
    return cms;
  } catch (error) {
    if (error instanceof DerError) return signatureProblems.notDer;
    throw error;
  }
}
