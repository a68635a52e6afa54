import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { buildCertificate, type CertificateName } from '../../electron/services/sign/certificate-builder.ts';
import { assembleSigner, type Signer } from '../../electron/services/sign/signer.ts';

/** Kinds of keys that the tests sign with. */
export type KeyKind = 'rsa' | 'ec';

/** A key with its certificate, made for a test. */
export interface TestIdentity {
  readonly name: CertificateName;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
  /** DER, the own certificate first and then its issuers. */
  readonly certificates: readonly Uint8Array[];
}

/** What a test may ask for; the rest has a Chinese name and lasts from 2020 to 2040. */
export interface IdentityOptions {
  readonly commonName?: string;
  readonly organization?: string;
  readonly issuer?: TestIdentity;
  readonly isAuthority?: boolean;
  readonly notBefore?: string;
  readonly notAfter?: string;
  readonly rsaBits?: number;
}

let serial = 1000;

/** Makes a key and a certificate for it: self-signed, or issued by another test identity. */
export function makeIdentity(kind: KeyKind, options: IdentityOptions = {}): TestIdentity {
  const { privateKey, publicKey } =
    kind === 'rsa'
      ? generateKeyPairSync('rsa', { modulusLength: options.rsaBits ?? 2048 })
      : generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const name = {
    organization: options.organization ?? '卧龙区司法局',
    commonName: options.commonName ?? '合法性审查专用（测试）',
  };
  serial += 1;
  const certificate = buildCertificate({
    subject: name,
    issuer: options.issuer?.name ?? name,
    subjectKey: publicKey,
    issuerKey: options.issuer ?? { privateKey, publicKey },
    serial: Uint8Array.of(serial >> 8, serial & 0xff),
    notBefore: new Date(options.notBefore ?? '2020-01-01T00:00:00Z'),
    notAfter: new Date(options.notAfter ?? '2040-01-01T00:00:00Z'),
    isAuthority: options.isAuthority ?? false,
  });
  return { name, privateKey, publicKey, certificates: [certificate, ...(options.issuer?.certificates ?? [])] };
}

/** An identity that may issue others. */
export function makeAuthority(kind: KeyKind, commonName = '测试根证书'): TestIdentity {
  return makeIdentity(kind, { commonName, organization: '测试认证机构', isAuthority: true });
}

/** The identity as what signs. */
export function signerOf(identity: TestIdentity): Signer {
  return assembleSigner([identity.privateKey], identity.certificates);
}
