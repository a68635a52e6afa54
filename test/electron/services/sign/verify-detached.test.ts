import { describe, expect, it } from 'vitest';
import { signDetached } from '../../../../electron/services/sign/sign-detached.ts';
import { verifyDetached } from '../../../../electron/services/sign/verify-detached.ts';
import { signatureProblems } from '../../../../shared/sign/problems.ts';
import { makeAuthority, makeIdentity, signerOf } from '../../../support/certificates.ts';
import { opensslVerifies } from '../../../support/openssl-signatures.ts';
import { missingTools } from '../../../support/tools.ts';
import { claimedTime } from './signed-pdf.ts';

const content = Buffer.from('PK\u0003\u0004 以一段文字代替文档的全部字节');
const authority = makeAuthority('ec');
const identities = [
  { name: 'RSA, self-signed', identity: makeIdentity('rsa') },
  { name: 'P-256, self-signed', identity: makeIdentity('ec') },
  { name: 'RSA, issued by an authority', identity: makeIdentity('rsa', { issuer: authority }) },
  { name: 'P-256, issued by an authority', identity: makeIdentity('ec', { issuer: authority }) },
];

function flip(bytes: Uint8Array, at: number, by: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ by;
  return copy;
}

describe.each(identities)('a detached signature: $name', ({ identity }) => {
  const signature = signDetached(content, signerOf(identity), claimedTime);

  it('is valid and tells the claimed time', () => {
    expect(verifyDetached(content, signature)).toMatchObject({
      verdict: 'valid',
      signatures: [{ claimedTime: '2026-03-05T01:30:00Z', intact: true, coversWholeFile: true, problems: [] }],
    });
  });

  it('is not valid once any byte of the file or of the signature has changed', () => {
    for (let at = 0; at < content.length; at += 1) {
      expect(verifyDetached(flip(content, at, 1 << (at % 8)), signature).verdict).toBe('invalid');
    }
    const unnoticed = [...signature.keys()].filter(
      (at) => verifyDetached(content, flip(signature, at, 1 << (at % 8))).verdict !== 'invalid',
    );
    expect(unnoticed).toEqual([]);
  });

  it('is not valid with a byte more or less', () => {
    const longer = Buffer.concat([signature, Buffer.of(0)]);
    expect(verifyDetached(content, longer).signatures[0]?.problems).toContain(signatureProblems.notDer);
    expect(verifyDetached(content, signature.subarray(0, -1)).verdict).toBe('invalid');
    expect(verifyDetached(Buffer.concat([content, Buffer.of(0)]), signature).verdict).toBe('invalid');
    expect(verifyDetached(content, new Uint8Array()).verdict).toBe('invalid');
  });

  const needsOpenssl = missingTools('openssl');
  it.skipIf(needsOpenssl !== '')(
    `is valid CAdES to OpenSSL, and not once the file has changed${needsOpenssl && ` (${needsOpenssl})`}`,
    async () => {
      const trusted = identity.certificates.at(-1) ?? new Uint8Array();
      const good = await opensslVerifies(signature, content, trusted);
      expect(good).toMatchObject({ status: 0 });
      expect(good.output).toContain('CAdES Verification successful');
      expect((await opensslVerifies(signature, flip(content, 5, 1), trusted)).status).not.toBe(0);
    },
  );
});

describe('signing with a certificate out of its time', () => {
  it('is refused', () => {
    const expired = signerOf(makeIdentity('ec', { notAfter: '2025-12-31T00:00:00Z' }));
    expect(() => signDetached(content, expired, claimedTime)).toThrow(/已于 2025-12-31 到期/u);
  });
});
