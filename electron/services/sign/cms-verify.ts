import { createHash, verify, type KeyObject } from 'node:crypto';
import { signatureProblems, type SignatureProblem } from '../../../shared/sign/problems.ts';
import { readCertificate, type CertificateFacts } from './certificate.ts';
import { compareBytes, concatBytes, derNull, derOid, derSequence, derTagged, derValue } from './der.ts';
import {
  childrenOf,
  DerError,
  expectTag,
  readDer,
  readOid,
  readTime,
  sameBytes,
  sequenceOf,
  type DerNode,
} from './der-reader.ts';
import { oids } from './oids.ts';

/** What a CMS SignedData says and what is wrong with it; no problems means every byte of it is accounted for. */
export interface CmsReport {
  /** The signer's certificate; null where it cannot be read. */
  readonly certificate: CertificateFacts | null;
  /** `RSA-SHA256`, `ECDSA-P256-SHA256`, or `unknown`. */
  readonly algorithm: string;
  /** The signed signing time; null where there is none. */
  readonly signingTime: Date | null;
  readonly problems: readonly SignatureProblem[];
}

class CmsProblem extends Error {
  readonly problem: SignatureProblem;
  constructor(problem: SignatureProblem) {
    super(problem);
    this.problem = problem;
  }
}

/**
 * Verifies a detached CMS SignedData strictly. Every byte must be signed, bound by a signed hash, or have the one value
 * it may have: otherwise it could be changed without breaking the signature. Hence DER throughout, one signer, no
 * unsigned attributes, no revocation data, and no certificate that signing-certificate-v2 does not name.
 * @param cms exactly one DER value
 * @param digest SHA-256 of the content
 */
export function verifySignedData(cms: Uint8Array, digest: Uint8Array): CmsReport {
  const report = {
    certificate: null as CertificateFacts | null,
    algorithm: 'unknown',
    signingTime: null as Date | null,
  };
  const problems: SignatureProblem[] = [];
  try {
    const { certificates, signerInfo } = openSignedData(cms);
    const info = openSignerInfo(signerInfo);
    report.signingTime = info.attributes.signingTime;
    const leaf = findSigner(certificates, info.sid);
    report.certificate = leaf;
    report.algorithm = leaf.algorithm ?? 'unknown';
    checkBinding(info.attributes.certificateIds, leaf, certificates);
    if (!leaf.maySign) problems.push(signatureProblems.certificateMayNotSign);
    checkSignature(info, leaf);
    if (!sameBytes(info.attributes.messageDigest, digest)) problems.push(signatureProblems.digestWrong);
  } catch (error) {
    if (error instanceof CmsProblem) problems.push(error.problem);
    else if (error instanceof DerError) problems.push(signatureProblems.notDer);
    else throw error;
  }
  return { ...report, problems };
}

/** RFC 5652 §5.1 with everything optional but the certificates left out. */
function openSignedData(cms: Uint8Array): { certificates: readonly Uint8Array[]; signerInfo: DerNode } {
  const [type, wrapped, ...rest] = sequenceOf(readDer(cms));
  if (readOid(type) !== oids.signedData || rest.length > 0) throw new DerError('not SignedData');
  const inner = childrenOf(expectTag(wrapped, 0xa0));
  const [version, digests, content, certificateSet, signers, ...more] = sequenceOf(inner[0]);
  if (inner.length !== 1 || more.length > 0) throw new CmsProblem(signatureProblems.certificateNotBound);
  requireVersion1(version);
  const digestIdentifiers = childrenOf(expectTag(digests, 0x31));
  if (digestIdentifiers.length !== 1) throw new DerError('one digest algorithm expected');
  requireSha256(digestIdentifiers[0]);
  const encapsulated = sequenceOf(content);
  if (readOid(encapsulated[0]) !== oids.data || encapsulated.length !== 1)
    throw new DerError('content is not detached');
  const certificates = childrenOf(expectTag(certificateSet, 0xa0));
  requireSorted(certificates);
  const signerInfos = childrenOf(expectTag(signers, 0x31));
  const signerInfo = signerInfos[0];
  if (!signerInfo || signerInfos.length !== 1) throw new DerError('one signer expected');
  return { certificates: certificates.map((certificate) => certificate.raw), signerInfo };
}

interface SignedAttributes {
  readonly messageDigest: Uint8Array;
  readonly certificateIds: readonly DerNode[];
  readonly signingTime: Date | null;
}

interface SignerInfo {
  readonly sid: Uint8Array;
  readonly attributes: SignedAttributes;
  /** The attributes as they were signed: DER under the tag of a SET. */
  readonly signed: Uint8Array;
  readonly identifier: Uint8Array;
  readonly signature: Uint8Array;
}

function openSignerInfo(node: DerNode): SignerInfo {
  const [version, sid, digest, attributes, identifier, signature, ...rest] = sequenceOf(node);
  if (attributes?.tag === 0x30) throw new CmsProblem(signatureProblems.attributesIncomplete);
  requireVersion1(version);
  requireSha256(digest);
  const signed = concatBytes(Uint8Array.of(0x31), expectTag(attributes, 0xa0).raw.subarray(1));
  const info = {
    sid: expectTag(sid, 0x30).raw,
    attributes: openAttributes(readDer(signed)),
    signed,
    identifier: expectTag(identifier, 0x30).raw,
    signature: expectTag(signature, 0x04).content,
  };
  if (rest.length > 0) throw new CmsProblem(signatureProblems.unsignedAttributes);
  return info;
}

