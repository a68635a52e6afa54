import { createPrivateKey, webcrypto, type KeyObject } from 'node:crypto';
import { OctetString } from 'asn1js';
import forge from 'node-forge';
import { CertBag, CryptoEngine, KeyBag, PFX, PKCS8ShroudedKeyBag, SafeContents } from 'pkijs';
import { AppError } from '../../../shared/contract/errors.ts';
import { derOid } from './der.ts';
import { oids } from './oids.ts';

const sm2Curve = Buffer.from(derOid(oids.sm2));

/** What lies in a PKCS#12 file: private keys and the DER of certificates. */
export interface P12Bags {
  readonly keys: readonly KeyObject[];
  readonly certificates: readonly Uint8Array[];
}

/** The password does not fit the file's own integrity check. */
export class WrongPasswordError extends Error {
  override readonly name = 'WrongPasswordError';
}

/**
 * Reads the newer kinds (PBES2 with AES) and every file's integrity check. The private key is opened by Node itself,
 * which also takes kinds of keys that pkijs does not know.
 * @throws WrongPasswordError; Error for kinds that pkijs does not know (RC2, 3DES)
 */
export async function readBagsWithPkijs(bytes: Uint8Array, password: string): Promise<P12Bags> {
  const engine = new CryptoEngine({ name: 'node', crypto: webcrypto });
  const secret = Uint8Array.from(Buffer.from(password, 'utf8')).buffer;
  const pfx = PFX.fromBER(Uint8Array.from(bytes).buffer);
  try {
    await pfx.parseInternalValues({ password: secret, checkIntegrity: pfx.macData !== undefined }, engine);
  } catch (error) {
    // pkijs has no error class for it; its sentence is the only sign.
    if (error instanceof Error && error.message.startsWith('Integrity')) throw new WrongPasswordError();
    throw error;
  }
  const safe = pfx.parsedValue?.authenticatedSafe;
  if (!safe) throw new Error('no authenticated safe');
  await safe.parseInternalValues({ safeContents: safe.safeContents.map(() => ({ password: secret })) }, engine);
  // `parsedValue` is `any` in pkijs; the instances are checked below.
  const contents = (safe.parsedValue as { safeContents: readonly { value: unknown }[] }).safeContents;
  const bags = contents.flatMap(({ value }) => (value instanceof SafeContents ? value.safeBags : []));
  return openKeys(
    bags.flatMap(({ bagValue }) =>
      bagValue instanceof PKCS8ShroudedKeyBag || bagValue instanceof KeyBag
        ? [Buffer.from(bagValue.toSchema().toBER())]
        : [],
    ),
    bags.flatMap(({ bagValue }) =>
      bagValue instanceof CertBag && bagValue.certValue instanceof OctetString
        ? [Uint8Array.from(bagValue.certValue.valueBlock.valueHexView)]
        : [],
    ),
    password,
  );
}

/**
 * Reads the older kinds (RC2, 3DES). Certificates and keys that forge cannot interpret it leaves as ASN.1, which is all
 * that is wanted.
 * @throws WrongPasswordError; Error
 */
export function readBagsWithForge(bytes: Uint8Array, password: string): P12Bags {
  const structure = forge.asn1.fromDer(Buffer.from(bytes).toString('latin1'));
  let pfx: forge.pkcs12.Pkcs12Pfx;
  try {
    pfx = forge.pkcs12.pkcs12FromAsn1(structure, false, password);
  } catch (error) {
    // The second sentence comes where a file has no integrity check and the key cannot be decrypted.
    if (error instanceof Error && /MAC could not be verified|wrong password/u.test(error.message)) {
      throw new WrongPasswordError();
    }
    throw error;
  }
  const bags = pfx.safeContents.flatMap(({ safeBags }) => safeBags);
  const keys = bags
    .filter(({ type }) => type === oids.keyBag || type === oids.shroudedKeyBag)
    .map(({ key, asn1 }) => (key ? forge.pki.wrapRsaPrivateKey(forge.pki.privateKeyToAsn1(key)) : asn1));
  const certificates = bags
    .filter(({ type }) => type === oids.certificateBag)
    .map(({ cert, asn1 }) => (cert ? forge.pki.certificateToAsn1(cert) : asn1));
  return openKeys(keys.map(encode), certificates.map(encode), password);
}

function encode(structure: forge.asn1.Asn1): Buffer {
  return Buffer.from(forge.asn1.toDer(structure).getBytes(), 'latin1');
}

/**
 * @param keys PKCS#8, encrypted or not
 * @throws AppError `certificate-unusable` for 国密 SM2, which Electron's cryptography cannot read
 */
function openKeys(keys: readonly Buffer[], certificates: readonly Uint8Array[], passphrase: string): P12Bags {
  if (certificates.some((certificate) => Buffer.from(certificate).includes(sm2Curve))) {
    throw new AppError(
      'certificate-unusable',
      '该证书使用国密 SM2 算法，本程序暂不能用它签名。请改用 RSA（2048 位以上）或 P-256 椭圆曲线证书。',
    );
  }
  return {
    keys: keys.map((key) => createPrivateKey({ key, format: 'der', type: 'pkcs8', passphrase })),
    certificates,
  };
}
