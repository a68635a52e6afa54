import { X509Certificate, type KeyObject } from 'node:crypto';
import { childrenOf, DerError, expectTag, readDer, readOid, readTime, sameBytes, sequenceOf } from './der-reader.ts';
import { oids } from './oids.ts';

/** The two ways of signing that are offered and accepted. */
export type SignatureAlgorithm = 'RSA-SHA256' | 'ECDSA-P256-SHA256';

/** What a certificate (RFC 5280 §4.1) says, read once. */
export interface CertificateFacts {
  /** DER as it came. */
  readonly der: Uint8Array;
  /** Distinguished name on one line, for a person. */
  readonly subject: string;
  readonly issuer: string;
  /** The shortest name that says who: common name, else organisation, else the whole name. */
  readonly subjectName: string;
  readonly issuerName: string;
  /** Issuer and subject are the same and the certificate's own key verifies it. */
  readonly selfSigned: boolean;
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly publicKey: KeyObject;
  /** How this key signs; null where it is of a kind or length that is not accepted. */
  readonly algorithm: SignatureAlgorithm | null;
  /** Whether key usage allows signing documents (digitalSignature or nonRepudiation, or no key usage stated). */
  readonly maySign: boolean;
  /** DER of the issuer's name and of the serial number, as CMS names a signer by. */
  readonly issuerDer: Uint8Array;
  readonly serialDer: Uint8Array;
}

/** RSA keys below this many bits are not accepted. */
const minimalRsaBits = 2048;

/**
 * Reads a certificate. Names come from Node's own reader: others garble Chinese ones.
 * @throws DerError when the bytes are no certificate, or hold a key that this platform cannot read
 */
export function readCertificate(der: Uint8Array): CertificateFacts {
  const [tbs] = sequenceOf(readDer(der));
  const parts = sequenceOf(tbs);
  const fields = parts[0]?.tag === 0xa0 ? parts.slice(1) : parts;
  const [serial, , issuer, validity, subject] = fields;
  const [notBefore, notAfter] = sequenceOf(validity);
  const issuerDer = expectTag(issuer, 0x30).raw;
  const { certificate, publicKey } = openCertificate(der);
  return {
    der,
    subject: oneLine(certificate.subject),
    issuer: oneLine(certificate.issuer),
    subjectName: shortName(certificate.subject),
    issuerName: shortName(certificate.issuer),
    selfSigned: sameBytes(issuerDer, expectTag(subject, 0x30).raw) && isSignedBy(certificate, publicKey),
    notBefore: readTime(notBefore),
    notAfter: readTime(notAfter),
    publicKey,
    algorithm: algorithmOf(publicKey),
    maySign: allowsSigning(fields.find((field) => field.tag === 0xa3)?.content),
    issuerDer,
    serialDer: expectTag(serial, 0x02).raw,
  };
}

function openCertificate(der: Uint8Array): { certificate: X509Certificate; publicKey: KeyObject } {
  try {
    const certificate = new X509Certificate(der);
    return { certificate, publicKey: certificate.publicKey };
  } catch (error) {
    throw new DerError('not a certificate', { cause: error });
  }
}

/** Whether the certificate's signature verifies with this key. */
export function isSignedBy(certificate: X509Certificate, key: KeyObject): boolean {
  try {
    return certificate.verify(key);
  } catch {
    return false;
  }
}

/** How a key signs; null where it is neither RSA of 2048 bits or more nor on the curve P-256. */
export function algorithmOf(key: KeyObject): SignatureAlgorithm | null {
  const { modulusLength = 0, namedCurve } = key.asymmetricKeyDetails ?? {};
  if (key.asymmetricKeyType === 'rsa' && modulusLength >= minimalRsaBits) return 'RSA-SHA256';
  if (key.asymmetricKeyType === 'ec' && namedCurve === 'prime256v1') return 'ECDSA-P256-SHA256';
  return null;
}

/** RFC 5280 §4.2.1.3: bit 0 digitalSignature, bit 1 nonRepudiation, counted from the highest. */
function allowsSigning(extensions: Uint8Array | undefined): boolean {
  if (!extensions) return true;
  const usage = sequenceOf(readDer(extensions))
    .map((extension) => childrenOf(extension))
    .find(([id]) => readOid(id) === oids.keyUsage);
  if (!usage) return true;
  const bits = expectTag(readDer(expectTag(usage.at(-1), 0x04).content), 0x03).content;
  return ((bits[1] ?? 0) & 0xc0) !== 0;
}

/** Node gives one attribute a line, special characters escaped by a backslash. */
function attributes(name: string): readonly (readonly [string, string])[] {
  return name
    .split('\n')
    .filter((line) => line.includes('='))
    .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1).replace(/\\(.)/gu, '$1')]);
}

function oneLine(name: string): string {
  return attributes(name)
    .map(([key, value]) => `${key}=${value}`)
    .join(', ');
}

function shortName(name: string): string {
  const found = new Map(attributes(name));
  return found.get('CN') ?? found.get('O') ?? oneLine(name);
}
