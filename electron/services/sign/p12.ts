import { AppError } from '../../../shared/contract/errors.ts';
import { DerError } from './der-reader.ts';
import { readBagsWithForge, readBagsWithPkijs, WrongPasswordError, type P12Bags } from './p12-bags.ts';
import { assembleSigner, type Signer } from './signer.ts';

/**
 * Opens a certificate file (.p12, .pfx; PKCS#12, RFC 7292): the newer kinds with AES and the older ones with RC2 or
 * 3DES, RSA and P-256, names and passwords in any script. Neither library reads all of them: pkijs does not know the old
 * ciphers, node-forge misreads non-ASCII passwords of the new ones.
 * @throws AppError `wrong-password`, `certificate-unusable`
 */
export async function openP12(bytes: Uint8Array, password: string): Promise<Signer> {
  if (bytes[0] !== 0x30) {
    throw new AppError('certificate-unusable', '所选文件不是 .p12 或 .pfx 证书文件。请选择含私钥的证书文件。');
  }
  const { keys, certificates } = await readBags(bytes, password);
  if (keys.length === 0) {
    throw new AppError('certificate-unusable', '证书文件里没有私钥，不能用来签名。请重新导出含私钥的证书。');
  }
  try {
    return assembleSigner(keys, certificates);
  } catch (error) {
    if (error instanceof DerError) throw unusable(error);
    throw error;
  }
}

async function readBags(bytes: Uint8Array, password: string): Promise<P12Bags> {
  try {
    return await readBagsWithPkijs(bytes, password);
  } catch (error) {
    if (error instanceof AppError) throw error;
    if (error instanceof WrongPasswordError) throw wrongPassword(error);
  }
  try {
    return readBagsWithForge(bytes, password);
  } catch (error) {
    if (error instanceof AppError) throw error;
    if (error instanceof WrongPasswordError) throw wrongPassword(error);
    throw unusable(error);
  }
}

function wrongPassword(cause: unknown): AppError {
  return new AppError('wrong-password', '证书密码不对，证书没有打开。请核对密码（区分大小写和全角、半角）后重试。', {
    cause,
  });
}

function unusable(cause: unknown): AppError {
  return new AppError('certificate-unusable', '证书文件无法读取：文件已损坏，或加密方式不受支持。请重新导出后再试。', {
    cause,
  });
}
