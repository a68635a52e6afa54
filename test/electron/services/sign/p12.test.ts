import { createPublicKey, sign, verify, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openP12 } from '../../../../electron/services/sign/p12.ts';
import { writeP12 } from '../../../../electron/services/sign/p12-writer.ts';
import type { Signer } from '../../../../electron/services/sign/signer.ts';
import { AppError } from '../../../../shared/contract/errors.ts';
import { makeAuthority, makeIdentity } from '../../../support/certificates.ts';
import { p12Variants, packP12, type P12Variant } from './p12-matrix.ts';
import { missingTools } from '../../../support/tools.ts';

const needsOpenssl = missingTools('openssl');
const salt = new Uint8Array(16).fill(7);

function fixture(name: string): Uint8Array {
  return readFileSync(join(import.meta.dirname, '..', '..', '..', 'fixtures', 'p12', `${name}.p12`));
}

async function failureOf(opening: Promise<Signer>): Promise<AppError> {
  const error = await opening.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof AppError) return error;
  throw new Error(`no expected failure: ${String(error)}`);
}

function expectSound(signer: Signer, variant: P12Variant): void {
  expect(signer.algorithm).toBe(variant.kind === 'rsa' ? 'RSA-SHA256' : 'ECDSA-P256-SHA256');
  expect(signer.subject).toBe('C=CN, O=卧龙区司法局, CN=合法性审查专用（测试）');
  expect(signer.selfSigned).toBe(!variant.issued);
  expect(signer.issuer).toContain(variant.issued ? 'CN=测试根证书' : 'CN=合法性审查专用（测试）');
  expect(signer.chain).toHaveLength(variant.issued ? 1 : 0);
  const own = new X509Certificate(signer.certificate);
  const issuer = signer.chain[0] ? new X509Certificate(signer.chain[0]) : own;
  // The certificate's own signature proves that its bytes came through unchanged, Chinese names included.
  expect(own.verify(issuer.publicKey)).toBe(true);
  const signature = sign('sha256', Buffer.from('text'), signer.privateKey);
  expect(verify('sha256', Buffer.from('text'), own.publicKey, signature)).toBe(true);
}

describe('opening a certificate file', () => {
  it.each(p12Variants)('opens $name with its key, its chain and its Chinese names', async (variant) => {
    expectSound(await openP12(fixture(variant.name), variant.password), variant);
  });

  it.each(p12Variants.filter(({ name }) => !name.includes('empty')))(
    'says of $name that the password is wrong',
    async ({ name }) => {
      const error = await failureOf(openP12(fixture(name), '错误的密码'));
      expect(error.code).toBe('wrong-password');
      expect(error.message).toMatch(/^证书/u);
    },
  );

  it.skipIf(needsOpenssl !== '')(
    `opens what OpenSSL packs today, every variant of the matrix${needsOpenssl && ` (${needsOpenssl})`}`,
    async () => {
      const issuer = { rsa: makeAuthority('rsa'), ec: makeAuthority('ec') };
      const issued = {
        rsa: makeIdentity('rsa', { issuer: issuer.rsa }),
        ec: makeIdentity('ec', { issuer: issuer.ec }),
      };
      const selfSigned = { rsa: makeIdentity('rsa'), ec: makeIdentity('ec') };
      for (const variant of p12Variants) {
        const identity = (variant.issued ? issued : selfSigned)[variant.kind];
        const signer = await openP12(await packP12(identity, variant.password, variant.options), variant.password);
        expectSound(signer, variant);
        expect(Buffer.from(signer.certificate).equals(Buffer.from(identity.certificates[0] ?? []))).toBe(true);
      }
    },
  );

  it('opens what the application writes itself', async () => {
    const identity = makeIdentity('ec', { issuer: makeAuthority('rsa') });
    const signer = await openP12(writeP12(identity.privateKey, identity.certificates, '密码', salt), '密码');
    expect(signer.chain).toHaveLength(1);
    expect(createPublicKey(signer.privateKey).equals(identity.publicKey)).toBe(true);
  });

  it('takes the certificate that belongs to the key and leaves out those that do not belong to its chain', async () => {
    const identity = makeIdentity('ec');
    const stranger = makeIdentity('ec', { commonName: '无关证书' });
    const packed = writeP12(identity.privateKey, [...stranger.certificates, ...identity.certificates], 'p', salt);
    const signer = await openP12(packed, 'p');
    expect(Buffer.from(signer.certificate).equals(Buffer.from(identity.certificates[0] ?? []))).toBe(true);
    expect(signer.chain).toHaveLength(0);
  });

  it.each(['sm2-aes', 'sm2-rc2'])('refuses %s by the name of its algorithm', async (name) => {
    const error = await failureOf(openP12(fixture(name), 'Test-1234'));
    expect(error.code).toBe('certificate-unusable');
    expect(error.message).toContain('国密 SM2');
  });

  it('refuses a certificate that is not for signing', async () => {
    const authority = makeIdentity('ec', { isAuthority: true, commonName: '只签发证书' });
    const error = await failureOf(openP12(writeP12(authority.privateKey, authority.certificates, 'p', salt), 'p'));
    expect(error.code).toBe('certificate-unusable');
    expect(error.message).toContain('“只签发证书”的密钥用途不含数字签名');
  });

  it('refuses an RSA key that is too short', async () => {
    const weak = makeIdentity('rsa', { rsaBits: 1024 });
    const error = await failureOf(openP12(writeP12(weak.privateKey, weak.certificates, 'p', salt), 'p'));
    expect(error.code).toBe('certificate-unusable');
    expect(error.message).toContain('2048');
  });

  it('refuses a key without its certificate', async () => {
    const packed = writeP12(makeIdentity('ec').privateKey, makeIdentity('ec').certificates, 'p', salt);
    const error = await failureOf(openP12(packed, 'p'));
    expect(error.code).toBe('certificate-unusable');
    expect(error.message).toContain('没有与私钥配对的证书');
  });

  it.each([
    ['an empty file', new Uint8Array()],
    ['a text', Buffer.from('-----BEGIN CERTIFICATE-----')],
    ['other ASN.1', makeIdentity('ec').certificates[0] ?? new Uint8Array()],
    ['half a file', fixture('rsa-aes').subarray(0, 1200)],
  ])('refuses %s in words', async (_, bytes) => {
    const error = await failureOf(openP12(bytes, 'p'));
    expect(error.code).toBe('certificate-unusable');
    expect(error.message).toMatch(/证书文件/u);
  });
});
