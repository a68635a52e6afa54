/** What can be wrong with a signature, in the words that the verifier uses everywhere. */
export const signatureProblems = {
  noSignature: '文件中没有数字签名。',
  brokenSignature: '文件中有数字签名的痕迹，但签名结构已损坏，无法验证。',
  unreadableDictionary: '签名字典的写法不合规范或已被改动，无法验证。',
  unsupportedFormat: '签名格式不是 PAdES（ETSI.CAdES.detached），本程序不能证明其有效。',
  rangeNotFromStart: '签名没有从文件的第一个字节开始覆盖。',
  rangeBeyondEnd: '签名声称覆盖的范围超出了文件末尾，文件被截短过。',
  rangeGap: '签名声称覆盖的范围与签名内容所在的位置不符。',
  bytesAfter: '签名没有覆盖到文件末尾：签名之后又追加了内容。',
  several: '文件中有多个签名，较早的签名不覆盖其后追加的内容，无法证明追加的内容与原签名人有关。',
  hexNotCanonical: '签名内容不是规范的小写十六进制写法，文件被改动过。',
  paddingNotZero: '签名内容之后的填充不全为零，文件被改动过。',
  notDer: '签名内容不是规范的 CMS（DER）结构，文件被改动过或并非签名。',
  certificateUnreadable: '签名所附的证书无法读取。',
  certificateMismatch: '签名所附的证书与签名中登记的证书不一致。',
  certificateNotBound: '签名中夹带了未受签名保护的证书或其他内容。',
  certificateMayNotSign: '签名证书的密钥用途不含数字签名。',
  unsignedAttributes: '签名带有不受签名保护的属性，无法证明未被改动。',
  attributesIncomplete: '签名缺少必备的已签名属性（内容类型、摘要、签名证书）。',
  signingTimeInPdf: 'PDF 签名内不应另载签名时间（PAdES 以签名字典的时间为准）。',
  unsupportedAlgorithm: '签名算法不受支持（只接受 SHA-256 的 RSA 2048 位以上与 ECDSA P-256）。',
  signatureWrong: '签名值与证书公钥验证不符，签名无效。',
  digestWrong: '文件内容与签名时不一致，签名之后被改动过。',
  timeMissing: '签名没有载明签名时间，无法判断签名时证书是否有效。',
  outsideValidity: '声称的签名时间不在证书有效期内。',
} as const;

/** One of {@link signatureProblems}, as a sentence. */
export type SignatureProblem = (typeof signatureProblems)[keyof typeof signatureProblems];
