import { X509Certificate } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { officeSigner } from '../../../../electron/services/sign/office-certificate.ts';
import { signPdf } from '../../../../electron/services/sign/sign-pdf.ts';
import { verifyPdf } from '../../../../electron/services/sign/verify-pdf.ts';
import { mustRun, withFolder } from '../../../support/openssl.ts';
import { missingTools } from '../../../support/tools.ts';
import { details, makePdf } from './signed-pdf.ts';

const needsOpenssl = missingTools('openssl');

function officeIn(data: string): { now: () => Date; randomBytes: (length: number) => Uint8Array; data: string } {
  let calls = 0;
  return {
    now: () => new Date('2026-03-05T01:30:00Z'),
    randomBytes: (length) => {
      calls += 1;
      return new Uint8Array(length).fill(calls);
    },
    data,
  };
}

describe('the office certificate', () => {
  it('says in its name what it is, lasts ten years and is for signing only', async () => {
    await withFolder(async (data) => {
      const signer = await officeSigner(officeIn(data), '卧龙区司法局');
      expect(signer.subject).toBe('C=CN, O=卧龙区司法局, CN=卧龙区司法局 法审台本机证书（自签名）');
      expect(signer.selfSigned).toBe(true);
      expect(signer.algorithm).toBe('ECDSA-P256-SHA256');
      expect(signer.notAfter.toISOString()).toBe('2036-03-05T01:30:00.000Z');
      const certificate = new X509Certificate(signer.certificate);
      expect(certificate.ca).toBe(false);
      // The first 16 bytes of randomness, made positive.
      expect(certificate.serialNumber).toBe(`41${'01'.repeat(15)}`);
    });
  });

  it('is made once and reused afterwards', async () => {
    await withFolder(async (data) => {
      const first = await officeSigner(officeIn(data), '卧龙区司法局');
      const kept = readFileSync(join(data, 'keys', 'office.p12'));
      const second = await officeSigner(officeIn(data), '卧龙区司法局');
      expect(Buffer.from(second.certificate).equals(Buffer.from(first.certificate))).toBe(true);
      expect(readFileSync(join(data, 'keys', 'office.p12')).equals(kept)).toBe(true);
      expect(readdirSync(join(data, 'keys'))).toEqual(['office.p12']);
    });
  });

  it.skipIf(process.platform === 'win32')('lies where its owner alone can read it (POSIX modes)', async () => {
    await withFolder(async (data) => {
      await officeSigner(officeIn(data), '卧龙区司法局');
      expect(statSync(join(data, 'keys')).mode & 0o777).toBe(0o700);
      expect(statSync(join(data, 'keys', 'office.p12')).mode & 0o777).toBe(0o600);
    });
  });

  it('is one and the same when two runs ask at once', async () => {
    await withFolder(async (data) => {
      const signers = await Promise.all(
        Array.from({ length: 8 }, (_, index) =>
          officeSigner(
            { ...officeIn(data), randomBytes: (length) => new Uint8Array(length).fill(index) },
            '卧龙区司法局',
          ),
        ),
      );
      expect(new Set(signers.map(({ certificate }) => Buffer.from(certificate).toString('hex'))).size).toBe(1);
    });
  });

  it('is another one for another organ, and neither replaces the other', async () => {
    await withFolder(async (data) => {
      const one = await officeSigner(officeIn(data), '卧龙区司法局');
      const other = await officeSigner(officeIn(data), '卧龙区人民政府办公室');
      const again = await officeSigner(officeIn(data), '卧龙区司法局');
      expect(other.subject).toContain('卧龙区人民政府办公室 法审台本机证书（自签名）');
      expect(Buffer.from(again.certificate).equals(Buffer.from(one.certificate))).toBe(true);
      expect(readdirSync(join(data, 'keys'))).toHaveLength(2);
    });
  });

  it('can sign a document whose claimed time lies a little before its making', async () => {
    await withFolder(async (data) => {
      const signer = await officeSigner(officeIn(data), '卧龙区司法局');
      const pdf = await signPdf(await makePdf(), signer, { ...details, claimedTime: '2026-03-05T09:29:00+08:00' });
      expect(verifyPdf(pdf).verdict).toBe('valid');
    });
  });

  it('keeps a long organ within the 64 characters of a common name', async () => {
    await withFolder(async (data) => {
      const organ = '卧'.repeat(80);
      const first = await officeSigner(officeIn(data), organ);
      const second = await officeSigner(officeIn(data), organ);
      expect(first.subject).toMatch(/CN=卧{51} 法审台本机证书（自签名）$/u);
      expect(Buffer.from(second.certificate).equals(Buffer.from(first.certificate))).toBe(true);
    });
  });

  it('is not silently replaced when its file is damaged', async () => {
    await withFolder(async (data) => {
      mkdirSync(join(data, 'keys'));
      writeFileSync(join(data, 'keys', 'office.p12'), 'damaged');
      await expect(officeSigner(officeIn(data), '卧龙区司法局')).rejects.toMatchObject({
        code: 'certificate-unusable',
      });
      expect(readFileSync(join(data, 'keys', 'office.p12'), 'utf8')).toBe('damaged');
    });
  });

  it('goes through any store with the same two functions', async () => {
    const vault = new Map<string, Uint8Array>();
    const store = {
      load: (name: string) => Promise.resolve(vault.get(name) ?? null),
      keep: (name: string, bytes: Uint8Array) => Promise.resolve(vault.set(name, bytes).get(name) ?? bytes),
      describe: (name: string) => `保险库/${name}`,
    };
    const first = await officeSigner(officeIn('/nowhere'), '卧龙区司法局', store);
    const second = await officeSigner(officeIn('/nowhere'), '卧龙区司法局', store);
    expect([...vault.keys()]).toEqual(['office.p12']);
    expect(Buffer.from(second.certificate).equals(Buffer.from(first.certificate))).toBe(true);
  });

  it.skipIf(needsOpenssl !== '')(
    `opens in OpenSSL with an empty password${needsOpenssl && ` (${needsOpenssl})`}`,
    async () => {
      await withFolder(async (data) => {
        await officeSigner(officeIn(data), '卧龙区司法局');
        const file = join(data, 'keys', 'office.p12');
        const text = mustRun('openssl', 'pkcs12', '-in', file, '-passin', 'pass:', '-nodes');
        expect(text).toContain('BEGIN PRIVATE KEY');
        writeFileSync(join(data, 'all.pem'), text);
        const about = mustRun('openssl', 'x509', '-in', join(data, 'all.pem'), '-noout', '-text', '-nameopt', 'utf8');
        expect(about).toContain('卧龙区司法局 法审台本机证书（自签名）');
        expect(about).toContain('Digital Signature, Non Repudiation');
        expect(about).toContain('CA:FALSE');
      });
    },
  );
});