/** Attributes that are not known are covered by the signature like the others and left alone. */
function openAttributes(set: DerNode): SignedAttributes {
  const nodes = childrenOf(set);
  requireSorted(nodes);
  const values = new Map<string, DerNode>();
  for (const node of nodes) {
    const [type, valueSet, ...rest] = sequenceOf(node);
    const members = childrenOf(expectTag(valueSet, 0x31));
    const id = readOid(type);
    const value = members[0];
    if (!value || rest.length > 0 || values.has(id)) throw new DerError('attribute is malformed');
    if (members.length > 1 && strictlySingle.has(id)) throw new DerError('one value expected');
    values.set(id, value);
  }
  const contentType = values.get(oids.contentType);
  const messageDigest = values.get(oids.messageDigest);
  const certificate = values.get(oids.signingCertificateV2);
  if (!contentType || !messageDigest || !certificate) throw new CmsProblem(signatureProblems.attributesIncomplete);
  if (readOid(contentType) !== oids.data) throw new DerError('content type is not data');
  const time = values.get(oids.signingTime);
  return {
    messageDigest: expectTag(messageDigest, 0x04).content,
    certificateIds: sequenceOf(sequenceOf(certificate)[0]),
    signingTime: time ? readTime(time) : null,
  };
}

const strictlySingle: ReadonlySet<string> = new Set([
  oids.contentType,
  oids.messageDigest,
  oids.signingCertificateV2,
  oids.signingTime,
]);

function findSigner(certificates: readonly Uint8Array[], sid: Uint8Array): CertificateFacts {
  const facts = certificates.map((der) => {
    try {
      return readCertificate(der);
    } catch (error) {
      if (error instanceof DerError) throw new CmsProblem(signatureProblems.certificateUnreadable);
      throw error;
    }
  });
  const leaf = facts.find((candidate) => sameBytes(derSequence(candidate.issuerDer, candidate.serialDer), sid));
  if (!leaf) throw new CmsProblem(signatureProblems.certificateMismatch);
  return leaf;
}

/** RFC 5035 §5.4: the first entry is the signer's certificate; here the others are exactly those carried besides. */
function checkBinding(ids: readonly DerNode[], leaf: CertificateFacts, certificates: readonly Uint8Array[]): void {
  const [first, ...others] = ids;
  if (!first || !namesCertificate(first, leaf.der)) throw new CmsProblem(signatureProblems.certificateMismatch);
  const carried = certificates.filter((der) => der !== leaf.der);
  if (!carried.every((der) => others.some((id) => namesCertificate(id, der)))) {
    throw new CmsProblem(signatureProblems.certificateNotBound);
  }
}

/** ESSCertIDv2 ::= SEQUENCE { hashAlgorithm DEFAULT sha256, certHash, issuerSerial OPTIONAL }. */
function namesCertificate(id: DerNode, der: Uint8Array): boolean {
  const parts = sequenceOf(id);
  const explicit = parts[0]?.tag === 0x30;
  if (explicit) requireSha256(parts[0]);
  const [hash, issuerSerial, ...rest] = explicit ? parts.slice(1) : parts;
  if (rest.length > 0) throw new DerError('certificate identifier is malformed');
  if (!sameBytes(expectTag(hash, 0x04).content, createHash('sha256').update(der).digest())) return false;
  if (!issuerSerial) return true;
  const { issuerDer, serialDer } = readCertificate(der);
  return sameBytes(issuerSerial.raw, derSequence(derSequence(derTagged(4, issuerDer)), serialDer));
}

function checkSignature(info: SignerInfo, leaf: CertificateFacts): void {
  const accepted = leaf.algorithm === 'RSA-SHA256' ? rsaIdentifiers : leaf.algorithm ? ecdsaIdentifiers : [];
  if (!accepted.some((identifier) => sameBytes(identifier, info.identifier))) {
    throw new CmsProblem(signatureProblems.unsupportedAlgorithm);
  }
  if (!verifies(info.signed, leaf.publicKey, info.signature)) throw new CmsProblem(signatureProblems.signatureWrong);
}

const rsaIdentifiers = [
  derSequence(derOid(oids.rsaEncryption), derNull),
  derSequence(derOid(oids.sha256WithRsa), derNull),
];
const ecdsaIdentifiers = [derSequence(derOid(oids.ecdsaWithSha256))];

function verifies(data: Uint8Array, key: KeyObject, signature: Uint8Array): boolean {
  try {
    return verify('sha256', data, key, signature);
  } catch {
    return false;
  }
}

function requireVersion1(node: DerNode | undefined): void {
  if (!sameBytes(expectTag(node, 0x02).content, Uint8Array.of(1))) throw new DerError('version 1 expected');
}

/** RFC 5754 §2: parameters absent; NULL must be accepted. */
function requireSha256(node: DerNode | undefined): void {
  const { raw } = expectTag(node, 0x30);
  if (!sha256Identifiers.some((identifier) => sameBytes(identifier, raw))) {
    throw new CmsProblem(signatureProblems.unsupportedAlgorithm);
  }
}

const sha256Identifiers = [derSequence(derOid(oids.sha256)), derValue(0x30, derOid(oids.sha256), derNull)];

function requireSorted(nodes: readonly DerNode[]): void {
  for (const [index, node] of nodes.entries()) {
    const next = nodes[index + 1];
    if (next && compareBytes(node.raw, next.raw) >= 0) throw new DerError('set is not sorted');
  }
}
