import { createHash } from 'node:crypto';
import { buildSignedData } from './cms.ts';
import { requireValidAt, type Signer } from './signer.ts';

/**
 * Signs all bytes of a file: the contents of its `.p7s` (detached CMS in DER, CAdES-B-B) with the claimed time as
 * signed signing time.
 * @param claimedTime RFC 3339, to the second: the workstation's clock
 * @throws AppError `certificate-unusable` when the certificate is not valid at that time
 */
export function signDetached(content: Uint8Array, signer: Signer, claimedTime: string): Uint8Array {
  const time = new Date(claimedTime);
  requireValidAt(signer, time);
  return buildSignedData(createHash('sha256').update(content).digest(), signer, time);
}
