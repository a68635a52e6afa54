/**
 * What a signature made with a local certificate proves and what it does not. Said in the same words by the command,
 * the signing room, the verifier, the manual and the exported verification page.
 */
export const signatureStatement = {
  /** One line for narrow places. */
  brief: '本机证书签名仅供机关内部核对文件是否完整，不能代替公章。',
  /** What it is good for. */
  integrity: '本机证书的签名只用于在机关内部证明文件自签名后没有改动。',
  /** What it does not replace. */
  seal: '它不能代替机关公章；正式文书仍须按规定加盖印章。',
  /** 《电子签名法》 sets conditions that a self-signed certificate does not meet. */
  law: '自签名证书的签名不是《中华人民共和国电子签名法》所称的可靠电子签名。',
  /** The limits of verifying offline. */
  limits: '签名时间取自签名时的本机时钟，只是声称；离线环境不能核对证书是否被吊销，签发机构是否可信须另行核实。',
} as const;

/** All of {@link signatureStatement} as one paragraph. */
export const signatureStatementText: string = [
  signatureStatement.integrity,
  signatureStatement.seal,
  signatureStatement.law,
  signatureStatement.limits,
].join('');

const commonNameLimit = 64;
const commonNameTail = ' 法审台本机证书（自签名）';

/**
 * The name on the office's own certificate, which says what the certificate is. A long organ is cut in the common name
 * alone (RFC 5280 allows 64 characters).
 */
export function officeCertificateName(organ: string): { readonly organization: string; readonly commonName: string } {
  const organization = [...organ].slice(0, commonNameLimit).join('');
  const head = [...organ].slice(0, commonNameLimit - [...commonNameTail].length).join('');
  return { organization, commonName: `${head}${commonNameTail}` };
}
