import { createPublicKey, X509Certificate, type KeyObject } from 'node:crypto';
import { AppError } from '../../../shared/contract/errors.ts';
import { isSignedBy, readCertificate, type CertificateFacts, type SignatureAlgorithm } from './certificate.ts';
import { sameBytes } from './der-reader.ts';

/** Who signs: a key, its certificate, and those that lead up from it. */
export interface Signer {
  /** DER. */
  readonly certificate: Uint8Array;
  /** DER of the issuers, nearest first, as far as they are known; empty for a self-signed certificate. */
  readonly chain: readonly Uint8Array[];
  readonly privateKey: KeyObject;
  readonly algorithm: SignatureAlgorithm;
  /** Distinguished names on one line, for a person. */
  readonly subject: string;
  readonly issuer: string;
  readonly selfSigned: boolean;
  readonly notBefore: Date;
  readonly notAfter: Date;
}

/**
 * Finds the certificate that belongs to one of the keys (by its public key), orders the issuers above it and checks
 * that it may sign. Of several pairs (signing and encryption certificates often come in one file) the one whose key
 * usage allows signing is taken.
 * @param certificates DER, in any order
 * @throws AppError `certificate-unusable`
 */
export function assembleSigner(keys: readonly KeyObject[], certificates: readonly Uint8Array[]): Signer {
  const facts = certificates.map(readCertificate);
  const pairs = keys.flatMap((key) => {
    const own = publicPart(key);
    const certificate = facts.find((candidate) => sameBytes(spki(candidate.publicKey), own));
    return certificate ? [{ key, certificate }] : [];
  });
  const chosen = pairs.find(({ certificate }) => certificate.maySign) ?? pairs[0];
  if (!chosen) {
    throw new AppError(
      'certificate-unusable',
      '证书文件里没有与私钥配对的证书，不能用来签名。请重新导出含私钥的证书。',
    );
  }
  const { key, certificate } = chosen;
  if (!certificate.maySign) {
    throw new AppError(
      'certificate-unusable',
      `证书“${certificate.subjectName}”的密钥用途不含数字签名（多为加密证书）。请改用签名证书。`,
    );
  }
  if (!certificate.algorithm) {
    throw new AppError(
      'certificate-unusable',
      `证书“${certificate.subjectName}”的密钥种类或长度不受支持。请改用 2048 位以上的 RSA 证书或 P-256 椭圆曲线证书。`,
    );
  }
  return {
    certificate: certificate.der,
    chain: chainAbove(certificate, facts),
    privateKey: key,
    algorithm: certificate.algorithm,
    subject: certificate.subject,
    issuer: certificate.issuer,
    selfSigned: certificate.selfSigned,
    notBefore: certificate.notBefore,
    notAfter: certificate.notAfter,
  };
}

/**
 * Refuses a certificate that is not valid at the time of signing.
 * @throws AppError `certificate-unusable`
 */
export function requireValidAt(signer: Signer, time: Date): void {
  const day = (date: Date): string => date.toISOString().slice(0, 10);
  if (time > signer.notAfter) {
    throw new AppError(
      'certificate-unusable',
      `签名证书（${signer.subject}）已于 ${day(signer.notAfter)} 到期，不能签名。请换用有效的证书；若日期不对，请先校准本机时钟。`,
    );
  }
  if (time < signer.notBefore) {
    throw new AppError(
      'certificate-unusable',
      `签名证书（${signer.subject}）自 ${day(signer.notBefore)} 起才有效，现在不能签名。若日期不对，请先校准本机时钟。`,
    );
  }
}

function publicPart(privateKey: KeyObject): Uint8Array {
  return spki(createPublicKey(privateKey));
}

function spki(key: KeyObject): Uint8Array {
  return key.export({ type: 'spki', format: 'der' });
}

/** Follows issuer after issuer, each link proven by its signature; what does not belong to the chain is left out. */
function chainAbove(leaf: CertificateFacts, all: readonly CertificateFacts[]): readonly Uint8Array[] {
  const chain: Uint8Array[] = [];
  let current = leaf;
  while (!current.selfSigned) {
    const certificate = new X509Certificate(current.der);
    const issuer = all.find(
      (candidate) =>
        candidate !== leaf &&
        !chain.includes(candidate.der) &&
        certificate.checkIssued(new X509Certificate(candidate.der)) &&
        isSignedBy(certificate, candidate.publicKey),
    );
    if (!issuer) break;
    chain.push(issuer.der);
    current = issuer;
  }
  return chain;
}
