import { createHash, sign, type KeyObject } from 'node:crypto';
import { algorithmOf } from './certificate.ts';
import {
  derBits,
  derInteger,
  derNull,
  derOctets,
  derOid,
  derPrintable,
  derSequence,
  derSetOf,
  derTagged,
  derTime,
  derTrue,
  derUtf8,
  derValue,
} from './der.ts';
import { oids } from './oids.ts';

/** A distinguished name: country, organisation, common name. */
export interface CertificateName {
  readonly organization: string;
  /** At most 64 characters (RFC 5280, ub-common-name). */
  readonly commonName: string;
}

/** What a certificate is to say. */
export interface CertificateRequest {
  readonly subject: CertificateName;
  readonly issuer: CertificateName;
  readonly subjectKey: KeyObject;
  /** Signs the certificate; with the issuer's public key beside it. */
  readonly issuerKey: { readonly privateKey: KeyObject; readonly publicKey: KeyObject };
  /** Unsigned, big-endian; at most 20 bytes with the highest bit clear. */
  readonly serial: Uint8Array;
  readonly notBefore: Date;
  readonly notAfter: Date;
  /** True for one that may issue others, false for one that signs documents. */
  readonly isAuthority: boolean;
}

/** Makes an X.509 v3 certificate in DER (RFC 5280 §4.1), signed with SHA-256. */
export function buildCertificate(request: CertificateRequest): Uint8Array {
  const algorithm =
    algorithmOf(request.issuerKey.publicKey) === 'RSA-SHA256'
      ? derSequence(derOid(oids.sha256WithRsa), derNull)
      : derSequence(derOid(oids.ecdsaWithSha256));
  const tbs = derSequence(
    derTagged(0, derInteger(Uint8Array.of(2))),
    derInteger(request.serial),
    algorithm,
    encodeName(request.issuer),
    derSequence(derTime(request.notBefore), derTime(request.notAfter)),
    encodeName(request.subject),
    spki(request.subjectKey),
    derTagged(3, derSequence(...extensions(request))),
  );
  return derSequence(tbs, algorithm, derBits(sign('sha256', tbs, request.issuerKey.privateKey)));
}

function encodeName(name: CertificateName): Uint8Array {
  const attribute = (type: string, value: Uint8Array): Uint8Array => derSetOf(derSequence(derOid(type), value));
  return derSequence(
    attribute(oids.country, derPrintable('CN')),
    attribute(oids.organization, derUtf8(name.organization)),
    attribute(oids.commonName, derUtf8(name.commonName)),
  );
}

function extensions(request: CertificateRequest): readonly Uint8Array[] {
  const extension = (type: string, value: Uint8Array, critical = false): Uint8Array =>
    derSequence(derOid(type), ...(critical ? [derTrue] : []), derOctets(value));
  // keyCertSign and cRLSign for an authority, digitalSignature and nonRepudiation for a signer.
  const usage = request.isAuthority ? derBits(Uint8Array.of(0x06), 1) : derBits(Uint8Array.of(0xc0), 6);
  return [
    extension(oids.basicConstraints, request.isAuthority ? derSequence(derTrue) : derSequence(), true),
    extension(oids.keyUsage, usage, true),
    extension(oids.subjectKeyIdentifier, derOctets(keyId(request.subjectKey))),
    extension(oids.authorityKeyIdentifier, derSequence(derValue(0x80, keyId(request.issuerKey.publicKey)))),
  ];
}

/** RFC 7093 §2 method 4: a hash over the whole public key information. */
function keyId(key: KeyObject): Uint8Array {
  return createHash('sha256').update(spki(key)).digest().subarray(0, 20);
}

function spki(key: KeyObject): Uint8Array {
  return key.export({ type: 'spki', format: 'der' });
}
