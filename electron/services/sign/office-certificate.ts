import { createHash, generateKeyPairSync } from 'node:crypto';
import { join } from 'node:path';
import { AppError } from '../../../shared/contract/errors.ts';
import { officeCertificateName } from '../../../shared/sign/statement.ts';
import type { Environment } from '../environment.ts';
import { readCertificate } from './certificate.ts';
import { buildCertificate } from './certificate-builder.ts';
import { folderKeyStore, type KeyStore } from './key-store.ts';
import { openP12 } from './p12.ts';
import { writeP12 } from './p12-writer.ts';
import type { Signer } from './signer.ts';

/**
 * The file has the form of a PKCS#12 so that any tool can open it. An empty password pretends no protection: what
 * protects the key is the store it lies in.
 */
const password = '';
const yearsOfValidity = 10;
/** The claimed time of the first signature may lie a little before the certificate is made. */
const backdatedBy = 24 * 60 * 60 * 1000;

/**
 * The office's own certificate: self-signed, on P-256, valid for ten years, made on first demand, kept and reused.
 * Its name says what it is. It proves integrity inside the office and stands for no authority.
 * @param organ the office by name; each has its own certificate
 * @throws AppError `certificate-unusable` when the one that is kept is damaged, `output-failed`, `not-readable`
 */
export async function officeSigner(
  environment: Pick<Environment, 'now' | 'randomBytes' | 'data'>,
  organ: string,
  store: KeyStore = folderKeyStore(join(environment.data, 'keys'), environment.randomBytes),
): Promise<Signer> {
  const subject = officeCertificateName(organ);
  for (const name of ['office.p12', `office-${shortHash(subject.commonName)}.p12`]) {
    const kept = (await store.load(name)) ?? (await store.keep(name, makeP12(environment, subject)));
    const signer = await openKept(kept, store.describe(name));
    if (readCertificate(signer.certificate).subjectName === subject.commonName) return signer;
  }
  throw new AppError('certificate-unusable', `没有能为“${organ}”签名的本机证书。请检查“${store.describe('')}”。`);
}

async function openKept(bytes: Uint8Array, place: string): Promise<Signer> {
  try {
    return await openP12(bytes, password);
  } catch (error) {
    throw new AppError(
      'certificate-unusable',
      `本机签名证书“${place}”已损坏或被替换，没有签名。请先移走该文件，再次签名时会重新生成。`,
      { cause: error },
    );
  }
}

function makeP12(
  environment: Pick<Environment, 'now' | 'randomBytes'>,
  name: ReturnType<typeof officeCertificateName>,
): Uint8Array {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const now = environment.now();
  const notAfter = new Date(now);
  notAfter.setUTCFullYear(now.getUTCFullYear() + yearsOfValidity);
  const serial = Uint8Array.from(environment.randomBytes(16));
  // Positive and never zero, as RFC 5280 §4.1.2.2 demands.
  serial[0] = ((serial[0] ?? 0) & 0x3f) | 0x40;
  const certificate = buildCertificate({
    subject: name,
    issuer: name,
    subjectKey: publicKey,
    issuerKey: { privateKey, publicKey },
    serial,
    notBefore: new Date(now.getTime() - backdatedBy),
    notAfter,
    isAuthority: false,
  });
  return writeP12(privateKey, [certificate], password, environment.randomBytes(16));
}

function shortHash(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex').slice(0, 8);
}
