import { createHash } from 'node:crypto';
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFInvalidObject,
  PDFName,
  PDFNumber,
  type PDFRef,
} from 'pdf-lib';
import { AppError } from '../../../shared/contract/errors.ts';
import { buildSignedData } from './cms.ts';
import { toPdfDate } from './pdf-date.ts';
import { requireValidAt, type Signer } from './signer.ts';

/** What the signature dictionary says besides the signature itself. */
export interface PdfSignatureDetails {
  /** RFC 3339 with offset: the workstation's clock, a claim. */
  readonly claimedTime: string;
  /** Who signs, e.g. the office. */
  readonly name: string;
  readonly reason: string;
  readonly location: string;
}

/** Bytes reserved for the CMS structure; with a chain of three certificates it needs about half. */
const contentsBytes = 8192;
const contentsPlaceholder = `<${'0'.repeat(contentsBytes * 2)}>`;
const rangePlaceholder = '/ByteRange [0 0000000000 0000000000 0000000000]';

/**
 * Signs a PDF as a whole (PAdES-B-B, ETSI EN 319 142-1): one signature without a visible box, appended as an
 * incremental update, so that the unsigned export is a prefix of the result. The byte range runs from the first byte
 * to the last and leaves out the contents alone, which are written in the one form the verifier accepts: lower-case hex
 * and zeros. The same input gives the same bytes, but for ECDSA's random number.
 * @throws AppError `certificate-unusable` when the certificate is not valid at the claimed time or its chain is too
 * long; `encrypted-file`, `damaged-file`
 */
export async function signPdf(pdf: Uint8Array, signer: Signer, details: PdfSignatureDetails): Promise<Uint8Array> {
  requireValidAt(signer, new Date(details.claimedTime));
  const prepared = await appendSignatureField(pdf, details);
  const increment = prepared.toString('latin1', pdf.length);
  const gapStart = pdf.length + increment.indexOf(contentsPlaceholder);
  const gapEnd = gapStart + contentsPlaceholder.length;
  const range = `/ByteRange [0 ${gapStart} ${gapEnd} ${prepared.length - gapEnd}`;
  prepared.write(
    `${range.padEnd(rangePlaceholder.length - 1)}]`,
    pdf.length + increment.indexOf(rangePlaceholder),
    'latin1',
  );
  const digest = createHash('sha256').update(prepared.subarray(0, gapStart)).update(prepared.subarray(gapEnd)).digest();
  const cms = buildSignedData(digest, signer, null);
  if (cms.length > contentsBytes) {
    throw new AppError(
      'certificate-unusable',
      '签名证书及其上级证书过大，签名放不进 PDF。请改用不含多余上级证书的证书文件。',
    );
  }
  prepared.write(Buffer.from(cms).toString('hex'), gapStart + 1, 'latin1');
  return new Uint8Array(prepared.buffer, prepared.byteOffset, prepared.byteLength);
}

async function appendSignatureField(pdf: Uint8Array, details: PdfSignatureDetails): Promise<Buffer> {
  const document = await loadForUpdate(pdf);
  const { context } = document;
  const signature = context.register(PDFInvalidObject.of(Buffer.from(signatureDictionary(details), 'latin1')));
  const page = document.getPage(0);
  const field = context.obj({
    Type: 'Annot',
    Subtype: 'Widget',
    FT: 'Sig',
    // Print and Locked; the empty rectangle makes it invisible (ISO 32000-1 §12.7.4.5).
    F: 132,
    Rect: [0, 0, 0, 0],
    P: page.ref,
    V: signature,
  });
  field.set(PDFName.of('T'), PDFHexString.fromText(fieldName(document)));
  const fieldRef = context.register(field);
  appendTo(page.node, 'Annots', fieldRef);
  const form = formOf(document);
  appendTo(form, 'Fields', fieldRef);
  // SignaturesExist and AppendOnly.
  form.set(PDFName.of('SigFlags'), PDFNumber.of(3));
  context.snapshot?.markObjsForSave([page.node, form, document.catalog]);
  return Buffer.from(await document.save({ useObjectStreams: !endsInTable(pdf), updateFieldAppearances: false }));
}

async function loadForUpdate(pdf: Uint8Array): Promise<PDFDocument> {
  let document: PDFDocument;
  try {
    document = await PDFDocument.load(pdf, {
      forIncrementalUpdate: true,
      updateMetadata: false,
      ignoreEncryption: true,
      throwOnInvalidObject: true,
    });
  } catch (error) {
    throw new AppError('damaged-file', '待签名的 PDF 无法读取，没有签名。请重新导出后再签。', { cause: error });
  }
  if (document.isEncrypted) {
    throw new AppError('encrypted-file', '待签名的 PDF 设有密码或加密，不能签名。请先解除加密。');
  }
  return document;
}

/** Written by hand so that range and contents have their fixed width and never land in a compressed object stream. */
function signatureDictionary(details: PdfSignatureDetails): string {
  const date = toPdfDate(details.claimedTime);
  if (date === null) throw new Error(`not an RFC 3339 time with offset: ${details.claimedTime}`);
  const text = (value: string): string => PDFHexString.fromText(value).toString().toLowerCase();
  return [
    '<<',
    '/Type /Sig',
    '/Filter /Adobe.PPKLite',
    '/SubFilter /ETSI.CAdES.detached',
    rangePlaceholder,
    `/Contents ${contentsPlaceholder}`,
    `/M (${date})`,
    `/Name ${text(details.name)}`,
    `/Reason ${text(details.reason)}`,
    `/Location ${text(details.location)}`,
    '>>',
  ].join('\n');
}

/** An update keeps to the kind of cross-reference that the file ends in (ISO 32000-1 §7.5.8.4). */
function endsInTable(pdf: Uint8Array): boolean {
  const tail = Buffer.from(pdf.subarray(Math.max(0, pdf.length - 1024))).toString('latin1');
  const start = /startxref\s+(\d{1,10})\s+%%EOF\s*$/u.exec(tail)?.[1];
  return (
    start !== undefined && Buffer.from(pdf.subarray(Number(start), Number(start) + 4)).toString('latin1') === 'xref'
  );
}

function appendTo(dictionary: PDFDict, key: string, entry: PDFRef): void {
  const list = dictionary.lookupMaybe(PDFName.of(key), PDFArray);
  if (list) list.push(entry);
  else dictionary.set(PDFName.of(key), dictionary.context.obj([entry]));
  if (list) dictionary.context.snapshot?.markObjForSave(list);
}

function formOf(document: PDFDocument): PDFDict {
  const existing = document.catalog.lookupMaybe(PDFName.of('AcroForm'), PDFDict);
  if (existing) return existing;
  const form = document.context.obj({});
  document.catalog.set(PDFName.of('AcroForm'), document.context.register(form));
  return form;
}

/** A name that no field has yet. */
function fieldName(document: PDFDocument): string {
  const fields = document.catalog
    .lookupMaybe(PDFName.of('AcroForm'), PDFDict)
    ?.lookupMaybe(PDFName.of('Fields'), PDFArray);
  return `Signature${(fields?.size() ?? 0) + 1}`;
}
