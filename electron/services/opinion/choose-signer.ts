import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { AppError } from '../../../shared/contract/errors.ts';
import type { Environment } from '../environment.ts';
import { officeSigner } from '../sign/office-certificate.ts';
import { openP12 } from '../sign/p12.ts';
import type { Signer } from '../sign/signer.ts';

/**
 * The certificate given, or else the office's own, made on first use.
 * @param organ whose certificate is made
 * @throws AppError `not-found`, `wrong-password`, `certificate-unusable`
 */
export async function chooseSigner(
  given: { readonly p12?: string | undefined; readonly password?: string | undefined },
  organ: string,
  env: Environment,
): Promise<Signer> {
  if (given.p12 === undefined) return officeSigner(env, organ);
  let bytes: Uint8Array;
  try {
    bytes = await readFile(given.p12);
  } catch (error) {
    throw new AppError('not-found', `证书文件“${basename(given.p12)}”读不到，请核对路径。`, { cause: error });
  }
  return openP12(bytes, given.password ?? '');
}
