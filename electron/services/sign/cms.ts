import { createHash, sign } from 'node:crypto';
import { readCertificate } from './certificate.ts';
import {
  concatBytes,
  derInteger,
  derNull,
  derOctets,
  derOid,
  derSequence,
  derSetOf,
  derTagged,
  derTime,
  derValue,
} from './der.ts';
import { oids } from './oids.ts';
import type { Signer } from './signer.ts';

const version1 = derInteger(Uint8Array.of(1));
/** RFC 5754 §2: SHA-256 without parameters. */
const sha256Identifier = derSequence(derOid(oids.sha256));

/**
 * A detached CMS SignedData (RFC 5652 §5) in DER: one signer, SHA-256, no unsigned attributes, so that every byte of
 * it is either signed or fixed.
 *
 * The signed attributes are content type, message digest and signing-certificate-v2 (RFC 5035). The latter names the
 * signer's certificate first and then every other one that is carried, because a certificate that is carried without
 * being named could be altered unseen. `signingTime` is left out in a PDF (PAdES, EN 319 142-1 §6.3: the claimed time
 * is the dictionary's /M) and given in a detached signature (CAdES, EN 319 122-1 §6.3), which has no other place for
 * the claimed time.
 * @param digest SHA-256 of the content
 */
export function buildSignedData(digest: Uint8Array, signer: Signer, signingTime: Date | null): Uint8Array {
  const certificates = [signer.certificate, ...signer.chain];
  const attributes = [
    attribute(oids.contentType, derOid(oids.data)),
    attribute(oids.messageDigest, derOctets(digest)),
    attribute(oids.signingCertificateV2, derSequence(derSequence(...certificates.map(certificateId)))),
    ...(signingTime ? [attribute(oids.signingTime, derTime(signingTime))] : []),
  ];
  // Signed under the tag of a SET, written under [0] (RFC 5652 §5.4).
  const signed = derSetOf(...attributes);
  const signature = sign('sha256', signed, signer.privateKey);
  const { issuerDer, serialDer } = readCertificate(signer.certificate);
  const signerInfo = derSequence(
    version1,
    derSequence(issuerDer, serialDer),
    sha256Identifier,
    concatBytes(Uint8Array.of(0xa0), signed.subarray(1)),
    signatureIdentifier(signer),
    derOctets(signature),
  );
  const signedData = derSequence(
    version1,
    derSetOf(sha256Identifier),
    derSequence(derOid(oids.data)),
    derValue(0xa0, ...sortedCertificates(certificates)),
    derSetOf(signerInfo),
  );
  return derSequence(derOid(oids.signedData), derTagged(0, signedData));
}

function attribute(type: string, value: Uint8Array): Uint8Array {
  return derSequence(derOid(type), derSetOf(value));
}

/** ESSCertIDv2: SHA-256 is the default and therefore not written. */
function certificateId(der: Uint8Array): Uint8Array {
  return derSequence(derOctets(createHash('sha256').update(der).digest()));
}

/** CertificateSet is a SET OF under an implicit tag, hence sorted. */
function sortedCertificates(certificates: readonly Uint8Array[]): readonly Uint8Array[] {
  return [...certificates].sort((a, b) => Buffer.compare(a, b));
}

function signatureIdentifier(signer: Signer): Uint8Array {
  return signer.algorithm === 'RSA-SHA256'
    ? derSequence(derOid(oids.rsaEncryption), derNull)
    : derSequence(derOid(oids.ecdsaWithSha256));
}
