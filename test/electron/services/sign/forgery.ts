import { createHash, sign, type KeyObject } from 'node:crypto';
import {
  concatBytes,
  derOctets,
  derOid,
  derSequence,
  derSetOf,
  derTime,
  derValue,
} from '../../../../electron/services/sign/der.ts';
import { childrenOf, readDer, readOid, type DerNode } from '../../../../electron/services/sign/der-reader.ts';
import { oids } from '../../../../electron/services/sign/oids.ts';
import { takeApart } from './signed-pdf.ts';

/** The parts of a CMS structure that a forger may exchange, each as DER. */
export interface CmsParts {
  readonly head: readonly Uint8Array[];
  readonly certificates: readonly Uint8Array[];
  /** Version, signer, digest algorithm. */
  readonly signerHead: readonly Uint8Array[];
  readonly attributes: readonly Uint8Array[];
  readonly signatureAlgorithm: Uint8Array;
  readonly signature: Uint8Array;
  /** What follows the signature: unsigned attributes. */
  readonly tail: readonly Uint8Array[];
}

/** Takes a CMS structure apart, lets the forger change parts, and puts it together again. */
export function forgeCms(cms: Uint8Array, change: (parts: CmsParts) => Partial<CmsParts>): Uint8Array {
  const parts = splitCms(cms);
  const forged = { ...parts, ...change(parts) };
  const signerInfo = derSequence(
    ...forged.signerHead,
    derValue(0xa0, ...forged.attributes),
    forged.signatureAlgorithm,
    forged.signature,
    ...forged.tail,
  );
  const certificates = derValue(0xa0, ...[...forged.certificates].sort((a, b) => Buffer.compare(a, b)));
  const signedData = derSequence(...forged.head, certificates, derValue(0x31, signerInfo));
  return derSequence(derOid(oids.signedData), derValue(0xa0, signedData));
}

function splitCms(cms: Uint8Array): CmsParts {
  const signedData = childOf(childOf(readDer(cms), 1), 0);
  const [version, digests, content, certificates, signers] = childrenOf(signedData);
  if (!version || !digests || !content || !certificates || !signers) throw new Error('not SignedData');
  const info = childrenOf(childOf(signers, 0)).map((node) => node.raw);
  const [signerVersion, sid, digest, , algorithm, signature] = info;
  if (!signerVersion || !sid || !digest || !algorithm || !signature) throw new Error('not SignerInfo');
  return {
    head: [version.raw, digests.raw, content.raw],
    certificates: childrenOf(certificates).map((node) => node.raw),
    signerHead: [signerVersion, sid, digest],
    attributes: childrenOf(childOf(childOf(signers, 0), 3)).map((node) => node.raw),
    signatureAlgorithm: algorithm,
    signature,
    tail: [],
  };
}

function childOf(node: DerNode, index: number): DerNode {
  const child = childrenOf(node)[index];
  if (!child) throw new Error('part is missing');
  return child;
}

/** Attributes without the one of this type. */
export function withoutAttribute(attributes: readonly Uint8Array[], type: string): readonly Uint8Array[] {
  return attributes.filter((attribute) => readOid(childOf(readDer(attribute), 0)) !== type);
}

/** Signs other attributes anew with the signer's own key: what a careless but honest program might have made. */
export function resign(attributes: readonly Uint8Array[], key: KeyObject): Partial<CmsParts> {
  const sorted = [...attributes].sort((a, b) => Buffer.compare(a, b));
  const signed = derValue(0x31, ...sorted);
  return { attributes: sorted, signature: derOctets(sign('sha256', signed, key)) };
}

/** An attribute for signing time. */
export function signingTimeAttribute(time: string): Uint8Array {
  return derSequence(derOid(oids.signingTime), derSetOf(derTime(new Date(time))));
}

/** A signing-certificate-v2 attribute that names these certificates. */
export function certificatesAttribute(...certificates: readonly Uint8Array[]): Uint8Array {
  const ids = certificates.map((der) => derSequence(derOctets(createHash('sha256').update(der).digest())));
  return derSequence(derOid(oids.signingCertificateV2), derSetOf(derSequence(derSequence(...ids))));
}

/** The PDF with other contents in the place of its signature. */
export function withContents(pdf: Uint8Array, cms: Uint8Array): Buffer {
  const result = Buffer.from(pdf);
  const [start, end] = takeApart(pdf).gap;
  result.write(
    Buffer.from(cms)
      .toString('hex')
      .padEnd(end - start - 2, '0'),
    start + 1,
    'latin1',
  );
  return result;
}

/** The PDF with these bytes instead of its own from an offset on. */
export function overwrite(pdf: Uint8Array, at: number, text: string): Buffer {
  const result = Buffer.from(pdf);
  result.write(text, at, 'latin1');
  return result;
}

/** The PDF with bytes put in at an offset. */
export function insert(pdf: Uint8Array, at: number, text: string): Buffer {
  return Buffer.from(concatBytes(pdf.subarray(0, at), Buffer.from(text, 'latin1'), pdf.subarray(at)));
}
