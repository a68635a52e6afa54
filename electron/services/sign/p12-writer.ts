import { createHash, createHmac, type KeyObject } from 'node:crypto';
import { concatBytes, derInteger, derNull, derOctets, derOid, derSequence, derSetOf, derTagged } from './der.ts';
import { oids } from './oids.ts';

/** As OpenSSL does by default. */
const macIterations = 2048;

/**
 * Writes a PKCS#12 file (RFC 7292): the key under PBES2 with AES-256, the certificates in the clear, and an integrity
 * check with SHA-256.
 * @param certificates DER, the key's own first
 * @param salt 8 bytes or more of randomness
 */
export function writeP12(
  privateKey: KeyObject,
  certificates: readonly Uint8Array[],
  password: string,
  salt: Uint8Array,
): Uint8Array {
  const [own = new Uint8Array()] = certificates;
  const localKeyId = derSetOf(
    derSequence(derOid(oids.localKeyId), derSetOf(derOctets(createHash('sha256').update(own).digest()))),
  );
  const shrouded = privateKey.export({ type: 'pkcs8', format: 'der', cipher: 'aes-256-cbc', passphrase: password });
  const keyBags = derSequence(derSequence(derOid(oids.shroudedKeyBag), derTagged(0, shrouded), localKeyId));
  const certificateBags = derSequence(
    ...certificates.map((certificate) =>
      derSequence(
        derOid(oids.certificateBag),
        derTagged(0, derSequence(derOid(oids.x509Certificate), derTagged(0, derOctets(certificate)))),
        ...(certificate === own ? [localKeyId] : []),
      ),
    ),
  );
  const safe = derSequence(data(keyBags), data(certificateBags));
  const mac = createHmac('sha256', macKey(password, salt)).update(safe).digest();
  return derSequence(
    derInteger(Uint8Array.of(3)),
    data(safe),
    derSequence(
      derSequence(derSequence(derOid(oids.sha256), derNull), derOctets(mac)),
      derOctets(salt),
      derInteger(Uint8Array.of(macIterations >> 8, macIterations & 0xff)),
    ),
  );
}

function data(content: Uint8Array): Uint8Array {
  return derSequence(derOid(oids.data), derTagged(0, derOctets(content)));
}

/** RFC 7292 appendix B.2 for one block of SHA-256, which is all a MAC key needs. */
function macKey(password: string, salt: Uint8Array): Uint8Array {
  const block = 64;
  const fill = (bytes: Uint8Array): Uint8Array =>
    Uint8Array.from(
      { length: block * Math.ceil(bytes.length / block) },
      (_, index) => bytes[index % bytes.length] ?? 0,
    );
  const utf16 = Buffer.from(`${password}\0`, 'utf16le').swap16();
  let hash: Uint8Array = concatBytes(new Uint8Array(block).fill(3), fill(salt), fill(utf16));
  for (let round = 0; round < macIterations; round += 1) hash = createHash('sha256').update(hash).digest();
  return hash;
}
