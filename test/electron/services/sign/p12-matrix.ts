import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { KeyKind, TestIdentity } from '../../../support/certificates.ts';
import { mustRun, pem, withFolder } from '../../../support/openssl.ts';

/** One way in which certificate files are packed in the wild. */
export interface P12Variant {
  /** Also the name of the fixture, without `.p12`. */
  readonly name: string;
  readonly kind: KeyKind;
  readonly password: string;
  /** Issued by an authority that is packed with it, rather than self-signed. */
  readonly issued: boolean;
  /** What `openssl pkcs12 -export` is given besides key, certificates and password. */
  readonly options: readonly string[];
}

const ascii = 'Test-1234';
const chinese = '卧龙区·审查 二〇二六';
const tripleDes = ['-certpbe', 'PBE-SHA1-3DES', '-keypbe', 'PBE-SHA1-3DES', '-macalg', 'sha1'];

/** Every combination that has to open: cipher, kind of key, script of the password, chain. */
export const p12Variants: readonly P12Variant[] = [
  { name: 'rsa-aes', kind: 'rsa', password: ascii, issued: false, options: [] },
  { name: 'rsa-aes-chinese-password', kind: 'rsa', password: chinese, issued: false, options: [] },
  { name: 'rsa-aes-chain', kind: 'rsa', password: ascii, issued: true, options: ['-name', '合法性审查签名'] },
  { name: 'rsa-rc2', kind: 'rsa', password: ascii, issued: false, options: ['-legacy'] },
  { name: 'rsa-rc2-chinese-password', kind: 'rsa', password: chinese, issued: false, options: ['-legacy'] },
  {
    name: 'rsa-rc2-chain',
    kind: 'rsa',
    password: ascii,
    issued: true,
    options: ['-legacy', '-name', '合法性审查签名'],
  },
  { name: 'rsa-3des', kind: 'rsa', password: ascii, issued: false, options: tripleDes },
  { name: 'rsa-3des-chinese-password', kind: 'rsa', password: chinese, issued: true, options: tripleDes },
  { name: 'rsa-open-certificates', kind: 'rsa', password: ascii, issued: true, options: ['-certpbe', 'NONE'] },
  { name: 'rsa-without-mac', kind: 'rsa', password: ascii, issued: false, options: ['-nomac'] },
  { name: 'ec-aes', kind: 'ec', password: ascii, issued: false, options: [] },
  { name: 'ec-aes-chinese-password', kind: 'ec', password: chinese, issued: false, options: [] },
  { name: 'ec-aes-chain', kind: 'ec', password: ascii, issued: true, options: [] },
  { name: 'ec-aes-empty-password', kind: 'ec', password: '', issued: false, options: [] },
  { name: 'ec-rc2', kind: 'ec', password: ascii, issued: false, options: ['-legacy'] },
  { name: 'ec-rc2-chinese-password', kind: 'ec', password: chinese, issued: true, options: ['-legacy'] },
  { name: 'ec-3des', kind: 'ec', password: ascii, issued: false, options: tripleDes },
];

/** Packs an identity with OpenSSL 3, the issuers before the own certificate as some tools do. */
export function packP12(identity: TestIdentity, password: string, options: readonly string[]): Promise<Uint8Array> {
  return withFolder((folder) => {
    const [own, ...issuers] = identity.certificates.map((certificate) => pem('CERTIFICATE', certificate));
    const file = (name: string): string => join(folder, name);
    writeFileSync(file('key.pem'), identity.privateKey.export({ type: 'pkcs8', format: 'pem' }));
    writeFileSync(file('own.pem'), own ?? '');
    writeFileSync(file('issuers.pem'), issuers.join(''));
    const chain = issuers.length > 0 ? ['-certfile', file('issuers.pem')] : [];
    const output = ['-out', file('out.p12'), '-passout', `pass:${password}`];
    mustRun(
      'openssl',
      'pkcs12',
      '-export',
      '-inkey',
      file('key.pem'),
      '-in',
      file('own.pem'),
      ...chain,
      ...options,
      ...output,
    );
    return readFileSync(file('out.p12'));
  });
}
